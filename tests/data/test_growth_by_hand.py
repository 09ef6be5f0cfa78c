"""Criteria, target days and explorations counted by hand; they add up to the metrics of the same names."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from careerdash.metrics import Filters, pairs, values
from careerdash.metrics.growth import explored, goal_criteria, goal_plans, totals
from careerdash.store import Store
from careerdash.words import growth as words
from tests.support.tables import store_of

D = date(2026, 3, 1)
ALL = Filters()


def ago(days: int) -> date:
    return D - timedelta(days)


def pair(name: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "program": "A", "cohort": "one", "mentor_id": "M", "mentee_id": f"e-{name}",
            "start_date": ago(100)} | more


def goal(name: str, title: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "title": title} | more


REAL = {"framework": "REAL", "relevant": True, "engaging": False, "actionable": None, "learning_focused": True}
SMARTY = {"framework": "SMARTY", "specific": True, "measurable": None, "achievable": False, "relevant": False,
          "time_bound": True, "yours": None}
RESOURCES = [{"pair_id": "two", "name": name, "kind": kind} for name, kind in (("h", "access"), ("i", "knowledge"))]

TABLES: dict[str, list[dict[str, Any]]] = {
    "pair": [pair("two"), pair("beta", program="B", cohort=None), pair("unknown", program=None),
             pair("ended", end_date=ago(5)), pair("paused", status="paused"), pair("planned", start_date=ago(-9)),
             pair("empty")],
    "person": [{"person_id": "e-two", "department": "Law"}],
    # two goals, two resources, two milestones of one pair: none may multiply the other
    "goal": [
        goal("two", "real", **REAL, set_date=ago(50), target_date=ago(1), original_target_date=ago(1)),
        goal("two", "smarty", **SMARTY, set_date=D, target_date=D, original_target_date=ago(20)),
        goal("two", "tomorrow", **REAL, set_date=ago(-1), target_date=ago(-50)),
        goal("two", "dropped", **REAL, set_date=ago(50), target_date=ago(50), status="dropped"),
        goal("two", "nothing known", framework="REAL", target_date=ago(9), original_target_date=ago(30)),
        goal("beta", "achieved, late", framework="SMARTY", relevant=True, target_date=ago(9), achieved_date=ago(2)),
        goal("beta", "achieved tomorrow", target_date=ago(9), achieved_date=ago(-1), status="achieved"),
        goal("beta", "achieved, no day", target_date=ago(9), original_target_date=ago(10), status="achieved"),
        goal("beta", "no target", original_target_date=ago(9)),
        goal("unknown", "no first target", target_date=ago(-1)),
        goal("unknown", "criteria without a framework", relevant=True, specific=True, target_date=ago(-1)),
        *(goal(name, "out of scope", **REAL, target_date=ago(9)) for name in ("ended", "paused", "planned"))],
    "resource": RESOURCES,
    "milestone": [{"pair_id": "two", "title": title, "due_date": ago(3)} for title in "ab"],
    "vision": [
        {"pair_id": "two", "explored_values": True, "explored_experience": False},
        {"pair_id": "beta", "explored_values": False, "explored_experience": False},
        {"pair_id": "ended", "explored_values": True, "explored_experience": True, "explored_aspirations": True}],
}  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(TABLES, D) as opened:
        yield opened


def criteria(store: Store, day: date = D, filters: Filters = ALL) -> dict[str, tuple[int, int, int]]:
    return {f"{row['framework']} {row['criterion']}": (row["met"], row["known"], row["goals"])
            for row in goal_criteria(store, day, filters)}


def test_criteria_of_goals_that_count(store: Store) -> None:
    assert list(criteria(store).items()) == [
        ("REAL relevant", (1, 1, 2)), ("REAL engaging", (0, 1, 2)), ("REAL actionable", (0, 0, 2)),
        ("REAL learning_focused", (1, 1, 2)),
        ("SMARTY specific", (1, 1, 2)), ("SMARTY measurable", (0, 0, 2)), ("SMARTY achievable", (0, 1, 2)),
        ("SMARTY relevant", (1, 2, 2)), ("SMARTY time_bound", (1, 1, 2)), ("SMARTY yours", (0, 0, 2))]
    # the same by day: the SMARTY goal is set on D, the third REAL goal a day later
    assert criteria(store, ago(1))["SMARTY relevant"] == (1, 1, 1)
    assert criteria(store, ago(-1))["REAL relevant"] == (2, 2, 3)


@pytest.mark.parametrize("day", [D, ago(-1), ago(5)])
@pytest.mark.parametrize("filters", [ALL, Filters(program=("B",), cohort=("-",)), Filters(program=("-",)),
                                     Filters(department=("Law",)), Filters(cohort=("?",))])
def test_they_add_up_to_the_metrics(store: Store, day: date, filters: Filters) -> None:
    rows = goal_criteria(store, day, filters)
    quality = values(store, day, filters, ["goal_quality"])["goal_quality"]
    assert (sum(row["met"] for row in rows), sum(row["known"] for row in rows)) == (
        quality.numerator, quality.denominator)
    followed = sum(totals(goal_plans(store, day, filters)).values())
    assert followed == sum(row["goals"] for row in pairs(store, day, filters) if row["state"] == "active")


def test_what_became_of_target_days(store: Store) -> None:
    def plans(day: date, filters: Filters = ALL) -> dict[tuple[str, str], int]:
        return {(row["framework"], row["outcome"]): row["goals"] for row in goal_plans(store, day, filters)}

    assert plans(D) == {
        ("REAL", "overrun"): 1, ("REAL", "moved_overdue"): 1,
        # a target day on D is not past
        ("SMARTY", "replanned"): 1, ("SMARTY", "as_planned"): 1,
        ("-", "overrun"): 1, ("-", "replanned"): 1, ("-", "no_date"): 1, ("-", "as_planned"): 2}
    assert plans(D, Filters(program=("B",), cohort=("-",))) == {
        ("SMARTY", "as_planned"): 1, ("-", "overrun"): 1, ("-", "replanned"): 1, ("-", "no_date"): 1}
    # before it was achieved the late goal was overrun; the next day what was achieved then is as planned
    assert plans(ago(3), Filters(program=("B",)))["SMARTY", "overrun"] == 1
    assert ("-", "overrun") not in plans(ago(-1), Filters(program=("B",)))
    assert plans(ago(-1))["SMARTY", "moved_overdue"] == 1
    assert totals(goal_plans(store, D, ALL)) == {
        "as_planned": 3, "replanned": 2, "overrun": 2, "moved_overdue": 1, "no_date": 1}
    assert list(totals(goal_plans(store, D, ALL))) == ["as_planned", "replanned", "overrun", "moved_overdue", "no_date"]


def test_explorations(store: Store) -> None:
    def parts(day: date, filters: Filters = ALL) -> list[tuple[str, int, int]]:
        return [(row["part"], row["explored"], row["known"]) for row in explored(store, day, filters)]

    assert parts(D) == [("explored_values", 1, 2), ("explored_experience", 0, 2), ("explored_aspirations", 0, 0)]
    assert parts(D, Filters(department=("Law",)))[0] == ("explored_values", 1, 1)
    assert parts(ago(6))[2] == ("explored_aspirations", 1, 1), "the ended pair was active then"
    assert parts(D, Filters(program=("nobody",))) == parts(ago(300)) == []


def test_no_data_at_all() -> None:
    for tables in ({}, {"pair": [pair("p")]}):
        with store_of(tables, D) as store:
            assert goal_criteria(store, D, ALL) == goal_plans(store, D, ALL) == explored(store, D, ALL) == []


def test_words_of_nothing_and_of_0_of_0(store: Store) -> None:
    assert words.framework("REAL", []).title == "No criterion of REAL goals is known"
    unknown = [row for row in goal_criteria(store, D, ALL) if not row["known"]]
    assert len(unknown) == 3
    assert words.framework("SMARTY", unknown).title == "No criterion of SMARTY goals is known"
    assert words.weakest_criterion(unknown) is None
    assert words.plans({}).title == "No goal to follow"
    said = words.framework("REAL", [row for row in goal_criteria(store, D, ALL) if row["framework"] == "REAL"])
    assert said.title.startswith("REAL goals are least often engaging: ")
    assert " 2 goals of active pairs" in said.subtitle


def test_supporters_and_goals_do_not_multiply(store: Store) -> None:
    row = next(row for row in pairs(store, D, ALL) if row["pair_id"] == "two")
    assert (row["goals"], row["resources"], row["milestones"]["overdue"]) == (3, 2, 2)
    assert Counter(goal["framework"] for goal in TABLES["goal"] if goal["pair_id"] == "two") == {"REAL": 4, "SMARTY": 1}
