"""Kaplan-Meier curves with delayed entry: the curve, its median, the area under it."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Observed, Z, observed, sums

ALMOST = 1e-12
"""Weights are sums of fractions: what is left of a risk set below this part of it is nobody."""

TIE = 1.4901161193847656e-08
"""How near to a half a curve must be to count as at it: the square root of the machine's precision, as R has it."""


@dataclass(frozen=True, eq=False)
class KaplanMeier:
    """A curve at every distinct stop. Arrays of shape (m,); `empty`: m is 0; `no_events`: survival is 1 throughout.

    at_risk, events: sums of weights. std_err: Greenwood, 0 where survival is 0 or 1.
    lower, upper: 95 % on the log-log scale; where survival is 0 or 1 both are survival.
    """

    state: Literal["ok", "empty", "no_events"]
    times: Floats
    at_risk: Floats
    events: Floats
    survival: Floats
    std_err: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True)
class Median:
    """The time by which half have left; a limit is None where its curve never comes down to a half."""

    state: Literal["ok", "empty", "no_events", "not_reached"]
    median: float | None
    lower: float | None
    upper: float | None


@dataclass(frozen=True)
class RestrictedMean:
    """The mean time up to tau, in the unit of stop."""

    state: Literal["ok", "empty", "too_short"]
    mean: float | None
    std_err: float | None


def kaplan_meier(stop: ArrayLike, event: ArrayLike, entry: ArrayLike | None = None,
                 weights: ArrayLike | None = None) -> KaplanMeier:
    """The Kaplan-Meier curve of rows under observation on (entry, stop].

    stop, entry: shape (n,), any unit, entry None = 0. event: shape (n,), 1 = left at stop, 0 = still here then.
    weights: shape (n,), above 0; the standard error is Greenwood's on the weighted counts.
    Raises ValueError naming the rows for bad input. Source: R survival 3.5 `survfit(robust=FALSE, "log-log")`.

    >>> kaplan_meier([1, 2, 3], [1, 0, 1]).survival.round(4).tolist()
    [0.6667, 0.6667, 0.0]
    """
    rows = observed(stop, event, entry, weights)
    times, at_risk, events = counts(rows)
    survival, variance = product_limit(at_risk, events)
    std_err = survival * np.sqrt(variance)
    lower, upper = log_log_limits(survival, std_err)
    state: Literal["ok", "empty", "no_events"] = "empty" if not len(times) else "ok" if events.any() else "no_events"
    return KaplanMeier(state, times, at_risk, events, survival, std_err, lower, upper)


def median_survival(stop: ArrayLike, event: ArrayLike, entry: ArrayLike | None = None,
                    weights: ArrayLike | None = None) -> Median:
    """The median of the Kaplan-Meier curve, and where its limits cross a half; arguments as `kaplan_meier`.

    On a stretch where the curve is exactly a half the median is the middle of the stretch.
    `not_reached`: the curve stays above a half. Raises ValueError. Source: R `quantile(survfit(), 0.5)`, log-log.
    """
    curve = kaplan_meier(stop, event, entry, weights)
    if curve.state != "ok":
        return Median(curve.state, None, None, None)
    alive = curve.survival > 0  # the limits have no meaning once everybody has left
    median = _crossing(curve.times, curve.survival)
    lower = _crossing(curve.times[alive], curve.lower[alive])
    upper = _crossing(curve.times[alive], curve.upper[alive])
    return Median("not_reached" if median is None else "ok", median, lower, upper)


def restricted_mean(stop: ArrayLike, event: ArrayLike, tau: float, entry: ArrayLike | None = None) -> RestrictedMean:
    """The area under the Kaplan-Meier curve from 0 to tau > 0, with its Greenwood-type standard error.

    `too_short`: the last time lies before tau and somebody is still here, so the area is not known.
    Raises ValueError for bad rows or a tau that is not above 0. Source: R `survmean(rmean=tau)`.
    """
    if not (np.isfinite(tau) and tau > 0):
        raise ValueError("restricted_mean: a tau above 0 is needed")
    rows = observed(stop, event, entry)
    times, at_risk, events = counts(rows)
    if not len(times):
        return RestrictedMean("empty", None, None)
    survival, _ = product_limit(at_risk, events)
    if times[-1] < tau and survival[-1] > 0:
        return RestrictedMean("too_short", None, None)
    inside = times < tau
    points = np.concatenate(([0.0], times[inside], [tau]))
    pieces = np.diff(points) * np.concatenate(([1.0], survival[inside]))
    mean = pieces.sum()
    after = mean - np.cumsum(pieces)[:-1]  # area from each time to tau
    n, d = at_risk[inside], events[inside]
    some = n - d > ALMOST * n
    spread = np.where(some, d / np.where(some, n * (n - d), 1.0), 0.0)
    return RestrictedMean("ok", float(mean), float(np.sqrt((after**2 * spread).sum())))


def counts(rows: Observed) -> tuple[Floats, Floats, Floats]:
    """Distinct stops, the weight at risk at each (entry < time <= stop), and the weight leaving at each."""
    times, place = np.unique(rows.stop, return_inverse=True)
    weights = np.ones(len(rows.stop)) if rows.weights is None else rows.weights
    ending = sums(place, weights, len(times))
    at_risk: Floats = np.cumsum(ending[::-1])[::-1]
    if rows.entry is not None:
        # Who enters at or after a time is not yet at risk then.
        later = sums(np.searchsorted(times, rows.entry, side="right"), weights, len(times) + 1)
        # Long sums keep the digits that the difference loses; who ends at a time is at risk then in any case.
        here = np.cumsum(ending[::-1], dtype=np.longdouble) - np.cumsum(later[::-1], dtype=np.longdouble)[:-1]
        at_risk = np.maximum(here[::-1].astype(np.float64), ending)
    events = sums(place, weights * rows.event, len(times))
    # Sums of the same weights in another order can differ in the last digit: everybody leaving must be seen.
    events = np.where(np.abs(at_risk - events) <= ALMOST * at_risk, at_risk, events)
    return times, at_risk, events


def product_limit(at_risk: Floats, events: Floats) -> tuple[Floats, Floats]:
    """Survival after each time, and Greenwood's sum of d / (n (n - d)), 0 from where everybody has left."""
    left = at_risk - events
    survival = np.asarray(np.cumprod(left / at_risk), dtype=np.float64)
    some = (left > 0) & (survival > 0)
    variance: Floats = np.cumsum(np.where(some, events / np.where(some, at_risk * left, 1.0), 0.0))
    return survival, np.where(survival > 0, variance, 0.0)


def log_log_limits(survival: Floats, std_err: Floats) -> tuple[Floats, Floats]:
    """Limits S^exp(+-z se / (S |ln S|)); where survival is 0 or 1 both are survival."""
    inner = (survival > 0) & (survival < 1)
    safe = np.where(inner, survival, 0.5)
    with np.errstate(over="ignore"):
        spread = np.exp(np.minimum(Z * np.where(inner, std_err, 0.0) / (safe * np.abs(np.log(safe))), 700.0))
        lower, upper = safe**spread, safe ** (1 / spread)
    return np.where(inner, lower, survival), np.where(inner, upper, survival)


def _crossing(times: Floats, curve: Floats) -> float | None:
    """Where a falling curve reaches a half: the first time at it, halfway to the first time below it."""
    down = np.concatenate(([0.0], 1.0 - curve))
    at = np.concatenate(([0.0], times))
    _, first = np.unique(down, return_index=True)  # sorted by height; of equal heights the first time
    height, when = down[first], at[first]
    reached, passed = height + TIE >= 0.5, height - TIE >= 0.5
    if not reached.any():
        return None
    start = when[reached.argmax()]
    end = when[passed.argmax()] if passed.any() else at[-1]
    return float((start + end) / 2)
