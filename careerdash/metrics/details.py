"""What single pages show beyond the metrics and series: counts behind their charts, never rows of pairs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from careerdash.build.mart import trend_days
from careerdash.store import Store

from .counts import of_day, of_days, of_groups, query
from .estimates import survival_median
from .filters import Filters

Rows = list[dict[str, Any]]

OUTCOMES = ("on_time", "late", "done", "overdue", "left_open", "open", "dropped")
FITS = ("within", "grace", "late", "silent")


def day_counts(store: Store, as_of: date, filters: Filters, metric: str) -> dict[int, int]:
    """How many a number of days, for a metric that is a median of days: `milestone_overdue_days`, `gaps`, ..."""
    return dict(sorted(of_day(store, as_of, filters, [metric]).get(metric, {}).get("days", {}).items()))


def milestone_outcomes(store: Store, as_of: date, filters: Filters) -> Rows:
    """Milestones of started pairs: {"kind", "outcome", "milestones"}; outcomes as in `OUTCOMES`.

    `done`: a day or a due date is missing, so that on time is not known; `left_open`: the pair has ended.
    """
    return store.rows(query("milestone_outcomes"), {"as_of": as_of, **filters.params()})


def first_milestone(store: Store, as_of: date, filters: Filters) -> tuple[float | None, int, int]:
    """Days from the start to the first milestone done: Kaplan-Meier median; pairs that did one; all with a roadmap."""
    rows = store.rows(query("first_milestone"), {"as_of": as_of, **filters.params()})
    events = {row["days"]: row["pairs"] for row in rows if row["done"]}
    censored = {row["days"]: row["pairs"] for row in rows if not row["done"]}
    happened = sum(events.values())
    return survival_median(events, censored), happened, happened + sum(censored.values())


def gap_fit(store: Store, as_of: date, filters: Filters) -> dict[str, int]:
    """Gaps between meeting days of started pairs by how they fit the pair's interval, in the order of `FITS`."""
    found = {row["fit"]: row["gaps"] for row in store.rows(query("gap_fit"), {"as_of": as_of, **filters.params()})}
    return {fit: found[fit] for fit in FITS if fit in found}


def cadence_over_time(store: Store, as_of: date, filters: Filters) -> list[tuple[date, Mapping[str, int]]]:
    """Active pairs by cadence state at twelve month ends and on the day, oldest first."""
    counts = of_days(store, trend_days(as_of), filters, ["cadence_states"])
    return [(day, {state: sum(buckets.values()) for state, buckets in found.get("cadence_states", {}).items()})
            for day, found in counts.items()]


def department_months(store: Store, as_of: date, filters: Filters) -> Rows:
    """Pairs meeting as agreed by department at twelve month ends and on the day.

    {"department", "as_of", "numerator", "denominator"}; "-" is unknown.
    """
    return store.rows(query("department_months"), {
        "days": trend_days(as_of), "level": filters.level("department"), **filters.params()})


def items_by_cohort(store: Store, as_of: date, filters: Filters) -> Rows:
    """The seven mentor actions in each cohort: {"cohort", "item", "done", "not_done"}; "-" is unknown, and last."""
    groups = of_groups(store, as_of, filters, ["checklist_items"], "cohort")
    return [
        {"cohort": cohort, "item": item, **{part: found.get(part, {}).get(item, 0) for part in ("done", "not_done")}}
        for cohort in sorted(groups, key=lambda name: (name == "-", name))
        for found in (groups[cohort].get("checklist_items", {}),) if found for item in range(1, 8)]


def item_days(store: Store, as_of: date, filters: Filters) -> Rows:
    """When mentor actions are ticked after the start: {"item", "ticked", "median_days"}, where the day is known."""
    return store.rows(query("item_days"), {"as_of": as_of, **filters.params()})


def rules(store: Store) -> dict[str, float]:
    """The general limits in force in the build, by rule key; programs may have their own."""
    return {row["key"]: row["value"] for row in store.rows("SELECT key, value FROM setting WHERE program IS NULL")}


def rule_values(store: Store, key: str) -> dict[str | None, float]:
    """The values of one limit in the build: by program that has its own, and (None) the general one."""
    rows = store.rows("SELECT program, value FROM setting WHERE key = $key", {"key": key})
    return {row["program"]: row["value"] for row in rows}
