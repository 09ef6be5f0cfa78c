"""The work list on rows worked out by hand: each reason at its limit, and the order."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from careerdash.metrics import Filters, attention, pairs
from careerdash.store import Store
from tests.support.tables import store_of

D = date(2026, 3, 1)
Tables = dict[str, list[dict[str, Any]]]


def ago(days: int) -> date:
    return D - timedelta(days)


def answer(side: str, days: int | None, **more: Any) -> dict[str, Any]:
    return {"respondent": side, "date": None if days is None else ago(days), **more}


def held(*days: int) -> list[dict[str, Any]]:
    return [{"date": ago(day), "status": "held"} for day in days]


QUIET: Tables = {"check_in": held(5), "goal": [{"title": "g", "set_date": ago(90)}]}
"""A pair that meets and has a goal has no reason."""

CASES: dict[str, tuple[dict[str, Any], Tables, list[str]]] = {
    "quiet": ({}, {}, []),
    "mentor left yesterday": ({"mentor_id": "left 1"}, {}, ["person_left"]),
    "last day is today": ({"mentee_id": "left 0"}, {}, []),
    "came back": ({"mentor_id": "came back"}, {}, []),
    "paused, left": ({"mentor_id": "left 1", "status": "paused", "planned_end_date": ago(1)}, {},
                     ["person_left", "past_planned_end"]),
    "paused, silent": ({"status": "paused"}, {"check_in": held(99)}, []),
    "ends today": ({"planned_end_date": D}, {}, []),
    "no row, 30 days": ({"start_date": ago(30), "program": "no rows"}, {"check_in": [], "goal": []}, ["no_data"]),
    "no row, 29 days": ({"start_date": ago(29), "program": "no rows"}, {"check_in": [], "goal": []}, []),
    "only later rows": ({"program": "no rows"}, {
        "check_in": [{"date": ago(-1), "status": "held"}], "goal": [],
        "recognition": [{"date": ago(-1)}]}, ["no_data"]),
    "never met": ({}, {"check_in": []}, ["never_met"]),
    "silent": ({}, {"check_in": held(68)}, ["silent"]),
    "late": ({}, {"check_in": held(67)}, ["late"]),
    "one 30 days late": ({}, {"milestone": [{"due_date": ago(30)}]}, []),
    "one 31 days late": ({}, {"milestone": [{"due_date": ago(31)}]}, ["milestones_overdue"]),
    "two a day late": ({}, {"milestone": [{"due_date": ago(1)}] * 2}, ["milestones_overdue"]),
    "no goal, 44 days": ({"start_date": ago(44)}, {"goal": []}, []),
    "no goal, 45 days": ({"start_date": ago(45)}, {"goal": []}, ["no_goals"]),
    "dropped goal": ({}, {"goal": [{"title": "g", "status": "dropped"}]}, ["no_goals"]),
    "2 of 5, 90 days": ({}, {"feedback": [answer("mentor", 90, satisfaction=2)]}, ["low_satisfaction"]),
    "2 of 5, 91 days": ({}, {"feedback": [answer("mentor", 91, satisfaction=2)]}, []),
    "2 of 5, no day": ({}, {"feedback": [answer("mentor", None, satisfaction=2)]}, []),
    "better since": ({}, {"feedback": [answer("mentee", 9, satisfaction=1), answer("mentee", 8, satisfaction=3)]}, []),
    "3 points apart": (
        {}, {"feedback": [answer("mentee", 60, satisfaction=5), answer("mentor", 30, satisfaction=3),
                          answer("mentor", 30, satisfaction=2)]}, ["low_satisfaction", "sides_disagree"]),
    "31 days apart": ({}, {"feedback": [answer("mentee", 60, satisfaction=5), answer("mentor", 29, satisfaction=2)]},
                      ["low_satisfaction"]),
    "61 days ago": ({}, {"feedback": [answer("mentee", 61, met=True), answer("mentor", 60, met=False)]}, []),
    "met or not": ({}, {"feedback": [answer("mentee", 60, met=True), answer("mentor", 60, met=True),
                                     answer("mentor", 60, met=False)]}, ["sides_disagree"]),
    "met or not, 30 apart": (
        {}, {"feedback": [answer("mentee", 60, met=True), answer("mentor", 30, met=False)]}, ["sides_disagree"]),
    "met or not, 31 apart": (
        {}, {"feedback": [answer("mentee", 60, met=True), answer("mentor", 29, met=False)]}, []),
    "one ticked only": ({}, {"checklist": [{"item": 1, "done": True}]}, []),
    "two ticked only": ({}, {"checklist": [{"item": 1, "done": True}, {"item": 3, "done": True}]},
                        ["ticked_no_evidence"]),
    "ended": ({"mentor_id": "left 1", "end_date": D}, {"check_in": []}, []),
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    rows: Tables = {
        "pair": [], "people": [{"person_id": "left 1", "name": "Ada Left"}],
        "person": [{"person_id": "left 1", "exit_date": ago(1)}, {"person_id": "left 0", "exit_date": D},
                   {"person_id": "came back", "exit_date": ago(50)},
                   {"person_id": "came back", "hire_date": ago(20)}]}
    rows["people"] = [dict(row) for row in rows["people"]]
    for name, (pair, tables, _) in CASES.items():
        rows["pair"].append({"pair_id": name, "program": "P", "mentor_id": "M", "mentee_id": "E",
                             "start_date": ago(100)} | pair)
        for table, more in (QUIET | tables).items():
            rows.setdefault(table, []).extend({"pair_id": name, **row} for row in more)
    people = rows.pop("people")
    with store_of(rows | {"people": people}, D) as opened:
        yield opened


def test_reasons(store: Store) -> None:
    found = {row["pair_id"]: row["reasons"] for row in pairs(store, D, Filters())}
    assert found == {name: reasons for name, (_, _, reasons) in CASES.items()}


def test_the_list_holds_each_flagged_pair_once(store: Store) -> None:
    rows = attention(store, D, Filters(), 100)
    assert sorted(row.pair_id for row in rows) == sorted(name for name, (_, _, reasons) in CASES.items() if reasons)
    assert [row.place for row in rows] == list(range(1, len(rows) + 1))
    assert attention(store, D, Filters(), 3, 2) == rows[2:5]
    assert [row.records_only for row in rows if row.reasons in (("no_data",), ("late",))] == [True, True, False]


def test_facts_carry_the_numbers_of_the_sentences(store: Store) -> None:
    rows = {row.pair_id: row for row in attention(store, D, Filters(), 100)}
    left = rows["mentor left yesterday"]
    assert (left.mentor_name, left.mentee_name, left.facts["mentor_exit_date"]) == ("Ada Left", None, ago(1))
    assert rows["silent"].facts["days_since"] == 68
    assert (rows["silent"].facts["cadence_days"], rows["silent"].facts["interval_known"]) == (30, False)
    assert rows["one 31 days late"].facts["oldest_overdue_days"] == 31
    assert rows["2 of 5, 90 days"].facts["mentor_unhappy"] is True
    assert (rows["met or not"].facts["met_disagree"], rows["met or not"].facts["scores_disagree"]) == (True, False)
    assert rows["two ticked only"].facts["items_ticked_only"] == 2


def test_order() -> None:
    def pair(name: str, **more: Any) -> dict[str, Any]:
        return {"pair_id": name, "mentor_id": "M", "mentee_id": "E", "start_date": ago(300)} | more

    meetings = {"a late": 60, "b late": 61, "c silent": 80, "d silent": 90, "e silent, planned": 99, "f late": 61}
    rows: Tables = {
        "pair": [pair(name) for name in meetings] + [pair("past end", planned_end_date=ago(1))],
        "check_in": [{"pair_id": name, "date": ago(day), "status": "held"} for name, day in meetings.items()]
        + [{"pair_id": "e silent, planned", "date": ago(-4), "status": "scheduled"},
           {"pair_id": "e silent, planned", "date": ago(-3), "status": "scheduled"},
           {"pair_id": "d silent", "date": D, "status": "scheduled"},
           {"pair_id": "past end", "date": ago(1), "status": "held"}],
        "milestone": [{"pair_id": "f late", "due_date": ago(200)}]}
    with store_of(rows, D) as store:
        found = attention(store, D, Filters(), 100)
    assert [row.pair_id for row in found] == [
        "past end", "d silent", "c silent", "e silent, planned", "f late", "b late", "a late"]
    assert [row.facts["next_planned"] for row in found[1:4]] == [None, None, ago(-3)]
