"""Changing a rule publishes a build; every change is on record and can be undone. They met: an import of one row."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from careerdash.imports.manage import history, undo
from careerdash.imports.met import record_meeting
from careerdash.imports.model import ImportsError
from careerdash.imports.rules import RuleSetting, change_rules, rule_changes
from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.metrics import Filters, pairs
from careerdash.metrics.details import rule_values
from careerdash.store import Store, current_build

DAY = date(2026, 3, 1)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Two pairs that met once in January: one has an id, the other is known by its people."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "pair"
    sheet.append(["program", "mentor_id", "mentee_id", "start_date", "cadence_days", "status"])
    sheet.append(["Alpha", "M1", "E1", date(2026, 1, 1), 14, "active"])
    sheet.append(["Beta", "M2", "E2", date(2026, 1, 1), None, "active"])
    log = book.create_sheet("check_in")
    log.append(["mentor_id", "mentee_id", "date", "status"])
    for number in (1, 2):
        log.append([f"M{number}", f"E{number}", date(2026, 1, 5), "held"])
    book.save(tmp_path / "all.xlsx")
    folder = DataFolder(tmp_path / "data")
    result, = import_files(folder, [tmp_path / "all.xlsx"], as_of=DAY)
    assert result.outcome == "published", result.message
    return folder


def opened(folder: DataFolder) -> Store:
    path = current_build(folder)
    assert path is not None
    return Store.open(path)


def states(folder: DataFolder, as_of: date = DAY) -> dict[str, str]:
    store = opened(folder)
    found = {pair["program"]: pair["cadence_state"] for pair in pairs(store, as_of, Filters())}
    store.close()
    return found


def test_a_rule_changes_for_all_or_one_program_and_back(folder: DataFolder) -> None:
    assert states(folder) == {"Alpha": "silent", "Beta": "late"}
    first = change_rules(folder, [RuleSetting("default_cadence_days", None, 60)], by="ada")
    assert states(folder) == {"Alpha": "silent", "Beta": "on"}
    change_rules(folder, [RuleSetting("default_cadence_days", "Beta", 7)], by="bob")
    assert states(folder) == {"Alpha": "silent", "Beta": "silent"}
    store = opened(folder)
    assert rule_values(store, "default_cadence_days") == {None: 60, "Beta": 7}
    store.close()

    ledger = Ledger(folder)
    last, earlier = rule_changes(ledger)
    assert (earlier.by, last.by) == ("ada", "bob")
    again = change_rules(folder, last.undone(), by="ada")
    assert again == first, "the same imports and rules give the same build"
    change_rules(folder, earlier.undone(), by="ada")
    assert states(folder) == {"Alpha": "silent", "Beta": "late"}
    assert ledger.settings() == ()
    assert len(rule_changes(ledger)) == 4
    assert [entry.action for entry in ledger.audit()] == ["import", *["setting"] * 4]
    ledger.close()


def test_no_change_publishes_nothing(folder: DataFolder) -> None:
    before = folder.current_build_id()
    assert change_rules(folder, [RuleSetting("overdue_days", None, None)], by="ada").build == before
    ledger = Ledger(folder)
    assert rule_changes(ledger) == []
    ledger.close()


@pytest.mark.parametrize(("key", "program", "value"), [
    ("no_such_rule", None, 1), ("default_cadence_days", None, 0), ("overdue_days", None, -1),
    ("overdue_days", None, 1.5), ("overdue_days", None, float("nan")), ("meetings_coverage", None, 1.1),
    ("grace_divisor", None, 0)])
def test_a_value_that_cannot_be_changes_nothing(folder: DataFolder, key: str, program: str | None, value: float
                                                ) -> None:
    before = folder.current_build_id()
    with pytest.raises(ImportsError):
        change_rules(folder, [RuleSetting("overdue_days", None, 40), RuleSetting(key, program, value)], by="ada")
    assert folder.current_build_id() == before


def test_they_met_takes_the_flag_at_once_and_is_undoable(folder: DataFolder) -> None:
    store = opened(folder)
    ids = {pair["program"]: pair["pair_id"] for pair in pairs(store, DAY, Filters())}
    store.close()
    result = record_meeting(folder, [ids["Alpha"]], date(2026, 2, 27), by="ada", today=date(2026, 3, 20))
    assert states(folder) == {"Alpha": "on", "Beta": "late"}
    store = opened(folder)
    assert store.data_day == DAY, "a meeting before the data day does not move it"
    row, = store.rows("SELECT date, status, evidence FROM check_in WHERE import_id = $id", {"id": result.import_id})
    store.close()
    assert row == {"date": date(2026, 2, 27), "status": "held", "evidence": "coordinator"}
    entry = history(folder)[-1]
    assert (entry["file"], entry["received_by"]) == ("They met on 2026-02-27.csv", "ada")
    assert result.import_id is not None
    undo(folder, [result.import_id])
    assert states(folder) == {"Alpha": "silent", "Beta": "late"}


def test_many_met_on_one_day_after_the_data(folder: DataFolder) -> None:
    store = opened(folder)
    ids = [pair["pair_id"] for pair in pairs(store, DAY, Filters())]
    store.close()
    record_meeting(folder, ids, date(2026, 3, 10), by="ada", today=date(2026, 3, 20))
    assert states(folder, date(2026, 3, 10)) == {"Alpha": "on", "Beta": "on"}
    assert len(history(folder)) == 2


def test_what_cannot_have_been_is_refused_in_a_sentence(folder: DataFolder) -> None:
    before = folder.current_build_id()
    with pytest.raises(ImportsError, match="future"):
        record_meeting(folder, ["x"], date(2026, 3, 21), by="ada", today=date(2026, 3, 20))
    with pytest.raises(ImportsError, match="could not be recorded"):
        record_meeting(folder, ["nobody"], DAY, by="ada", today=date(2026, 3, 20))
    assert folder.current_build_id() == before
