"""The cells of a file under review, as its trial read them, row by row."""

import io
from collections.abc import Collection
from dataclasses import dataclass

from careerdash.intake.model import letters


@dataclass(frozen=True)
class Grid:
    """Some rows of a sheet: `columns` are letters, `rows` {row from 1: {letters: text}} without empty cells."""

    columns: tuple[str, ...]
    rows: dict[int, dict[str, str]]


def grid(cells: bytes, sheet: str, rows: Collection[int]) -> Grid:
    """The cells of these rows. `cells`: the Parquet of an `ImportResult`, which lacks refused columns."""
    import pyarrow.parquet as pq

    if not rows:
        return Grid((), {})
    wanted = sorted(rows)
    found = pq.read_table(io.BytesIO(cells), filters=[
        ("sheet", "=", sheet), ("row", ">=", wanted[0]), ("row", "<=", wanted[-1]), ("row", "in", wanted)])
    found = found.sort_by([("row", "ascending"), ("column", "ascending")])
    made: dict[int, dict[str, str]] = {row: {} for row in wanted}
    last = 0
    for row, column, value in zip(*(found[name].to_pylist() for name in ("row", "column", "text")), strict=True):
        made[row][letters(column - 1)] = value
        last = max(last, column)
    return Grid(tuple(letters(place) for place in range(last)), made)
