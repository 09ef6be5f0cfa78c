"""Cells that people corrected: laid over the cells as read, when they are typed; the file stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..coded import spelled
from ..model import TEXT, Book, Column, Sheet, column_number

Fix = tuple[str, int, str]
"""Sheet, row (from 1), letters of the column."""


def recorded_fixes(book: Book, fixes: Mapping[Fix, str], tables: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """The fixes as decisions keep them: [sheet, row, column, text], ordered.

    Left out are those outside the file's cells and those of columns that were refused.
    """
    sheets = {sheet.name: (number, sheet) for number, sheet in enumerate(book.sheets)}
    refused = {(part["sheet"], column["column"]) for part in tables for column in part["columns"]
               if column["role"] == "refused"}
    kept = []
    for (name, row, column), text in fixes.items():
        number, sheet = sheets.get(name, (-1, None))
        if sheet is not None and 1 <= row <= sheet.rows and (number, column) not in refused and (
                0 <= column_number(column) < len(sheet.columns)):
            kept.append([name, row, column, text])
    return sorted(kept, key=lambda one: (sheets[one[0]][0], one[1], column_number(one[2])))


def with_fixes(book: Book, fixes: Sequence[Sequence[Any]]) -> Book:
    """The book with its fixed cells as text, the emptied ones empty. `fixes` as `recorded_fixes` gives them."""
    if not fixes:
        return book
    by_place: dict[tuple[str, int], dict[int, str]] = {}
    for name, row, column, text in fixes:
        by_place.setdefault((name, column_number(column)), {})[row - 1] = text
    return replace(book, sheets=tuple(_fixed(sheet, by_place) for sheet in book.sheets))


def _fixed(sheet: Sheet, by_place: Mapping[tuple[str, int], dict[int, str]]) -> Sheet:
    if not any(name == sheet.name for name, _ in by_place):
        return sheet
    columns = tuple(_column(column, by_place.get((sheet.name, at), {})) for at, column in enumerate(sheet.columns))
    return replace(sheet, columns=columns)


def _column(column: Column, cells: Mapping[int, str]) -> Column:
    if not cells:
        return column
    rows = sorted(cells)
    mask = np.zeros(len(column), dtype=bool)
    mask[rows] = True
    places = pa.array(mask)
    text = pc.replace_with_mask(spelled(column.text), places, pa.array([cells[row].strip() or None for row in rows],
                                                                       pa.string()))
    if column.kind == TEXT:
        return Column(text)
    kind = pa.repeat(pa.scalar(column.kind), len(column)) if isinstance(column.kind, str) else column.kind.cast(
        pa.string())
    return Column(text, pc.replace_with_mask(kind, places, pa.array([TEXT] * len(rows))))
