"""How numbers of the question are told: exactly to coordinators, coarsely to leadership. Both in the same shapes."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from . import coarse
from .coarse import Percent, Points
from .verdict import Verdict, of_100, spoken


class Voice(Protocol):
    """What the figures of a report need."""

    exact: bool

    def share(self, value: float | None, people: int) -> Percent | None:
        """A share of so many people."""

    def points(self, gap: Mapping[str, Any], people: int, shares: Sequence[Percent | None]) -> Points | None:
        """A difference with its range."""

    def people(self, count: int) -> int:
        """A number of people."""

    def months(self, people: int) -> tuple[int, ...]:
        """The months of curves."""

    def sentence(self, found: Verdict, gap: Mapping[str, Any], told: Points | None) -> str:
        """The verdict."""


class Exactly:
    """For coordinators: rounded only for the eye."""

    exact = True

    def share(self, value: float | None, people: int) -> Percent | None:
        """Whole percents; never 0 % or 100 % where it is not."""
        if value is None:
            return None
        percent = coarse.nearest(value, 1)
        words = "<1%" if percent == 0 < value else ">99%" if percent == 100 and value < 1 else f"{percent}%"
        return Percent(percent, words)

    def points(self, gap: Mapping[str, Any], people: int, shares: Sequence[Percent | None]) -> Points | None:
        """Whole points, each rounded for itself."""
        if gap["difference"] is None or gap["low"] is None:
            return None
        difference, low, high = (coarse.nearest(gap[name], 1) for name in ("difference", "low", "high"))
        return Points(difference, low, high, 1)

    def people(self, count: int) -> int:
        """The number itself."""
        return count

    def months(self, people: int) -> tuple[int, ...]:
        """Every month."""
        return tuple(range(25))

    def sentence(self, found: Verdict, gap: Mapping[str, Any], told: Points | None) -> str:
        """From the unrounded numbers."""
        return spoken(found, *(of_100(gap[name] or 0.0) for name in ("difference", "low", "high")))


class Coarsely:
    """For leadership, by the rules of `coarse`."""

    exact = False

    def share(self, value: float | None, people: int) -> Percent | None:
        """See `coarse.share`."""
        return coarse.share(value, people)

    def points(self, gap: Mapping[str, Any], people: int, shares: Sequence[Percent | None]) -> Points | None:
        """See `coarse.points`."""
        return coarse.points(gap, people, shares)

    def people(self, count: int) -> int:
        """To the nearest 10."""
        return coarse.headcount(count)

    def months(self, people: int) -> tuple[int, ...]:
        """Five months below 100 people."""
        return coarse.months(people)

    def sentence(self, found: Verdict, gap: Mapping[str, Any], told: Points | None) -> str:
        """From the coarse numbers; what the range leaves out stays left out in words ("under 5 more", not "0 more")."""
        if told is None:
            return spoken("too_few", "", "", "")
        return spoken(found, *(_coarse_words(number, value, told.step) for number, value in (
            (told.difference, gap["difference"]), (told.low, gap["low"]), (told.high, gap["high"]))))


def _coarse_words(number: int, value: float, step: int) -> str:
    """A coarse number of points in words.

    >>> _coarse_words(0, 0.012, 5), _coarse_words(-10, -0.09, 5), _coarse_words(0, 0.0, 5)
    ('under 5 more', '10 fewer', '0 more')
    """
    if number == 0 and value and not math.isclose(value, 0.0, abs_tol=1e-12):
        return f"under {step} {'fewer' if value < 0 else 'more'}"
    return f"{abs(number)} {'fewer' if number < 0 else 'more'}"
