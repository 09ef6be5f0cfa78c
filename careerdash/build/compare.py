"""Two builds side by side: what an import changed, row by row of the twelve tables."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from careerdash.schema import TABLES, Table

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class TableChange:
    """Rows of one table by the import that brings them now: keys new, keys changed, keys unchanged."""

    import_id: int
    table: str
    new: int
    changed: int
    same: int


@contextmanager
def side_by_side(before: Path | None, after: Path) -> Iterator["Comparison"]:
    """Opens both builds read-only; without `before` it stands for an empty one."""
    con = duckdb.connect(":memory:")
    try:
        con.execute("set enable_progress_bar = false")
        for name, path in (("before", before or after), ("after", after)):
            con.execute(f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as {name} (read_only)")
        yield Comparison(con, empty_before=before is None)
    finally:
        con.close()


class Comparison:
    """Questions about two builds."""

    def __init__(self, con: duckdb.DuckDBPyConnection, *, empty_before: bool) -> None:
        self._con = con
        self._before = "where false" if empty_before else ""

    def changes(self) -> list[TableChange]:
        """New, changed and unchanged rows a table and import, ordered by table and import."""
        found: list[TableChange] = []
        for table in TABLES.values():
            fields_a, fields_b = (", ".join(f"{side}.{field.name}" for field in table.fields) for side in "ab")
            rows = self._rows(
                "select a.import_id, count(*) filter (b.here is null), count(*) filter (b.here is not null "
                f"and row({fields_a}) is distinct from row({fields_b})), count(*) from after.{table.name} a "
                f"left join (select *, true as here from before.{table.name} {self._before}) b on {_same_key(table)} "
                "where a.import_id is not null group by all order by all")
            found += [TableChange(import_id, table.name, new, changed, total - new - changed)
                      for import_id, new, changed, total in rows]
        return found

    def missing(self, import_id: int, table_name: str) -> int:
        """Rows of the build before that this import does not bring: of a pair's tables, those of its programs."""
        table = TABLES[table_name]
        return int(self._rows(
            f"select count(*) from (select * from before.{table_name} {self._before}) b where {_scope(table)} and "
            f"not exists (from after.{table_name} a where a.import_id = $id and {_same_key(table)})",
            {"id": import_id})[0][0])

    def missing_pairs(self, import_id: int) -> list[dict[str, Any]]:
        """The running pairs of the import's programs that it does not bring, as typed rows name them, by pair_id.

        A pair whose id is made from its natural key is named by that key, any other by its id.
        """
        self._con.execute(_text("stage/macros"))
        found = self._con.execute(_text("compare/missing_pairs"), {"id": import_id, "empty": bool(self._before)})
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def newly(self, state: str) -> int:
        """Pairs whose cadence is in this state now and was not before."""
        return int(self._rows(
            "select count(*) from after.pair_facts a "
            f"left join (from before.pair_facts {self._before}) b using (pair_id) "
            "where a.cadence_state = $state and b.cadence_state is distinct from $state", {"state": state})[0][0])

    def waiting(self, but: Sequence[int]) -> tuple[int, int]:
        """Rows of imports other than `but`: how many came in that waited before, and how many wait that had come in."""
        if self._before:
            return 0, 0
        notes = "select distinct import_id, table_name, sheet, row, part from {}.row_note where kind = 'error'"
        before, after = notes.format("before"), notes.format("after")
        in_force = "import_id in (select import_id from {}.row_balance) and not list_contains($but, import_id)"
        came, waits = (int(self._rows(
            f"select count(*) from ({one} except {other}) where {in_force.format(side)}", {"but": list(but)})[0][0])
            for one, other, side in ((before, after, "after"), (after, before, "before")))
        return came, waits

    def _rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        return self._con.execute(sql, parameters or {}).fetchall()


def _text(name: str) -> str:
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


def _same_key(table: Table) -> str:
    return " and ".join(f"a.{field} is not distinct from b.{field}" for field in table.key)


def _scope(table: Table) -> str:
    """Which rows of the build before (`b`) an export could have held: all, or those of its pairs' programs."""
    if table.name == "pair":
        return ("coalesce(b.program, '') in (select coalesce(p.program, '') from after.pair p "
                "where p.import_id = $id)")
    if not table.names_pair:
        return "$id is not null"
    return ("b.pair_id in (from (from after.pair p semi join (select distinct coalesce(q.program, '') as program "
            f"from after.{table.name} t join after.pair q using (pair_id) where t.import_id = $id) s "
            "on coalesce(p.program, '') = s.program) select pair_id)")
