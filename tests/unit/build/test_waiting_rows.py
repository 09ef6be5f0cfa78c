"""Rows that wait for their pair: as if not there, until a file brings it; then as if they had come with it."""

from datetime import date
from itertools import permutations
from typing import Any

from .conftest import Build

PEOPLE = {"person": [{"person_id": who, "name": f"Name {who}"} for who in ("1", "2", "3")]}
KNOWN = {"pair": [{"pair_id": "A", "mentor_id": "1", "mentee_id": "2", "start_date": date(2025, 1, 1)}]}
LATE = {"pair": [{"pair_id": "B", "mentor_id": "1", "mentee_id": "3", "start_date": date(2025, 1, 1)}]}
OF_KNOWN = [{"check_in_id": "c1", "pair_id": "A", "date": date(2025, 6, 1)}]
OF_LATE: list[dict[str, Any]] = [
    {"check_in_id": "c2", "pair_id": "B", "date": date(2025, 6, 1)},
    {"mentor_id": "1", "mentee_name": "Name 3", "date": date(2025, 6, 8)},
    {"mentor_name": "Name 1", "mentee_id": "3", "date": date(2025, 6, 8)}]


def test_waiting_rows_change_nothing_and_come_in_by_themselves(stage: Build) -> None:
    base, log = PEOPLE | KNOWN, {"check_in": OF_KNOWN + OF_LATE}
    waits = stage(base, log)
    assert [code for _, _, code in waits.notes()] == ["unknown_pair"] * 3
    assert waits.content() == stage(base, {"check_in": OF_KNOWN}).content()
    together = stage(base | {"pair": KNOWN["pair"] + LATE["pair"]} | log).content()
    for order in permutations((base, log, LATE)):
        built = stage(*order)
        assert built.notes() == []
        assert built.content() == together, "whichever file comes first, and whatever day it is from"
