"""The tab Waiting of Pairs, on imported files: who waits, since when, and who waits no more."""

from datetime import date
from pathlib import Path

from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from tests.support.programs import csv_file

from .conftest import Open, words

HEADER = ("Program", "Mentor Name", "Mentor Email", "Mentee Name", "Mentee Email", "Start Date")
JANUARY = [HEADER, ("Leaders", "Ada Test", "ada@example.org", "Ben Ode", "ben@example.org", "2026-01-05"),
           ("Leaders", "Unassigned", None, "**Eve** Fay", "eve@example.org", None),
           ("Leaders", "Kim Lee", "kim@example.org", None, None, None)]
FEBRUARY = [HEADER, ("Leaders", None, None, "**Eve** Fay", "eve@example.org", None),
            ("Leaders", "Kim Lee", "kim@example.org", "Al Bo", "al@example.org", "2026-02-05")]


def test_who_waits_and_who_waits_no_more(opened: Open, data: Path, tmp_path: Path) -> None:
    folder = DataFolder(data)
    for name, rows, day in (("january.csv", JANUARY, date(2026, 1, 31)),
                            ("february.csv", FEBRUARY, date(2026, 2, 28))):
        done, = import_files(folder, [csv_file(tmp_path / name, rows)], as_of=day)
        assert done.outcome == "published", done.message
    app = opened("pairs")
    assert not app.exception
    assert "1 mentee waits for a partner" in words(app)
    table = next(frame.value for frame in app.dataframe if "Waits for" in frame.value)
    assert table.to_dict("records") == [{
        "Who": "**Eve** Fay", "Waits for": "a mentor", "Program": "Leaders", "Cohort": None,
        "Since": date(2026, 1, 31), "First listed by": "january.csv", "Last listed": date(2026, 2, 28)}]
    app = opened("pairs", as_of="2026-01-31")
    assert "1 mentee waits for a partner" in words(app), "Kim Lee's pair is planned that day"
