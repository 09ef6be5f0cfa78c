"""Files in the shape of real exports with other rows, another order and other decorations than the fixtures have."""
# ruff: noqa: E501 - the lines of the files are as long as they are

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from .intake_files import Fixture
from .intake_fixtures import FIXTURES
from .sheets import workbook

_FIRST = ("Anouk", "Bela", "Clelia", "Dorian", "Edda", "Florin", "Gwen", "Hector", "Ilaria", "Joost", "Katell", "Liv")
_LAST = ("Aalto", "Berghuis", "Cattaneo", "Dubois", "Faerber", "Grimaldi", "Holmberg", "Ibarra", "Janssens", "Keller",
         "Lefort", "Marchetti", "Ortega", "Pichler", "Quiroga", "Reinders", "Tavares", "Ursini", "Winther", "Zeller")
_DATED = re.compile(r"(_date|\.date(\[last\])?)$")
_FIRST_DAYS = {
    "hire_date": date(2011, 1, 14), "exit_date": date(2025, 2, 20), "planned_end_date": date(2027, 1, 15),
    "end_date": date(2026, 3, 18), "due_date": date(2026, 12, 17), "target_date": date(2026, 12, 17)}


@dataclass(frozen=True)
class Shape:
    """An export: its table, its headers, what each is (None an extra, `refused`), and cells seen in each column."""

    name: str
    table: str
    headers: tuple[str, ...]
    targets: tuple[str | None, ...]
    seen: tuple[tuple[str, ...], ...]

    def only(self, places: Sequence[int]) -> Shape:
        """The shape with these columns, in this order."""
        headers, targets, seen = ([part[at] for at in places] for part in (self.headers, self.targets, self.seen))
        return replace(self, headers=tuple(headers), targets=tuple(targets), seen=tuple(seen))

    def spelt(self, spell: Callable[[str], str]) -> Shape:
        """The shape with its headers in another spelling."""
        return replace(self, headers=tuple(map(spell, self.headers)))

    def places(self, target: str) -> list[int]:
        """Positions of the columns whose target ends so."""
        return [at for at, one in enumerate(self.targets) if one and one.endswith(target)]


def _of(fixture: Fixture) -> Shape:
    table = fixture.rows[fixture.header_rows - 1:]
    at = next(number for number, row in enumerate(table) if len([text for text in row if text]) == len(fixture.columns))
    rows = [row for row in table[at + 1:] if len(row) == len(table[at])]
    seen = tuple(tuple(text.lstrip("@=") for text in column) for column in zip(*rows, strict=True))
    targets = tuple(None if one == "-" else one for one in fixture.targets.split())
    return Shape(fixture.name.split(".")[0], fixture.table, tuple(table[at]), targets, seen)


def _literal(name: str, table: str, text: str, targets: str) -> Shape:
    """A shape without a fixture of its own: headers and rows as CSV."""
    headers, *rows = csv.reader(io.StringIO(text.strip()))
    return Shape(name, table, tuple(headers), tuple(None if one == "-" else one for one in targets.split()),
                 tuple(zip(*rows, strict=True)))


_APART = ("successfactors_udf", "qualtrics_export", "surveymonkey_mentees", "grouped_pairs", "months_2025")
"""Fixtures whose header is more than a row of names."""
SHAPES = (
    *(_of(fixture) for fixture in FIXTURES if fixture.name.split(".")[0] not in _APART),
    _literal("faros_roster", "person", """
Start_Date,Full_Name,Employee_ID,Manager_Name,Manager_ID,Team_ID,Team_Name,Termination_Date,Location,Email,Employee_Type
2019-01-15,Ines Varga,E417,Ana Ruiz,E400,T1,Platform,,Berlin,ines@example.org,Full time
2020-02-20,Tom Ferrer,E418,Ana Ruiz,E400,T2,Data,2025-06-30,Porto,tom@example.org,Contractor
""", "person.hire_date person.name person.person_id person.manager_name person.manager_id - person.department "
     "person.exit_date person.location person.email -"),
    _literal("coffee_members", "person", """
First Name,Last Name,Email Address,Unique ID,Program Eligibility
Ines,Varga,ines@example.org,000417,eligible
Tom,Ferrer,tom@example.org,000418,ineligible
""", "person.name[first] person.name[last] person.email person.person_id -"),
    _literal("partner_upload", "person", """
First Name,Last Name,Email,Phone Number,Student ID
Ines,Varga,ines@example.org,555 0101,000417
Tom,Ferrer,tom@example.org,555 0102,000418
""", "person.name[first] person.name[last] person.email - person.person_id"),
    _literal("bamboo_fields", "person", """
employeeNumber,firstName,lastName,status,supervisorEId,jobInfo.department,jobInfo.reportsTo,employmentStatus.employmentStatus,employmentStatus.terminationTypeId,hireDate,terminationDate
417,Ines,Varga,Active,400,Finance,Ana Ruiz,Full-Time,,2019-01-15,
418,Tom,Ferrer,Inactive,400,IT,Ana Ruiz,Terminated,Voluntary,2020-02-20,2025-06-30
""", "person.person_id person.name[first] person.name[last] person.employment_status person.manager_id "
     "person.department person.manager_name - person.exit_reason person.hire_date person.exit_date"),
    _literal("signups_in_full", "person", """
Role ID,Name,Approved (True/False),Verified Email (True/False),Email,Signup Date (date and time),Completion (percentage),Last Activity Type
R-101,Ines Varga,True,True,ines@example.org,2025-08-01 09:12:00,100%,Logged in
R-102,Tom Ferrer,True,False,tom@example.org,2025-08-02 10:40:00,60%,Applied for program
""", "- person.name - - person.email - - -"),
    _literal("google_quiz", "feedback", """
Timestamp,Email address,Score,Are you a mentor or mentee?,How satisfied are you with your match? (1-5),Email Address2
2026/02/20 10:00:00 AM,ines@example.org,4 / 5,Mentor,4,ines@example.org
2026/02/27 3:00:00 PM GMT+3,tom@example.org,3 / 5,Mentee,5,tom@example.org
""", "feedback.date feedback.respondent_email - feedback.respondent feedback.satisfaction feedback.respondent_email"),
    _literal("forms_quiz", "feedback", """
Id,Start time,Completion time,Email,Name,Total points,Quiz feedback,Last modified time,How satisfied are you with your mentor?,Points - How satisfied are you with your mentor?,Feedback - How satisfied are you with your mentor?
1,2026-02-03,2026-02-03,ines@example.org,Ines Varga,0,,,Satisfied,0,
2,2026-02-14,2026-02-14,tom@example.org,Tom Ferrer,0,,,Very satisfied,0,
""", "feedback.feedback_id feedback.date feedback.date feedback.respondent_email feedback.respondent_name - - "
     "feedback.date feedback.satisfaction - -"),
)

FORMATS: dict[str, Callable[[date], str]] = {
    "iso": date.isoformat,
    "iso with zone": lambda day: f"{day}T00:00:00.000Z",
    "us": lambda day: f"{day.month}/{day.day}/{day.year}",
    "us, two digits": lambda day: f"{day.month}/{day.day}/{day.year % 100:02d} 11:00:22",
    "european": lambda day: f"{day.day:02d}/{day.month:02d}/{day.year}",
    "dotted": lambda day: f"{day.day:02d}.{day.month:02d}.{day.year}",
    "month by name": lambda day: f"{day.day}-{day:%b}-{day.year}",
    "year first": lambda day: f"{day:%Y/%m/%d} 10:00:00 AM",
    "with its zone": lambda day: f"{day:%Y/%m/%d} 3:00:00 PM GMT+3",
    "serial": lambda day: str((day - date(1899, 12, 30)).days),
}
"""How exports write a day."""


def cells(shape: Shape, rows: int, day: Callable[[date], Any] = date.isoformat) -> list[list[Any]]:
    """Invented rows of a shape; every day among them is written by `day`."""
    return [[_cell(shape, at, row, day) for at in range(len(shape.headers))] for row in range(rows)]


def _cell(shape: Shape, at: int, row: int, day: Callable[[date], Any]) -> Any:
    target, seen = shape.targets[at] or "", shape.seen[at]
    like = seen[row % len(seen)]
    column = target.rpartition(".")[2] if "[" not in target else target.split(".")[1]
    filled = next((text for text in seen if text), "")
    if _DATED.search(target) or re.fullmatch(r"person\.(hire|exit)_date", target):
        if not like and len(set(seen)) > 1:
            return ""
        first = next((one for name, one in _FIRST_DAYS.items() if name in column), date(2025, 2, 14))
        return day(first + timedelta(days=9 * row + at))
    who = _who(column, row)
    if "alternate" in column:
        return f"{who[0]}.{who[1]}@home.example".lower() if like else ""
    if column.endswith("email"):
        return like if "@" not in filled or not like else f"{who[0]}.{who[1]}@firm.example".lower()
    if "[first]" in column or "[last]" in column:
        return who["[last]" in column]
    if column.endswith("name") and target != "resource.name":
        return like if not like or " " not in like else f"{who[1]}, {who[0]}" if "," in like else " ".join(who)
    if column.endswith("_id") and filled and "@" not in filled:
        number = {"mentor": row // 2, "manager": row % 5}.get(column.split("_")[0], 100 + row)
        return re.sub(r"\d+$", lambda found: str(int(found[0]) + number).zfill(len(found[0])), filled)
    return f"{like} ({row})" if column.startswith("title") and like else like


def _who(column: str, row: int) -> tuple[str, str]:
    number = {"mentor": row // 2, "manager": 3 + row % 5}.get(column.split("_")[0], 40 + row)
    if column.startswith("mentee"):
        number += 60 * int((re.findall(r"\[(\d)\]", column) or ["0"])[0])
    return _FIRST[number % len(_FIRST)], f"{_LAST[number % len(_LAST)]}{'-' + _LAST[number // 20 % 20]}"


def as_text(rows: Sequence[Sequence[Any]], delimiter: str = ",") -> bytes:
    """Rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def as_workbook(rows: Sequence[Sequence[Any]], name: str = "Sheet1") -> bytes:
    """Rows as a workbook with one sheet."""
    return workbook({name: rows})


def fewer(shape: Shape, random: Random) -> Shape:
    """The shape without about half of the columns that say neither who it is nor what the table is about."""
    needed = re.compile(r"_id$|email$|name(\[|$)|\.date$|\.title|on_file|satisfaction|recommend|respondent$|employment_status")
    return shape.only([at for at, target in enumerate(shape.targets)
                       if (target and needed.search(target)) or random.random() < 0.5])
