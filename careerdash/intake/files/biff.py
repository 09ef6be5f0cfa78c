"""Records of old workbooks: their numbers, and the texts and numbers packed into them."""

from __future__ import annotations

import codecs
import struct
from typing import NamedTuple

BOF = frozenset((0x0009, 0x0209, 0x0409, 0x0809))
EOF, CONTINUE, CODEPAGE, DATEMODE, BOUNDSHEET, FILEPASS, SST = 0x0A, 0x3C, 0x42, 0x22, 0x85, 0x2F, 0xFC
FORMAT, XF = frozenset((0x1E, 0x041E)), frozenset((0x43, 0x0243, 0x0443, 0xE0))
NUMBER, LABEL, BOOLERR = frozenset((0x03, 0x0203)), frozenset((0x04, 0x0204)), frozenset((0x05, 0x0205))
FORMULA, STRING = frozenset((0x06, 0x0206, 0x0406)), frozenset((0x07, 0x0207))
RK, MULRK, LABELSST, RSTRING = 0x027E, 0xBD, 0xFD, 0xD6
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
          0x2A: "#N/A", 0x2B: "#GETTING_DATA"}


class Record(NamedTuple):
    """Number, place of its data, bytes of them."""

    kind: int
    at: int
    size: int


def rk(packed: int) -> float:
    """A number as RK records pack it."""
    value: float = packed >> 2 if packed & 2 else struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0]
    if packed & 2 and packed & 0x80000000:
        value -= 1 << 30
    return value / 100 if packed & 1 else value


def code_page(number: int) -> str:
    """Python's name of a code page; Western where it is not known."""
    name = {1200: "utf-16-le", 10000: "mac-roman", 0x8000: "mac-roman", 0x8001: "cp1252"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"


def format_of_style(data: bytes, version: int) -> int:
    """The number format of a cell style."""
    if version >= 5:
        return int(struct.unpack_from("<H", data, 2)[0])
    return data[2] & 0x3F if version == 2 else data[1]


def short_text(data: bytes, wide: bool, page: str) -> str:
    """A text whose length is one byte; `wide`: as of 1997, with a byte that says how wide its characters are."""
    return _text(data[0], data[1:], wide, page) if data else ""


def long_text(data: bytes, wide: bool, page: str) -> str:
    """A text whose length is two bytes."""
    return _text(struct.unpack_from("<H", data)[0], data[2:], wide, page) if len(data) > 1 else ""


def _text(length: int, data: bytes, wide: bool, page: str) -> str:
    if not wide:
        return data[:length].decode(page, "replace")
    if not data or not length:
        return ""
    start = 1 + 2 * bool(data[0] & 8) + 4 * bool(data[0] & 4)
    if data[0] & 1:
        return data[start:start + 2 * length].decode("utf-16-le", "replace")
    return data[start:start + length].decode("latin-1")


def shared_texts(parts: list[bytes]) -> list[str]:
    """The shared texts of a workbook, out of their record and those that continue it.

    A text that is cut by the end of a record goes on in the next one behind a byte that says how wide its characters
    are there.
    """
    reader = _Parts(parts)
    reader.take(4)
    count = struct.unpack("<I", reader.take(4))[0]
    found: list[str] = []
    while len(found) < count and not reader.at_end:
        found.append(reader.text())
    return found


class _Parts:
    """Bytes that lie in several records."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = self._at = 0

    @property
    def at_end(self) -> bool:
        return self._part >= len(self._parts) or (self._part == len(self._parts) - 1
                                                  and self._at >= len(self._parts[-1]))

    def take(self, size: int) -> bytes:
        """That many bytes; fewer at the end."""
        found = b""
        while size and self._part < len(self._parts):
            piece = self._parts[self._part][self._at:self._at + size]
            found += piece
            size -= len(piece)
            self._at += len(piece)
            if size:
                self._part, self._at = self._part + 1, 0
        return found

    def text(self) -> str:
        """The next text."""
        length, flags = struct.unpack("<HB", self.take(3))
        runs = struct.unpack("<H", self.take(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", self.take(4))[0] if flags & 4 else 0
        text, width = "", 1 + (flags & 1)
        while length:
            if self._at >= len(self._parts[self._part]):
                self._part, self._at = self._part + 1, 0
                width = 1 + (self.take(1)[0] & 1)
            left = len(self._parts[self._part]) - self._at
            size = min(length * width, left // width * width)
            if not size:
                raise ValueError("half a character")
            text += self.take(size).decode("utf-16-le" if width == 2 else "latin-1", "replace")
            length -= size // width
        self.take(4 * runs)
        self.take(more)
        return text
