"""CSV and TSV: our own choice of encoding and dialect, every record kept where it stands."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from pathlib import Path

import numpy as np
import pyarrow as pa

from .model import TEXT, Book, Column, Limits, RefusedError, Sheet

_DELIMITERS = (",", ";", "\t", "|")


def read_text(path: Path, name: str, limits: Limits) -> Book:
    """A text file as one sheet, named as the file. Raises RefusedError (too_large)."""
    text = decode(path.read_bytes())
    delimiter, text = _stated(text)
    if delimiter is None:
        delimiter = _delimiter(text)
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
    columns = [Column(pa.array([(row[index] or None) if index < len(row) else None for row in rows], pa.string()), TEXT)
               for index in range(width)]
    lengths = np.fromiter(map(len, rows), dtype=np.int32, count=len(rows))
    return Book((Sheet(_stem(name), tuple(columns), len(rows), lengths=lengths),), "csv")


def _stem(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base


def decode(data: bytes) -> str:
    """Text of the bytes: by byte order mark, then UTF-8, then UTF-16 by its pattern, then Windows."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"),
                           (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    head = data[:2000]
    if b"\x00" in head:
        return data.decode("utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", "replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _stated(text: str) -> tuple[str | None, str]:
    """The delimiter of a first line `sep=X`, and the text without that line."""
    if text[:4].lower() == "sep=" and len(text) > 4:
        end = min((place for place in (text.find("\n"), text.find("\r")) if place >= 0), default=len(text))
        if end == 5:
            rest = text[end:]
            return text[4], rest[2:] if rest.startswith("\r\n") else rest[1:]
    return None, text


def _delimiter(text: str) -> str:
    """The delimiter that splits most records of the beginning into the same number of fields."""
    sample = text[:64_000]
    best, score = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            records = [len(record) for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
                       if record][:100]
        except csv.Error:
            continue
        wide = Counter(count for count in records if count > 1)
        if not wide:
            continue
        width, times = max(wide.items(), key=lambda item: (item[1] * min(item[0], 6), item[0]))
        points = times / len(records) + min(width, 20) / 100
        if points > score:
            best, score = delimiter, points
    return best
