"""The cells of a file as read: columns, sheets, the book; beside them all of `request`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from .coded import is_coded, pruned, where
from .request import (
    BOOLEAN,
    DATE,
    ERROR,
    KIND_WORDS,
    MB,
    NUMBER,
    TEXT,
    TIME,
    CancelledError,
    Limits,
    Progress,
    Reading,
    ReadRequest,
    RefusedError,
    column_number,
    letters,
    unwatched,
)

__all__ = ["BOOLEAN", "DATE", "ERROR", "KIND_WORDS", "MB", "NUMBER", "TEXT", "TIME", "Book", "CancelledError",
           "Column", "Distinct", "Limits", "Progress", "ReadRequest", "Reading", "RefusedError", "Sheet",
           "column_number", "letters", "unwatched"]


_KEPT = 20_000
"""Different cells of a column that are kept as Python objects."""


@dataclass(frozen=True)
class Distinct:
    """A column's different cells: `values[codes[i]]` is the cell of row i; code -1 is an empty cell."""

    codes: Any
    values: list[tuple[str, str]]


@dataclass(frozen=True)
class Column:
    """One column of a sheet: text (null = empty), and the kind of all cells or of each one.

    The text of a large text file is coded (see `coded`), with one kind for all cells.
    """

    text: pa.Array
    kind: str | pa.Array = TEXT
    _parts: dict[tuple[int, int], Column] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.text)

    def cell(self, row: int) -> tuple[str, str] | None:
        """Kind and text of the cell in a row (0 = first), None where it is empty."""
        text = self.text[row].as_py()
        if text is None:
            return None
        return (self.kind if isinstance(self.kind, str) else self.kind[row].as_py(), text)

    def part(self, start: int, stop: int) -> Column:
        """Rows start to stop (exclusive). The same rows asked for again come with all that was found out about them."""
        if (known := self._parts.get((start, stop))) is not None:
            return known
        self._parts.clear()  # one is enough: steps ask for the data rows, one step after the other
        return self._parts.setdefault((start, stop), self.piece(start, stop))

    def piece(self, start: int, stop: int) -> Column:
        """As `part`, for rows that are asked for once."""
        kind = self.kind if isinstance(self.kind, str) else self.kind.slice(start, stop - start)
        return Column(self.text.slice(start, stop - start), kind)

    def take(self, rows: Any) -> Column:
        """The cells of the rows named by position."""
        kind = self.kind if isinstance(self.kind, str) else self.kind.take(pa.array(rows))
        return Column(self.text.take(pa.array(rows)), kind)

    @property
    def distinct(self) -> Distinct:
        """Different cells of the column, so that work is done once a value. Kept where they are few."""
        kept: Distinct | None = self.__dict__.get("_distinct")
        if kept is None:
            kept = self._different()
            if len(kept.values) <= _KEPT:
                self.__dict__["_distinct"] = kept
        return kept

    def _different(self) -> Distinct:
        if is_coded(self.text):
            codes, texts = pruned(self.text)
            return Distinct(codes, [(str(self.kind), text) for text in texts.to_pylist()])
        if isinstance(self.kind, str):
            coded = self.text.dictionary_encode()
            values = [(self.kind, text) for text in coded.dictionary.to_pylist()]
        else:
            both = pc.binary_join_element_wise(self.kind.cast(pa.string()), self.text, "")
            coded = both.dictionary_encode()
            values = [(text[0], text[1:]) for text in coded.dictionary.to_pylist()]
        return Distinct(pc.fill_null(coded.indices, -1).to_numpy(zero_copy_only=False), values)

    @cached_property
    def valued(self) -> Any:
        """Boolean numpy array, not to be written to: where the column holds a cell."""
        if self.text.null_count == 0:
            return np.broadcast_to(np.True_, len(self.text))
        return self.text.is_valid().to_numpy(zero_copy_only=False)

    @cached_property
    def blank(self) -> Any:
        """Boolean numpy array, not to be written to: cells that hold white space alone."""
        if self.text.null_count == len(self.text):
            return np.broadcast_to(np.False_, len(self.text))
        return where(self.text, lambda text: pc.equal(pc.utf8_trim_whitespace(text), ""))


@dataclass(frozen=True)
class Sheet:
    """One sheet as read. Columns run from A on; `rows` counts from row 1 to the last row with a cell.

    `lengths`: number of fields of each record of a text file (numpy), None where the reader gives a grid.
    """

    name: str
    columns: tuple[Column, ...]
    rows: int
    hidden: bool = False
    formulas_without_value: int = 0
    merged: tuple[tuple[int, int, int, int], ...] = ()
    lengths: Any = None

    @cached_property
    def valued(self) -> int:
        """Cells that hold something."""
        return sum(len(column) - column.text.null_count for column in self.columns)

    def row(self, number: int) -> list[tuple[str, str] | None]:
        """The cells of a row (0 = first)."""
        return [column.cell(number) for column in self.columns]


@dataclass(frozen=True)
class Book:
    """A file as read: its sheets, what the reader noticed (one sentence each), and how many cells no reader gave."""

    sheets: tuple[Sheet, ...]
    kind: str
    notices: tuple[str, ...] = ()
    dates_1904: bool = False
    lost: int = 0

    @property
    def valued(self) -> int:
        """Cells of all sheets that hold something."""
        return sum(sheet.valued for sheet in self.sheets)
