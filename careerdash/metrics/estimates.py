"""Numbers made from counts: quantiles, the Kaplan-Meier median, intervals."""

from collections.abc import Mapping
from fractions import Fraction
from math import sqrt

Z = 1.959964
"""The normal quantile of a 95 % interval."""

_LEAST_FOR_NET = 5
"""Below this many answers the interval of a net score says nothing."""


def quantile(counts: Mapping[int, int], q: Fraction) -> int | None:
    """The smallest value whose cumulative share is at least q; None without values.

    >>> quantile({7: 1, 14: 2, 60: 1}, Fraction(1, 2))
    14
    """
    total = sum(counts.values())
    reached = 0
    for value in sorted(counts):
        reached += counts[value]
        if reached >= q * total > 0:
            return value
    return None


def survival_median(events: Mapping[int, int], censored: Mapping[int, int]) -> int | None:
    """The smallest day t with S(t) <= 0.5 by Kaplan-Meier; None where S never falls so low.

    Events come before censorings on one day. In integers, so that S = 0.5 is met exactly.

    >>> survival_median({10: 1, 20: 1}, {15: 1})
    20
    """
    at_risk = sum(events.values()) + sum(censored.values())
    alive = Fraction(1)
    for day in sorted({*events, *censored}):
        happened = events.get(day, 0)
        if happened:
            alive *= Fraction(at_risk - happened, at_risk)
            if alive <= Fraction(1, 2):
                return day
        at_risk -= happened + censored.get(day, 0)
    return None


def wilson(yes: int, n: int) -> tuple[float, float] | tuple[None, None]:
    """The Wilson interval of a share; None without answers.

    >>> [round(limit, 3) for limit in wilson(3, 5)]
    [0.231, 0.882]
    """
    if n == 0:
        return None, None
    p = yes / n
    centre = p + Z * Z / (2 * n)
    half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    scale = 1 + Z * Z / n
    return (centre - half) / scale, (centre + half) / scale


def net_interval(promoters: int, detractors: int, n: int) -> tuple[float, float] | tuple[None, None]:
    """The interval of (promoters - detractors) / n, cut to [-1, 1]; None below five answers."""
    if n < _LEAST_FOR_NET:
        return None, None
    net = (promoters - detractors) / n
    half = Z * sqrt(max(0.0, (promoters + detractors) / n - net * net) / n)
    return max(-1.0, net - half), min(1.0, net + half)
