"""People without a partner: read again from the rows of pair files that name one side alone."""

from datetime import date
from pathlib import Path

from careerdash.imports.manage import undo
from careerdash.imports.run import import_files
from careerdash.imports.waiting import people_waiting, waiting_rows
from careerdash.ledger.folder import DataFolder
from tests.support.programs import csv_file

HEADER = ("Program", "Cohort", "Mentor First Name", "Mentor Last Name", "Mentor Email", "Mentee Name", "Mentee Email",
          "Start Date")
JANUARY = [HEADER, ("Leaders", "2026", "Ada", "Test", "ada@example.org", "Ben Ode", "ben@example.org", "2026-01-05"),
           ("Leaders", "2026", "Unassigned", None, None, "Eve Fay", "eve@example.org", None),
           ("Leaders", "2026", "Kim", "Lee", "kim@example.org", None, None, None)]
FEBRUARY = [HEADER, ("Leaders", "2026", None, None, None, "Eve Fay", "Eve@example.org", None),
            ("Leaders", "2026", None, None, None, "Di Eh", "di@example.org", None),
            ("Leaders", "2026", "Kim", "Lee", "kim@example.org", "Al Bo", "al@example.org", "2026-02-05")]


def test_people_wait_from_the_first_file_that_names_them_alone(folder: DataFolder, tmp_path: Path) -> None:
    assert waiting_rows(folder) == (), "there is no ledger yet"
    first, last = date(2026, 1, 31), date(2026, 2, 28)
    one, = import_files(folder, [csv_file(tmp_path / "january.csv", JANUARY)], as_of=first)
    assert one.outcome == "published", one.message
    assert one.balance is not None
    assert one.balance["rows"]["skipped"] == 2
    two, = import_files(folder, [csv_file(tmp_path / "february.csv", FEBRUARY)], as_of=last)
    assert two.outcome == "published", two.message
    rows = waiting_rows(folder)
    assert [(row.import_id, row.row, row.side, row.name, row.email, row.program, row.cohort) for row in rows] == [
        (1, 3, "mentee", "Eve Fay", "eve@example.org", "Leaders", "2026"),
        (1, 4, "mentor", "Kim Lee", "kim@example.org", "Leaders", "2026"),
        (2, 2, "mentee", "Eve Fay", "Eve@example.org", "Leaders", "2026"),
        (2, 3, "mentee", "Di Eh", "di@example.org", "Leaders", "2026")]
    assert [(one.name, one.since, one.last) for one in people_waiting(rows, last)] == [
        ("Eve Fay", first, last), ("Kim Lee", first, first), ("Di Eh", last, last)]
    assert [one.name for one in people_waiting(rows, first)] == ["Eve Fay", "Kim Lee"], "that day's files"
    undo(folder, [1])
    assert [(one.name, one.since) for one in people_waiting(waiting_rows(folder), last)] == [
        ("Di Eh", last), ("Eve Fay", last)]
