"""The data folder, its lock and its durable writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerdash.ledger import durable
from careerdash.ledger.folder import PROJECT, DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock, LockBusy


def test_the_folder_belongs_to_the_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CAREERDASH_DATA", raising=False)
    monkeypatch.chdir(tmp_path)
    assert DataFolder.default().root == PROJECT / "data"
    assert DataFolder.demo().root == PROJECT / "data" / "demo-build"


def test_the_setting_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAREERDASH_DATA", "trial")
    assert DataFolder.default().root == tmp_path / "trial"
    assert DataFolder.demo().is_demo
    assert not DataFolder.default().is_demo


@pytest.mark.parametrize("pointer", ["", "../../etc/passwd", "b1 b2", "b" * 65, "\udce4"])
def test_a_pointer_that_names_no_build_is_none(tmp_path: Path, pointer: str) -> None:
    folder = DataFolder(tmp_path)
    folder.current.write_text(pointer, encoding="utf-8", errors="surrogateescape")
    assert folder.current_build_id() is None


def test_build_files_stay_in_their_folder(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="build id"):
        DataFolder(tmp_path).build_path("../x")


def test_prepared_folders_are_private(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    folder.prepare()
    assert {path.stat().st_mode & 0o777 for path in (folder.root, folder.files, folder.incoming)} == {0o700}


def test_a_new_ledger_is_private_wherever_it_lies(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "open")
    folder.root.mkdir(mode=0o755)
    ledger = Ledger(folder)
    assert {path.stat().st_mode & 0o777 for path in folder.root.glob("ledger.db*")} == {0o600}
    ledger.close()


def test_the_lock_is_exclusive_and_goes_with_its_holder(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", "import sys\nfrom pathlib import Path\nfrom careerdash.ledger.lock import FileLock\n"
         "lock = FileLock(Path(sys.argv[1]))\nlock.acquire()\nprint('held', flush=True)\nsys.stdin.read()", str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=PROJECT)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == b"held"
    assert not FileLock(path).try_acquire()
    with pytest.raises(LockBusy, match=r"^Another import is still being published"):
        FileLock(path, timeout=0.1).acquire()
    holder.kill()
    holder.communicate()
    with FileLock(path, timeout=5):
        assert not FileLock(path).try_acquire()
    assert FileLock(path).try_acquire()


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "current"
    durable.write(target, b"old")

    def fails(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(OSError, match="disk full"):
        durable.write(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
