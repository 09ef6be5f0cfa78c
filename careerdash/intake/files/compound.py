"""The workbook stream of a compound file (OLE), of which old workbooks are made."""

from __future__ import annotations

import struct
from collections.abc import Iterator

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FREE = 0xFFFFFFF0


def workbook_stream(data: bytes) -> bytes:
    """The stream; a file without a wrapper, as the oldest are, is its own stream.

    Raises ValueError, IndexError or struct.error where the file is broken.
    """
    if not data.startswith(OLE):
        return data
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    small = 1 << struct.unpack_from("<H", data, 32)[0]
    if not 64 <= size <= 1 << 16 or not 8 <= small <= size:
        raise ValueError("no sectors")
    directory, least, mini, _, more = struct.unpack_from("<I4xIIII", data, 48)

    def sector(number: int) -> bytes:
        return data[(number + 1) * size:(number + 2) * size]

    table_sectors = [one for one in struct.unpack_from("<109I", data, 76) if one < _FREE]
    while more < _FREE and len(table_sectors) * size < len(data):
        listed = struct.unpack(f"<{size // 4}I", sector(more))
        table_sectors += [one for one in listed[:-1] if one < _FREE]
        more = listed[-1]
    joined = b"".join(map(sector, table_sectors))
    table = struct.unpack(f"<{len(joined) // 4}I", joined[:len(joined) // 4 * 4])

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
    root, found = b"", dict[str, tuple[int, int]]()
    for at in range(0, len(entries) - 127, 128):
        length = struct.unpack_from("<H", entries, at + 64)[0]
        name = entries[at:at + max(0, length - 2)].decode("utf-16-le", "replace").lower()
        if entries[at + 66] == 5:
            root = whole(struct.unpack_from("<I", entries, at + 116)[0])
        elif name in ("workbook", "book"):
            start, long = struct.unpack_from("<II", entries, at + 116)
            found.setdefault(name, (start, long))
    start, long = found.get("workbook") or found["book"]
    if long >= least:
        return whole(start)[:long]
    links_bytes = whole(mini)
    links = struct.unpack(f"<{len(links_bytes) // 4}I", links_bytes)
    return b"".join(root[one * small:(one + 1) * small] for one in chain(start, links))[:long]
