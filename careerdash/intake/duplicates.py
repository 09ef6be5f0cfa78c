"""Rows of one file that repeat a key: those that bring nothing new, and those that disagree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from careerdash.schema import FLAG_COLUMNS, SOURCE_COLUMNS, TABLES, Table

_NONE = "\x00"
_SEPARATOR = "\x1f"
_UNKEYED = frozenset(("title", "name"))


@dataclass(frozen=True)
class Repeats:
    """Positions of rows of a table that repeat an earlier one, and of those that disagree with it."""

    dropped: np.ndarray
    conflicting: np.ndarray


def find_repeats(name: str, data: pa.Table) -> Repeats:
    """Compares rows of the same key, in order: the id where there is one, else the natural key as written."""
    table = TABLES[name]
    nothing = np.zeros(0, dtype=np.int64)
    if table.id_field and pc.count_distinct(data.column(table.id_field), mode="all").as_py() == data.num_rows:
        return Repeats(nothing, nothing)  # the usual export: every row has an id of its own
    keys = _keys(table, data)
    coded = keys.dictionary_encode()
    codes = pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False)
    if len(coded.dictionary) == np.count_nonzero(codes >= 0):
        return Repeats(nothing, nothing)
    counts = np.bincount(codes[codes >= 0], minlength=len(coded.dictionary))
    repeated = np.flatnonzero((codes >= 0) & (counts[codes] > 1))
    skip = {column for column, _ in (*SOURCE_COLUMNS, *FLAG_COLUMNS.get(name, ()))}
    columns = [column for column in data.column_names if column not in skip] + ["extras"]
    part = data.select(columns).take(pa.array(repeated)).to_pylist()
    merged: dict[int, dict[str, object]] = {}
    dropped, conflicting = [], []
    for place, row in zip(repeated.tolist(), part, strict=True):
        known = merged.get(int(codes[place]))
        if known is None:
            merged[int(codes[place])] = dict(row)
            continue
        news = {column: value for column, value in row.items() if value is not None and value != known[column]}
        if not news:
            dropped.append(place)
            continue
        if any(known[column] is not None and column != "extras" for column in news):
            conflicting.append(place)
        known.update(news)
    return Repeats(np.array(dropped, dtype=np.int64), np.array(conflicting, dtype=np.int64))


def _keys(table: Table, data: pa.Table) -> pa.Array:
    """Key of each row as text; null where a row has none (a check-in without id is never a repeat)."""
    rows = data.num_rows
    natural: pa.Array = pa.nulls(rows, pa.string())
    if table.name != "check_in":
        pieces: list[pa.Array] = []
        known = np.ones(rows, dtype=bool)
        for part in table.natural_key:
            for column in _written(table, part):
                text = _person(data) if column == "person" else _column(data, column)
                if part in _UNKEYED:
                    known &= text.is_valid().to_numpy(zero_copy_only=False)
                pieces.append(pc.fill_null(text, _NONE))
        joined = pc.binary_join_element_wise(*pieces, _SEPARATOR)
        natural = pc.if_else(pa.array(known), joined, pa.scalar(None, pa.string()))
    if table.id_field is None:
        return natural
    own = _column(data, table.id_field)
    return pc.if_else(own.is_valid(), pc.binary_join_element_wise("id", own, _SEPARATOR), natural)


def _written(table: Table, part: str) -> list[str]:
    """Columns that name a part of a key as written."""
    if part == "pair_id" and table.names_pair:
        people = [f"{side}_{end}" for side in ("mentor", "mentee") for end in ("id", "email", "name")]
        if table.name == "feedback":
            people += [f"respondent_{end}" for end in ("id", "email", "name")]
        return ["pair_id", *people, "program"]
    if part in ("mentor_id", "mentee_id"):
        return [part, part[:-2] + "email", part[:-2] + "name"]
    if part == "person_id" and table.name == "person":
        return ["person"]
    if part == "person_id":
        return ["person_id", "person_email", "person_name"]
    return [part]


def _column(data: pa.Table, name: str) -> pa.Array:
    column = data.column(name)
    combined = column.combine_chunks()
    array = combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)
    return array.cast(pa.string())


def _person(data: pa.Table) -> pa.Array:
    """Who a roster row is: the id, else the e-mail, else the name."""
    return pc.coalesce(_column(data, "person_id"), pc.utf8_lower(_column(data, "email")), _column(data, "name"))
