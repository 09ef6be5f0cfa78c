"""Counts the cells of old and binary workbooks (xls, xlsb), and recovers those that calamine loses.

One run over the records: it counts those that hold a value, and keeps errors and the zeros that a format shows before
ids. A file that is not what it should be has no count; then calamine's own count stands.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..request import ERROR, TEXT, RefusedError
from . import biff12
from .biff import (
    BOF,
    BOOLERR,
    BOUNDSHEET,
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
    STRING,
    XF,
    Record,
    long_text,
    rk,
)
from .census import Census, SheetCensus
from .compound import workbook_stream
from .looks import BUILT_IN_DATES, look_of, shows_days
from .package import Package

_BROKEN = (struct.error, IndexError, ValueError, OverflowError, KeyError, zipfile.BadZipFile, OSError, EOFError)


def xls_census(path: Path) -> Census:
    """The counts of all sheets that an xls of Excel 5 or later lists. Raises RefusedError (protected)."""
    try:
        return _Biff(workbook_stream(path.read_bytes())).census()
    except _BROKEN:
        return Census()


def xlsb_census(path: Path) -> Census:
    """The counts of all sheets that an xlsb lists."""
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            listed, dates_1904 = biff12.listed(package)
            zeros = biff12.look_of_book(package, dates_1904).zeros
            return Census([_sheet12(package.raw(one.part), zeros) if one.part else SheetCensus(exact=False)
                           for one in listed])
    except _BROKEN:
        return Census()


_KINDS12 = bytes(1 if kind in (biff12.RK, biff12.BOOL, biff12.REAL, biff12.SHARED, biff12.FORMULA_REAL,
                               biff12.FORMULA_BOOL, biff12.RICH)
                 else 2 if kind in (biff12.ERROR, biff12.FORMULA_ERROR)
                 else 3 if kind in (biff12.TEXT, biff12.FORMULA_TEXT) else 4 if kind == biff12.ROW else 0
                 for kind in range(64))
"""What a record of a sheet's data is: 1 a value, 2 an error, 3 a text that may be empty, 4 a row."""


def _sheet12(data: bytes, zeros: Mapping[Any, int]) -> SheetCensus:
    found = SheetCensus()
    row, valued, inside = -1, 0, False
    for kind, record in biff12.records(data):
        if kind > 63:
            inside = (inside or kind == biff12.BEGIN_DATA) and kind != biff12.END_DATA
            continue
        what = _KINDS12[kind] if inside else 0
        if what == 4:
            row = struct.unpack_from("<I", record)[0]
        elif what == 3:
            empty = record[8:12] == b"\0\0\0\0"
            valued += not empty
            found.formulas_without_value += empty and kind == biff12.FORMULA_TEXT
        elif what == 2:
            valued += 1
            found.repairs[row, struct.unpack_from("<I", record)[0]] = ERROR, ERRORS.get(record[8], "#N/A")
        elif what == 1:
            valued += 1
            if zeros and kind in (biff12.RK, biff12.REAL, biff12.FORMULA_REAL):
                column, style = struct.unpack_from("<II", record)
                value = (rk(struct.unpack_from("<I", record, 8)[0]) if kind == biff12.RK
                         else struct.unpack_from("<d", record, 8)[0])
                if shown := _shown(value, zeros.get(style & 0xFFFFFF, 0)):
                    found.repairs[row, column] = TEXT, shown
    found.valued = valued
    return found


def _shown(value: float, width: int) -> str | None:
    """A whole number with the zeros before it that its format shows; None where it shows none."""
    text = str(int(value)) if 0 <= value < 1e15 and value == int(value) else ""
    return text.zfill(width) if text and len(text) < width else None


class _Biff:
    """The records of an xls."""

    def __init__(self, data: bytes) -> None:
        if struct.unpack_from("<H", data)[0] != 0x0809:
            raise ValueError("older than Excel 5")
        self._data = data
        self._zeros: Mapping[Any, int] = {}

    def census(self) -> Census:
        """The counts of the sheets in the order in which the workbook lists them; those of charts hold no cells."""
        starts: list[tuple[int, int]] = []
        formats: dict[int, str] = {}
        styles: list[int] = []
        wide = struct.unpack_from("<H", self._data, 4)[0] >= 0x0600
        for kind, at, size in self._records(0):
            if kind == FILEPASS:
                raise RefusedError("protected", "The file is protected by a password; save a copy without it and "
                                                "import that.")
            if kind == BOUNDSHEET:
                starts.append((struct.unpack_from("<I", self._data, at)[0], self._data[at + 5]))
            elif kind in FORMAT:
                data = self._data[at + 2:at + size]
                text = long_text(data, True, "latin-1") if wide else data[1:].decode("latin-1")
                formats[struct.unpack_from("<H", self._data, at)[0]] = text
            elif kind in XF:
                styles.append(struct.unpack_from("<H", self._data, at + 2)[0])
        self._zeros = look_of(formats, styles, False).zeros
        sheets = [self._sheet(start) if kind == 0 else SheetCensus() for start, kind in starts]
        retold = BUILT_IN_DATES & formats.keys()  # calamine goes by the number of such a format alone
        return Census(sheets, misread=any(not shows_days(formats[number]) for number in retold))

    def _records(self, at: int) -> Iterator[Record]:
        """The records up to the end of this part; charts inside it are left out."""
        depth = 0
        while at + 4 <= len(self._data):
            kind, size = struct.unpack_from("<HH", self._data, at)
            depth += (kind in BOF) - (kind == EOF)
            if depth <= 0:
                return
            if depth == 1:
                yield Record(kind, at + 4, size)
            at += 4 + size
        raise ValueError("a part without end")

    def _sheet(self, start: int) -> SheetCensus:
        data, found, valued, waits = self._data, SheetCensus(), 0, False
        for kind, at, size in self._records(start):
            if kind not in _CELLS:
                continue
            if kind == MULRK:
                valued += (size - 6) // 6
            elif kind in LABEL or kind == RSTRING:
                valued += data[at + 6:at + 8] != b"\0\0"
                continue
            elif kind in STRING:
                valued += waits and data[at:at + 2] != b"\0\0"
                waits = False
                continue
            elif kind in FORMULA and data[at + 12:at + 14] == b"\xff\xff":
                valued += data[at + 6] in (1, 2)
                waits = data[at + 6] == 0  # its text stands in a record of its own
                if data[at + 6] == 2:
                    found.repairs[struct.unpack_from("<HH", data, at)] = ERROR, ERRORS.get(data[at + 8], "#N/A")
                found.formulas_without_value += data[at + 6] == 3
                continue
            else:
                valued += 1
                if kind in BOOLERR and data[at + 7]:
                    found.repairs[struct.unpack_from("<HH", data, at)] = ERROR, ERRORS.get(data[at + 6], "#N/A")
            if self._zeros and (kind in NUMBER or kind in (RK, MULRK)):
                found.repairs.update(self._ids(kind, at, size))
        found.valued = valued
        return found

    def _ids(self, kind: int, at: int, size: int) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
        row, column = struct.unpack_from("<HH", self._data, at)
        if kind in NUMBER:
            cells = [struct.unpack_from("<Hd", self._data, at + 4)]
        else:
            last = at + (size - 2 if kind == MULRK else size)
            packed = [struct.unpack_from("<HI", self._data, one) for one in range(at + 4, last, 6)]
            cells = [(style, rk(number)) for style, number in packed]
        for place, (style, value) in enumerate(cells):
            if shown := _shown(value, self._zeros.get(style, 0)):
                yield (row, column + place), (TEXT, shown)


_CELLS = frozenset((*NUMBER, *LABEL, *BOOLERR, *FORMULA, *STRING, RK, MULRK, LABELSST, RSTRING))
