"""Answers by score, sides against each other and groups of pairs, counted by hand."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from careerdash.metrics import Filters, MetricValue, pairs, series, values
from careerdash.metrics.voices import Score, answer_differences, answer_scores, disagreements, scores
from careerdash.store import Store
from careerdash.words import numbers
from careerdash.words import voices as words
from tests.support.tables import store_of

D = date(2026, 3, 1)
ALL = Filters()
SIDES = ("mentee", "mentor")


def ago(days: int) -> date:
    return D - timedelta(days)


def pair(name: str, **more: Any) -> dict[str, Any]:
    return {"pair_id": name, "program": "A", "mentor_id": "M", "mentee_id": f"e-{name}", "start_date": ago(500)} | more


def said(name: str, side: str, days: int | None, satisfaction: int | None = None, **more: Any) -> dict[str, Any]:
    day = None if days is None else ago(days)
    return {"pair_id": name, "respondent": side, "date": day, "satisfaction": satisfaction} | more


PAIRS = [pair("both"), pair("far", program="B"), pair("met"), pair("stale"), pair("alone", program="B"),
         pair("apart", program=None), pair("early", end_date=ago(60), status="ended_early"),
         pair("paused", status="paused"), pair("planned", start_date=ago(-9)), pair("silent")]
ANSWERS = [
    # a later answer counts, not one dated tomorrow
    said("both", "mentee", 20, 1), said("both", "mentee", 10, 5), said("both", "mentee", -1, 1),
    said("both", "mentor", 365, 4),
    said("far", "mentee", 60, 2), said("far", "mentor", 30, 5),  # 60 days ago and 30 days apart: just near enough
    said("met", "mentee", 5, 4, met=True), said("met", "mentor", 7, 4, met=False),
    said("stale", "mentee", 366, 5), said("stale", "mentor", 3, 4),
    said("alone", "mentee", None, 3),
    said("apart", "mentee", 50, 1), said("apart", "mentor", 19, 5),  # 31 days apart
    said("early", "mentee", 425, 2), said("early", "mentor", 426, 5),  # 365 and 366 days before the end
    said("paused", "mentee", 1, 1), said("paused", "mentor", 1, 5)]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    people = [{"person_id": "M", "name": "Vogt, Lena"}, {"person_id": "e-far", "name": "Ng, Ann"}]
    with store_of({"pair": PAIRS, "feedback": ANSWERS, "people": people}, D) as opened:
        yield opened


def counted(store: Store, day: date = D, filters: Filters = ALL) -> dict[tuple[str, int], int]:
    return {(row["side"], row["score"]): row["answers"] for row in answer_scores(store, day, filters)}


def test_latest_answers_by_score(store: Store) -> None:
    assert counted(store) == {
        ("mentee", 1): 1, ("mentee", 2): 1, ("mentee", 3): 1, ("mentee", 4): 1, ("mentee", 5): 1,
        ("mentor", 4): 3, ("mentor", 5): 2}
    assert counted(store, ago(-1))["mentee", 1] == 2, "tomorrow's answer counts tomorrow"
    assert counted(store, ago(-1))["mentor", 4] == 2, "and the one of 365 days ago is stale then"
    assert counted(store, D, Filters(program=("B",))) == {("mentee", 2): 1, ("mentee", 3): 1, ("mentor", 5): 1}
    assert counted(store, D, Filters(program=("-",), cohort=("-",))) == {("mentee", 1): 1, ("mentor", 5): 1}
    assert counted(store, D, Filters(program=("nobody",))) == {}


@pytest.mark.parametrize("day", [D, ago(-1), ago(6), ago(61)])
@pytest.mark.parametrize("filters", [ALL, Filters(program=("B", "-"))])
def test_they_are_the_answers_of_the_command_line(store: Store, day: date, filters: Filters) -> None:
    rows = [row for row in pairs(store, day, filters) if row["state"] == "active"]
    listed = Counter((side, row["satisfaction"][side]) for row in rows for side in SIDES
                     if row["satisfaction"][side] is not None)
    assert counted(store, day, filters) == listed
    both = [row["satisfaction"] for row in rows if None not in row["satisfaction"].values()]
    assert answer_differences(store, day, filters) == Counter(row["mentor"] - row["mentee"] for row in both)
    found = values(store, day, filters, [f"satisfaction_{side}" for side in SIDES])
    for side in SIDES:
        of_side = {score: number for (who, score), number in listed.items() if who == side}
        value = found[f"satisfaction_{side}"]
        assert (value.numerator, value.denominator) == (of_side.get(4, 0) + of_side.get(5, 0), sum(of_side.values()))
    assert sorted(row["pair_id"] for row in disagreements(store, day, filters)) == sorted(
        row["pair_id"] for row in rows if "sides_disagree" in row["reasons"])


def test_differences(store: Store) -> None:
    assert answer_differences(store, D, ALL) == {-1: 1, 0: 1, 3: 1, 4: 1}
    assert words.differences(answer_differences(store, D, ALL)).title.endswith("at most one point apart, 2 further")
    assert answer_differences(store, D, Filters(program=("nobody",))) == {}
    assert words.differences({}).title == "In no pair did both sides answer"


def test_sides_that_disagree(store: Store) -> None:
    rows = disagreements(store, D, ALL)
    assert [(row["pair_id"], row["scores_disagree"], row["met_disagree"], row["day"]) for row in rows] == [
        ("met", False, True, ago(5)), ("far", True, False, ago(30))], "the latest first"
    assert not {key for row in rows for key in row if "satisfaction" in key}
    assert [(row["mentor_name"], row["mentee_name"]) for row in rows] == [
        ("Vogt, Lena", "e-met"), ("Vogt, Lena", "Ng, Ann")]
    assert [row["pair_id"] for row in disagreements(store, ago(-1), ALL)] == ["met"], "61 days ago is too long ago"
    assert [row["pair_id"] for row in disagreements(store, ago(6), ALL)] == ["far"]
    assert disagreements(store, D, Filters(program=("-",))) == []


def test_groups_of_pairs(store: Store) -> None:
    rows = series(store, D, ALL, ["satisfaction_by_state"])["satisfaction_by_state"]
    found = {(score.respondent, score.group): (score.pairs, score.answered, score.satisfied) for score in scores(rows)}
    assert found == {
        ("mentee", "started"): (9, 7, 2), ("mentee", "open"): (8, 6, 2), ("mentee", "ended_early"): (1, 1, 0),
        ("mentor", "started"): (9, 6, 6), ("mentor", "open"): (8, 6, 6), ("mentor", "ended_early"): (1, 0, 0)}
    nobody = next(score for score in scores(rows) if score.respondent == "mentor" and score.group == "ended_early")
    assert (nobody.value, nobody.low, nobody.high) == (None, None, None), "0 of 0 is not known"
    whole = next(score for score in scores(rows) if score.respondent == "mentor" and score.group == "open")
    assert whole.value == 1
    assert whole.high == 1
    # Wilson, 6 of 6: n / (n + z squared)
    assert whole.low == pytest.approx(6 / (6 + 1.959964**2))
    assert words.group_remark(nobody) == "0 of 1 answered"


def test_nothing_at_all() -> None:
    assert scores([]) == []
    assert Score("mentee", "open", 3, 0, 0, None, None).value is None
    for tables in ({}, {"pair": [pair("p")]}):
        with store_of(tables, D) as store:
            assert answer_scores(store, D, ALL) == disagreements(store, D, ALL) == []
            assert answer_differences(store, D, ALL) == {}


@pytest.mark.parametrize(("value", "wanted"), [
    (MetricValue(39 / 136, 39, 136), "39 more of 9 or 10 than of 0 to 6, of 136 answers"),
    (MetricValue(-2 / 5, -2, 5), "2 fewer of 9 or 10 than of 0 to 6, of 5 answers"),
    (MetricValue(0.0, 0, 4), "as many of 9 or 10 as of 0 to 6, of 4 answers"),
    (MetricValue(None, 0, 0), "0 of 0 answers"),
])  # fmt: skip
def test_a_net_score_is_no_part_of_its_answers(value: MetricValue, wanted: str) -> None:
    for side in SIDES:
        assert numbers.fraction(f"recommend_{side}", value) == wanted


def test_the_net_score_by_hand() -> None:
    """0, 6 | 7, 8 | 9, 10, 10: three less two of seven."""
    given = (0, 6, 7, 8, 9, 10, 10)
    tables = {"pair": [pair(str(number)) for number in range(len(given))],
              "feedback": [said(str(number), "mentee", 3, recommend=score) for number, score in enumerate(given)]}
    with store_of(tables, D) as store:
        value = values(store, D, ALL, ["recommend_mentee"])["recommend_mentee"]
        assert counted(store) == {}, "no answer has a score of satisfaction"
    assert (value.numerator, value.denominator) == (1, 7)
    assert numbers.fraction("recommend_mentee", value) == "1 more of 9 or 10 than of 0 to 6, of 7 answers"
