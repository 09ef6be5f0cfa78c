"""Who sees only some programs gets numbers, lists and options of their pairs alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from careerdash.metrics import CATALOGUE, SERIES, Filters, attention, compare, options, pairs, series, trend, values
from careerdash.store import Store
from tests.support.tables import store_of
from tests.support.template import template_rows

DAY = date(2026, 2, 26)
KIT = Path(__file__).resolve().parents[1] / "fixtures" / "metrics"
OWN = ("Alpha",)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(template_rows(KIT / "plain.xlsx", DAY), DAY) as opened:
        yield opened


def test_options_are_those_of_own_programs(store: Store) -> None:
    everything, own = options(store), options(store, OWN)
    mine = [pair for pair in pairs(store, DAY, Filters()) if pair["program"] == "Alpha"]
    assert own["program"] == ["Alpha"]
    assert set(everything["program"]) > {"Alpha"}
    for name in ("cohort", "department"):
        assert set(own[name]) <= {pair[name] or "-" for pair in mine}
        assert set(own[name]) <= set(everything[name])
    assert options(store, ()) == options(store, ("Nowhere",)) == {"program": [], "cohort": [], "department": []}


def test_all_that_reads_pairs_answers_for_own_programs(store: Store) -> None:
    asked, own = Filters(), Filters().within(OWN)
    assert {pair["program"] for pair in pairs(store, DAY, own)} == {"Alpha"}
    assert {row.facts["program"] for row in attention(store, DAY, own, 100)} <= {"Alpha"}
    assert [row["group"] for row in compare(store, ["active_pairs"], DAY, own, "program")] == ["Alpha"]
    assert values(store, DAY, own)["active_pairs"].value < values(store, DAY, asked)["active_pairs"].value


@pytest.mark.parametrize("chosen", [("Beta",), (" ",), ("Nowhere",)])
def test_a_program_out_of_sight_answers_like_one_that_does_not_exist(store: Store, chosen: tuple[str, ...]) -> None:
    hidden, unknown = Filters(program=chosen).within(OWN), Filters(program=("No such program",))
    assert values(store, DAY, hidden) == values(store, DAY, unknown)
    assert series(store, DAY, hidden) == series(store, DAY, unknown)
    assert pairs(store, DAY, hidden) == attention(store, DAY, hidden, 100) == []
    assert trend(store, ["active_pairs"], DAY, hidden) == trend(store, ["active_pairs"], DAY, unknown)
    assert values(store, DAY, hidden).keys() == CATALOGUE.keys()
    assert set(series(store, DAY, hidden)) == set(SERIES)
