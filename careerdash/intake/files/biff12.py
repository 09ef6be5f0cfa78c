"""Records of binary workbooks (xlsb): their numbers, their sheets and the look of their numbers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from .looks import Look, look_of
from .package import Package

ROW, RK, ERROR, BOOL, REAL, TEXT, SHARED = 0, 2, 3, 4, 5, 6, 7
FORMULA_TEXT, FORMULA_REAL, FORMULA_BOOL, FORMULA_ERROR, RICH = 8, 9, 10, 11, 62
ITEM, SHEET, BOOK, FORMAT, XF, STYLES, STYLES_END = 19, 156, 153, 44, 47, 617, 618
BEGIN_DATA, END_DATA, BEGIN_SHEET = 145, 146, 129
CELLS = frozenset(range(RK, FORMULA_ERROR + 1)) | {RICH}


class Listed(NamedTuple):
    """A sheet as the workbook lists it; `part` is None where the archive does not hold it."""

    name: str
    hidden: bool
    part: str | None


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and data of the records of a part. Raises IndexError where the last one is cut off."""
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = data[at]
        at += 1
        if size & 0x80:
            size &= 0x7F
            for shift in (7, 14, 21):
                byte = data[at]
                at += 1
                size |= (byte & 0x7F) << shift
                if not byte & 0x80:
                    break
        if at + size > end:
            raise IndexError("a record without end")
        yield kind, data[at:at + size]
        at += size


def wide(data: bytes, at: int) -> tuple[str, int]:
    """A text that begins with its length, and the place behind it."""
    length = struct.unpack_from("<I", data, at)[0]
    end = at + 4 + 2 * length
    return data[at + 4:end].decode("utf-16-le", "replace"), end


def listed(package: Package) -> tuple[list[Listed], bool]:
    """The sheets in their order, and whether days count from 1904."""
    found, dates_1904 = [], False
    for kind, data in records(package.raw("xl/workbook.bin")):
        if kind == BOOK:
            dates_1904 = bool(data[:1] and data[0] & 1)
        elif kind == SHEET:
            link, end = wide(data, 8)
            found.append(Listed(wide(data, end)[0], data[0] in (1, 2), package.linked(link)))
    return found, dates_1904


def look_of_book(package: Package, dates_1904: bool) -> Look:
    """The look of its numbers; plain where it says nothing of styles."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    within = False
    try:
        data = package.raw("xl/styles.bin")
    except KeyError:
        data = b""
    for kind, record in records(data):
        if kind == FORMAT:
            formats[struct.unpack_from("<H", record)[0]] = wide(record, 2)[0]
        elif kind in (STYLES, STYLES_END):
            within = kind == STYLES
        elif kind == XF and within:
            styles.append(struct.unpack_from("<H", record, 2)[0])
    return look_of(formats, styles, dates_1904)
