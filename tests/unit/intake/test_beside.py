"""Tables side by side on one sheet, and a side of the pairs that no header names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from careerdash.intake import retype
from tests.support.sheets import assert_balanced, read_sheets, read_text, values

ROSTER = [["Employee ID", "Full name", "E-mail", "Hire date"]] + [
    [f"1{n}", f"Ana Ruiz{n}", f"a{n}@x.org", date(2020, 1, n)] for n in range(1, 4)
]
PAIRS = [["Mentor", "Mentee", "Start date"]] + [[f"Ana Ruiz{n}", f"Ben Ode{n}", date(2025, 1, n)] for n in range(1, 7)]


def beside() -> list[list[object]]:
    """A roster of three and, two columns further, six pairs."""
    roster: list[list[object]] = [*ROSTER, *[[None] * 4] * 3]
    return [[*left, None, None, *right] for left, right in zip(roster, PAIRS, strict=True)]


def test_tables_side_by_side_are_two_tables_and_each_row_counts_once(tmp_path: Path) -> None:
    cells = tmp_path / "cells.parquet"
    reading = read_sheets(tmp_path, {"Sheet1": beside()}, keep_cells=cells)
    tables = reading.sheets[0]["tables"]
    assert [(table["feeds"], table["range"]) for table in tables] == [(["pair"], "G1:I7"), (["person"], "A1:D7")]
    assert [table["rows"]["accepted"] for table in tables] == [6, 0]
    assert sum(table["rows"]["total"] for table in tables) == 7
    assert len(values(reading, "person", "name")) == 3
    assert values(reading, "pair", "mentee_name", "start_date")[0] == ("Ben Ode1", date(2025, 1, 1))
    assert_balanced(reading)
    assert reading.decisions is not None
    assert retype(cells, reading.decisions)["pair"].equals(reading.tables["pair"])


def test_an_empty_column_inside_a_table_parts_nothing(tmp_path: Path) -> None:
    rows = [["Mentor", "Mentee", None, "Start date", "Status"], ["Ana Ruiz", "Ben Ode", None, "2025-01-01", "active"]]
    (table,) = read_sheets(tmp_path, {"Sheet1": rows}).sheets[0]["tables"]
    assert table["feeds"] == ["pair"]


def test_a_side_that_no_header_names_is_asked_and_not_lost(tmp_path: Path) -> None:
    text = "Mentor,Zugeordnet,Start date\nAna Ruiz,Ben Ode,2025-01-01\nCy Dahl,Eve Fay,2025-02-01\n"
    reading = read_text(tmp_path, text)
    (question,) = reading.questions
    assert (reading.outcome, question["column"], question["suggested"]) == ("needs answers", "B", "pair.mentee_name")
    answered = read_text(tmp_path, text, answers={question["id"]: "pair.mentee_name"})
    assert (answered.outcome, values(answered, "pair", "mentee_name")) == ("read", ["Ben Ode", "Eve Fay"])


def test_a_neutral_word_beside_mentor_is_the_mentee(tmp_path: Path) -> None:
    text = "Faculty member;Mentor(s);Mentoring plan on file (Y/N)\nQuist, Noor;Dahl, Cy;Y\nFay, Eve;Dahl, Cy;N\n"
    reading = read_text(tmp_path, text)
    assert (reading.outcome, values(reading, "vision", "mentee_name", "on_file")) == (
        "read", [("Quist, Noor", True), ("Fay, Eve", False)])  # fmt: skip
