"""What people correct: cells, rows, headers, columns, words; kept with the decisions and repeated from them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from careerdash.intake import retype
from careerdash.intake.model import ReadRequest
from careerdash.intake.sandbox import request_json, request_of
from tests.support.sheets import Error, assert_balanced, codes, counts, read_sheets, values

CHECK_IN = ["check_in_id", "pair_id", "date", "status", "minutes"]
LOG = {"check_in": [
    CHECK_IN,
    ["c1", "p1", "soon", "held", 30],
    ["c2", "p1", date(2026, 2, 5), "perhaps", Error("#N/A")],
    ["c3", None, date(2026, 2, 6), "held", 20]]}
FIXES = {("check_in", 2, "C"): "2026-01-05", ("check_in", 3, "D"): "held", ("check_in", 3, "E"): "",
         ("check_in", 4, "B"): "p2"}


def test_fixed_cells_are_typed_and_the_file_still_balances(tmp_path: Path) -> None:
    before = read_sheets(tmp_path, LOG)
    assert codes(before) == [("bad_date", 2, "C"), ("unknown_word", 3, "D"), ("error_cell", 3, "E"),
                             ("missing_value", 4, "B")]
    after = read_sheets(tmp_path, LOG, fixes=FIXES)
    assert codes(after) == []
    assert values(after, "check_in", "pair_id", "date", "status", "minutes") == [
        ("p1", date(2026, 1, 5), "held", 30), ("p1", date(2026, 2, 5), "held", None),
        ("p2", date(2026, 2, 6), "held", 20)]
    assert after.cells["valued"] == before.cells["valued"], "a filled cell is none of the file's"
    assert after.cells["exceptions"] == {"emptied": 1}
    assert_balanced(after)


def test_kept_cells_are_the_files_own_and_are_typed_again_with_the_fixes(tmp_path: Path) -> None:
    cells = tmp_path / "cells.parquet"
    reading = read_sheets(tmp_path, LOG, fixes=FIXES, skips={("check_in", 2)}, keep_cells=cells)
    assert reading.decisions is not None
    again = retype(cells, reading.decisions)
    assert again["check_in"].equals(reading.tables["check_in"])
    repeated = read_sheets(tmp_path, LOG, decisions=reading.decisions)
    assert repeated.tables["check_in"].equals(reading.tables["check_in"])
    assert (repeated.cells, counts(repeated)) == (reading.cells, counts(reading))


def test_a_fixed_day_is_read_as_written_in_a_column_that_excel_swapped(tmp_path: Path) -> None:
    """Days above 12 are text, the others dates with day and month exchanged."""
    rows = [["c0", "p1", f"2026-0{month}-{day}"] for month in range(1, 7) for day in (13, 20, 27)]
    rows += [["c0", "p1", date(2026, day, month)] for month in range(1, 7) for day in (2, 5, 9)]
    sheet = {"check_in": [CHECK_IN[:3], *([f"c{number}", *row[1:]] for number, row in enumerate(rows))]}
    plain = values(read_sheets(tmp_path, sheet), "check_in", "date")
    fixed = values(read_sheets(tmp_path, sheet, fixes={("check_in", 20, "C"): "2026-03-04"}), "check_in", "date")
    assert plain[18] == date(2026, 1, 2)
    assert fixed[18] == date(2026, 3, 4)
    assert fixed[:18] == plain[:18]
    assert fixed[19:] == plain[19:]


def test_rows_are_skipped(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, LOG, skips={("check_in", 4), ("check_in", 1), ("elsewhere", 2)})
    assert counts(reading) == {"total": 4, "header": 1, "accepted": 1, "quarantined": 1, "skipped": 1}
    assert ("missing_value", 4, "B") not in codes(reading)
    assert_balanced(reading)


def test_the_header_row_is_where_the_user_says(tmp_path: Path) -> None:
    sheet = {"Log": [["pair_id", "date", "status"], ["Pair", "On", "State"], ["p1", date(2026, 1, 5), "held"]]}
    assert read_sheets(tmp_path, sheet).decisions["tables"][0]["header_rows"] == [0]  # type: ignore[index]
    told = read_sheets(tmp_path, sheet, answers={
        "header|Log": "2", "table|Log": "check_in", "field|Log|A": "check_in.pair_id", "field|Log|B": "check_in.date",
        "field|Log|C": "check_in.status"})
    assert counts(told) == {"total": 3, "header": 1, "title": 1, "accepted": 1}
    assert values(told, "check_in", "pair_id", "date", "status") == [("p1", date(2026, 1, 5), "held")]
    assert_balanced(told)


def test_a_sheet_is_or_is_not_a_table(tmp_path: Path) -> None:
    sheet = {"Log": [["Wer", "Wann"], ["p1", date(2026, 1, 5)]]}
    assert read_sheets(tmp_path, sheet).code == "nothing_known"
    told = read_sheets(tmp_path, sheet, answers={
        "table|Log": "check_in", "field|Log|A": "check_in.pair_id", "field|Log|B": "check_in.date"})
    assert values(told, "check_in", "pair_id", "date") == [("p1", date(2026, 1, 5))]
    assert read_sheets(tmp_path, LOG, answers={"table|check_in": "none"}).code == "nothing_known"


def test_columns_are_what_the_user_says(tmp_path: Path) -> None:
    told = read_sheets(tmp_path, {"check_in": [
        [*CHECK_IN, "Second date"], ["c1", "p1", date(2026, 1, 5), "held", 30, date(2026, 1, 6)]]}, answers={
            "field|check_in|F": "check_in.date", "field|check_in|D": "extra", "field|check_in|E": "refused"})
    columns = {one["column"]: (one["field"], one["role"]) for one in told.sheets[0]["tables"][0]["columns"]}
    assert columns["C"] == (None, "extra"), "the column that was told takes the field"
    assert columns["F"] == ("check_in.date", "field")
    assert (columns["D"], columns["E"]) == ((None, "extra"), (None, "refused"))
    assert values(told, "check_in", "date", "minutes") == [(date(2026, 1, 6), None)]
    assert told.cells["exceptions"] == {"refused_column": 1}
    assert not told.keeps_bytes
    assert_balanced(told)


def test_constants_are_what_the_user_says(tmp_path: Path) -> None:
    sheet = {"Rising": [["Program: Rising"], ["mentor_id", "mentee_id", "start_date", "status"],
                        ["m1", "n1", date(2026, 1, 5), "active"]]}
    assert values(read_sheets(tmp_path, sheet), "pair", "program") == ["Rising"]
    told = read_sheets(tmp_path, sheet, answers={"constant|Rising|pair.program": "Leaders"})
    assert values(told, "pair", "program") == ["Leaders"]
    assert told.sheets[0]["tables"][0]["constants"] == [
        {"field": "pair.program", "value": "Leaders", "from": "user", "asks": False}]
    none = read_sheets(tmp_path, sheet, answers={"constant|Rising|pair.program": ""})
    assert values(none, "pair", "program") == [None]


def test_texts_mean_what_the_user_says(tmp_path: Path) -> None:
    told = read_sheets(tmp_path, LOG, answers={
        "word|check_in|D|perhaps": "scheduled", "word|check_in|C|soon": "2026-01-07", "word|check_in|B|x": "y"})
    assert codes(told) == [("error_cell", 3, "E"), ("missing_value", 4, "B")]
    assert values(told, "check_in", "date", "status")[:2] == [
        (date(2026, 1, 7), "held"), (date(2026, 2, 5), "scheduled")]


def test_a_request_reaches_the_child_whole() -> None:
    request = ReadRequest(fixes=FIXES, skips={("check_in", 2)}, answers={"header|x": "2"},
                          programs=["r"])
    assert request_of(json.loads(json.dumps(request_json(Path("x"), "x", request)))) == request
