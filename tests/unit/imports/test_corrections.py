"""Corrections go with their import; mappings serve the next file; a trial says what would change."""

from datetime import date
from pathlib import Path

import pytest

from careerdash.imports.manage import history, info, rebuild, redo, undo
from careerdash.imports.mappings import forget, listed
from careerdash.imports.model import ImportFile, ImportsError
from careerdash.imports.run import check_files, import_files
from careerdash.ledger.folder import DataFolder
from careerdash.store import Store, current_build
from tests.support.ledgers import forget_typed
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, csv_file, workbook

from .conftest import DAY

BAD = [MEETING_HEADER, ("M1", "P1", "some day", "held", True, None), ("M2", "P2", date(2026, 2, 9), "helt", None, None)]


def rows(folder: DataFolder, sql: str) -> list[dict[str, object]]:
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    try:
        return store.rows(sql)
    finally:
        store.close()


def test_fixes_go_with_their_import(used: DataFolder, tmp_path: Path) -> None:
    path = workbook(tmp_path / "more.xlsx", {"check_in": BAD})
    first, = import_files(used, [path], as_of=date(2026, 3, 2))
    assert first.outcome == "needs answers"
    fixed = ImportFile(path, "more.xlsx", fixes={("check_in", 2, "C"): "2026-02-20", ("check_in", 3, "D"): "held"},
                       skips=frozenset({("check_in", 9)}))
    done, = import_files(used, [fixed], as_of=date(2026, 3, 2))
    assert done.outcome == "published", done.message
    days = "select check_in_id, date, status from check_in where check_in_id in ('M1', 'M2') order by all"
    assert rows(used, days) == [{"check_in_id": "M1", "date": date(2026, 2, 20), "status": "held"},
                                {"check_in_id": "M2", "date": date(2026, 2, 9), "status": "held"}]
    again, = import_files(used, [path])
    assert again.outcome == "already imported", "without new words the decisions stand"
    assert again.corrections.fixes == fixed.fixes
    content = info(used)["content"]
    forget_typed(used)
    assert rebuild(used).content == content, "a rebuild repeats the fixes"


def test_an_emptied_cell_takes_its_value_away_and_an_older_one_shows(used: DataFolder, tmp_path: Path) -> None:
    path = workbook(tmp_path / "newer.xlsx", {"pair": [PAIR_HEADER, (
        "P1", "Leaders", "007", "008", date(2026, 1, 5), "paused", 21)]})
    import_files(used, [path], as_of=date(2026, 3, 8))
    cadence = "select cadence_days, status from pair where pair_id = 'P1'"
    assert rows(used, cadence) == [{"cadence_days": 21, "status": "paused"}]
    done, = import_files(used, [ImportFile(path, "newer.xlsx", fixes={("pair", 2, "G"): ""})], as_of=date(2026, 3, 8))
    assert done.outcome == "published"
    assert rows(used, cadence) == [{"cadence_days": 14, "status": "paused"}]
    assert [entry["state"] for entry in history(used)] == ["in force", "in force", "replaced", "in force"]


def test_a_mapping_is_remembered_and_serves_the_next_file(folder: DataFolder, files: Path, tmp_path: Path) -> None:
    import_files(folder, [files / "base.xlsx"], as_of=DAY)
    header = ("Wer mit wem", "Am", "Wie")
    first = csv_file(tmp_path / "Log_2026-03-02.csv", [header, ("P1", "2026-02-03", "ja wohl")])
    answers = {"table|Log_2026-03-02": "check_in"}
    named = check_files(folder, [first], answers=answers)[0]["sheets"][0]["name"]
    answers = {f"table|{named}": "check_in", f"field|{named}|A": "check_in.pair_id",
               f"field|{named}|B": "check_in.date", f"field|{named}|C": "check_in.status",
               f"word|{named}|C|ja wohl": "held"}
    done, = import_files(folder, [first], answers=answers)
    assert done.outcome == "published", done.message
    assert "Log" in {one["name"] for one in listed(folder)}

    second = csv_file(tmp_path / "Log_2026-03-09.csv", [header, ("P2", "2026-02-04", "ja wohl")])
    checked, = check_files(folder, [second])
    assert checked["outcome"] == "read"
    assert checked["sheets"][0]["tables"][0]["columns"][0]["reason"].startswith("As decided on ")
    done, = import_files(folder, [second])
    assert done.changes is not None
    assert done.changes["check_in"]["new"] == 1

    content = info(folder)["content"]
    undo(folder, [3])
    assert import_files(folder, [second])[0].import_id == 3, "the same file is redone, not imported again"
    assert info(folder)["content"] == content
    assert redo(folder, [3]).content == content

    other = csv_file(tmp_path / "other.csv", [(*header[:2], "Wie?", "Wo"), ("P3", "2026-02-05", None, "here")])
    assert import_files(folder, [other], dry_run=True)[0].outcome == "refused"
    assert import_files(folder, [other], dry_run=True, mapping="Log")[0].outcome == "published"
    with pytest.raises(ImportsError, match="No mapping"):
        import_files(folder, [other], mapping="nothing")
    assert forget(folder, names=["Log"]) == 1
    third = csv_file(tmp_path / "Log_2026-03-16.csv", [header, ("P2", "2026-02-05", "ja wohl")])
    assert check_files(folder, [third])[0]["code"] == "nothing_known"


def test_a_sheet_of_another_name_is_not_forced_into_a_remembered_table(folder: DataFolder, tmp_path: Path) -> None:
    header = ("pair_id", "date", "status")
    import_files(folder, [workbook(tmp_path / "a.xlsx", {
        "pair": [PAIR_HEADER, ("P1", "Leaders", "007", "008", date(2026, 1, 5), "active", 14)],
        "check_in": [header, ("P1", date(2026, 2, 1), "held")]})], as_of=DAY)
    found, = check_files(folder, [workbook(tmp_path / "b.xlsx", {
        "recognition": [("pair_id", "date", "status"), ("P1", date(2026, 2, 1), None)]})])
    assert found["sheets"][0]["tables"][0]["feeds"][0] == "recognition"


def test_a_trial_says_which_cells_change_and_which_pairs_are_missing(used: DataFolder, tmp_path: Path) -> None:
    path = workbook(tmp_path / "newer.xlsx", {
        "pair": [PAIR_HEADER, ("P1", "Leaders", "007", "008", date(2026, 1, 5), "paused", 14),
                 ("P2", "Leaders", "007", "009", date(2026, 1, 5), "active", 14),
                 ("P2", "Leaders", "007", "009", date(2026, 1, 5), "active", 14)],
        "check_in": [MEETING_HEADER, ("M2", "P1", date(2026, 2, 16), "held", False, "another note")]})
    found, = import_files(used, [path], as_of=date(2026, 3, 8), dry_run=True)
    compare = found.document()["compare"]
    assert compare["cells"] == [
        {"table": "pair", "who": "Ada Test – Ben Test", "sheet": "pair", "row": 2, "field": "status", "old": "active",
         "new": "paused"},
        {"table": "check_in", "who": "Ada Test – Ben Test", "sheet": "check_in", "row": 2, "field": "notes",
         "old": None, "new": None}]
    assert (compare["changed_cells"], compare["duplicate"], compare["conflicting"]) == (2, 1, 0)
    assert (compare["missing_pairs"], compare["pairs"]) == (1, ["Cleo Test – Dan Test"])
    numbers = {number["key"]: (number["was"], number["is"]) for number in compare["numbers"]}
    assert numbers["active_pairs"] == ("3", "2")
    assert len(history(used)) == 2, "a trial records nothing"
