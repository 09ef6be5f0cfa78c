"""Several columns for one field: the words of their headers say which speaks first, whatever their order."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.support.sheets import read_text, values

DAYS = (date(2011, 2, 13), date(2015, 4, 15), date(2019, 6, 17))

HIRES = [
    "Original Hire Date|Hire Date|Last Hire Date",
    "Date of original hire|Date of hire|Date of last hire",
    "Initial hire date|Start date|Rehire date",
    "Seniority date|Hire date|Most recent hire date",
    "First hire date|Employment start date|Latest hire date",
    "Adjusted Hire Date|Hire Date|Re-hire Date",
    "Continuous service date|Hired|Last hired on",
    "ORIGHIREDATE|HIREDATE|LASTHIREDATE",
    "dateOfSeniority|originalHireDate|lastHireDate",
    "Hire date (original)|Hire date|Hire date (most recent)",
    "Erstes Eintrittsdatum|Eintrittsdatum|Letztes Eintrittsdatum",
    "Ersteintritt|Einstellungsdatum|Wiedereintritt",
    "Date d'embauche initiale|Date d'embauche|Dernière date d'embauche",
    "Date d'ancienneté|Date d'entrée|Date de réembauche",
    "Fecha de contratación original|Fecha de contratación|Última fecha de contratación",
    "Fecha de antigüedad|Fecha de ingreso|Fecha de reingreso",
    "Data di assunzione originaria|Data di assunzione|Data ultima assunzione",
    "Primeira admissão|Data de admissão|Última data de admissão",
    "Oorspronkelijke datum indiensttreding|Datum indiensttreding|Laatste datum indiensttreding",
    "Eerste indiensttreding|Indiensttreding|Herindiensttreding",
]  # fmt: skip

ANSWERS = [
    "StartDate|RecordedDate|EndDate",
    "Start time|Last modified time|Completion time",
    "Startzeit|Uhrzeit der letzten Änderung|Fertigstellungszeit",
    "Heure de début|Heure de la dernière modification|Heure de fin",
    "Hora de inicio|Hora de la última modificación|Hora de finalización",
    "Ora di inizio|Ora dell'ultima modifica|Ora di completamento",
    "Hora de início|Hora da última modificação|Hora de conclusão",
    "Begintijd|Tijd van laatste wijziging|Tijd van voltooien",
]


def column(folder: Path, headers: str, table: str, field: str, rest: str, cells: str) -> list[list[Any]]:
    """The values of a field in every order of three columns: one row has all, one lacks the last, one the last two."""
    names = headers.split("|")
    found = []
    for order in permutations(range(3)):
        text = ",".join(names[at] for at in order) + f",{rest}\n"
        for row in range(3):
            text += ",".join(DAYS[at].isoformat() if at < 3 - row else "" for at in order) + "," + cells.format(row)
        found.append(values(read_text(folder, text), table, field))
    return found


@pytest.mark.parametrize("headers", HIRES)
def test_last_hire_goes_before_a_plain_one_and_that_before_the_original(tmp_path: Path, headers: str) -> None:
    found = column(tmp_path, headers, "person", "hire_date", "Employee ID,Name", "00{0}7,Ana Ruiz\n")
    assert [one[:2] for one in found] == [[DAYS[2], DAYS[1]]] * 6


@pytest.mark.parametrize("headers", [headers for headers in HIRES if "riginal" in headers])
def test_who_was_never_hired_again_keeps_the_original_day(tmp_path: Path, headers: str) -> None:
    found = column(tmp_path, headers, "person", "hire_date", "Employee ID,Name", "00{0}7,Ana Ruiz\n")
    assert [one[2] for one in found] == [DAYS[0]] * 6


@pytest.mark.parametrize("headers", ANSWERS)
def test_day_of_an_answer_goes_before_those_of_changes_and_starts(tmp_path: Path, headers: str) -> None:
    found = column(tmp_path, headers, "feedback", "date", "Email,Your role,Satisfaction", "a{0}@x.org,Mentor,4\n")
    assert [one[0] for one in found] == [DAYS[2]] * 6


NEAR = [
    ("person.exit_date", "Termination Date", "Last Day Worked", "Employee ID,Name,Hire Date",
     "00{0}7,Ana Ruiz,2010-01-0{0}"),
    ("pair.start_date", "Matched on", "Created on", "Mentor,Mentee", "Ana Ruiz,Ben Ode{0}"),
    ("person.name", "Legal Name", "Preferred Name", "Employee ID,Hire Date", "00{0}7,2010-01-0{0}"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "meant", "near", "rest", "cells"), NEAR)
@pytest.mark.parametrize("first", [True, False])
def test_a_column_that_is_nearly_the_field_leaves_it_to_the_other(
    tmp_path: Path, field: str, meant: str, near: str, rest: str, cells: str, first: bool
) -> None:
    def value(header: str, row: int) -> str:
        return f"{header.split()[0]} Ruiz" if header.endswith("Name") else f"2024-0{1 + (header == near)}-0{row}"

    headers = (meant, near) if first else (near, meant)
    text = f"{','.join(headers)},{rest}\n"
    for row in range(1, 5):
        text += ",".join(value(header, row) for header in headers) + f",{cells.format(row)}\n"
    (table,) = read_text(tmp_path, text).sheets[0]["tables"]
    assert [one["field"] for one in table["columns"] if one["header"] in headers] == [
        field if header == meant else None for header in headers]  # fmt: skip
