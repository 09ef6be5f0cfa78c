"""Backup and restore: all comes back, nothing of what was there is lost, and a damaged file changes nothing."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from careerdash.imports import backup
from careerdash.imports.backup import back_up, restore
from careerdash.imports.manage import history, info, receipt
from careerdash.imports.model import ImportsError
from careerdash.imports.run import import_files
from careerdash.ledger import durable
from careerdash.ledger.database import LedgerError
from careerdash.ledger.folder import DataFolder
from tests.support.programs import PEOPLE, csv_file

from .conftest import DAY


def everything(folder: Path) -> dict[str, bytes]:
    """All files below a folder but for locks and the database's own side files."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.endswith(("-wal", "-shm", ".lock"))}


@pytest.fixture
def packed(used: DataFolder, tmp_path: Path) -> Path:
    """A backup of the two imports, and of the roles."""
    (used.root / "access.toml").write_text('without_sign_in = ["here.example"]\n')
    back_up(used, tmp_path / "kept.zip")
    return tmp_path / "kept.zip"


def test_all_comes_back_elsewhere(used: DataFolder, packed: Path, tmp_path: Path) -> None:
    there = DataFolder(tmp_path / "there")
    told = restore(there, packed)
    assert (told.imports, told.content) == (2, info(used)["content"])
    assert {key: value for key, value in info(there).items() if key not in ("data", "ledger")} == {
        key: value for key, value in info(used).items() if key not in ("data", "ledger")}
    assert history(there) == history(used)
    assert receipt(there, 2) == receipt(used, 2)
    assert {(there.root / name).stat().st_mode & 0o777 for name in ("ledger.db", "access.toml")} == {0o600}
    assert (there.root / "access.toml").read_text() == (used.root / "access.toml").read_text()
    assert {path.name for path in there.files.iterdir()} == {path.name for path in used.files.iterdir()}


def test_a_file_that_is_kept_as_cells_comes_back(folder: DataFolder, tmp_path: Path) -> None:
    header, *people = PEOPLE
    import_files(folder, [csv_file(tmp_path / "roster.csv", [
        (*header, "IBAN"), *((*person, f"DE8937040044053201300{place}") for place, person in enumerate(people))])],
        as_of=DAY, accept=True)
    back_up(folder, tmp_path / "kept.zip")
    there = DataFolder(tmp_path / "there")
    restore(there, tmp_path / "kept.zip")
    assert info(there)["content"] == info(folder)["content"]


def test_imports_are_not_overwritten_unless_asked_and_are_kept_then(used: DataFolder, packed: Path,
                                                                    files: Path) -> None:
    import_files(used, [files / "base.xlsx"], as_of=DAY.replace(day=9))
    newer, ledger = info(used)["content"], history(used)
    with pytest.raises(ImportsError, match="holds imports already"):
        restore(used, packed)
    assert history(used) == ledger
    restore(used, packed, replace=True)
    assert len(history(used)) == 2
    (aside,) = used.root.glob("before-restore-*")
    assert history(DataFolder(aside)) == ledger
    assert info(DataFolder(aside))["content"] == newer


def entry(name: str, data: bytes) -> Callable[[Path], None]:
    def add(path: Path) -> None:
        with zipfile.ZipFile(path, "a") as packed:
            packed.writestr(name, data)

    return add


def rewritten(change: Callable[[dict[str, bytes]], object]) -> Callable[[Path], None]:
    """The same archive with other entries."""
    def write(path: Path) -> None:
        with zipfile.ZipFile(path) as packed:
            entries = {name: packed.read(name) for name in packed.namelist()}
        change(entries)
        with zipfile.ZipFile(path, "w") as packed:
            for name, data in entries.items():
                packed.writestr(name, data)

    return write


def told(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    def edit(entries: dict[str, bytes]) -> None:
        document = json.loads(entries[backup.MANIFEST])
        change(document)
        entries[backup.MANIFEST] = json.dumps(document).encode()

    return rewritten(edit)


def out_of_the_folder(document: dict[str, object]) -> None:
    listed = document["listed"]
    assert isinstance(listed, list)
    listed.append({"name": "../away", "bytes": 1, "sha256": "0" * 64})


def named_too(path: Path) -> None:
    entry("../away", b"x")(path)
    told(out_of_the_folder)(path)


DAMAGED: dict[str, Callable[[Path], object]] = {
    "no zip": lambda path: path.write_bytes(b"PK but no more"),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:-200]),
    "one entry too many": entry("notes.txt", b"hello"),
    "an entry that leads out": entry("../away", b"x"),
    "one that the list names too": named_too,
    "ledger changed": rewritten(lambda entries: entries.update({"ledger.db": entries["ledger.db"][:-1] + b"?"})),
    "ledger gone": rewritten(lambda entries: entries.pop("ledger.db")),
    "no list": rewritten(lambda entries: entries.update({backup.MANIFEST: b"[]"})),
    "another form": told(lambda document: document.update({"form": 99})),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_is_no_whole_backup_changes_nothing(kind: str, used: DataFolder, packed: Path, tmp_path: Path) -> None:
    DAMAGED[kind](packed)
    before = everything(used.root)
    with pytest.raises(ImportsError, match=r"no backup of careerdash|newer version"):
        restore(used, packed, replace=True)
    assert everything(used.root) == before
    assert not (tmp_path / "away").exists()


@pytest.mark.parametrize("step", [0, 3, 6, 8, 10])
def test_a_crash_while_restoring_loses_no_file(step: int, used: DataFolder, packed: Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    """Every byte of before is in the folder afterwards, and restoring again ends it."""
    before = {data for name, data in everything(used.root).items() if name.split("/")[0] in ("files", "ledger.db")}
    count = iter(range(100))
    move = durable.move

    def dying(source: Path, target: Path) -> None:
        if next(count) == step:
            raise KeyboardInterrupt
        move(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(durable, "move", dying)
        try:
            restore(used, packed, replace=True)
        except KeyboardInterrupt:
            assert before <= set(everything(used.root).values())
    restore(used, packed, replace=True)
    assert len(history(used)) == 2
    assert before <= set(everything(used.root).values())


def test_without_a_ledger_there_is_nothing_to_back_up(folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="nothing was imported"):
        back_up(folder, tmp_path / "kept.zip")
    assert not folder.root.exists()


def test_a_ledger_elsewhere_is_not_ours_to_back_up(used: DataFolder, packed: Path, tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERDASH_LEDGER", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    shutil.copy(used.ledger_file, tmp_path / "elsewhere.db")
    empty = DataFolder(tmp_path / "empty")
    with pytest.raises(ImportsError, match="CAREERDASH_LEDGER"):
        restore(empty, packed)
    assert back_up(used, tmp_path / "other.zip").imports == 2
