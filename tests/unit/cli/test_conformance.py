"""The conformance kit through the real command line: every number of every case, to 1e-9."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

KIT = Path(__file__).parents[2] / "fixtures" / "metrics"
ORDERED = ("weekly_on_cadence", "burn_up", "checklist_items")
COUNTS = ("pairs", "check_ins", "mentors")


def same(mine: Any, kit: Any) -> bool:
    """Equal in shape and words, numbers to 1e-9; a truth value is no number."""
    if isinstance(kit, dict):
        return isinstance(mine, dict) and set(mine) == set(kit) and all(same(mine[key], kit[key]) for key in kit)
    if isinstance(kit, list):
        return isinstance(mine, list) and len(mine) == len(kit) and all(map(same, mine, kit))
    if isinstance(kit, float):
        return isinstance(mine, int | float) and not isinstance(mine, bool) and math.isclose(
            mine, kit, rel_tol=0, abs_tol=1e-9)
    return type(mine) is type(kit) and bool(mine == kit)


def counting(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a series in comparable order, without those that count nothing."""
    if name in ORDERED:
        return rows
    kept = [row for row in rows if any(row.get(key) for key in COUNTS)]
    return sorted(kept, key=lambda row: json.dumps(row, sort_keys=True))


@pytest.mark.parametrize("kind", ["plain", "messy_dates", "dense", "one_program_blind", "two_ids"])
def test_the_kit(run: Run, kind: str) -> None:
    kit = json.loads((KIT / f"{kind}.json").read_text(encoding="utf-8"))
    found = run("import", KIT / f"{kind}.xlsx", "--as-of", kit["data_day"], "--json")
    assert [entry["outcome"] for entry in found.document] == ["published"]
    rows = found.document[0]["balance"]["rows"]
    assert rows["accepted"] == rows["total"] - rows["header"]
    assert sum("pairs" in case for case in kit["cases"]) == 1
    for case in kit["cases"]:
        asked = ["--json", "--as-of", case["as_of"]]
        asked += [part for name, values in case["filters"].items() for value in values for part in (f"--{name}", value)]
        mine = run("metrics", *asked).document
        assert set(mine["metrics"]) == set(case["metrics"])
        wrong = {key: (mine["metrics"][key], value) for key, value in case["metrics"].items()
                 if not same(mine["metrics"][key], value)}
        assert wrong == {}, asked
        assert set(mine["series"]) == set(case["series"])
        assert len(mine["series"]["weekly_on_cadence"]) == 104
        mine["series"]["weekly_on_cadence"] = mine["series"]["weekly_on_cadence"][-kit["weekly_rows"]:]
        for name, expected in case["series"].items():
            assert same(counting(name, mine["series"][name]), counting(name, expected)), (asked, name)
        if "pairs" in case:
            assert same(run("pairs", *asked).document, case["pairs"])
