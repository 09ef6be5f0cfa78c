"""The list of pairs and the work list the slow way, written from the text of the definitions. No SQL."""

from collections import Counter
from datetime import date
from typing import Any

from tests.support.slow_metrics import Chosen, chosen_pairs
from tests.support.slow_pairs import Pair
from tests.support.slow_world import World

REASONS = ("person_left", "past_planned_end", "no_data", "never_met", "silent", "late", "milestones_overdue",
           "no_goals", "low_satisfaction", "sides_disagree", "ticked_no_evidence")


def slow_pairs(world: World, day: date, filters: Chosen) -> list[dict[str, Any]]:
    """The list of pairs, spelled as it is printed."""
    return [printed(p) for p in chosen_pairs(world, day, filters)]


def printed(p: Pair) -> dict[str, Any]:
    states = Counter(p.milestone_state(m) for m in p.milestones())
    return {
        "pair_id": p.row["pair_id"], "program": p.row.get("program"), "cohort": p.row.get("cohort"),
        "mentor_id": p.row["mentor_id"], "mentee_id": p.row["mentee_id"], "department": p.department,
        "state": p.state, "start_date": p.start.isoformat(),
        "end_day": None if p.end_day is None else p.end_day.isoformat(), "age": p.age, "cadence_days": p.interval,
        "check_ins": len(p.check_ins), "meeting_days": len(p.meeting_days),
        "last_meeting": p.meeting_days[-1].isoformat() if p.meeting_days else None,
        "days_since": p.days_since if p.active else None, "cadence_state": p.cadence_state if p.active else None,
        "cadence_coverage": p.cadence_coverage,
        "milestones": {"open": states["open"], "done": states["done"], "dropped": states["dropped"],
                       "overdue": len(p.overdue()), "moved": len(p.moved())},
        "goals": len(p.goals()), "resources": len(p.resources()),
        "checklist": {str(item): {"state": p.item_state(item), "ticked": p.ticked(item),
                                  "evidenced": p.evidenced(item)} for item in range(1, 8)} if p.active else None,
        "satisfaction": {"mentee": p.satisfaction("mentee"), "mentor": p.satisfaction("mentor")},
        "reasons": list(p.reasons())}


def slow_attention(world: World, day: date, filters: Chosen) -> list[tuple[str, tuple[str, ...]]]:
    """The work list: pair_id and reasons."""
    listed = [(p, p.reasons()) for p in chosen_pairs(world, day, filters) if p.open]

    def order(entry: tuple[Pair, dict[str, int]]) -> tuple[Any, ...]:
        p, reasons = entry
        first = next(iter(reasons))
        waits = first in ("never_met", "silent", "late") and p.next_planned() is not None
        return REASONS.index(first), waits, -reasons[first], -len(reasons), p.row["pair_id"]

    return [(p.row["pair_id"], tuple(reasons)) for p, reasons in sorted((e for e in listed if e[1]), key=order)]
