"""Small spreadsheets made in a test, read in this process."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from careerdash.intake import Reading, ReadRequest
from careerdash.intake.reading import read_here

Rows = Sequence[Sequence[Any]]
KINDS = ("header", "title", "blank", "accepted", "duplicate", "quarantined", "skipped")


class Error(str):
    """A cell that holds a formula error such as `#N/A`."""


def workbook(sheets: Mapping[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """An xlsx with these rows: text, numbers, truth values, dates and errors."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        days = {
            date: book.add_format({"num_format": "yyyy-mm-dd"}),
            datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, Error):
                        sheet.write_formula(number, place, "=NA()", None, str(value))
                    elif type(value) in days:
                        sheet.write_datetime(number, place, value, days[type(value)])
                    elif isinstance(value, str) and value:
                        sheet.write_string(number, place, value)
                    elif value not in (None, ""):
                        sheet.write(number, place, value)
    return stream.getvalue()


def read_bytes(folder: Path, name: str, content: bytes, **asked: Any) -> Reading:
    """Reads bytes as a file of that name."""
    path = folder / "upload"
    path.write_bytes(content)
    return read_here(path, name, ReadRequest(**asked))


def read_sheets(folder: Path, sheets: Mapping[str, Rows], name: str = "book.xlsx", **asked: Any) -> Reading:
    """Writes a workbook and reads it."""
    hidden = asked.pop("hidden", ())
    return read_bytes(folder, name, workbook(sheets, hidden), **asked)


def read_text(folder: Path, text: str, name: str = "file.csv", **asked: Any) -> Reading:
    """Reads a CSV text."""
    return read_bytes(folder, name, text.encode(), **asked)


def codes(reading: Reading) -> list[tuple[str, int, str | None]]:
    """Code, row and column of each issue."""
    return [(issue["code"], issue["row"], issue["column"]) for issue in reading.issues]


def rows_of(reading: Reading, table: str) -> list[dict[str, Any]]:
    """Typed rows of a table without their empty values."""
    if table not in reading.tables:
        return []
    return [
        {key: value for key, value in row.items() if value is not None} for row in reading.tables[table].to_pylist()
    ]


def values(reading: Reading, table: str, *columns: str) -> list[Any]:
    """Values of one column of a table, or tuples of several."""
    rows = reading.tables[table].select(list(columns)).to_pylist()
    return [row[columns[0]] if len(columns) == 1 else tuple(row[column] for column in columns) for row in rows]


def counts(reading: Reading, sheet: int = 0, table: int = 0) -> dict[str, int]:
    """Row counts of one table without those that are 0."""
    rows = reading.sheets[sheet]["tables"][table]["rows"]
    return {kind: count for kind, count in rows.items() if count}


def assert_balanced(reading: Reading) -> None:
    """Every row and every valued cell is accounted for."""
    cells = reading.cells
    assert cells["valued"] == cells["landed"] + sum(cells["exceptions"].values()), cells
    assert cells["landed"] >= 0
    for sheet in reading.sheets:
        for table in sheet["tables"]:
            rows = table["rows"]
            assert rows["total"] == sum(rows[kind] for kind in KINDS), rows
            assert min(rows.values()) >= 0, rows
