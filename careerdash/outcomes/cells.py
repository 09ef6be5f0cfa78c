"""Which figures may be published beside all that was published before: nobody may be found by subtraction.

A cell is a figure with the groups of people behind it. Its old figure stays while 1 to 9 people joined or left any
of its groups, and, for the same day, while what is known of 1 to 9 of them changed; and no two published groups may
lie in each other with 1 to 9 people between them. Withdrawn reports count: what was read once is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .coarse import LEAST

Groups = tuple[frozenset[str], ...]
Facts = Mapping[str, Mapping[str, str]]
"""What is known of people on a day, by kind and person; who is missing has nothing of the kind (has not left)."""


@dataclass(frozen=True)
class Cell:
    """A figure, the groups behind it, and the day it is from.

    key: what it is about, the same from period to period. table: cells of one table stand and fall together.
    facts: what the figure was made of; None where that is not kept.
    """

    key: str
    figure: Mapping[str, Any]
    groups: Groups
    as_of: date
    table: str | None = None
    facts: Facts | None = None


@dataclass(frozen=True)
class Admitted:
    """What a report may hold: cells, some with an older figure and day; and the keys or tables left out."""

    cells: tuple[Cell, ...]
    left_out: tuple[str, ...] = field(default=())


def admit(candidates: Sequence[Cell], published: Sequence[Cell]) -> Admitted:
    """The candidates that may be printed beside all cells ever published, oldest first, withdrawn ones too.

    published: of all reports and scopes; a cell of the same key is an earlier version of it.
    """
    accepted: list[Cell] = []
    left_out: list[str] = []
    for unit in _units(candidates):
        renewed = [_renewed(cell, published) for cell in unit]
        fresh = [cell for cell, old in zip(renewed, unit, strict=True) if cell is old]
        others = [*published, *accepted]
        if all(_safe(cell, others) for cell in fresh) and _apart(renewed):
            accepted += renewed
        else:
            left_out.append(unit[0].table or unit[0].key)
    return Admitted(tuple(accepted), tuple(left_out))


def _units(candidates: Sequence[Cell]) -> list[list[Cell]]:
    units: dict[str, list[Cell]] = {}
    for cell in candidates:
        units.setdefault(f"table {cell.table}" if cell.table else f"cell {cell.key}", []).append(cell)
    return list(units.values())


def _renewed(cell: Cell, published: Sequence[Cell]) -> Cell:
    """The cell, or the newest earlier version of it to which it comes too near."""
    return next((old for old in reversed(published) if old.key == cell.key and _too_near(old, cell)), cell)


def _too_near(old: Cell, new: Cell) -> bool:
    """Whether 1 to 9 people are, or may be, what changed between two versions of a cell."""
    if len(old.groups) != len(new.groups) or any(
            0 < len(before ^ now) < LEAST for before, now in zip(old.groups, new.groups, strict=True)):
        return True
    if old.as_of != new.as_of or old.figure == new.figure:
        return False
    if old.facts is None or new.facts is None:
        return old.groups == new.groups  # of the same people something changed, of nobody knows how many
    people = frozenset[str]().union(*old.groups, *new.groups)
    return any(0 < _changed(people, old.facts.get(kind, {}), now) < LEAST for kind, now in new.facts.items())


def _changed(people: frozenset[str], before: Mapping[str, str], now: Mapping[str, str]) -> int:
    return sum(before.get(person) != now.get(person) for person in people)


def _safe(cell: Cell, others: Sequence[Cell]) -> bool:
    """Whether every group is large enough, and none lies so closely in another that the rest can be worked out."""
    if any(len(group) < LEAST for group in cell.groups):
        return False
    known = [group for other in others if other.key != cell.key for group in other.groups]
    return not any(_between(mine, theirs) for mine in cell.groups for theirs in known)


def _apart(cells: Sequence[Cell]) -> bool:
    """Whether the groups of one table or figure do not give each other away."""
    groups = [group for cell in cells for group in cell.groups]
    return not any(_between(one, two) for place, one in enumerate(groups) for two in groups[place + 1:])


def _between(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one group lies in the other with 1 to 9 people between them."""
    return (one <= two or two <= one) and 0 < len(one ^ two) < LEAST


def leaks(published: Sequence[Cell]) -> list[tuple[str, str]]:
    """The audit: pairs of published cells from which a group of 1 to 9 people follows; none is as it must be.

    Looks at sizes, at versions of one cell, and at groups that lie in each other.
    """
    found = [(cell.key, cell.key) for cell in published if any(0 < len(group) < LEAST for group in cell.groups)]
    for place, one in enumerate(published):
        for two in published[place + 1:]:
            versions = one.key == two.key and _too_near(one, two)
            if versions or any(_between(a, b) for a in one.groups for b in two.groups):
                found.append((one.key, two.key))
    return found
