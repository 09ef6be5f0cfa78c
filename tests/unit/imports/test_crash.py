"""Killed at any moment: the last build stays in force, the import is recorded whole or not at all."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from careerdash.imports.manage import history, info
from careerdash.imports.run import import_files
from careerdash.imports.start import recover
from careerdash.ledger.folder import PROJECT, DataFolder
from careerdash.store import Store, current_build

from .conftest import DAY


@pytest.fixture
def first(two_imports: DataFolder, tmp_path: Path, files: Path) -> DataFolder:
    """A folder in which the people and pairs are in force, and nothing else was ever imported."""
    folder = DataFolder(tmp_path / "first")
    import_files(folder, [files / "base.xlsx"], as_of=DAY)
    return folder


def meetings_seen(folder: DataFolder) -> int:
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    try:
        return int(store.rows("select count(*) as n from check_in")[0]["n"])
    finally:
        store.close()


def is_whole_or_not_at_all(folder: DataFolder, contents: dict[int, str]) -> int:
    """Checks a folder in which a process was killed; returns the number of imports recorded."""
    assert meetings_seen(folder) in (0, 3)  # whatever a reader finds before any recovery is a whole build
    recover(folder)
    entries = history(folder)
    assert [entry["import_id"] for entry in entries] == list(range(1, len(entries) + 1))
    assert meetings_seen(folder) == {1: 0, 2: 3}[len(entries)]
    assert info(folder)["content"] == contents[len(entries)]
    for entry in entries:
        assert (folder.files / entry["sha256"]).is_file()
        assert any((folder.parsed / entry["sha256"]).glob("typed-*/*.parquet"))
        assert any((folder.parsed / entry["sha256"]).glob("cells-*.parquet"))
    return len(entries)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="trials are forked")
def test_dying_at_any_step(first: DataFolder, two_imports: DataFolder, files: Path, tmp_path: Path) -> None:
    contents = {1: info(first)["content"], 2: info(two_imports)["content"]}
    trials = tmp_path / "trials"
    trials.mkdir()
    subprocess.run([sys.executable, "-m", "tests.support.dying", str(first.root), str(files / "meetings.xlsx"),
                    str(trials)], cwd=PROJECT, check=True)
    steps = sorted(int(path.name) for path in trials.iterdir() if path.name.isdigit())
    recorded = [is_whole_or_not_at_all(DataFolder(trials / str(step)), contents) for step in steps]
    assert len(steps) > 30
    assert recorded == sorted(recorded)  # once recorded it stays so
    assert set(recorded) == {1, 2}
    turn = recorded.index(2)
    for step in (steps[0], steps[turn - 1], steps[turn], steps[-2]):
        folder = DataFolder(trials / str(step))
        found = import_files(folder, [files / "meetings.xlsx"], as_of=DAY)[0]
        assert found.outcome in ("published", "already imported")
        assert info(folder)["content"] == contents[2]
        assert [path.name for path in folder.incoming.iterdir()] == [".lock"]
        assert not list(folder.builds.glob(".candidate*"))


def test_killed_at_any_time(first: DataFolder, two_imports: DataFolder, files: Path, tmp_path: Path) -> None:
    """The real command line, killed at six moments spread over the time that it takes here."""
    contents = {1: info(first)["content"], 2: info(two_imports)["content"]}

    def start(folder: DataFolder) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "careerdash", "import", str(files / "meetings.xlsx"), "--as-of", str(DAY)],
            cwd=PROJECT, env={**os.environ, "CAREERDASH_DATA": str(folder.root)}, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    alive = DataFolder(tmp_path / "alive")
    shutil.copytree(first.root, alive.root)
    begun = time.monotonic()
    assert start(alive).wait(120) == 0
    took = time.monotonic() - begun
    assert is_whole_or_not_at_all(alive, contents) == 2
    for part in range(1, 7):
        folder = DataFolder(tmp_path / f"killed{part}")
        shutil.copytree(first.root, folder.root)
        process = start(folder)
        time.sleep(took * part / 7)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        is_whole_or_not_at_all(folder, contents)
