"""OpenDocument workbooks that calamine refuses or reads otherwise than they are counted, by XML events.

What is here is what the workbook holds; what is no whole XML is refused.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from xml.parsers import expat

from ..model import BOOLEAN, DATE, ERROR, NUMBER, TEXT, TIME, Book, Limits, RefusedError, Sheet
from .census import check_box
from .events import no_memory
from .read_plain import columns_of
from .read_workbook import cell_text, damaged, number_text

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_TEXTS = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_CELLS = frozenset((_TABLE + "table-cell", _TABLE + "covered-table-cell"))
_LEFT_OUT = frozenset((_OFFICE + "annotation", _TABLE + "tracked-changes", _TABLE + "shapes", _TEXTS + "note"))
_CLOCK = re.compile(r"(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d*)?S)?")
_MARKS = {_TEXTS + "tab": "\t", _TEXTS + "line-break": "\n"}
_BLOCK = 1 << 20


@dataclass
class _Table:
    """A sheet as it is read: column -> cells (row, kind, text)."""

    name: str
    style: str
    cells: dict[int, list[tuple[int, str, str]]] = field(default_factory=dict)
    rows: int = 0
    height: int = 0
    formulas: int = 0


def read_ods(path: Path, limits: Limits) -> Book:
    """All sheets. Raises RefusedError where the workbook is damaged or too large."""
    events = _Events(limits)
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as stream:
            events.read(iter(lambda: stream.read(_BLOCK), b""))
    except expat.ExpatError as error:
        no_memory(error)
        raise damaged() from None
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, EOFError):
        raise damaged() from None
    sheets = [Sheet(one.name, columns_of(one.name, one.cells, one.height, limits), one.height,
                    hidden=one.style in events.hidden, formulas_without_value=one.formulas) for one in events.tables]
    return Book(tuple(sheets), "ods")


class _Events:
    """Takes `content.xml`; gives its tables."""

    def __init__(self, limits: Limits) -> None:
        self.tables: list[_Table] = []
        self.hidden: set[str] = set()
        self._limits = limits
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._start, self._end
        self._left_out, self._inside = 0, 0
        self._style = ""
        self._valued = 0
        self._row: list[tuple[int, int, str, str]] = []
        self._column, self._row_times = 0, 1
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._text: list[str] | None = None

    def read(self, blocks: Iterator[bytes]) -> None:
        """Raises expat.ExpatError, RefusedError (too_large)."""
        for block in blocks:
            self._parser.Parse(block, False)
        self._parser.Parse(b"", True)

    def _start(self, name: str, marks: dict[str, str]) -> None:
        if self._left_out or name in _LEFT_OUT or name.startswith(_DRAW):
            self._left_out += 1
            self._parser.CharacterDataHandler = None
        elif name == _TEXTS + "p" and self._cell is not None and self._text is None:
            self._text = []
            self._parser.CharacterDataHandler = self._text.append
        elif self._text is not None:
            if name == _TEXTS + "s":
                self._text.append(" " * min(_times(marks.get(_TEXTS + "c")), self._limits.cell_characters + 1))
            elif name in _MARKS:
                self._text.append(_MARKS[name])
        elif name in _CELLS and self._inside == 1:
            self._cell, self._paragraphs = marks, []
        elif name == _TABLE + "table-row" and self._inside == 1:
            self._row, self._column = [], 0
            self._row_times = _times(marks.get(_TABLE + "number-rows-repeated"))
        elif name == _TABLE + "table":
            self._inside += 1
            if self._inside == 1:
                self.tables.append(_Table(marks.get(_TABLE + "name", ""), marks.get(_TABLE + "style-name", "")))
        elif name == _STYLE + "style":
            self._style = marks.get(_STYLE + "name", "")
        elif name == _STYLE + "table-properties" and marks.get(_TABLE + "display") == "false":
            self.hidden.add(self._style)

    def _end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
            if not self._left_out and self._text is not None:
                self._parser.CharacterDataHandler = self._text.append
        elif name == _TEXTS + "p" and self._text is not None:
            self._paragraphs.append("".join(self._text))
            self._text = self._parser.CharacterDataHandler = None
        elif name in _CELLS and self._inside == 1 and self._cell is not None:
            self._close(self._cell)
            self._cell = None
        elif name == _TABLE + "table-row" and self._inside == 1:
            self._close_row(self.tables[-1])
        elif name == _TABLE + "table":
            self._inside -= 1

    def _close(self, marks: dict[str, str]) -> None:
        times = _times(marks.get(_TABLE + "number-columns-repeated"))
        found = _valued(marks, "\n".join(self._paragraphs))
        if found:
            self._valued += times * self._row_times
            if self._valued > self._limits.valued_cells:
                raise RefusedError("too_large", f"The workbook has more than {self._limits.valued_cells:,} cells; "
                                                "split it and import the parts.")
            self._row.append((self._column, times, *found))
        elif _TABLE + "formula" in marks:
            self.tables[-1].formulas += times * self._row_times
        self._column += times

    def _close_row(self, table: _Table) -> None:
        if self._row:
            width = max(column + times for column, times, _, _ in self._row)
            table.height = table.rows + self._row_times
            check_box(table.name, table.height, width, self._limits)
        for column, times, kind, text in self._row:
            for place in range(column, column + times):
                cells = table.cells.setdefault(place, [])
                cells += [(row, kind, text) for row in range(table.rows, table.rows + self._row_times)]
        table.rows += self._row_times
        self._row = []


def _times(said: str | None) -> int:
    return max(1, int(said)) if said and said.isdecimal() and len(said) < 10 else 1


def _valued(marks: dict[str, str], shown: str) -> tuple[str, str] | None:
    """Kind and text of a cell; None where it holds nothing."""
    kind = marks.get(_OFFICE + "value-type", "string")
    if marks.get(_CALC + "value-type") == "error" and shown:
        return ERROR, shown
    match kind:
        case "float" | "percentage" | "currency":
            return _number(marks.get(_OFFICE + "value", ""), shown)
        case "date":
            return _day(marks.get(_OFFICE + "date-value", ""), shown)
        case "time":
            return _clock(marks.get(_OFFICE + "time-value", ""), shown)
        case "boolean":
            said = marks.get(_OFFICE + "boolean-value", shown).strip().lower()
            return BOOLEAN, "true" if said in ("true", "1") else "false"
    text = shown or marks.get(_OFFICE + "string-value", "")
    return (TEXT, text) if text else None


def _number(said: str, shown: str) -> tuple[str, str] | None:
    try:
        text = number_text(float(said))
    except ValueError:
        return (TEXT, shown or said) if shown or said else None
    padded = len(shown) > len(text) and shown == text.zfill(len(shown))
    return (TEXT, shown) if padded else (NUMBER, text)


def _day(said: str, shown: str) -> tuple[str, str] | None:
    try:
        moment = datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", said.strip().removesuffix("Z")))
    except ValueError:
        return (TEXT, said or shown) if said or shown else None
    return DATE, cell_text(moment.replace(tzinfo=None)) or said


def _clock(said: str, shown: str) -> tuple[str, str] | None:
    found = _CLOCK.fullmatch(said.strip())
    if not found:
        return (TEXT, said or shown) if said or shown else None
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    return TIME, f"{found.group(1)}{days * 24 + hours:02d}:{minutes:02d}:{seconds:02d}"
