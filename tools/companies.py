"""Companies whose truth is known: people come, are matched by chance while employed, and leave at known rates."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

AS_OF = date(2026, 1, 1)


@dataclass(frozen=True)
class Plan:
    """How a company is made; rates are per year. `ratio`: how a mentee leaves, against before the match.

    With one rate of leaving for all the true difference after a year is exact: see `truth`.
    """

    label: str
    people: int = 600
    leaving: float = 0.25
    matching: float = 0.3
    ratio: float = 1.0
    years: float = 5.0
    departments: int = 3
    levels: int = 2
    data_years: float | None = None
    loners: float = 0.0

    def truth(self) -> float:
        """Share of mentees minus share of colleagues still here 365 days after the match."""
        year = 365 / 365.25
        return math.exp(-self.leaving * self.ratio * year) - math.exp(-self.leaving * year)


def company(plan: Plan, seed: int) -> dict[str, pa.Table]:
    """One company as tables for `estimate`, known on AS_OF. The same seed gives the same company.

    `data_years`: exits before the last so many years are not in the data, nor those people (left truncation).
    `loners`: share of people never matched. Reasons of leaving: three in five voluntary.
    """
    draw = np.random.default_rng(seed)
    n, year = plan.people, 365.25
    hired = draw.integers(-int(plan.years * year), 0, n)
    wait = draw.exponential(year / plan.matching, n).astype(int)
    wait[draw.random(n) < plan.loners] = 10**6
    gone = 1 + draw.exponential(year / plan.leaving, n).astype(int)
    matched = (gone > wait) & (hired + wait < 0)
    stay = 1 + draw.exponential(year / (plan.leaving * plan.ratio), n).astype(int)
    exited = hired + np.where(matched, wait + stay, gone)
    ids = np.array([f"E{number:05d}" for number in range(n)])
    kept = np.ones(n, dtype=bool) if plan.data_years is None else exited > -plan.data_years * year
    matched &= kept
    person = pa.table({
        "person_id": ids[kept], "hire_date": _days(hired[kept]), "exit_date": _days(exited[kept], exited[kept] <= 0),
        "department": draw.choice([f"Department {d}" for d in range(plan.departments)], n)[kept],
        "level": draw.choice([f"L{level}" for level in range(plan.levels)], n)[kept],
        "exit_reason": draw.choice(["voluntary", "involuntary"], n, p=[0.6, 0.4])[kept]})
    pair = pa.table({
        "pair_id": np.char.add("P", ids[matched]), "program": ["Leaders"] * int(matched.sum()),
        "mentor_id": ["M1"] * int(matched.sum()), "mentee_id": ids[matched],
        "start_date": _days((hired + wait)[matched])})
    return {"person": person, "pair": pair}


def _days(numbers: np.ndarray, known: np.ndarray | None = None) -> pa.Array:
    days = [AS_OF + timedelta(int(number)) for number in np.clip(numbers, -40_000, 40_000)]
    return pa.array(days, pa.date32(), mask=None if known is None else ~known)
