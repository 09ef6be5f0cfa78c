"""The marked copy: cells filled and commented, all else as it was; corrected, it reads clean."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from careerdash.intake import Mark, RefusedError, annotate_file
from careerdash.intake.annotate import annotate_here
from careerdash.intake.model import Limits
from tests.support.sheets import codes, read_bytes, values

LOG = [["check_in_id", "pair_id", "date", "status"], ["c1", "p1", "soon", "held"],
       ["c2", "p1", date(2026, 2, 5), "perhaps"], ["c3", "p1", date(2026, 2, 6), "held"]]


def own_workbook() -> bytes:
    """With what people have: another sheet, a bold header, a formula, a merged title, a comment of theirs."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "check_in"
    for row in LOG:
        sheet.append(row)
    sheet["A1"].font = Font(bold=True)
    sheet["D3"].comment = openpyxl.comments.Comment("ask Ada", "me")
    other = book.create_sheet("My notes")
    other.append(["only mine", "=1+1"])
    other.merge_cells("A1:A2")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def marks_of(issues: list[dict[str, object]]) -> list[Mark]:
    return [Mark(*(one[key] for key in ("sheet", "row", "column", "kind", "message")))  # type: ignore[arg-type]
            for one in issues]


def test_the_copy_is_marked_keeps_the_rest_and_reads_clean_once_corrected(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, "log.xlsx", own_workbook())
    assert codes(reading) == [("bad_date", 2, "C"), ("unknown_word", 3, "D")]
    out = tmp_path / "out.xlsx"
    annotate_here(tmp_path / "upload", "log.xlsx", marks_of(reading.issues), [("check_in", 4, "D", "")], out, Limits())
    book = openpyxl.load_workbook(out)
    sheet = book["check_in"]
    assert "not a day" in sheet["C2"].comment.text
    assert sheet["C2"].fill.fgColor.rgb.endswith("FFC7CE")
    assert sheet["D3"].comment.text.startswith("ask Ada\n")
    assert sheet["B2"].comment is None
    assert sheet["A1"].font.bold
    assert sheet["D4"].value is None, "what was fixed on the page is fixed here"
    assert book["My notes"]["B1"].value == "=1+1"
    assert str(book["My notes"].merged_cells) == "A1:A2"
    sheet["C2"].value, sheet["D3"].value = date(2026, 1, 5), "missed"
    book.save(out)
    again = read_bytes(tmp_path, "log.xlsx", out.read_bytes())
    assert (again.outcome, codes(again)) == ("read", [])
    assert values(again, "check_in", "date", "status") == [
        (date(2026, 1, 5), "held"), (date(2026, 2, 5), "missed"), (date(2026, 2, 6), None)]


def test_other_files_become_a_workbook_of_the_same_cells(tmp_path: Path) -> None:
    text = "check_in_id,pair_id,date,status,minutes,more\nc1,007,2026-13-40,held,30,=1+1\nc2,p1,05/02/2026,held,,\n"
    reading = read_bytes(tmp_path, "log.csv", text.encode())
    out = tmp_path / "out.xlsx"
    annotate_file(tmp_path / "upload", "log.csv", marks_of(reading.issues), [("log", 2, "C", "2026-01-05")], out)
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert (sheet["B2"].value, sheet["C2"].value, sheet["F2"].value, sheet["F2"].data_type) == (
        "007", "2026-01-05", "=1+1", "s")
    assert sheet["C2"].comment.text
    again = read_bytes(tmp_path, "log.xlsx", out.read_bytes(), answers={f"date_order|{sheet.title}|C": "dmy"})
    assert codes(again) == []
    assert values(again, "check_in", "pair_id", "date", "minutes") == [
        ("007", date(2026, 1, 5), 30), ("p1", date(2026, 2, 5), None)]


def test_what_cannot_be_opened_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "upload").write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(RefusedError, match="No marked copy"):
        annotate_file(tmp_path / "upload", "log.xlsx", [], [], tmp_path / "out.xlsx")
