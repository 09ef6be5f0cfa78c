"""The seven mentor actions, on rows worked out by hand: each piece of evidence and each due age from both sides."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from careerdash.metrics import Filters, pairs, series, values
from careerdash.store import Store
from tests.support.tables import store_of

D = date(2026, 3, 1)


def ago(days: int) -> date:
    return D - timedelta(days)


def pair(name: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "mentor_id": "M", "mentee_id": "E", "start_date": ago(100)} | more


Case = tuple[int, bool, dict[str, list[dict[str, Any]]]]


def _met(*days: int, records: tuple[bool | None, ...] = ()) -> list[dict[str, Any]]:
    known = (*records, *[None] * (len(days) - len(records)))
    return [{"date": ago(day), "status": "held", "has_record": record}
            for day, record in zip(days, known, strict=True)]


CASES: dict[str, Case] = {
    "vision today": (1, True, {"vision": [{"statement_date": D}]}),
    "vision tomorrow": (1, False, {"vision": [{"statement_date": ago(-1), "on_file": True}]}),
    "vision on file": (1, True, {"vision": [{"on_file": True}]}),
    "vision not on file": (1, False, {"vision": [{"on_file": False}]}),
    "one framed goal of three": (2, True, {"goal": [{"framework": "REAL"}, {}, {}]}),
    "three framed goals": (2, False, {"goal": [{"framework": "REAL"}] * 3}),
    "third goal dropped": (
        2, True, {"goal": [{"framework": "REAL"}] * 2 + [{"framework": "REAL", "status": "dropped"}]}),
    "goal set tomorrow": (2, False, {"goal": [{"framework": "REAL", "set_date": ago(-1)}]}),
    "three dated steps": (3, True, {"milestone": [{"due_date": ago(-200)}] * 3}),
    "one of three dropped": (3, False, {"milestone": [{"due_date": D}] * 2 + [{"due_date": D, "status": "dropped"}]}),
    "one of three undated": (3, False, {"milestone": [{"due_date": D}] * 2 + [{}]}),
    "connected today": (4, True, {"resource": [{"name": "a", "connected_date": D}]}),
    "connected tomorrow": (4, False, {"resource": [{"name": "a", "connected_date": ago(-1)}]}),
    "connected, no day": (4, True, {"resource": [{"name": "a"}]}),
    # 100 days, interval 30: meetings 80 and 70 ago cover 20 + 10 + 30 = 60; 85 and 75 cover 15 + 10 + 30 = 55
    "coverage 0.60": (5, True, {"check_in": _met(80, 70)}),
    "coverage 0.55": (5, False, {"check_in": _met(85, 75)}),
    "one meeting day": (5, False, {"check_in": _met(70, 70)}),  # 30 + 30 of 100 days, but one day
    "records 4 of 5": (6, True, {"check_in": _met(9, 8, 7, 6, 5, records=(True, True, True, True, False))}),
    "records 3 of 4": (6, False, {"check_in": _met(9, 8, 7, 6, records=(True, True, True, False))}),
    "one record known": (6, False, {"check_in": _met(9, 8, records=(True, None))}),
    "records on one day": (6, True, {"check_in": _met(9, 9, records=(True, True))}),
    "recognised today": (7, True, {"recognition": [{"date": D}]}),
    "recognised tomorrow": (7, False, {"recognition": [{"date": ago(-1)}]}),
    "goal revised": (7, True, {"goal": [{"revised_date": D}]}),
    "goal to be revised": (7, False, {"goal": [{"revised_date": ago(-1)}]}),
    "target moved": (7, True, {"goal": [{"target_date": D, "original_target_date": ago(1)}]}),
    "target not moved": (7, False, {"goal": [{"target_date": D, "original_target_date": D}]}),
    "first target unknown": (7, False, {"goal": [{"target_date": D}]}),
    "step moved": (7, True, {"milestone": [{"due_date": D, "original_due_date": ago(1)}]}),
    "moved, dropped": (
        7, False, {"milestone": [{"due_date": D, "original_due_date": ago(1), "status": "dropped"}]}),
}


@pytest.fixture(scope="module")
def evidence() -> Iterator[dict[str, dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {"pair": [pair(name) for name in CASES]}
    for name, (_, _, tables) in CASES.items():
        for table, more in tables.items():
            rows.setdefault(table, []).extend({"pair_id": name, **row} for row in more)
    with store_of(rows, D) as store:
        yield {row["pair_id"]: row["checklist"] for row in pairs(store, D, Filters())}


@pytest.mark.parametrize("name", CASES)
def test_evidence(evidence: dict[str, dict[str, Any]], name: str) -> None:
    item, expected, _ = CASES[name]
    assert evidence[name][str(item)]["evidenced"] is expected


DUE = {1: 30, 2: 45, 3: 60, 4: 90, 5: 67, 6: 67, 7: 120}
"""Interval 30 and grace 7: regular meetings are due after 67 days."""


@pytest.fixture(scope="module")
def ages() -> Iterator[Store]:
    named = [pair(f"age {age}", start_date=ago(age)) for due in set(DUE.values()) for age in (due - 1, due)]
    # interval 7: 2 x 7 + 3 = 17 is raised to 30; interval 60: 2 x 60 + 15 = 135 is cut to 120
    named += [pair(f"weekly {age}", start_date=ago(age), cadence_days=7) for age in (29, 30)]
    named += [pair(f"rare {age}", start_date=ago(age), cadence_days=60) for age in (119, 120)]
    ticks = [{"pair_id": row["pair_id"], "item": 1, "done": False} for row in named]
    with store_of({"pair": named, "checklist": ticks}, D) as store:
        yield store


def test_due_ages(ages: Store) -> None:
    state = {row["pair_id"]: {int(item): cell["state"] for item, cell in row["checklist"].items()}
             for row in pairs(ages, D, Filters())}
    for item, due in DUE.items():
        assert (state[f"age {due - 1}"][item], state[f"age {due}"][item]) == ("not_due", "not_done")
    assert [state[f"weekly {age}"][5] for age in (29, 30)] == ["not_due", "not_done"]
    assert [state[f"rare {age}"][6] for age in (119, 120)] == ["not_due", "not_done"]


@pytest.fixture(scope="module")
def few() -> Iterator[Store]:
    rows = {
        "pair": [pair("all"), pair("said", start_date=ago(29)), pair("without"), pair("paused", status="paused"),
                 pair("unticked")],
        "checklist": [
            *({"pair_id": "all", "item": item, "done": True} for item in range(1, 8)),
            {"pair_id": "said", "item": 1, "done": True, "done_date": D},
            {"pair_id": "said", "item": 2, "done": True, "done_date": ago(-1)},
            {"pair_id": "paused", "item": 1, "done": True}, {"pair_id": "unticked", "item": 4, "done": False}],
        "vision": [{"pair_id": "all", "on_file": True}]}
    with store_of(rows, D) as store:
        yield store


def test_checklist_metrics(few: Store) -> None:
    found = values(few, D, Filters(), [
        "checklist_coverage", "checklist_due_coverage", "checklist_ticked", "checklist_evidenced", "checklist_full"])
    shown = {key: (value.numerator, value.denominator) for key, value in found.items()}
    # with data: all (7 done), said (1 done, nothing due at 29 days), unticked (0 done)
    # due at 100 days: items 1 to 6, so 6 + 0 + 6, of which all has 6 done
    assert shown == {"checklist_coverage": (8, 21), "checklist_due_coverage": (6, 12), "checklist_ticked": (8, 21),
                     "checklist_evidenced": (1, 21), "checklist_full": (1, 3)}
    assert {tuple(sorted(value.left_out.items())) for value in found.values()} == {(("no_data", 1), ("paused", 1))}


def test_checklist_items(few: Store) -> None:
    first, second = series(few, D, Filters(), ["checklist_items"])["checklist_items"][:2]
    assert first == {"item": 1, "done": 2, "not_done": 1, "not_due": 0, "no_data": 1, "ticked_evidenced": 1,
                     "ticked_only": 1, "evidenced_only": 0, "neither": 1}
    assert second == {"item": 2, "done": 1, "not_done": 1, "not_due": 1, "no_data": 1, "ticked_evidenced": 0,
                      "ticked_only": 1, "evidenced_only": 0, "neither": 2}
