"""Columns that only what is left says: by the one field that is open, by what their values are called, by a twin."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.sheets import read_text

PEOPLE = {"Mentor": ["Ana Ruiz", "Ben Ode"] * 3, "Mentee": [f"Cy Dahl {letter}" for letter in "bcdefg"]}
STAFF = {
    "Employee ID": [f"E{number}" for number in range(6)],
    "Hire date": [f"20{year}-03-01" for year in range(11, 17)],
}
SURVEY = {"How satisfied are you with your mentor?": ["4", "5", "3", "4", "2", "5"],
          "Your e-mail": [f"{letter}@x.org" for letter in "abcdef"]}
DAYS = ["2026-02-14", "2026-01-03", "2026-02-20", "2026-03-08", "2026-02-28", "2026-03-11"]
AHEAD = [day.replace("2026", "2099") for day in DAYS]
WORDINGS = ["Lead a project", "Give a talk", "Finish the course", "Shadow the board", "Write a paper", "Run a workshop"]
REMARKS = [f"We spoke at length about the plan for part {part}." for part in range(6)]
UNITS = ["Finance", "Sales", "Finance", "Legal", "Sales", "Legal"]
JOBS = ["Analyst", "Account Manager", "Controller", "Counsel", "Engineer", "Buyer"]
KINDS = ["knowledge", "access", "perspective"] * 2


def table_of(folder: Path, columns: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The table that a sheet of these columns becomes."""
    lines = io.StringIO()
    csv.writer(lines).writerows([columns, *zip(*columns.values(), strict=True)])
    found: dict[str, Any] = read_text(folder, lines.getvalue()).sheets[0]["tables"][0]
    return found


@pytest.mark.parametrize(
    ("base", "header", "cells", "field"),
    [
        (PEOPLE | {"Step due": AHEAD}, "Zeta", WORDINGS, "milestone.title"),
        (PEOPLE | {"Goal framework": ["REAL", "SMARTY"] * 3}, "Zeta", WORDINGS, "goal.title"),
        (PEOPLE | {"Kind of support": KINDS}, "Who else?", WORDINGS, "resource.name"),
        (PEOPLE | {"Extra helper or place": WORDINGS, "Introduced on": DAYS}, "What do they bring?",
         ["Knowledge", "A new perspective", "Access"] * 2, "resource.kind"),
        (PEOPLE | {"Meeting date": DAYS}, "Zeta", ["held", "cancelled", "no show"] * 2, "check_in.status"),
        (PEOPLE | {"Meeting date": DAYS}, "Zeta", REMARKS, "check_in.notes"),
        (PEOPLE | {"Meeting date": DAYS}, "Zeta", ["45 min", "1 h", "30 min"] * 2, "check_in.minutes"),
        (PEOPLE, "Zeta", ["every two weeks", "monthly", "weekly"] * 2, "pair.cadence_days"),
        (SURVEY, "Zeta", DAYS, "feedback.date"),
        (STAFF, "Zeta", UNITS, "person.department"),
        (STAFF, "Zeta", JOBS, "person.job_title"),
        (STAFF, "Zeta", ["L3", "L4", "L3", "L5", "L2", "L4"], "person.level"),
        (STAFF, "Zeta", ["Lyon", "Vienna", "Porto"] * 2, "person.location"),
    ],
)
def test_the_column_left_is_the_field_left(
    tmp_path: Path, base: Mapping[str, list[str]], header: str, cells: list[str], field: str
) -> None:
    found = table_of(tmp_path, {**base, header: cells})
    column = found["columns"][-1]
    assert (column["field"], column["asks"], found["feeds"][0]) == (field, False, field.split(".")[0])


@pytest.mark.parametrize(
    ("base", "header", "cells"),
    [
        (PEOPLE | {"Meeting date": DAYS}, "Next steps", REMARKS),
        (PEOPLE | {"Meeting date": DAYS}, "Follow-up actions", REMARKS),
        (PEOPLE | {"Milestone": WORDINGS, "Due": AHEAD}, "Obstacles", REMARKS),
        (PEOPLE | {"Goal": WORDINGS, "Target date": AHEAD}, "First step", WORDINGS[::-1]),
        (PEOPLE | {"Start date": DAYS}, "Interests", WORDINGS),
        (PEOPLE | {"Due": AHEAD}, "Zeta", WORDINGS),
        (PEOPLE | {"Start date": DAYS}, "Mentor department", UNITS),
        (SURVEY, "When did you start?", DAYS),
        (STAFF, "Previous job title", JOBS),
        (STAFF, "Manager's department", UNITS),
        (STAFF, "Home town", ["Lyon", "Vienna", "Porto"] * 2),
        (STAFF, "Cost centre", ["L3", "L4", "L3", "L5", "L2", "L4"]),
    ],
)
def test_what_the_header_says_of_another_stays_as_it_is(
    tmp_path: Path, base: Mapping[str, list[str]], header: str, cells: list[str]
) -> None:
    column = table_of(tmp_path, {**base, header: cells})["columns"][-1]
    assert (column["field"], column["role"], column["asks"]) == (None, "extra", False)


def test_what_stands_in_brackets_names_a_column_whose_words_say_nothing(tmp_path: Path) -> None:
    columns = PEOPLE | {"Meeting date": DAYS, "Minutes": ["45"] * 6}
    columns["Jongere (mentee)"] = columns.pop("Mentee")
    found = table_of(tmp_path, columns)["columns"][-1]
    assert (found["field"], found["asks"]) == ("check_in.mentee_name", False)


@pytest.mark.parametrize(("columns", "fields"), [
    ({"Matricule de l'agent": ["E1", "E2"], "Nature du mouvement": ["Promotion", "Promotion"],
      "Avec effet au": ["01/02/2026", "14/03/2026"], "Échelon avant": ["A1", "A2"], "Échelon après": ["A2", "A3"]},
     ["job_change.person_id", "job_change.kind", "job_change.change_date", "job_change.old_level",
      "job_change.new_level"]),
    ({"Mentor": ["Ana Ruiz", "Ben Ode"], "Mentee": ["Cy Dahl", "Di Eck"], "Punkt Nr.": ["1", "2"],
      "Erledigt?": ["ja", "nein"], "Erledigt am": ["14.02.2026", ""]},
     ["checklist.mentor_name", "checklist.mentee_name", "checklist.item", "checklist.done", "checklist.done_date"]),
    ({"Mentore": ["Ana Ruiz", "Ben Ode"], "Mentee": ["Cy Dahl", "Di Eck"], "Obiettivo": ["Guidare un team", "Esame"],
      "Specifico": ["sì", "no"], "Misurabile": ["sì", "sì"], "Raggiungibile": ["no", "sì"],
      "Definito nel tempo": ["sì", "no"]},
     ["goal.mentor_name", "goal.mentee_name", "goal.title", "goal.specific", "goal.measurable", "goal.achievable",
      "goal.time_bound"])])
def test_lists_in_other_languages(tmp_path: Path, columns: Mapping[str, Sequence[str]], fields: list[str]) -> None:
    found = table_of(tmp_path, columns)["columns"]
    assert [(one["field"], one["asks"]) for one in found] == [(field, False) for field in fields]


def test_names_of_people_are_no_titles(tmp_path: Path) -> None:
    names = ["Eve Fay", "Ida Lund", "Jo Marsh", "Kim Oda", "Lou Pike", "Mia Ross"]
    found = table_of(tmp_path, {"Mentor": PEOPLE["Mentor"], "Target date": AHEAD, "Achieved on": DAYS, "Zeta": names})
    assert not [column for column in found["columns"] if column["field"] == "goal.title"]


@pytest.mark.parametrize("first", ["{}_from", "{} from", "from {}", "{} ab", "{} du"])
def test_two_headers_that_differ_by_from_and_to_are_a_span(tmp_path: Path, first: str) -> None:
    last = first.replace("from", "to").replace("ab", "bis").replace("du", "au")
    columns = {**PEOPLE, first.format("zeta"): DAYS, last.format("zeta"): ["", *AHEAD[1:3], "", "", ""]}
    found = [column["field"] for column in table_of(tmp_path, columns)["columns"]][2:]
    assert found in (["pair.start_date", "pair.end_date"], ["pair.start_date", "pair.planned_end_date"])


def test_a_day_since_nobody_knows_what_is_asked(tmp_path: Path) -> None:
    column = table_of(tmp_path, {**PEOPLE, "Zeta since": DAYS})["columns"][-1]
    assert (column["field"], column["asks"]) == ("pair.start_date", True)


def test_it_is_asked_what_the_rows_are_where_words_of_another_table_stand_beside_people(tmp_path: Path) -> None:
    lines = "Mentor,Mentee,Zeta\n" + "".join(f"Ana Ruiz,Cy Dahl {letter},{kind}\n" for letter, kind in zip(
        "bcdefg", ["networking", "skill", "opportunity"] * 2, strict=True))
    reading = read_text(tmp_path, lines)
    assert [question["id"] for question in reading.questions] == ["table|file"]
    assert reading.questions[0]["choices"][0] == "pair"
    assert {column["asks"] for column in reading.sheets[0]["tables"][0]["columns"]} == {True}
    told = read_text(tmp_path, lines, answers={"table|file": "milestone"})
    assert (told.questions, told.sheets[0]["tables"][0]["feeds"]) == ([], ["milestone"])
    assert read_text(tmp_path, lines, accept=True).outcome == "read"
