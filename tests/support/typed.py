"""Typed rows made by hand: dicts -> Parquet -> a build plan, as the intake would have left them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from careerdash.build import BuildPlan, Source
from careerdash.schema import TABLES, typed_columns

ARROW = {"text": pa.string(), "word": pa.string(), "id": pa.string(), "emails": pa.string(), "date": pa.date32(),
         "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def typed(table: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """An Arrow table with all columns of a typed row; what a dict lacks is null."""
    columns = typed_columns(TABLES[table])
    schema = pa.schema([(name, ARROW[kind]) for name, kind in columns])
    unknown = {key for row in rows for key in row} - set(schema.names)
    if unknown:
        raise KeyError(f"{table}: {sorted(unknown)}")
    whole = [{"source_sheet": table, "source_row": number, "source_part": 0, **row}
             for number, row in enumerate(rows, start=2)]
    return pa.Table.from_pylist([{name: row.get(name) for name in schema.names} for row in whole], schema=schema)


def plan(folder: Path, imports: Iterable[tuple[int, date, Rows]],
         settings: Sequence[tuple[str, str | None, float]] = ()) -> BuildPlan:
    """A build plan of (import id, data day, {table: rows}), oldest first."""
    sources = []
    for import_id, day, tables in imports:
        paths = {}
        for name, rows in tables.items():
            paths[name] = folder / f"{import_id}-{name}.parquet"
            pq.write_table(typed(name, rows), paths[name])
        sources.append(Source(import_id, day, f"file-{import_id}.xlsx", paths))
    return BuildPlan(tuple(sources), tuple(settings))
