"""A tiny mentoring program as workbooks and CSV files, for tests of imports and of the command line."""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

Sheets = Mapping[str, Sequence[Sequence[object]]]

PEOPLE = [("person_id", "name", "email", "department"),
          ("007", "Ada Test", "ada@example.org", "IT"), ("008", "Ben Test", "ben@example.org", "Sales"),
          ("009", "Cleo Test", "cleo@example.org", "Sales"), ("010", "Dan Test", "dan@example.org", "Law")]
PAIR_HEADER = ("pair_id", "program", "mentor_id", "mentee_id", "start_date", "status", "cadence_days")
PAIRS = [PAIR_HEADER,
         ("P1", "Leaders", "007", "008", date(2026, 1, 5), "active", 14),
         ("P2", "Leaders", "007", "009", date(2026, 1, 5), "active", 14),
         ("P3", "Leaders", "009", "010", date(2026, 1, 12), "active", 30)]
MEETING_HEADER = ("check_in_id", "pair_id", "date", "status", "has_record", "notes")
MEETINGS = [MEETING_HEADER,
            ("M1", "P1", date(2026, 2, 2), "held", True, "=SUM(A1)"),
            ("M2", "P1", date(2026, 2, 16), "held", False, "good talk"),
            ("M3", "P2", date(2026, 2, 9), "held", True, None)]


def workbook(path: Path, sheets: Sheets) -> Path:
    """Writes an xlsx; text stays text, also where it begins with `=`."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row, 1):
                cell = sheet.cell(number, place, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def csv_file(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Writes a CSV file, dates ISO."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(["" if value is None else value for value in row] for row in rows)
    return path


def base(folder: Path) -> Path:
    """People and pairs."""
    return workbook(folder / "base.xlsx", {"person": PEOPLE, "pair": PAIRS})


def meetings(folder: Path) -> Path:
    """Check-ins of these pairs."""
    return workbook(folder / "meetings.xlsx", {"check_in": MEETINGS})
