"""Old workbooks (xls) made record by record. Invented rows."""

from __future__ import annotations

import struct

HEADERS = ("pair_id", "mentor_id", "mentee_id", "notes")


def record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def cell(kind: int, row: int, column: int, data: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<HHH", row, column, style) + data)


def long_text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def label(row: int, column: int, text: str) -> bytes:
    return cell(0x0204, row, column, long_text(text))


def head() -> bytes:
    """Four cells in row 1."""
    return b"".join(label(0, at, text) for at, text in enumerate(HEADERS))


def excel_8(cells: bytes, *, texts: tuple[str, ...] = (), formats: bytes = b"", styles: tuple[int, ...] = (0,),
            end: bytes = record(0x0A)) -> bytes:
    """An xls of one sheet with these cell records, in its wrapper."""
    begin = [record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0)) for kind in (0x05, 0x10)]
    shared = record(0xFC, struct.pack("<II", len(texts), len(texts)) + b"".join(map(long_text, texts)))
    looks = formats + b"".join(record(0xE0, struct.pack("<HH16x", 0, number)) for number in styles)
    name = b"\4\0pair"
    size = len(begin[0]) + len(looks) + len(shared) + 4 + 6 + len(name) + 4
    sheet = record(0x85, struct.pack("<IBB", size, 0, 0) + name)
    return wrapped(begin[0] + looks + sheet + shared + record(0x0A) + begin[1] + cells + end)


def excel_2(cells: bytes) -> bytes:
    """A worksheet of Excel 2, which has no wrapper."""
    return record(0x0009, struct.pack("<HH", 2, 0x10)) + cells + record(0x0A)


def cell_2(kind: int, row: int, column: int, data: bytes) -> bytes:
    return record(kind, struct.pack("<HH3x", row, column) + data)


def short_text(text: str) -> bytes:
    return bytes([len(text)]) + text.encode("cp1252")


def wrapped(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file with one stream."""
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % 512)
    count = len(stream) // 512
    table = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1) + _entry(name, 2, 2, len(stream)) + b"\0" * 256
    header = (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
              + struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0))
    header = header[:76] + struct.pack("<I", 0) + b"\xff" * 432
    return header + struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table))) + entries + stream


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    return (wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36 + struct.pack("<IQ", start, size))
