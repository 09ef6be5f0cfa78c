"""A share of people and a rate per year of people's time, each with its 95 % interval."""

import math
from dataclasses import dataclass
from typing import Literal

from .arrays import Z
from .distributions import chi2_quantile


@dataclass(frozen=True)
class Share:
    """A share with its Wilson interval, all between 0 and 1; None where nobody is counted."""

    value: float | None
    low: float | None
    high: float | None
    state: Literal["ok", "empty"]


@dataclass(frozen=True)
class Rate:
    """Events per unit of exposure with the exact Poisson interval; None without exposure."""

    value: float | None
    low: float | None
    high: float | None
    state: Literal["ok", "empty"]


def wilson(count: int, total: int) -> Share:
    """The share `count` of `total` people, with Wilson's score interval (1927), which also holds near 0 and 1.

    Raises ValueError unless 0 <= count <= total.

    >>> share = wilson(0, 10)
    >>> share.low, round(share.high, 6)
    (0.0, 0.277533)
    """
    if not 0 <= count <= total:
        raise ValueError("wilson: 0 <= count <= total is needed")
    if total == 0:
        return Share(None, None, None, "empty")
    share = count / total
    middle = share + Z * Z / (2 * total)
    half = Z * math.sqrt(share * (1 - share) / total + Z * Z / (4 * total * total))
    scale = 1 + Z * Z / total
    low = 0.0 if count == 0 else (middle - half) / scale
    high = 1.0 if count == total else (middle + half) / scale
    return Share(share, low, high, "ok")


def poisson_interval(events: int, exposure: float) -> Rate:
    """Events per unit of exposure, with the exact interval of Garwood (1936).

    Raises ValueError for negative numbers, or events without exposure.

    >>> rate = poisson_interval(0, 10.0)
    >>> rate.value, rate.low, round(rate.high, 6)
    (0.0, 0.0, 0.368888)
    """
    if events < 0 or not 0 <= exposure < math.inf or (events and not exposure):
        raise ValueError("poisson_interval: events and exposure cannot be negative, events need exposure")
    if exposure == 0:
        return Rate(None, None, None, "empty")
    low = chi2_quantile(0.025, 2 * events) / 2 if events else 0.0
    high = chi2_quantile(0.975, 2 * events + 2) / 2
    return Rate(events / exposure, low / exposure, high / exposure, "ok")
