"""Undo and redo in a random order: the content is that of a folder which only ever saw what is in force.

Import 3 brings a meeting that waits for the pair of import 4.
"""

import random
from datetime import date
from pathlib import Path

from careerdash.imports.manage import info, redo, undo
from careerdash.imports.run import import_files
from careerdash.ledger.folder import DataFolder
from tests.support.programs import MEETING_HEADER, PAIR_HEADER, workbook

from .conftest import DAY

STEPS, LOOKED_AT = 8, 4


def test_any_order_equals_a_build_without_them(used: DataFolder, files: Path, tmp_path: Path) -> None:
    newer = workbook(tmp_path / "newer.xlsx", {
        "pair": [PAIR_HEADER, ("P1", "Leaders", "007", "008", None, "paused", 21)],
        "check_in": [MEETING_HEADER, ("M1", "P1", date(2026, 2, 3), "missed"), ("M9", "P9", date(2026, 2, 3), "held")]})
    last = workbook(tmp_path / "last.xlsx", {"pair": [PAIR_HEADER, ("P9", "Leaders", "010", "007", date(2026, 1, 5))]})
    days = {1: (files / "base.xlsx", DAY), 2: (files / "meetings.xlsx", DAY), 3: (newer, date(2026, 3, 8)),
            4: (last, date(2026, 3, 2))}
    import_files(used, [newer], as_of=days[3][1], accept=True)
    import_files(used, [last], as_of=days[4][1], accept=True)
    draw = random.Random(20260301)
    in_force = {1, 2, 3, 4}
    contents: dict[frozenset[int], str | None] = {}
    for _ in range(STEPS):
        number = draw.choice((1, 2, 3, 4))
        step = undo if number in in_force else redo
        in_force ^= {number}
        contents[frozenset(in_force)] = step(used, [number]).content
    for number, (wanted, content) in enumerate(sorted(contents.items(), key=lambda one: sorted(one[0]))[:LOOKED_AT]):
        alone = DataFolder(tmp_path / f"alone-{number}")
        for one in sorted(wanted):
            path, day = days[one]
            import_files(alone, [path], as_of=day, accept=True)
        assert info(alone)["content"] == content, wanted
