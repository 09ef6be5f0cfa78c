"""Metrics over time: twelve month ends before a day, and the day."""

from collections.abc import Sequence
from datetime import date

from careerdash.build.mart import trend_days
from careerdash.store import Store

from .catalogue import CATALOGUE
from .counts import of_day, of_days
from .cubes import TREND_METRICS
from .filters import Filters
from .values import MetricValue, sources, value_of


def trend(store: Store, keys: Sequence[str], as_of: date, filters: Filters
          ) -> dict[str, list[tuple[date, MetricValue]]]:
    """(day, value) of each metric, oldest first: the 12 month ends before `as_of`, then `as_of`.

    Metrics outside `TREND_METRICS` work too, at the cost of working out every day.
    Raises KeyError for an unknown key, ValueError for `mentor_load`.
    """
    metrics = [CATALOGUE[key] for key in keys]
    if any(metric.kind == "load" for metric in metrics):
        raise ValueError("mentor_load has no trend")
    needed = sources(metrics)
    days = trend_days(as_of)
    if TREND_METRICS.issuperset(needed):
        counts = of_days(store, days, filters, needed)
    else:
        counts = {day: of_day(store, day, filters, needed) for day in days}
    return {metric.key: [(day, value_of(metric, counts[day])) for day in days] for metric in metrics}
