"""Cells of old binary workbooks (xls, xlsb) that calamine loses: errors, and the zeros that a format shows before ids.

Only the records that say so are looked at; a file that is not what it should be gives nothing, and calamine decides.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..request import ERROR, TEXT, RefusedError
from .package import Package

Repairs = dict[tuple[int, int], tuple[str, str]]
"""(row, column) from 0 -> kind and text."""

_ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
           0x2A: "#N/A", 0x2B: "#GETTING_DATA"}
_ZEROS = re.compile(r'"?(0{2,15})(?:;.*)?"?')
_BROKEN = (struct.error, IndexError, ValueError, OverflowError, KeyError, zipfile.BadZipFile, OSError)
_FREE = 0xFFFFFFF0
_BOF, _EOF, _BOUNDSHEET, _FILEPASS, _FORMAT, _XF = 0x0809, 0x0A, 0x85, 0x2F, 0x041E, 0xE0
_FORMULA, _BOOLERR, _NUMBER, _RK, _MULRK = 0x06, 0x0205, 0x0203, 0x027E, 0xBD


def xls_repairs(path: Path) -> list[Repairs]:
    """Lost cells of each sheet of an xls, in its order. Raises RefusedError (protected)."""
    try:
        return _Biff(_stream(path.read_bytes())).repairs()
    except _BROKEN:
        return []


def xlsb_repairs(path: Path) -> list[Repairs]:
    """Lost cells of each sheet of an xlsb, in its order."""
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            zeros = _zeros12(package)
            return [_sheet12(package.raw(part), zeros) if part else {} for part in _parts12(package)]
    except _BROKEN:
        return []


def _parts12(package: Package) -> Iterator[str | None]:
    for kind, data in _records12(package.raw("xl/workbook.bin")):
        if kind == 156:  # a sheet: state, number, relation, name
            length = struct.unpack_from("<I", data, 8)[0]
            yield package.linked(data[12:12 + 2 * length].decode("utf-16-le"))


def _records12(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = (kind & 0x7F) | (data[at] & 0x7F) << 7
            at += 1
        size = 0
        for shift in (0, 7, 14, 21):
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        yield kind, data[at:at + size]
        at += size


def _zeros12(package: Package) -> dict[int, int]:
    """Cell style -> digits that it shows at least, for formats of zeros alone."""
    try:
        styles = package.raw("xl/styles.bin")
    except KeyError:
        return {}
    formats: dict[int, int] = {}
    cells: list[int] | None = None
    for kind, record in _records12(styles):
        if kind == 44:  # a format: number, text
            zeros = _ZEROS.fullmatch(record[6:].decode("utf-16-le", "replace"))
            formats |= {struct.unpack_from("<H", record)[0]: len(zeros.group(1))} if zeros else {}
        elif kind == 617:  # the styles of cells begin
            cells = []
        elif kind == 618:
            break
        elif kind == 47 and cells is not None:
            cells.append(struct.unpack_from("<H", record, 2)[0])
    return {style: formats[number] for style, number in enumerate(cells or ()) if number in formats}


def _sheet12(data: bytes, zeros: dict[int, int]) -> Repairs:
    found: Repairs = {}
    row = -1
    for kind, record in _records12(data):
        if kind == 0:
            row = struct.unpack_from("<I", record)[0]
        elif kind in (3, 11) and row >= 0:
            column = struct.unpack_from("<I", record)[0]
            found[row, column] = (ERROR, _ERRORS.get(record[8], "#N/A"))
        elif zeros and kind in (2, 5, 9) and row >= 0:
            column, style = struct.unpack_from("<II", record)
            value = (_rk(struct.unpack_from("<I", record, 8)[0]) if kind == 2
                     else struct.unpack_from("<d", record, 8)[0])
            if shown := _shown(value, zeros.get(style & 0xFFFFFF, 0)):
                found[row, column] = (TEXT, shown)
    return found


def _shown(value: float, width: int) -> str | None:
    """A whole number with the zeros before it that its format shows; None where it shows none."""
    text = str(int(value)) if 0 <= value < 1e15 and value == int(value) else ""
    return text.zfill(width) if text and len(text) < width else None


def _stream(data: bytes) -> bytes:
    """The workbook stream of a compound file."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    directory, least, mini, _, more = struct.unpack_from("<I4xIIII", data, 48)

    def sector(number: int) -> bytes:
        return data[(number + 1) * size:(number + 2) * size]

    table_sectors = [one for one in struct.unpack_from("<109I", data, 76) if one < _FREE]
    while more < _FREE and len(table_sectors) * size < len(data):
        listed = struct.unpack(f"<{size // 4}I", sector(more))
        table_sectors += [one for one in listed[:-1] if one < _FREE]
        more = listed[-1]
    table = struct.unpack(f"<{len(table_sectors) * size // 4}I", b"".join(map(sector, table_sectors)))

    def chain(start: int, links: tuple[int, ...]) -> Iterator[int]:
        for _ in range(len(links) + 1):
            if start >= _FREE:
                return
            yield start
            start = links[start]
        raise ValueError("a chain without end")

    def whole(start: int) -> bytes:
        return b"".join(map(sector, chain(start, table)))

    entries = whole(directory)
    root = b""
    for at in range(0, len(entries), 128):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at:at + max(0, length - 2)].decode("utf-16-le", "replace")
        start, long = struct.unpack_from("<II", entries, at + 116)
        if entries[at + 66] == 5:
            root = whole(start)
        elif name.lower() in ("workbook", "book"):
            if long >= least:
                return whole(start)[:long]
            links_bytes = whole(mini)
            links = struct.unpack(f"<{len(links_bytes) // 4}I", links_bytes)
            return b"".join(root[one * small:(one + 1) * small] for one in chain(start, links))[:long]
    raise ValueError("no workbook stream")


@dataclass
class _Biff:
    """The records of an xls."""

    data: bytes
    formats: dict[int, int] = field(default_factory=dict)
    styles: list[int] = field(default_factory=list)

    def repairs(self) -> list[Repairs]:
        """Lost cells of the sheets in the order in which the workbook lists them."""
        starts: list[int] = []
        new = struct.unpack_from("<H", self.data, 4)[0] >= 0x0600
        for kind, at, size in self._records(0):
            if kind == _FILEPASS:
                raise RefusedError("protected", "The file is protected by a password; save a copy without it and "
                                                "import that.")
            if kind == _BOUNDSHEET:
                starts.append(struct.unpack_from("<I", self.data, at)[0])
            elif kind == _FORMAT:
                self._format(self.data[at:at + size], new)
            elif kind == _XF:
                self.styles.append(struct.unpack_from("<H", self.data, at + 2)[0])
        return [self._sheet(start) for start in starts]

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Kind, place and length of the records up to the end of this part; charts inside it are left out."""
        depth = 0
        while at + 4 <= len(self.data):
            kind, size = struct.unpack_from("<HH", self.data, at)
            depth += (kind == _BOF) - (kind == _EOF)
            if depth <= 0:
                return
            if depth == 1:
                yield kind, at + 4, size
            at += 4 + size

    def _format(self, record: bytes, new: bool) -> None:
        text = record[5:].decode("latin-1") if new else record[3:].decode("latin-1")
        zeros = _ZEROS.fullmatch(text)
        if zeros:
            self.formats[struct.unpack_from("<H", record)[0]] = len(zeros.group(1))

    def _sheet(self, start: int) -> Repairs:
        found: Repairs = {}
        for kind, at, size in self._records(start):
            if kind == _BOOLERR and self.data[at + 7]:
                found[struct.unpack_from("<HH", self.data, at)] = (ERROR, _ERRORS.get(self.data[at + 6], "#N/A"))
            elif kind == _FORMULA and self.data[at + 12:at + 14] == b"\xff\xff" and self.data[at + 6] == 2:
                found[struct.unpack_from("<HH", self.data, at)] = (ERROR, _ERRORS.get(self.data[at + 8], "#N/A"))
            elif kind in (_NUMBER, _RK, _MULRK) and self.formats:
                found.update(self._ids(kind, at, size))
        return found

    def _ids(self, kind: int, at: int, size: int) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
        row, column = struct.unpack_from("<HH", self.data, at)
        if kind == _NUMBER:
            cells = [struct.unpack_from("<Hd", self.data, at + 4)]
        else:
            last = at + (size - 2 if kind == _MULRK else size)
            cells = [(struct.unpack_from("<H", self.data, one)[0], _rk(struct.unpack_from("<I", self.data, one + 2)[0]))
                     for one in range(at + 4, last, 6)]
        for place, (style, value) in enumerate(cells):
            width = self.formats.get(self.styles[style], 0) if style < len(self.styles) else 0
            if shown := _shown(value, width):
                yield (row, column + place), (TEXT, shown)


def _rk(packed: int) -> float:
    """A number as RK records pack it."""
    value: float = packed >> 2 if packed & 2 else struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    if packed & 2 and packed & 0x80000000:
        value -= 1 << 30
    return value / 100 if packed & 1 else value
