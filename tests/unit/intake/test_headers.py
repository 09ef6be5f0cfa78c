"""Headers that stand in no fixture: which table and which fields they are, and which rows are header or example."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careerdash.intake import Reading
from careerdash.intake.recognise.grammar import meaning
from tests.support.sheets import assert_balanced, counts, read_bytes, read_text, values


def fields(reading: Reading) -> list[str | None]:
    """What each column of the first table feeds."""
    return [column["field"] for column in reading.sheets[0]["tables"][0]["columns"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Volunteer,Youth,Match Start Date,Match End,Match Status\nAna Ruiz,Ben Ode,8-Jun-2008,,on hold\n",
            ["pair.mentor_name", "pair.mentee_name", "pair.start_date", "pair.end_date", "pair.status"],
        ),
        (
            "relation_id,mentor_email,mentee_email,STARTDATE,state\n1,a@x.org,b@x.org,2026-01-03,PENDING\n",
            ["pair.pair_id", "pair.mentor_email", "pair.mentee_email", "pair.start_date", "pair.status"],
        ),
        (
            "Mentor Email,Mentee Email,Meeting Date\na@x.org,b@x.org,2026-01-03\n",
            ["check_in.mentor_email", "check_in.mentee_email", "check_in.date"],
        ),
        (
            "Mentor,Mentee,Objective,Due Date,Objective Status\nAna Ruiz,Ben Ode,Plan,9/30/2026,Late\n",
            ["goal.mentor_name", "goal.mentee_name", "goal.title", "goal.target_date", "goal.status"],
        ),
        (
            "Timestamp,Name,Email,Role Type,Department\n2026-01-05,Ana Ruiz,a@x.org,Mentor,Finance\n",
            [None, "person.name", "person.email", None, "person.department"],
        ),
        (
            "First Name,Last Name,Email,Student ID\nAna,Ruiz,a@x.org,900123456\n",
            ["person.name[first]", "person.name[last]", "person.email", "person.person_id"],
        ),
    ],
)
def test_columns_find_their_home_without_a_question(tmp_path: Path, text: str, expected: list[str | None]) -> None:
    reading = read_text(tmp_path, text)
    assert (reading.outcome, fields(reading)) == ("read", expected)


@pytest.mark.parametrize(
    "text",
    [
        "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,EMAIL,HIREDATE\n"
        "STATUS,USERID,Username,First Name,Last Name,Email,Hire Date\n"
        "active,1001,aruiz,Ana,Ruiz,a@x.org,03/14/2010\n",
        "ResponseID,StartDate,EndDate,RecipientEmail,Q1,Q2\n"
        "ResponseID,StartDate,EndDate,RecipientEmail,Are you a mentor or mentee?,How satisfied are you?\n"
        "R_1,2025-02-03,2025-02-03,a@x.org,Mentor,4\n",
    ],
)
def test_keys_over_labels_are_two_header_rows(tmp_path: Path, text: str) -> None:
    reading = read_text(tmp_path, text)
    assert counts(reading) == {"total": 3, "header": 2, "accepted": 1}


@pytest.mark.parametrize(
    "example",
    [
        "mentor@example.com,mentee@example.com,Example: Mentor and Mentee",
        "ana@x.org,ben@x.org,Sample connection",
        "ana@x.org,ben@x.org,EXAMPLE",
        "ana@x.org,ben@x.org,(delete this row)",
        "mentor@example.com,mentee@example.com,",
    ],
)
def test_the_example_row_of_a_template_is_skipped(tmp_path: Path, example: str) -> None:
    text = f"Mentor Email Address,Mentee Email Address,Mentoring Connection Name\n{example}\na@x.org,b@x.org,A and B\n"
    reading = read_text(tmp_path, text)
    assert counts(reading) == {"total": 3, "header": 1, "skipped": 1, "accepted": 1}
    assert_balanced(reading)


def test_a_row_that_only_speaks_of_examples_is_data(tmp_path: Path) -> None:
    text = "Mentor,Mentee,Goal,Target date\nAna Ruiz,Ben Ode,Example based learning,2026-01-01\n"
    assert counts(read_text(tmp_path, text))["accepted"] == 1


@pytest.mark.parametrize(
    ("header", "table", "target"),
    [
        ("Courriel du mentoré", "pair", "pair.mentee_email"),
        ("Nome mentore", "pair", "pair.mentor_name"),
        ("Personalnummer Mentor", "pair", "pair.mentor_id"),
        ("Mentorin / Mentor", "pair", "pair.mentor_*"),
        ("E-Mail (Mentor/in)", "pair", "pair.mentor_email"),
        ("Kick-off\ndate", "pair", "pair.start_date"),
        ("Wrap-up date", "pair", "pair.end_date"),
        ("Voraussichtliches Ende", "pair", "pair.planned_end_date"),
        ("LAST 1:1", "pair", "check_in.date[last]"),
        ("How often do they meet?", "pair", "pair.cadence_days"),
        ("Sitzungsdatum", "check_in", "check_in.date"),
        ("Durée (min)", "check_in", "check_in.minutes"),
        ("Adjustments agreed?", "check_in", "check_in.covered_adjustments"),
        ("Nº de empleado", "person", "person.person_id"),
        ("Email aziendale", "person", "person.email"),
        ("Vorgesetzte/r", "person", "person.manager_*"),
        ("Upcoming Meetings", "check_in", None),
        ("Mentor phone #", "pair", None),
        ("Total conversations logged", "pair", None),
        ("Registered (MM-DD-YYYY)", "pair", None),
    ],
)
def test_headers_are_understood_by_their_words(header: str, table: str, target: str | None) -> None:
    assert meaning(table, header) == target


def test_meetings_in_a_file_called_pairs_are_meetings(tmp_path: Path) -> None:
    text = "Date,Mentor email,Mentee email,Minutes\n2025-03-22,a@x.org,b@x.org,30\n2025-04-22,a@x.org,b@x.org,45\n"
    reading = read_bytes(tmp_path, "all pairs.csv", text.encode())
    assert fields(reading) == ["check_in.date", "check_in.mentor_email", "check_in.mentee_email", "check_in.minutes"]


def test_a_number_that_comes_again_for_each_pair_is_no_id(tmp_path: Path) -> None:
    rows = "".join(f"{n % 2 + 1},a{n // 2}@x.org,b{n // 2}@x.org,2025-03-{n + 1:02d}\n" for n in range(8))
    reading = read_text(tmp_path, f"Session #,Mentor Email,Mentee Email,Session Date\n{rows}")
    assert (fields(reading)[0], reading.issues, counts(reading)["accepted"]) == (None, [], 8)


def test_a_pair_row_that_holds_the_roadmap_is_a_pair(tmp_path: Path) -> None:
    text = "Mentor,Mentee,Start date,M1 title,M1 due date,M1 completed on,M2 title,M2 due date,M2 completed on\n"
    reading = read_text(tmp_path, text + "Ana Ruiz,Ben Ode,2025-01-05,Plan,2025-02-01,,Talk,2025-03-01,2025-02-20\n")
    assert reading.sheets[0]["tables"][0]["feeds"] == ["pair", "milestone"]
    assert values(reading, "milestone", "title", "completed_date")[1] == ("Talk", date(2025, 2, 20))
    assert values(reading, "pair", "start_date") == [date(2025, 1, 5)]


def test_values_decide_between_names_and_ids_and_between_two_statuses(tmp_path: Path) -> None:
    rows = "0012;Ruiz, Ana;Active;Full-Time\n0013;Ode, Ben;Inactive;Part-Time\n"
    found = fields(read_text(tmp_path, f"Staff No.;Employee;Status;Employment Status\n{rows}"))
    assert found == ["person.person_id", "person.name", "person.employment_status", None]
    italian = fields(read_text(tmp_path, "Matricola;Nome;Cognome\n0012;Ana;Ruiz\n0013;Ben;Ode\n"))
    assert italian == ["person.person_id", "person.name[first]", "person.name[last]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "MENTOR_NM,MENTEE_NM,PAIRING_START_DT,LAST_MTG_DT,PROGRAM_NM\nAna Ruiz,Ben Ode,2025-01-03,2025-02-03,A\n",
            ["pair.mentor_name", "pair.mentee_name", "pair.start_date", "check_in.date[last]", "pair.program"],
        ),
        (
            "Mentor,Mentor Email,Mentee Name (1),Mentee Email (1),Mentee Name (2),Mentee Email (2)\n"
            "Ana Ruiz,a@x.org,Ben Ode,b@x.org,Eve Fay,e@x.org\n",
            ["pair.mentor_name", "pair.mentor_email", "pair.mentee_name[1]", "pair.mentee_email[1]",
             "pair.mentee_name[2]", "pair.mentee_email[2]"],
        ),
        (
            "Mentor,Mentee,Wie es steht,Beginn\nAna Ruiz,Ben Ode,aktiv,2025-01-03\nCy Dahl,Eve Fay,ruht,2025-02-03\n",
            ["pair.mentor_name", "pair.mentee_name", "pair.status", "pair.start_date"],
        ),
        (
            "Submitted,Username,Are you a mentor or a mentee?,How would you rate your mentoring experience?\n"
            "2026-01-05,a@x.org,Mentee,Excellent\n2026-01-06,b@x.org,Mentor,Good\n",
            ["feedback.date", "feedback.respondent_email", "feedback.respondent", "feedback.satisfaction"],
        ),
    ],
)  # fmt: skip
def test_short_forms_numbers_and_values_speak(tmp_path: Path, text: str, expected: list[str]) -> None:
    reading = read_text(tmp_path, text)
    assert (reading.outcome, fields(reading)) == ("read", expected)
