"""Reading the counts that the cubes keep: what metrics and series are made of."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from careerdash.store import Store

from .cubes import TREND_METRICS
from .filters import Dimension, Filters

Parts = Mapping[str, Mapping[int, int]]
"""The counts of one metric: by part (numerator, a reason, a state) and bucket (days, months; 0 where none)."""

Counts = Mapping[str, Parts]
"""The parts of each metric; of an unknown metric none."""


@cache
def query(name: str) -> str:
    """The text of one file of `queries`, by its stem. Raises FileNotFoundError where there is none."""
    return (files("careerdash.metrics") / "queries" / f"{name}.sql").read_text(encoding="utf-8")


def total(parts: Parts, part: str) -> int:
    """The count of one part, over all its buckets.

    >>> total({"days": {14: 2, 30: 1}}, "days")
    3
    """
    return sum(parts.get(part, {}).values())


def of_day(store: Store, as_of: date, filters: Filters, metrics: Collection[str]) -> Counts:
    """The counts of one day. Where trends know all that is asked, a day need not be worked out in full.

    Raises ValueError for a metric that trends do not know while rules are on trial.
    """
    if store.rules and not TREND_METRICS.issuperset(metrics):
        raise ValueError("of rules on trial only what trends keep is counted")
    if not store.has(as_of) and TREND_METRICS.issuperset(metrics):
        return of_days(store, [as_of], filters, metrics)[as_of]
    params = {"as_of": as_of, "level": filters.level(), "metrics": list(metrics), **filters.params()}
    return _collected(store.rows(query("day_counts"), params))


def of_days(store: Store, days: Sequence[date], filters: Filters, metrics: Collection[str]) -> dict[date, Counts]:
    """The counts of trend metrics on several days, by day; days without any count are there too."""
    params = {"days": list(days), "level": filters.level(), "metrics": list(metrics), **filters.params()}
    rows: dict[date, list[dict[str, Any]]] = {day: [] for day in days}
    for row in store.rows(query("trend_counts"), params):
        rows[row["as_of"]].append(row)
    return {day: _collected(found) for day, found in rows.items()}


def of_groups(store: Store, as_of: date, filters: Filters, metrics: Collection[str], by: Dimension
              ) -> dict[str, Counts]:
    """The counts of one day by program, cohort or department; "-" is unknown."""
    params = {"as_of": as_of, "level": filters.level(by), "metrics": list(metrics), "by": by, **filters.params()}
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in store.rows(query("group_counts"), params):
        rows[row["grouped"]].append(row)
    return {group: _collected(found) for group, found in rows.items()}


def _collected(rows: Sequence[Mapping[str, Any]]) -> Counts:
    counts: defaultdict[str, defaultdict[str, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        counts[row["metric"]][row["part"]][row["bucket"]] = row["n"]
    return counts
