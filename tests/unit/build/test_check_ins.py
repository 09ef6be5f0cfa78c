"""Which rows speak of one meeting, and what it then says."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import duckdb

from careerdash.build.content import content_hash
from careerdash.build.stage import build_stage
from tests.support.typed import plan

Row = Mapping[str, Any]

DAYS = (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
PAIR: Row = {"pair_id": "77", "mentor_id": "P1", "mentee_id": "P2", "start_date": date(2025, 5, 1)}
KNOWN: Row = {"check_in_id": "c1", "pair_id": "77", "date": date(2025, 6, 1), "minutes": 30}
LOOSE: Row = {"pair_id": "77", "date": date(2025, 6, 1), "minutes": 45}


def meetings(folder: Path, field: str, *files: Sequence[Row]) -> tuple[list[Any], str]:
    """One field of all meetings that these files give, imported one after the other, and the content of all tables."""
    place = folder / str(len(list(folder.iterdir())))
    place.mkdir()
    rows = [{"pair": [PAIR], "check_in": file} for file in files]
    with duckdb.connect() as con:
        build_stage(con, plan(place, list(zip(range(1, 9), DAYS, rows, strict=False))), lambda step, share: None)
        found = con.execute(f"select {field} from check_in order by all").fetchall()
        return [value for (value,) in found], content_hash(con)


def test_two_meetings_a_day_of_which_one_has_an_id_stay_two(tmp_path: Path) -> None:
    for rows in ([KNOWN, LOOSE], [LOOSE, KNOWN]):
        found, content = meetings(tmp_path, "minutes", rows)
        assert found == [30, 45]
        assert meetings(tmp_path, "minutes", rows, rows) == ([30, 45], content)


def test_ids_that_come_later_add_no_meeting(tmp_path: Path) -> None:
    assert meetings(tmp_path, "minutes", [LOOSE, LOOSE], [KNOWN, LOOSE])[0] == [30, 45]
    assert meetings(tmp_path, "minutes", [KNOWN], [LOOSE])[0] == [45]


def test_a_record_told_beats_a_record_derived_from_notes(tmp_path: Path) -> None:
    noted = {**KNOWN, "has_record": True, "derived_record": True, "notes": "Plans"}
    empty = {**KNOWN, "has_record": False, "derived_record": True}
    for told in (True, False):
        for files in permutations([[noted], [empty], [{**KNOWN, "has_record": told}]]):
            assert meetings(tmp_path, "has_record", *files)[0] == [told]


def test_an_empty_cell_for_notes_takes_back_no_record(tmp_path: Path) -> None:
    noted = {**KNOWN, "has_record": True, "derived_record": True, "notes": "Plans"}
    empty = {**KNOWN, "has_record": False, "derived_record": True}
    assert meetings(tmp_path, "has_record", [empty])[0] == [False]
    assert meetings(tmp_path, "has_record", [noted], [empty])[0] == [True]
