"""The counts behind single pages agree with the metrics and series, and with a table worked out by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from careerdash.metrics import Filters, details, options, series, values
from careerdash.store import Store
from tests.support.tables import store_of
from tests.support.template import template_rows

DAY = date(2026, 2, 26)
KIT = Path(__file__).resolve().parents[1] / "fixtures" / "metrics"
ASKED = [
    (DAY, Filters()), (date(2025, 11, 21), Filters()), (date(2026, 4, 12), Filters()),
    (DAY, Filters(program=("Alpha",))),
]  # fmt: skip
questions = pytest.mark.parametrize(("as_of", "filters"), ASKED, ids=["day", "before", "after", "program"])


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(template_rows(KIT / "plain.xlsx", DAY), DAY) as opened:
        yield opened


@questions
def test_outcomes_are_all_milestones(store: Store, as_of: date, filters: Filters) -> None:
    found = details.milestone_outcomes(store, as_of, filters)
    by = {name: sum(row["milestones"] for row in found if row["outcome"] == name) for name in details.OUTCOMES}
    assert sum(by.values()) == sum(row["milestones"] for row in found)
    completion = values(store, as_of, filters, ["milestone_completion"])["milestone_completion"]
    assert by["on_time"] + by["late"] + by["done"] == completion.numerator
    assert sum(by.values()) - by["dropped"] == completion.denominator
    assert by["dropped"] == completion.left_out.get("dropped", 0)


@questions
def test_days_add_up_to_their_metrics(store: Store, as_of: date, filters: Filters) -> None:
    wanted = values(store, as_of, filters, ["milestone_overdue", "milestone_moved", "median_gap"])
    overdue = details.day_counts(store, as_of, filters, "milestone_overdue_days")
    moved = details.day_counts(store, as_of, filters, "milestone_moved_days")
    assert sum(overdue.values()) == wanted["milestone_overdue"].numerator
    assert all(days > 0 for days in overdue)
    assert sum(moved.values()) == wanted["milestone_moved"].numerator
    assert 0 not in moved
    assert sum(details.gap_fit(store, as_of, filters).values()) == wanted["median_gap"].denominator


@questions
def test_time_and_groups_end_at_the_day(store: Store, as_of: date, filters: Filters) -> None:
    day, states = details.cadence_over_time(store, as_of, filters)[-1]
    assert day == as_of
    assert states == {row["state"]: row["pairs"] for row in series(store, as_of, filters)["cadence_states"]}
    share = values(store, as_of, filters, ["on_cadence_share"])["on_cadence_share"]
    last = [row for row in details.department_months(store, as_of, filters) if row["as_of"] == as_of]
    assert sum(row["numerator"] for row in last) == share.numerator
    assert sum(row["denominator"] for row in last) == share.denominator
    items = {row["item"]: row for row in series(store, as_of, filters)["checklist_items"]}
    for part in ("done", "not_done"):
        for item in items:
            rows = [row for row in details.items_by_cohort(store, as_of, filters) if row["item"] == item]
            assert sum(row[part] for row in rows) == items[item][part]


def test_filters_hold_for_every_detail(store: Store) -> None:
    """The parts of each program add up to the whole."""
    programs = [Filters(program=(name,)) for name in options(store)["program"]]
    assert len(programs) > 1
    whole = sum(row["milestones"] for row in details.milestone_outcomes(store, DAY, Filters()))
    assert whole == sum(row["milestones"] for one in programs for row in details.milestone_outcomes(store, DAY, one))
    pairs = details.first_milestone(store, DAY, Filters())
    parts = [details.first_milestone(store, DAY, one) for one in programs]
    assert pairs[1:] == (sum(part[1] for part in parts), sum(part[2] for part in parts))


def test_by_hand() -> None:
    """Two pairs from 1 Jan: one does its first step after 10 days, late; one has done none by day 31."""
    start, day = date(2026, 1, 1), date(2026, 2, 1)
    tables = {
        "pair": [{"pair_id": name, "mentor_id": f"m{name}", "mentee_id": f"e{name}", "start_date": start,
                  "status": "active", "cadence_days": 10} for name in ("a", "b")],
        "milestone": [
            {"pair_id": "a", "title": "1", "kind": "skill", "due_date": date(2026, 1, 9),
             "completed_date": date(2026, 1, 11), "status": "done"},
            {"pair_id": "a", "title": "2", "due_date": date(2026, 1, 30)},
            {"pair_id": "b", "title": "3", "kind": "skill", "due_date": date(2026, 3, 1)},
            {"pair_id": "b", "title": "4", "kind": "skill", "status": "dropped"},
        ],
        "check_in": [{"pair_id": "a", "date": date(2026, 1, number), "status": "held"} for number in (2, 12, 25)],
        "checklist": [{"pair_id": name, "item": 1, "done": True, "done_date": date(2026, 1, number)}
                      for name, number in (("a", 5), ("b", 21))],
    }  # fmt: skip
    with store_of(tables, day) as store:
        assert details.milestone_outcomes(store, day, Filters()) == [
            {"kind": "skill", "outcome": "dropped", "milestones": 1},
            {"kind": "skill", "outcome": "late", "milestones": 1},
            {"kind": "skill", "outcome": "open", "milestones": 1},
            {"kind": "unknown", "outcome": "overdue", "milestones": 1}]
        assert details.first_milestone(store, day, Filters()) == (10, 1, 2)
        assert details.gap_fit(store, day, Filters()) == {"within": 1, "grace": 1}
        assert details.item_days(store, day, Filters()) == [{"item": 1, "ticked": 2, "median_days": 4}]
        assert details.rules(store)["due_age_1"] == 30
