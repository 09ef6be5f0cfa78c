"""The log-rank test, stratified and with delayed entry."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from .arrays import Floats, Ints, labels, observed, sums
from .distributions import chi2_upper


@dataclass(frozen=True, eq=False)
class LogRank:
    """The test and, for each group in sorted order, events seen and events expected if all were alike."""

    state: Literal["ok", "empty", "no_events", "one_group"]
    chi2: float | None
    df: int | None
    p: float | None
    groups: tuple[Any, ...]
    observed: Floats
    expected: Floats


def log_rank(stop: ArrayLike, event: ArrayLike, group: ArrayLike, entry: ArrayLike | None = None,
             strata: ArrayLike | None = None) -> LogRank:
    """Do the groups leave alike? Rows are under observation on (entry, stop].

    stop, event, entry: as `kaplan_meier`. group, strata: shape (n,), any labels; strata are compared within only.
    `one_group`: there is only one, or no two are ever at risk together when somebody leaves.
    Raises ValueError naming the rows. Source: R `survdiff`; with delayed entry `coxph(ties="exact")`, score test.

    >>> round(log_rank([1, 2, 3, 4], [1, 1, 1, 1], ["a", "a", "b", "b"]).chi2, 4)
    2.8824
    """
    rows = observed(stop, event, entry)
    n = len(rows.stop)
    distinct, code = labels(group, "group", n)
    names = tuple(distinct.tolist())
    stratum = np.zeros(n, dtype=np.int64) if strata is None else labels(strata, "strata", n)[1]
    size = len(names)
    seen = sums(code, rows.event, size)
    if not n or not rows.event.any():
        state: Literal["empty", "no_events"] = "no_events" if n else "empty"
        return LogRank(state, None, None, None, names, seen, np.zeros(size))
    at_risk, dead = _tables(rows.stop, rows.entry, rows.event, code, stratum, size)
    everyone, died = at_risk.sum(axis=1), dead.sum(axis=1)
    share = at_risk / everyone[:, None]
    expected = (died[:, None] * share).sum(axis=0)
    scale = died * (everyone - died) / np.maximum(everyone - 1, 1)
    spread = np.diag((scale[:, None] * share).sum(axis=0)) - share.T @ (scale[:, None] * share)
    strength, turn = np.linalg.eigh(spread)
    kept = strength > 1e-10 * max(float(np.trace(spread)), 1e-10)
    df = int(kept.sum())
    if df == 0:
        return LogRank("one_group", None, None, None, names, seen, expected)
    turned = turn[:, kept].T @ (seen - expected)
    chi2 = float((turned**2 / strength[kept]).sum())
    return LogRank("ok", chi2, df, chi2_upper(chi2, df), names, seen, expected)


def _tables(stop: Floats, entry: Floats | None, event: Any, code: Ints, stratum: Ints,
            size: int) -> tuple[Floats, Floats]:
    """For each stratum and time with an event, rows at risk and rows leaving of each group: shape (m, size)."""
    points = np.unique(np.concatenate((stop, entry)) if entry is not None else stop)
    step = len(points) + 1
    ended = stratum * step + np.searchsorted(points, stop)
    moments, place = np.unique(ended[event], return_inverse=True)
    dead = np.bincount(place * size + code[event], minlength=len(moments) * size).reshape(-1, size)
    at_risk = np.empty((len(moments), size))
    began = stratum * step + (np.searchsorted(points, entry) if entry is not None else -1)
    for group in range(size):
        # At risk at a moment: began before it, not ended before it; earlier strata cancel out.
        mine = code == group
        at_risk[:, group] = (np.searchsorted(np.sort(began[mine]), moments, side="left")
                             - np.searchsorted(np.sort(ended[mine]), moments, side="left"))
    return at_risk, dead.astype(np.float64)
