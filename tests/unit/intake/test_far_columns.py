"""Sheets of very many columns: the table on the left is found, what stands far to the right is kept."""

from __future__ import annotations

from pathlib import Path

from careerdash.intake.request import letters
from tests.support import ooxml
from tests.support.sheets import assert_balanced, read_bytes, workbook


def test_a_cell_in_the_last_column_costs_no_minutes(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, "pairs.xlsx", ooxml.cell("<v>5</v>", at="XFD2"))
    assert_balanced(reading)
    assert (reading.outcome, reading.cells["valued"], reading.cells["landed"]) == ("read", 8, 8)
    assert reading.tables["pair"].num_rows == 1
    assert reading.notices == ["Sheet pair has cells to the right of column SF: they are kept, but no table was looked "
                               "for there."]


def test_columns_beyond_those_that_are_looked_at_are_counted(tmp_path: Path) -> None:
    wide = [["pair_id", "mentor_id", "mentee_id", *(f"more {at}" for at in range(597))],
            ["p1", "m1", "n1", *range(597)]]
    reading = read_bytes(tmp_path, "pairs.xlsx", workbook({"pair": wide}))
    assert_balanced(reading)
    assert reading.cells["valued"] == reading.cells["landed"] == 1200
    assert reading.sheets[0]["tables"][0]["range"] == f"A1:{letters(499)}2"
