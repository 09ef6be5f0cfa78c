"""Parts of a program: do those who did more of it in their first 90 days stay more often afterwards?"""

from typing import Any

import numpy as np

from .company import NEVER, Company
from .survival.arrays import Bools, Floats, Ints, Z
from .survival.distributions import normal_two_sided
from .survival.weighted import Arm

PARTS = ("check_ins", "milestones", "checklist")
LEAST = 10
YEAR = 365


def parts(company: Company) -> list[dict[str, Any]]:
    """For each part, the difference between those who did more and less of it, 365 days after day 150.

    Only mentees employed on day 150 count, because who left earlier could do less. Holm's p over the parts.
    """
    place, clock = company.parts[:, 0].astype(np.int64), company.parts[:, 1]
    exited = company.spells.exited[place]
    left = exited < NEVER
    time = np.where(left, exited, company.as_of) - clock
    found = [_part(name, company.parts[:, column], time, left) for column, name in enumerate(PARTS, start=2)]
    for part, p in zip(found, holm([part["p"] for part in found]), strict=True):
        part["p_holm"] = p
    return found


def part_groups(company: Company, name: str) -> tuple[Ints, Ints]:
    """Places of the spells of those who did more and less of a part in their first 90 days."""
    values = company.parts[:, 2 + PARTS.index(name)]
    place = company.parts[~np.isnan(values), 0].astype(np.int64)
    values = values[~np.isnan(values)]
    split = even_split(values)
    more = values >= split if split is not None else np.zeros(0, dtype=bool)
    return place[more], place[~more]


def even_split(values: Floats) -> float | None:
    """The observed value that cuts most evenly into at least it and below it; of two the larger.

    >>> even_split(np.array([0.0, 1.0, 2.0, 3.0]))
    2.0
    """
    if not len(values):
        return None
    distinct, counts = np.unique(values, return_counts=True)
    high = np.cumsum(counts[::-1])[::-1]
    uneven = np.abs(2 * high - len(values))
    return float(distinct[len(uneven) - 1 - uneven[::-1].argmin()])


def holm(chances: list[float | None]) -> list[float | None]:
    """Holm's adjusted p of each; None stays None and is not counted.

    >>> holm([0.01, None, 0.04])
    [0.02, None, 0.04]
    """
    order = sorted((p, index) for index, p in enumerate(chances) if p is not None)
    adjusted: list[float | None] = [None] * len(chances)
    highest = 0.0
    for rank, (p, index) in enumerate(order):
        highest = max(highest, min(1.0, (len(order) - rank) * p))
        adjusted[index] = highest
    return adjusted


def _part(name: str, values: Floats, time: Floats, left: Bools) -> dict[str, Any]:
    known = ~np.isnan(values)
    values, time, left = values[known], time[known], left[known]
    split = even_split(values)
    more = values >= split if split is not None else np.zeros(0, dtype=bool)
    found: dict[str, Any] = {"part": name, "split": split, "high": int(more.sum()), "low": int((~more).sum()),
                             "difference": None, "interval": None, "p": None, "p_holm": None, "state": "too_few"}
    if min(found["high"], found["low"]) < LEAST:
        return found
    if any(time[group].max() < YEAR for group in (more, ~more)):
        return found | {"state": "not_followed"}
    groups = [Arm.of(time[group], left[group], np.ones(int(group.sum()))) for group in (more, ~more)]
    gap = groups[0].survival_at(YEAR) - groups[1].survival_at(YEAR)
    error = float(np.sqrt(sum((group.influence(YEAR) ** 2).sum() for group in groups)))
    found |= {"difference": gap, "interval": [gap - Z * error, gap + Z * error]}
    if error == 0 and gap == 0:
        return found | {"state": "no_events"}
    return found | {"p": normal_two_sided(gap / error) if error else 0.0, "state": "ok"}
