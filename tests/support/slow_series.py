"""All series the slow way, written from the text of the definitions. No SQL."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from tests.support.slow_metrics import STATES, Chosen, Numbers, chosen_pairs
from tests.support.slow_pairs import Pair
from tests.support.slow_world import World


def slow_series(world: World, day: date, filters: Chosen, weeks: int = 104) -> dict[str, list[dict[str, Any]]]:
    """All series by name, spelled as they are printed; of the weeks the last `weeks`."""
    numbers = Numbers(world, day, filters)
    active, started = numbers.active, numbers.started
    kinds = Counter(kind for p in active for kind in {r.get("kind") or "unknown" for r in p.resources()})
    loads = Counter(Counter(p.row["mentor_id"] for p in active).values())
    said = Counter(c.get("evidence") or "unknown" for p in started for c in p.check_ins)
    return {
        "weekly_on_cadence": [weekly(world, week, filters) for week in sundays(day, weeks)],
        "cadence_states": rows("state", "pairs", Counter(p.cadence_state for p in active)),
        "evidence_mix": rows("evidence", "check_ins", said),
        "burn_up": burn_up(started, day),
        "checklist_items": [checklist_item(active, item) for item in range(1, 8)],
        "network_kinds": rows("kind", "pairs", kinds),
        "mentor_loads": rows("pairs", "mentors", loads),
        "satisfaction_by_state": [
            {"respondent": side, "state": state,
             "satisfied": sum((p.satisfaction(side) or 0) >= 4 for p in numbers.pairs if p.state == state),
             "answered": sum(p.satisfaction(side) is not None for p in numbers.pairs if p.state == state),
             "pairs": sum(p.state == state for p in numbers.pairs)}
            for side in ("mentee", "mentor") for state in STATES if any(p.state == state for p in numbers.pairs)],
        "attention_reasons": rows(
            "reason", "pairs", Counter(reason for p in numbers.pairs if p.open for reason in p.reasons()))}


def rows(label: str, counted: str, counts: Mapping[Any, int]) -> list[dict[str, Any]]:
    return [{label: name, counted: n} for name, n in counts.items()]


def sundays(day: date, weeks: int) -> list[date]:
    last = day
    while last.weekday() != 6:
        last -= timedelta(1)
    return [last - timedelta(7 * back) for back in range(weeks - 1, -1, -1)]


def weekly(world: World, week: date, filters: Chosen) -> dict[str, Any]:
    asked = [p for p in chosen_pairs(world, week, filters) if p.active and p.cadence_state not in ("no_data", "ending")]
    on = sum(p.cadence_state in ("on", "new") for p in asked)
    return {"week": week.isoformat(), "value": on / len(asked) if asked else None, "numerator": on,
            "denominator": len(asked)}


def burn_up(started: Sequence[Pair], day: date) -> list[dict[str, Any]]:
    lines: dict[str, list[date]] = {"plan_original": [], "plan_current": [], "done": []}
    for p in started:
        for m in p.milestones():
            state = p.milestone_state(m)
            if state == "dropped":
                continue
            current = m.get("due_date")
            original = m.get("original_due_date") or current
            for name, plan in (("plan_original", original), ("plan_current", current)):
                if plan is None:
                    continue
                if p.ended and p.end_day is not None and plan > p.end_day and state != "done":
                    continue
                lines[name].append(plan)
            if m.get("completed_date") is not None and m["completed_date"] <= day:
                lines["done"].append(m["completed_date"])
    every = [value for values in lines.values() for value in values]
    if not every:
        return []
    found = []
    month = min(every).replace(day=1)
    last = max([day, *lines["plan_original"], *lines["plan_current"]])
    while month <= last:
        following = (month + timedelta(31)).replace(day=1)
        row: dict[str, Any] = {"month": month.strftime("%Y-%m")}
        row |= {name: sum(value < following for value in values) for name, values in lines.items()}
        if month > day:
            row["done"] = None
        found.append(row)
        month = following
    return found


def checklist_item(active: Sequence[Pair], item: int) -> dict[str, Any]:
    states = Counter(p.item_state(item) for p in active)
    known = [p for p in active if not p.checklist_no_data()]
    kinds = Counter((p.ticked(item), p.evidenced(item)) for p in known)
    return {"item": item, **{state: states[state] for state in ("done", "not_done", "not_due", "no_data")},
            "ticked_evidenced": kinds[True, True], "ticked_only": kinds[True, False],
            "evidenced_only": kinds[False, True], "neither": kinds[False, False]}
