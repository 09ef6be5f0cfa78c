"""A stage built from typed rows that a test writes by hand."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from careerdash.build.asked import ambiguous, lost_zeros
from careerdash.build.checks import check_build
from careerdash.build.content import content_hash
from careerdash.build.plan import LostZeros, RowIssue, WhoIsMeant
from careerdash.build.stage import build_stage
from tests.support.typed import Rows, plan

Build = Callable[..., "Stage"]


class Stage:
    """A stage built from imports, with short ways to ask it."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con

    def column(self, table: str, field: str) -> list[Any]:
        return [row[0] for row in self.con.execute(f"select {field} from {table} order by all").fetchall()]

    def row(self, table: str) -> dict[str, Any]:
        (row,) = self.con.execute(f"select * from {table}").to_arrow_table().to_pylist()
        return dict(row)

    def notes(self) -> list[tuple[str, int, str]]:
        return self.con.execute(
            "select table_name, row, code from row_note where kind = 'error' order by all").fetchall()

    def asked(self) -> tuple[tuple[RowIssue, ...], tuple[WhoIsMeant, ...]]:
        notes = self.con.execute("select import_id, sheet, row, part, table_name, column_name, code, message, kind "
                                 "from row_note order by all").fetchall()
        return ambiguous(self.con, [RowIssue(*note) for note in notes])

    def zeros(self) -> tuple[LostZeros, ...]:
        return lost_zeros(self.con)

    def content(self) -> str:
        return content_hash(self.con)


@pytest.fixture
def stage(tmp_path: Path) -> Build:
    count = iter(range(100))

    def build(*imports: Rows, days: Sequence[date] = (
            date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))) -> Stage:
        con = duckdb.connect()
        folder = tmp_path / str(next(count))
        folder.mkdir()
        numbered = [(number, days[number - 1], tables) for number, tables in enumerate(imports, start=1)]
        build_stage(con, plan(folder, numbered), lambda step, share: None)
        check_build(con)
        return Stage(con)

    return build
