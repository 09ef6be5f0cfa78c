"""OOXML workbooks that calamine refuses or reads short: openpyxl, slower and more lenient."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from ..model import ERROR, TEXT, Book, Column, Limits, RefusedError, Sheet
from .census import Census
from .read_plain import columns_of
from .read_workbook import CELL_KINDS, cell_text, damaged


def read_fallback(path: Path, census: Census | None, limits: Limits) -> Book:
    """All sheets of an xlsx or xlsm. Raises RefusedError where it cannot be read either, or is too large."""
    from openpyxl import load_workbook

    try:
        with path.open("rb") as file:  # by its content: of a path the library believes the ending
            return _book(load_workbook(file, read_only=True, data_only=True, keep_links=False), census, limits)
    except (RefusedError, MemoryError):
        raise
    except Exception:
        raise damaged() from None


def _book(book: Any, census: Census | None, limits: Limits) -> Book:
    sheets = []
    for index, source in enumerate(book.worksheets):
        part = census.sheets[index] if census and index < len(census.sheets) else None
        columns = _columns(source, limits)
        sheets.append(Sheet(source.title, columns, len(columns[0]) if columns else 0,
                            hidden=source.sheet_state != "visible",
                            formulas_without_value=0 if part is None else part.formulas_without_value))
    return Book(tuple(sheets), "xlsx", dates_1904=bool(census and census.dates_1904))


def _columns(source: Any, limits: Limits) -> tuple[Column, ...]:
    source.reset_dimensions()
    cells: dict[int, list[tuple[int, str, str]]] = {}
    height = count = 0
    for row in source.iter_rows():
        for cell in row:
            value = cell.value
            if value is None or value == "":
                continue
            count += 1
            height = max(height, cell.row)
            kind, text = _cell(value, cell.data_type)
            cells.setdefault(cell.column - 1, []).append((cell.row - 1, kind, text))
        if count > limits.valued_cells:
            raise RefusedError("too_large", f"The workbook has more than {limits.valued_cells:,} cells; split it and "
                                            "import the parts.")
    return columns_of(source.title, cells, height, limits)


def _cell(value: Any, data_type: str) -> tuple[str, str]:
    if data_type == "e":
        return ERROR, str(value)
    if type(value) not in CELL_KINDS:
        return TEXT, str(value)
    if isinstance(value, (bool, int, float, str, date, datetime, time, timedelta)):
        return CELL_KINDS[type(value)], cell_text(value) or ""
    return TEXT, str(value)
