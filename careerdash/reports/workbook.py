"""Workbooks to take away: tables with real dates and numbers, written row by row in little memory.

Texts come from people's files, so every one of them is guarded (`formats.guarded`) and written as text, never as
a formula or a link; our own intake takes the guard off again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any, Literal

from .. import formats

if TYPE_CHECKING:
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
_FIRST_DAY = date(1900, 3, 1)
"""From this day on Excel counts days as everybody does: it believes in a 29 February 1900."""

_DAY_ZERO = date(1899, 12, 30)
_MADE = datetime(2026, 1, 1)
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
            "title": book.add_format({"bold": True, "font_size": 14}),
            "bold": book.add_format({"bold": True}),
            "quiet": book.add_format({"font_color": _QUIET}),
            "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        }

    def sheet(self, name: str) -> "Worksheet":
        """A new, empty sheet. Raises xlsxwriter's exceptions for a name that Excel does not take."""
        return self.book.add_worksheet(name)

    def text(self, sheet: "Worksheet", row: int, column: int, text: object, style: str = "text") -> None:
        """One guarded text; `style`: text, title, bold, quiet, wrapped, head."""
        sheet.write_string(row, column, _text(text), self._formats[style])

    def cell(self, sheet: "Worksheet", row: int, column: int, value: object, kind: Kind) -> None:
        """One value; None leaves the cell empty."""
        if value is not None:
            _WRITERS[kind](sheet, row, column, value, self._formats[kind])

    def sheet_of(self, name: str, columns: Sequence[Column], rows: Iterable[Row]) -> Written:
        """A sheet that is one table: its header and first column stay in sight, its columns have Excel's filters."""
        sheet = self.sheet(name)
        self.widths(sheet, columns)
        found = self.table(sheet, columns, rows)
        sheet.freeze_panes(1, 1)
        if found.rows:
            sheet.autofilter(0, 0, found.last, len(columns) - 1)
        return found

    def widths(self, sheet: "Worksheet", columns: Sequence[Column]) -> None:
        """The sheet's columns as wide as these ask."""
        for place, column in enumerate(columns):
            width = column.width or max(_NARROWEST.get(column.kind, 9), min(len(column.heading) + 3, 26))
            sheet.set_column(place, place, width)

    def table(self, sheet: "Worksheet", columns: Sequence[Column], rows: Iterable[Row], *, start: int = 0) -> Written:
        """A header and its rows from row `start` on (from 0), as far as a sheet reaches; unknown is an empty cell."""
        for place, column in enumerate(columns):
            self.text(sheet, start, place, column.heading, "head")
        plan = [(place, column.key, _WRITERS[column.kind], self._formats[column.kind])
                for place, column in enumerate(columns)]
        row_no, left_off = start, 0
        for row in rows:
            if row_no + 1 >= MOST_ROWS:
                left_off += 1
                continue
            row_no += 1
            for place, key, write, style in plan:
                value = row[key]
                if value is not None:
                    write(sheet, row_no, place, value, style)
        return Written(sheet.get_name(), start, row_no, row_no - start, left_off)


def _text(value: object) -> str:
    text = str(formats.guarded(str(value)))
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT]


def _write_text(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    sheet.write_string(row, column, _text(value), style)


def _write_number(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    sheet.write_number(row, column, value, style)


def _write_day(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    """Days that Excel does not know, or counts in its own way, stay text."""
    day = date.fromisoformat(value if len(value) > 7 else f"{value}-01") if isinstance(value, str) else value
    if day < _FIRST_DAY:
        sheet.write_string(row, column, day.isoformat())
    else:  # the number itself: a third of the time that xlsxwriter takes for a date
        sheet.write_number(row, column, (day - _DAY_ZERO).days, style)


def _write_flag(sheet: "Worksheet", row: int, column: int, value: Any, style: "Format") -> None:
    sheet.write_boolean(row, column, bool(value), style)


_WRITERS: dict[str, Callable[["Worksheet", int, int, Any, "Format"], None]] = {
    "text": _write_text, "day": _write_day, "month": _write_day, "flag": _write_flag,
    **dict.fromkeys(("whole", "ratio", "percent", "whole_percent", "score"), _write_number)}


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
