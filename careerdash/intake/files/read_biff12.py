"""Binary workbooks (xlsb) that calamine refuses or reads otherwise than they are counted, record by record."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

from ..model import BOOLEAN, ERROR, TEXT, Book, Limits, Sheet
from . import biff12
from .biff import ERRORS, rk
from .looks import Look
from .package import Package
from .read_plain import columns_of
from .read_workbook import damaged

_BROKEN = (struct.error, IndexError, ValueError, OverflowError, KeyError, zipfile.BadZipFile, OSError, EOFError)


def read_biff12(path: Path, limits: Limits) -> Book:
    """All worksheets of an xlsb. Raises RefusedError where it is damaged or too large."""
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            sheets, dates_1904 = biff12.listed(package)
            look = biff12.look_of_book(package, dates_1904)
            texts = _shared(package)
            found = [_sheet(one, package.raw(one.part or ""), look, texts, limits) for one in sheets]
    except _BROKEN:
        raise damaged() from None
    return Book(tuple(sheet for sheet, _ in found), "xlsb", dates_1904=dates_1904,
                lost=sum(count - sheet.valued for sheet, count in found))


def _shared(package: Package) -> list[str]:
    try:
        data = package.raw("xl/sharedstrings.bin")
    except KeyError:
        return []
    return [biff12.wide(record, 1)[0] for kind, record in biff12.records(data) if kind == biff12.ITEM]


def _sheet(listed: biff12.Listed, data: bytes, look: Look, texts: list[str], limits: Limits) -> tuple[Sheet, int]:
    """One sheet and its valued cells, of which two may claim one place."""
    cells: dict[int, list[tuple[int, str, str]]] = {}
    row = count = formulas = height = 0
    inside = ended = False
    for kind, record in biff12.records(data):
        inside, ended = (inside or kind == biff12.BEGIN_DATA) and kind != biff12.END_DATA, ended or (
            kind == biff12.END_DATA)
        if not inside:
            continue
        if kind == biff12.ROW:
            row = struct.unpack_from("<I", record)[0]
        elif kind in biff12.CELLS:
            found = _valued(kind, record, look, texts)
            formulas += kind == biff12.FORMULA_TEXT and not found
            if found:
                cells.setdefault(struct.unpack_from("<I", record)[0], []).append((row, *found))
                count, height = count + 1, max(height, row + 1)
    if not ended and (cells or inside):
        raise ValueError("a sheet without end")
    return Sheet(listed.name, columns_of(listed.name, cells, height, limits), height, hidden=listed.hidden,
                 formulas_without_value=formulas), count


def _valued(kind: int, record: bytes, look: Look, texts: list[str]) -> tuple[str, str] | None:
    style = struct.unpack_from("<I", record, 4)[0] & 0xFFFFFF
    if kind == biff12.RK:
        return look.number(rk(struct.unpack_from("<I", record, 8)[0]), style)
    if kind in (biff12.REAL, biff12.FORMULA_REAL):
        return look.number(struct.unpack_from("<d", record, 8)[0], style)
    if kind in (biff12.ERROR, biff12.FORMULA_ERROR):
        return ERROR, ERRORS.get(record[8], "#N/A")
    if kind in (biff12.BOOL, biff12.FORMULA_BOOL):
        return BOOLEAN, "true" if record[8] else "false"
    if kind == biff12.SHARED:
        number = struct.unpack_from("<I", record, 8)[0]
        if number >= len(texts):
            return ERROR, str(number)
        return (TEXT, texts[number]) if texts[number] else None
    text = biff12.wide(record, 9 if kind == biff12.RICH else 8)[0]
    return (TEXT, text) if text else None
