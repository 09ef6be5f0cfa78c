"""Wide sheets: what a row gives of each group of columns, and where the rest of its cells goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.support.sheets import assert_balanced, codes, counts, read_sheets, values

MONTHS = ["Mentor", "Mentee", "January", "February", "March", "Colour"]


def test_a_sheet_of_months_gives_a_meeting_a_cell_and_no_other(tmp_path: Path) -> None:
    """The name of the sheet makes it a table of meetings alone: a row is no meeting of its own."""
    reading = read_sheets(tmp_path, {"Meetings": [
        ["Meetings of 2026"], MONTHS,
        ["Ada Okoro", "Ben Yu", date(2026, 1, 5), None, date(2026, 3, 9), "blue"],
        ["Cy Moss", "Di Park", None, date(2026, 2, 3), None, "red"]]})
    assert sorted(values(reading, "check_in", "mentor_name", "date", "extras")) == [
        ("Ada Okoro", date(2026, 1, 5), '{"Colour": "blue"}'), ("Ada Okoro", date(2026, 3, 9), None),
        ("Cy Moss", date(2026, 2, 3), '{"Colour": "red"}')]
    assert_balanced(reading)


def test_two_months_side_by_side_are_months(tmp_path: Path) -> None:
    reading = read_sheets(tmp_path, {"Sheet1": [
        ["Mentor", "Mentee", "Dec 2025", "Jan 2026"], ["Ada Okoro", "Ben Yu", date(2025, 12, 5), date(2026, 1, 9)]]})
    assert values(reading, "check_in", "date") == [date(2025, 12, 5), date(2026, 1, 9)]


def test_a_wide_roadmap_gives_no_milestone_without_a_title(tmp_path: Path) -> None:
    """A row that names a pair and no milestone gives none, and is named."""
    reading = read_sheets(tmp_path, {"Roadmap": [
        ["Mentor", "Mentee", "Milestone 1", "Due 1", "Milestone 2", "Due 2", "Colour"],
        ["Ada Okoro", "Ben Yu", "Shadow day", date(2026, 1, 5), "Talk", date(2026, 2, 1), "blue"],
        ["Cy Moss", "Di Park", None, None, "Plan", date(2026, 3, 1), "red"],
        ["Ed Rao", "Flo Gill", None, None, None, None, "green"]]})
    assert sorted(values(reading, "milestone", "title", "extras")) == [
        ("Plan", '{"Colour": "red"}'), ("Shadow day", '{"Colour": "blue"}'), ("Talk", None)]
    assert counts(reading) == {"total": 4, "header": 1, "accepted": 2, "skipped": 1}
    assert codes(reading) == [("nothing_filled", 4, None)]
    assert reading.cells["exceptions"] == {"skipped": 3}
    assert_balanced(reading)
