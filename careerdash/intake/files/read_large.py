"""Large text files through pyarrow, with the records that do not fit put back in their places."""

from __future__ import annotations

import csv
import io
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..coded import is_coded, small, together
from ..model import MB, TEXT, Column, Limits, Progress, RefusedError, Sheet
from .blocks import NotInBlocksError, whole_records

LONG_FIELD = "A field of the file is longer than may be read; look for a quotation mark that is never closed."
_ODD_AT_MOST = 500_000
"""More odd records than this, and the file is read record by record."""
_SAMPLE = 8 * MB
_BLOCK = 8 * MB
_SERIAL_BLOCK = 16 * MB
_KNOWN_AT_MOST = 200_000
_PAYS = 0.6


class Watched(io.RawIOBase):
    """A file whose reader is watched: the share of its bytes that were read."""

    def __init__(self, source: IO[bytes], size: int, progress: Progress) -> None:
        self._source = source
        self._size = max(1, size)
        self._progress = progress

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        block = self._source.read(len(target))
        target[:len(block)] = block
        self._progress(min(1.0, self._source.tell() / self._size))
        return len(block)

    def rewind(self, place: int) -> None:
        """Goes back to a place in the file."""
        self._source.seek(place)

    def tell(self) -> int:
        return self._source.tell()


def pays(texts: pa.Array) -> bool:
    """Whether a column is shorter as codes: not where nearly all of its texts differ."""
    return bool(pc.count_distinct(texts).as_py() <= _PAYS * len(texts))


def read_large(source: Watched, quoted: bool, name: str, delimiter: str, width: int, limits: Limits) -> Sheet | None:
    """UTF-8 text as a sheet of `width` columns or more, its columns coded; None where pyarrow cannot read it.

    `quoted`: it holds quotation marks, so that a line end may stand in a field. Raises RefusedError (too_large).
    """
    start = source.tell()
    parser = Parser(width, delimiter, quoted, limits)
    try:
        parser.look_at(_beginning(source))
        source.rewind(start)
        try:
            read = _in_blocks(source, parser)
        except NotInBlocksError:
            source.rewind(start)
            read = parser.parse(pa.PythonFile(source, "r"), _SERIAL_BLOCK)
    except pa.ArrowInvalid:
        return None
    columns, lengths = read.columns, np.full(read.rows, width, dtype=np.int32)
    if read.odd:
        columns = _put_back(columns, read.odd, lengths, delimiter, limits)
    lengths[blank_records(columns, read.rows)] = 0
    return Sheet(name, tuple(Column(column, TEXT) for column in columns), read.rows, lengths=lengths)


@dataclass
class Read:
    """Records as columns, and those with another number of fields with their place among all (from 0)."""

    columns: list[pa.Array]
    odd: list[tuple[int, str]]
    rows: int


class Parser:
    """Parses text of a known dialect; columns whose texts recur come as codes."""

    def __init__(self, width: int, delimiter: str, quoted: bool, limits: Limits) -> None:
        self.width, self.delimiter = width, delimiter
        self._quoted, self._limits = quoted, limits
        self._types = {str(number): pa.string() for number in range(width)}

    def look_at(self, sample: bytes) -> None:
        """Decides by the beginning of the file which columns come as codes. Raises ArrowInvalid."""
        read = self.parse(pa.BufferReader(sample), len(sample) + 1)
        for name, column in zip(list(self._types), read.columns, strict=True):
            if pays(column):
                self._types[name] = pa.dictionary(pa.int32(), pa.string())

    def parse(self, data: Any, block_size: int) -> Read:
        """All of `data`, in one thread. Raises ArrowInvalid, RefusedError (too_large)."""
        import pyarrow.csv as arrow_csv

        odd: list[tuple[int, str]] = []

        def keep(row: Any) -> str:
            if len(odd) >= _ODD_AT_MOST:
                return "error"
            odd.append((row.number - 1, row.text))
            return "skip"

        table = arrow_csv.read_csv(
            data, read_options=arrow_csv.ReadOptions(column_names=list(self._types), use_threads=False,
                                                     block_size=block_size),
            parse_options=arrow_csv.ParseOptions(delimiter=self.delimiter, newlines_in_values=self._quoted,
                                                 ignore_empty_lines=False, invalid_row_handler=keep),
            convert_options=arrow_csv.ConvertOptions(column_types=self._types, null_values=[""],
                                                     strings_can_be_null=True, quoted_strings_can_be_null=True))
        rows = table.num_rows + len(odd)
        self.limit(rows)
        columns: list[pa.Array] = []
        while table.num_columns:
            chunks = table.column(0).chunks
            table = table.remove_column(0)  # frees each column as it is joined
            columns.append(together(chunks) if chunks else pa.array([], pa.string()))
        return Read(columns, odd, rows)

    def limit(self, rows: int) -> None:
        """Raises RefusedError where so many records hold more cells than may be read."""
        if rows * self.width > self._limits.csv_cells:
            raise RefusedError("too_large", "The file has more columns or cells than may be read; split it and import "
                                            "the parts.")


def _in_blocks(source: Watched, parser: Parser) -> Read:
    """The file in blocks, of which as many are parsed at once as there are processors, up to four.

    Raises NotInBlocksError, ArrowInvalid, RefusedError.
    """
    threads = min(4, os.cpu_count() or 1)
    gathered = [Gathered() for _ in range(parser.width)]
    odd: list[tuple[int, str]] = []
    rows = 0
    waiting: deque[Future[Read]] = deque()

    def take() -> None:
        nonlocal rows
        read = waiting.popleft().result()
        for column, part in zip(gathered, read.columns, strict=True):
            column.add(part)
        odd.extend((rows + place, text) for place, text in read.odd)
        rows += read.rows
        parser.limit(rows)
        if len(odd) > _ODD_AT_MOST:
            raise pa.ArrowInvalid

    with ThreadPoolExecutor(threads) as pool:
        for block in whole_records(source, parser.delimiter, _BLOCK):
            waiting.append(pool.submit(parser.parse, pa.BufferReader(block), len(block) + 1))
            if len(waiting) > threads:
                take()
        while waiting:
            take()
    columns = []
    while gathered:
        columns.append(gathered.pop(0).whole())
    return Read(columns, odd, rows)


class Gathered:
    """A column that grows block by block; the codes of coded blocks become those of one dictionary."""

    def __init__(self) -> None:
        self._plain: list[pa.Array] = []
        self._codes: list[pa.Array] = []
        self._known: pa.Array = pa.array([], pa.string())

    def add(self, part: pa.Array) -> None:
        """Adds the rows of a block."""
        if not is_coded(part):
            self._plain.append(part)
            return
        places = pc.index_in(part.dictionary, value_set=self._known)
        if places.null_count:
            new = part.dictionary.filter(places.is_null())
            self._known = pa.concat_arrays([self._known, new])
            places = pc.index_in(part.dictionary, value_set=self._known)
        self._codes.append(small(places, len(self._known)).take(part.indices))
        if len(self._known) > _KNOWN_AT_MOST:
            self._close()

    def whole(self) -> pa.Array:
        """The whole column."""
        if self._codes:
            self._close()
        found = self._plain
        self._plain = []
        return together(found) if found else pa.array([], pa.string())

    def _close(self) -> None:
        """Ends a dictionary that has grown so long that looking into it takes time."""
        codes = pa.concat_arrays([small(codes, len(self._known)) for codes in self._codes])
        self._plain.append(pa.DictionaryArray.from_arrays(codes, self._known))
        self._codes, self._known = [], pa.array([], pa.string())


def _beginning(source: Watched) -> bytes:
    """The first megabytes up to the last line end."""
    data = bytearray(_SAMPLE)
    view, filled = memoryview(data), 0
    while filled < _SAMPLE and (count := source.readinto(view[filled:])):
        filled += count
    view.release()
    del data[filled:]
    end = max(data.rfind(b"\n"), data.rfind(b"\r")) if filled == _SAMPLE else filled
    return bytes(data[:end + 1] if end >= 0 else data)


def blank_records(columns: list[pa.Array], rows: int) -> np.ndarray:
    """Boolean: records without a single character."""
    blank = np.ones(rows, dtype=bool)
    for column in columns:
        if column.null_count == 0:
            blank[:] = False
        if not blank.any():
            break
        blank &= column.is_null().to_numpy(zero_copy_only=False)
    return blank


def _put_back(columns: list[pa.Array], odd: list[tuple[int, str]], lengths: np.ndarray, delimiter: str,
              limits: Limits) -> list[pa.Array]:
    """Puts records of another width (titles, blank lines, ragged ones) where they stood."""
    csv.field_size_limit(limits.record_bytes)
    try:
        records = [next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), []) for _, text in odd]
    except csv.Error:
        raise RefusedError("too_large", LONG_FIELD) from None
    width = max(len(columns), *map(len, records))
    if width > limits.columns or width * len(lengths) > limits.csv_cells:
        raise RefusedError("too_large", "The file has more columns or cells than may be read; split it and import the "
                                        "parts.")
    places = np.array([row for row, _ in odd], dtype=np.int64)
    lengths[places] = [len(record) if record != [""] else 0 for record in records]
    regular = np.ones(len(lengths), dtype=bool)
    regular[places] = False
    source = np.cumsum(regular) - 1
    source[places] = regular.sum() + np.arange(len(places))
    found = []
    for number in range(width):
        extra = pa.array([(record[number] or None) if number < len(record) else None for record in records],
                         pa.string())
        base = columns[number] if number < len(columns) else pa.nulls(int(regular.sum()), pa.string())
        found.append(together([base, extra]).take(pa.array(source)))
    return found
