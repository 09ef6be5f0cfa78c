"""What changed, by hand: two days of one build, two builds, ids that changed, pairs that only one of them knows."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from careerdash.metrics import Filters
from careerdash.metrics.changes import KINDS, Change, Moment, changes, counted
from tests.support.tables import store_of

D = date(2026, 3, 31)
BEFORE = date(2026, 2, 28)
ALL = Filters()
Tables = Mapping[str, Sequence[Mapping[str, Any]]]


def pair(pair_id: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": pair_id, "program": "Alpha", "mentor_id": f"m-{pair_id}", "mentee_id": f"e-{pair_id}",
            "start_date": date(2025, 6, 1), "cadence_days": 14, **more}


def met(pair_id: str, *days: date) -> list[dict[str, Any]]:
    return [{"pair_id": pair_id, "date": day, "status": "held"} for day in days]


def step(pair_id: str, title: str, due: date, done: date | None = None) -> dict[str, Any]:
    return {"pair_id": pair_id, "title": title, "due_date": due, "completed_date": done}


def found(rows: Sequence[Change]) -> list[tuple[str, str]]:
    return [(row.kind, row.pair_id) for row in rows]


def between_days(tables: Tables, filters: Filters = ALL) -> list[Change]:
    with store_of(tables, D) as store:
        return changes(Moment(store, BEFORE), Moment(store, D), filters)


def between_builds(then: Tables, now: Tables) -> list[Change]:
    with store_of(then, BEFORE) as before, store_of(now, D) as after:
        return changes(Moment(before, BEFORE), Moment(after, D), ALL)


def test_nothing_happens_between_a_day_and_itself() -> None:
    tables = {"pair": [pair("P1"), pair("P2", end_date=D)], "check_in": met("P1", date(2025, 7, 1))}
    with store_of(tables, D) as store:
        assert changes(Moment(store, D), Moment(store, D), ALL) == []


def test_meetings_silent_and_recovered() -> None:
    """Silent from 32 days on (2 x 14 + 4); a late or never met pair that meets again recovers, a new one does not."""
    tables = {
        "pair": [pair("fell silent"), pair("still silent"), pair("came back"), pair("first met"),
                 pair("new", start_date=date(2026, 3, 20))],
        "check_in": [*met("fell silent", D - timedelta(33)), *met("still silent", date(2025, 7, 1)),
                     *met("came back", date(2026, 1, 1), D - timedelta(3)), *met("first met", D - timedelta(3)),
                     *met("new", D - timedelta(3))]}
    rows = between_days(tables)
    assert [(row.kind, row.pair_id, row.days, row.was, row.became) for row in rows] == [
        ("newly_silent", "fell silent", 33, "on", "silent"),
        ("recovered", "came back", 3, "silent", "on"), ("recovered", "first met", 3, "never", "on"),
        ("started", "new", None, "planned", "active")]


def test_milestones_overdue_and_done() -> None:
    """Overdue: the due day has passed; done on the earlier day was done before; of ended pairs nothing is overdue."""
    tables = {
        "pair": [pair("P1"), pair("P2"), pair("ended", end_date=date(2026, 3, 1))],
        "milestone": [
            step("P1", "was overdue", date(2026, 2, 1)), step("P1", "due on the earlier day", BEFORE),
            step("P1", "due later", date(2026, 3, 10)), step("P1", "due today", D),
            step("P2", "done then", date(2026, 3, 1), BEFORE), step("P2", "done since", date(2026, 3, 1), D),
            step("P2", "done tomorrow", date(2026, 4, 2), D + timedelta(1)),
            step("ended", "left open", date(2026, 3, 10))]}
    rows = between_days(tables)
    assert [(row.kind, row.pair_id, row.n, row.days) for row in rows if row.kind != "closed"] == [
        ("newly_overdue", "P1", 2, 31), ("milestones_done", "P2", 1, None)]
    assert counted(rows) == {"newly_overdue": 1, "closed": 1, "milestones_done": 1}


def test_a_milestone_that_gets_overdue_while_another_is_done_is_told_all_the_same() -> None:
    """By milestone, not by how many: one was overdue and is done, another one has become overdue."""
    tables = {"pair": [pair("P1"), pair("P2")], "milestone": [
        step("P1", "done since", date(2026, 2, 1), date(2026, 3, 5)), step("P1", "overdue since", date(2026, 3, 10))]}
    assert [(row.kind, row.n, row.days) for row in between_days(tables)] == [
        ("newly_overdue", 1, 21), ("milestones_done", 1, None)]
    then = {"pair": [pair("P1")], "milestone": [
        {**step("P1", "a", date(2026, 2, 1), date(2026, 2, 2)), "milestone_id": "1"},
        {**step("P1", "b", date(2026, 2, 1)), "milestone_id": "2"},
        {**step("P1", "b", date(2026, 2, 1), date(2026, 2, 2)), "milestone_id": "3"}]}
    now = {"pair": [pair("P1")], "milestone": [
        {**step("P1", "a", date(2026, 2, 1)), "milestone_id": "1"},
        {**step("P1", "b", date(2026, 2, 1), date(2026, 3, 2)), "milestone_id": "2"},
        {**step("P1", "b", date(2026, 2, 1), date(2026, 2, 2)), "milestone_id": "3"}]}
    assert [(row.kind, row.n, row.days) for row in between_builds(then, now)] == [
        ("newly_overdue", 1, 58), ("milestones_done", 1, None)]


def test_milestones_of_a_pair_with_another_id_are_the_same_ones() -> None:
    then = {"pair": [pair("d1")], "milestone": [step("d1", "a", date(2026, 2, 1)), step("d1", "b", date(2026, 2, 1), D),
                                                step("d1", "c", date(2026, 2, 1), date(2026, 2, 9))]}
    now = {"pair": [pair("P1")], "milestone": [{**row, "pair_id": "P1"} for row in then["milestone"]],
           "identity": [{"kind": "pair", "old_id": "d1", "id": "P1"}]}
    assert [(row.kind, row.n) for row in between_builds(then, now)] == [("milestones_done", 1)]


def test_a_pair_that_ended_today_has_closed_and_one_that_ends_tomorrow_has_not() -> None:
    tables = {"pair": [pair("today", end_date=D, status="completed"), pair("before", end_date=BEFORE),
                       pair("the day after", end_date=BEFORE + timedelta(1), status="ended_early"),
                       pair("tomorrow", end_date=D + timedelta(1))]}
    rows = between_days(tables)
    assert [(row.kind, row.pair_id, row.day, row.became) for row in rows] == [
        ("closed", "today", D, "completed"),
        ("closed", "the day after", BEFORE + timedelta(1), "ended_early")]


def test_people_who_left_count_once_however_many_pairs_they_have() -> None:
    """The last day is still a day at work; who left before is no news; nor who left a pair that had ended."""
    people = [{"person_id": "m", "name": "Mo", "exit_date": date(2026, 3, 10)},
              {"person_id": "today", "exit_date": D}, {"person_id": "long ago", "exit_date": BEFORE - timedelta(1)},
              {"person_id": "on the earlier day", "exit_date": BEFORE}]
    tables = {"person": people, "people": [{"person_id": "m", "name": "Mo"}], "pair": [
        pair("P1", mentor_id="m"), pair("P2", mentor_id="m", end_date=date(2026, 3, 10)),
        pair("P3", mentee_id="today"), pair("P4", mentee_id="long ago"), pair("P5", mentee_id="on the earlier day"),
        pair("P6", mentor_id="m", end_date=date(2026, 1, 1))]}
    rows = between_days(tables)
    assert [(row.pair_id, row.became, row.day, row.mentor_name) for row in rows if row.kind == "left"] == [
        ("P1", "mentor", date(2026, 3, 10), "Mo"), ("P2", "mentor", date(2026, 3, 10), "Mo"),
        ("P5", "mentee", BEFORE, None)]
    assert counted(rows) == {"left": 2, "closed": 1}


def test_a_pair_only_in_the_later_build() -> None:
    """It started; what ended or was done before the earlier day is history that a file brought, no news."""
    now = {"pair": [pair("old", end_date=date(2026, 1, 5)), pair("ended since", end_date=date(2026, 3, 5)),
                    pair("open"), pair("planned", start_date=D + timedelta(5))],
           "milestone": [step("old", "a", date(2026, 1, 1), date(2026, 1, 1)),
                         step("open", "b", date(2026, 1, 1), date(2026, 1, 1))]}
    assert found(between_builds({"pair": [pair("other")]}, {**now, "pair": [*now["pair"], pair("other")]})) == [
        ("closed", "ended since"), ("started", "open")]


def test_a_pair_only_in_the_earlier_build_is_gone() -> None:
    rows = between_builds({"pair": [pair("P1"), pair("P2")]}, {"pair": [pair("P1")]})
    assert [(row.kind, row.pair_id, row.was, row.became) for row in rows] == [("gone", "P2", "active", None)]


def test_an_id_that_a_later_import_brought_is_no_new_pair() -> None:
    """The earlier build made the id `d1`; the later one knows that this is P1. The same after that import is undone."""
    identity = [{"kind": "pair", "old_id": "d1", "id": "P1"}, {"kind": "pair", "old_id": "P1", "id": "P1"},
                {"kind": "person", "old_id": "P2", "id": "P1"}]
    unnamed = {"pair": [pair("d1"), pair("P2")]}
    named = {"pair": [pair("P1", end_date=D), pair("P2")], "identity": identity}
    assert found(between_builds(unnamed, named)) == [("closed", "P1")]
    with store_of(named, BEFORE) as before, store_of(unnamed, D) as after:
        assert found(changes(Moment(before, BEFORE), Moment(after, D), ALL)) == []


def test_two_pairs_that_turn_out_to_be_one() -> None:
    then = {"pair": [pair("d1"), pair("P1", status="paused")]}
    now = {"pair": [pair("P1", status="paused")], "identity": [{"kind": "pair", "old_id": "d1", "id": "P1"}]}
    assert between_builds(then, now) == []


def test_a_pair_that_is_open_again() -> None:
    """An undone import, or a correction, takes an end back."""
    rows = between_builds({"pair": [pair("P1", end_date=date(2026, 2, 1))]}, {"pair": [pair("P1")]})
    assert [(row.kind, row.was, row.became) for row in rows] == [("open_again", "ended", "active")]


def test_filters_ask_what_the_pair_is_now() -> None:
    tables = {"pair": [pair("P1", end_date=D), pair("P2", program="Beta", end_date=D),
                       pair("P3", program=None, end_date=D)]}
    assert found(between_days(tables, Filters(program=("Beta", "-")))) == [("closed", "P2"), ("closed", "P3")]
    then = {"pair": [pair("P1", cohort="old"), pair("gone", cohort="old")]}
    now = {"pair": [pair("P1", cohort="new", end_date=D)]}
    with store_of(then, BEFORE) as before, store_of(now, D) as after:
        asked = [found(changes(Moment(before, BEFORE), Moment(after, D), Filters(cohort=(cohort,))))
                 for cohort in ("old", "new")]
    assert asked == [[("gone", "gone")], [("closed", "P1")]]


def test_kinds_come_in_their_order_the_worst_first() -> None:
    tables = {
        "pair": [pair("a"), pair("b"), pair("c", end_date=D)],
        "check_in": [*met("a", D - timedelta(33)), *met("b", D - timedelta(40))]}
    rows = between_days(tables)
    assert found(rows) == [("newly_silent", "b"), ("newly_silent", "a"), ("closed", "c")]
    assert [KINDS.index(row.kind) for row in rows] == sorted(KINDS.index(row.kind) for row in rows)
