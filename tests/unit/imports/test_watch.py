"""The watched folder: complete files are taken in once, by content; the rest waits or is left alone."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from careerdash.imports import watch
from careerdash.imports.manage import history, undo
from careerdash.imports.model import ImportResult, ImportsError
from careerdash.imports.run import import_files
from careerdash.imports.watch import Watcher, waiting, watch_in_background
from careerdash.ledger.folder import DataFolder
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, PAIRS, csv_file, workbook


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def outcomes(results: list[ImportResult]) -> dict[str, str]:
    return {result.file: result.outcome for result in results}


def test_files_that_lie_still_are_one_batch_and_taken_once(folder: DataFolder, inbox: Path, files: Path) -> None:
    shutil.copy(files / "meetings.xlsx", inbox / "a meetings.xlsx")
    shutil.copy(files / "base.xlsx", inbox / "base.xlsx")
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in inbox.iterdir()}
    watcher = Watcher(folder, inbox)
    assert watcher.look() == [], "nobody knows yet whether the files are complete"
    assert outcomes(watcher.look()) == {"a meetings.xlsx": "published", "base.xlsx": "published"}
    assert [entry["batch"] for entry in history(folder)] == [1, 1]
    assert watcher.look() == []
    (inbox / "a meetings.xlsx").rename(inbox / "renamed.xlsx")
    assert [watcher.look(), watcher.look()] == [[], []], "known by content, not by name"
    other = Watcher(folder, inbox)
    assert [other.look(), other.look()] == [[], []], "the ledger remembers, not the process"
    assert before[inbox / "base.xlsx"] == (
        (inbox / "base.xlsx").stat().st_mtime_ns, (inbox / "base.xlsx").read_bytes())
    assert sorted(path.name for path in inbox.iterdir()) == ["base.xlsx", "renamed.xlsx"]


def test_what_is_unfinished_hidden_or_no_file_is_left_alone(folder: DataFolder, inbox: Path, files: Path) -> None:
    for name in ("~$base.xlsx", ".base.xlsx", "base.xlsx.part", "base.xlsx.crdownload", "base.tmp"):
        shutil.copy(files / "base.xlsx", inbox / name)
    shutil.copytree(files, inbox / "folder.xlsx")
    (inbox / "link.xlsx").symlink_to(files / "base.xlsx")
    (inbox / "empty.csv").touch()
    os.mkfifo(inbox / "pipe.csv")
    watcher = Watcher(folder, inbox)
    assert [watcher.look(), watcher.look()] == [[], []]
    growing = inbox / "growing.xlsx"
    data = (files / "base.xlsx").read_bytes()
    for size in (100, 2000, len(data)):
        growing.write_bytes(data[:size])
        assert watcher.look() == []
    assert outcomes(watcher.look()) == {"growing.xlsx": "published"}


def test_what_waits_is_listed_and_not_tried_again_until_it_changes(
        used: DataFolder, inbox: Path, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = csv_file(inbox / "check_in.csv", [MEETING_HEADER, ("M9", "P1", "01/02/2026", "held", None, None),
                                            ("M8", "P1", "03/02/2026", "held", None, None)])
    (inbox / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    watcher = Watcher(used, inbox)
    watcher.look()
    assert outcomes(watcher.look()) == {"check_in.csv": "needs answers", "broken.xlsx": "refused"}
    listed = waiting(used, inbox)
    assert [(file.name, file.outcome) for file in listed] == [("broken.xlsx", "refused"),
                                                              ("check_in.csv", "needs answers")]
    assert "order do day, month and year" in listed[1].questions[0]
    with monkeypatch.context() as patch:
        patch.setattr(watch, "import_files", lambda *_, **__: pytest.fail("tried again"))
        assert [watcher.look(), watcher.look(), Watcher(used, inbox).look()] == [[], [], []]
    import_files(used, [bad], answers={"date_order|check_in|C": "dmy"}, as_of=date(2026, 3, 1))
    assert [file.name for file in waiting(used, inbox)] == ["broken.xlsx"], "answered on the page"
    shutil.copy(files / "base.xlsx", inbox / "broken.xlsx")
    watcher.look()
    assert outcomes(watcher.look()) == {"broken.xlsx": "already imported"}
    assert waiting(used, inbox) == []


def test_what_waits_for_pairs_comes_in_once_they_are_there(folder: DataFolder, inbox: Path, files: Path) -> None:
    shutil.copy(files / "meetings.xlsx", inbox)
    watcher = Watcher(folder, inbox)
    watcher.look()
    assert outcomes(watcher.look()) == {"meetings.xlsx": "needs answers"}
    assert watcher.look() == []
    shutil.copy(files / "base.xlsx", inbox)
    watcher.look()
    assert outcomes(watcher.look()) == {"base.xlsx": "published", "meetings.xlsx": "published"}
    assert waiting(folder, inbox) == []
    undo(folder, [2])
    assert [watcher.look(), watcher.look()] == [[], []], "what a person undid stays undone"


def test_what_waits_is_tried_again_after_an_import_by_hand_and_stays_quiet_where_it_still_lacks_something(
        folder: DataFolder, inbox: Path, files: Path, tmp_path: Path) -> None:
    shutil.copy(files / "meetings.xlsx", inbox)
    watcher = Watcher(folder, inbox)
    watcher.look()
    watcher.look()
    some = workbook(tmp_path / "some.xlsx", {"pair": [PAIR_HEADER, PAIRS[1]]})
    import_files(folder, [some], as_of=date(2026, 3, 1))
    assert watcher.look() == [], "tried, and still waiting for P2"
    assert [file.name for file in waiting(folder, inbox)] == ["meetings.xlsx"]
    assert "1 row of 4" in waiting(folder, inbox)[0].message
    import_files(folder, [files / "base.xlsx"], as_of=date(2026, 3, 1))
    assert outcomes(watcher.look()) == {"meetings.xlsx": "published"}


def test_a_crash_between_import_and_note_takes_nothing_twice(
        folder: DataFolder, inbox: Path, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(files / "base.xlsx", inbox)
    watcher = Watcher(folder, inbox)
    watcher.look()

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(watch, "note", die)
        with pytest.raises(KeyboardInterrupt):
            watcher.look()
    assert len(history(folder)) == 1
    assert outcomes(watcher.look()) == {"base.xlsx": "already imported"}
    assert watcher.look() == []
    assert len(history(folder)) == 1


def test_a_folder_that_is_gone_is_told(folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(ImportsError, match="watched folder cannot be read"):
        Watcher(folder, tmp_path / "nowhere").look()


def test_one_thread_a_process(folder: DataFolder, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Callable[[], object]] = []
    monkeypatch.setattr(Watcher, "look", lambda self: looks.append(self))
    assert watch_in_background(folder, inbox, interval=3600)
    assert not watch_in_background(folder, inbox, interval=3600)
    for _ in range(200):
        if looks:
            break
        watch.threading.Event().wait(0.01)
    assert len(looks) == 1
