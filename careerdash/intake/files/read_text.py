"""CSV and TSV: our own choice of encoding and dialect, every record kept where it stands."""

from __future__ import annotations

import codecs
import csv
import io
import tempfile
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa

from ..coded import is_coded, together
from ..model import MB, TEXT, Book, Column, Limits, Progress, RefusedError, Sheet, unwatched
from .read_large import LONG_FIELD, Watched, blank_records, pays, read_large

_DELIMITERS = (",", ";", "\t", "|")
_LARGE = 4 * MB
_BLOCK = 20_000
_CHUNK = 8 * MB
_TOO_WIDE = "The file has more columns or cells than may be read; split it and import the parts."


def read_text(path: Path, name: str, limits: Limits, progress: Progress = unwatched) -> Book:
    """A text file as one sheet, named as the file. Raises RefusedError (too_large)."""
    size = path.stat().st_size
    if size > _LARGE:
        return Book((_read_long(path, size, _stem(name), limits, progress),), "csv")
    data = path.read_bytes()
    encoding, mark = encoding_of(data)
    text = data[mark:].decode(encoding, "replace")
    delimiter, skipped = _stated(text)
    delimiter = delimiter or _delimiter(text[skipped:])
    return Book((_read(io.StringIO(text[skipped:], newline=""), _stem(name), delimiter, limits),), "csv")


def _read_long(path: Path, size: int, name: str, limits: Limits, progress: Progress) -> Sheet:
    """A file that does not fit into memory as text: through pyarrow, else record by record."""
    with path.open("rb") as file:
        head_bytes = file.read(256_000)
        encoding, mark, quoted = _look_through(path)
        head = head_bytes[mark:].decode(encoding, "replace")
        delimiter, skipped = _stated(head)
        delimiter = delimiter or _delimiter(head[skipped:])
        width = _width(head[skipped:], delimiter)
        if width > limits.columns:
            raise RefusedError("too_large", _TOO_WIDE)
        start = mark + len(head[:skipped].encode(encoding))
        source: IO[bytes] = file
        if encoding not in ("utf-8", "ascii"):
            file.seek(start)
            source, start = _in_utf8(file, encoding), 0
        source.seek(start)
        sheet = read_large(Watched(source, size, progress), quoted, name, delimiter, width, limits)
        if sheet is None:
            source.seek(start)
            text = io.TextIOWrapper(io.BufferedReader(Watched(source, size, progress)), "utf-8", "replace", newline="")
            sheet = _read(text, name, delimiter, limits)
    return sheet


def _look_through(path: Path) -> tuple[str, int, bool]:
    """Encoding, length of its mark, and whether the file holds a quotation mark; a block at a time."""
    quoted = False
    with path.open("rb") as file:
        encoding, mark = encoding_of(file.read(4000), whole=False)
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        pending = False
        while block := file.read(_CHUNK):
            quoted = quoted or b'"' in block
            if encoding == "utf-8" and (pending or not block.isascii()):
                try:
                    decoder.decode(block)
                    pending = decoder.getstate()[0] != b""
                except UnicodeDecodeError:
                    encoding = _one_byte(path)
        if encoding == "utf-8" and pending:
            encoding = _one_byte(path)
    return encoding, mark, quoted


def _one_byte(path: Path) -> str:
    with path.open("rb") as file:
        while block := file.read(_CHUNK):
            try:
                block.decode("cp1252")
            except UnicodeDecodeError:
                return "latin-1"
    return "cp1252"


def _in_utf8(file: IO[bytes], encoding: str) -> IO[bytes]:
    """The rest of the file in UTF-8, in a temporary file that has no name and goes with this process."""
    target = tempfile.TemporaryFile()  # noqa: SIM115
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while block := file.read(_CHUNK):
        target.write(decoder.decode(block).encode())
    target.write(decoder.decode(b"", True).encode())
    return target


def _read(lines: Iterable[str], name: str, delimiter: str, limits: Limits) -> Sheet:
    """Record by record; a block at a time becomes columns, so that memory holds no lists of texts."""
    csv.field_size_limit(limits.record_bytes)
    blocks: list[list[pa.Array]] = []
    lengths: list[np.ndarray] = []
    width = rows = cells = 0
    records = csv.reader(lines, delimiter=delimiter)
    try:
        while block := list(islice(records, _BLOCK)):
            lengths.append(np.fromiter(map(len, block), dtype=np.int32, count=len(block)))
            cells += int(lengths[-1].sum())
            width, rows = max(width, int(lengths[-1].max())), rows + len(block)
            if width > limits.columns or cells > limits.csv_cells:
                raise RefusedError("too_large", _TOO_WIDE)
            if width * rows > limits.csv_cells:
                raise RefusedError("too_large", "One record of the file has far more fields than the others; look for "
                                                "a quotation mark that is never closed.")
            blocks.append(_as_columns(block, width, blocks[-1] if blocks else []))
    except csv.Error:
        raise RefusedError("too_large", LONG_FIELD) from None
    columns = [together([block[at] if at < len(block) else pa.nulls(len(count), pa.string())
                         for block, count in zip(blocks, lengths, strict=True)]) for at in range(width)]
    counts = np.concatenate(lengths) if lengths else np.zeros(0, dtype=np.int32)
    counts[blank_records(columns, rows)] = 0
    return Sheet(name, tuple(Column(column, TEXT) for column in columns), rows, lengths=counts)


def _as_columns(block: list[list[str]], width: int, before: list[pa.Array]) -> list[pa.Array]:
    """A block of records as columns; coded where the block before is, and where a full first block pays for it."""
    found = []
    for at in range(width):
        texts = pa.array([(row[at] or None) if at < len(row) else None for row in block], pa.string())
        coded = is_coded(before[at]) if at < len(before) else len(block) == _BLOCK and pays(texts)
        found.append(texts.dictionary_encode() if coded else texts)
    return found


def _stem(name: str) -> str:
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base


def encoding_of(data: bytes, *, whole: bool = True) -> tuple[str, int]:
    """The encoding and the length of its mark: by byte order mark, then UTF-8, UTF-16 by its pattern, then Windows.

    Of a beginning that is not the `whole` file nobody can say that it is not UTF-8.
    """
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
    if not whole:
        return "utf-8", 0
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
