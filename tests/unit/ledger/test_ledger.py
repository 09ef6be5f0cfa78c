"""The ledger: entries come back as they went in, whole or not at all."""

import sqlite3
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from careerdash.ledger import tables
from careerdash.ledger.database import LedgerError, ledger_url
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger, canonical_json
from tests.support.ledgers import a_build, a_publication, an_entry


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def ledger(folder: DataFolder) -> Iterator[Ledger]:
    ledger = Ledger(folder)
    yield ledger
    ledger.close()


def test_entries_come_back_as_they_went_in(ledger: Ledger) -> None:
    entry = an_entry(1, decisions={"reading": {"columns": ["Ä", None, 1.5]}, "missing": "end"})
    ledger.publish(a_publication(entry))
    assert ledger.imports() == [entry]
    assert ledger.build_in_force() == a_build().__class__(**{**a_build().__dict__, "number": 1, "action": "import"})


def test_builds_take_imports_by_data_day_and_then_place(ledger: Ledger) -> None:
    ledger.publish(a_publication(
        an_entry(1, data_day=date(2026, 5, 1)), an_entry(2, data_day=date(2026, 4, 1)),
        an_entry(3, data_day=date(2026, 5, 1), place=0), an_entry(4, state="undone")))
    assert [entry.import_id for entry in ledger.in_force()] == [2, 3, 1]
    assert (ledger.next_import_id(), ledger.next_batch()) == (5, 5)


def test_states_change_with_a_publication(ledger: Ledger) -> None:
    ledger.publish(a_publication(an_entry(1), an_entry(2)))
    ledger.publish(a_publication(build_id="b2", states={1: "undone"}))
    assert {entry.import_id: entry.state for entry in ledger.imports()} == {1: "undone", 2: "in force"}
    assert [entry.action for entry in ledger.audit()] == ["import", "import"]


def test_a_publication_that_fails_records_nothing(ledger: Ledger) -> None:
    ledger.publish(a_publication(an_entry(1)))
    with pytest.raises(Exception, match="UNIQUE"):
        ledger.publish(a_publication(an_entry(2), an_entry(1), build_id="b2", states={1: "undone"}))
    assert ledger.imports() == [an_entry(1)]
    build = ledger.build_in_force()
    assert build is not None
    assert build.build_id == "b1"


def test_last_builds_are_different_ones_newest_first(ledger: Ledger) -> None:
    for build_id in ("b1", "b2", None, "b1", "b3"):
        ledger.publish(a_publication(build_id=build_id))
    assert ledger.last_build_ids(5) == ["b3", "b1", "b2"]
    assert ledger.last_build_ids(2) == ["b3", "b1"]


def test_a_reader_does_not_wait_for_a_writer(folder: DataFolder, ledger: Ledger) -> None:
    ledger.publish(a_publication(an_entry(1)))
    writer = sqlite3.connect(folder.ledger_file, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM import_entry")
    found: list[int] = []
    reader = threading.Thread(target=lambda: found.extend(entry.import_id for entry in ledger.imports()))
    reader.start()
    reader.join(5)
    writer.execute("ROLLBACK")
    writer.close()
    assert found == [1]


def test_commits_are_durable(ledger: Ledger) -> None:
    with ledger._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL


def test_a_ledger_of_another_version_is_refused(folder: DataFolder, ledger: Ledger) -> None:
    with ledger._engine.begin() as connection:
        connection.execute(update(tables.ledger_version).values(version=99))
    with pytest.raises(LedgerError, match="another version"):
        Ledger(folder)


def test_the_setting_names_another_database(folder: DataFolder, tmp_path: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERDASH_LEDGER", f"sqlite:///{tmp_path}/elsewhere.db")
    ledger = Ledger(folder)
    ledger.publish(a_publication(an_entry(1)))
    ledger.close()
    assert (tmp_path / "elsewhere.db").exists()
    assert not folder.ledger_file.exists()
    assert ledger_url(DataFolder(tmp_path / "demo-build")).database == str(tmp_path / "demo-build" / "ledger.db")


@pytest.mark.parametrize("setting", ["not a url", "nosuch://host/x"])
def test_a_wrong_setting_is_said_in_a_sentence(folder: DataFolder, monkeypatch: pytest.MonkeyPatch,
                                               setting: str) -> None:
    monkeypatch.setenv("CAREERDASH_LEDGER", setting)
    with pytest.raises(LedgerError, match=r"CAREERDASH_LEDGER.*\.$"):
        Ledger(folder)


def test_secrets_are_not_shown(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERDASH_LEDGER", "postgresql://user:secret@host/careerdash")
    assert "secret" not in ledger_url(folder).render_as_string(hide_password=True)


def test_an_empty_folder_has_no_ledger_and_gets_none(folder: DataFolder) -> None:
    assert not Ledger.exists(folder)
    assert not folder.root.exists()


def test_equal_values_have_one_spelling() -> None:
    assert canonical_json({"b": 1, "a": "é"}) == canonical_json({"a": "é", "b": 1}) == '{"a":"\\u00e9","b":1}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json(float("nan"))
