"""What leadership may read: numbers made coarse before they are stored, so that nobody can be worked out.

Rules: headcounts to the nearest 10; whole percents, in steps of 5 in groups below 100 people; "under 5%" and
"over 95%" instead of what lies beyond. A difference goes in steps of 5 too where one of its shares does, or is
not told exactly: else the other share and the difference would give it away.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

LEAST = 10
"""The fewest people in a group, its complement and each arm."""

FINE_FROM = 100
"""From this many people on, percents are whole and curves monthly."""

COARSE_MONTHS = (0, 6, 12, 18, 24)
EDGE = 0.05


def headcount(people: int) -> int:
    """To the nearest 10, halves up.

    >>> headcount(14), headcount(15), headcount(0)
    (10, 20, 0)
    """
    return (people + 5) // 10 * 10


def nearest(value: float, step: int) -> int:
    """A share or difference in percent, to the nearest step, halves away from nothing.

    >>> nearest(0.125, 5), nearest(-0.126, 1), nearest(0.12, 5)
    (15, -13, 10)
    """
    steps = abs(value) * 100 / step
    whole = math.floor(steps + 0.5 + 1e-9)
    return int(math.copysign(whole * step, value)) if whole else 0


@dataclass(frozen=True)
class Percent:
    """A share as it may be printed: `percent` is None where only the words are told."""

    percent: int | None
    words: str


def step_of(people: int) -> int:
    """Percent per step in a group of so many people."""
    return 1 if people >= FINE_FROM else 5


def share(value: float | None, people: int) -> Percent | None:
    """A share of a group. None for none.

    >>> share(0.873, 60), share(0.873, 400), share(0.97, 400), share(0.0, 60)
    (Percent(percent=85, words='85%'), Percent(percent=87, words='87%'), Percent(percent=None, words='over 95%'), \
Percent(percent=None, words='under 5%'))
    """
    if value is None:
        return None
    if value > 1 - EDGE:
        return Percent(None, "over 95%")
    if value < EDGE:
        return Percent(None, "under 5%")
    percent = nearest(value, step_of(people))
    return Percent(percent, f"{percent}%")


@dataclass(frozen=True)
class Points:
    """A difference in points per 100 with its range, whole numbers. Steps of 5 never make the range narrower."""

    difference: int
    low: int
    high: int
    step: int


def points(gap: Mapping[str, Any], people: int, shares: Sequence[Percent | None]) -> Points | None:
    """A difference with its range (`difference`, `low`, `high` as fractions). None for none.

    people: of the smaller arm. shares: the two shares as printed beside it.
    """
    if gap["difference"] is None or gap["low"] is None:
        return None
    step = 5 if any(one is None or one.percent is None for one in shares) else step_of(people)
    if step == 1:
        return Points(nearest(gap["difference"], 1), nearest(gap["low"], 1), nearest(gap["high"], 1), 1)
    return Points(
        nearest(gap["difference"], step), math.floor(gap["low"] * 100 / step + 1e-9) * step,
        math.ceil(gap["high"] * 100 / step - 1e-9) * step, step)


def months(people: int) -> tuple[int, ...]:
    """The months at which a curve of so many people is told."""
    return tuple(range(25)) if people >= FINE_FROM else COARSE_MONTHS


def needed(mentees: int) -> int:
    """Mentees needed, to the nearest 50, at least 50."""
    return max(50, (mentees + 25) // 50 * 50)


@dataclass(frozen=True)
class Group:
    """One row of a one-way table: its name and the people in it."""

    name: str
    people: frozenset[str]


def merged(groups: Sequence[Group], together: str) -> list[Group]:
    """The groups of a table with the small ones put together under one name; none where no two can be told apart.

    A group below 10 goes to the small ones; while these are fewer than 10 they take in the next smallest, so that
    each row and its complement hold 10 people or more. Largest first, the small ones last.

    >>> [(g.name, len(g.people)) for g in merged([Group("a", frozenset(map(str, range(30)))),
    ...     Group("b", frozenset("xyz")), Group("c", frozenset(map(str, range(50, 62))))], "rest")]
    [('a', 30), ('rest', 15)]
    """
    ordered = sorted(groups, key=lambda group: (-len(group.people), group.name))
    kept = [group for group in ordered if len(group.people) >= LEAST]
    small = [group for group in ordered if 0 < len(group.people) < LEAST]
    taken = frozenset[str]().union(*(group.people for group in small))
    while small and len(taken) < LEAST and kept:
        taken |= kept.pop().people
    rows = [*kept, Group(together, taken)] if taken else kept
    return rows if len(rows) > 1 and all(len(row.people) >= LEAST for row in rows) else []
