"""Whatever a sheet holds, every row and every valued cell is accounted for, and decisions repeat the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdash.intake import Reading, ReadRequest
from careerdash.intake.files.cells import read_cells, write_cells
from careerdash.intake.model import Book, Column, Sheet
from careerdash.intake.reading import read_book, retype_cells
from careerdash.schema import TABLES, typed_columns
from tests.support.sheets import assert_balanced, read_sheets

HEADERS = [
    "pair_id",
    "mentor_id",
    "Mentee Email",
    "mentor_name",
    "Mentee",
    "Program",
    "date",
    "Start date",
    "End date",
    "status",
    "Last met",
    "Milestone 1",
    "Due 1",
    "Done 1",
    "Goal 1",
    "minutes",
    "Notes",
    "SSN",
    "Annual salary",
    "Colour",
    "",
    "Employee ID",
    "Name",
    "Email",
    "Hire Date",
    "item",
    "done",
    "Vision statement",
    "Career roadmap",
    "Jan 2026",
    "Feb 2026",
    "Mar 2026",
    "respondent",
    "satisfaction",
    "kind",
    "title",
    "due_date",
    "check_in_id",
]
CELLS = st.one_of(
    st.none(),
    st.none(),
    st.sampled_from(["p1", "p2", "m1", "Ines Varga", "a@example.org", "Unassigned", " ", "x", "yes"]),
    st.sampled_from(
        ["2026-01-05", "5/10/2026", "25/12/2025", "active", "held", "soon", "Total", "Example: p", "Filter: a"]
    ),
    st.integers(-5, 50_000),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(date(1950, 1, 1), date(2060, 1, 1)),
    st.text(max_size=6),
)


def as_cell(value: Any) -> tuple[str, str] | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "b", "true" if value else "false"
    if isinstance(value, (int, float)):
        return "n", str(value)
    if isinstance(value, date):
        return "d", value.isoformat()
    return ("e", value) if value == "#N/A" else ("s", value)


def sheet_of(name: str, rows: list[list[Any]], hidden: bool = False) -> Sheet:
    width = max(map(len, rows), default=0)
    columns = []
    for place in range(width):
        cells = [as_cell(row[place]) if place < len(row) else None for row in rows]
        columns.append(
            Column(
                pa.array([cell[1] if cell else None for cell in cells], pa.string()),
                pa.array([cell[0] if cell else "s" for cell in cells], pa.string()),
            )
        )
    return Sheet(name, tuple(columns), len(rows), hidden=hidden)


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    headers = draw(st.lists(st.sampled_from(HEADERS), min_size=1, max_size=9))
    body = draw(st.lists(st.lists(CELLS | st.just("#N/A"), min_size=0, max_size=10), max_size=12))
    above = draw(st.lists(st.lists(CELLS, max_size=2), max_size=2))
    again = [[], draw(st.lists(st.sampled_from(HEADERS), min_size=3, max_size=6)), ["p1", "m1", "n1"]]
    rows = [*above, headers, *body, *(again if draw(st.booleans()) else [])]
    name = draw(st.sampled_from([*TABLES, "Sheet1", "Notes", "Mentoring pairs"]))
    return sheet_of(name, rows, draw(st.integers(0, 5)) == 0)


def read(book: Book, **asked: Any) -> Reading:
    return read_book(book, "file.xlsx", "0" * 64, ReadRequest(today=date(2026, 11, 1), **asked))


def told(found: Sequence[Sheet]) -> int:
    """Valued cells that hold more than white space."""
    return sum(bool(text and text.strip()) for sheet in found for column in sheet.columns
               for text in column.text.to_pylist())


@settings(max_examples=60, deadline=None)
@given(st.lists(sheets(), min_size=1, max_size=3), st.booleans())
def test_rows_and_cells_balance(found: list[Sheet], accept: bool) -> None:
    named = [
        Sheet(f"{sheet.name} {number}" if number else sheet.name, sheet.columns, sheet.rows, sheet.hidden)
        for number, sheet in enumerate(found)
    ]
    book = Book(tuple(named), "xlsx")
    reading = read(book, accept=accept)
    if reading.code == "empty":
        return
    assert_balanced(reading)
    assert reading.cells["valued"] == sum(sheet.valued for sheet in named)
    for number, sheet in enumerate(reading.sheets):
        if sheet["tables"]:
            assert sum(table["rows"]["total"] for table in sheet["tables"]) == named[number].rows
    for name, rows in reading.tables.items():
        assert rows.column_names == [column for column, _ in typed_columns(TABLES[name])]
    if reading.decisions is None:
        return
    with TemporaryDirectory() as folder:
        cells = Path(folder) / "cells.parquet"
        write_cells(book, reading.decisions, cells)
        again = retype_cells(cells, reading.decisions)
        kept = read_cells(cells, reading.decisions)
    assert set(again) == set(reading.tables)
    assert all(again[name].equals(reading.tables[name]) for name in again)
    # White space in a refused column counts as blank and goes as well; of all other cells just the refused ones go.
    assert told(kept.sheets) == told(named) - reading.cells["exceptions"].get("refused_column", 0)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                st.text(st.characters(min_codepoint=32, max_codepoint=0x2FFF), min_size=1, max_size=5),
                st.integers(-9, 10**6),
                st.booleans(),
                st.dates(date(1950, 1, 1), date(2060, 1, 1)),
                st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)).map(lambda day: day.replace(microsecond=0)),
            ),
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_cell_written_is_counted(rows: list[list[Any]]) -> None:
    written = sum(value is not None for row in rows for value in row)
    with TemporaryDirectory() as folder:
        reading = read_sheets(Path(folder), {"data": rows})
    assert reading.cells["valued"] == written
