"""The flaws of real files, put into rows just before they are written: they are part of the demo."""

from collections.abc import Callable
from datetime import date, datetime
from random import Random

Cell = str | int | date | datetime | None
Row = list[Cell]


def blank(rng: Random, rows: list[Row], column: int, share: float) -> None:
    """Empties about that share of one column."""
    for row in rows:
        if rng.random() < share:
            row[column] = None


def rewrite(rng: Random, rows: list[Row], column: int, count: int, change: Callable[[Cell], Cell]) -> None:
    """Writes `count` filled cells of one column in another way."""
    filled = [row for row in rows if row[column] is not None]
    for row in rng.sample(filled, min(count, len(filled))):
        row[column] = change(row[column])


def iso_text(cell: Cell) -> Cell:
    """A date typed as text."""
    return cell.isoformat()[:10] if isinstance(cell, date) else cell


def shouted(cell: Cell) -> Cell:
    """An e-mail address in capitals, with a blank behind it."""
    return f"{cell.upper()} " if isinstance(cell, str) else cell


def turned(cell: Cell) -> Cell:
    """`First Last` <-> `Last, First`."""
    if not isinstance(cell, str):
        return cell
    if ", " in cell:
        last, first = cell.split(", ", 1)
        return f"{first} {last}"
    first, _, last = cell.partition(" ")
    return f"{last}, {first}"
