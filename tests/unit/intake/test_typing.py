"""One decision a column: dates in all shapes, numbers, truth values, words."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from careerdash.intake import ReadRequest
from careerdash.intake.model import BOOLEAN, NUMBER, TEXT, TIME
from careerdash.intake.reading import read_here
from careerdash.intake.values.dates import DateOrder, read_date
from careerdash.intake.values.readers import (
    read_boolean,
    read_cadence,
    read_minutes,
    read_number,
    read_points,
    read_word,
)
from careerdash.schema import TABLES
from tests.support.sheets import assert_balanced, codes, read_sheets, read_text, values

MINUTES = TABLES["check_in"].field("minutes")
CADENCE = TABLES["pair"].field("cadence_days")
POINTS = TABLES["feedback"].field("satisfaction")
RECOMMEND = TABLES["feedback"].field("recommend")
DAY = date(2026, 9, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-20",
        "2026-09-20T10:00:00.000Z",
        "2026/09/20 10:00:00 AM",
        "2026/09/20 3:00:00 PM GMT+3",
        "20260920",
        "2026-09-20 14:03:21",
        "20-Sep-2026",
        "20 September 2026",
        "Sep 20, 2026",
        "September 20th, 2026",
        "20. September 2026",
        "20 de septiembre de 2026",
        "20 sept. 2026",
        "Sunday, 20 September 2026",
        "20-Sep-26",
        "20/9/2026",
        "9/20/2026",
        "9/20/26 11:00:22",
        "20.9.26",
        "20.09.2026 11:02",
        "9/20/2026 11:02",
        "Sun Sep 20 10:00:00 GMT 2026",
        "2026年9月20日",
        "46285",
        "2026-09-20T10:00:00+02:00",
        "20/SEP/2026",
        "2026.09.20",
        "20Sep2026",
    ],
)
def test_a_date_that_reads_in_one_way_only_is_read(text: str) -> None:
    assert read_date(TEXT, text, DateOrder()) == (DAY, None)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5/10/2026", "ambiguous_date"),
        ("31/31/2026", "bad_date"),
        ("soon", "bad_date"),
        ("2026-13-40", "bad_date"),
        ("2026-02-30", "bad_date"),
        ("2026", "bad_date"),
        ("9 2026", "bad_date"),
        ("1/2", "bad_date"),
    ],
)
def test_a_text_that_is_no_day_says_why(text: str, code: str) -> None:
    assert read_date(TEXT, text, DateOrder()) == (None, code)


def test_numbers_are_days_of_the_spreadsheet() -> None:
    assert read_date(NUMBER, "46285.75", DateOrder()) == (DAY, None)
    assert read_date(NUMBER, "44823", DateOrder(dates_1904=True)) == (DAY, None)
    assert read_date(NUMBER, "-5", DateOrder()) == (None, "bad_date")


def test_a_column_of_a_thousand_dates_in_five_formats_lands_a_thousand(tmp_path: Path) -> None:
    days = [date(2024 + number % 2, 1 + number % 12, 1 + number % 28) for number in range(1000)]
    shapes = ["%Y-%m-%d", "%d/%m/%Y", "%d-%b-%Y", "%d/%m/%y %H:%M", "%B %d, %Y"]
    lines = [f'c{number},p1,"{day.strftime(shapes[number % 5])}"' for number, day in enumerate(days)]
    reading = read_text(tmp_path, "check_in_id,pair_id,date\n" + "\n".join(lines))
    assert reading.outcome == "read"
    assert reading.issues == []
    assert values(reading, "check_in", "date") == days


def test_an_undecidable_order_is_asked_and_the_answer_used(tmp_path: Path) -> None:
    text = "pair_id,date\np1,5/10/2026\np1,6/10/2026\n"
    asked = read_text(tmp_path, text)
    (question,) = asked.questions
    assert asked.outcome == "needs answers"
    assert question["choices"] == ["dmy", "mdy", "ymd"]
    assert (question["sheet"], question["column"]) == ("file", "B")
    for order, day in (("dmy", date(2026, 10, 5)), ("mdy", date(2026, 5, 10))):
        answered = read_text(tmp_path, text, answers={question["id"]: order})
        assert answered.outcome == "read"
        assert values(answered, "check_in", "date")[0] == day
        assert answered.sheets[0]["tables"][0]["columns"][1]["date_order"] == order


def test_accept_leaves_a_doubtful_column_as_an_extra(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "pair_id,mentor_id,mentee_id,start_date\np1,m1,n1,5/10/2026\n", accept=True)
    assert reading.outcome == "read"
    assert values(reading, "pair", "start_date", "extras") == [(None, '{"start_date": "5/10/2026"}')]


def test_the_order_of_one_column_helps_its_neighbour(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path,
        "pair_id,mentor_id,mentee_id,start_date,end_date\np1,m1,n1,5/10/2025,\np2,m2,n2,6/10/2025,25/12/2025\n",
    )
    assert values(reading, "pair", "start_date") == [date(2025, 10, 5), date(2025, 10, 6)]


def test_day_and_month_swapped_by_excel_are_swapped_back(tmp_path: Path) -> None:
    real = [[f"c{day}", "p1", date(2025, day, 3)] for day in range(1, 7)]  # 1..6 March as Excel took it
    text = [[f"t{day}", "p1", f"{day}/03/2025"] for day in range(13, 19)]
    reading = read_sheets(tmp_path, {"check_in": [["check_in_id", "pair_id", "date"], *real, *text]})
    assert values(reading, "check_in", "date") == [date(2025, 3, day) for day in (*range(1, 7), *range(13, 19))]


def test_a_time_of_day_does_not_move_the_day(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"check_in": [["pair_id", "date"], ["p1", datetime(2026, 1, 5, 23, 59)]]})
    assert values(reading, "check_in", "date") == [date(2026, 1, 5)]


@pytest.mark.parametrize(
    ("kind", "text", "minutes"),
    [
        (NUMBER, "45", 45),
        (TEXT, "45 min", 45),
        (TEXT, "1:30", 90),
        (TEXT, "0,75 h", 45),
        (TIME, "01:30:00", 90),
        (TEXT, "1 h 15 min", 75),
        (TEXT, "2 hours", 120),
        (TEXT, "1h30", 90),
        (TEXT, "90 Minuten", 90),
    ],
)
def test_minutes(kind: str, text: str, minutes: int) -> None:
    assert read_minutes(kind, text, MINUTES) == (minutes, None)


def test_minutes_of_an_hours_column() -> None:
    assert read_minutes(TEXT, "0,75", MINUTES, "hours") == (45, None)
    assert read_minutes(TEXT, "two", MINUTES) == (None, "bad_number")
    assert read_minutes(NUMBER, "5000", MINUTES) == (None, "out_of_range")


@pytest.mark.parametrize("header", ["Dauer (Std.)", "Dauer (h)", "Duration in h", "Length (hours)", "durationHours"])
def test_bare_numbers_under_a_header_of_hours_are_hours(tmp_path: Path, header: str) -> None:
    rows = [["Mentor", "Mentee", "Meeting date", header], *(
        [f"Ana Mentor{n}", f"Bo Mentee{n}", f"2026-03-{day:02d}", hours]
        for n in (1, 2) for day, hours in ((1, 0.75), (8, 1.5), (15, 0.5)))]
    reading = read_sheets(tmp_path, {"Log": rows})
    assert values(reading, "check_in", "minutes") == [45, 90, 30] * 2


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("weekly", 7),
        ("Every two weeks", 14),
        ("twice a month", 15),
        ("Monthly", 30),
        ("every six weeks", 42),
        ("quarterly", 91),
        ("Bi-weekly", 14),
        ("alle zwei Wochen", 14),
        ("10 days", 10),
        ("every 3 weeks", 21),
        ("21", 21),
    ],
)
def test_cadence(text: str, days: int) -> None:
    assert read_cadence(TEXT, text, CADENCE) == (days, None)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("4 / 5", 4),
        ("4", 4),
        ("Very satisfied", 5),
        ("Neither satisfied nor dissatisfied", 3),
        ("sehr unzufrieden", 1),
        ("4 - Satisfied", 4),
        ("2 out of 5", 2),
        ("★★★", 3),
    ],
)
def test_satisfaction(text: str, points: int) -> None:
    assert read_points(TEXT, text, POINTS) == (points, None)


def test_points_of_another_scale_are_no_points() -> None:
    assert read_points(TEXT, "8 / 10", POINTS) == (None, "out_of_range")
    assert read_points(NUMBER, "7", POINTS) == (None, "out_of_range")
    assert read_points(TEXT, "10", RECOMMEND) == (10, None)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("0,75", 0.75),
        ("71 %", 0.71),
        ("1 234", 1234.0),
        ("-3", -3.0),
        ("1e3", 1000.0),
        ("1’000", 1000.0),
    ],
)
def test_numbers(text: str, number: float) -> None:
    assert read_number(TEXT, text) == (number, None)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("Yes", True),
        ("x", True),
        ("✓", True),
        ("ja", True),
        ("0", False),
        ("FALSE", False),
        ("Nein", False),
        ("non", False),
    ],
)
def test_truth_values(text: str, truth: bool) -> None:
    assert read_boolean(TEXT, text) == (truth, None)
    assert read_boolean(BOOLEAN, "true") == (True, None)
    assert read_boolean(TEXT, "perhaps") == (None, "unknown_word")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Active", "active"),
        ("Draft", "planned"),
        ("Closed by PC", "ended"),
        ("Archived", "ended"),
        ("Matched-Active", "active"),
        ("Matched-Duration Completed", "completed"),
        ("Concluded", "ended"),
        ("Unmatched", "ended"),
        ("Match Request-Waiting 2 Approvals", "planned"),
        ("abandoned", "ended"),
        ("Ended", "ended"),
        ("On Track", "active"),
        ("PENDING", "planned"),
        ("ACCEPTED", "active"),
        ("Graduated", "completed"),
        ("on hold", "paused"),
        ("In-progress", "active"),
        ("Finished", "completed"),
        ("closed", "ended"),
        ("abgebrochen", "ended_early"),
        ("terminé", "completed"),
        ("en pausa", "paused"),
    ],
)
def test_status_words_of_other_systems(text: str, status: str) -> None:
    assert read_word(TEXT, text, "pair_status") == (status, None)


def test_an_unknown_word_is_an_issue_and_an_empty_active_is_active(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "mentor_id,mentee_id,status\nm1,n1,sleeping\nm2,n2,\n")
    assert codes(reading) == [("unknown_word", 2, "C")]
    active = read_text(tmp_path, "mentor_id,mentee_id,active\nm1,n1,\nm2,n2,false\nm3,n3,TRUE\n")
    assert values(active, "pair", "status") == ["active", "ended", "active"]


def test_hire_date_is_the_last_hire_before_the_original(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path,
        "Employee ID,Name,Original Hire Date,Rehire Date\n"
        "1,Ines Varga,2015-01-01,2020-01-01\n2,Tom Ferrer,2016-01-01,\n",
    )
    assert values(reading, "person", "hire_date") == [date(2020, 1, 1), date(2016, 1, 1)]


def test_names_in_parts_and_several_emails(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path,
        "Employee ID,First Name,Last Name,Email,Other Emails\n"
        "1,Ines,Varga,i@example.org,a@example.org; b@example.org\n",
    )
    assert values(reading, "person", "name", "alternate_emails") == [("Ines Varga", "a@example.org;b@example.org")]


def test_zeros_that_a_number_format_shows_are_part_of_the_id(tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "ids.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        zeros = book.add_format({"num_format": "000000"})
        sheet.write_row(0, 0, ["Employee ID", "Name", "Manager ID", "Hire Date"])
        for row, (own, boss) in enumerate(((417, 12), (123456, 417)), 1):
            sheet.write_number(row, 0, own, zeros)
            sheet.write_string(row, 1, f"Ana Ruiz{row}")
            sheet.write_number(row, 2, boss, zeros)
            sheet.write_string(row, 3, "2020-01-01")
    reading = read_here(path, "ids.xlsx", ReadRequest())
    assert values(reading, "person", "person_id", "manager_id") == [("000417", "000012"), ("123456", "000417")]
    assert_balanced(reading)


@pytest.mark.parametrize(
    "text",
    ["7/2/20 11:00:22", "10/9/2024 11:02", "7/27/26 19:06:23", "2026/09/20 10:00:00 AM", "5/10/2026 09:15:00",
     "2026/09/27 3:00:00 PM GMT+3", "1/1/2026 10:00:00", "2026-09-08 14:03:21", "2019-01-01T00:00:00.000Z",
     "8-Jun-2008", "01-05-2026", "31.12.2025", "1. März 2026", "12 décembre 2025", "Mon, 5 Jan 2026", "45000"],
)  # fmt: skip
def test_every_shape_of_the_known_exports_is_a_day(text: str) -> None:
    day, code = read_date(TEXT, text, DateOrder(order="mdy"))
    assert day is not None, code
    assert 2008 <= day.year <= 2026
