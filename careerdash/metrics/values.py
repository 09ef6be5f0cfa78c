"""The metrics' values: value, numerator, denominator, who was left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from careerdash.store import Store

from .catalogue import CATALOGUE, Metric
from .counts import Counts, Parts, of_day, query, total
from .estimates import net_interval, quantile, survival_median, wilson
from .filters import Filters

_LEFT_OUT_OF_ACTIVE = "paused"


@dataclass(frozen=True)
class MetricValue:
    """One metric on one day. `value` is None where the denominator is 0; shares are fractions.

    `left_out`: how many of the metric's own unit (of `paused`: pairs), by reason, only above 0.
    `low`, `high`: 95 % interval, for satisfaction and recommendation alone.
    """

    value: float | None
    numerator: int | None
    denominator: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    low: float | None = None
    high: float | None = None


def values(store: Store, as_of: date, filters: Filters, keys: Sequence[str] | None = None) -> dict[str, MetricValue]:
    """The metrics of these keys (None: all) by key, in the order asked. Raises KeyError for an unknown key."""
    metrics = [CATALOGUE[key] for key in (CATALOGUE if keys is None else keys)]
    counted = [metric for metric in metrics if metric.kind != "load"]
    counts = of_day(store, as_of, filters, sources(counted)) if counted else {}
    found: dict[str, MetricValue] = {}
    for metric in metrics:
        if metric.kind == "load":
            found[metric.key] = _load(store, as_of, filters)
        else:
            found[metric.key] = value_of(metric, counts)
    return found


def sources(metrics: Sequence[Metric]) -> list[str]:
    """The counted metrics that these are made of."""
    return list(dict.fromkeys([*(metric.source for metric in metrics), "paused_pairs"]))


def value_of(metric: Metric, counts: Counts) -> MetricValue:
    """The value of a metric out of its counts. Not for `mentor_load`, which cannot be added up."""
    parts = counts.get(metric.source, {})
    left_out = _left_out(metric, parts, counts)
    numerator, denominator = total(parts, "numerator"), total(parts, "denominator")
    low: float | None = None
    high: float | None = None
    if metric.kind == "count":
        return MetricValue(numerator if denominator else None, numerator, denominator, left_out)
    if metric.kind == "quantile":
        days = parts.get("days", {})
        return MetricValue(quantile(days, metric.quantile), None, sum(days.values()), left_out)
    if metric.kind == "survival":
        events, censored = parts.get("event", {}), parts.get("censored", {})
        happened = sum(events.values())
        return MetricValue(
            survival_median(events, censored), happened, happened + sum(censored.values()), left_out)
    if metric.kind == "net":
        promoters, detractors = total(parts, "promoters"), total(parts, "detractors")
        numerator = promoters - detractors
        low, high = net_interval(promoters, detractors, denominator)
    elif metric.kind == "share_with_interval":
        low, high = wilson(numerator, denominator)
    return MetricValue(numerator / denominator if denominator else None, numerator, denominator, left_out, low, high)


def _left_out(metric: Metric, parts: Parts, counts: Counts) -> dict[str, int]:
    found: dict[str, int] = {}
    for reason in metric.left_out:
        if reason == _LEFT_OUT_OF_ACTIVE:
            n = total(counts.get("paused_pairs", {}), "numerator")
        else:
            n = total(parts, reason)
        if n:
            found[reason] = n
    return found


def _load(store: Store, as_of: date, filters: Filters) -> MetricValue:
    rows = store.rows(query("mentor_loads"), {"as_of": as_of, **filters.params()})
    pairs = sum(row["pairs"] * row["mentors"] for row in rows)
    mentors = sum(row["mentors"] for row in rows)
    paused = total(of_day(store, as_of, filters, ["paused_pairs"]).get("paused_pairs", {}), "numerator")
    return MetricValue(
        pairs / mentors if mentors else None, pairs, mentors, {_LEFT_OUT_OF_ACTIVE: paused} if paused else {})
