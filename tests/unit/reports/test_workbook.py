"""Workbooks that are written: guarded texts, real dates and numbers, and nothing left behind."""

import html
import io
import re
import tempfile
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from careerdash.intake import ReadRequest, read_file
from careerdash.reports import workbook
from careerdash.reports.workbook import Column, writing

NASTY = ["=1+1", "+44 7700", "-5", "@SUM(A1)", "'quoted", "''=2", "a,b", 'say "so"', "line\nbreak", "tab\tin",
         "http://example.org/x", "_x0041_", "mailto:a@example.org", "0007", "1e5", "<b>&amp;</b>", "{=1}", "😀 Zoë"]
"""What a spreadsheet could take for something else."""


def book_of(path: Path, columns: tuple[Column, ...], rows: list[dict[str, Any]], sheet: str = "person") -> Path:
    with writing(path, "Test") as book:
        book.sheet_of(sheet, columns, rows)
    return path


def test_texts_read_back_unchanged_through_our_own_intake(tmp_path: Path) -> None:
    columns = (Column("person_id", "person_id"), Column("name", "name"), Column("department", "department"),
               Column("hire_date", "hire_date", "day"))
    rows = [{"person_id": f"{number:04d}", "name": f"{text} Test", "department": text,
             "hire_date": date(2024, 2, 1 + number)} for number, text in enumerate(NASTY)]
    path = book_of(tmp_path / "people.xlsx", columns, rows)
    reading = read_file(path, path.name, request=ReadRequest(today=date(2026, 3, 31)))
    assert (reading.outcome, reading.questions, reading.issues) == ("read", [], [])
    found = [{column.key: row[column.key] for column in columns} for row in reading.tables["person"].to_pylist()]
    assert found == rows


def test_no_cell_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = book_of(tmp_path / "texts.xlsx", (Column("text", "=Heading"),), [{"text": text} for text in NASTY])
    ws = openpyxl.load_workbook(path)["person"]
    cells = [ws.cell(row, 1) for row in range(1, len(NASTY) + 2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if cell.hyperlink or str(cell.value)[0] in "=+-@\t\r\n"]
    with zipfile.ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in parts.namelist()


def test_values_keep_their_kind_and_unknown_is_empty(tmp_path: Path) -> None:
    columns = (Column("day", "Day", "day"), Column("iso", "From text", "day"), Column("n", "Count", "whole"),
               Column("share", "Share", "percent"), Column("flag", "Flag", "flag"), Column("old", "Old", "day"),
               Column("month", "Month", "month"))
    rows = [{"day": date(2026, 3, 1), "iso": "2026-02-28", "n": 1200, "share": 0.5, "flag": False,
             "old": date(1900, 2, 28), "month": "2026-03"}, dict.fromkeys(column.key for column in columns)]
    ws = openpyxl.load_workbook(book_of(tmp_path / "kinds.xlsx", columns, rows))["person"]
    values = [[cell.value for cell in row] for row in ws.iter_rows(min_row=2)]
    assert values[0][0].date() == date(2026, 3, 1)
    assert values[0][1].date() == date(2026, 2, 28)
    assert values[0][2:6] == [1200, 0.5, False, "1900-02-28"]
    assert values[0][6].date() == date(2026, 3, 1)
    assert len(values) == 1, "a row of unknowns has no cells"
    assert [ws.cell(2, column).number_format for column in (1, 3, 4)] == ["yyyy-mm-dd", "#,##0", "0.0%"]
    assert ws.freeze_panes == "B2"
    assert ws.auto_filter.ref == "A1:G3"


def test_long_tables_are_written_as_short_ones(tmp_path: Path) -> None:
    """The XML that is written for long tables says the same as xlsxwriter's own cells, which have 16 digits."""
    texts = [*NASTY, "", "  two spaces ", "a_x000d_b", "_X0041_", "bell\x07", "return\r", "end\uffff", "]]>", "\xa0",
             "line\n", "plain (1/2), a-b: c.", "x" * 1200]
    columns = (Column("text", "Text"), Column("day", "Day", "day"), Column("n", "n", "whole"),
               Column("share", "Share", "percent"), Column("flag", "Flag", "flag"))
    rows = [{"text": text, "day": date(1900, 2, 27) + timedelta(days=number * 997), "n": number - 3,
             "share": number / 7 if number % 5 else None, "flag": number % 2 == 0} for number, text in enumerate(texts)]
    with writing(tmp_path / "both.xlsx", "Test") as book:
        book.sheet_of("long", columns, rows)
        book.table(book.sheet("short"), columns, rows)
    with zipfile.ZipFile(tmp_path / "both.xlsx") as parts:
        cells = [re.findall(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(.*?)</c>', parts.read(f"xl/worksheets/sheet{n}.xml"), re.S)
                 for n in (1, 2)]
    as_read = [{name.decode(): (look, _content(content)) for name, look, content in sheet} for sheet in cells]
    assert as_read[0] == as_read[1]
    assert len(as_read[0]) == len(columns) * (len(rows) + 1) - sum(row["share"] is None for row in rows)


def _content(xml: bytes) -> object:
    number = re.fullmatch(rb"<v>(.*)</v>", xml)
    return round(float(number[1]), 12) if number else html.unescape(re.sub(rb"<[^>]*>", b"", xml).decode())


def test_rows_beyond_a_sheet_are_counted_and_long_texts_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    with writing(tmp_path / "few.xlsx", "Test") as book:
        found = book.sheet_of("rows", (Column("a", "A"),), ({"a": "x" * 40_000} for _ in range(5)))
    assert (found.rows, found.left_off, found.last) == (3, 2, 3)
    ws = openpyxl.load_workbook(tmp_path / "few.xlsx")["rows"]
    assert [len(ws.cell(row, 1).value) for row in (2, 3, 4)] == [32_767] * 3


def test_a_failure_leaves_no_rows_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError), writing(tmp_path / "broken.xlsx", "Test") as book:
        book.sheet_of("rows", (Column("a", "A"),), ({"a": str(1 // 0)} for _ in range(5)))
    assert list(tmp_path.iterdir()) == []


def test_the_same_rows_give_the_same_bytes() -> None:
    made = []
    for _ in range(2):
        target = io.BytesIO()
        with writing(target, "Test") as book:
            book.sheet_of("rows", (Column("a", "A"),), [{"a": "x"}])
        made.append(target.getvalue())
    assert made[0] == made[1]
