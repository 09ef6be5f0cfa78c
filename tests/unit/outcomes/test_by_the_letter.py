"""The engine against the slow version, on companies that nobody would invent by hand."""

from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdash.outcomes import estimate
from tests.support import slow_background, slow_outcomes
from tests.support.slow_outcomes import Slow
from tools.companies import AS_OF as COMPANY_DAY
from tools.companies import Plan, company

from .companies import AS_OF, companies

EXAMPLES = 20
_modest = settings(max_examples=EXAMPLES, deadline=None,
                   suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def same(ours: Any, theirs: Any, where: str = "") -> None:
    """Equal, numbers to 1e-9."""
    if isinstance(theirs, dict):
        assert set(theirs) <= set(ours), where
        for key, value in theirs.items():
            same(ours[key], value, f"{where}.{key}")
    elif isinstance(theirs, list | tuple):
        assert len(ours) == len(theirs), where
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            same(one, other, f"{where}[{number}]")
    elif isinstance(theirs, float):
        assert ours == pytest.approx(theirs, abs=1e-9, rel=1e-9), where
    else:
        assert ours == theirs, where


def check(tables: dict[str, list[dict[str, Any]]], as_of: date, seed: int, found: dict[str, Any], slow: Slow) -> None:
    same(found["data_from"], slow.f.isoformat() if slow.f else None, "data_from")
    same(found["matched"], slow_outcomes.matched(slow), "matched")
    same(found["reasons"], slow_outcomes.reasons(slow), "reasons")
    same(found["promotion"], slow_outcomes.promotion(slow), "promotion")
    same(found["restricted_mean"], slow_outcomes.area(slow), "restricted_mean")
    same(found["naive"], slow_background.naive(slow), "naive")
    same(found["turnover"], slow_background.turnover(slow), "turnover")
    same(found["when"], slow_background.when(slow, found["matched"]["horizons"][1]), "when")
    rows = slow_background.tenure_rows(slow)
    same(found["log_rank"]["chi2"], slow_background.log_rank(rows), "log_rank")
    assert (found["cox"]["rows"], found["cox"]["events"]) == (len(rows), sum(row[2] for row in rows))
    fit = slow_background.cox(rows)
    if fit is None:
        assert found["cox"]["coefficient"] is None
        assert found["cox"]["state"] in ("empty", "no_events", "not_estimable")
    else:
        assert (found["cox"]["coefficient"], found["cox"]["std_err"]) == pytest.approx(fit, abs=1e-6, rel=1e-6)
    values = slow_background.part_values(slow)
    for part in found["parts"]:
        same(part, slow_background.part(values, part["part"]), "parts")


@_modest
@given(companies(), st.sampled_from([AS_OF, AS_OF - timedelta(1), AS_OF - timedelta(200)]), st.integers(-2, 3))
def test_small_companies(tables: dict[str, list[dict[str, Any]]], as_of: date, seed: int) -> None:
    check(tables, as_of, seed, estimate(tables, as_of, seed), Slow(tables, as_of, seed))


@_modest
@given(companies(), st.sampled_from([None, date(2021, 6, 1), date(2023, 12, 31)]))
def test_one_program_and_a_first_day(tables: dict[str, list[dict[str, Any]]], start: date | None) -> None:
    found = estimate(tables, AS_OF, participation="voluntary", data_from=start)
    check(tables, AS_OF, 1, found, Slow(tables, AS_OF, 1, start, lambda pair: pair["program"] == "A"))


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(companies(fewest=12, most=20))
def test_larger_companies(tables: dict[str, list[dict[str, Any]]]) -> None:
    check(tables, AS_OF, 1, estimate(tables, AS_OF), Slow(tables, AS_OF))


def test_parts_of_a_program() -> None:
    """200 people, pairs that met, worked and ticked more or less, with dates missing here and there."""
    draw = Random(7)
    tables = {name: rows.to_pylist() for name, rows in company(Plan("parts", people=220), 7).items()}
    tables |= {"check_in": [], "milestone": [], "checklist": []}
    for pair in tables["pair"]:
        def day(pair: dict[str, Any] = pair) -> date:
            return pair["start_date"] + timedelta(draw.randint(-5, 140))
        ours = {"pair_id": pair["pair_id"]}
        tables["check_in"] += [ours | {"date": day(), "status": draw.choice(["held", "held", None, "missed"])}
                               for _ in range(draw.randint(0, 6))]
        tables["milestone"] += [ours | {"completed_date": draw.choice([None, day()]),
                                        "status": draw.choice(["open", "done", "dropped", None])}
                                for _ in range(draw.randint(0, 4))]
        tables["checklist"] += [ours | {"item": item, "done": draw.choice([True, True, False, None]),
                                        "done_date": draw.choice([None, day()])}
                                for item in range(1, draw.randint(1, 8))]
    slow = Slow(tables, COMPANY_DAY)
    values = slow_background.part_values(slow)
    found = estimate(tables, COMPANY_DAY)["parts"]
    assert [part["state"] for part in found] == ["ok"] * 3
    for part in found:
        same(part, slow_background.part(values, part["part"]))
    chances = sorted(part["p"] for part in found)
    assert sorted(part["p_holm"] for part in found) == pytest.approx(
        [min(1, 3 * chances[0]), max(min(1, 3 * chances[0]), min(1, 2 * chances[1])),
         max(min(1, 3 * chances[0]), min(1, 2 * chances[1]), chances[2])])
