"""Large text files through pyarrow, with the records that do not fit put back in their places."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pyarrow as pa

from .model import MB, TEXT, Column, Limits, RefusedError, Sheet

_ODD_AT_MOST = 100_000
"""More odd records than this, and the file is read record by record."""


def read_large(data: bytes, name: str, delimiter: str, width: int, limits: Limits) -> Sheet | None:
    """UTF-8 text as a sheet of `width` columns or more; None where pyarrow cannot read it.

    Raises RefusedError (too_large).
    """
    import pyarrow.csv as arrow_csv

    odd: list[tuple[int, str]] = []

    def keep(row: Any) -> str:
        if len(odd) >= _ODD_AT_MOST:
            return "error"
        odd.append((row.number - 1, row.text))
        return "skip"

    names = [str(number) for number in range(width)]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(data),
            read_options=arrow_csv.ReadOptions(column_names=names, use_threads=False, block_size=4 * MB),
            parse_options=arrow_csv.ParseOptions(delimiter=delimiter, newlines_in_values=b'"' in data,
                                                 ignore_empty_lines=False, invalid_row_handler=keep),
            convert_options=arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), null_values=[""],
                                                     strings_can_be_null=True, quoted_strings_can_be_null=True))
    except pa.ArrowInvalid:
        return None
    rows = table.num_rows + len(odd)
    if rows * width > limits.csv_cells:
        raise RefusedError("too_large", "The file has more columns or cells than may be read; split it and import the "
                                        "parts.")
    columns: list[pa.Array] = []
    while table.num_columns:
        columns.append(table.column(0).combine_chunks())
        table = table.remove_column(0)  # frees each column as it is joined
    lengths = np.full(rows, width, dtype=np.int32)
    if odd:
        columns = _put_back(columns, odd, lengths, delimiter, limits)
    lengths[blank_records(columns, rows)] = 0
    return Sheet(name, tuple(Column(column, TEXT) for column in columns), rows, lengths=lengths)


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
    records = [next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), []) for _, text in odd]
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
        found.append(pa.concat_arrays([base, extra]).take(pa.array(source)))
    return found
