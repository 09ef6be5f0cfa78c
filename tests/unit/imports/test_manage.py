"""Undo, redo and rebuild: in any order, always the content of what is in force."""

import shutil
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from careerdash.imports import keep
from careerdash.imports.manage import history, info, rebuild, redo, undo
from careerdash.imports.model import ImportsError, Published
from careerdash.imports.run import import_files
from careerdash.imports.start import recover
from careerdash.ledger.folder import DataFolder
from careerdash.store import current_build
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, PEOPLE, csv_file, workbook

from .conftest import DAY


def states(folder: DataFolder) -> list[str]:
    return [entry["state"] for entry in history(folder)]


def test_undo_gives_the_content_without_the_import(used: DataFolder, files: Path, tmp_path: Path) -> None:
    alone = DataFolder(tmp_path / "alone")
    import_files(alone, [files / "base.xlsx"], as_of=DAY)
    both = info(used)["content"]
    assert undo(used, [2]).content == info(alone)["content"]
    assert states(used) == ["in force", "undone"]
    assert redo(used, [2]).content == both
    assert states(used) == ["in force", "in force"]


def test_undo_and_redo_in_any_order(used: DataFolder, tmp_path: Path) -> None:
    """Three imports that overwrite each other's fields: the content hangs on what is in force alone."""
    newer = workbook(tmp_path / "newer.xlsx", {
        "pair": [PAIR_HEADER, ("P1", "Leaders", "007", "008", None, "paused", 21)],
        "check_in": [MEETING_HEADER, ("M1", "P1", date(2026, 2, 3), "held")]})
    import_files(used, [newer], as_of=date(2026, 3, 8))
    content = {frozenset({1, 2, 3}): info(used)["content"]}
    in_force = {1, 2, 3}
    for first, second, third in list(permutations((1, 2, 3)))[:2]:
        for step, ids in ((undo, [first]), (undo, [second, third]), (redo, [third]), (redo, [first, second])):
            in_force = in_force - set(ids) if step is undo else in_force | set(ids)
            found = step(used, ids)
            assert content.setdefault(frozenset(in_force), found.content) == found.content
            assert info(used)["content"] == found.content
    assert len(set(content.values())) == len(content)


def test_without_any_import_nothing_is_in_force(used: DataFolder) -> None:
    before = info(used)
    assert undo(used, [1, 2]) == Published(None, None)
    assert current_build(used) is None
    assert {key: info(used)[key] for key in ("build", "content", "imports", "rows", "people")} == {
        "build": None, "content": None, "imports": 0, "rows": {}, "people": 0}
    redo(used, [2, 1])
    assert info(used)["content"] == before["content"]


def test_what_is_so_already_changes_nothing(used: DataFolder) -> None:
    before = info(used)
    assert redo(used, [1]).document() == {"build": before["build"], "content": before["content"]}
    undo(used, [2])
    assert undo(used, [2, 2]).content == info(used)["content"]


def test_an_undone_file_comes_back_by_importing_it(used: DataFolder, files: Path) -> None:
    before = info(used)["content"]
    undo(used, [2])
    found = import_files(used, [files / "meetings.xlsx"], as_of=DAY)[0]
    assert (found.outcome, found.import_id) == ("published", 2)
    assert found.message.startswith("Redone: 3 rows new")
    assert info(used)["content"] == before
    assert states(used) == ["in force", "in force"]


def test_wrong_numbers(used: DataFolder, files: Path, folder: DataFolder) -> None:
    with pytest.raises(ImportsError, match="There is no import 9"):
        undo(used, [1, 9])
    import_files(used, [files / "meetings.xlsx"], as_of=date(2026, 3, 2))
    with pytest.raises(ImportsError, match="took its place"):
        undo(used, [2])
    with pytest.raises(ImportsError, match="same file"):
        redo(used, [2, 3])
    redo(used, [2])
    assert states(used) == ["in force", "in force", "replaced"]
    with pytest.raises(ImportsError, match="no imports yet"):
        undo(DataFolder(folder.root / "empty"), [1])
    assert rebuild(DataFolder(folder.root / "empty")) == Published(None, None)


def test_a_rebuild_gives_the_same_build(used: DataFolder) -> None:
    before = info(used)
    assert rebuild(used).document() == {"build": before["build"], "content": before["content"]}


@pytest.mark.parametrize("lost", ["typed", "typed and cells"])
def test_a_rebuild_types_again_what_is_lost(used: DataFolder, lost: str) -> None:
    before = info(used)["content"]
    for path in used.parsed.glob("*/*"):
        if path.is_dir():
            shutil.rmtree(path)
        elif lost == "typed and cells":
            path.unlink()
    assert rebuild(used).content == before


def test_a_new_version_of_the_typing_types_again(used: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = info(used)["content"]
    monkeypatch.setattr(keep, "TYPING_VERSION", 999)
    assert rebuild(used).content == before
    assert len(list(used.parsed.glob("*/typed-*"))) == 4


def test_cells_of_an_earlier_reading_serve_where_no_bytes_are_left(
        folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with a refused column is kept as its cells alone: a new version of the reading must not lose it."""
    header, *people = PEOPLE
    import_files(folder, [csv_file(tmp_path / "roster.csv", [
        (*header, "IBAN"), *((*person, f"DE8937040044053201300{place}") for place, person in enumerate(people))])],
        as_of=DAY, accept=True)
    before = info(folder)
    assert history(folder)[0]["kept"] == "cells"
    monkeypatch.setattr(keep, "READER_VERSION", keep.READER_VERSION + 2)
    monkeypatch.setattr(keep, "TYPING_VERSION", 999)
    assert rebuild(folder).content == before["content"]


def test_a_lost_file_is_named(used: DataFolder) -> None:
    shutil.rmtree(used.parsed)
    shutil.rmtree(used.files)
    with pytest.raises(ImportsError, match="kept file of import 1 is gone"):
        rebuild(used)
    assert current_build(used) is not None


def test_a_lost_build_is_made_again_at_the_next_start(used: DataFolder) -> None:
    before = info(used)
    path = current_build(used)
    assert path is not None
    path.unlink()
    recover(used)
    assert current_build(used) == path
    assert info(used)["content"] == before["content"]


def test_a_build_of_other_code_is_made_again(used: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    from careerdash.imports import house, start

    before = current_build(used)
    recover(used)
    assert current_build(used) == before
    for module in (house, start):
        monkeypatch.setattr(module, "code_version", lambda: "another")
    recover(used)
    assert [entry.action for entry in _audit(used)] == ["import", "import", "rebuild"]


def test_a_build_that_cannot_be_opened_is_made_again(used: DataFolder) -> None:
    path = current_build(used)
    assert path is not None
    path.write_bytes(b"no database")
    recover(used)
    content = info(used)["content"]
    assert rebuild(used).content == content


def test_reading_an_empty_folder_creates_nothing(folder: DataFolder) -> None:
    recover(folder)
    assert history(folder) == []
    assert info(folder)["imports"] == 0
    assert not folder.root.exists()


def _audit(folder: DataFolder):  # type: ignore[no-untyped-def]
    from careerdash.ledger.ledger import Ledger

    ledger = Ledger(folder)
    try:
        return ledger.audit()
    finally:
        ledger.close()
