"""The catalogue and the SQL beside it: nothing without words, nothing counted that nobody reads."""

from datetime import date
from importlib.resources import files

import pytest

from careerdash.metrics import CATALOGUE, SERIES, TREND_METRICS
from careerdash.metrics.catalogue import LEFT_OUT
from careerdash.metrics.cubes import count_texts
from careerdash.schema import TABLES
from tests.support.tables import store_of


@pytest.mark.parametrize("key", CATALOGUE)
def test_every_metric_has_words(key: str) -> None:
    metric = CATALOGUE[key]
    assert metric.key == key
    assert metric.label[0].isupper()
    assert metric.sentence[0].isupper()
    assert metric.sentence.endswith(".")
    for word in ("cadence", "burn-up", "slippage", "coverage", "evidence level", "quarantined"):
        assert word not in (metric.label + metric.sentence).lower(), "the words on the page are others"
    assert set(metric.left_out) <= set(LEFT_OUT)
    assert set(metric.needs) <= set(TABLES)


def test_every_reason_for_leaving_out_is_used() -> None:
    assert {reason for metric in CATALOGUE.values() for reason in metric.left_out} == set(LEFT_OUT)


def test_every_sql_file_is_asked() -> None:
    kept = {path.name.removesuffix(".sql") for path in (files("careerdash.metrics") / "sql").iterdir()}
    assert kept == {text.name for text in count_texts()}


def test_every_count_belongs_to_a_metric_or_a_series() -> None:
    day = date(2026, 1, 1)
    pair = {"pair_id": "p", "mentor_id": "M", "mentee_id": "E", "start_date": day}
    rows = {
        "pair": [pair, pair | {"pair_id": "q", "start_date": date(2025, 1, 1)}],
        "check_in": [{"pair_id": "q", "date": date(2025, month, 1), "status": "held"} for month in (2, 3)],
        "milestone": [{"pair_id": "q", "due_date": date(2025, 2, 1), "original_due_date": date(2025, 1, 1)}],
        "goal": [{"pair_id": "q"}], "vision": [{"pair_id": "q"}], "resource": [{"pair_id": "q", "name": "r"}],
        "feedback": [{"pair_id": "q", "respondent": side, "satisfaction": 1, "recommend": 1}
                     for side in ("mentor", "mentee")]}
    with store_of(rows, day) as store:
        counted = {row["metric"] for row in store.rows("SELECT DISTINCT metric FROM day_counts ORDER BY metric")}
        parts = store.rows("SELECT DISTINCT metric, part FROM day_counts ORDER BY metric, part")
    read = {metric.source for metric in CATALOGUE.values() if metric.kind != "load"} | set(SERIES)
    assert counted <= read
    assert read - counted == {"weekly_on_cadence", "mentor_loads"}
    assert counted >= TREND_METRICS
    numbers = {"numerator", "denominator", "promoters", "detractors", "days", "event", "censored"}
    for row in parts:
        if row["metric"] in CATALOGUE:
            assert row["part"] in numbers | set(CATALOGUE[row["metric"]].left_out), row
