"""The demo through the ordinary import: what is set aside and why, and numbers of a believable program."""

from collections import Counter
from collections.abc import Iterator

import pytest

from careerdash.imports.demo import ensure_demo
from careerdash.imports.manage import history, receipt
from careerdash.ledger.folder import DataFolder
from careerdash.metrics import Filters, pairs, values
from careerdash.store import Store, current_build
from tools.demo.make import Company

ALL = Filters()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return ensure_demo(DataFolder(tmp_path_factory.mktemp("demo") / "demo-build"))


@pytest.fixture(scope="module")
def store(folder: DataFolder) -> Iterator[Store]:
    path = current_build(folder)
    assert path is not None
    store = Store.open(path)
    yield store
    store.close()


def test_rows_set_aside_have_the_reasons_put_there(folder: DataFolder) -> None:
    counts: Counter[str] = Counter()
    quarantined = 0
    for entry in history(folder):
        told = receipt(folder, entry["import_id"])
        counts.update(told["issue_counts"])
        quarantined += told["balance"]["rows"]["quarantined"]
    assert counts.pop("start_assumed") == 8  # four rows, in both months' export of matches
    assert counts.pop("no_pair") == 5  # Unassigned: waiting for a mentor
    assert counts.pop("duplicate_id", 0) < 10
    assert counts == {
        "unknown_pair": 7, "missing_value": 10, "bad_date": 4, "unknown_word": 2, "out_of_range": 1,
        "swapped_people": 1}
    assert 20 <= quarantined <= 30


def test_people_are_known_under_all_their_spellings(store: Store, company: Company) -> None:
    """E-mails in capitals, other addresses, turned names, names alone: nobody comes twice."""
    people = store.rows("SELECT count(*) AS people FROM people")[0]["people"]
    assert people == len(company.people) + 3  # three mentors from outside
    found = store.rows("SELECT count(*) AS pairs FROM pair")[0]["pairs"]
    assert found == len(company.pairs)


@pytest.mark.parametrize(("key", "low", "high"), [
    ("active_pairs", 225, 255), ("on_cadence_share", 0.66, 0.78), ("milestone_on_time", 0.55, 0.68),
    ("milestone_on_first_plan", 0.38, 0.50), ("checklist_coverage", 0.52, 0.63), ("satisfaction_mentee", 0.84, 0.92),
    ("response_mentee", 0.54, 0.68), ("record_share", 0.50, 0.66), ("goals_in_range", 0.6, 0.85),
    ("network_share", 0.3, 0.5), ("vision_share", 0.65, 0.85), ("needs_attention", 0.25, 0.42)])
def test_numbers_are_believable(store: Store, key: str, low: float, high: float) -> None:
    value = values(store, store.data_day, ALL, [key])[key].value
    assert value is not None
    assert low <= value <= high


def test_every_reason_for_attention_but_no_data_occurs(store: Store) -> None:
    reasons = {reason for pair in pairs(store, store.data_day, ALL) for reason in pair["reasons"]}
    assert reasons >= {"person_left", "past_planned_end", "never_met", "silent", "late", "milestones_overdue",
                       "no_goals", "low_satisfaction", "sides_disagree", "ticked_no_evidence"}


def test_the_worked_example_has_all_seven_items(store: Store, company: Company) -> None:
    pair = next(pair for pair in pairs(store, store.data_day, ALL) if pair["pair_id"] == company.story.pair_id)
    assert (pair["cadence_state"], pair["reasons"], pair["goals"], pair["resources"]) == ("on", [], 2, 3)
    assert pair["milestones"] == {"open": 2, "done": 5, "dropped": 0, "overdue": 0, "moved": 2}
    assert all(item["ticked"] and item["evidenced"] for item in pair["checklist"].values())


def test_goals_show_what_moved_since_the_earlier_export(store: Store) -> None:
    """No column of the files holds a goal's first target: the earlier export does."""
    moved = store.rows("SELECT count(*) AS n FROM goal WHERE target_date <> original_target_date")[0]["n"]
    assert moved > 5
