"""What a text means in every file: said once on Settings, used by later readings, on record, and taken back."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from careerdash.imports.house_words import teach
from careerdash.imports.mappings import listed
from careerdash.imports.model import ImportResult, ImportsError
from careerdash.imports.run import check_files, import_files
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.house_words import house_words, save_word, word_changes
from careerdash.ledger.ledger import Ledger
from careerdash.metrics import Filters, pairs
from careerdash.store import Store, current_build

DAY = date(2026, 3, 1)


def workbook(path: Path, *statuses: str, header: str = "Status") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Pairs"
    sheet.append(["Pair ID", "Program", "Mentor name", "Mentee name", "Start date", header])
    for number, status in enumerate(("active", *statuses)):
        sheet.append([f"P{number}", "Alpha", f"Ada Mentor{'abcd'[number]}", f"Bo Mentee{'abcd'[number]}",
                      date(2025, 1, 1), status])
    book.save(path)
    return path


def taken_in(folder: DataFolder, path: Path, *, accept: bool = False) -> ImportResult:
    result, = import_files(folder, [path], as_of=DAY, accept=accept, by="ada")
    return result


def unknown(result: ImportResult) -> list[str]:
    assert result.balance is not None
    return [issue["value"] for issue in result.balance["issues"] if issue["code"] == "unknown_word"]


def states(folder: DataFolder) -> list[str]:
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    try:
        return [pair["state"] for pair in pairs(store, DAY, Filters())]
    finally:
        store.close()


def looked_at(folder: DataFolder, path: Path) -> list[str]:
    """Texts that are not known, without taking the file in."""
    document, = check_files(folder, [path])
    return [issue["value"] for issue in document["issues"] if issue["code"] == "unknown_word"]


def test_a_text_is_known_in_every_file_from_then_on(folder: DataFolder, tmp_path: Path) -> None:
    other = workbook(tmp_path / "two.xlsx", "wrapped up", header="State of the pair")
    assert looked_at(folder, other) == ["wrapped up"]
    teach(folder, "pair.status", "Wrapped-up ", "completed", by="ada")
    teach(folder, "pair.status", "Closed", "completed", by="ada")  # of itself it means an end of a kind not known
    teach(folder, "pair.status", "see notes", "", by="ada")
    result = taken_in(folder, workbook(tmp_path / "one.xlsx", "WRAPPED UP", "closed", "See notes"))
    assert (result.outcome, unknown(result)) == ("published", [])
    assert states(folder) == ["active", "completed", "completed", "active"]
    assert looked_at(folder, other) == []


def test_taken_back_it_is_unknown_again_in_spite_of_the_remembered_mapping(folder: DataFolder, tmp_path: Path) -> None:
    teach(folder, "pair.status", "Wrapped up", "completed", by="ada")
    taken_in(folder, workbook(tmp_path / "one.xlsx", "Wrapped up", "Wrapped up"))
    mapping, = listed(folder)
    assert mapping["words"] == {}, "a mapping remembers what was said of its own column alone"
    teach(folder, "pair.status", "wrapped up", None, by="bob")
    assert "Wrapped up" in looked_at(folder, workbook(tmp_path / "two.xlsx", "Wrapped up"))


def test_a_file_taken_in_before_is_read_again_when_dropped_again(folder: DataFolder, tmp_path: Path) -> None:
    file = workbook(tmp_path / "one.xlsx", "Wrapped up", "Wrapped up")
    first = taken_in(folder, file, accept=True)
    assert unknown(first) == ["Wrapped up"] * 2
    assert taken_in(folder, file).outcome == "already imported"
    teach(folder, "check_in.status", "Binned", "cancelled", by="ada")
    assert taken_in(folder, file).outcome == "already imported", "this says nothing of its texts"
    teach(folder, "pair.status", "Wrapped up", "completed", by="ada")
    second, = import_files(folder, [file], by="ada")
    assert (second.outcome, second.data_day, unknown(second)) == ("published", DAY, [])
    assert states(folder) == ["active", "completed", "completed"]
    assert taken_in(folder, file).outcome == "already imported"


def test_what_was_said_of_a_column_goes_before(folder: DataFolder, tmp_path: Path) -> None:
    teach(folder, "pair.status", "Wrapped up", "completed", by="ada")
    file = workbook(tmp_path / "one.xlsx", "Wrapped up", "Wrapped up")
    result, = import_files(folder, [file], as_of=DAY, answers={"word|Pairs|F|Wrapped up": "ended_early"}, by="ada")
    assert (result.outcome, states(folder)) == ("published", ["active", "ended_early", "ended_early"])


@pytest.mark.parametrize(("target", "text", "word"), [
    ("pair.status", "Wrapped up", "finished"), ("pair.mentor_id", "x", "y"), ("pair.status", " - ", "completed"),
    ("pair.status", "x" * 101, "completed"), ("pair.status", "Graduated", "completed")])
def test_what_cannot_be_said(folder: DataFolder, target: str, text: str, word: str) -> None:
    with pytest.raises(ImportsError, match=r"^[^.]+\.$"):
        teach(folder, target, text, word, by="ada")
    ledger = Ledger(folder)
    assert house_words(ledger) == []
    ledger.close()


def test_changes_are_on_record_and_undone(folder: DataFolder) -> None:
    for word in ("completed", "ended", "ended", None):
        teach(folder, "pair.status", "Wrapped up", word, by="ada")
    ledger = Ledger(folder)
    changes = word_changes(ledger)
    assert [(one.before and one.before.word, one.after and one.after.word) for one in changes] == [
        ("ended", None), ("completed", "ended"), (None, "completed")]
    assert {entry.by for entry in ledger.audit()} == {"ada"}
    before = changes[0].before
    assert before is not None
    save_word(ledger, before.target, before.spelling, before, by="bob")
    assert [(one.text, one.word, one.by) for one in house_words(ledger)] == [("Wrapped up", "ended", "bob")]
    ledger.close()
