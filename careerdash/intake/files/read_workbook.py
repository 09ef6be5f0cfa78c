"""Spreadsheets, cell by cell, through calamine. Runs in the child process only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ..loading import Loading
from ..model import BOOLEAN, DATE, NUMBER, TEXT, TIME, Book, Column, Limits, Progress, RefusedError, Sheet, unwatched
from .census import Census, SheetCensus, check_box

_BLOCK = 20_000
_HEAD = 40
"""The first block is short: titles and headers stand there, so that the others hold one kind of value a column."""


def read_workbook(loading: Loading, kind: str, census: Census | None, limits: Limits,
                  progress: Progress = unwatched) -> Book:
    """All sheets of a workbook. Raises RefusedError where it is protected, damaged or too large."""
    from python_calamine import PasswordError

    sheets = []
    try:
        for one in loading.sheets():
            if one.cells is not None:
                part = census.sheets[one.place] if census and len(census.sheets) == one.of else None
                sheets.append(_sheet(one.cells, one.meta, part, limits))
            progress((one.place + 1) / one.of)
    except PasswordError:
        raise RefusedError("protected", "The file is protected by a password; save a copy without it and "
                                        "import that.") from None
    except (RefusedError, MemoryError, KeyboardInterrupt):
        raise
    except BaseException:  # a panic of the reader is no Exception
        raise damaged() from None
    return Book(tuple(sheets), kind, dates_1904=bool(census and census.dates_1904))


def damaged() -> RefusedError:
    """What is said of a workbook that no reader can open."""
    return RefusedError("damaged", "The file cannot be read as a workbook; open it in your spreadsheet program and "
                                   "save it again as xlsx.")


def _sheet(source: Any, meta: Any, part: SheetCensus | None, limits: Limits) -> Sheet:
    from python_calamine import SheetVisibleEnum

    height, width = (source.end[0] + 1, source.end[1] + 1) if source.end else (0, 0)
    check_box(meta.name, height, width, limits)
    left = source.start[1] if source.start else 0
    repairs = {} if part is None else part.repairs
    columns = _columns(source.iter_rows(), left, width - left, repairs)
    beyond = {place: cell for place, cell in repairs.items()
              if not (left <= place[1] < len(columns) and place[0] < len(columns[0]))}
    if beyond:
        check_box(meta.name, max(row for row, _ in beyond) + 1, max(width, *(at + 1 for _, at in beyond)), limits)
        columns = _with(columns, beyond)
    return Sheet(meta.name, tuple(columns), len(columns[0]) if columns else 0,
                 hidden=meta.visible != SheetVisibleEnum.Visible,
                 formulas_without_value=0 if part is None else part.formulas_without_value,
                 merged=tuple((top, first, bottom, last)
                              for (top, first), (bottom, last) in (source.merged_cell_ranges or ())))


def _columns(rows: Iterator[list[Any]], left: int, width: int,
             repairs: dict[tuple[int, int], tuple[str, str]]) -> list[Column]:
    """Rows as calamine gives them -> columns. `repairs`: cells (row, column) that calamine loses.

    calamine starts its rows at row 1, but at the first column with a cell (`left`).
    """
    texts: list[list[pa.Array]] = [[] for _ in range(width)]
    kinds: list[list[str | pa.Array]] = [[] for _ in range(width)]
    by_block: dict[int, list[tuple[int, int, tuple[str, str]]]] = {}
    for (row, column), cell in repairs.items():
        by_block.setdefault((row + _BLOCK - _HEAD) // _BLOCK, []).append((row, column - left, cell))
    start = 0
    while block := list(islice(rows, _BLOCK if start else _HEAD)):
        by_column: list[Any] = list(zip(*block, strict=True))
        patched: dict[int, dict[int, tuple[str, str]]] = {}
        for row, column, cell in by_block.get((start + _BLOCK - _HEAD) // _BLOCK, ()):
            patched.setdefault(column, {})[row - start] = cell
        start += len(block)
        for index in range(width):
            text, kind = _convert(by_column[index], patched.get(index))
            texts[index].append(text)
            kinds[index].append(kind)
    found = [_joined(text, kind) for text, kind in zip(texts, kinds, strict=True)]
    return [Column(pa.nulls(len(found[0]), pa.string()))] * left + found if found else []


def _with(columns: list[Column], cells: dict[tuple[int, int], tuple[str, str]]) -> list[Column]:
    """The columns with cells that stand outside of what calamine gave."""
    rows = max(len(columns[0]) if columns else 0, *(row + 1 for row, _ in cells))
    wide = max(len(columns), *(at + 1 for _, at in cells))
    made = []
    for at in range(wide):
        column = columns[at] if at < len(columns) else Column(pa.nulls(0, pa.string()))
        texts = column.text.to_pylist() + [None] * (rows - len(column))
        kinds = [column.kind] * rows if isinstance(column.kind, str) else (
            column.kind.to_pylist() + [TEXT] * (rows - len(column)))
        for (row, place), (kind, text) in cells.items():
            if place == at:
                kinds[row], texts[row] = kind, text
        made.append(Column(pa.array(texts, pa.string()), pa.array(kinds, pa.string())))
    return made


def _joined(texts: list[pa.Array], kinds: list[str | pa.Array]) -> Column:
    used = {kind for text, kind in zip(texts, kinds, strict=True)
            if isinstance(kind, str) and text.null_count < len(text)}
    mixed = any(not isinstance(kind, str) for kind in kinds) or len(used) > 1
    text = pa.concat_arrays(texts) if len(texts) != 1 else texts[0]
    if not mixed:
        return Column(text, used.pop() if used else TEXT)
    return Column(text, pa.concat_arrays([
        pa.repeat(pa.scalar(kind), len(part)) if isinstance(kind, str) else kind
        for part, kind in zip(texts, kinds, strict=True)]))


CELL_KINDS: dict[type, str] = {str: TEXT, float: NUMBER, int: NUMBER, bool: BOOLEAN, date: DATE, datetime: DATE,
                           time: TIME, timedelta: TIME}


def _convert(values: tuple[Any, ...], patched: dict[int, tuple[str, str]] | None) -> tuple[pa.Array, str | pa.Array]:
    """One column of a block -> texts, and the one kind or the kind of each cell."""
    if not patched and type(values[0]) is str and (text := _text(values)) is not None:
        return text, TEXT
    types = set(map(type, values))
    if not patched:
        rest = types - {str}
        if len(rest) == 1 and (str not in types or all(not v for v in values if type(v) is str)):
            kind = CELL_KINDS[next(iter(rest))]
            known: dict[Any, str | None] = {value: cell_text(value) for value in set(values)}
            return pa.array([known[value] for value in values], pa.string()), kind
    texts = [cell_text(value) for value in values]
    kinds: list[str] = [CELL_KINDS[type(value)] for value in values]
    for row, (kind, text) in (patched or {}).items():
        if type(values[row]) is not float or kind == TEXT:
            kinds[row], texts[row] = kind, text
    return pa.array(texts, pa.string()), pa.array(kinds, pa.string())


def _text(values: tuple[Any, ...]) -> pa.Array | None:
    """The cells as text with null for empty ones; None where not all of them are text."""
    try:
        text = pa.array(values, pa.string())
    except pa.ArrowTypeError:
        return None
    return pc.if_else(pc.equal(text, ""), None, text)


def cell_text(value: Any) -> str | None:
    """Text of a cell as python has it; None for an empty one."""
    if type(value) is str:
        return value or None
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is float or type(value) is int:
        return number_text(float(value))
    if type(value) is timedelta:
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    text: str = value.isoformat()
    if type(value) is datetime and text.endswith("T00:00:00"):
        return text[:10]
    return text


def number_text(value: float) -> str:
    """Shortest text of a number: whole numbers without a point."""
    if value == value and abs(value) < 1e16 and value == int(value):
        return str(int(value))
    return repr(value)
