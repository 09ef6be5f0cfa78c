"""What only the user can say, asked once: scales of another length, ticks in months, the year of months."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careerdash.imports.mappings import of_reading
from careerdash.intake import Reading
from careerdash.intake.values.readers import read_points
from careerdash.schema import TABLES
from tests.support.sheets import read_text, values

SURVEY = "Timestamp,Email Address,Role,{}\n2026-01-05,a@x.org,Mentor,{}\n2026-01-06,b@x.org,Mentee,{}\n"
MONTHS = "Mentor,Mentee,Jan 2026,Feb 2026,Mar 2026\nAna Ruiz,Ben Ode,x,no,yes\nCy Dahl,Eve Fay,,x,\n"


def remembered(reading: Reading) -> dict[str, Any]:
    """The mapping that a reading leaves, as a later reading takes it."""
    assert reading.decisions is not None
    (one,) = of_reading(reading.decisions, "file.csv")
    return {one.fingerprint: {"table": one.table, "columns": one.columns, "orders": one.orders, "words": one.words}}


@pytest.mark.parametrize(
    ("header", "first", "second", "suggested"),
    [
        ("Satisfaction (1-7)", "7", "4", "1-7"),
        ("How satisfied are you with your mentor (1-10)?", "1", "3", "1-10"),
        ("Satisfaction", "7", "2", "1-7"),
        ("Satisfaction", "9", "2", "1-10"),
        ("Satisfaction", "0", "10", "0-10"),
        ("Overall satisfaction", "6 / 7", "2 / 7", "1-7"),
    ],
)
def test_a_scale_of_another_length_is_asked(
    tmp_path: Path, header: str, first: str, second: str, suggested: str
) -> None:
    reading = read_text(tmp_path, SURVEY.format(header, first, second))
    (question,) = reading.questions
    assert (reading.outcome, question["suggested"]) == ("needs answers", suggested)
    assert {"1-5", "1-7", "1-10", "extra"} <= set(question["choices"])


@pytest.mark.parametrize(("header", "first", "second"), [("Satisfaction", "5", "1"), ("Satisfaction (1-5)", "4", "2"),
                                                         ("Satisfaction", "4 / 5", "Satisfied")])  # fmt: skip
def test_the_own_scale_is_not_asked(tmp_path: Path, header: str, first: str, second: str) -> None:
    assert read_text(tmp_path, SURVEY.format(header, first, second)).outcome == "read"


@pytest.mark.parametrize(("answers", "outcome"), [(99, "read"), (9, "needs answers")])
def test_a_slip_among_many_answers_is_no_other_scale(tmp_path: Path, answers: int, outcome: str) -> None:
    """One 7 of a hundred is an answer out of range; one of ten may be a longer scale."""
    rows = [f"2026-01-05,p{number}@x.org,Mentor,{1 + number % 5}" for number in range(answers)]
    text = "\n".join(["Timestamp,Email Address,Role,Satisfaction", *rows, "2026-01-06,b@x.org,Mentee,7"]) + "\n"
    reading = read_text(tmp_path, text)
    assert reading.outcome == outcome
    assert [issue["code"] for issue in reading.issues if issue["row"] == answers + 2] == ["out_of_range"]


def test_an_answered_scale_converts_and_serves_the_next_file(tmp_path: Path) -> None:
    text = SURVEY.format("Satisfaction (1-7)", "7", "4")
    answered = read_text(tmp_path, text, answers={"scale|file|D": "1-7"})
    assert (answered.outcome, values(answered, "feedback", "satisfaction")) == ("read", [5, 3])
    later = read_text(tmp_path, SURVEY.format("Satisfaction (1-7)", "1", "6"), mapping=remembered(answered))
    assert (later.outcome, values(later, "feedback", "satisfaction")) == ("read", [1, 4])
    accepted = read_text(tmp_path, text, accept=True)
    assert values(accepted, "feedback", "satisfaction", "extras")[0] == (None, '{"Satisfaction (1-7)": "7"}')


@pytest.mark.parametrize(
    ("text", "scale", "points"),
    [("1", [1, 7], 1), ("7", [1, 7], 5), ("4", [1, 7], 3), ("10", [1, 10], 5), ("0", [0, 10], 1), ("5", [0, 10], 3),
     ("6 / 7", [1, 7], 4), ("2 - poor", [1, 4], 2)],
)  # fmt: skip
def test_points_are_spread_evenly(text: str, scale: list[int], points: int) -> None:
    assert read_points("s", text, TABLES["feedback"].field("satisfaction"), scale) == (points, None)


def test_points_beyond_their_scale_are_out_of_range() -> None:
    assert read_points("s", "8", TABLES["feedback"].field("satisfaction"), [1, 7]) == (None, "out_of_range")


def test_a_tick_in_a_month_is_asked_and_becomes_an_assumed_day(tmp_path: Path) -> None:
    asked = read_text(tmp_path, MONTHS)
    (question,) = asked.questions
    assert (asked.outcome, question["id"], question["column"]) == ("needs answers", "ticks|file", None)
    answered = read_text(tmp_path, MONTHS, answers={"ticks|file": "middle of the month"})
    assert (answered.outcome, answered.issues) == ("read", [])
    expected = [("Ana Ruiz", date(2026, 1, 15), "assumed"), ("Ana Ruiz", date(2026, 3, 15), "assumed"),
                ("Cy Dahl", date(2026, 2, 15), "assumed")]  # fmt: skip
    assert values(answered, "check_in", "mentor_name", "date", "evidence") == expected
    again = read_text(tmp_path, MONTHS, mapping=remembered(answered))
    assert values(again, "check_in", "mentor_name", "date", "evidence") == expected
    left = read_text(tmp_path, MONTHS, accept=True)
    assert (left.outcome, "check_in" in left.tables) == ("read", False)


def test_the_year_of_months_is_asked_where_nothing_says_it(tmp_path: Path) -> None:
    text = "Mentor,Mentee,Jan,Feb,Mar\nAna Ruiz,Ben Ode,4,,9\n"
    asked = read_text(tmp_path, text, today=date(2026, 9, 1))
    (question,) = asked.questions
    assert (asked.outcome, question["id"], question["choices"][0]) == ("needs answers", "year|file", "2026")
    answered = read_text(tmp_path, text, answers={"year|file": "2025"})
    assert values(answered, "check_in", "date") == [date(2025, 1, 4), date(2025, 3, 9)]


def test_whole_days_in_months_need_no_year(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "Mentor,Mentee,Jan,Feb,Mar\nAna Ruiz,Ben Ode,2026-01-04,,2026-03-09\n")
    assert (reading.outcome, values(reading, "check_in", "date")) == ("read", [date(2026, 1, 4), date(2026, 3, 9)])
