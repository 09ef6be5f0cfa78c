"""Days that a spreadsheet wrote as numbers: read without a question where the header names a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careerdash.intake.model import TEXT
from careerdash.intake.recognise.profiles import Profile
from tests.support.sheets import read_sheets, read_text, values

TOLD = "Its numbers are read as days of a spreadsheet (45123 is 2023-07-16)."


def hires(header: str, *cells: str) -> str:
    rows = [f"00{number}7,Ana Ruiz,{cell}" for number, cell in enumerate(cells)]
    return "\n".join([f"Employee #,Name,{header}", *rows]) + "\n"


@pytest.mark.parametrize("header", ["Hired Date", "Hire date", "Datum der Einstellung", "HIRE_DT", "Eintritt"])
def test_numbers_under_a_header_that_names_a_day_are_days(tmp_path: Path, header: str) -> None:
    reading = read_text(tmp_path, hires(header, "45123", "42130", "18264", "", "36526", "73000"))
    assert reading.outcome == "read"
    assert values(reading, "person", "hire_date")[:5] == [
        date(2023, 7, 16), date(2015, 5, 6), date(1950, 1, 1), None, date(2000, 1, 1)]  # fmt: skip
    assert reading.sheets[0]["tables"][0]["columns"][2]["reason"].endswith(TOLD)


def test_numbers_beside_days_are_days_too(tmp_path: Path) -> None:
    reading = read_text(tmp_path, hires("Hired Date", "45123", "42130", "2020-05-04", "44000", "43000.5"))
    assert (reading.outcome, reading.issues) == ("read", [])
    assert values(reading, "person", "hire_date")[2:] == [date(2020, 5, 4), date(2020, 6, 18), date(2017, 9, 22)]


def test_numbers_in_a_column_of_days_are_told(tmp_path: Path) -> None:
    rows = [["Employee #", "Name", "Hire Date"], *([f"00{n}7", "Ana Ruiz", 45000 + n] for n in range(6))]
    column = read_sheets(tmp_path, {"Staff": rows}).sheets[0]["tables"][0]["columns"][2]
    assert (column["field"], column["asks"]) == ("person.hire_date", False)
    assert column["reason"].endswith(TOLD)


def test_days_alone_are_not_told(tmp_path: Path) -> None:
    column = read_text(tmp_path, hires("Hired Date", "2020-05-04")).sheets[0]["tables"][0]["columns"][2]
    assert TOLD not in column["reason"]


@pytest.mark.parametrize("number", ["18263", "73416", "00012", "451230", "4512"])
def test_a_number_that_is_no_plausible_day_is_asked(tmp_path: Path, number: str) -> None:
    reading = read_text(tmp_path, hires("Hired Date", "45123", "42130", "44211", "42402", "45261", number))
    assert [question["id"] for question in reading.questions] == ["field|file|C"]


@pytest.mark.parametrize("header", ["Hire batch", "Desk", "Post code"])
def test_numbers_under_another_header_are_no_days(tmp_path: Path, header: str) -> None:
    column = read_text(tmp_path, hires(header, "45123", "42130", "44211")).sheets[0]["tables"][0]["columns"][2]
    assert column["field"] != "person.hire_date"


def test_numbers_may_lie_ahead() -> None:
    assert Profile(((TEXT, "47000"), (TEXT, "46000"))).ahead(date(2026, 11, 24)) == 0.5


def test_a_text_among_many_numbers_is_an_issue_of_its_own(tmp_path: Path) -> None:
    reading = read_text(tmp_path, hires("Hired Date", *(str(42000 + number) for number in range(20)), "soon"))
    assert [(one["code"], one["value"]) for one in reading.issues] == [("bad_date", "soon")]
