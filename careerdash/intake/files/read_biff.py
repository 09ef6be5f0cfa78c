"""Old workbooks (xls, of Excel 2 to 2003) that calamine refuses or reads otherwise than they are counted.

Record by record: what is here is what the workbook holds. A sheet without its end is refused as damaged.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..model import BOOLEAN, ERROR, TEXT, Book, Limits, RefusedError, Sheet
from .biff import (
    BOF,
    BOOLERR,
    BOUNDSHEET,
    CODEPAGE,
    CONTINUE,
    DATEMODE,
    EOF,
    ERRORS,
    FILEPASS,
    FORMAT,
    FORMULA,
    LABEL,
    LABELSST,
    MULRK,
    NUMBER,
    RK,
    RSTRING,
    SST,
    STRING,
    XF,
    Record,
    code_page,
    format_of_style,
    long_text,
    rk,
    shared_texts,
    short_text,
)
from .compound import workbook_stream
from .looks import Look, look_of
from .read_plain import columns_of
from .read_workbook import damaged

_BROKEN = (struct.error, IndexError, ValueError, OverflowError, KeyError, OSError)
_PROTECTED = "The file is protected by a password; save a copy without it and import that."
_WORKSHEET, _WORKBOOK_4 = 0x10, 0x100


def read_biff(path: Path, limits: Limits) -> Book:
    """All worksheets of an xls. Raises RefusedError where it is protected, damaged or too large."""
    try:
        book = _Stream(workbook_stream(path.read_bytes()))
        tables = list(book.tables())
    except _BROKEN:
        raise damaged() from None
    sheets = [Sheet(one.name, columns_of(one.name, one.cells, one.height, limits), one.height, hidden=one.hidden,
                    formulas_without_value=one.formulas) for one in tables]
    return Book(tuple(sheets), "xls", dates_1904=book.dates_1904,
                lost=sum(one.count - sheet.valued for one, sheet in zip(tables, sheets, strict=True)))


@dataclass
class _Table:
    """A sheet as it is read: column -> cells (row, kind, text); `count` of cells, two of which may claim one place."""

    name: str
    hidden: bool
    cells: dict[int, list[tuple[int, str, str]]] = field(default_factory=dict)
    height: int = 0
    formulas: int = 0
    count: int = 0

    def add(self, row: int, column: int, found: tuple[str, str]) -> None:
        self.cells.setdefault(column, []).append((row, *found))
        self.height, self.count = max(self.height, row + 1), self.count + 1


class _Stream:
    """The records of a workbook stream."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        kind, size = struct.unpack_from("<HH", data)
        if kind not in BOF or size < 4:
            raise ValueError("no beginning")
        self._version = {0x0009: 2, 0x0209: 3, 0x0409: 4}.get(kind, 0) or (
            8 if struct.unpack_from("<H", data, 4)[0] >= 0x0600 else 5)
        self.dates_1904 = False
        self._page = "cp1252"
        self._texts: list[str] = []
        self._listed: list[tuple[int, bool, int, str]] = []
        self._formats: dict[int, str] = {}
        self._styles: list[int] = []

    def tables(self) -> Iterator[_Table]:
        """The worksheets in their order. Raises RefusedError (protected), or `_BROKEN`."""
        if self._version >= 5:
            self._globals(0)
            look = look_of(self._formats, self._styles, self.dates_1904)
            for start, hidden, kind, name in self._listed:
                if kind == 0:
                    yield self._sheet(start, name, hidden, look)
            return
        at, number = 0, 0
        while at + 6 <= len(self._data) and struct.unpack_from("<H", self._data, at)[0] in BOF:
            if struct.unpack_from("<H", self._data, at + 6)[0] == _WORKBOOK_4:  # sheets follow inside of it
                at += 4 + struct.unpack_from("<H", self._data, at + 2)[0]
                continue
            end = self._globals(at)
            if struct.unpack_from("<H", self._data, at + 6)[0] == _WORKSHEET:
                number += 1
                look = look_of(self._formats, self._styles, self.dates_1904)
                yield self._sheet(at, f"Sheet{number}", False, look)
            at = end

    def _records(self, at: int) -> Iterator[Record]:
        """The records of a part from its beginning to its end; charts inside it are left out."""
        data, depth = self._data, 0
        while at + 4 <= len(data):
            kind, size = struct.unpack_from("<HH", data, at)
            depth += (kind in BOF) - (kind == EOF)
            if depth <= 0:
                if kind != EOF:
                    raise ValueError("no beginning of a part")
                yield Record(kind, at + 4, size)
                return
            if depth == 1:
                yield Record(kind, at + 4, size)
            at += 4 + size
        raise ValueError("a part without end")

    def _globals(self, start: int) -> int:
        """What a workbook says of itself; in the oldest ones each sheet does. Gives the place behind the part."""
        shared: list[bytes] | None = None
        wide = self._version == 8
        for kind, at, size in self._records(start):
            data = self._data[at:at + size]
            if kind == FILEPASS:
                raise RefusedError("protected", _PROTECTED)
            if kind == SST:
                shared = [data]
            elif kind == CONTINUE and shared is not None:
                shared.append(data)
                continue
            elif shared is not None:
                self._texts, shared = shared_texts(shared), None
            if kind == CODEPAGE:
                self._page = code_page(struct.unpack_from("<H", data)[0])
            elif kind == DATEMODE:
                self.dates_1904 = data[:1] == b"\1"
            elif kind == BOUNDSHEET:
                place, state, sheet = struct.unpack_from("<IBB", data)
                self._listed.append((place, bool(state & 3), sheet, short_text(data[6:], wide, self._page)))
            elif kind in FORMAT:
                number = struct.unpack_from("<H", data)[0] if self._version >= 5 else len(self._formats)
                skip = {2: 0, 3: 0}.get(self._version, 2)
                self._formats[number] = (long_text(data[2:], True, self._page) if wide
                                         else short_text(data[skip:], False, self._page))
            elif kind in XF:
                self._styles.append(format_of_style(data, self._version))
        return at + size

    def _sheet(self, start: int, name: str, hidden: bool, look: Look) -> _Table:
        table = _Table(name, hidden)
        wide = self._version == 8
        head = 7 if self._version == 2 else 6
        waiting: tuple[int, int] | None = None
        for kind, at, size in self._records(start):
            data = self._data[at:at + size]
            if kind in STRING and waiting:
                text = (short_text if self._version == 2 else long_text)(data, wide, self._page)
                if text:
                    table.add(*waiting, (TEXT, text))
                table.formulas += not text
                waiting = None
            elif kind in _CELLS:
                row, column = struct.unpack_from("<HH", data)
                style = data[4] & 0x3F if self._version == 2 else struct.unpack_from("<H", data, 4)[0]
                if kind == MULRK:
                    for place, one in enumerate(range(4, size - 2, 6)):
                        style, packed = struct.unpack_from("<HI", data, one)
                        table.add(row, column + place, look.number(rk(packed), style))
                elif kind == RK:
                    table.add(row, column, look.number(rk(struct.unpack_from("<I", data, 6)[0]), style))
                elif kind in NUMBER:
                    table.add(row, column, look.number(struct.unpack_from("<d", data, head)[0], style))
                elif kind == 0x02:
                    table.add(row, column, look.number(struct.unpack_from("<H", data, 7)[0], style))
                elif kind == LABELSST:
                    number = struct.unpack_from("<I", data, 6)[0]
                    known = number < len(self._texts)
                    if not known or self._texts[number]:
                        table.add(row, column, (TEXT, self._texts[number]) if known else (ERROR, str(number)))
                elif kind in LABEL or kind == RSTRING:
                    text = (short_text if self._version == 2 else long_text)(data[head:], wide, self._page)
                    if text:
                        table.add(row, column, (TEXT, text))
                elif kind in BOOLERR:
                    table.add(row, column, _truth(data[head], data[head + 1]))
                elif data[head + 6:head + 8] != b"\xff\xff":
                    table.add(row, column, look.number(struct.unpack_from("<d", data, head)[0], style))
                elif data[head] == 0:
                    waiting = (row, column)
                elif data[head] in (1, 2):
                    table.add(row, column, _truth(data[head + 2], data[head] - 1))
                else:
                    table.formulas += 1
        return table


_CELLS = frozenset((*NUMBER, *LABEL, *BOOLERR, *FORMULA, RK, MULRK, LABELSST, RSTRING, 0x02))


def _truth(value: int, is_error: int) -> tuple[str, str]:
    return (ERROR, ERRORS.get(value, "#N/A")) if is_error else (BOOLEAN, "true" if value else "false")
