"""The conformance kit: five workbooks and the numbers that follow from them by the definitions."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careerdash.metrics import Filters, document, pairs
from careerdash.store import Store
from tests.support.comparing import differences
from tests.support.tables import store_of
from tests.support.template import template_rows

KIT = Path(__file__).parents[1] / "fixtures" / "metrics"
KINDS = ("plain", "messy_dates", "dense", "one_program_blind", "two_ids")


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> Iterator[tuple[Store, dict[str, Any]]]:
    expected = json.loads((KIT / f"{request.param}.json").read_text(encoding="utf-8"))
    data_day = date.fromisoformat(expected["data_day"])
    with store_of(template_rows(KIT / f"{request.param}.xlsx", data_day), data_day) as store:
        yield store, expected


@pytest.mark.parametrize("case", range(4))
def test_the_kit_agrees(kind: tuple[Store, dict[str, Any]], case: int) -> None:
    store, expected = kind
    asked = expected["cases"][case]
    as_of = date.fromisoformat(asked["as_of"])
    filters = Filters(**{name: tuple(values) for name, values in asked["filters"].items()})
    found = document(store, as_of, filters)
    assert found["as_of"] == asked["as_of"]
    assert len(found["series"]["weekly_on_cadence"]) == 104
    found["series"]["weekly_on_cadence"] = found["series"]["weekly_on_cadence"][-expected["weekly_rows"]:]
    assert set(found["metrics"]) == set(asked["metrics"])
    assert set(found["series"]) == set(asked["series"])
    assert differences(found["metrics"], asked["metrics"]) == []
    assert differences(found["series"], asked["series"]) == []
    if "pairs" in asked:
        assert differences(pairs(store, as_of, filters), asked["pairs"]) == []


def test_every_file_has_pairs_in_one_case() -> None:
    for kind in KINDS:
        cases = json.loads((KIT / f"{kind}.json").read_text(encoding="utf-8"))["cases"]
        assert ["pairs" in case for case in cases] == [False, True, False, False]
