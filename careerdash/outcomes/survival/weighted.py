"""A weighted curve without delayed entry, and what each row adds to its points, its area and its causes.

The curve of one arm of the matched comparison. People come several times, as colleague of several mentees or first
as colleague and then as mentee, so errors are not Greenwood's: what rows add is summed per person first.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .arrays import Bools, Floats, Ints, sums
from .curve import ALMOST

SIXTIETHS = 60
"""Weights 1/k, k = 1..5, are whole sixtieths: sums stay exact, so that a day on which everybody leaves is seen."""


def whole(weights: Floats) -> Floats:
    """Weights in sixtieths where they all are whole ones, else as they are."""
    parts = weights * SIXTIETHS
    rounded = np.rint(parts)
    return rounded if (np.abs(parts - rounded) < 1e-9).all() else weights


@dataclass(frozen=True, eq=False)
class Arm:
    """Rows of one arm: time, event, weight, all of shape (n,); days: distinct times, `place` each row's day.

    at_risk and events: sums of weights at each day; survival after it.
    """

    time: Floats
    event: Bools
    weight: Floats
    days: Floats
    place: Ints
    at_risk: Floats
    events: Floats
    survival: Floats

    @classmethod
    def of(cls, time: Floats, event: Bools, weight: Floats) -> "Arm":
        """The curve of these rows; an arm of nobody has no days."""
        days, place = np.unique(time, return_inverse=True)
        at_risk: Floats = np.cumsum(sums(place, weight, len(days))[::-1])[::-1]
        events = sums(place, weight * event, len(days))
        events = np.where(np.abs(at_risk - events) <= ALMOST * at_risk, at_risk, events)
        return cls(time, event, weight, days, place, at_risk, events,
                   np.cumprod((at_risk - events) / at_risk).astype(np.float64))

    @cached_property
    def before(self) -> Floats:
        """Survival just before each day."""
        return np.concatenate(([1.0], self.survival))[:-1]

    @cached_property
    def _left(self) -> Floats:
        left = self.at_risk - self.events
        return np.where(left > 0, left, np.inf)

    @cached_property
    def _staying(self) -> Floats:
        """Sum of d / (n (n - d)) up to and with each day."""
        return np.cumsum(self.events / (self.at_risk * self._left))

    @cached_property
    def _staying_before(self) -> Floats:
        return np.concatenate(([0.0], self._staying))[:-1]

    @cached_property
    def _own(self) -> Floats:
        """1 / (n - d) of the own day of rows that leave, else 0."""
        return np.where(self.event, 1 / self._left[self.place], 0.0)

    def _last(self, tau: float) -> int:
        """Number of days up to and with tau."""
        return int(np.searchsorted(self.days, tau, side="right"))

    def survival_at(self, tau: float) -> float:
        """S(tau); the last value carries."""
        last = self._last(tau)
        return float(self.survival[last - 1]) if last else 1.0

    def influence(self, tau: float) -> Floats:
        """What each row adds to S(tau), shape (n,)."""
        last = self._last(tau)
        survival = self.survival_at(tau)
        if last == 0 or survival == 0:
            return np.zeros(len(self.time))
        gained = self._staying[np.minimum(self.place, last - 1)]
        lost = np.where(self.place < last, self._own, 0.0)
        return survival * self.weight * (gained - lost)

    def area(self, tau: float) -> tuple[float, Floats]:
        """The area under the curve from 0 to tau, and what each row adds to it, shape (n,)."""
        inside = self.days < tau
        points = np.concatenate(([0.0], self.days[inside], [tau]))
        level = np.concatenate(([1.0], self.survival[inside]))
        pieces = np.diff(points) * level
        # Up to its own time a row gains as the running sum does, after it as it did then, less its own leaving.
        gained = np.cumsum(pieces * np.concatenate(([0.0], self._staying[inside])))
        after = pieces.sum() - np.cumsum(pieces)  # area from each point to tau
        early = self.place < inside.sum()
        spot = np.where(early, self.place, 0)
        if not inside.any():
            return float(pieces.sum()), np.zeros(len(self.time))
        own = gained[spot] + after[spot] * (self._staying[spot] - self._own)
        return float(pieces.sum()), self.weight * np.where(early, own, gained[-1])

    def incidence(self, cause: Bools, tau: float) -> tuple[float, Floats]:
        """Share leaving by tau with `cause` true (shape (n,)), others competing; what each row adds, shape (n,)."""
        last = self._last(tau)
        if last == 0:
            return 0.0, np.zeros(len(self.time))
        leaving = sums(self.place, self.weight * cause, len(self.days))
        share = leaving / self.at_risk
        total = float((self.before * share)[:last].sum())
        steps = self.before * (self._staying_before * share - share / self.at_risk)
        run = np.cumsum(steps)[np.minimum(self.place, last - 1)]
        own = np.where(cause & (self.place < last), (self.before / self.at_risk)[self.place], 0.0)
        return total, self.weight * (run + own)
