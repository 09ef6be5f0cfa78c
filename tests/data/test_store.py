"""The store: any day, from many threads, and the trend and compare questions that read its counts."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from random import Random

import duckdb
import pytest

from careerdash import store as store_module
from careerdash.ledger.folder import DataFolder
from careerdash.metrics import Filters, compare, document, options, pairs, trend, values
from careerdash.metrics.cubes import TREND_METRICS
from careerdash.store import Store, current_build
from tests.support.random_tables import random_tables
from tests.support.tables import store_of, write_build

D = date(2026, 3, 31)
TABLES = random_tables(Random(11), D, most_pairs=12)


def test_many_threads_and_more_days_than_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_KEPT_DAYS", 2)
    days = [D - timedelta(30 * step) for step in range(4)]
    questions = [(day, filters) for day in days for filters in (Filters(), Filters(program=("Alpha", "-")))] * 2
    with store_of(TABLES, D) as store:
        alone = {question: (document(store, *question), pairs(store, *question)) for question in set(questions)}
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(lambda q: (document(store, *q), pairs(store, *q)), questions))
        assert together == [alone[question] for question in questions]
        assert sum(store.has(day) for day in days) <= 3


def test_trend_equals_the_values_of_each_day() -> None:
    keys = ["active_pairs", "on_cadence_share", "milestone_on_time", "checklist_due_coverage", "satisfaction_mentee"]
    with store_of(TABLES, D) as store:
        for as_of in (D, D - timedelta(45)):
            points = trend(store, keys, as_of, Filters())
            days = [day for day, _ in points["active_pairs"]]
            assert len(days) == 13
            assert days[-1] == as_of
            assert all((day + timedelta(1)).day == 1 for day in days[:-1])
            store.at(days[6])
            for day in (days[6], days[-1]):
                full = values(store, day, Filters())
                assert {key: dict(points[key])[day] for key in keys} == {key: full[key] for key in keys}
        # a metric outside the kept trends works too
        with pytest.raises(ValueError, match="mentor_load"):
            trend(store, ["mentor_load"], D, Filters())
        assert trend(store, ["p90_gap"], D, Filters())["p90_gap"][-1][1] == values(store, D, Filters())["p90_gap"]


def test_days_of_trends_are_dropped_and_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_KEPT_TREND_DAYS", 1)
    with store_of(TABLES, D) as store:
        first, second = D - timedelta(100), D - timedelta(133)
        told = [values(store, day, Filters(), ["active_pairs"]) for day in (first, second, first, second)]
        assert told[:2] == told[2:]
        assert not store.has(first)


def test_compare_equals_the_filter() -> None:
    keys = ["active_pairs", "on_cadence_share", "p90_gap"]
    with store_of(TABLES, D) as store:
        for by in ("program", "cohort", "department"):
            rows = compare(store, keys, D, Filters(), by)
            assert [row["group"] for row in rows] == options(store)[by]
            for row in rows:
                assert row["values"] == values(store, D, Filters(**{by: (row["group"],)}), keys)
            assert sum(row["values"]["active_pairs"].denominator for row in rows) == len(TABLES["pair"])


def test_rows_and_arrow() -> None:
    with store_of(TABLES, D) as store:
        sql = "SELECT pair_id, as_of FROM pair_facts WHERE as_of = $as_of ORDER BY pair_id"
        day = D - timedelta(1)
        rows = store.rows(sql, {"as_of": day})
        assert len(rows) == len(TABLES["pair"])
        assert {row["as_of"] for row in rows} == {day}
        assert store.arrow(sql, {"as_of": D}).num_rows == len(rows)
        assert store.rows("SELECT count(*) AS n FROM pair_facts") == [{"n": len(rows)}]
        with pytest.raises(duckdb.Error):
            store.rows("SELECT nothing FROM nowhere")
        with pytest.raises(duckdb.Error):
            store.rows("CREATE TABLE build.main.mine (a INTEGER)")
        with pytest.raises(duckdb.Error):
            store.rows("SELECT * FROM read_text('/etc/hostname')")


def test_two_stores_on_one_build(tmp_path: Path) -> None:
    path = tmp_path / "it's a build.duckdb"
    write_build(path, TABLES, D)
    one, other = Store.open(path), Store.open(path)
    try:
        assert one.build_id == other.build_id == "test"
        assert document(one, D - timedelta(3), Filters()) == document(other, D - timedelta(3), Filters())
    finally:
        one.close()
        other.close()


def test_current_build_follows_the_pointer(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.prepare()
    assert current_build(folder) is None
    folder.current.write_text("b1\n", encoding="ascii")
    assert current_build(folder) is None
    write_build(folder.build_path("b1"), {}, D)
    assert current_build(folder) == folder.build_path("b1")


SETTINGS = (("default_cadence_days", None, 10.0), ("grace_divisor", "Alpha", 2.0), ("overdue_days", "Alpha", 5.0),
            ("ticked_no_evidence", None, 9.0))


def test_rules_on_trial_equal_a_build_with_these_rules() -> None:
    with store_of(TABLES, D, SETTINGS) as built, store_of(TABLES, D) as store:
        trial = store.on_trial(SETTINGS)
        for as_of in (D, D - timedelta(40)):
            told = sorted(TREND_METRICS - {"cadence_states"})
            assert values(trial, as_of, Filters(), told) == values(built, as_of, Filters(), told)
            assert pairs(trial, as_of, Filters()) == pairs(built, as_of, Filters())
            assert pairs(trial, as_of, Filters()) != pairs(store, as_of, Filters()), "the rules make no difference"
        assert pairs(store.on_trial(SETTINGS[3:]), D, Filters()) != pairs(store, D, Filters())
        with store_of(TABLES, D, SETTINGS[3:]) as lenient:
            assert pairs(store.on_trial(SETTINGS[3:]), D, Filters()) == pairs(lenient, D, Filters())
        with pytest.raises(ValueError, match="trends"):
            trend(trial, ["active_pairs"], D, Filters())
        with pytest.raises(ValueError, match="trends"):
            values(trial, D, Filters(), ["median_gap"])


def test_days_with_rules_on_trial_are_dropped_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "_KEPT_DAYS", 1)
    with store_of(TABLES, D) as store:
        told = [pairs(store.on_trial([("ticked_no_evidence", None, float(most))]), D, Filters()) for most in (1, 9, 1)]
        assert told[0] == told[2] != told[1]
        kept = store.rows("SELECT count(DISTINCT schema_name) AS n FROM duckdb_tables() WHERE schema_name LIKE 'day_%'")
        assert kept == [{"n": 1}]


def test_many_days_of_a_few_pairs_at_once() -> None:
    days = [D - timedelta(7 * step) for step in range(30)]
    sql = "SELECT as_of, pair_id, state, reasons FROM pair_facts ORDER BY as_of, pair_id"
    with store_of(TABLES, D) as store:
        few = [row["pair_id"] for row in pairs(store, D, Filters())[:3]]
        rows = store.rows_on_days(sql, days)
        assert len(rows) == len(days) * len(TABLES["pair"])
        assert store.rows_on_days(sql, days, pairs=few) == [row for row in rows if row["pair_id"] in few]
        for day in (days[0], days[17]):
            assert {row["pair_id"]: row["reasons"] for row in rows if row["as_of"] == day} == {
                row["pair_id"]: row["reasons"] for row in pairs(store, day, Filters())}
        assert store.rows_on_days(sql, []) == []
