"""Cumulative incidence of competing causes (Aalen-Johansen), with delayed entry."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, numbers, observed, refuse, sums
from .curve import counts, product_limit


@dataclass(frozen=True, eq=False)
class CumulativeIncidence:
    """For each cause, the share that has left for it by each distinct stop. Arrays of shape (m,)."""

    state: Literal["ok", "empty", "no_events"]
    times: Floats
    incidence: dict[int, Floats]
    std_err: dict[int, Floats]


def cumulative_incidence(stop: ArrayLike, cause: ArrayLike, entry: ArrayLike | None = None) -> CumulativeIncidence:
    """Shares leaving for each cause when the others compete; rows are under observation on (entry, stop].

    stop, entry: shape (n,), entry None = 0. cause: shape (n,), whole numbers, 0 = still here at stop.
    The standard error is the infinitesimal jackknife: under delayed entry the delta method gives another one.
    Raises ValueError naming the rows. Source: R survival 3.5 `survfit(Surv(entry, stop, factor(cause)))`.

    >>> cumulative_incidence([1, 2, 3, 4], [1, 2, 0, 1]).incidence[1].tolist()
    [0.25, 0.25, 0.25, 0.75]
    """
    causes = numbers(cause, "cause", len(np.asarray(stop)) if np.ndim(stop) else None)
    rows = observed(stop, causes != 0, entry)
    times, at_risk, events = counts(rows)
    refuse(causes != np.rint(causes), "cause: a whole number is needed")
    kinds = [int(kind) for kind in np.unique(causes[causes != 0])]
    if not kinds:
        return CumulativeIncidence("no_events" if len(times) else "empty", times, {}, {})
    survival, _ = product_limit(at_risk, events)
    before = np.concatenate(([1.0], survival[:-1]))
    place = np.searchsorted(times, rows.stop)
    leaving = {kind: sums(place, causes == kind, len(times)) for kind in kinds}
    incidence = {kind: np.cumsum(before * leaving[kind] / at_risk) for kind in kinds}
    first = np.zeros(len(place), dtype=np.int64)
    if rows.entry is not None:
        first = np.searchsorted(times, rows.entry, side="right")
    return CumulativeIncidence("ok", times, incidence, _errors(first, place, causes, before, at_risk, leaving))


def _errors(first: Ints, place: Ints, causes: Floats, before: Floats, at_risk: Floats,
            leaving: dict[int, Floats]) -> dict[int, Floats]:
    """Root of the summed squares of what each row adds to each incidence, time by time.

    A row moves the incidence directly while it is at risk, and through the survival for good.
    Rows that are alike are followed once.
    """
    rows, copies = np.unique(np.column_stack((first, place, causes)), axis=0, return_counts=True)
    began, ended, own = rows[:, 0], rows[:, 1], rows[:, 2]
    moved = {kind: np.zeros(len(rows)) for kind in leaving}
    on_survival = np.zeros(len(rows))
    result = {kind: np.zeros(len(before)) for kind in leaving}
    for moment, (survival, n) in enumerate(zip(before, at_risk, strict=True)):
        here = (began <= moment) & (moment <= ended)
        leaves = ended == moment
        dead = sum(float(count[moment]) for count in leaving.values())
        for kind, count in leaving.items():
            share = count[moment] / n
            direct = (leaves & (own == kind)).astype(np.float64) - here * share
            moved[kind] += survival * (direct / n + on_survival * share)
            result[kind][moment] = np.sqrt((copies * moved[kind] ** 2).sum())
        if dead and dead < n:
            on_survival += here * (dead / (n * (n - dead))) - (leaves & (own != 0)) / (n - dead)
    return result
