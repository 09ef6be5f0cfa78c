"""The whole document: from a build as from tables, true on simulated companies, and fit to print."""

import json
import math
from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest

from careerdash.outcomes import estimate, estimate_build
from careerdash.outcomes.company import unusable_spells
from careerdash.outcomes.tables import given
from careerdash.outcomes.verdict import BY_LOT, TOO_FEW, WHO_CHOSE, e_value, of_100, sentence, verdict, when
from tests.support.tables import store_of
from tools.companies import AS_OF, Plan, company
from tools.validate import run

BANNED = ("because of", "thanks to", "impact", "effect", "drives", "boosts", "roi", "significant")
KEYS = ["as_of", "data_from", "build", "seed", "matched", "verdict", "sentence", "naive", "turnover", "reasons",
        "promotion", "restricted_mean", "log_rank", "cox", "e_value", "parts", "when"]  # fmt: skip


def as_dicts(tables: dict[str, pa.Table]) -> dict[str, list[dict[str, Any]]]:
    return {name: table.to_pylist() for name, table in tables.items()}


def test_a_build_says_what_its_tables_say() -> None:
    tables = as_dicts(company(Plan("small", people=200), 3))
    tables["program"] = [{"program": "Leaders", "participation": "voluntary", "assignment": "chosen"}]
    tables["check_in"] = [
        {"check_in_id": f"{pair['pair_id']}-{number}", "pair_id": pair["pair_id"], "status": "held",
         "date": pair["start_date"] + timedelta(14 * number)}
        for pair in tables["pair"] for number in range(1, 1 + len(pair["pair_id"]) * int(pair["pair_id"][-1]) % 9)]
    with store_of(tables, AS_OF) as store:
        found = estimate_build(store, participation="voluntary")
        assert found.pop("build") == store.build_id
    alone = estimate(tables, AS_OF, participation="voluntary")
    assert alone.pop("build") is None
    assert found == alone
    assert found["matched"]["mentees"] > 30
    assert found["parts"][0]["state"] == "ok"


def test_rows_and_arrow_tables_and_the_order_of_rows_are_the_same() -> None:
    tables = company(Plan("small", people=120), 4)
    shuffled = {name: rows[::-1] for name, rows in as_dicts(tables).items()}
    assert estimate(tables, AS_OF) == estimate(shuffled, AS_OF.isoformat())


def test_the_document_is_json_of_the_agreed_shape() -> None:
    for tables in ({}, company(Plan("small", people=60), 5)):
        found = json.loads(json.dumps(estimate(tables, AS_OF), allow_nan=False))
        assert list(found) == KEYS
        assert [point["month"] for point in found["matched"]["curve"]] == list(range(25))
        assert [(end["months"], end["days"]) for end in found["matched"]["horizons"]] == [
            (6, 183), (12, 365), (24, 730)]  # fmt: skip


def test_seed_changes_the_draw_and_nothing_else() -> None:
    tables = company(Plan("small", people=300), 6)
    one, other = estimate(tables, AS_OF, 1), estimate(tables, AS_OF, 2)
    assert one["matched"]["colleagues"] != other["matched"]["colleagues"]
    assert (one["naive"], one["turnover"], one["cox"]) == (other["naive"], other["turnover"], other["cox"])


def test_everyone_leaves_on_the_first_day_after_the_match() -> None:
    day = date(2025, 3, 1)
    people = [{"person_id": f"E{n}", "hire_date": day - timedelta(10), "exit_date": day + timedelta(1),
               "department": "Ops", "level": "L1"} for n in range(12)]
    pairs = [{"pair_id": "P", "mentee_id": "E0", "mentor_id": "M", "start_date": day}]
    found = estimate({"person": people, "pair": pairs}, date(2026, 3, 1))
    assert found["matched"]["curve"][0]["mentored"] == 1
    assert found["matched"]["curve"][1]["mentored"] is None
    assert found["matched"]["leavers"] == 6
    assert found["cox"]["state"] in ("ok", "not_estimable")
    json.dumps(found, allow_nan=False)


def test_spells_that_end_before_they_begin_are_listed() -> None:
    people = [{"person_id": "A", "hire_date": date(2025, 1, 5), "exit_date": date(2025, 1, 5)},
              {"person_id": "B", "hire_date": date(2025, 1, 5), "exit_date": date(2025, 1, 6)}]
    assert unusable_spells(given({"person": people}), AS_OF) == [
        {"person_id": "A", "hire_date": date(2025, 1, 5), "exit_date": date(2025, 1, 5)}]


@pytest.mark.parametrize(("tables", "options", "words"), [
    ({"people": []}, {}, "people"),
    ({"person": [{"person_id": "A"}, {"hire_date": AS_OF}]}, {}, "person_id.*row 1"),
    ({"person": [{"person_id": "A", "hire_date": "soon"}]}, {}, "hire_date.*row 0"),
    ({}, {"seed": 1.5}, "seed"),
    ({}, {"department": "Ops"}, "department"),
    ({}, {"participation": "sometimes"}, "participation"),
])
def test_bad_questions_are_sentences(tables: Any, options: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        estimate(tables, AS_OF, **options)


def year(low: float | None, high: float | None, at_risk: tuple[int, int] = (40, 40)) -> dict[str, Any]:
    middle = None if low is None or high is None else (low + high) / 2
    return {"low": low, "high": high, "difference": middle, "at_risk": list(at_risk),
            "mentored": None if middle is None else 0.8 + middle, "colleagues": 0.8}


@pytest.mark.parametrize(("mentees", "leavers", "ends", "said"), [
    (29, 50, year(0.1, 0.2), "too_few"), (30, 9, year(0.1, 0.2), "too_few"),
    (30, 10, year(0.1, 0.2, (9, 40)), "too_few"), (30, 10, year(0.1, 0.2, (40, 9)), "too_few"),
    (30, 10, year(None, None, (0, 40)), "too_few"),
    (30, 10, year(0.1, 0.2, (10, 10)), "difference"), (30, 10, year(-0.2, -0.1), "difference"),
    (30, 10, year(0.001, 0.03), "little_or_none"), (30, 10, year(-0.03, 0.03), "little_or_none"),
    (30, 10, year(-0.0301, 0.03), "cannot_tell"), (30, 10, year(0.0, 0.2), "cannot_tell"),
    (30, 10, year(1e-9, 0.2), "difference"),
])
def test_the_declared_rule(mentees: int, leavers: int, ends: dict[str, Any], said: Any) -> None:
    assert verdict(mentees, leavers, ends) == said
    words = sentence(said, ends) if said != "too_few" else TOO_FEW
    assert words.endswith(".")
    assert not [banned for banned in BANNED if banned in words.lower()]
    if said != "too_few":
        assert of_100(ends["low"]) in words
        assert of_100(ends["high"]) in words


def test_the_standing_lines_claim_nothing() -> None:
    assert not [banned for banned in BANNED for line in (WHO_CHOSE, BY_LOT) if banned in line.lower()]


def test_e_value() -> None:
    """VanderWeele and Ding (2017): a risk ratio of 3.9 needs 7.3."""
    found = {"difference": 0.29, "low": 0.1, "high": 0.4, "mentored": 0.9, "colleagues": 0.61}
    assert e_value(found) == 7.3
    assert e_value(found | {"mentored": 0.61, "colleagues": 0.9, "difference": -0.29, "low": -0.4, "high": -0.1}) == 7.3
    assert e_value(found | {"low": 0.0}) is None
    assert e_value(found | {"mentored": 1.0}) is None
    assert e_value(year(None, None)) is None


def test_when_will_we_know() -> None:
    z = (1.959963984540054 + 0.841621233572914) ** 2
    unknown = when(date(2026, 1, 1), 5, 0, year(None, None, (0, 9)))
    assert unknown == {"mentees_needed": math.ceil(1.2 * z * (0.9 * 0.1 + 0.85 * 0.15) / 0.0025), "mentees_now": 5,
                       "date": None}
    assert when(date(2026, 1, 1), 10**6, 10, year(0.0, 0.1))["date"] == "2027-01-01"
    high = year(0.0, 0.1) | {"colleagues": 0.96}
    assert when(date(2026, 1, 1), 0, 100, high)["mentees_needed"] == math.ceil(
        1.2 * z * (0.91 * 0.09 + 0.96 * 0.04) / 0.0025)


def test_simulated_companies_without_and_with_a_difference() -> None:
    """A fast look; `python -m tools.validate` is the full one. 12 of 16 intervals of 95 % hold in 99.98 % of cases."""
    for ratio in (1.0, 0.6):
        plan = Plan("fast", people=400, ratio=ratio)
        runs = [run(plan, seed) for seed in range(1, 17)]
        covered = sum(one.low <= plan.truth() <= one.high for one in runs)
        assert covered >= 12, ratio
        assert sum(one.naive > 0.05 for one in runs if one.naive is not None) >= 12, "the naive number misleads"
