"""The metrics on rows worked out by hand, with the traps: fan-out, double counting, 0 of 0, limits on the day."""

from datetime import date, timedelta
from typing import Any

import pytest

from careerdash.metrics import CATALOGUE, Filters, MetricValue, series, values
from tests.support.tables import store_of

D = date(2026, 3, 1)
Rows = list[dict[str, Any]]
ALL = Filters()


def ago(days: int) -> date:
    return D - timedelta(days)


def pair(name: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "mentor_id": "M", "mentee_id": "E", "start_date": ago(100)} | more


def each(name: str, *rows: dict[str, Any]) -> Rows:
    return [{"pair_id": name, **row} for row in rows]


def fraction(value: MetricValue) -> tuple[int | None, int, dict[str, int]]:
    return value.numerator, value.denominator, dict(value.left_out)


def test_nothing_is_never_zero_percent() -> None:
    with store_of({}, D) as store:
        for day in (D, ago(40), ago(-40)):
            found = values(store, day, ALL)
            assert list(found) == list(CATALOGUE)
            for key, value in found.items():
                assert value.denominator == 0
                assert value.left_out == {}
                assert value.value is None, key
                assert value.numerator == (None if CATALOGUE[key].kind == "quantile" else 0), key
                assert (value.low, value.high) == (None, None)


def test_states_are_parts_of_all_pairs() -> None:
    rows = {"pair": [pair("a"), pair("b", status="paused"), pair("c", start_date=ago(-1)), pair("d", end_date=D)]}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
    assert [found[f"{state}_pairs"].numerator for state in ("active", "paused", "planned", "ended")] == [1, 1, 1, 1]
    assert {found[f"{state}_pairs"].denominator for state in ("active", "ended_early")} == {4}
    assert found["active_pairs"].value == 1


def test_no_meeting_data_is_asked_of_the_whole_program_by_the_day() -> None:
    rows = {
        "pair": [pair("a", program="Seen"), pair("b", program="Seen"), pair("c", program="Blind"), pair("d"),
                 pair("e", program="Later"), pair("f", status="paused", program="Blind")],
        # one cancelled row of an ended pair is enough; pairs without a program are a group of their own
        "check_in": [*each("a", {"date": ago(1), "status": "held"}), *each("e", {"date": ago(-1), "status": "held"}),
                     *each("d", {"date": ago(90), "status": "cancelled"})]}
    with store_of(rows, D) as store:
        share, coverage = (values(store, D, ALL)[key] for key in ("on_cadence_share", "cadence_coverage"))
        assert fraction(share) == (1, 3, {"paused": 1, "no_check_in_data": 2})
        # a: 100 days, meeting 1 ago: 30 + 1; b and d: 30 each
        assert fraction(coverage) == (31 + 30 + 30, 300, {"paused": 1, "no_check_in_data": 2})
        assert fraction(values(store, D, Filters(program=("-",)))["on_cadence_share"]) == (0, 1, {})


def test_a_pair_that_started_today_covers_nothing() -> None:
    rows = {"pair": [pair("a", start_date=D), pair("b")], "check_in": each("b", {"date": ago(100), "status": "held"})}
    with store_of(rows, D) as store:
        assert fraction(values(store, D, ALL)["cadence_coverage"]) == (30, 100, {"started_today": 1})
        assert fraction(values(store, D, ALL)["on_cadence_share"]) == (1, 2, {})


def test_gaps_are_between_meeting_days() -> None:
    days = (90, 90, 80, 50, 49)  # gaps 10, 30, 1
    rows = {"pair": [pair("a"), pair("b", end_date=ago(60)), pair("c", start_date=ago(-9))],
            "check_in": [*each("a", *({"date": ago(day), "status": "held"} for day in days)),
                         *each("b", {"date": ago(70), "status": "held"}, {"date": ago(60), "status": "held"},
                               {"date": ago(59), "status": "held"})]}  # gap 10, then after the end
    with store_of(rows, D) as store:
        found = values(store, D, ALL, ["median_gap", "p90_gap"])
    # 1, 10, 10, 30: half is reached at the second, nine tenths at the fourth
    assert [(value.value, *fraction(value)) for value in found.values()] == [(10, None, 4, {}), (30, None, 4, {})]


def test_check_ins_count_each_and_outside_ones_are_left_out_once() -> None:
    def said(day: int, **more: Any) -> dict[str, Any]:
        return {"date": ago(day), "status": "held", **more}

    full = {"covered_progress": True, "covered_challenges": True, "covered_adjustments": True}
    rows = {
        "pair": [pair("a", end_date=ago(10)), pair("b", start_date=ago(-1))],
        "check_in": [
            *each("a", said(50, **full, has_record=True), said(50, covered_progress=True, covered_challenges=False),
                  said(40, covered_adjustments=False, has_record=False, evidence="both"), said(30, has_record=True),
                  said(101, **full), said(9, **full, has_record=True), said(-1, **full)),
            *each("a", {**said(35, **full), "status": "missed"}),
            *each("b", said(5, **full))]}  # a planned pair is out of scope, not left out
    outside = {"before_start": 1, "after_end": 1}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
        assert fraction(found["agenda_progress"]) == (2, 3, outside | {"agenda_unknown": 1})
        assert found["agenda_challenges"].numerator == found["agenda_adjustments"].numerator == 1
        assert found["agenda_all_three"].numerator == 1
        assert fraction(found["record_share"]) == (2, 3, outside | {"record_unknown": 1})
        assert series(store, D, ALL, ["evidence_mix"])["evidence_mix"] == [
            {"evidence": "both", "check_ins": 1}, {"evidence": "unknown", "check_ins": 3}]


MILESTONES: dict[str, dict[str, Any]] = {
    "done on the day": {"due_date": ago(20), "completed_date": ago(20)},
    "done a day late": {"due_date": ago(20), "completed_date": ago(19)},
    "open": {"due_date": ago(20)},
    "due today, open": {"due_date": D},
    "due today, done": {"due_date": D, "completed_date": D},
    "due tomorrow": {"due_date": ago(-1), "completed_date": ago(5)},
    "done tomorrow": {"due_date": ago(20), "completed_date": ago(-1), "status": "done"},
    "done, no day": {"due_date": ago(20), "status": "done"},
    "no due date": {"completed_date": ago(3)},
    "dropped, no due date": {"status": "dropped", "completed_date": ago(3)},
    "moved": {"due_date": ago(20), "original_due_date": ago(40), "completed_date": ago(25)},
    "moved from the future": {"due_date": ago(20), "original_due_date": ago(-5), "completed_date": ago(20)},
    "first plan only": {"original_due_date": ago(30), "completed_date": ago(30)},
}


def test_milestones() -> None:
    with store_of({"pair": [pair("a"), pair("b", start_date=ago(-1))],
                   "milestone": each("a", *MILESTONES.values()) + each("b", *MILESTONES.values())}, D) as store:
        found = values(store, D, ALL)
    # all but the dropped: 12; open are "open", "due today, open", "done tomorrow"
    assert fraction(found["milestone_completion"]) == (9, 12, {"dropped": 1})
    # due by D: 3 + today's done one + done tomorrow + no day + both moved = 8, of which open: open, done tomorrow
    assert fraction(found["milestone_due_completion"]) == (6, 8, {"dropped": 1, "no_due_date": 2})
    # less the one without a day; on time: on the day, due today, both moved
    assert fraction(found["milestone_on_time"]) == (4, 7, {"dropped": 1, "no_due_date": 2, "no_completed_date": 1})
    # by the first plan: "moved" is late, "moved from the future" not due, "first plan only" on time
    assert fraction(found["milestone_on_first_plan"]) == (
        3, 7, {"dropped": 1, "no_due_date": 1, "no_completed_date": 1})
    # open with a due date: open, due today, done tomorrow; due today is not overdue
    assert fraction(found["milestone_overdue"]) == (2, 3, {})
    assert fraction(found["milestone_overdue_pairs"]) == (1, 1, {})
    assert (found["milestone_overdue_days"].value, *fraction(found["milestone_overdue_days"])) == (20, None, 2, {})
    assert fraction(found["milestone_moved"]) == (2, 2, {})
    # moved by +20 and -25 days: the smallest value with half of them is -25
    assert (found["milestone_moved_days"].value, found["milestone_moved_days"].denominator) == (-25, 2)


def test_milestones_of_a_pair_that_ended_are_due_until_its_end() -> None:
    rows = {"pair": [pair("a", end_date=ago(10))],
            "milestone": each("a", {"due_date": ago(10)}, {"due_date": ago(9)}, {"due_date": ago(9), "status": "done"})}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
        assert fraction(found["milestone_due_completion"]) == (0, 1, {})
        assert fraction(found["milestone_overdue"]) == (0, 0, {})
        # the day before D the pair had ended too; the day before its end it was active
        assert fraction(values(store, ago(11), ALL)["milestone_overdue"]) == (0, 3 - 1, {})


def test_goals() -> None:
    real = {"framework": "REAL", "relevant": True, "engaging": False}
    rows = {
        "pair": [pair("two", program="A"), pair("none", program="A"), pair("three", program="A"),
                 pair("blind", program="B"), pair("paused", program="A", status="paused")],
        "goal": [*each("two", real, {"framework": "SMARTY", "yours": True, "engaging": True},
                       {**real, "status": "dropped"}, {**real, "set_date": ago(-1)}),
                 *each("three", {"framework": "REAL", "specific": True}, {"relevant": True}, {"status": "achieved"}),
                 *each("paused", real)]}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
    left = {"paused": 1, "no_goal_data": 1}
    assert [fraction(found[key]) for key in ("goals_in_range", "goals_none", "goals_more")] == [(1, 3, left)] * 3
    # REAL: relevant yes, engaging no; SMARTY: yours yes (engaging is no criterion of it)
    assert fraction(found["goal_quality"]) == (2, 3, {"paused": 1, "no_framework": 2, "criteria_unknown": 1})


def test_network() -> None:
    rows = {
        "pair": [pair("a"), pair("b", mentee_id="Nobody"), pair("c")],
        "person": [{"person_id": "E", "department": "IT"}, {"person_id": "X", "department": "IT"},
                   {"person_id": "Y", "department": "Finance", "hire_date": ago(50)},
                   {"person_id": "Y", "department": "IT", "hire_date": ago(90)}],
        "resource": [*each("a", {"name": "1", "person_id": "X", "kind": "access"}, {"name": "2", "person_id": "Y"},
                           {"name": "3", "kind": "access"}),
                     *each("b", {"name": "1", "person_id": "Y"}),
                     *each("c", {"name": "1", "person_id": "Y", "connected_date": ago(-1)})]}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
        assert fraction(found["network_share"]) == (2, 3, {})
        assert fraction(found["network_reach"]) == (1, 2, {"department_unknown": 2})
        # a pair with two resources of a kind counts once in it
        assert series(store, D, ALL, ["network_kinds"])["network_kinds"] == [
            {"kind": "access", "pairs": 1}, {"kind": "unknown", "pairs": 2}]
        # 60 days ago the supporter was in the mentee's department
        assert fraction(values(store, ago(60), ALL)["network_reach"]) == (0, 2, {"department_unknown": 2})


def test_days_to_vision() -> None:
    rows = {
        "pair": [pair("10", program="A"), pair("before", program="A"), pair("later", program="A"),
                 pair("none", program="A", end_date=ago(95)), pair("on file", program="A"), pair("blind", program="B"),
                 pair("planned", program="A", start_date=ago(-1))],
        "vision": [{"pair_id": "10", "statement_date": ago(90)}, {"pair_id": "before", "statement_date": ago(150)},
                   {"pair_id": "later", "statement_date": ago(-1)}, {"pair_id": "on file", "on_file": True},
                   {"pair_id": "planned", "statement_date": ago(5)}]}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
        # days: 0 event, 5 censored, 10 event, 100 censored: S(0) = 3/4, S(10) = 3/8
        assert found["days_to_vision"] == MetricValue(10, 2, 4, {"no_vision_data": 1, "no_statement_date": 1})
        # active in A: 10, before, on file stated, later not
        assert fraction(found["vision_share"]) == (3, 4, {"no_vision_data": 1})
        assert values(store, ago(-1), ALL)["days_to_vision"].numerator == 4


def test_feedback() -> None:
    scores = ((5, 9), (4, 10), (3, 6), (2, 7), (5, 0))
    rows = {
        "pair": [*(pair(f"p{n}") for n in range(5)), pair("young", start_date=ago(29)), pair("old"),
                 pair("paused", status="paused"), pair("blind", program="B")],
        "feedback": [row for n, (satisfied, recommend) in enumerate(scores) for row in each(
            f"p{n}", {"respondent": "mentee", "date": ago(n), "satisfaction": satisfied, "recommend": recommend})]
        + each("old", {"respondent": "mentee", "date": ago(366), "satisfaction": 5, "recommend": 10})
        + each("paused", {"respondent": "mentee", "satisfaction": 5})}
    with store_of(rows, D) as store:
        found = values(store, D, ALL)
        assert fraction(found["satisfaction_mentee"]) == (3, 5, {"paused": 1, "stale": 1})
        assert found["satisfaction_mentee"].low == pytest.approx(0.230724, abs=1e-6)
        assert fraction(found["response_mentee"]) == (5, 6, {"paused": 1, "no_feedback_data": 1, "too_new": 1})
        assert fraction(found["response_mentor"]) == (0, 6, {"paused": 1, "no_feedback_data": 1, "too_new": 1})
        # two promoters, two detractors of five
        assert fraction(found["recommend_mentee"]) == (0, 5, {"paused": 1, "stale": 1})
        assert found["recommend_mentee"].low == pytest.approx(-1.959964 * (0.8 / 5) ** 0.5)
        # two days ago the last two answers do not exist yet, and the old one is not yet too old: 9, 10 against 6, 0
        few = values(store, ago(2), ALL)["recommend_mentee"]
        assert (fraction(few), few.low, few.high) == ((-1, 4, {"paused": 1}), None, None)


def test_satisfaction_by_state_names_states_that_occur() -> None:
    rows = {"pair": [pair("a"), pair("b", end_date=ago(400), start_date=ago(500))],
            "feedback": [{"pair_id": "b", "respondent": "mentor", "date": ago(600), "satisfaction": 4}]}
    with store_of(rows, D) as store:
        found = series(store, D, ALL, ["satisfaction_by_state"])["satisfaction_by_state"]
    assert found == [
        {"respondent": side, "state": state, "satisfied": n, "answered": n, "pairs": 1}
        for side, state, n in (("mentee", "active", 0), ("mentee", "ended", 0), ("mentor", "active", 0),
                               ("mentor", "ended", 1))]


def test_a_mentor_of_two_programs_is_one_mentor() -> None:
    rows = {"pair": [pair("a", program="A"), pair("b", program="B"), pair("c", program="B", mentor_id="N"),
                     pair("d", program="B", mentor_id="N", status="paused")]}
    with store_of(rows, D) as store:
        assert fraction(values(store, D, ALL)["mentor_load"]) == (3, 2, {"paused": 1})
        assert fraction(values(store, D, Filters(program=("B",)))["mentor_load"]) == (2, 2, {"paused": 1})
        assert series(store, D, ALL, ["mentor_loads"])["mentor_loads"] == [
            {"pairs": 1, "mentors": 1}, {"pairs": 2, "mentors": 1}]


def test_burn_up() -> None:
    rows = {
        "pair": [pair("a", start_date=ago(200)), pair("ended", start_date=ago(200), end_date=date(2026, 1, 20))],
        "milestone": [
            *each("a", {"original_due_date": date(2025, 12, 31), "due_date": date(2026, 1, 1),
                        "completed_date": date(2026, 3, 1)},
                  {"due_date": date(2026, 4, 2), "completed_date": date(2026, 3, 2)}, {"status": "done"}),
            *each("ended", {"due_date": date(2026, 1, 20)}, {"due_date": date(2026, 1, 21)},
                  {"due_date": date(2026, 1, 21), "status": "done"}, {"due_date": ago(90), "status": "dropped"})]}
    with store_of(rows, D) as store:
        assert series(store, D, ALL, ["burn_up"])["burn_up"] == [
            {"month": "2025-12", "plan_original": 1, "plan_current": 0, "done": 0},
            {"month": "2026-01", "plan_original": 3, "plan_current": 3, "done": 0},
            {"month": "2026-02", "plan_original": 3, "plan_current": 3, "done": 0},
            {"month": "2026-03", "plan_original": 3, "plan_current": 3, "done": 1},
            {"month": "2026-04", "plan_original": 4, "plan_current": 4, "done": None}]
        # before its end the pair's later plan still counted
        assert series(store, date(2026, 1, 19), ALL, ["burn_up"])["burn_up"][1]["plan_current"] == 4
        assert series(store, D, Filters(cohort=("None such",)), ["burn_up"])["burn_up"] == []
