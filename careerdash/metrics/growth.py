"""What Goals and network shows beyond the metrics and series: counts behind its charts."""

from collections.abc import Mapping
from datetime import date

from careerdash.store import Store

from .counts import query
from .details import Rows
from .filters import Filters

PLANS = ("as_planned", "replanned", "overrun", "moved_overdue", "no_date")
"""What became of a goal's target day: never moved and not overdue; healthily re-planned (moved and not overdue);
silently overrun (overdue and never moved); moved and overdue all the same; without a target day."""


def goal_criteria(store: Store, as_of: date, filters: Filters) -> Rows:
    """Each criterion of REAL and SMARTY goals that count, of active pairs: {"framework", "criterion", "met", "known",
    "goals"}. Over all of them `met` and `known` are numerator and denominator of `goal_quality`."""
    return store.rows(query("goal_criteria"), {"as_of": as_of, **filters.params()})


def goal_plans(store: Store, as_of: date, filters: Filters) -> Rows:
    """Goals that count, of active pairs: {"framework" ("-": none), "outcome" (as in `PLANS`), "goals"}."""
    return store.rows(query("goal_plans"), {"as_of": as_of, **filters.params()})


def explored(store: Store, as_of: date, filters: Filters) -> Rows:
    """The three explorations of the vision work, of active pairs: {"part", "explored", "known"}."""
    return store.rows(query("explored"), {"as_of": as_of, **filters.params()})


def totals(rows: Rows) -> Mapping[str, int]:
    """Goals by what became of their target day, in the order of `PLANS`; those that occur."""
    found = {name: sum(row["goals"] for row in rows if row["outcome"] == name) for name in PLANS}
    return {name: goals for name, goals in found.items() if goals}
