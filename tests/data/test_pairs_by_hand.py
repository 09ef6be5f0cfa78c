"""What a pair is on a day, on rows worked out by hand: each limit from both sides."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from careerdash.metrics import Filters, pairs
from careerdash.store import Store
from tests.support.tables import store_of

D = date(2026, 3, 1)


def ago(days: int) -> date:
    return D - timedelta(days)


def pair(name: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "mentor_id": "M", "mentee_id": "E", "start_date": ago(100)} | more


def held(name: str, *days_ago: int, **more: Any) -> list[dict[str, Any]]:
    return [{"pair_id": name, "date": ago(days), "status": "held", **more} for days in days_ago]


STATES = {
    # the planned end is 50 days ago; 7 days before it is still as planned
    "started today": (pair("started today", start_date=D), "active"),
    "starts tomorrow": (pair("starts tomorrow", start_date=ago(-1)), "planned"),
    "ends today": (pair("ends today", end_date=D), "ended"),
    "ends tomorrow": (pair("ends tomorrow", end_date=ago(-1)), "active"),
    "7 days early": (pair("7 days early", end_date=ago(57), planned_end_date=ago(50)), "completed"),
    "8 days early": (pair("8 days early", end_date=ago(58), planned_end_date=ago(50)), "ended_early"),
    "early but completed": (
        pair("early but completed", end_date=ago(90), planned_end_date=ago(50), status="completed"), "completed"),
    "on time but ended early": (
        pair("on time but ended early", end_date=ago(50), planned_end_date=ago(50), status="ended_early"),
        "ended_early"),
    "ended, no plan": (pair("ended, no plan", end_date=ago(10), status="active"), "ended"),
    "paused": (pair("paused", status="paused"), "paused"),
    "paused, then ended": (pair("paused, then ended", status="paused", end_date=ago(3)), "ended"),
    "says planned, has started": (pair("says planned, has started", status="planned"), "active"),
    "ended before it starts": (pair("ended before it starts", start_date=ago(-5), end_date=ago(9)), "planned"),
}


@pytest.fixture(scope="module")
def states() -> Iterator[dict[str, dict[str, Any]]]:
    with store_of({"pair": [row for row, _ in STATES.values()]}, D) as store:
        yield {row["pair_id"]: row for row in pairs(store, D, Filters())}


@pytest.mark.parametrize("name", STATES)
def test_state(states: dict[str, dict[str, Any]], name: str) -> None:
    assert states[name]["state"] == STATES[name][1]


ENDS = {
    # status ended, no end_date: the last check-in held on or after the start, also one after D
    "last meeting": (pair("last meeting", status="ended"), held("last meeting", 40, 20), ago(20)),
    "meeting before the start": (
        pair("meeting before the start", status="ended"), held("meeting before the start", 120), ago(100)),
    "meeting on the start": (
        pair("meeting on the start", status="ended", planned_end_date=ago(9)), held("meeting on the start", 100),
        ago(100)),
    "planned end": (pair("planned end", status="ended", planned_end_date=D), [], D),
    "planned end to come": (pair("planned end to come", status="ended", planned_end_date=ago(-1)), [], ago(100)),
    "meeting to come": (pair("meeting to come", status="completed"), held("meeting to come", -9), ago(-9)),
    "cancelled only": (
        pair("cancelled only", status="ended_early"), [{**held("cancelled only", 5)[0], "status": "cancelled"}],
        ago(100)),
    "no status": (pair("no status"), held("no status", 5), None),
}


@pytest.fixture(scope="module")
def ends() -> Iterator[dict[str, dict[str, Any]]]:
    rows = {"pair": [row for row, _, _ in ENDS.values()], "check_in": [c for _, rows, _ in ENDS.values() for c in rows]}
    with store_of(rows, D) as store:
        yield {row["pair_id"]: row for row in pairs(store, D, Filters())}


@pytest.mark.parametrize("name", ENDS)
def test_end_day(ends: dict[str, dict[str, Any]], name: str) -> None:
    expected = ENDS[name][2]
    assert ends[name]["end_day"] == (None if expected is None else expected.isoformat())


CADENCE = {
    # interval 30, grace floor(30 / 4) = 7: on to 37, late to 67
    "on 37": ({}, [37], "on"), "late 38": ({}, [38], "late"), "late 67": ({}, [67], "late"),
    "silent 68": ({}, [68], "silent"),
    # interval 8: grace 3, not 2: on to 11, late to 19
    "on 11": ({"cadence_days": 8}, [11], "on"), "late 12": ({"cadence_days": 8}, [12], "late"),
    "silent 20": ({"cadence_days": 8}, [20], "silent"),
    # new to the smaller of 37 and 30 days
    "new 30": ({"start_date": ago(30)}, [], "new"), "never 31": ({"start_date": ago(31)}, [], "never"),
    "new 11": ({"start_date": ago(11), "cadence_days": 8}, [], "new"),
    "never 12": ({"start_date": ago(12), "cadence_days": 8}, [], "never"),
    # about to end, today included, 7 days at most; on and never stay what they are
    "ending today": ({"planned_end_date": D}, [68], "ending"),
    "ending in 7": ({"planned_end_date": ago(-7)}, [38], "ending"),
    "late, ends in 8": ({"planned_end_date": ago(-8)}, [38], "late"),
    "late, end is past": ({"planned_end_date": ago(1)}, [38], "late"),
    "on, ending": ({"planned_end_date": D}, [37], "on"),
    "never, ending": ({"planned_end_date": D}, [], "never"),
    # an interval below 1 is none
    "zero days": ({"cadence_days": 0}, [37], "on"),
    # neither before the start nor after the end nor after D
    "before the start": ({}, [101], "never"),
}


@pytest.fixture(scope="module")
def cadence() -> Iterator[Store]:
    rows = {"pair": [pair(name, program="P", **more) for name, (more, _, _) in CADENCE.items()],
            "check_in": [c for name, (_, days, _) in CADENCE.items() for c in held(name, *days, -1)]}
    with store_of(rows, D) as store:
        yield store


def test_cadence_state(cadence: Store) -> None:
    found = {row["pair_id"]: row["cadence_state"] for row in pairs(cadence, D, Filters())}
    assert found == {name: state for name, (_, _, state) in CADENCE.items()}


def test_the_same_pairs_a_day_later(cadence: Store) -> None:
    found = {row["pair_id"]: row["cadence_state"] for row in pairs(cadence, D + timedelta(1), Filters())}
    # each has a held check-in tomorrow, when it counts
    assert set(found.values()) == {"on"}


def test_interval_comes_from_pair_program_or_rule() -> None:
    rows = {
        "program": [{"program": "A", "cadence_days": 21}, {"program": "B", "cadence_days": 0}],
        "pair": [pair("own", program="A", cadence_days=14), pair("program", program="A"), pair("rule", program="B"),
                 pair("general", program=None), pair("zero", program="A", cadence_days=0)]}
    rules = [("default_cadence_days", None, 45.0), ("default_cadence_days", "B", 60.0)]
    with store_of(rows, D, rules) as store:
        found = {row["pair_id"]: row["cadence_days"] for row in pairs(store, D, Filters())}
    assert found == {"own": 14, "program": 21, "rule": 60, "general": 45, "zero": 21}


def test_two_check_ins_on_a_day_are_one_meeting_day() -> None:
    rows = {"pair": [pair("p")], "check_in": [*held("p", 80, 80, 40), *held("p", 200), *held("p", 10)]}
    rows["check_in"][-1]["status"] = "missed"
    with store_of(rows, D) as store:
        found = pairs(store, D, Filters())[0]
    assert (found["check_ins"], found["meeting_days"], found["last_meeting"]) == (3, 2, ago(40).isoformat())
    # start 100 ago, 80, 40, D: gaps 20, 40, 40 of which 20, 30, 30 are covered
    assert found["cadence_coverage"] == pytest.approx(80 / 100)


def test_an_empty_status_is_held_up_to_the_data_day_of_its_import() -> None:
    row = {"pair_id": "p", "date": ago(10), "row_data_day": ago(11)}
    for came, meetings in ((ago(11), 0), (ago(10), 1)):
        with store_of({"pair": [pair("p")], "check_in": [{**row, "row_data_day": came}]}, D) as store:
            assert pairs(store, D, Filters())[0]["meeting_days"] == meetings


def test_department_is_that_of_the_latest_spell_by_the_day() -> None:
    rows = {
        "pair": [pair("p", mentee_id="E"), pair("q", mentee_id="X")],
        "person": [{"person_id": "E", "department": "Old", "hire_date": None},
                   {"person_id": "E", "department": None, "hire_date": ago(30)},
                   {"person_id": "E", "department": "New", "hire_date": D},
                   {"person_id": "E", "department": "Later", "hire_date": ago(-1)}]}
    with store_of(rows, D) as store:
        shown = {day: pairs(store, day, Filters())[0]["department"] for day in (ago(31), ago(30), ago(1), D, ago(-1))}
        assert list(shown.values()) == ["Old", None, None, "New", "Later"]
        assert [row["pair_id"] for row in pairs(store, D, Filters(department=("-",)))] == ["q"]
        assert [row["pair_id"] for row in pairs(store, ago(5), Filters(department=("-", "New")))] == ["p", "q"]


def test_latest_answer() -> None:
    def said(name: str, **more: Any) -> dict[str, Any]:
        return {"pair_id": name, "respondent": "mentee", **more}

    rows = {
        "pair": [pair(name) for name in ("tie", "undated", "stale", "not stale", "ended", "to come")],
        "feedback": [
            said("tie", date=ago(9), satisfaction=4), said("tie", date=ago(9), satisfaction=2),
            said("tie", date=ago(5), recommend=9), said("undated", satisfaction=5), said("undated", date=ago(900)),
            said("stale", date=ago(366), satisfaction=5), said("not stale", date=ago(365), satisfaction=5),
            said("ended", date=ago(400), satisfaction=3), said("to come", date=ago(-1), satisfaction=1)]}
    rows["pair"][4]["end_date"] = ago(60)  # 400 days ago is 340 days before that end
    with store_of(rows, D) as store:
        found = {row["pair_id"]: row["satisfaction"]["mentee"] for row in pairs(store, D, Filters())}
    assert found == {"tie": 2, "undated": 5, "stale": None, "not stale": 5, "ended": 3, "to come": None}


def test_no_rows_at_all() -> None:
    with store_of({}, D) as store:
        assert pairs(store, D, Filters()) == []
        assert pairs(store, ago(9), Filters(program=("A",))) == []
