"""CSV and TSV: our own choice of encoding and dialect, every record kept where it stands."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa

from .model import MB, TEXT, Book, Column, Limits, RefusedError, Sheet
from .read_large import blank_records, read_large

_DELIMITERS = (",", ";", "\t", "|")
_LARGE = 4 * MB


def read_text(path: Path, name: str, limits: Limits) -> Book:
    """A text file as one sheet, named as the file. Raises RefusedError (too_large)."""
    data = path.read_bytes()
    encoding, mark = encoding_of(data)
    head = data[mark:mark + 256_000].decode(encoding, "replace")
    delimiter, skipped = _stated(head)
    delimiter = delimiter or _delimiter(head[skipped:])
    if len(data) > _LARGE:
        start = mark + len(head[:skipped].encode(encoding))
        plain = data[start:] if encoding in ("utf-8", "ascii") else data[start:].decode(encoding, "replace").encode()
        del data
        sheet = read_large(plain, _stem(name), delimiter, _width(head[skipped:], delimiter), limits)
        if sheet is not None:
            return Book((sheet,), "csv")
        text = plain.decode("utf-8", "replace")
    else:
        text = data[mark:].decode(encoding, "replace")[skipped:]
    return Book((_read(text, _stem(name), delimiter, limits),), "csv")


def _read(text: str, name: str, delimiter: str, limits: Limits) -> Sheet:
    csv.field_size_limit(limits.record_bytes)
    rows: list[list[str]] = []
    cells = 0
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            cells += len(record)
            if len(record) > limits.columns or cells > limits.csv_cells:
                raise RefusedError("too_large", "The file has more columns or cells than may be read; split it and "
                                                "import the parts.")
            rows.append(record)
    except csv.Error:
        raise RefusedError("too_large", "A field of the file is longer than may be read; look for a quotation mark "
                                        "that is never closed.") from None
    width = max(map(len, rows), default=0)
    if width * len(rows) > limits.csv_cells:
        raise RefusedError("too_large", "One record of the file has far more fields than the others; look for a "
                                        "quotation mark that is never closed.")
    columns = [pa.array([(row[index] or None) if index < len(row) else None for row in rows], pa.string())
               for index in range(width)]
    lengths = np.fromiter(map(len, rows), dtype=np.int32, count=len(rows))
    lengths[blank_records(columns, len(rows))] = 0
    return Sheet(name, tuple(Column(column, TEXT) for column in columns), len(rows), lengths=lengths)


def _stem(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base


def encoding_of(data: bytes) -> tuple[str, int]:
    """The encoding and the length of its mark: by byte order mark, then UTF-8, UTF-16 by its pattern, then Windows."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
                           (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
                           (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return encoding, len(mark)
    head = data[:2000]
    if b"\x00" in head:
        if head[0::4].count(0) + head[1::4].count(0) + head[2::4].count(0) > len(head) * 0.6:
            return ("utf-32-le" if head[3::4].count(0) > head[0::4].count(0) else "utf-32-be"), 0
        return ("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be"), 0
    for encoding in ("utf-8", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding, 0
    return "latin-1", 0


def _stated(text: str) -> tuple[str | None, int]:
    """The delimiter of a first line `sep=X`, and the length of that line."""
    if text[:4].lower() == "sep=" and len(text) > 4:
        end = min((place for place in (text.find("\n"), text.find("\r")) if place >= 0), default=len(text))
        if end == 5:
            return text[4], end + (2 if text[end:end + 2] == "\r\n" else 1)
    return None, 0


def _records(text: str, delimiter: str) -> list[int]:
    """Numbers of fields of the first records."""
    try:
        return [len(record) for record in csv.reader(io.StringIO(text[:64_000], newline=""), delimiter=delimiter)
                if record][:200]
    except csv.Error:
        return []


def _width(text: str, delimiter: str) -> int:
    return max(Counter(_records(text, delimiter)).items(), key=lambda item: (item[1], item[0]), default=(1, 0))[0]


def _delimiter(text: str) -> str:
    """The delimiter that splits most records of the beginning into the same number of fields."""
    best, score = ",", 0.0
    for delimiter in _DELIMITERS:
        records = _records(text, delimiter)[:100]
        wide = Counter(count for count in records if count > 1)
        if not wide:
            continue
        width, times = max(wide.items(), key=lambda item: (item[1] * min(item[0], 6), item[0]))
        points = times / len(records) + min(width, 20) / 100
        if points > score:
            best, score = delimiter, points
    return best
