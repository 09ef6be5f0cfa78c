"""What a pair's own page says: who they are, how it goes, what shows it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .. import formats
from ..ledger.follow_ups import FollowUp
from ..metrics.pairs import checklist
from ..metrics.story import PlanOnFile, Story, stretches
from . import reasons
from .findings import Finding
from .labels import CADENCE, EVIDENCE, ITEMS, MILESTONE_KINDS, STATES

Row = Mapping[str, Any]

CRITERIA: dict[str, dict[str, str]] = {
    "REAL": {"relevant": "relevant", "engaging": "engaging", "actionable": "actionable",
             "learning_focused": "learning-focused"},
    "SMARTY": {"specific": "specific", "measurable": "measurable", "achievable": "achievable", "relevant": "relevant",
               "time_bound": "time-bound", "yours": "the mentee's own"}}
"""The criteria of each framework, in its order."""

ITEM_STATES: dict[str, str] = {"done": "done", "not_done": "not done", "not_due": "not due yet", "no_data": "no data"}
EXPLORED: dict[str, str] = {
    "explored_values": "values and beliefs", "explored_experience": "past experience",
    "explored_aspirations": "aspirations"}
COVERED: dict[str, str] = {
    "covered_progress": "progress", "covered_challenges": "challenges", "covered_adjustments": "adjustments"}
GOAL_STATES: dict[str, str] = {"open": "open", "achieved": "achieved", "dropped": "dropped"}
RESOURCE_KINDS: dict[str, str] = {
    "knowledge": "specialised knowledge", "perspective": "another perspective", "access": "access to opportunities"}
RECOGNITIONS: dict[str, str] = {"achievement": "achievement recognised", "adjustment": "plan adjusted"}
FOLLOW_UPS: dict[str, str] = {
    "e-mailed": "e-mailed", "called": "called", "spoke": "spoke in person", "re-matched": "re-matched", "note": "note",
    "met": "they met", "snoozed": "snoozed", "resolved": "resolved", "taken back": "an entry taken back"}
SIDES: dict[str, str] = {"mentee": "Mentee", "mentor": "Mentor"}


def people(row: Row) -> str:
    """Mentor and mentee as they are called, from a row with `mentor_name` and `mentee_name` (else their ids)."""
    return " → ".join(formats.person(row[f"{side}_name"] or row[f"{side}_id"]) for side in ("mentor", "mentee"))


def about(facts: Row) -> str:
    """Where the pair belongs and how long it runs, in one line."""
    state = STATES[facts["state"]]
    start = f"{'starts' if facts['state'] == 'planned' else 'started'} {formats.day(facts['start_date'])}"
    if facts["is_ended"]:
        end = f"ended {formats.day(facts['end_day'])}"
        if facts["end_reason"]:
            end += f" ({facts['end_reason']})"
    else:
        planned = facts["planned_end_date"]
        end = f"planned to end {formats.day(planned)}" if planned else "no planned end"
    parts = [formats.capital(state), facts["program"], facts["cohort"], facts["department"], facts["site"], start, end]
    return " · ".join(str(part) for part in parts if part)


def sentence(told: Story) -> str:
    """How it goes, in one line: meetings, roadmap, mentor actions, goals."""
    facts = told.facts
    parts = [_meetings(facts), _milestones(facts), _actions(told), _goals(told)]
    return formats.capital("; ".join(part for part in parts if part)) + "."


def _meetings(facts: Row) -> str:
    if facts["state"] == "planned":
        return "not started yet"
    if not facts["has_check_in_data"]:
        return "no meeting data in the program"
    met = (f"{formats.count(facts['meeting_days'], 'meeting day')}, the last on {formats.day(facts['last_meeting'])}"
           if facts["meeting_days"] else "no meeting yet")
    state = CADENCE[facts["cadence_state"]] if facts["cadence_state"] else ""
    return ": ".join(part for part in (state, met) if part)


def _milestones(facts: Row) -> str:
    total = facts["milestones_done"] + facts["milestones_open"]
    if not total:
        return "no roadmap"
    moved = f", {formats.number(facts['milestones_moved'])} moved" if facts["milestones_moved"] else ""
    late = f", {formats.number(facts['milestones_overdue'])} overdue" if facts["milestones_overdue"] else ""
    return f"{formats.number(facts['milestones_done'])} of {formats.count(total, 'milestone')} done{moved}{late}"


def _actions(told: Story) -> str:
    done = sum(1 for item in items(told) if item["said"] or item["shown"])
    return "all seven mentor actions done" if done == 7 else f"{done} of 7 mentor actions done"


def _goals(told: Story) -> str:
    counted = [goal for goal in told.goals if goal["state"] != "dropped"]
    achieved = sum(1 for goal in counted if goal["state"] == "achieved")
    if not counted:
        return "no goal"
    return (f"{formats.in_words(achieved)} of {formats.in_words(len(counted))} goals achieved" if len(counted) > 1
            else "the goal achieved" if achieved else "one goal, not achieved yet")


def plan(found: PlanOnFile) -> str:
    """Plan on file, reviewed within twelve months: yes or no, with the days."""
    if not found.on_file:
        return "Plan on file: no. Reviewed within 12 months: no."
    since = f", since {formats.day(found.since)}" if found.since else ", the day is not known"
    if found.last_review is None:
        review = "no, no review on file"
    else:
        review = f"{'yes,' if found.reviewed else 'no, last'} on {formats.day(found.last_review)}"
    return f"Plan on file: yes{since}. Reviewed within 12 months: {review}."


def roadmap(told: Story) -> Finding:
    """How far the roadmap is carried out, and how far it moved."""
    steps = [step for step in told.milestones if step["state"] != "dropped"]
    done = sum(1 for step in steps if step["state"] == "done")
    late = [step for step in steps if step["overdue"]]
    moved = [step["moved_days"] for step in steps if step["moved_days"]]
    title = f"{formats.number(done)} of {formats.count(len(steps), 'step')} done"
    if late:
        title += f", {formats.number(len(late))} overdue"
    elif moved:
        title += f", {formats.number(len(moved))} moved by {_span(moved)}"
    dropped = len(told.milestones) - len(steps)
    subtitle = f"Roadmap: first plan, plan now and days done · as of {formats.day(told.facts['as_of'])}"
    return Finding(title, subtitle + (f" · {formats.number(dropped)} dropped" if dropped else ""))


def _span(days: Sequence[int]) -> str:
    low, high = min(days), max(days)
    return formats.count(low, "day") if low == high else f"{formats.number(low)} to {formats.count(high, 'day')}"


def step_note(step: Row) -> str:
    """What a step's hover label adds: its kind, and by how much it moved."""
    kind = MILESTONE_KINDS[step["kind"] or "unknown"]
    moved = f", moved by {formats.count(step['moved_days'], 'day')}" if step["moved_days"] else ""
    return f" ({kind.lower()}{moved})"


def meetings(told: Story) -> Finding:
    """Whether the pair kept to its interval."""
    facts = told.facts
    parts = stretches(told)
    kept = sum(1 for _, _, fit, _ in parts if fit == "as_agreed")
    subtitle = (f"Days between meetings, {reasons.interval(facts)} · late after "
                f"{formats.count(facts['cadence_days'] + facts['grace'], 'day')} · "
                f"{formats.count(facts['meeting_days'], 'meeting day')}")
    if not facts["meeting_days"]:
        return Finding(f"No meeting in {formats.count(max(facts['age'], 0), 'day')}", subtitle)
    longest = max((end - start).days for start, end, _, _ in parts) if parts else 0
    if kept == len(parts):
        return Finding(f"Always met as agreed; the longest time without a meeting was {formats.count(longest, 'day')}",
                       subtitle)
    return Finding(f"{formats.number(len(parts) - kept)} of {formats.count(len(parts), 'stretch', 'stretches')} longer "
                   f"than agreed, the longest {formats.count(longest, 'day')}", subtitle)


def items(told: Story) -> list[dict[str, Any]]:
    """The seven mentor actions: {"item", "action", "said", "said_on", "shown", "state", "evidence"}.

    `state` is empty where the pair is not active: only then an action is due or not.
    """
    facts = told.facts
    states = checklist(facts)
    evidence = _evidence(told)
    return [{"item": item, "action": ITEMS[item], "said": states[str(item)]["ticked"], "said_on": told.ticks.get(item),
             "shown": states[str(item)]["evidenced"], "evidence": evidence[item],
             "state": ITEM_STATES[states[str(item)]["state"]] if facts["is_active"] else ""}
            for item in range(1, 8)]


def _evidence(told: Story) -> dict[int, str]:
    facts, vision = told.facts, told.vision
    goals = [goal for goal in told.goals if goal["state"] != "dropped"]
    framed = sum(1 for goal in goals if goal["framework"])
    dated = sum(1 for step in told.milestones if step["state"] != "dropped" and step["due_date"])
    coverage = facts["cadence_coverage"]
    adjusted = sum(1 for goal in goals if goal["moved"] or goal["revised_date"]) + facts["milestones_moved"]
    stated = vision is not None and vision["stated"]
    day = vision["statement_date"] if vision else None
    return {
        1: (f"statement of {formats.day(day)}" if day else "on file, day unknown") if stated else "no statement",
        2: f"{formats.count(len(goals), 'goal')}, {formats.number(framed)} with a framework",
        3: f"{formats.count(dated, 'dated step')}",
        4: formats.count(facts["resources"], "resource"),
        5: f"{formats.count(facts['meeting_days'], 'meeting day')}"
           + (f", {formats.percent(coverage)} of the time covered" if coverage is not None else ""),
        6: (f"{formats.number(facts['records_kept'])} of {formats.count(facts['records_known'], 'check-in')} on record"
            if facts["records_known"] else "not known of any check-in"),
        7: f"{formats.count(len(told.recognitions), 'recognition')}, {formats.count(adjusted, 'plan')} adjusted"}


def actions(told: Story) -> Finding:
    """How many of the seven mentor actions are done, and how many are only said to be."""
    rows = items(told)
    done = sum(1 for row in rows if row["said"] or row["shown"])
    said = sum(1 for row in rows if row["said"] and not row["shown"])
    title = "All seven mentor actions done" if done == 7 else f"{done} of 7 mentor actions done"
    return Finding(title + (f", {formats.number(said)} only said to be" if said else ""),
                   "Said to be done, and what the data shows")


def goal_line(goal: Row) -> str:
    """A goal's framework, state and days in one line."""
    days = [f"{goal['framework']} goal" if goal["framework"] else "no framework", GOAL_STATES[goal["state"]]]
    if goal["set_date"]:
        days.append(f"set {formats.day(goal['set_date'])}")
    if goal["target_date"]:
        first = f" (first {formats.day(goal['original_target_date'])})" if goal["moved"] else ""
        days.append(f"target {formats.day(goal['target_date'])}{first}")
    if goal["revised_date"]:
        days.append(f"revised {formats.day(goal['revised_date'])}")
    if goal["achieved_date"]:
        days.append(f"achieved {formats.day(goal['achieved_date'])}")
    if goal["overdue"]:
        days.append("overdue")
    return " · ".join(days)


def goal_criteria(goal: Row) -> list[tuple[str, str]]:
    """The goal's criteria by their answers: ("met", "relevant and engaging"), ("not met", ...), ("not known", ...)."""
    names = CRITERIA.get(goal["framework"] or "", {})
    answers = {"met": True, "not met": False, "not known": None}
    return [(word, formats.listed(found)) for word, value in answers.items()
            if (found := [name for key, name in names.items() if goal[key] is value])]


def vision(told: Story) -> str:
    """Which parts of the vision work took place."""
    if told.vision is None:
        return "No file says anything about a vision statement of this pair."
    done = [name for key, name in EXPLORED.items() if told.vision[key]]
    left = [name for key, name in EXPLORED.items() if told.vision[key] is False]
    parts = [f"Explored: {formats.listed(done)}." if done else "",
             f"Not explored: {formats.listed(left)}." if left else ""]
    return " ".join(part for part in parts if part) or "What was explored is not known."


def check_in(row: Row) -> str:
    """What a check-in covered, who says that it took place, and whether a record was kept."""
    covered = [name for key, name in COVERED.items() if row[key]]
    parts = [row["status"] if row["status"] != "held" else "",
             "outside the pair's time" if row["status"] == "held" and not row["counts"] else "",
             f"{row['minutes']} min" if row["minutes"] is not None else "", row["mode"] or "",
             f"said by {EVIDENCE.get(row['evidence'], row['evidence'])}" if row["evidence"] else "",
             f"covered {formats.listed(covered)}" if covered else "",
             {True: "on record", False: "no record"}.get(row["has_record"], "")]
    return ", ".join(part for part in parts if part)


def answer(row: Row) -> str:
    """One side's scores in words."""
    parts = [f"{row['satisfaction']} of 5" if row["satisfaction"] is not None else "",
             f"recommends {row['recommend']} of 10" if row["recommend"] is not None else "",
             {True: "they met", False: "they did not meet"}.get(row["met"], "")]
    return ", ".join(part for part in parts if part) or "no score"


def day(value: date | None) -> str:
    """A day, or that it is not known."""
    return formats.day(value) if value else "day unknown"


def follow_up(event: FollowUp) -> str:
    """What a coordinator did, to whom, and whether it was taken back."""
    parts = [FOLLOW_UPS.get(event.kind, event.kind),
             {"mentor": "the mentor", "mentee": "the mentee", "both": "both"}.get(event.side, ""),
             f"until {formats.day(event.until)}" if event.until else "", f"by {event.by}" if event.by else "",
             "taken back" if event.taken_back else ""]
    return ", ".join(part for part in parts if part)


def extras_source(row: Row) -> str:
    """Which row of which file brought columns that map to nothing."""
    return f"{row['source_file']}, {row['source_sheet']}, row {row['source_row']}"
