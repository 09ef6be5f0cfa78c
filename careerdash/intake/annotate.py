"""The user's own workbook with doubtful cells filled and commented; other files as a workbook of the same cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdash.formats import like_formula

from .files.preflight import preflight
from .loading import Loading, Started
from .request import BOOLEAN, DATE, NUMBER, Limits, column_number

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

    from .model import Book

_FILLS = {"error": "FFC7CE", "question": "FFEB9C", "warning": "FFF2CC"}
_AUTHOR = "careerdash"
_WIDTH, _HEIGHT = 320, 110
_TITLE = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Mark:
    """One remark: sheet, row (from 1), column letters or None for the whole row, kind of issue, one sentence."""

    sheet: str
    row: int
    column: str | None
    kind: str
    message: str


Fix = tuple[str, int, str, str]
"""Sheet, row, column letters, text."""


def annotate_here(path: Path, name: str, marks: Sequence[Mark], fixes: Iterable[Fix], out: Path,
                  limits: Limits) -> None:
    """Writes the marked copy to `out`, in this process. Fixed cells hold what people said.

    Sheets, formats and formulas of an xlsx stay as far as openpyxl keeps them. Raises RefusedError for a file that is
    not read either.
    """
    kind = preflight(path, limits)
    book = _own(path, name) if kind == "xlsx" else None
    if book is None:
        from .opening import open_book

        book = _converted(open_book(path, name, Started(kind, Loading(path, limits)), limits))
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    for sheet, row, column, text in fixes:
        if sheet in sheets:
            _fix(sheets[sheet].cell(row, column_number(column) + 1), text)
    for (sheet, row, place), some in _by_cell(marks).items():
        if sheet in sheets:
            _mark(sheets[sheet], row, place, some)
    book.save(out)


def _own(path: Path, name: str) -> Workbook | None:
    """The workbook itself; None where only the other readers can open it."""
    from openpyxl import load_workbook

    try:
        with path.open("rb") as file:
            return load_workbook(file, rich_text=True, keep_vba=name.lower().endswith(".xlsm"))
    except MemoryError:
        raise
    except Exception:  # whatever it stumbles over: the cells are still there
        return None


def _converted(book: Book) -> Workbook:
    from openpyxl import Workbook

    made = Workbook()
    made.remove(made.worksheets[0])
    for sheet in book.sheets:
        page = made.create_sheet(_TITLE.sub(" ", sheet.name)[:31] or "Sheet")
        if sheet.hidden:
            page.sheet_state = "hidden"
        for at, column in enumerate(sheet.columns, 1):
            kinds = [column.kind] * len(column) if isinstance(column.kind, str) else column.kind.to_pylist()
            for row, (kind, text) in enumerate(zip(kinds, column.text.to_pylist(), strict=True), 1):
                if text is not None:
                    _write(page.cell(row, at), kind, text)
    return made


def _write(cell: Cell, kind: str, text: str) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if kind == NUMBER:
        cell.value = int(text) if re.fullmatch(r"-?\d{1,15}", text) else float(text)
    elif kind == DATE:
        cell.value = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
        cell.number_format = "yyyy-mm-dd" if len(text) == 10 else "yyyy-mm-dd hh:mm"
    elif kind == BOOLEAN:
        cell.value = text == "true"
    else:
        cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)
        cell.data_type = "s"  # a text that begins with = stays a text, also when it is edited
        if like_formula(text):
            cell.quotePrefix = True


def _fix(cell: Any, text: str) -> None:
    from openpyxl.cell.cell import MergedCell

    if isinstance(cell, MergedCell):
        return
    if not text.strip():
        cell.value = None
    elif re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()) and cell.is_date:
        _write(cell, DATE, text.strip())
    else:
        _write(cell, "s", text.strip())


def _by_cell(marks: Iterable[Mark]) -> dict[tuple[str, int, int], list[Mark]]:
    found: dict[tuple[str, int, int], list[Mark]] = {}
    for mark in marks:
        place = column_number(mark.column) + 1 if mark.column else 1
        found.setdefault((mark.sheet, mark.row, place), []).append(mark)
    return found


def _mark(sheet: Any, row: int, column: int, marks: Sequence[Mark]) -> None:
    from openpyxl.cell.cell import MergedCell
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        merged = next((one for one in sheet.merged_cells.ranges if cell.coordinate in one), None)
        if merged is None:
            return
        cell = sheet.cell(merged.min_row, merged.min_col)
    kind = min((mark.kind for mark in marks), key=list(_FILLS).index)
    cell.fill = PatternFill("solid", fgColor=_FILLS[kind])
    said = "\n".join(dict.fromkeys(mark.message for mark in marks))
    before = f"{cell.comment.text}\n" if cell.comment else ""
    cell.comment = Comment(f"{before}{said}", _AUTHOR, width=_WIDTH, height=_HEIGHT)
