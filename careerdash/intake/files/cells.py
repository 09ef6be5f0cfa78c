"""The raw cells of a file as Parquet: sheet, row, column, kind, text. Refused columns never get there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ..coded import spelled
from ..model import TEXT, Book, Column, Sheet

_SCHEMA = pa.schema([("sheet", pa.string()), ("row", pa.int32()), ("column", pa.int32()), ("kind", pa.string()),
                     ("text", pa.string())])

_SLICE = 1 << 19
"""Rows of a column that are written at once."""


def write_cells(book: Book, decisions: dict[str, Any], target: Path) -> None:
    """Writes all cells but those of refused columns (their header stays). Rows and columns count from 1."""
    refused = {(part["sheet"], column["at"], part["first"], part["stop"]) for part in decisions["tables"]
               for column in part["columns"] if column["role"] == "refused"}
    with pq.ParquetWriter(target, _SCHEMA, compression="lz4", use_dictionary=["sheet", "column", "kind", "text"],
                          column_encoding={"row": "DELTA_BINARY_PACKED"}) as writer:
        for number, sheet in enumerate(book.sheets):
            for at, column in enumerate(sheet.columns):
                keep = column.valued.copy()
                for _, _, first, stop in (one for one in refused if one[:2] == (number, at)):
                    keep[first:stop] = False
                for start in range(0, sheet.rows, _SLICE):
                    _write(writer, sheet.name, at, column.piece(start, min(start + _SLICE, sheet.rows)),
                           keep[start:start + _SLICE], start)


def _write(writer: pq.ParquetWriter, name: str, at: int, column: Column, keep: np.ndarray, start: int) -> None:
    """The kept cells of a part of a column that begins at a row."""
    rows = np.flatnonzero(keep)
    if not len(rows):
        return
    taken = column.take(rows) if len(rows) < len(keep) else column
    kind = pa.repeat(pa.scalar(taken.kind), len(rows)) if isinstance(taken.kind, str) else taken.kind
    writer.write_table(pa.table([
        pa.repeat(pa.scalar(name), len(rows)), pa.array(rows + (start + 1), pa.int32()),
        pa.repeat(pa.scalar(at + 1, pa.int32()), len(rows)), kind.cast(pa.string()), spelled(taken.text)],
        schema=_SCHEMA))


def read_cells(source: Path, decisions: dict[str, Any]) -> Book:
    """The cells as a book again, its sheets in the order of the decisions."""
    table = pq.read_table(source)
    sheets = []
    for shape in decisions["sheets"]:
        part = table.filter(pc.equal(table.column("sheet"), shape["name"]))
        columns = []
        for at in range(shape["columns"]):
            cells = part.filter(pc.equal(part.column("column"), at + 1))
            columns.append(_column(cells, shape["rows"]))
        sheets.append(Sheet(shape["name"], tuple(columns), shape["rows"], hidden=shape["hidden"]))
    return Book(tuple(sheets), decisions["kind"])


def _column(cells: pa.Table, rows: int) -> Column:
    places = np.full(rows, cells.num_rows, dtype=np.int64)
    places[cells.column("row").to_numpy() - 1] = np.arange(cells.num_rows)
    texts = pa.concat_arrays([*cells.column("text").chunks, pa.array([None], pa.string())]).take(pa.array(places))
    kinds = cells.column("kind").unique().to_pylist()
    if len(kinds) < 2:
        return Column(texts, kinds[0] if kinds else TEXT)
    return Column(texts, pa.concat_arrays([*cells.column("kind").chunks, pa.array([TEXT])]).take(pa.array(places)))
