"""Typed rows of one file: those of the same table together, without those that bring nothing new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from careerdash.schema import TABLES, typed_columns

from ..coded import constant, is_coded, spelled, together
from ..values.columns import ARROW
from .duplicates import find_repeats
from .emit import Emitted
from .extras import extras_of
from .regions import ACCEPTED, BLANK, DUPLICATE, SKIPPED, Region

_SLICE = 1 << 19
"""Rows that are written at once."""


@dataclass(frozen=True)
class TypedRows:
    """The typed rows of one table in sheet order: columns as arrays, coded where the sheet's are, or one value.

    `owner` and `rows`: the part that a row came from and its data row there. Extras are made when they are asked for.
    """

    name: str
    columns: dict[str, Any]
    parts: Sequence[Emitted]
    owner: np.ndarray
    rows: np.ndarray

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> pa.Array:
        """All values of a column, in its own type or as codes of it."""
        if name == "extras":
            return self._extras(np.arange(len(self)))
        return self._part(name, 0, len(self), coded=True)

    def take(self, places: np.ndarray) -> TypedRows:
        """The rows at these places."""
        at = pa.array(places)
        columns = {name: given.take(at) if isinstance(given, pa.Array) else given
                   for name, given in self.columns.items()}
        return TypedRows(self.name, columns, self.parts, self.owner[places], self.rows[places])

    def table(self, start: int = 0, stop: int | None = None, *, coded: bool = False) -> pa.Table:
        """Rows `start` to `stop` as a table of the typed columns; text may stay coded."""
        stop = len(self) if stop is None else min(stop, len(self))
        arrays = [self._extras(np.arange(start, stop)) if name == "extras" else self._part(name, start, stop, coded)
                  for name in self._kinds]
        return pa.table(arrays, names=list(self._kinds))

    def write(self, target: Path) -> None:
        """Writes all rows as Parquet, a slice at a time."""
        import pyarrow.parquet as pq

        schema = self.table(0, 0, coded=True).schema
        differ = {"source_row", "extras"} | {name for name, given in self.columns.items() if isinstance(given, pa.Array)
                                             and pa.types.is_string(given.type)}
        with pq.ParquetWriter(
                target, schema, compression="zstd", store_schema=False,
                use_dictionary=[name for name in schema.names if name not in differ],
                column_encoding={"source_row": "DELTA_BINARY_PACKED"}) as writer:
            for start in range(0, len(self), _SLICE):
                writer.write_table(self.table(start, start + _SLICE, coded=True))

    @cached_property
    def _kinds(self) -> dict[str, pa.DataType]:
        return {name: ARROW[kind] for name, kind in typed_columns(TABLES[self.name])}

    def _part(self, name: str, start: int, stop: int, coded: bool) -> pa.Array:
        given, arrow = self.columns[name], self._kinds[name]
        if isinstance(given, pa.Array):
            part = given.slice(start, stop - start)
            return part if coded and is_coded(part) else spelled(part).cast(arrow)
        if given is None:
            return pa.nulls(stop - start, arrow)
        if coded and isinstance(given, str):
            return constant(given, stop - start)
        return pa.repeat(pa.scalar(given, arrow), stop - start)

    def _extras(self, places: np.ndarray) -> pa.Array:
        if all(part.bears is None for part in self.parts):
            return pa.nulls(len(places), pa.string())
        if len(self.parts) == 1:
            return _borne(self.parts[0], self.rows[places])
        found, order = [], []
        for number, part in enumerate(self.parts):
            mine = np.flatnonzero(self.owner[places] == number)
            if len(mine):
                order.append(mine)
                found.append(_borne(part, self.rows[places[mine]]))
        back = np.argsort(np.concatenate(order), kind="stable") if order else np.zeros(0, dtype=np.int64)
        return pa.concat_arrays(found).take(pa.array(back)) if found else pa.nulls(0, pa.string())


def _borne(part: Emitted, rows: np.ndarray) -> pa.Array:
    """The extras of data rows of a part, where it bears them."""
    if part.bears is None or not len(rows):
        return pa.nulls(len(rows), pa.string())
    texts = extras_of(part.region, rows)
    bears = part.bears[rows]
    return texts if bears.all() else pc.if_else(pa.array(bears), texts, pa.scalar(None, pa.string()))


def merge(regions: list[Region], emitted: list[Emitted]) -> tuple[dict[str, TypedRows], list[dict[str, Any]]]:
    """Typed rows by table, and all issues. Sets the state of rows of which nothing new is left."""
    tables: dict[str, TypedRows] = {}
    left = {id(region): np.zeros(region.rows, dtype=np.int32) for region in regions}
    for one in emitted:
        left[id(one.region)][one.rows] += 1
    emits = {key: counts > 0 for key, counts in left.items()}
    for name in TABLES:
        parts = [one for one in emitted if one.table == name]
        if not parts:
            continue
        data = _together(name, parts, regions)
        repeats = find_repeats(data)
        for number, part in enumerate(parts):
            mine = repeats.dropped[data.owner[repeats.dropped] == number]
            left[id(part.region)][data.rows[mine]] -= 1
        for place in repeats.conflicting.tolist():
            region = parts[data.owner[place]].region
            region.add_issue(int(data.rows[place]), None, "duplicate_id")
        if len(repeats.dropped):
            keep = np.ones(len(data), dtype=bool)
            keep[repeats.dropped] = False
            data = data.take(np.flatnonzero(keep))
        tables[name] = data
    for region in regions:
        gone = (left[id(region)] == 0) & emits[id(region)] & (region.state == ACCEPTED)
        region.state[gone] = DUPLICATE
        _order_of_days(region)
        _ragged(region)
    return tables, [one for region in regions for one in region.all_issues()]


def _together(name: str, parts: list[Emitted], regions: list[Region]) -> TypedRows:
    """The rows of all parts, ordered by region, row and part."""
    if len(parts) == 1:
        part = parts[0]
        return TypedRows(name, part.columns, parts, np.zeros(len(part.rows), dtype=np.int8), part.rows)
    alone = [TypedRows(name, part.columns, [part], np.zeros(len(part.rows), dtype=np.int8), part.rows)
             for part in parts]
    columns: dict[str, Any] = {}
    for column in parts[0].columns:
        columns[column] = together([one.column(column) for one in alone]) if column != "extras" else None
    owner = np.repeat(np.arange(len(parts)), [len(part.rows) for part in parts])
    rows = np.concatenate([part.rows for part in parts])
    place = {id(region): number for number, region in enumerate(regions)}
    region_order = np.array([place[id(part.region)] for part in parts], dtype=np.int64)[owner]
    number = spelled(columns["source_part"]).to_numpy(zero_copy_only=False)
    sequence = np.lexsort((number, rows, region_order))
    return TypedRows(name, columns, parts, owner, rows).take(sequence)


_SPANS = {"pair": (("start_date", "end_date"), ("start_date", "planned_end_date")),
          "program": (("start_date", "end_date"),), "person": (("hire_date", "exit_date"),)}


def _order_of_days(region: Region) -> None:
    """Warns of ends before their start; both values stay."""
    known = {(target.table, target.column): (typed.values, at) for target, (typed, at) in region.typed.items()}
    for table, spans in _SPANS.items():
        for start, end in spans:
            if (table, start) in known and (table, end) in known:
                days = [known[table, column][0].cast(pa.int32()).fill_null(none).to_numpy(zero_copy_only=False)
                        for column, none in ((start, -10**9), (end, 10**9))]
                for row in np.flatnonzero((days[1] < days[0]) & (region.state == ACCEPTED)).tolist():
                    region.add_issue(row, known[table, end][1], "end_before_start")


def _ragged(region: Region) -> None:
    """Names the records of a text file that have other fields than the header; nothing is shifted."""
    lengths = region.sheet.lengths
    header = region.decision["header_rows"]
    if lengths is None or not header:
        return
    mine = lengths[region.first:region.first + region.rows]
    wrong = mine != int(lengths[header[-1]])
    for row in np.flatnonzero(wrong & (region.state != BLANK) & (region.state != SKIPPED)).tolist():
        region.add_issue(row, None, "ragged_row")
