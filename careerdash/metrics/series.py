"""The series behind the charts, spelled as the command line prints them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from careerdash.store import Store

from .counts import Counts, of_day, query
from .filters import Filters

Rows = list[dict[str, Any]]

WEEKS = 104
_CADENCE_STATES = ("on", "new", "late", "silent", "never", "ending", "no_data")
_PAIR_STATES = ("planned", "active", "paused", "completed", "ended_early", "ended")
_ITEM_PARTS = ("done", "not_done", "not_due", "no_data", "ticked_evidenced", "ticked_only", "evidenced_only", "neither")

REASONS: tuple[str, ...] = (
    "person_left", "past_planned_end", "no_data", "never_met", "silent", "late", "milestones_overdue", "no_goals",
    "low_satisfaction", "sides_disagree", "ticked_no_evidence")
"""The reasons for attention, in the order of the work list."""


def series(store: Store, as_of: date, filters: Filters, names: Sequence[str] | None = None) -> dict[str, Rows]:
    """The series of these names (None: all) by name. Raises KeyError for an unknown name."""
    asked = list(SERIES if names is None else names)
    makers = {name: _FROM_COUNTS[name] for name in asked if name not in _FROM_STORE}
    counts = of_day(store, as_of, filters, list(makers)) if makers else {}
    return {
        name: makers[name](counts, as_of) if name in makers else _FROM_STORE[name](store, as_of, filters)
        for name in asked}


def _by_part(counts: Counts, name: str, label: str, counted: str, order: Sequence[str]) -> Rows:
    parts = {part: sum(buckets.values()) for part, buckets in counts.get(name, {}).items()}
    known = [part for part in order if part in parts]
    rest = sorted(set(parts) - set(order))
    return [{label: part, counted: parts[part]} for part in (*known, *rest)]


def _cadence_states(counts: Counts, as_of: date) -> Rows:
    return _by_part(counts, "cadence_states", "state", "pairs", _CADENCE_STATES)


def _evidence_mix(counts: Counts, as_of: date) -> Rows:
    return _by_part(counts, "evidence_mix", "evidence", "check_ins", ("both",))


def _network_kinds(counts: Counts, as_of: date) -> Rows:
    return _by_part(counts, "network_kinds", "kind", "pairs", ())


def _attention_reasons(counts: Counts, as_of: date) -> Rows:
    return _by_part(counts, "attention_reasons", "reason", "pairs", REASONS)


def _burn_up(counts: Counts, as_of: date) -> Rows:
    parts = counts.get("burn_up", {})
    lines = {name: parts.get(name, {}) for name in ("plan_original", "plan_current", "done")}
    months = [month for buckets in lines.values() for month in buckets]
    if not months:
        return []
    this_month = as_of.year * 12 + as_of.month - 1
    plans = [*lines["plan_original"], *lines["plan_current"]]
    so_far = dict.fromkeys(lines, 0)
    rows: Rows = []
    for month in range(min(months), max(this_month, *plans, this_month) + 1):
        for name, buckets in lines.items():
            so_far[name] += buckets.get(month, 0)
        row: dict[str, Any] = {"month": f"{month // 12:04d}-{month % 12 + 1:02d}", **so_far}
        if month > this_month:
            row["done"] = None
        rows.append(row)
    return rows


def _checklist_items(counts: Counts, as_of: date) -> Rows:
    parts: Mapping[str, Mapping[int, int]] = counts.get("checklist_items", {})
    return [{"item": item, **{name: parts.get(name, {}).get(item, 0) for name in _ITEM_PARTS}} for item in range(1, 8)]


def _satisfaction_by_state(counts: Counts, as_of: date) -> Rows:
    parts = {part: sum(buckets.values()) for part, buckets in counts.get("satisfaction_by_state", {}).items()}
    return [
        {"respondent": side, "state": state,
         **{name: parts.get(f"{side}/{state}/{name}", 0) for name in ("satisfied", "answered", "pairs")}}
        for side in ("mentee", "mentor") for state in _PAIR_STATES if f"{side}/{state}/pairs" in parts]


def _weekly_on_cadence(store: Store, as_of: date, filters: Filters) -> Rows:
    last = as_of - timedelta(days=as_of.isoweekday() % 7)
    params = {"until": last, "level": filters.level(), **filters.params()}
    changes = store.rows(query("weekly"), params)
    rows: Rows = []
    numerator = denominator = place = 0
    for back in range(WEEKS - 1, -1, -1):
        week = last - timedelta(days=7 * back)
        while place < len(changes) and changes[place]["week"] <= week:
            numerator += changes[place]["numerator"]
            denominator += changes[place]["denominator"]
            place += 1
        rows.append({"week": week.isoformat(), "value": numerator / denominator if denominator else None,
                     "numerator": numerator, "denominator": denominator})
    return rows


def _mentor_loads(store: Store, as_of: date, filters: Filters) -> Rows:
    return store.rows(query("mentor_loads"), {"as_of": as_of, **filters.params()})


_FROM_COUNTS: dict[str, Callable[[Counts, date], Rows]] = {
    "cadence_states": _cadence_states, "evidence_mix": _evidence_mix, "burn_up": _burn_up,
    "checklist_items": _checklist_items, "network_kinds": _network_kinds,
    "satisfaction_by_state": _satisfaction_by_state, "attention_reasons": _attention_reasons}

_FROM_STORE: dict[str, Callable[[Store, date, Filters], Rows]] = {
    "weekly_on_cadence": _weekly_on_cadence, "mentor_loads": _mentor_loads}

SERIES: tuple[str, ...] = (
    "weekly_on_cadence", "cadence_states", "evidence_mix", "burn_up", "checklist_items", "network_kinds",
    "mentor_loads", "satisfaction_by_state", "attention_reasons")
"""The names of all series, in the order of the definitions."""
