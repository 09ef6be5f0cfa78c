"""Headers that stand in no fixture: which table and which fields they are, and which rows are header or example."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdash.intake import Reading
from tests.support.sheets import assert_balanced, counts, read_text


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
