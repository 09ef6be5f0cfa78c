"""One build: typed rows and settings -> a complete DuckDB file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careerdash.schema import TABLES

from .asked import ambiguous, lost_zeros
from .checks import check_build
from .code import code_version
from .content import content_hash
from .mart import build_mart
from .plan import BuildError, BuildPlan, BuildResult, Cube, Placed, Progress, RowIssue
from .stage import build_stage

if TYPE_CHECKING:
    import duckdb


def _build_id(plan: BuildPlan, content: str) -> str:
    sources = [(source.import_id, source.data_day, source.file_name) for source in plan.sources]
    said = repr((content, plan.settings, sources, code_version()))
    return "b" + hashlib.sha256(said.encode()).hexdigest()[:12]


def _placed(con: duckdb.DuckDBPyConnection) -> Placed:
    rows = con.execute("select import_id, sheet, row, part, table_name, column_name, code, message, kind "
                       "from row_note order by all").fetchall()
    return Placed(*ambiguous(con, [RowIssue(*row) for row in rows]), lost_zeros(con))


def place_rows(plan: BuildPlan, target: Path, *, progress: Progress | None = None) -> Placed:
    """What a build of the plan would set aside or remark on, without the rest of the build.

    `target` is a path that does not exist yet, and of no use afterwards. Raises BuildError where there is no source.
    """
    if not plan.sources:
        raise BuildError("There is nothing to build: no import is in force.")
    import duckdb

    con = duckdb.connect(str(target))
    try:
        con.execute("set enable_progress_bar = false")
        con.execute("begin")  # never committed: nothing has to reach the disk
        build_stage(con, plan, progress or (lambda step, share: None))
        return _placed(con)
    finally:
        con.close()


def build_database(plan: BuildPlan, target: Path, *, cubes: Sequence[Cube] = (),
                   progress: Progress | None = None) -> BuildResult:
    """Write a complete build to `target`, a path that does not exist yet.

    The result is a function of the plan and the code alone. `cubes` are further steps, run after the marts.
    Raises BuildError where there is no source or a data check fails, with one sentence; `target` is then of no use.
    """
    if not plan.sources:
        raise BuildError("There is nothing to build: no import is in force.")
    tell: Progress = progress or (lambda step, share: None)
    data_day = max(source.data_day for source in plan.sources)
    import duckdb

    con = duckdb.connect(str(target))
    try:
        con.execute("set enable_progress_bar = false")
        con.execute("set preserve_insertion_order = true")
        build_stage(con, plan, tell)
        content = content_hash(con)
        build_id = _build_id(plan, content)
        con.execute("insert into build_info values ($1, $2, $3)", (build_id, data_day, code_version()))
        tell("Computing pairs", 0.5)
        build_mart(con, data_day)
        for number, cube in enumerate(cubes):
            tell("Counting", 0.65 + 0.25 * number / len(cubes))
            cube(con, data_day)
        tell("Checking", 0.92)
        check_build(con)
        rows = {table: int((con.execute(f"select count(*) from {table}").fetchone() or (0,))[0]) for table in TABLES}
        people = int((con.execute("select count(*) from people").fetchone() or (0,))[0])
        placed = _placed(con)
        con.execute("checkpoint")
    finally:
        con.close()
    return BuildResult(build_id, data_day, content, rows, people, placed)


def warm_up() -> None:
    """Loads what a build needs of other libraries, a second of it, while something else is waited for."""
    import duckdb
    import pyarrow as pa

    con = duckdb.connect(":memory:")
    try:
        con.register("nothing", pa.table({"nothing": pa.array([], pa.string())}))
        con.execute("select nothing from nothing where nothing = $1", [""])
    finally:
        con.close()
