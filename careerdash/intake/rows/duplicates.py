"""Rows of one file that repeat a key: those that bring nothing new, and those that disagree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from careerdash.schema import FLAG_COLUMNS, SOURCE_COLUMNS, TABLES, Table, typed_columns

from ..coded import codes_of, is_coded, spelled

if TYPE_CHECKING:
    from .merge import TypedRows

_UNKEYED = frozenset(("title", "name"))
_ROOM = 2**62


@dataclass(frozen=True)
class Repeats:
    """Positions of rows of a table that repeat an earlier one, and of those that disagree with it."""

    dropped: np.ndarray
    conflicting: np.ndarray


def find_repeats(data: TypedRows) -> Repeats:
    """Compares rows of the same key, in order: the id where there is one, else the natural key as written."""
    table = TABLES[data.name]
    nothing = np.zeros(0, dtype=np.int64)
    if table.id_field and _all_differ(data.column(table.id_field)):
        return Repeats(nothing, nothing)  # the usual export: every row has an id of its own
    keys = _keys(table, data)
    counts = np.bincount(keys[keys >= 0]) if len(keys) else nothing
    repeated = np.flatnonzero((keys >= 0) & (np.append(counts, 0)[keys] > 1))
    if not len(repeated):
        return Repeats(nothing, nothing)
    first = np.zeros(len(counts), dtype=np.int64)
    first[keys[::-1]] = np.arange(len(keys) - 1, -1, -1)  # the last one written is the first row
    first_rows = first[keys[repeated]]
    news = _news(data, repeated, first_rows)
    told = np.zeros(len(counts), dtype=bool)
    told[keys[repeated[news]]] = True
    plain = repeated[~told[keys[repeated]] & (repeated != first_rows)]
    dropped, conflicting = _merged(data, keys, repeated[told[keys[repeated]]])
    return Repeats(np.sort(np.concatenate([plain, dropped])), conflicting)


def _compared(name: str) -> list[str]:
    skip = {column for column, _ in (*SOURCE_COLUMNS, *FLAG_COLUMNS.get(name, ()))}
    return [*(column for column, _ in typed_columns(TABLES[name]) if column not in skip), "extras"]


def _news(data: TypedRows, rows: np.ndarray, first_rows: np.ndarray) -> np.ndarray:
    """Boolean: rows with a value that the first row of their key does not have."""
    news = np.zeros(len(rows), dtype=bool)
    mine, theirs = data.take(rows), data.take(first_rows)
    for column in _compared(data.name):
        one, other = mine.column(column), theirs.column(column)
        if is_coded(one):  # both are codes of the same dictionary
            codes, firsts = codes_of(one), codes_of(other)
            news |= (codes >= 0) & (codes != firsts)
        elif one.null_count < len(one):
            same = pc.fill_null(pc.equal(one, other), False).to_numpy(zero_copy_only=False)
            news |= one.is_valid().to_numpy(zero_copy_only=False) & ~same
    return news


def _merged(data: TypedRows, keys: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Row by row, for keys of which some row says more or something else than the first."""
    merged: dict[int, dict[str, object]] = {}
    dropped, conflicting = [], []
    part = data.take(rows).table().select(_compared(data.name)).to_pylist()
    for place, row in zip(rows.tolist(), part, strict=True):
        known = merged.get(int(keys[place]))
        if known is None:
            merged[int(keys[place])] = dict(row)
            continue
        news = {column: value for column, value in row.items() if value is not None and value != known[column]}
        if not news:
            dropped.append(place)
            continue
        if any(known[column] is not None and column != "extras" for column in news):
            conflicting.append(place)
        known.update(news)
    return np.array(dropped, dtype=np.int64), np.array(conflicting, dtype=np.int64)


def _all_differ(ids: pa.Array) -> bool:
    if is_coded(ids):
        return len(ids) <= len(ids.dictionary) and len(np.unique(codes_of(ids))) == len(ids)
    if ids.null_count == 0 and pc.all(pc.greater(ids.slice(1), ids.slice(0, max(0, len(ids) - 1)))).as_py():
        return True  # in ascending order, as most systems number them
    found: int = pc.count_distinct(ids, mode="all").as_py()
    return found == len(ids)


def _keys(table: Table, data: TypedRows) -> np.ndarray:
    """A number for the key of each row; -1 where a row has none (a check-in without id is never a repeat)."""
    natural = np.full(len(data), -1, dtype=np.int64)
    if table.name != "check_in":
        pieces: list[pa.Array] = []
        known = np.ones(len(data), dtype=bool)
        for part in table.natural_key:
            for column in _written(table, part):
                values = _person(data) if column == "person" else data.column(column)
                if part in _UNKEYED:
                    known &= values.is_valid().to_numpy(zero_copy_only=False)
                pieces.append(values)
        natural = np.where(known, _folded(map(_numbers, pieces), len(data)), -1)
    if table.id_field is None:
        return natural
    own, size = _numbers(data.column(table.id_field))
    return np.where(own < size - 1, own, np.where(natural >= 0, natural + size, -1))


def _numbers(values: pa.Array) -> tuple[np.ndarray, int]:
    """A number for each different value, the highest for null, and how many numbers there are."""
    coded = values if is_coded(values) else values.dictionary_encode()
    size = len(coded.dictionary)
    codes = codes_of(coded).astype(np.int64)
    return np.where(codes < 0, size, codes), size + 1


def _folded(pieces: Iterable[tuple[np.ndarray, int]], rows: int) -> np.ndarray:
    """One number for each different row of several numbers."""
    folded, room = np.zeros(rows, dtype=np.int64), 1
    for codes, size in pieces:
        if size == 1:
            continue
        if room * size > _ROOM:
            folded, room = np.unique(folded, return_inverse=True)[1], rows
        folded, room = folded * size + codes, room * size
    found: np.ndarray = np.unique(folded, return_inverse=True)[1]
    return found


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


def _person(data: TypedRows) -> pa.Array:
    """Who a roster row is: the id, else the e-mail, else the name."""
    by_id, email, name = (spelled(data.column(column)) for column in ("person_id", "email", "name"))
    return pc.coalesce(by_id, pc.utf8_lower(email), name)
