"""Published reports: what leadership may read, on simulated firms; nobody follows from any difference."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.published import PublicationError, PublishedReports
from careerdash.outcomes.cells import Admitted, Cell, leaks
from careerdash.outcomes.periods import Quarter
from careerdash.reports import publication
from careerdash.reports.publication import SCOPES, draft, publish
from careerdash.reports.shown import of_report
from tests.support.firms import LAST, Tables, changed, firm
from tests.support.tables import store_of

TODAY = date(2026, 9, 1)
QUARTERS = [Quarter(2025, 3), Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2)]


@contextmanager
def books(root: Path) -> Iterator[Ledger]:
    ledger = Ledger(DataFolder(root))
    try:
        yield ledger
    finally:
        ledger.close()


def everything(store: Any, ledger: Ledger) -> list[Cell]:
    """All cells ever published, as the next report's audit sees them."""
    found = publication.study(store, publication.scope_of("all", LAST))
    people = publication.staff(store, LAST, None)
    return publication._Keys(store, PublishedReports(ledger), found, people).published()


def publish_all(store: Any, ledger: Ledger, quarter: Quarter) -> list[str]:
    made = []
    for scope in SCOPES:
        try:
            made.append(publish(ledger, draft(store, ledger, quarter, scope, TODAY), "coordinator"))
        except PublicationError as refused:
            assert "10 people" in str(refused) or "10 mentees" in str(refused)  # noqa: PT017
    return made


@pytest.mark.parametrize("seed", [1, 2])
def test_nobody_follows_from_all_reports_of_a_firm_together(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    tables = firm(random)
    with books(tmp_path) as ledger:
        for quarter in QUARTERS:
            with store_of(tables, LAST) as store:
                made = publish_all(store, ledger, quarter)
                assert made
                if quarter.number == 4:  # withdrawn and published again from corrected files
                    for report_id in made:
                        PublishedReports(ledger).withdraw(report_id, "coordinator")
            if quarter.number == 4:
                tables = changed(tables, random, moved=random.choice([3, 12]), added=random.choice([0, 4, 12]))
                with store_of(tables, LAST) as store:
                    assert publish_all(store, ledger, quarter)
        with store_of(tables, LAST) as store:
            cells = everything(store, ledger)
    assert len(cells) > 40
    assert leaks(cells) == []


def test_without_the_rules_the_same_firm_would_leak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The audit of the test above can fail: it does where every figure is simply renewed."""
    monkeypatch.setattr(publication, "admit", lambda cells, published: Admitted(tuple(cells)))
    with books(tmp_path) as ledger, store_of(firm(Random(1)), LAST) as store:
        for quarter in QUARTERS[:2]:
            publish_all(store, ledger, quarter)
        assert leaks(everything(store, ledger))


def test_twelve_in_and_twelve_out_make_a_new_figure_and_four_do_not(tmp_path: Path) -> None:
    random = Random(5)
    tables = firm(random)
    with books(tmp_path) as ledger:
        with store_of(tables, LAST) as store:
            first = draft(store, ledger, QUARTERS[-1], "all", TODAY)
            PublishedReports(ledger).withdraw(publish(ledger, first, "c"), "c")
        with store_of(changed(tables, random, moved=2, added=0), LAST) as store:
            few = draft(store, ledger, QUARTERS[-1], "all", TODAY)
        with store_of(changed(tables, random, moved=40, added=0), LAST) as store:
            many = draft(store, ledger, QUARTERS[-1], "all", TODAY)
    keys = {group.cell for group in first.groups}
    assert "all/comparison" in keys
    assert "all/comparison" not in {group.cell for group in few.groups}  # repeated: nobody stands behind it anew
    assert figure(few, "comparison") == figure(first, "comparison")
    assert "all/comparison" in {group.cell for group in many.groups}


def test_people_under_new_ids_are_the_same_people(tmp_path: Path) -> None:
    """Two mentees were other people, and everybody has a new id. Where nobody says whose it is, all look new."""
    random = Random(5)
    tables = firm(random)
    later = renamed(changed(tables, random, moved=2, added=0))
    with books(tmp_path) as ledger:
        with store_of(tables, LAST) as store:
            first = draft(store, ledger, QUARTERS[-1], "all", TODAY)
            PublishedReports(ledger).withdraw(publish(ledger, first, "c"), "c")
        with store_of(later, LAST) as store:
            known = draft(store, ledger, QUARTERS[-1], "all", TODAY)
            publish(ledger, known, "c")
            assert leaks(everything(store, ledger)) == []
        PublishedReports(ledger).withdraw("2026-Q2-all-2", "c")
        with store_of({**later, "identity": []}, LAST) as store:
            unknown = draft(store, ledger, QUARTERS[-1], "all", TODAY)
    assert "all/comparison" not in {group.cell for group in known.groups}
    assert figure(known, "comparison") == figure(first, "comparison")
    assert "all/comparison" in {group.cell for group in unknown.groups}, "the test can fail"


@pytest.mark.parametrize("renaming", [False, True])
def test_what_is_corrected_for_the_same_people_counts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                          renaming: bool) -> None:
    """Four mentees left, or forty did: nobody joined a group, but four people made what would change."""
    tables = firm(Random(5), people=500, mentees=240)
    with books(tmp_path) as ledger:
        with store_of(tables, LAST) as store:
            first = draft(store, ledger, QUARTERS[-1], "all", TODAY)
            PublishedReports(ledger).withdraw(publish(ledger, first, "c"), "c")
        few, many = (with_leavers(tables, count) for count in (4, 40))
        with store_of(renamed(few) if renaming else few, LAST) as store:
            again = draft(store, ledger, QUARTERS[-1], "all", TODAY)
            with monkeypatch.context() as patch:
                patch.setattr(publication, "admit", lambda cells, published: Admitted(tuple(cells)))
                unguarded = draft(store, ledger, QUARTERS[-1], "all", TODAY)
        with store_of(renamed(many) if renaming else many, LAST) as store:
            corrected = draft(store, ledger, QUARTERS[-1], "all", TODAY)
    assert figure(unguarded, "comparison") != figure(first, "comparison"), "the test can fail"
    assert figure(again, "comparison") == figure(first, "comparison")
    assert "comparison" in again.repeated
    assert figure(corrected, "comparison") != figure(first, "comparison")
    assert "comparison" not in corrected.repeated


def with_leavers(tables: Tables, count: int) -> Tables:
    """The same firm, but for some mentees who left two months after their match."""
    here = {row["person_id"] for row in tables["person"] if row["exit_date"] is None}
    gone = {row["mentee_id"]: row["start_date"] + timedelta(60) for row in [
        row for row in tables["pair"] if row["mentee_id"] in here and row["start_date"] < date(2025, 3, 1)][:count]}
    assert len(gone) == count
    return {**tables, "person": [{**row, "exit_date": gone.get(row["person_id"], row["exit_date"])}
                                 for row in tables["person"]]}


def test_an_answer_that_was_corrected_does_not_show(tmp_path: Path) -> None:
    """Of answers and meetings it is not kept whose changed: figures of the same day and people stay."""
    tables = firm_at_work()
    later = {**tables, "feedback": [{**row, "satisfaction": 1 if place < 20 else row["satisfaction"]}
                                    for place, row in enumerate(tables["feedback"])]}
    with books(tmp_path) as ledger:
        with store_of(tables, LAST) as store:
            first = draft(store, ledger, QUARTERS[-1], "all", TODAY)
        with store_of(later, LAST) as store:
            alone = draft(store, ledger, QUARTERS[-1], "all", TODAY)
            PublishedReports(ledger).withdraw(publish(ledger, first, "c"), "c")
            second = draft(store, ledger, QUARTERS[-1], "all", TODAY)
    for key in ("satisfaction", "health"):
        assert figure(alone, key) != figure(first, key), "the test can fail"
        assert figure(second, key) == figure(first, key)


def firm_at_work() -> Tables:
    """A firm in which every other pair is at work and was asked lately."""
    tables = firm(Random(7), people=600, mentees=400)
    recent = {row["pair_id"] for row in tables["pair"][::2]}
    for row in tables["pair"]:
        if row["pair_id"] in recent:
            row["start_date"], row["planned_end_date"] = LAST - timedelta(200), LAST + timedelta(165)
    tables["feedback"] = [{**row, "date": LAST - timedelta(10)} for row in tables["feedback"]
                          if row["pair_id"] in recent]
    return tables


def renamed(tables: Tables) -> Tables:
    """The same firm under other ids, with what a build knows of the old ones."""
    def new(person: str) -> str:
        return f"N-{person[::-1]}"

    made: Tables = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    for name, field in (("person", "person_id"), ("pair", "mentee_id")):
        for row in made[name]:
            row[field] = new(row[field])
    made["identity"] = [{"kind": "person", "old_id": row["person_id"], "id": new(row["person_id"])}
                        for row in tables["person"]]
    return made


def figure(made: publication.Draft, key: str) -> Any:
    return of_report(made.document).figures[key]


def test_a_report_holds_only_coarse_numbers_and_no_ids(tmp_path: Path) -> None:
    tables = firm(Random(2))
    with books(tmp_path) as ledger, store_of(tables, LAST) as store:
        made = draft(store, ledger, QUARTERS[-1], "all", TODAY)
        publish(ledger, made, "c")
    document = json.dumps(made.document)
    assert not any(row["person_id"] in document for row in tables["person"])
    for cell in made.document["cells"]:
        for path, value in leaves(cell["figure"]):
            where = f"{cell['key']} {path}"
            assert not isinstance(value, float), where
            if path.endswith((".people", ".people.mentees", ".people.colleagues", "_pairs", ".pairs", "_now")):
                assert value is None or value % 10 == 0, where
            if path.endswith("percent"):
                assert value is None or 5 <= value <= 95, where
            assert not any(word in path for word in ("leavers", "at_risk", "left_out")), where


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def test_one_report_a_period_and_scope_never_before_its_day(tmp_path: Path) -> None:
    with books(tmp_path) as ledger, store_of(firm(Random(2)), LAST) as store:
        quarter = QUARTERS[-1]
        with pytest.raises(PublicationError, match="2026-07-30"):
            draft(store, ledger, quarter, "all", date(2026, 7, 29))
        made = draft(store, ledger, quarter, "all", date(2026, 7, 30))
        assert publish(ledger, made, "c") == "2026-Q2-all"
        with pytest.raises(PublicationError, match="meanwhile"):
            publish(ledger, made, "c")
        again = draft(store, ledger, quarter, "all", TODAY)
        with pytest.raises(PublicationError, match="already"):
            publish(ledger, again, "c")
        PublishedReports(ledger).withdraw("2026-Q2-all", "c")
        assert publish(ledger, draft(store, ledger, quarter, "all", TODAY), "c") == "2026-Q2-all-2"
        with pytest.raises(PublicationError, match="withdrawn"):
            PublishedReports(ledger).one("2026-Q2-all")
        assert [entry.action for entry in ledger.audit()] == ["publish", "withdraw", "publish"]
        with pytest.raises(PublicationError, match="2026-06-30"):
            draft(store, ledger, Quarter(2026, 3), "all", date(2027, 1, 1))


def test_too_few_is_a_sentence_without_numbers(tmp_path: Path) -> None:
    tables = firm(Random(3), mentees=20)
    with books(tmp_path) as ledger, store_of(tables, LAST) as store:
        made = draft(store, ledger, QUARTERS[-1], "all", TODAY)
    assert [cell["key"] for cell in made.document["cells"]] == ["comparison"]
    told = made.document["cells"][0]["figure"]
    assert set(told) == {"verdict", "sentence"}
    assert told["verdict"] == "too_few"


def test_no_report_whose_comparison_could_be_subtracted(tmp_path: Path) -> None:
    """Ten mentees and more are outside the scope, but nearly all of them are in no staff list: few are compared."""
    tables = firm(Random(6), mentees=150)
    for row in tables["program"]:
        row["participation"] = "mandatory" if row["program"] == "Duty" else "voluntary"
    others = [row for row in tables["pair"] if row["program"] == "Duty"]
    for row in others[3:]:
        row["mentee_id"] = f"unknown {row['pair_id']}"
    with books(tmp_path) as ledger, store_of(tables, LAST) as store:
        publish(ledger, draft(store, ledger, QUARTERS[-1], "all", TODAY), "c")
        with pytest.raises(PublicationError, match="subtracted"):
            draft(store, ledger, QUARTERS[-1], "voluntary", TODAY)


def test_shares_of_few_answers_go_in_steps_of_five(tmp_path: Path) -> None:
    """A hundred active mentees and more, of whom some thirty answered: a whole percent of thirty counts people."""
    tables = firm_at_work()
    tables["feedback"] = [{**row, "satisfaction": 2 if place % 8 == 0 else 5}
                          for place, row in enumerate(tables["feedback"][:33])]
    with books(tmp_path) as ledger, store_of(tables, LAST) as store:
        told = figure(draft(store, ledger, QUARTERS[-1], "all", TODAY), "health")
        people = publication.staff(store, LAST, None)
    assert len(people.active_mentees) >= 100
    assert 10 <= len(people.answered) < 100
    assert told["shares"]["satisfaction_mentee"]["percent"] % 5 == 0


def test_a_scope_needs_ten_people_and_ten_outside(tmp_path: Path) -> None:
    tables = firm(Random(4))
    for row in tables["program"]:
        row["participation"] = "voluntary"
    with books(tmp_path) as ledger, store_of(tables, LAST) as store:
        with pytest.raises(PublicationError, match="outside"):
            draft(store, ledger, QUARTERS[-1], "voluntary", TODAY)
        with pytest.raises(PublicationError, match="mentees"):
            draft(store, ledger, QUARTERS[-1], "mandatory", TODAY)
