"""Questions about people that an import asks, and what becomes of their answers."""

from datetime import date
from pathlib import Path

import pytest

from careerdash.imports.manage import info, rebuild
from careerdash.imports.model import ImportResult
from careerdash.imports.run import check_files, import_files
from careerdash.ledger.folder import DataFolder
from careerdash.store import Store, current_build
from tests.support.ledgers import forget_typed
from tests.support.programs import csv_file, workbook

DAY = date(2026, 3, 1)
PEOPLE = [("person_id", "name", "email", "department"), ("SMITH", "Kim Smith", "k1@example.org", "Finance"),
          ("2210", "Kim Smith", "k2@example.org", "IT"), ("3", "Ben Ode", "ben@example.org", "IT"),
          ("012345", "Eve Fay", "eve@example.org", "IT"), ("000777", "Al Bo", "al@example.org", "IT")]
LOG = [("mentor_name", "mentee_name", "date", "status"), ("Smith, Kim", "Ben Ode", date(2026, 2, 2), "held"),
       ("Smith, Kim", "Ben Ode", date(2026, 2, 9), "held"), ("Eve Fay", "Ben Ode", date(2026, 2, 9), "held")]
ASKED = "person|check_in|check_in.mentor|Smith, Kim"


@pytest.fixture
def staffed(folder: DataFolder, tmp_path: Path) -> DataFolder:
    import_files(folder, [workbook(tmp_path / "staff.xlsx", {"person": PEOPLE, "pair": [
        ("pair_id", "program", "mentor_id", "mentee_id", "start_date"), ("P1", "A", "SMITH", "3", date(2026, 1, 5)),
        ("P2", "A", "2210", "3", date(2026, 1, 5)), ("P3", "A", "012345", "3", date(2026, 1, 5))]})], as_of=DAY)
    return folder


def pairs_met(folder: DataFolder) -> list[str]:
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    try:
        return [row["pair_id"] for row in store.rows("select pair_id from check_in order by pair_id, date")]
    finally:
        store.close()


def the_question(result: ImportResult) -> dict[str, object]:
    assert result.balance is not None
    question, = result.balance["questions"]
    return dict(question)


def test_who_is_meant_is_asked_and_the_answer_places_the_rows(staffed: DataFolder, tmp_path: Path) -> None:
    log = workbook(tmp_path / "log.xlsx", {"check_in": LOG})
    asked, = import_files(staffed, [log], as_of=DAY)
    assert (asked.outcome, asked.exit_code) == ("needs answers", 2)
    assert asked.message == ("This file has questions to answer about its people; until then 2 rows of 4 cannot be "
                             "taken in.")
    assert the_question(asked) == {
        "id": ASKED, "sheet": "check_in", "column": "A",
        "text": "Which Smith, Kim is meant in column A of check_in (2 rows): 2210 (IT, k2@example.org) or "
                "SMITH (Finance, k1@example.org)?",
        "choices": ["2210", "SMITH"], "suggested": None}
    assert asked.balance is not None
    assert [(issue["row"], issue["column"], issue["code"]) for issue in asked.balance["issues"]] == [
        (2, "A", "ambiguous_person"), (3, "A", "ambiguous_person")]
    checked, = check_files(staffed, [log])
    assert (checked["outcome"], checked["questions"], checked["message"]) == (
        "needs answers", asked.balance["questions"], asked.message)

    done, = import_files(staffed, [log], answers={ASKED: "SMITH"}, as_of=DAY)
    assert done.outcome == "published", done.message
    assert pairs_met(staffed) == ["P1", "P1", "P3"]
    content = info(staffed)["content"]
    forget_typed(staffed)
    assert rebuild(staffed).content == content, "a rebuild repeats the answer"

    other, = import_files(staffed, [log], answers={ASKED: "2210"}, as_of=DAY)
    assert (other.outcome, pairs_met(staffed)) == ("published", ["P2", "P2", "P3"])
    more = workbook(tmp_path / "more.xlsx", {"check_in": [*LOG, ("Smith, Kim", "Ben Ode", date(2026, 2, 16), "held")]})
    again, = import_files(staffed, [more], as_of=DAY)
    assert the_question(again)["suggested"] == "2210", "proposed, and asked again: the new row may mean the other one"
    gone_on, = import_files(staffed, [more], as_of=DAY, accept=True)
    assert gone_on.balance is not None
    assert (gone_on.outcome, gone_on.balance["rows"]["quarantined"]) == ("published", 3)


def test_names_in_parts_and_shared_addresses_are_answered_too(staffed: DataFolder, tmp_path: Path) -> None:
    parts = csv_file(tmp_path / "pairs.csv", [
        ("Program", "Mentor First Name", "Mentor Last Name", "Mentee Email", "Start Date"),
        ("B", "Kim", "Smith", "ben@example.org", "2026-01-20"), ("B", "Eve", "Fay", "al@example.org", "2026-01-20")])
    asked, = import_files(staffed, [parts], as_of=DAY)
    assert the_question(asked)["id"] == "person|pairs|pair.mentor|Kim Smith"
    done, = import_files(staffed, [parts], as_of=DAY, answers={"person|pairs|pair.mentor|Kim Smith": "SMITH"})
    assert done.outcome == "published", done.message
    path = current_build(staffed)
    assert path is not None
    store = Store.open(path)
    try:
        assert store.rows("select mentor_id, mentee_id from pair where program = 'B' order by all") == [
            {"mentor_id": "012345", "mentee_id": "000777"}, {"mentor_id": "SMITH", "mentee_id": "3"}]
    finally:
        store.close()


def test_ids_without_their_zeros_are_asked_once_a_sheet(folder: DataFolder, tmp_path: Path) -> None:
    import_files(folder, [workbook(tmp_path / "staff.xlsx", {"person": [PEOPLE[0], *PEOPLE[4:]], "pair": [
        ("pair_id", "program", "mentor_id", "mentee_id"), ("P1", "A", "012345", "000777")]})], as_of=DAY)
    log = csv_file(tmp_path / "log.csv", [("Mentor ID", "Mentee ID", "Date", "Status"),
                                          (12345, 777, "2026-02-09", "held"), (777, 9, "2026-02-10", "held")])
    asked, = import_files(folder, [log], as_of=DAY)
    question = the_question(asked)
    assert (question["id"], question["choices"], question["suggested"]) == ("zeros|log", ["6", "as written"], "6")
    assert "012345 where this one has 12345" in str(question["text"])
    for answer, met in (("as written", []), ("6", ["P1"])):
        done, = import_files(folder, [log], as_of=DAY, answers={"zeros|log": answer}, accept=True)
        assert (done.outcome, pairs_met(folder)) == ("published", met)


def test_zeros_that_no_question_can_settle_are_told(folder: DataFolder, tmp_path: Path) -> None:
    header = ("person_id", "name", "email")
    import_files(folder, [csv_file(tmp_path / "old.csv", [header, ("12345", None, None), ("9", "Al Bo", None)])],
                 as_of=DAY)
    roster = csv_file(tmp_path / "new.csv", [header, ("012345", "Eve Fay", None), ("000777", "Di Eh", None)])
    found, = import_files(folder, [roster], as_of=date(2026, 3, 2))
    assert found.outcome == "published"
    assert found.notices[-1] == ("012345 and 12345 count as two people: if old of import 1 has lost leading zeros, "
                                 "write them there and import it again.")
