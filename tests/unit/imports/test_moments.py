"""As it was after an earlier import: which moments there are, and builds of them that never come into force."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from careerdash.imports.manage import info, undo
from careerdash.imports.model import ImportsError
from careerdash.imports.moments import KEPT, Moment, known_build, last_import, make_build, moments
from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from careerdash.metrics import Filters
from careerdash.metrics.changes import Moment as Looked
from careerdash.metrics.changes import changes
from careerdash.store import Store
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, PAIRS, workbook

from .conftest import DAY

LATER = date(2026, 3, 31)


def send(folder: DataFolder, path: Path, day: date, **sheets: list[tuple[object, ...]]) -> None:
    assert import_files(folder, [workbook(path, sheets)], as_of=day)[0].outcome == "published"


def ends(folder: DataFolder, path: Path, day: date, pair_id: str) -> None:
    """A newer export in which a pair has ended."""
    rows = [(*row, day if row[0] == pair_id else None) for row in PAIRS[1:]]
    send(folder, path, day, pair=[(*PAIR_HEADER, "end_date"), *rows])


@pytest.fixture(scope="module")
def made_once(two_imports: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    """Imports 1 and 2 of one day, 3 of a later one, 4 of one in between that comes last. Not to be changed."""
    place = tmp_path_factory.mktemp("three")
    folder = DataFolder(shutil.copytree(two_imports.root, place / "data"))
    ends(folder, place / "pairs_later.xlsx", LATER, "P1")
    send(folder, place / "meetings_between.xlsx", date(2026, 3, 15),
         check_in=[MEETING_HEADER, ("M9", "P3", date(2026, 3, 10), "held", None, None)])
    return folder


@pytest.fixture
def three_days(made_once: DataFolder, tmp_path: Path) -> DataFolder:
    """A copy of them."""
    return DataFolder(shutil.copytree(made_once.root, tmp_path / "data"))


def changed(folder: DataFolder, before: Moment, after: Moment) -> list[tuple[str, str]]:
    paths = [make_build(folder, moment) for moment in (before, after)]
    stores = [Store.open(path) for path in paths]
    try:
        found = changes(*(Looked(store, store.data_day) for store in stores), Filters())
    finally:
        for store in stores:
            store.close()
    return [(row.kind, row.pair_id) for row in found]


def test_moments_are_the_data_days_of_what_is_in_force(three_days: DataFolder) -> None:
    found = moments(three_days)
    assert [(moment.data_day, moment.imports, moment.present) for moment in found] == [
        (DAY, (1, 2), False), (date(2026, 3, 15), (1, 2, 4), False), (LATER, (1, 2, 4, 3), True)]
    assert [moment.files for moment in found] == [
        ("base.xlsx", "meetings.xlsx"), ("meetings_between.xlsx",), ("pairs_later.xlsx",)]
    assert last_import(found) == found[1]


def test_one_data_day_has_nothing_before_it(folder: DataFolder, two_imports: DataFolder) -> None:
    assert moments(folder) == []
    assert last_import(moments(folder)) is None
    assert [moment.imports for moment in moments(two_imports)] == [(1, 2)]
    assert last_import(moments(two_imports)) is None


def test_a_kept_build_serves_and_one_that_is_gone_is_made_again(three_days: DataFolder) -> None:
    """Import 4 came late, so that no build ever was of 1, 2 and 4; the first two were in force together."""
    first, between, present = moments(three_days)
    kept = known_build(three_days, first)
    assert kept is not None
    assert kept.parent == three_days.builds
    assert known_build(three_days, between) is None
    before = info(three_days)
    builds = sorted(three_days.builds.iterdir())
    made = make_build(three_days, between)
    assert made == known_build(three_days, between) == make_build(three_days, between)
    assert made.parent == three_days.moments
    assert (info(three_days), sorted(three_days.builds.iterdir())) == (before, builds), "nothing came into force"
    assert known_build(three_days, present) == three_days.build_path(before["build"])
    kept.unlink()
    assert known_build(three_days, first) is None
    assert changed(three_days, first, between) == [("newly_silent", "P2"), ("recovered", "P3")]
    assert ("closed", "P1") in changed(three_days, between, present)
    assert [path.name for path in three_days.moments.glob("making-*")] == []


def test_an_undone_import_is_in_no_moment(three_days: DataFolder, tmp_path: Path) -> None:
    """The wrong file of the 20th was taken out again: what changed is told from the files that count."""
    ends(three_days, tmp_path / "wrong.xlsx", date(2026, 3, 20), "P2")
    assert [moment.data_day.day for moment in moments(three_days)] == [1, 15, 20, 31]
    undo(three_days, [5])
    found = moments(three_days)
    assert [moment.data_day.day for moment in found] == [1, 15, 31]
    told = changed(three_days, found[1], found[2])
    assert ("closed", "P1") in told
    assert ("open_again", "P2") not in told


def test_a_moment_of_imports_that_are_not_in_force_any_more_is_refused(three_days: DataFolder) -> None:
    between = moments(three_days)[1]
    undo(three_days, [4])
    with pytest.raises(ImportsError, match="changed meanwhile"):
        make_build(three_days, between)
    assert list(three_days.moments.glob("m*")) == []


def test_few_builds_of_moments_stay(three_days: DataFolder) -> None:
    between = moments(three_days)[1]
    three_days.moments.mkdir()
    for number in range(KEPT + 2):
        (three_days.moments / f"mold{number}.duckdb").touch()
    made = make_build(three_days, between)
    assert made.exists()
    assert len(list(three_days.moments.glob("m*.duckdb"))) == KEPT


def test_meetings_that_were_recorded_are_no_export(three_days: DataFolder, tmp_path: Path) -> None:
    """They make a new data day, but what changed is told since the export before, not since that meeting."""
    path = tmp_path / "They met on 2026-04-02.csv"
    path.write_text("pair_id,date,status,evidence\nP2,2026-04-02,held,coordinator\n", encoding="utf-8")
    assert import_files(three_days, [path], as_of=date(2026, 4, 2))[0].outcome == "published"
    found = moments(three_days)
    assert [(moment.data_day, moment.files) for moment in found[1:]] == [
        (date(2026, 3, 15), ("meetings_between.xlsx",)), (date(2026, 4, 2), ("pairs_later.xlsx",))]
