"""Rows to take away: the latest check-ins where a sheet cannot hold them all."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from careerdash.metrics import Filters
from careerdash.metrics.rows import check_in_number, check_in_rows
from careerdash.store import Store
from tests.support.tables import store_of

D = date(2026, 3, 15)
ALPHA = Filters(program=("Alpha",))
TABLES = {
    "pair": [{"pair_id": name, "program": program, "mentor_id": f"m{name}", "mentee_id": f"e{name}",
              "start_date": date(2026, 1, 1)} for name, program in (("P1", "Alpha"), ("P2", "Beta"), ("P3", "Alpha"))],
    "check_in": [{"check_in_id": f"{pair}-{step}", "pair_id": pair, "date": D + timedelta(days=1 - step // 2)}
                 for pair in ("P1", "P2", "P3") for step in range(8)]}
"""Two meetings a day of each pair, the first two a day too late."""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(TABLES, D) as opened:
        yield opened


@pytest.mark.parametrize("filters", [Filters(), ALPHA], ids=["all", "Alpha"])
def test_of_too_many_check_ins_the_latest_are_there(store: Store, filters: Filters) -> None:
    rows = sorted((row["pair_id"], row["date"], row["check_in_id"]) for row in TABLES["check_in"]
                  if row["date"] <= D and (filters != ALPHA or row["pair_id"] != "P2"))
    latest = sorted(rows, key=lambda row: (-row[1].toordinal(), row[0], row[2]))
    for most in (1, 2, 3, 6, 7, len(rows) - 1, len(rows), 1000):
        found = [(row["pair_id"], row["date"], row["check_in_id"])
                 for batch in check_in_rows(store, D, filters, most) for row in batch.to_pylist()]
        assert found == sorted(latest[:most]), most
    assert check_in_number(store, D, filters) == len(rows)


def test_before_the_first_check_in_there_is_none(store: Store) -> None:
    assert sum(len(batch) for batch in check_in_rows(store, D - timedelta(days=60), Filters(), 5)) == 0
