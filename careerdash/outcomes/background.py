"""The numbers beside the matched comparison: the naive one, turnover by person-time, and a second witness."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from .company import NEVER, Company
from .survival import cox, log_rank, poisson_interval
from .survival.arrays import Bools, Ints, Z

DAYS_A_YEAR = 365.25
_FAR = 2**21
_SHIFT = 2**20


@dataclass(frozen=True, eq=False)
class Pieces:
    """Time under observation on (begin, end], cut after the day of first start; all of shape (n,)."""

    place: Ints
    begin: Ints
    end: Ints
    left: Bools
    mentored: Bools


def pieces_of(company: Company) -> Pieces:
    """All observed time: before and with the first start as others, then as mentees of the scope, else dropped."""
    spells = company.spells
    entry, stop, left = _observed(company)
    whole = np.arange(len(entry), dtype=np.int64)
    first = spells.first_start
    early = (entry < stop) & (entry < first)
    late = (stop > np.maximum(entry, first)) & spells.in_scope
    place = np.concatenate((whole[early], whole[late]))
    return Pieces(
        place,
        np.concatenate((entry[early], np.maximum(entry, first)[late])),
        np.concatenate((np.minimum(stop, first)[early], stop[late])),
        np.concatenate(((left & (stop <= first))[early], left[late])),
        np.repeat([False, True], [early.sum(), late.sum()]))


def naive(company: Company) -> dict[str, float | None]:
    """Share still here of everybody who ever was a mentee, and of those who never were: the misleading number."""
    here = company.spells.exited == NEVER
    mentored, others = (_share(here[last]) for last in naive_groups(company))
    gap = None if mentored is None or others is None else mentored - others
    return {"mentored": mentored, "others": others, "difference": gap}


def naive_groups(company: Company) -> tuple[Ints, Ints]:
    """Places of the last spells of mentees of the scope, and of people who never were a mentee."""
    spells = company.spells
    start = company.data_from
    usable = (spells.hired < company.as_of) & ((spells.exited == NEVER) | (start is None or spells.exited > start))
    last = np.full(company.people, -1)
    last[spells.person[usable]] = np.flatnonzero(usable)  # later spells of a person come later
    last = last[last >= 0]
    return last[spells.ever_in_scope[last]], last[spells.first_start[last] == NEVER]


def turnover(pieces: Pieces) -> dict[str, dict[str, Any]]:
    """Leavers per year of people's time, with the exact Poisson interval."""
    found = {}
    for name, mine in (("mentored", pieces.mentored), ("others", ~pieces.mentored)):
        leavers = int(pieces.left[mine].sum())
        years = float((pieces.end - pieces.begin)[mine].sum() / DAYS_A_YEAR)
        rate = poisson_interval(leavers, years)
        found[name] = {"leavers": leavers, "person_years": years, "rate": rate.value, "low": rate.low,
                       "high": rate.high}
    return found


def second_witness(company: Company, pieces: Pieces) -> tuple[dict[str, Any], dict[str, Any]]:
    """Log-rank and Cox in days of tenure, within department and level on the first day observed; by person."""
    spells = company.spells
    entry, _, _ = _observed(company)
    hired = spells.hired[pieces.place]
    begin, end = pieces.begin - hired, pieces.end - hired
    strata = _strata(company, pieces.place, entry[pieces.place])
    test = log_rank(end, pieces.left, pieces.mentored, begin, strata)
    fit = cox(begin, end, pieces.left, pieces.mentored, strata, spells.person[pieces.place])
    fitted: dict[str, Any] = dict.fromkeys(("coefficient", "hazard_ratio", "std_err", "low", "high"))
    if fit.coef is not None and fit.robust_std_err is not None:
        beta, error = float(fit.coef[0]), float(fit.robust_std_err[0])
        ratio, low, high = (float(np.exp(value)) for value in (beta, beta - Z * error, beta + Z * error))
        fitted = {"coefficient": beta, "hazard_ratio": ratio, "std_err": error, "low": low, "high": high}
    return (
        {"chi2": test.chi2, "df": test.df, "p": test.p, "state": test.state},
        fitted | {"rows": len(end), "events": int(pieces.left.sum()), "state": fit.state})


def _observed(company: Company) -> tuple[Ints, Ints, Bools]:
    """Entry, stop and whether a spell ends with leaving."""
    spells = company.spells
    start = company.data_from
    entry = spells.hired if start is None else np.maximum(spells.hired, start)
    return entry, np.minimum(spells.exited, company.as_of), spells.exited < NEVER


def _strata(company: Company, place: Ints, day: Ints) -> Ints:
    """Department and level of a spell on a day, as a number."""
    number, since, stratum = company.stretch.T
    order = number * _FAR + since + _SHIFT
    asked = company.spells.number[place] * _FAR + day + _SHIFT
    found: Ints = stratum[np.searchsorted(order, asked, side="right") - 1]
    return found


def _share(here: Bools) -> float | None:
    return float(here.mean()) if len(here) else None
