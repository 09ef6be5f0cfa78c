"""Workbooks to take away: tables with real dates and numbers, written row by row in little memory.

Texts come from people's files, so every one of them is guarded (`formats.guarded`) and written as text, never as
a formula or a link; our own intake takes the guard off again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, Literal

from .. import formats
from .sheet_rows import FIRST_DAY, Batch, Cells, as_day, day_cells, flag_cells, number_cells, text_cells, write_rows

if TYPE_CHECKING:
    import pyarrow as pa
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Kind = Literal["text", "day", "month", "whole", "ratio", "percent", "whole_percent", "score", "flag"]
"""What a column holds; `whole` a count or days, `score` a share with its sign, `flag` true or false.

`month`: the first day of it, or `2026-03`.
"""

Row = Mapping[str, Any]

MOST_ROWS = 1_048_576
"""Rows of a sheet, the header among them: what Excel can hold."""

LONGEST_TEXT = 32_767
"""Characters of a cell: what Excel can hold."""

_NUMBER_FORMATS: dict[str, str] = {
    "text": "@", "day": "yyyy-mm-dd", "month": "yyyy-mm", "whole": "#,##0", "ratio": "0.0", "percent": "0.0%",
    "whole_percent": "0%", "score": "+0%;-0%;0%", "flag": "General"}
_NARROWEST: dict[str, float] = {"text": 18, "day": 12}
_MADE = datetime(2026, 1, 1)
_AT_ONCE = 5000
_HEAD, _HEAD_FILL, _QUIET = "#FFFFFF", "#12436D", "#5A5A5A"


@dataclass(frozen=True)
class Column:
    """One column of a table: the key in its rows, its header, what it holds, its width in characters."""

    key: str
    heading: str
    kind: Kind = "text"
    width: float | None = None


@dataclass(frozen=True)
class Written:
    """Where a table came to stand: the row of its header and of its last row (from 0), and how many rows of data.

    `left_off`: rows that the sheet could not hold.
    """

    sheet: str
    header: int
    last: int
    rows: int
    left_off: int


class Book:
    """A workbook that is being written. Make it with `writing`; rows of a sheet go from top to bottom."""

    def __init__(self, book: "Workbook") -> None:
        self.book = book
        self._formats: dict[str, Format] = {
            kind: book.add_format({"num_format": code, "valign": "top"}) for kind, code in _NUMBER_FORMATS.items()}
        self._formats |= {
            "head": book.add_format({"bold": True, "font_color": _HEAD, "bg_color": _HEAD_FILL, "valign": "top",
                                     "text_wrap": True}),
            "head_number": book.add_format({"bold": True, "font_color": _HEAD, "bg_color": _HEAD_FILL, "valign": "top",
                                            "text_wrap": True, "align": "right"}),
            "indented": book.add_format({"indent": 1, "num_format": "@"}),
            "title": book.add_format({"bold": True, "font_size": 14}),
            "bold": book.add_format({"bold": True}),
            "quiet": book.add_format({"font_color": _QUIET}),
        }

    def sheet(self, name: str) -> "Worksheet":
        """A new, empty sheet that prints on pages of its full width. Raises xlsxwriter's exceptions for a bad name."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def text(self, sheet: "Worksheet", row: int, column: int, text: object, style: str = "text") -> None:
        """One guarded text; `style`: text, title, bold, quiet, indented, head, head_number."""
        sheet.write_string(row, column, _text(text), self._formats[style])

    def cell(self, sheet: "Worksheet", row: int, column: int, value: object, kind: Kind) -> None:
        """One value; None leaves the cell empty."""
        if value is not None:
            _WRITERS[kind](sheet, row, column, value, self._formats[kind])

    def sheet_of(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Written:
        """A sheet that is one table: its header and first column stay in sight, its columns have Excel's filters.

        For tables of any length: the rows are written as XML. Nothing may be written beneath them.
        """
        return self.sheet_of_batches(name, columns, _in_batches(columns, rows))

    def sheet_of_batches(self, name: str, columns: Sequence[Column], batches: Iterable[Batch]) -> Written:
        """The same of rows that come as columns of Arrow."""
        sheet = self.sheet(name)
        self.widths(sheet, columns)
        self._header(sheet, columns, 0)
        plan = [(column.key, self._formats[column.kind], _cells_of(column.kind)) for column in columns]
        written, left_off = write_rows(sheet, batches, plan, 1, MOST_ROWS)
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        if written:
            sheet.autofilter(0, 0, written, len(columns) - 1)
        return Written(name, 0, written, written, left_off)

    def widths(self, sheet: "Worksheet", columns: Sequence[Column]) -> None:
        """The sheet's columns as wide as these ask."""
        for place, column in enumerate(columns):
            width = column.width or max(_NARROWEST.get(column.kind, 9), min(len(column.heading) + 3, 26))
            sheet.set_column(place, place, width)

    def table(self, sheet: "Worksheet", columns: Sequence[Column], rows: Iterable[Row], *, start: int = 0) -> Written:
        """A small table from row `start` on (from 0), its header first; unknown is an empty cell."""
        self._header(sheet, columns, start)
        row_no = start
        for row_no, row in enumerate(rows, start + 1):
            for place, column in enumerate(columns):
                self.cell(sheet, row_no, place, row[column.key], column.kind)
        return Written(sheet.get_name(), start, row_no, row_no - start, 0)

    def _header(self, sheet: "Worksheet", columns: Sequence[Column], row: int) -> None:
        for place, column in enumerate(columns):
            style = "head" if column.kind in ("text", "flag") else "head_number"
            self.text(sheet, row, place, column.heading, style)


def _text(value: object) -> str:
    text = str(formats.guarded(str(value)))
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT]


def _write_text(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    sheet.write_string(row, column, _text(value), style)


def _write_number(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    sheet.write_number(row, column, value, style)


def _write_day(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    """Days that Excel does not know, or counts in its own way, stay text."""
    day = as_day(value)
    if day < FIRST_DAY:
        sheet.write_string(row, column, day.isoformat(), style)
    else:
        sheet.write_datetime(row, column, day, style)


def _write_flag(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    sheet.write_boolean(row, column, bool(value), style)


_WRITERS: dict[str, Callable[["Worksheet", int, int, Any, "Format"], None]] = {
    "text": _write_text, "day": _write_day, "month": _write_day, "flag": _write_flag,
    **dict.fromkeys(("whole", "ratio", "percent", "whole_percent", "score"), _write_number)}


def _cells_of(kind: Kind) -> Cells:
    match kind:
        case "text":
            return text_cells(_text)
        case "flag":
            return flag_cells
        case "day" | "month":
            return day_cells
        case _:
            return number_cells


def _in_batches(columns: Sequence[Column], rows: Iterable[Row]) -> Iterator[Batch]:
    some = iter(rows)
    while batch := list(islice(some, _AT_ONCE)):
        yield {column.key: _array(column.kind, [row[column.key] for row in batch]) for column in columns}


def _array(kind: Kind, values: Sequence[Any]) -> "pa.Array":
    """A column of Python's values; texts may be of any kind, days texts."""
    import pyarrow as pa

    match kind:
        case "text":
            return pa.array([None if value is None else str(value) for value in values], pa.string())
        case "day" | "month":
            return pa.array([None if value is None else as_day(value) for value in values], pa.date32())
        case _:
            return pa.array(values)


@contextmanager
def writing(target: Path | IO[bytes], title: str) -> Iterator[Book]:
    """A workbook that is complete when the block ends; the same rows give the same bytes.

    Raises OSError where the file cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with TemporaryDirectory(prefix="careerdash-") as scratch:  # its rows wait there, and go with it if writing fails
        book = Workbook(str(target) if isinstance(target, Path) else target, {
            "constant_memory": True, "tmpdir": scratch, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False})
        book.set_properties({"title": title, "author": "careerdash", "created": _MADE})
        try:
            yield Book(book)
            book.close()
        except FileCreateError as error:
            raise OSError("the workbook cannot be written") from error
