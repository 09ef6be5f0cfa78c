"""Types one column: once for each different cell, so that the cost follows the values and not the rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from careerdash.formats import FORMULA_START, unguarded
from careerdash.schema import Field, Kind

from ..coded import changed, is_coded, spelled
from ..model import ERROR, TEXT, Column
from .dates import DateOrder, read_date
from .readers import (
    Answer,
    read_boolean,
    read_cadence,
    read_integer,
    read_minutes,
    read_number,
    read_points,
    read_word,
    split_options,
)

ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(), "word": pa.string(), "id": pa.string(), "emails": pa.string(), "date": pa.date32(),
    "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}


@dataclass
class TypedColumn:
    """Values of a column (null = none) and the rows (from 0) whose cell could not be used, by code."""

    values: pa.Array
    bad: dict[str, np.ndarray] = field(default_factory=dict)


_PLAIN = DateOrder()


@dataclass(frozen=True)
class How:
    """The decisions of one column."""

    dates: DateOrder = _PLAIN
    unit: str | None = None
    words: Mapping[str, str] | None = None
    options: tuple[str | None, frozenset[str]] | None = None
    scale: Sequence[int] | None = None


def type_column(column: Column, kind: Kind, name: str, field_: Field | None, how: How) -> TypedColumn:
    """The column as values of a kind. `name` is the field, because minutes, cadence and points read words too."""
    if kind in ("text", "id"):
        return _texts(column, how.words)
    return _by_value(column, ARROW[kind], reader(kind, name, field_, how), how.words)


def reader(kind: Kind, name: str, field_: Field | None, how: How) -> Callable[[str, str], Answer]:
    """The function that reads one cell (kind, text) for a field."""
    if kind == "date":
        return lambda cell, text: read_date(cell, text, how.dates)
    if how.options:
        separator, ticks = how.options
        return lambda cell, text: (not ticks.isdisjoint(split_options(text, separator)), None)
    if kind == "boolean":
        return read_boolean
    if kind == "word" and field_ is not None and field_.vocabulary:
        vocabulary = field_.vocabulary
        return lambda cell, text: read_word(cell, text, vocabulary, how.words)
    if kind == "emails":
        return lambda cell, text: (";".join(part for part in re.split(r"[;,\s|]+", str(unguarded(text))) if part), None)
    if kind == "integer" and field_ is not None:
        integer = field_
        if name == "minutes":
            return lambda cell, text: read_minutes(cell, text, integer, how.unit)
        if name == "cadence_days":
            return lambda cell, text: read_cadence(cell, text, integer)
        if name in ("satisfaction", "recommend"):
            return lambda cell, text: read_points(cell, text, integer, how.scale)
        return lambda cell, text: read_integer(cell, text, integer)
    return read_number


def _texts(column: Column, words: Mapping[str, str] | None = None) -> TypedColumn:
    """Text and ids stay as written but for white space around them; no look-up, all values may differ.

    The apostrophe with which our exports guard texts that look like formulas is taken off (`formats.unguarded`).
    """
    values = changed(column.text, lambda texts: _tidy(texts, words))
    errors = error_rows(column)
    if len(errors):
        mask = np.zeros(len(column), dtype=bool)
        mask[errors] = True
        values = pc.if_else(pa.array(mask), pa.scalar(None, pa.string()), values)
        return TypedColumn(values, {"error_cell": errors})
    return TypedColumn(values)


def _tidy(texts: pa.Array, words: Mapping[str, str] | None) -> pa.Array:
    """Without white space around and guards before formulas, `words` as told; what is tidy already is not copied."""
    trimmed = pc.utf8_trim_whitespace(texts)
    if pc.any(pc.starts_with(trimmed, "'")).as_py():
        trimmed = pc.replace_substring_regex(trimmed, f"^'({FORMULA_START})", r"\1")
    if words:
        places = pc.index_in(trimmed, value_set=pa.array(list(words), pa.string()))
        trimmed = pc.coalesce(pa.array(list(words.values()), pa.string()).take(places), trimmed)
    empty = pc.equal(trimmed, "")
    if pc.any(empty).as_py():
        return pc.if_else(empty, pa.scalar(None, pa.string()), trimmed)
    return texts if trimmed.equals(texts) else trimmed


_MANY = 50_000
_CLOCK = (r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))"
          r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:[AaPp][Mm]|Z))?$")


def without_clock(column: Column) -> Column:
    """A column of days whose texts nearly all differ, because they hold a time of day, without that time.

    A day and its time of day are the same day; any other column comes back as it is.
    """
    if column.kind != TEXT or is_coded(column.text) or len(column) < _MANY:
        return column
    days = pc.replace_substring_regex(column.text, _CLOCK, r"\1").dictionary_encode()
    return Column(days, TEXT)


def error_rows(column: Column) -> np.ndarray:
    """Rows (from 0) of error cells."""
    if isinstance(column.kind, str):
        return np.flatnonzero(column.valued) if column.kind == ERROR else np.zeros(0, dtype=np.int64)
    found: np.ndarray = np.flatnonzero(pc.fill_null(pc.equal(column.kind, ERROR), False)
                                       .to_numpy(zero_copy_only=False) & column.valued)
    return found


def _by_value(column: Column, arrow: pa.DataType, read: Callable[[str, str], Answer],
              words: Mapping[str, str] | None) -> TypedColumn:
    """`words`: texts that the user gave a meaning, an empty one for nothing."""
    distinct = column.distinct if words or not pa.types.is_date(arrow) else without_clock(column).distinct
    values: list[Any] = []
    bad: dict[str, list[int]] = {}
    for number, (kind, text) in enumerate(distinct.values):
        value: Any
        code: str | None
        if words and text is not None and text.strip() in words:
            kind, text = TEXT, words[text.strip()]
        if kind == ERROR:
            value, code = None, "error_cell"
        elif text is None or not text.strip():
            value, code = None, None
        else:
            value, code = read(kind, text)
        values.append(value)
        if code:
            bad.setdefault(code, []).append(number)
    typed = pa.array([*values, None], arrow)
    codes = pa.DictionaryArray.from_arrays(pa.array(distinct.codes, mask=distinct.codes < 0),
                                           typed.slice(0, len(values)))
    stays_coded = is_coded(column.text) and pa.types.is_string(arrow)
    return TypedColumn(changed(codes, lambda texts: texts) if stays_coded else spelled(codes),
                       {code: _rows(distinct.codes, numbers, len(values)) for code, numbers in bad.items()})


def _rows(codes: np.ndarray, numbers: list[int], values: int) -> np.ndarray:
    """Rows that hold one of the values; the code -1 is none of them."""
    named = np.zeros(values + 1, dtype=bool)
    named[numbers] = True
    found: np.ndarray = np.flatnonzero(named[codes])
    return found
