"""Importing: outcomes, data days, batches, and what is kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from careerdash.imports.house import open_house
from careerdash.imports.manage import history, info, rebuild, receipt, undo
from careerdash.imports.model import CancelledError, ImportFile, ImportsError
from careerdash.imports.run import check_files, import_files
from careerdash.ledger.folder import DataFolder
from careerdash.store import Store, current_build
from tests.support.ledgers import forget_typed
from tests.support.programs import MEETING_HEADER, MEETINGS, PAIR_HEADER, PAIRS, PEOPLE, csv_file, workbook

from .conftest import DAY


def rows(folder: DataFolder, sql: str) -> list[dict[str, object]]:
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    try:
        return store.rows(sql)
    finally:
        store.close()


def test_a_batch_is_one_publication(folder: DataFolder, files: Path) -> None:
    """The meetings come first, and find the pairs that the second file brings."""
    found = import_files(folder, [files / "meetings.xlsx", files / "base.xlsx"], as_of=DAY, by="tester")
    assert [(one.outcome, one.import_id) for one in found] == [("published", 1), ("published", 2)]
    assert len({one.build for one in found}) == 1
    assert found[0].changes == {"check_in": {"new": 3, "changed": 0, "same": 0, "missing": 0}}
    assert [(entry["batch"], entry["received_by"]) for entry in history(folder)] == [(1, "tester"), (1, "tester")]
    assert info(folder)["rows"]["check_in"] == 3


def test_what_cannot_be_read_is_left_out_and_named(used: DataFolder, files: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.xlsx").write_bytes(b"Dear coordinator")
    (tmp_path / "nothing.csv").write_bytes(b"")
    later = workbook(tmp_path / "later.xlsx", {"check_in": [MEETING_HEADER, ("M4", "P3", date(2026, 2, 20), "held")]})
    found = import_files(used, [tmp_path / "letter.xlsx", tmp_path / "nothing.csv", tmp_path / "none.xlsx", tmp_path,
                                later, files / "base.xlsx"], as_of=DAY)
    assert [(one.outcome, one.code, one.exit_code) for one in found] == [
        ("refused", found[0].code, found[0].exit_code), ("refused", "empty", 2), ("refused", None, 3),
        ("refused", None, 3), ("published", None, 0), ("already imported", None, 0)]
    assert found[0].code in ("not_a_spreadsheet", "nothing_known")
    assert [one.import_id for one in found] == [None, None, None, None, 3, 1]
    assert all(one.message.endswith(".") and str(tmp_path) not in one.message for one in found)


def test_rows_that_cannot_be_taken_in_need_a_word(used: DataFolder, tmp_path: Path) -> None:
    """One row names a pair that no file brings: with --accept the others come in, and the balance says so."""
    log = workbook(tmp_path / "log.xlsx", {"check_in": [
        MEETING_HEADER, ("M8", "P9", date(2026, 2, 20), "held", None, "who?"),
        ("M9", "P3", date(2026, 2, 21), "held")]})
    asked = import_files(used, [log], as_of=DAY)[0]
    assert (asked.outcome, asked.exit_code, asked.import_id) == ("needs answers", 2, None)
    assert "1 row of 3" in asked.message
    assert len(history(used)) == 2

    done = import_files(used, [log], as_of=DAY, accept=True)[0]
    assert done.outcome == "published"
    assert done.balance is not None
    assert done.balance["rows"] == {"total": 3, "header": 1, "title": 0, "blank": 0, "accepted": 1, "duplicate": 0,
                                    "quarantined": 1, "skipped": 0}
    assert done.balance["cells"] == {"valued": 6 + 5 + 4, "landed": 10, "exceptions": {"quarantined": 5}}
    assert [(issue["row"], issue["code"], issue["kind"]) for issue in done.balance["issues"]] == [
        (2, "unknown_pair", "error")]

    pairs = workbook(tmp_path / "p9.xlsx", {"pair": [PAIR_HEADER, ("P9", "Leaders", "010", "007", date(2026, 1, 5))]})
    assert receipt(used, 3)["waiting"] == 1
    later = import_files(used, [pairs], as_of=DAY)[0]
    assert len(rows(used, "select 1 from check_in")) == 5
    assert "1 row of earlier imports came in" in later.message
    assert receipt(used, 3)["waiting"] == 0


def test_a_sheet_row_of_many_facts_is_remarked_on_and_waits_once(used: DataFolder, tmp_path: Path) -> None:
    wide = workbook(tmp_path / "items.xlsx", {"checklist": [
        ("pair_id", *(f"item {item}" for item in range(1, 8))), ("P9", *["yes"] * 7), ("P1", *["yes"] * 7)]})
    done = import_files(used, [wide], as_of=DAY, accept=True)[0]
    assert done.balance is not None
    assert [(issue["row"], issue["code"]) for issue in done.balance["issues"]] == [(2, "unknown_pair")]
    found = receipt(used, 3)
    assert (found["waited"], found["waiting"], found["balance"]["rows"]["quarantined"]) == (1, 1, 1)


def test_rows_that_a_later_file_makes_ambiguous_wait(folder: DataFolder, tmp_path: Path) -> None:
    """Check-ins name a mentor by name; then the roster brings a second person of that name."""
    first = workbook(tmp_path / "first.xlsx", {
        "person": PEOPLE, "pair": [PAIR_HEADER, PAIRS[1]],
        "check_in": [("mentor_name", "mentee_name", "date", "status"),
                     ("Ada Test", "Ben Test", date(2026, 2, 2), "held")]})
    import_files(folder, [first], as_of=DAY)
    assert len(rows(folder, "select 1 from check_in")) == 1
    twin = workbook(tmp_path / "twin.xlsx", {"person": [PEOPLE[0], ("011", "Ada Test", "ada2@example.org", "IT")]})
    found = import_files(folder, [twin], as_of=DAY)[0]
    assert found.outcome == "published"
    assert "1 row of earlier imports cannot be placed any more and wait" in found.message
    assert rows(folder, "select 1 from check_in") == []


def test_an_older_export_says_what_it_brings_again(used: DataFolder, tmp_path: Path) -> None:
    """P1 as it is, P2 with a cohort that no newer file has, and a pair of its own."""
    older = workbook(tmp_path / "older.xlsx", {"pair": [
        (*PAIR_HEADER, "cohort"), (*PAIRS[1], None), (*PAIRS[2], "Spring"),
        ("P0", "Leaders", "010", "007", date(2025, 1, 5), "ended", 14, None)]})
    found, = import_files(used, [older], as_of=date(2026, 1, 31))
    assert found.changes == {"pair": {"new": 1, "changed": 1, "same": 1, "missing": 0}}
    assert [row["cohort"] for row in rows(used, "select cohort from pair order by pair_id")] == [None, None, "Spring",
                                                                                                 None]


def test_a_file_that_asks_does_not_take_the_others_along(used: DataFolder, tmp_path: Path) -> None:
    good = workbook(tmp_path / "good.xlsx", {"check_in": [MEETING_HEADER, ("M5", "P3", date(2026, 2, 20), "held")]})
    bad = workbook(tmp_path / "bad.xlsx", {"check_in": [MEETING_HEADER, ("M6", "P9", date(2026, 2, 20), "held")]})
    found = import_files(used, [bad, good], as_of=DAY)
    assert [(one.outcome, one.import_id) for one in found] == [("needs answers", None), ("published", 3)]
    assert [entry["import_id"] for entry in history(used)] == [1, 2, 3]


def test_the_same_bytes_change_nothing(used: DataFolder, files: Path) -> None:
    before = info(used)
    found = import_files(used, [files / "base.xlsx"])[0]
    assert (found.outcome, found.import_id, found.build) == ("already imported", 1, before["build"])
    assert found.message.startswith("Already imported on ")
    again = import_files(used, [files / "base.xlsx"], as_of=DAY)[0]
    assert again.outcome == "already imported"
    assert info(used) == before
    assert len(history(used)) == 2


def test_the_same_bytes_twice_in_one_batch_are_one_import(folder: DataFolder, files: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.xlsx").write_bytes((files / "base.xlsx").read_bytes())
    found = import_files(folder, [files / "base.xlsx", tmp_path / "copy.xlsx"], as_of=DAY)
    assert [one.outcome for one in found] == ["published", "already imported"]
    assert len(history(folder)) == 1


def test_another_day_replaces_at_the_old_place(used: DataFolder, files: Path) -> None:
    found = import_files(used, [files / "base.xlsx"], as_of=date(2026, 3, 2))[0]
    assert (found.outcome, found.import_id) == ("published", 3)
    assert [(entry["import_id"], entry["state"]) for entry in history(used)] == [
        (1, "replaced"), (2, "in force"), (3, "in force")]
    with open_house(used) as house:
        assert [(entry.import_id, entry.place) for entry in house.ledger.in_force()] == [(2, 2), (3, 1)]
    assert info(used)["data_day"] == "2026-03-02"
    back = import_files(used, [files / "base.xlsx"], as_of=DAY)[0]
    assert (back.outcome, back.import_id) == ("published", 1)
    assert back.message.startswith("Redone: ")
    assert [entry["state"] for entry in history(used)] == ["in force", "in force", "replaced"]


def test_a_newer_export_updates_by_key(used: DataFolder, tmp_path: Path) -> None:
    newer = workbook(tmp_path / "newer.xlsx", {"pair": [
        PAIR_HEADER, PAIRS[1], ("P2", "Leaders", "007", "009", None, "paused", None),
        ("P4", "Leaders", "010", "008", date(2026, 2, 20), "active", None)]})
    found = import_files(used, [newer], as_of=date(2026, 3, 8))[0]
    assert found.changes == {"pair": {"new": 1, "changed": 1, "same": 1, "missing": 1}}
    assert rows(used, "select status, cadence_days from pair where pair_id = 'P2'") == [
        {"status": "paused", "cadence_days": 14}]


def test_pairs_that_an_export_lacks_can_be_ended(used: DataFolder, tmp_path: Path) -> None:
    """Only running pairs, only of programs that the file holds; a rebuild and an undo know of it too."""
    other = workbook(tmp_path / "other.xlsx", {"pair": [
        PAIR_HEADER, ("Q1", "Women", "007", "010", date(2026, 1, 5), "active")]})
    import_files(used, [other], as_of=DAY)
    before = info(used)["content"]
    newer = workbook(tmp_path / "newer.xlsx", {"pair": [PAIR_HEADER, PAIRS[1], PAIRS[2]]})
    found = import_files(used, [newer], as_of=date(2026, 3, 8), missing="end")[0]
    assert found.outcome == "published"
    assert found.changes is not None
    assert found.changes["pair"] == {"new": 0, "changed": 1, "same": 2, "missing": 0}
    said = {row["pair_id"]: row["status"] for row in rows(used, "select pair_id, status from pair")}
    assert said == {"P1": "active", "P2": "active", "P3": "ended", "Q1": "active"}
    assert import_files(used, [newer])[0].outcome == "already imported"

    content = info(used)["content"]
    forget_typed(used)
    assert rebuild(used).content == content
    assert undo(used, [4]).content == before


@pytest.mark.parametrize(("name", "as_of", "day", "known_by"), [
    ("base.xlsx", date(2026, 2, 27), "2026-02-27", "argument"),
    ("base 2026-02-28.xlsx", None, "2026-02-28", "file name"),
    ("base 2027-01-01.xlsx", None, "2026-03-04", "today"),
    ("base.xlsx", None, "2026-03-04", "today"),
])
def test_the_data_day(folder: DataFolder, files: Path, name: str, as_of: date | None, day: str, known_by: str) -> None:
    file = ImportFile(files / "base.xlsx", name)
    found = import_files(folder, [file], as_of=as_of, today=date(2026, 3, 4))[0]
    assert str(found.data_day) == day
    assert [entry["data_day_from"] for entry in history(folder)] == [known_by]
    assert ("today was taken" in found.message) is (known_by == "today")


def test_a_title_names_the_day(folder: DataFolder, tmp_path: Path) -> None:
    book = workbook(tmp_path / "roster.xlsx", {"person": [("Roster as of 2026-02-15",), (), *PEOPLE]})
    found = import_files(folder, [book], today=date(2026, 3, 4))[0]
    assert (found.outcome, str(found.data_day)) == ("published", "2026-02-15")


def test_each_file_may_have_its_own_day(folder: DataFolder, files: Path) -> None:
    found = import_files(folder, [ImportFile(files / "base.xlsx", "a", date(2026, 2, 1)),
                                  ImportFile(files / "meetings.xlsx", "b", date(2026, 3, 1))])
    assert [str(one.data_day) for one in found] == ["2026-02-01", "2026-03-01"]


def test_a_dry_run_records_nothing(folder: DataFolder, files: Path) -> None:
    found = import_files(folder, [files / "base.xlsx"], as_of=DAY, dry_run=True)[0]
    assert (found.outcome, found.import_id, found.build) == ("published", None, None)
    assert found.message.startswith("Would be published: 7 rows new")
    assert found.changes is not None
    assert history(folder) == []
    assert [path for part in (folder.files, folder.parsed, folder.builds) for path in part.rglob("*")] == []
    assert [path.name for path in folder.incoming.iterdir()] == [".lock"]


def test_a_check_records_nothing(folder: DataFolder, files: Path) -> None:
    found = check_files(folder, [files / "base.xlsx", files / "meetings.xlsx", files / "none.xlsx"])
    assert [one["outcome"] for one in found] == ["read", "read", "refused"]
    assert found[1]["cells"]["valued"] == found[1]["cells"]["landed"] > 0
    assert not folder.root.exists()


def test_bytes_are_kept_by_their_digest(used: DataFolder, files: Path) -> None:
    entry = history(used)[0]
    assert (used.files / entry["sha256"]).read_bytes() == (files / "base.xlsx").read_bytes()
    assert {path.name for path in used.files.iterdir()} == {one["sha256"] for one in history(used)}


def test_a_refused_column_is_kept_nowhere(folder: DataFolder, tmp_path: Path) -> None:
    """Bank data is left out: no bytes are kept, and the number stands in no file of the data folder."""
    header, *people = PEOPLE
    numbers = ["DE89370400440532013000", "DE02120300000000202051", "DE02500105170137075030", "DE02100500000054540402"]
    roster = csv_file(tmp_path / "roster.csv", [(*header, "IBAN"), *((*row, iban) for row, iban in
                                                                     zip(people, numbers, strict=True))])
    found = import_files(folder, [roster], as_of=DAY, accept=True)[0]
    assert found.outcome == "published"
    assert "a column that must not be kept" in found.message
    assert list(folder.files.iterdir()) == []
    assert history(folder)[0]["kept"] == "cells"
    kept = [path for path in folder.root.rglob("*") if path.is_file()]
    assert any(path.name.startswith("cells-") for path in kept)
    for path in kept:
        is_table = path.suffix == ".parquet"
        data = str(pq.read_table(path).to_pydict()) if is_table else path.read_bytes().decode("latin-1")
        assert not any(number in data for number in numbers), path.name


def test_the_receipt_stays(used: DataFolder) -> None:
    kept = receipt(used, 2)
    assert kept["changes"] == {"check_in": {"new": 3, "changed": 0, "same": 0, "missing": 0}}
    assert kept["balance"]["rows"]["accepted"] == 3
    numbers = {number["key"]: (number["was"], number["is"]) for number in kept["effect"]["numbers"]}
    assert numbers["on_cadence_share"] == ("unknown", "33%")
    with pytest.raises(ImportsError, match="There is no import 9"):
        receipt(used, 9)


def test_too_many_files_at_once(folder: DataFolder, files: Path) -> None:
    found = import_files(folder, [files / "base.xlsx"] * 21)
    assert {(one.outcome, one.code) for one in found} == {("refused", "too_large")}


def test_nothing_else_goes_into_the_demo(tmp_path: Path, files: Path) -> None:
    with pytest.raises(ImportsError, match="demo"):
        import_files(DataFolder(tmp_path / "demo-build"), [files / "base.xlsx"])


def test_an_import_that_does_not_balance_is_not_published(folder: DataFolder, files: Path,
                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    from careerdash.imports import read

    whole = read.read_file

    def loses_a_cell(*arguments, **options):  # type: ignore[no-untyped-def]
        reading = whole(*arguments, **options)
        return replace(reading, cells={**reading.cells, "landed": reading.cells["landed"] - 1})

    monkeypatch.setattr(read, "read_file", loses_a_cell)
    found = import_files(folder, [files / "base.xlsx"], as_of=DAY)[0]
    assert (found.outcome, found.exit_code) == ("refused", 3)
    assert "accounted for" in found.message
    assert history(folder) == []


def test_progress_runs_from_reading_to_done(folder: DataFolder, files: Path) -> None:
    steps: list[tuple[str, float]] = []
    import_files(folder, [files / "base.xlsx"], as_of=DAY, progress=lambda step, share: steps.append((step, share)))
    shares = [share for _, share in steps]
    assert shares == sorted(shares)
    assert (steps[0], steps[-1]) == (("Reading", 0.0), ("Done", 1.0))


def test_meetings_are_as_written(used: DataFolder) -> None:
    found = rows(used, "select check_in_id, notes from check_in order by 1")
    assert [(row["check_in_id"], row["notes"]) for row in found] == [(row[0], row[5]) for row in MEETINGS[1:]]


@pytest.mark.parametrize("looks", [1, 6])
def test_a_cancelled_import_leaves_nothing(folder: DataFolder, files: Path, looks: int) -> None:
    left = looks

    def cancelled() -> bool:
        nonlocal left
        left -= 1
        return left <= 0

    steps: list[str] = []
    with pytest.raises(CancelledError, match="cancelled"):
        import_files(folder, [files / "base.xlsx"], as_of=DAY, cancelled=cancelled,
                     progress=lambda step, _share: steps.append(step))
    assert steps[-1] != "Done"
    assert history(folder) == []
    assert list(folder.builds.iterdir()) == []
    assert [path.name for path in folder.incoming.iterdir()] == [".lock"]
