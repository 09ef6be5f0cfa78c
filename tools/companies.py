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
    notice: int = 0
    steady: float = 0.0
    uneven: bool = False
    meetings: int | None = None

    def truth(self) -> float:
        """What mentoring changes: share of mentees minus share of colleagues still here 365 days after the match."""
        year = 365 / 365.25
        return math.exp(-self.leaving * self.ratio * year) - math.exp(-self.leaving * year)


def company(plan: Plan, seed: int) -> dict[str, pa.Table]:
    """One company as tables for `estimate`, known on AS_OF. The same seed gives the same company.

    `data_years`: exits before the last so many years are not in the data, nor those people (left truncation).
    `loners`: share of people never matched. Reasons of leaving: three in five voluntary. `notice`: nobody is matched
    in so many days before leaving. `steady`: a hidden share of people who leave at 0.4 of the rate and are matched at
    twice the rate. `uneven`: departments leave at half the rate, the rate, twice the rate and so on, and are matched
    the other way round, so that colleagues who get a mentor are those who stay. `meetings`: mentees meet every other
    week or so, and leavers stop so many days before they leave.
    """
    draw = np.random.default_rng(seed)
    n, year = plan.people, 365.25
    hired = draw.integers(-int(plan.years * year), 0, n)
    hidden = draw.random(n) < plan.steady if plan.steady else np.zeros(n, dtype=bool)
    place = draw.integers(0, plan.departments, n) if plan.uneven else None
    pace = 1.0 if place is None else 2.0 ** (place - 1)
    leaving = np.where(hidden, 0.4, 1.0) * plan.leaving * pace
    wait = draw.exponential(year / (plan.matching * np.where(hidden, 2.0, 1.0) / pace), n).astype(int)
    wait[draw.random(n) < plan.loners] = 10**6
    gone = 1 + draw.exponential(year / leaving, n).astype(int)
    matched = (gone > wait + plan.notice) & (hired + wait < 0)
    stay = 1 + draw.exponential(year / (leaving * plan.ratio), n).astype(int)
    if plan.notice:  # who will leave at a known day is not matched shortly before it
        stay = gone - wait
    exited = hired + np.where(matched, wait + stay, gone)
    ids = np.array([f"E{number:05d}" for number in range(n)])
    kept = np.ones(n, dtype=bool) if plan.data_years is None else exited > -plan.data_years * year
    matched &= kept
    person = pa.table({
        "person_id": ids[kept], "hire_date": _days(hired[kept]), "exit_date": _days(exited[kept], exited[kept] <= 0),
        "department": _departments(draw, plan, place)[kept],
        "level": draw.choice([f"L{level}" for level in range(plan.levels)], n)[kept],
        "exit_reason": draw.choice(["voluntary", "involuntary"], n, p=[0.6, 0.4])[kept]})
    pair = pa.table({
        "pair_id": np.char.add("P", ids[matched]), "program": ["Leaders"] * int(matched.sum()),
        "mentor_id": ["M1"] * int(matched.sum()), "mentee_id": ids[matched],
        "start_date": _days((hired + wait)[matched])})
    made = {"person": person, "pair": pair}
    if plan.meetings is not None:
        made["check_in"] = _check_ins(draw, ids[matched], (hired + wait)[matched], exited[matched] - plan.meetings)
    return made


def _departments(draw: np.random.Generator, plan: Plan, place: np.ndarray | None) -> np.ndarray:
    names = np.array([f"Department {number}" for number in range(plan.departments)])
    return draw.choice(names, plan.people) if place is None else names[place]


def _check_ins(draw: np.random.Generator, mentees: np.ndarray, start: np.ndarray, last: np.ndarray) -> pa.Table:
    """Held meetings in the first half year, each pair at a pace of its own, none after `last`."""
    pace = draw.integers(7, 46, len(mentees))
    whose, when = [], []
    for turn in range(1, 27):
        day = start + turn * pace
        held = (day <= last) & (day <= start + 182) & (day <= 0)
        whose.append(mentees[held])
        when.append(day[held])
    pairs = np.char.add("P", np.concatenate(whose)) if whose else np.array([], dtype=str)
    return pa.table({"pair_id": pairs, "date": _days(np.concatenate(when)), "status": ["held"] * len(pairs)})


def _days(numbers: np.ndarray, known: np.ndarray | None = None) -> pa.Array:
    days = [AS_OF + timedelta(int(number)) for number in np.clip(numbers, -40_000, 40_000)]
    return pa.array(days, pa.date32(), mask=None if known is None else ~known)
