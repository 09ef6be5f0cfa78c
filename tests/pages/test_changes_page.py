"""What changed and Data quality over real imports: two data days, one of them, and a build that has to be made."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from careerdash.imports.manage import undo
from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from careerdash.metrics.changes import Change, counted
from careerdash.reports.changes_page import changes_page
from careerdash.ui import changes
from careerdash.words import changes as words_of_changes
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, PAIRS, base, meetings, workbook

from .conftest import EVIL, Open, words

THEN, NOW = date(2026, 2, 20), date(2026, 3, 31)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People, pairs and meetings of one day; a month later a pair has ended, one met, and a row names no pair."""
    place = tmp_path_factory.mktemp("changes")
    folder = DataFolder(place / "data")
    import_files(folder, [base(place), meetings(place)], as_of=THEN, by="tester")
    later = workbook(place / "later.xlsx", {
        "pair": [(*PAIR_HEADER, "end_date"), *((*row, date(2026, 3, 9) if row[0] == "P1" else None)
                                               for row in PAIRS[1:])],
        "check_in": [MEETING_HEADER, ("M9", "P3", date(2026, 3, 20), "held", None, None),
                     ("M10", "P9", date(2026, 3, 20), "held", None, None)]})
    (result,) = import_files(folder, [later], as_of=NOW, by="tester", accept=True)
    assert result.outcome == "published"
    return folder.root


@pytest.fixture
def two_days(imported: Path, data: Path) -> Iterator[DataFolder]:
    shutil.copytree(imported, data)
    changes._FOUND.clear()
    yield DataFolder(data)
    changes._FOUND.clear()


def said(app: AppTest) -> str:
    assert not app.exception
    assert [error.value for error in app.error] == []
    return words(app).replace("\\", "")


def test_what_changed_since_the_last_import(opened: Open, two_days: DataFolder) -> None:
    told = said(opened("changes"))
    assert "Since 20 Feb: 1 pair fell silent, 1 pair closed and 1 pair meets again." in told
    assert "50 days since the last meeting, last met on 9 Feb; was meeting as agreed" in told
    assert "ended, how is not known on 9 Mar" in told
    assert "1 row could not be placed" in told
    assert "1 × a pair that is in no file yet; the row waits for it · later.xlsx, first in check_in, row 3" in told
    assert "None of these: pairs have milestones newly overdue, people left" in told


def test_the_overview_says_it_too(opened: Open, two_days: DataFolder) -> None:
    assert "Since 20 Feb: 1 pair fell silent, 1 pair closed and 1 pair meets again." in said(opened())


def test_with_much_data_the_overview_says_where_to_look(
    opened: Open, two_days: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "AT_ONCE", 0)
    told = said(opened())
    assert words_of_changes.ELSEWHERE in told
    assert "fell silent," not in told.replace(words_of_changes.ELSEWHERE, "")


def test_a_build_that_is_gone_is_made_again(
    opened: Open, two_days: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Overview never waits for it; with many rows the page asks first."""
    current = two_days.current_build_id()
    for path in two_days.builds.glob("b*.duckdb"):
        if path.stem != current:
            path.unlink()
    assert "fell silent" not in said(opened())
    monkeypatch.setattr(changes, "AT_ONCE", 0)
    app = opened("changes")
    assert words_of_changes.NOT_MADE in said(app)
    assert "fell silent" not in said(app)
    app.button(key="changes_make").click().run()
    assert "1 pair fell silent" in said(app)
    assert two_days.current_build_id() == current
    assert len(list(two_days.moments.glob("m*.duckdb"))) == 1


def test_two_days_of_the_present_build(opened: Open, two_days: DataFolder) -> None:
    """By what the files say now: the pair that ended is known to have ended on that day."""
    app = opened("changes", as_of="2026-03-12")
    app.date_input(key="changes_from_2026-03-12").set_value(date(2026, 3, 1)).run()
    told = said(app)
    assert "Since 1 Mar: 1 pair closed" in told
    assert "could not be placed" not in told


def test_one_data_day_has_nothing_to_compare_yet(opened: Open, two_days: DataFolder) -> None:
    undo(two_days, [3])
    told = said(opened("changes"))
    assert words_of_changes.NOTHING_YET.title in told
    assert words_of_changes.NOTHING_YET.advice in told


def test_data_quality_of_two_files(opened: Open, two_days: DataFolder) -> None:
    told = said(opened("quality"))
    assert "No file has brought milestones" in told
    assert "A roadmap (pair, milestone, due date, day done) would fill it" in told
    assert "1 row could not be taken in; 1 waited for a person or pair, 1 still does" in told
    assert "later.xlsx: 1 of " in told
    assert "Pairs: cohort" in told
    assert "Cohorts cannot be compared" in told


def test_the_page_to_print_holds_text_and_no_script() -> None:
    change = Change("left", "P<1>", EVIL, "m", "e", f"{EVIL}, Ann", None, 1, None, NOW, None, "mentor")
    page = changes_page([change], counted([change]), THEN, NOW, "All pairs").decode()
    assert "<b>" not in page
    assert "<script" not in page
    assert "http" not in page.replace("http://e.example", "")
    assert "1 person left" in page
    assert "P&lt;1&gt;" in page
