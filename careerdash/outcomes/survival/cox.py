"""Cox regression on (start, stop] rows: strata, tied events after Efron or Breslow, errors by cluster."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Bools, Floats, Ints, labels, numbers, observed, sums

Ties = Literal["efron", "breslow"]

TOO_STEEP = 20.0
"""A coefficient times its column's spread beyond this runs away: nobody of one side leaves."""

SINGULAR = 1e-10
MOST_STEPS = 60


@dataclass(frozen=True, eq=False)
class Cox:
    """Coefficients (log hazard ratios) and their errors, shape (p,); loglik: at 0 and at the coefficients.

    robust_std_err: dfbeta of the same tie rule summed per cluster; None without clusters.
    """

    state: Literal["ok", "empty", "no_events", "not_estimable"]
    coef: Floats | None
    std_err: Floats | None
    robust_std_err: Floats | None
    loglik: tuple[float, float] | None


def cox(start: ArrayLike | None, stop: ArrayLike, event: ArrayLike, x: ArrayLike, strata: ArrayLike | None = None,
        cluster: ArrayLike | None = None, ties: Ties = "efron") -> Cox:
    """Cox's proportional hazards on rows at risk over (start, stop].

    start, stop, event: shape (n,), start None = 0. x: shape (n,) or (n, p). strata, cluster: shape (n,), any labels.
    `not_estimable`: a column is constant within every risk set, follows from the others, or its coefficient runs
    away. Raises ValueError naming the rows, or for an unknown tie rule. Source: R `coxph`.

    >>> fit = cox(None, [1, 2, 3, 4], [1, 1, 1, 1], [0, 1, 0, 1])
    >>> round(float(fit.coef[0]), 4)
    -0.9406
    """
    if ties not in ("efron", "breslow"):
        raise ValueError("cox: ties is efron or breslow")
    rows = observed(stop, event, start)
    n = len(rows.stop)
    columns = numbers(x, "x", n) if n else np.zeros((0, 1))
    columns = columns.reshape(n, -1) if columns.ndim == 1 else columns
    if columns.ndim != 2:
        raise ValueError("cox: x has one row a row and one column a covariate")
    stratum = np.zeros(n, dtype=np.int64) if strata is None else labels(strata, "strata", n)[1]
    clusters = None if cluster is None else labels(cluster, "cluster", n)[1]
    if not n or not rows.event.any():
        return Cox("no_events" if n else "empty", None, None, None, None)
    spread = columns.std(axis=0)
    if (spread <= SINGULAR * np.maximum(1.0, np.abs(columns).max(axis=0))).any():
        return Cox("not_estimable", None, None, None, None)
    risk = _RiskSets(rows.entry, rows.stop, rows.event, (columns - columns.mean(axis=0)) / spread, stratum, ties)
    found = _climb(risk)
    if found is None:
        return Cox("not_estimable", None, None, None, None)
    beta, null, fitted, inverse = found
    robust = None
    if clusters is not None:
        moved = risk.residuals(beta) @ inverse
        per = np.stack([np.bincount(clusters, column) for column in moved.T], axis=1)
        robust = np.sqrt((per**2).sum(axis=0)) / spread
    return Cox("ok", beta / spread, np.sqrt(np.diag(inverse)) / spread, robust, (null, fitted))


def _climb(risk: "_RiskSets") -> tuple[Floats, float, float, Floats] | None:
    """Newton steps to the top of the likelihood, halved where they overshoot; None where there is none."""
    beta = np.zeros(risk.x.shape[1])
    height, slope, bend = risk.likelihood(beta)
    null = height
    size = np.sqrt(np.maximum(np.diag(bend), 0.0))
    if (size <= np.sqrt(SINGULAR * risk.event.sum())).any() or _flat(bend, size):
        return None
    for _ in range(MOST_STEPS):
        try:
            step = np.linalg.solve(bend, slope)
        except np.linalg.LinAlgError:
            return None
        for _ in range(30):
            tried = risk.likelihood(beta + step) if np.abs(beta + step).max() < 4 * TOO_STEEP else None
            if tried is not None and tried[0] >= height - 1e-9 * abs(height):
                break
            step = step / 2
        else:
            return None
        beta = beta + step
        height, slope, bend = tried
        if np.abs(beta).max() > TOO_STEEP or _flat(bend, size):
            return None
        if np.abs(step).max() < 1e-11:
            inverse = np.asarray(np.linalg.inv(bend), dtype=np.float64)
            return beta, null, height, inverse
    return None


def _flat(bend: Floats, size: Floats) -> bool:
    """Whether some direction has lost its bend, against that of each column at 0: nothing is learnt along it.

    A coefficient that runs away gets there first, in steps of 1 that digits end before the limit does.
    """
    return bool(np.linalg.eigvalsh(bend / np.outer(size, size))[0] < SINGULAR)


class _RiskSets:
    """Rows sorted once, so that each step is a few running sums.

    `x` has spread 1 and mean 0. Moments are the distinct (stratum, time) with an event. For Efron each of the d events
    of a moment is met with a part l/d (l = 0..d-1) of the leavers' own weight taken off; for Breslow with none.
    """

    def __init__(self, entry: Floats | None, stop: Floats, event: Bools, x: Floats, stratum: Ints, ties: Ties) -> None:
        self.x, self.event = x, event
        points = np.unique(np.concatenate((stop, entry)) if entry is not None else stop)
        step = len(points) + 1
        ended = stratum * step + np.searchsorted(points, stop)
        began = stratum * step + (np.searchsorted(points, entry) if entry is not None else -1)
        self._by_end, self._by_start = np.argsort(ended, kind="stable"), np.argsort(began, kind="stable")
        self._ended, self._began = ended, began
        moments, place = np.unique(ended[event], return_inverse=True)
        self._moments, self._place = moments, place
        self._started = np.searchsorted(began[self._by_start], moments, side="left")
        self._gone = np.searchsorted(ended[self._by_end], moments, side="left")
        died = np.bincount(place)
        self._died = died
        self._meeting = np.repeat(np.arange(len(moments)), died)
        turn = np.arange(len(place)) - np.repeat(np.cumsum(died) - died, died)
        self._part = turn / np.repeat(died, died) if ties == "efron" else np.zeros(len(place))

    def _at_risk(self, values: Floats) -> Floats:
        """Sums of values over each moment's risk set; long sums keep the digits that a difference loses."""
        began = np.concatenate(([0], np.cumsum(values[self._by_start], dtype=np.longdouble)))
        ended = np.concatenate(([0], np.cumsum(values[self._by_end], dtype=np.longdouble)))
        held: Floats = (began[self._started] - ended[self._gone]).astype(np.float64)
        return held

    def _leaving(self, values: Floats) -> Floats:
        return sums(self._place, values[self.event], len(self._moments))

    def _sums(self, values: Floats) -> Floats:
        """Sums of values at each meeting of an event with its risk set."""
        return self._at_risk(values)[self._meeting] - self._part * self._leaving(values)[self._meeting]

    def _weights(self, beta: Floats) -> tuple[Floats, Floats]:
        score = self.x @ beta
        return score, np.exp(score - score.max())

    def likelihood(self, beta: Floats) -> tuple[float, Floats, Floats]:
        """Log-likelihood, its slope (p,) and its bend (p, p) at beta."""
        score, weight = self._weights(beta)
        width = self.x.shape[1]
        total = self._sums(weight)
        if total.min() <= 0:  # so steep that the smallest weights vanish beside the largest
            return -np.inf, beta, np.eye(width)
        mean = np.stack([self._sums(weight * column) for column in self.x.T], axis=1) / total[:, None]
        height = score[self.event].sum() - np.log(total).sum() - len(total) * score.max()
        slope = self.x[self.event].sum(axis=0) - mean.sum(axis=0)
        bend = np.empty((width, width))
        for one in range(width):
            for other in range(one, width):
                square = self._sums(weight * self.x[:, one] * self.x[:, other]) / total
                bend[one, other] = bend[other, one] = (square - mean[:, one] * mean[:, other]).sum()
        return float(height), slope, bend

    def residuals(self, beta: Floats) -> Floats:
        """Score residuals, shape (n, p): what each row adds to the slope, under the same tie rule."""
        _, weight = self._weights(beta)
        total = self._sums(weight)
        spared = 1 / total
        own = (1 - self._part) * spared
        count = len(self._moments)
        first = np.searchsorted(self._moments, self._began, side="right")
        last = np.searchsorted(self._moments, self._ended, side="right")
        here = self._place

        def passed(amount: Floats) -> Floats:
            per = np.bincount(self._meeting, amount, count)
            run = np.concatenate(([0], np.cumsum(per, dtype=np.longdouble)))
            through = (run[last] - run[first]).astype(np.float64)
            return through

        def corrected(amount: Floats, mine: Floats) -> Floats:
            through = passed(amount)
            change = np.bincount(self._meeting, mine - amount, count)
            through[self.event] += change[here]
            return through

        hazard = corrected(spared, own)
        result = np.empty_like(self.x)
        for index, column in enumerate(self.x.T):
            mean = self._sums(weight * column) / total
            result[:, index] = -weight * (column * hazard - corrected(mean * spared, mean * own))
            average = np.bincount(self._meeting, mean, count) / self._died
            result[self.event, index] += column[self.event] - average[here]
        return result
