"""Columns under headers that stand in no list: what words and values say together, what is asked, what is left alone.

Each case is one column beside the columns that its table needs: header, what stands in it, field.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from careerdash.intake.recognise.groups import checklist_in_order
from careerdash.intake.values.lexicon import worded_scale
from tests.support.sheets import read_text

START = ["2025-01-14", "2025-02-03", "2025-03-20", "2025-04-08", "2025-05-30", "2025-06-11"]
PAST = ["2026-02-14", "2026-01-03", "2026-02-20", "2026-03-08", "2026-02-28", "2026-03-11"]
SOME = ["2026-02-14", "", "", "2026-03-08", "", ""]
AHEAD = ["2099-01-14", "2099-02-03", "2099-03-20", "2099-04-08", "2099-05-30", "2099-06-11"]
HIRED = ["2011-01-14", "2012-02-03", "2013-03-20", "2014-04-08", "2015-05-30", "2016-06-11"]
STATES = ["active", "completed", "on hold", "active", "active", "active"]
NAMES = ["Eve Fay", "Ida Lund", "Jo Marsh", "Kim Oda", "Lou Pike", "Mia Ross"]
MAILS = [f"{name.split()[0].lower()}@x.org" for name in NAMES]
YES = ["Yes", "No", "Yes", "Yes", "No", "Yes"]
MINUTES = ["30", "45", "60", "45", "90", "30"]
COUNTS = ["3", "0", "11", "7", "1", "4"]
TEXTS = [f"We looked at the plan for spring, part {number}." for number in range(6)]
UNITS = ["Finance", "Sales", "Finance", "Legal", "Sales", "Legal"]
SIZES = ["S", "M", "L", "XL", "S", "M"]

BASE = {
    "pair": {"Mentor": ["Ana Ruiz", "Ben Ode"] * 3, "Mentee": [f"Cy Dahl {letter}" for letter in "bcdefg"]},
    "check_in": {
        "Mentor": ["Ana Ruiz", "Ben Ode"] * 3,
        "Mentee": ["Cy Dahl", "Di Egan"] * 3,
        "Meeting date": PAST,
    },
    "person": {"Employee ID": [f"E{number}" for number in range(6)], "Hire date": HIRED},
    "feedback": {
        "Timestamp": PAST,
        "Are you a mentor or a mentee?": ["Mentor", "Mentee"] * 3,
        "Your email": [f"{letter}@x.org" for letter in "abcdef"],
        "How satisfied are you with your match? (1-5)": ["4", "5", "3", "4", "5", "2"],
    },
    "goal": {
        "Mentor": ["Ana Ruiz", "Ben Ode"] * 3,
        "Mentee": [f"Cy Dahl {letter}" for letter in "bcdefg"],
        "Goal": TEXTS,
    },
    "milestone": {
        "Mentor": ["Ana Ruiz", "Ben Ode"] * 3,
        "Mentee": [f"Cy Dahl {letter}" for letter in "bcdefg"],
        "Milestone": TEXTS,
    },
}
"""What a sheet of each table holds beside the column that is looked at."""

HOMES = [
    ("check_in", "Zoomed?", ["Video call", "In person", "Phone"] * 2, "check_in.mode"),
    ("pair", "Laufzeit von", START, "pair.start_date"),
    ("pair", "Jumelage effectué le", START, "pair.start_date"),
    ("pair", "MTCH_EXP_END_DT", AHEAD, "pair.planned_end_date"),
    ("check_in", "Progress towards goals was a topic", YES, "check_in.covered_progress"),
    ("check_in", "Appunti", TEXTS, "check_in.notes"),
    ("milestone", "originally_planned", START, "milestone.original_due_date"),
    ("milestone", "now_planned", AHEAD, "milestone.due_date"),
    ("feedback", "In the last month, did you and your mentor have a meeting?", YES, "feedback.met"),
    ("feedback", "Wir haben uns getroffen: haben Sie sich gesehen?", YES, "feedback.met"),
    ("person", "Betriebsaustritt", SOME, "person.exit_date"),
    ("pair", "Match_Term_Dt", SOME, "pair.end_date"),
    ("pair", "Mentoring agreement ends", AHEAD, "pair.planned_end_date"),
    ("pair", "Runs until", AHEAD, "pair.planned_end_date"),
    ("pair", "Geplanter Abschluss", AHEAD, "pair.planned_end_date"),
    ("pair", "Conclusione prevista", AHEAD, "pair.planned_end_date"),
    ("pair", "Échéance prévue", AHEAD, "pair.planned_end_date"),
    ("pair", "Clôturé le", SOME, "pair.end_date"),
    ("pair", "Avvio", START, "pair.start_date"),
    ("pair", "Date de démarrage", START, "pair.start_date"),
    ("pair", "Fecha de arranque", START, "pair.start_date"),
    ("pair", "Gestart op", START, "pair.start_date"),
    ("pair", "Introduced on", START, "pair.start_date"),
    ("pair", "match_eff_dt", START, "pair.start_date"),
    ("pair", "They last spoke on", PAST, "check_in.date[last]"),
    ("pair", "Zuletzt getroffen", PAST, "check_in.date[last]"),
    ("pair", "Volgende afspraak", AHEAD, "check_in.date[next]"),
    ("pair", "How is it going?", STATES, "pair.status"),
    ("pair", "STAT_CD", STATES, "pair.status"),
    ("pair", "Mentor - posta", MAILS, "pair.mentor_email"),
    ("pair", "Contact (mentee)", MAILS, "pair.mentee_email"),
    ("pair", "MTE_EML", MAILS, "pair.mentee_email"),
    ("pair", "End (planned)", AHEAD, "pair.planned_end_date"),
    ("pair", "Agreed end", AHEAD, "pair.planned_end_date"),
    ("pair", "Grund für Ende", TEXTS, "pair.end_reason"),
    ("pair", "Mentor address", MAILS, "pair.mentor_email"),
    ("pair", "Last meeting held", PAST, "check_in.date[last]"),
    ("check_in", "Minutes spent", MINUTES, "check_in.minutes"),
    ("check_in", "Time together", MINUTES, "check_in.minutes"),
    ("check_in", "Gesprächsdauer", MINUTES, "check_in.minutes"),
    ("check_in", "Took place?", YES, "check_in.status"),
    ("check_in", "What did you talk about?", TEXTS, "check_in.notes"),
    ("check_in", "Gesprächsinhalte", TEXTS, "check_in.notes"),
    ("check_in", "Discussed hurdles", YES, "check_in.covered_challenges"),
    ("check_in", "Written up?", YES, "check_in.has_record"),
    ("person", "sep_dt", SOME, "person.exit_date"),
    ("person", "Fecha de cese", SOME, "person.exit_date"),
    ("person", "wrk_email", MAILS, "person.email"),
    ("person", "Based in", UNITS, "person.location"),
    ("person", "Function / department", UNITS, "person.department"),
    ("person", "mgr_nm", NAMES, "person.manager_name"),
    ("person", "Reporting to", NAMES, "person.manager_name"),
    ("feedback", "Did a meeting take place in the past four weeks?", YES, "feedback.met"),
    ("feedback", "Hat im letzten Monat ein Treffen stattgefunden?", YES, "feedback.met"),
    ("feedback", "Your most important learning", TEXTS, "feedback.lesson_learned"),
    ("feedback", "Que retenez-vous ?", TEXTS, "feedback.lesson_learned"),
    ("feedback", "Is there something you want us to know?", TEXTS, "feedback.comment"),
    ("goal", "Vereinbart am", START, "goal.set_date"),
    ("goal", "To be reached by", AHEAD, "goal.target_date"),
    ("goal", "Erreicht am", SOME, "goal.achieved_date"),
    ("milestone", "Finish by", AHEAD, "milestone.due_date"),
    ("milestone", "Actually finished", SOME, "milestone.completed_date"),
]

TRAPS = [
    ("pair", "Mentor's manager", NAMES),
    ("pair", "Program manager", NAMES),
    ("pair", "Mentor since", HIRED),
    ("pair", "Mentee hire date", HIRED),
    ("pair", "Mentee contract end", AHEAD),
    ("pair", "Mentee last login", PAST),
    ("pair", "Last updated", PAST),
    ("pair", "Created by", NAMES),
    ("pair", "Previous mentor", NAMES),
    ("pair", "Goals", COUNTS),
    ("pair", "Geändert am", PAST),
    ("pair", "Next performance review", AHEAD),
    ("pair", "Number of meetings", COUNTS),
    ("pair", "Completed surveys", COUNTS),
    ("pair", "Goals set", COUNTS),
    ("pair", "T-shirt size", SIZES),
    ("pair", "Mentor status", STATES),
    ("pair", "Training status", STATES),
    ("pair", "CC", MAILS),
    ("pair", "Coordinator email", MAILS),
    ("pair", "Mentor start date", START),
    ("pair", "Months", COUNTS),
    ("pair", "Area", UNITS),
    ("check_in", "Paid?", YES),
    ("check_in", "Approved by", NAMES),
    ("check_in", "Next steps", TEXTS),
    ("person", "Matrix manager", NAMES),
    ("person", "Previous department", UNITS),
    ("person", "Promotion date", SOME),
    ("person", "Sabbatical until", SOME),
    ("feedback", "Did you meet your goals?", YES),
    ("feedback", "Why did you join?", TEXTS),
    ("feedback", "What would you like to learn next?", TEXTS),
    ("check_in", "Entered on", PAST),
    ("check_in", "Recorded by", NAMES),
    ("check_in", "Program coordinator", NAMES),
    ("check_in", "Number of messages", COUNTS),
    ("person", "Mentor since", PAST),
    ("person", "Last login", PAST),
    ("person", "Contract end", AHEAD),
    ("person", "Probation end date", SOME),
    ("person", "HR business partner", NAMES),
    ("person", "Emergency contact", NAMES),
    ("feedback", "How many meetings did you have?", COUNTS),
    ("feedback", "Would you like to meet more often?", YES),
]
"""Columns that have no home, however much their values look like one that we hold."""

ASKED = [
    ("pair", "First met", START, "pair.start_date"),
    ("pair", "Zündung", START, "pair.start_date"),
    ("check_in", "How much?", MINUTES, "check_in.minutes"),
    ("person", "Kenntag", SOME, "person.exit_date"),
]
"""Nothing in the header says what it is, but the values fit a field that nobody fills."""


def column_of(folder: Path, table: str, header: str, cells: list[str]) -> tuple[dict[str, object], dict[str, object]]:
    """The column as recognised and the table that its sheet became."""
    columns = BASE[table] | {header: cells}
    lines = io.StringIO()
    csv.writer(lines).writerows([columns, *zip(*columns.values(), strict=True)])
    found = read_text(folder, lines.getvalue()).sheets[0]["tables"][0]
    return found["columns"][-1], found


@pytest.mark.parametrize(
    ("table", "header", "cells", "field", "asks"),
    [*((*home, False) for home in HOMES), *((*asked, True) for asked in ASKED)],
)
def test_words_and_values_find_the_field(
    tmp_path: Path, table: str, header: str, cells: list[str], field: str, asks: bool
) -> None:
    column, found = column_of(tmp_path, table, header, cells)
    assert (column["field"], column["asks"], found["feeds"][0]) == (field, asks, table)


@pytest.mark.parametrize(("table", "header", "cells"), TRAPS)
def test_what_has_no_home_stays_as_it_is(tmp_path: Path, table: str, header: str, cells: list[str]) -> None:
    column, found = column_of(tmp_path, table, header, cells)
    assert (column["field"], column["role"], column["asks"], found["feeds"][0]) == (None, "extra", False, table)


LOG = "Date,Mentor,Mentee,{header}\n" + "".join(
    f"2026-0{month}-05,Ana Ruiz,{mentee},{{{month - 1}}}\n" for month, mentee in ((1, "Ben Ode"), (2, "Cy Dahl"))
)


@pytest.mark.parametrize(
    ("header", "cells", "asks", "minutes"),
    [
        ("Duration", ("0.75", "1.5"), False, [45, 90]),
        ("Dauer (Std.)", ('"0,75"', "2"), False, [45, 120]),
        ("Length", ("45", "60"), False, [45, 60]),
        ("Duration", ("1", "2"), True, [1, 2]),
        ("Minutes", ("0.75", "1.5"), True, [None, None]),
        ("Time spent", ("45", "0.5"), False, [45, None]),
    ],
)
def test_hours_are_never_a_minute_or_two(
    tmp_path: Path, header: str, cells: tuple[str, ...], asks: bool, minutes: list[int | None]
) -> None:
    reading = read_text(tmp_path, LOG.format(*cells, header=header))
    assert (bool(reading.questions), reading.tables["check_in"]["minutes"].to_pylist()) == (asks, minutes)


@pytest.mark.parametrize(("answer", "minutes"), [("hours", [60, 120]), ("minutes", [1, 2]), ("extra", [None, None])])
def test_the_user_says_whether_numbers_are_hours(tmp_path: Path, answer: str, minutes: list[int | None]) -> None:
    reading = read_text(tmp_path, LOG.format("1", "2", header="Duration"), answers={"unit|file|D": answer})
    assert (reading.questions, reading.tables["check_in"]["minutes"].to_pylist()) == ([], minutes)


def test_an_address_is_of_the_person_to_its_left(tmp_path: Path) -> None:
    text = "Mentor,Email,Mentee,Email,Start\nAna Ruiz,a@x.org,Ben Ode,b@x.org,2025-01-05\n"
    found = [column["field"] for column in read_text(tmp_path, text).sheets[0]["tables"][0]["columns"]]
    assert found[1] == "pair.mentor_email"
    assert found[3] == "pair.mentee_email"


def test_the_same_two_people_again_and_again_are_meetings(tmp_path: Path) -> None:
    rows = "".join(f"Ana Ruiz,Ben Ode,2025-0{n}-05 10:00,2025-0{n}-05 11:00\n" for n in range(1, 6))
    reading = read_text(tmp_path, f"Mentor,Mentee,Event Start,Event End\n{rows}")
    assert reading.sheets[0]["tables"][0]["feeds"] == ["check_in"]
    assert len(reading.tables["check_in"]) == 5


@pytest.mark.parametrize(
    "header",
    ["1. {}", "{} 1", "{} (1)", "{} #1", "1st {}", "First {}", "{} A", "{}_1", "{}1"],
)
def test_a_number_anywhere_parts_mentees(tmp_path: Path, header: str) -> None:
    second = header.replace("1st", "2nd").replace("1", "2").replace("First", "Second").replace(" A", " B")
    names = f"{header.format('Mentee')},{second.format('Mentee')}"
    reading = read_text(tmp_path, f"Mentor,{names},Start\nAna Ruiz,Ben Ode,Cy Dahl,2025-01-05\n")
    found = [column["field"] for column in reading.sheets[0]["tables"][0]["columns"]]
    assert found == ["pair.mentor_name", "pair.mentee_name[1]", "pair.mentee_name[2]", "pair.start_date"]


def test_a_row_of_answers_is_no_second_header(tmp_path: Path) -> None:
    rows = "".join(f"2026-0{n}-05,a@x.org,b@x.org,0.5,Yes,{'No' if n % 2 else 'Yes'},Yes\n" for n in range(1, 8))
    reading = read_text(tmp_path, f"Date we spoke,Mentor mail,Mentee mail,Hrs,On hurdles?,Plan changed?,Kept?\n{rows}")
    assert reading.sheets[0]["tables"][0]["header_rows"] == [1]
    assert len(reading.tables["check_in"]) == 7


@pytest.mark.parametrize(
    "headers",
    [
        "1st step,1st step due,1st step finished,2nd step,2nd step due,2nd step finished",
        "Step (1),Planned (1),Completed (1),Step (2),Planned (2),Completed (2)",
        "Meilenstein 1,Fällig 1,Erledigt 1,Meilenstein 2,Fällig 2,Erledigt 2",
    ],
)
def test_a_number_anywhere_parts_milestones(tmp_path: Path, headers: str) -> None:
    row = "Ana Ruiz,Ben Ode,Plan,2026-03-01,2026-02-20,Talk,2026-04-01,"
    reading = read_text(tmp_path, f"Mentor,Mentee,{headers}\n{row}\n")
    found = [column["field"] for column in reading.sheets[0]["tables"][0]["columns"]][2:]
    parts = ("title", "due_date", "completed_date")
    assert found == [f"milestone.{part}[{number}]" for number in (1, 2) for part in parts]


def test_seven_ticks_in_the_order_of_the_items_are_the_checklist() -> None:
    headers = ["Looked ahead", "Goals", "Roadmap", "Extra people", "Regular check-ins", "Writing things", "Celebrated"]
    assert checklist_in_order(headers, list(range(7))) == {
        at: (f"checklist.done[{at + 1}]", 0.9) for at in range(7)}
    assert not checklist_in_order(headers[::-1], list(range(7)))


def test_very_satisfied_is_the_second_best_below_extremely() -> None:
    answers = ["Extremely satisfied", "Very satisfied", "Somewhat satisfied", "Not so satisfied"]
    assert [worded_scale(answers)[answer] for answer in answers] == ["5", "4", "3", "2"]
    assert not worded_scale(["Very satisfied", "Somewhat satisfied", "Very dissatisfied"])
