"""Rolling same-day pairs: the rows of the two curves, one arm of mentees, one of their colleagues."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .company import NEVER, Company
from .survival.arrays import Bools, Floats, Ints
from .survival.matched import per_person, root_sum
from .survival.weighted import SIXTIETHS, Arm

REASONS = ("voluntary", "involuntary", "other", "unknown")


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of one arm, all of shape (n,): days from the match on, leaving then or not, weight in sixtieths.

    person: number of the person; reason: place in REASONS; match_day: days since 1970-01-01.
    """

    time: Floats
    event: Bools
    weight: Floats
    person: Ints
    reason: Ints
    match_day: Ints
    people: int

    @cached_property
    def curve(self) -> Arm:
        """The Kaplan-Meier curve of these rows."""
        return Arm.of(self.time, self.event, self.weight)

    @cached_property
    def longest(self) -> Floats:
        """For each person the longest time of its rows; -1 for who has none: shape (people,)."""
        longest = np.full(self.people, -1.0)
        np.maximum.at(longest, self.person, self.time)
        return longest

    def at_risk(self, day: float) -> int:
        """Distinct persons followed to that day or longer."""
        return int(np.count_nonzero(self.longest >= day))

    def leavers(self, day: float, reason: int | None = None) -> Bools:
        """Who leaves by that day, for that reason or any: shape (people,)."""
        mine = self.event & (self.time <= day)
        mine = mine if reason is None else mine & (self.reason == reason)
        return np.bincount(self.person[mine], minlength=self.people) > 0

    def summed(self, influence: Floats) -> Floats:
        """What rows add, per person: shape (people,)."""
        return per_person(self.person, influence, self.people)

    def std_err(self, influence: Floats) -> float:
        """The standard error of something to which rows add this."""
        return root_sum(self.summed(influence))


def rows_of(company: Company) -> tuple[Rows, Rows]:
    """Mentee rows and colleague rows: one each a drawn pair, of weight 1/k, cut when the colleague gets a mentor."""
    spells = company.spells
    match, colleague, k = company.drawn.T
    day = company.match_day[match]
    cut = spells.first_start[colleague] - day
    sides = []
    for place in (company.match[match], colleague):
        left = spells.exited[place] < NEVER
        time = np.where(left, spells.exited[place], company.as_of) - day
        shortened = time > cut
        sides.append(Rows(
            np.where(shortened, cut, time).astype(np.float64), left & ~shortened,
            (SIXTIETHS // k).astype(np.float64), spells.person[place], spells.reason[place], day, company.people))
    return sides[0], sides[1]
