"""The words of the list of pairs: its columns, its orders, what it found."""

from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from ..imports.waiting import Waiting
from ..metrics.pair_list import Order, Search
from .labels import CADENCE, REASONS, STATES
from .states import Empty

Row = Mapping[str, Any]

COLUMNS: dict[str, str] = {
    "mentor": "Mentor", "mentee": "Mentee", "state": "State", "cadence": "How they meet",
    "days_since": "Days since", "gaps": "Gaps", "cadence_coverage": "Time covered",
    "milestones_share": "Milestones done", "actions_share": "Actions done", "why": "Why look",
    "program": "Program", "cohort": "Cohort", "department": "Department", "site": "Site",
    "start_date": "Start", "planned_end_date": "Planned end",
    "end_day": "End", "cadence_days": "Interval", "meeting_days": "Meeting days", "last_meeting": "Last meeting",
    "next_planned": "Next planned", "milestones_overdue": "Overdue", "goals": "Goals", "resources": "Resources",
    "pair_id": "Id"}
"""The columns of the list by key, in the order in which they stand. No score: those are on the pair's own page."""

SHOWN: tuple[str, ...] = ("mentor", "mentee", "state", "cadence", "days_since", "gaps", "cadence_coverage",
                          "milestones_share", "actions_share", "why")
"""The columns shown until others are chosen."""

ORDERS: dict[str, Order] = {
    "Most urgent first": Order("attention", False),
    "Newest first": Order("start", True), "Oldest first": Order("start", False),
    "Mentee, A to Z": Order("mentee", False), "Mentor, A to Z": Order("mentor", False),
    "Longest without a meeting": Order("days_since", True),
    "Latest meeting": Order("last_meeting", True), "Least time covered": Order("coverage", False),
    "Most meeting days": Order("meetings", True), "Fewest meeting days": Order("meetings", False),
    "Fewest milestones done": Order("milestones", False), "Most milestones overdue": Order("overdue", True),
    "Fewest mentor actions done": Order("actions", False), "Program": Order("program", False),
    "Cohort": Order("cohort", False), "Department": Order("department", False)}
"""What the list may be sorted by, in words."""


def line(row: Row) -> dict[str, Any]:
    """A line of the list with the words that its columns show."""
    return {**row, "mentor": formats.person(row["mentor_name"]), "mentee": formats.person(row["mentee_name"]),
            "state": STATES[row["state"]], "cadence": CADENCE[row["cadence_state"]] if row["cadence_state"] else None,
            "why": "; ".join(REASONS[reason] for reason in row["reasons"]) or None}


def state_label(state: str, counts: Mapping[str, int]) -> str:
    """A state with how many pairs are in it."""
    return f"{formats.capital(STATES[state].split(',')[0])} {formats.number(counts.get(state, 0))}"


def found(counts: Mapping[str, int], search: Search) -> str:
    """How many pairs the list holds, by state."""
    kept = {state: counts[state] for state in STATES
            if counts.get(state) and (not search.state or state in search.state)}
    total = sum(kept.values())
    parts = [f"{formats.number(count)} {STATES[state].split(',')[0]}" for state, count in kept.items()]
    return formats.count(total, "pair") + (f": {formats.listed(parts)}" if len(parts) > 1 else
                                           f", {STATES[next(iter(kept))]}" if parts else "")


def place(first: int, last: int, total: int, order: str) -> str:
    """Which lines of the list are in sight, and in which order."""
    return f"{formats.number(first)} to {formats.number(last)} of {formats.number(total)} · {order}"


def nothing(search: Search) -> Empty:
    """The search finds nothing."""
    sites = ["unknown" if site == "-" else site for site in search.site]
    said = [f"“{search.words.strip()}”" if search.words.strip() else "",
            f"mentor “{search.mentor.strip()}”" if search.mentor.strip() else "",
            f"site {formats.listed(sites)}" if sites else "",
            f"state {formats.listed([STATES[state] for state in search.state])}" if search.state else ""]
    return Empty("No pair matches", f"Looked for: {', '.join(part for part in said if part)}.")


SIDES: dict[str, tuple[str, str]] = {"mentor": ("mentor", "a mentee"), "mentee": ("mentee", "a mentor")}
"""Who waits, and for whom."""

NOBODY_WAITS = Empty("Nobody waits for a partner", "Rows of a pairs export that name one side alone stand here, until "
                     "a file brings the pair.")

WAITING_COLUMNS: dict[str, str] = {
    "name": "Who", "waits_for": "Waits for", "program": "Program", "cohort": "Cohort", "since": "Since",
    "since_file": "First listed by", "last": "Last listed"}


def waiting_title(people: Sequence[Waiting]) -> str:
    """How many people wait, on which side."""
    mentees = sum(1 for one in people if one.side == "mentee")
    mentors = len(people) - mentees
    parts = [formats.count(mentees, "mentee") if mentees else "", formats.count(mentors, "mentor") if mentors else ""]
    verb = "waits" if len(people) == 1 else "wait"
    return f"{formats.capital(formats.listed([part for part in parts if part]))} {verb} for a partner"


def waiting_line(one: Waiting) -> dict[str, Any]:
    """A person who waits, with the words that the table shows; days stay days."""
    return {"name": formats.person(one.name) or one.email or one.person_id, "waits_for": SIDES[one.side][1],
            "program": one.program or None, "cohort": one.cohort or None, "since": one.since,
            "since_file": one.since_file, "last": one.last}


def in_force(search: Search, filters: str, order: str) -> list[str]:
    """What a workbook of the list says about itself: filters, search, order."""
    lines = [filters]
    if search != Search():
        lines.append(nothing(search).advice)
    return [*lines, f"Order: {order}."]
