"""What becomes of each row: accepted, duplicate, quarantined, skipped, blank, and the sentence that says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.support.sheets import Error, assert_balanced, codes, counts, read_sheets, read_text, rows_of, values

PAIR = ["pair_id", "program", "mentor_id", "mentee_id", "start_date", "end_date", "status", "cadence_days"]
CHECK_IN = ["check_in_id", "pair_id", "date", "status", "minutes"]


def test_titles_blank_rows_footer_and_totals_are_told_apart(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "check_in": [
                ["Meetings of the program"],
                [],
                CHECK_IN,
                ["c1", "p1", date(2026, 1, 5), "held", 30],
                [],
                ["c2", "p1", date(2026, 2, 5), "held", 45],
                ["Total", None, None, None, 75],
                [],
                ["Exported by the coordinator"],
            ]
        },
    )
    assert counts(reading) == {"total": 9, "header": 1, "title": 1, "blank": 3, "accepted": 2, "skipped": 2}
    assert values(reading, "check_in", "check_in_id", "source_row") == [("c1", 4), ("c2", 6)]
    assert_balanced(reading)


def test_example_row_of_the_template_is_skipped(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path, {"pair": [PAIR, ["Example: P-1", "Rising", "m", "n"], ["p1", "Rising", "m1", "n1"]]}
    )
    assert counts(reading) == {"total": 3, "header": 1, "skipped": 1, "accepted": 1}
    assert values(reading, "pair", "pair_id") == ["p1"]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (["c1", None, date(2026, 1, 5)], "missing_value", "B"),
        (["c1", "p1", None], "missing_value", "C"),
        (["c1", "p1", "soon"], "bad_date", "C"),
        (["c1", "p1", Error("#N/A")], "error_cell", "C"),
    ],
)
def test_a_starred_field_missing_or_unusable_quarantines_the_row(
    tmp_path: Path, row: list[object], code: str, column: str
) -> None:
    reading = read_sheets(tmp_path, {"check_in": [CHECK_IN, ["c0", "p0", date(2026, 1, 1)], row]})
    assert counts(reading)["quarantined"] == 1
    assert codes(reading) == [(code, 3, column)]
    assert values(reading, "check_in", "check_in_id") == ["c0"]
    assert_balanced(reading)


def test_any_other_bad_value_stays_empty_and_the_row_is_accepted(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "check_in": [
                CHECK_IN,
                ["c1", "p1", date(2026, 1, 5), "hold on", "many"],
                ["c2", "p1", date(2026, 1, 6), "held", 2000],
            ]
        },
    )
    assert counts(reading)["accepted"] == 2
    assert codes(reading) == [("unknown_word", 2, "D"), ("bad_number", 2, "E"), ("out_of_range", 3, "E")]
    assert values(reading, "check_in", "status", "minutes") == [(None, None), ("held", None)]
    assert reading.cells["exceptions"] == {"unreadable": 3}
    assert_balanced(reading)


def test_cadence_of_zero_is_ignored_with_a_warning(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"pair": [PAIR, ["p1", "A", "m1", "n1", date(2026, 1, 1), None, "active", 0]]})
    assert [(issue["code"], issue["kind"]) for issue in reading.issues] == [("out_of_range", "warning")]
    assert values(reading, "pair", "cadence_days") == [None]


def test_end_before_start_is_a_warning_and_stays(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"pair": [PAIR, ["p1", "A", "m1", "n1", date(2026, 3, 1), date(2026, 2, 1)]]})
    assert [(issue["code"], issue["kind"]) for issue in reading.issues] == [("end_before_start", "warning")]
    assert values(reading, "pair", "end_date") == [date(2026, 2, 1)]


def test_a_pair_that_lacks_one_side_waits_and_one_without_both_is_quarantined(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path,
        "Mentor Name,Mentee Name,Status\nUnassigned,Tom Ferrer,active\n"
        "Ines Varga,,active\n,,active\nInes Varga,Lea Brandt,active\n",
    )
    assert codes(reading) == [("no_pair", 2, "A"), ("no_pair", 3, "B"), ("missing_person", 4, "A")]
    assert reading.issues[0]["kind"] == "warning"
    assert counts(reading) == {"total": 5, "header": 1, "accepted": 1, "quarantined": 1, "skipped": 2}
    assert_balanced(reading)


def test_duplicates_bring_nothing_new_and_conflicts_stay_with_a_warning(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "check_in": [
                CHECK_IN,
                ["c1", "p1", date(2026, 1, 5), "held", 30],
                ["c1", "p1", date(2026, 1, 5), "held", None],
                ["c1", "p1", date(2026, 1, 5), "missed", 30],
            ]
        },
    )
    assert counts(reading)["duplicate"] == 1
    assert [(issue["code"], issue["row"]) for issue in reading.issues] == [("duplicate_id", 4)]
    assert values(reading, "check_in", "status") == ["held", "missed"]
    assert reading.cells["exceptions"] == {"duplicate": 4}
    assert_balanced(reading)


def test_check_ins_without_an_id_are_never_duplicates(tmp_path: Path) -> None:
    row = [None, "p1", date(2026, 1, 5), "held", 30]
    reading = read_sheets(tmp_path, {"check_in": [CHECK_IN, row, row]})
    assert counts(reading)["accepted"] == 2


def test_the_same_key_on_two_sheets_of_a_file_is_a_duplicate(tmp_path: Path) -> None:
    rows = [PAIR, ["p1", "A", "m1", "n1", date(2026, 1, 1)]]
    reading = read_sheets(tmp_path, {"pairs": rows, "matches": rows})
    assert counts(reading, 1) == {"total": 2, "header": 1, "duplicate": 1}
    assert len(rows_of(reading, "pair")) == 1


def test_spells_of_one_person_are_no_duplicates(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "person": [
                ["person_id", "name", "hire_date", "exit_date"],
                ["7", "Ines Varga", date(2015, 1, 1), date(2018, 1, 1)],
                ["7", "Ines Varga", date(2020, 1, 1), None],
                ["8", "Tom Ferrer", date(2020, 1, 1), None],
            ]
        },
    )
    assert counts(reading)["accepted"] == 3
    assert reading.issues == []


def test_a_row_of_several_facts_feeds_several_tables(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "Pairs": [
                [
                    "Pair ID",
                    "Mentor",
                    "Mentee",
                    "Start date",
                    "Last met",
                    "Next meeting",
                    "Milestone 1",
                    "Due 1",
                    "Done 1",
                    "Milestone 2",
                    "Due 2",
                    "Done 2",
                ],
                [
                    "p1",
                    "Ines Varga",
                    "Tom Ferrer",
                    date(2026, 1, 5),
                    date(2026, 2, 1),
                    date(2026, 4, 1),
                    "Observe",
                    date(2026, 3, 1),
                    None,
                    "Present",
                    date(2026, 5, 1),
                    None,
                ],
                ["p2", "Omar Lind", "Lea Brandt", date(2026, 1, 6), None, None, None, None, None, None, None, None],
            ]
        },
    )
    assert reading.sheets[0]["tables"][0]["feeds"] == ["pair", "check_in", "milestone"]
    assert values(reading, "check_in", "pair_id", "date", "status", "evidence", "weak", "source_part") == [
        ("p1", date(2026, 2, 1), "held", "coordinator", True, 0),
        ("p1", date(2026, 4, 1), "scheduled", None, True, 1),
    ]
    assert values(reading, "milestone", "title", "due_date", "mentor_name", "derive_original", "source_part") == [
        ("Observe", date(2026, 3, 1), "Ines Varga", True, 0),
        ("Present", date(2026, 5, 1), "Ines Varga", True, 1),
    ]
    assert counts(reading)["accepted"] == 2
    assert_balanced(reading)


def test_wide_checklist_becomes_a_row_an_item(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "Mentor checklist": [
                [
                    "Pair ID",
                    "Vision statement",
                    "One or two structured goals",
                    "Career roadmap",
                    "Another resource",
                    "Regular meetings",
                    "Records kept",
                    "Recognise and adjust",
                ],
                ["p1", "x", "yes", "no", "", "TRUE", "ja", "nein"],
            ]
        },
    )
    assert values(reading, "checklist", "item", "done") == [
        (1, True),
        (2, True),
        (3, False),
        (5, True),
        (6, True),
        (7, False),
    ]
    assert counts(reading)["accepted"] == 1


def test_original_dates_are_derived_only_where_the_sheet_has_none(tmp_path: Path) -> None:
    header = ["pair_id", "title", "original_due_date", "due_date"]
    empty = read_sheets(tmp_path, {"milestone": [header, ["p1", "a", None, date(2026, 1, 1)]]})
    given = read_sheets(
        tmp_path,
        {"milestone": [header, ["p1", "a", date(2025, 1, 1), date(2026, 1, 1)], ["p1", "b", None, date(2026, 1, 1)]]},
    )
    assert values(empty, "milestone", "derive_original") == [True]
    assert values(given, "milestone", "derive_original") == [False, False]


def test_a_record_follows_from_notes_where_no_column_says_it(tmp_path: Path) -> None:
    notes = read_sheets(
        tmp_path,
        {
            "check_in": [
                ["pair_id", "date", "notes"],
                ["p1", date(2026, 1, 1), "talked"],
                ["p1", date(2026, 1, 2), None],
            ]
        },
    )
    both = read_sheets(
        tmp_path, {"check_in": [["pair_id", "date", "notes", "has_record"], ["p1", date(2026, 1, 1), "talked", None]]}
    )
    neither = read_sheets(tmp_path, {"check_in": [["pair_id", "date"], ["p1", date(2026, 1, 1)]]})
    assert values(notes, "check_in", "has_record") == [True, False]
    assert values(both, "check_in", "has_record") == [None]
    assert values(neither, "check_in", "has_record") == [None]


def test_columns_that_map_to_nothing_stay_with_the_row(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"pair": [[*PAIR, "Colour", ""], ["p1", "A", "m1", "n1", *[None] * 4, 'a "b"', 7]]})
    assert values(reading, "pair", "extras") == ['{"Colour": "a \\"b\\"", "Column J": "7"}']
    assert reading.cells["exceptions"] == {}


def test_ids_stay_text_and_numbers_lose_no_digit(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"pair": [PAIR, ["007", "A", 123, 45.5]]})
    assert values(reading, "pair", "pair_id", "mentor_id", "mentee_id") == [("007", "123", "45.5")]


def test_hidden_and_unknown_sheets_are_named_exceptions(tmp_path: Path) -> None:
    sheets = {
        "pair": [PAIR, ["p1", "A", "m1", "n1"]],
        "Read me": [["Hello"], ["World"]],
        "old": [PAIR, ["p2", "A", "m2", "n2"]],
    }
    reading = read_sheets(tmp_path, sheets, hidden=["old"])
    assert reading.cells["exceptions"] == {"hidden_sheet": 12, "notes_sheet": 2}
    shown = read_sheets(tmp_path, sheets, hidden=["old"], answers={"hidden|old": "yes"})
    assert values(shown, "pair", "pair_id") == ["p1", "p2"]
    assert_balanced(reading)


def test_two_tables_on_one_sheet_share_its_rows(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "Overview": [
                ["Programs"],
                ["Program", "Participation", "Cadence days"],
                ["Rising", "voluntary", 30],
                [],
                ["Pairs"],
                ["Pair ID", "Mentor ID", "Mentee ID", "Program", "Start date"],
                ["p1", "m1", "n1", "Rising", date(2026, 1, 1)],
                ["p2", "m2", "n2", "Rising", date(2026, 1, 1)],
            ]
        },
    )
    tables = reading.sheets[0]["tables"]
    assert [table["feeds"][0] for table in tables] == ["program", "pair"]
    assert sum(table["rows"]["total"] for table in tables) == 8
    assert counts(reading, 0, 1) == {"total": 4, "title": 1, "header": 1, "accepted": 2}
    assert_balanced(reading)


def test_a_header_repeated_after_a_page_break_is_skipped(tmp_path: Path) -> None:
    header = ["pair_id", "mentor_id", "mentee_id"]
    reading = read_sheets(tmp_path, {"pair": [header, ["p1", "m1", "n1"], header, ["p2", "m2", "n2"]]})
    assert counts(reading) == {"total": 4, "header": 1, "accepted": 2, "skipped": 1}
    assert_balanced(reading)


def test_ragged_records_are_named_and_nothing_is_shifted(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "pair_id,date,status\np1,2026-01-01,held\np1,2026-01-02\np1,2026-01-03,held,extra\n")
    assert codes(reading) == [("ragged_row", 3, None), ("ragged_row", 4, None)]
    assert values(reading, "check_in", "date", "status") == [
        (date(2026, 1, 1), "held"),
        (date(2026, 1, 2), None),
        (date(2026, 1, 3), "held"),
    ]
    assert_balanced(reading)


def test_one_mentor_with_two_mentee_columns_gives_two_pairs(tmp_path: Path) -> None:
    reading = read_text(
        tmp_path, "mentor_name,mentee1_name,mentee2_name\nInes Varga,Tom Ferrer,Lea Brandt\nOmar Lind,Mia Sand,\n"
    )
    assert values(reading, "pair", "mentor_name", "mentee_name", "source_row", "source_part") == [
        ("Ines Varga", "Tom Ferrer", 2, 0),
        ("Ines Varga", "Lea Brandt", 2, 1),
        ("Omar Lind", "Mia Sand", 3, 0),
    ]


def test_every_issue_is_one_plain_sentence(tmp_path: Path) -> None:
    reading = read_sheets(
        tmp_path,
        {
            "check_in": [
                CHECK_IN,
                ["c1", None, "soon", "??", "x" * 500],
                ["c1", "p\x0b1", date(2026, 1, 5), "bad\nword", -4],
            ]
        },
    )
    assert reading.issues
    for issue in reading.issues:
        message = issue["message"]
        assert message.endswith(".")
        assert len(message) <= 400
        assert message.isprintable()
        assert set(issue) == {"sheet", "row", "column", "value", "code", "message", "kind"}
