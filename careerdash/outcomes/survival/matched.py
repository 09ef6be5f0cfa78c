"""The difference between two weighted curves in which the same people may stand several times, on both sides."""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, Z, flags, labels, observed, sums
from .weighted import Arm, whole


@dataclass(frozen=True)
class MatchedDifference:
    """Shares still here at tau and their difference (mentored minus colleagues), with its 95 % interval.

    at_risk: distinct persons still followed at tau, (mentored, colleagues).
    """

    state: Literal["ok", "empty_arm", "not_followed"]
    mentored: float | None
    colleagues: float | None
    difference: float | None
    std_err: float | None
    low: float | None
    high: float | None
    at_risk: tuple[int, int]


def matched_difference(stop: ArrayLike, event: ArrayLike, mentored: ArrayLike, person: ArrayLike, weights: ArrayLike,
                       tau: float) -> MatchedDifference:
    """Difference of two Kaplan-Meier curves at tau, its error summed per person across both arms.

    stop, event, weights: shape (n,), as `kaplan_meier`. mentored: shape (n,), 1 = mentee's row, 0 = colleague's.
    person: shape (n,), any labels. `not_followed`: in an arm nobody is at risk at tau; that arm and the difference
    are None. Raises ValueError naming the rows, or for a tau that is no number of 0 or more.
    Source: influence function of the product limit; clusters as in Lin and Wei (1989). No small-sample factor.
    """
    if not (math.isfinite(tau) and tau >= 0):
        raise ValueError("matched_difference: a tau of 0 or more is needed")
    rows = observed(stop, event, None, weights)
    n = len(rows.stop)
    side = flags(mentored, "mentored", n)
    names, who = labels(person, "person", n)
    given = np.ones(n) if rows.weights is None else rows.weights
    weight = whole(given)
    values: list[float | None] = []
    moved: list[Floats] = []
    at_risk = []
    for mine in (side, ~side):
        arm = Arm.of(rows.stop[mine], rows.event[mine], weight[mine])
        followed = distinct(who[mine][arm.time >= tau])
        at_risk.append(followed)
        values.append(arm.survival_at(tau) if followed else None)
        moved.append(per_person(who[mine], arm.influence(tau), len(names)))
    risk = (at_risk[0], at_risk[1])
    empty = side.all() or not side.any()
    ours, theirs = values
    if ours is None or theirs is None:
        return MatchedDifference("empty_arm" if empty else "not_followed", ours, theirs, None, None, None, None, risk)
    error = root_sum(moved[0] - moved[1])
    gap = ours - theirs
    return MatchedDifference("ok", ours, theirs, gap, error, gap - Z * error, gap + Z * error, risk)


def per_person(person: Ints, influence: Floats, people: int) -> Floats:
    """What rows add, summed per person: shape (people,)."""
    return sums(person, influence, people)


def root_sum(influence: Floats) -> float:
    """The standard error: root of the summed squares."""
    return float(np.sqrt((influence**2).sum()))


def distinct(person: Ints) -> int:
    """How many different people."""
    return int(np.count_nonzero(np.bincount(person))) if len(person) else 0
