"""Two builds side by side: what an import changed, row by row of the twelve tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdash.schema import TABLES, Field, Table

if TYPE_CHECKING:
    import duckdb

SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True)
class TableChange:
    """Rows of one table by the import that brings them now: keys new, keys changed, keys unchanged."""

    import_id: int
    table: str
    new: int
    changed: int
    same: int


@dataclass(frozen=True)
class CellChange:
    """One field that a row has now and had otherwise before; `old` and `new` are null where the field is private.

    `who` names the person, or mentor and mentee, where they have names; `sheet` and `row` say where the new row stands.
    """

    table: str
    who: str | None
    sheet: str
    row: int
    field: str
    old: str | None
    new: str | None


@contextmanager
def side_by_side(before: Path | None, after: Path) -> Iterator[Comparison]:
    """Opens both builds read-only; without `before` it stands for an empty one."""
    import duckdb

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
            rows = self._rows(
                "select a.import_id, count(*) filter (b.here is null), count(*) filter (b.here is not null "
                f"and {_differs(table)}), count(*) from after.{table.name} a "
                f"left join (select *, true as here from before.{table.name} {self._before}) b on {_same_key(table)} "
                "where a.import_id is not null group by all order by all")
            found += [TableChange(import_id, table.name, new, changed, total - new - changed)
                      for import_id, new, changed, total in rows]
        return found

    def behind(self, import_id: int, table_name: str, but: Sequence[int]) -> tuple[int, int]:
        """Of an import older than another: its rows behind newer ones, and changed rows that none of `but` brings.

        The latter show a value of the older import where the newer ones have none.
        """
        table = TABLES[table_name]
        landed, newest = (int(self._rows(sql, {"id": import_id, **more})[0][0]) for sql, more in (
            ("select coalesce(sum(landed), 0) from after.row_balance where import_id = $id and table_name = $name",
             {"name": table_name}),
            (f"select count(*) from after.{table.name} where import_id = $id", {})))
        changed = int(self._rows(
            f"select count(*) from after.{table.name} a join (from before.{table.name} {self._before}) b on "
            f"{_same_key(table)} where {_differs(table)} and not list_contains($but, a.import_id)",
            {"but": list(but)})[0][0])
        return max(landed - newest, 0), changed

    def cells(self, import_id: int, table_name: str, limit: int) -> tuple[list[CellChange], int]:
        """The first changed fields of a table's rows that the import brings last, and how many there are in all."""
        table = TABLES[table_name]
        pieces = ", ".join(
            f"{{'place': {place}, 'field': '{field.name}', 'old': {self._text('b', field)}, "
            f"'new': {self._text('a', field)}, 'moved': a.{field.name} is distinct from b.{field.name}}}"
            for place, field in enumerate(table.fields))
        rows = self._rows(
            f"with changed as (select {self._who(table)} as who, a.source_sheet, a.source_row, unnest([{pieces}]) as f "
            f"from after.{table.name} a join before.{table.name} b on {_same_key(table)} "
            f"where a.import_id = $id and {'false' if self._before else _differs(table)}) "
            "select who, source_sheet, source_row, f.field, f.old, f.new, count(*) over () from changed "
            "where f.moved order by source_sheet, source_row, f.place, who limit $limit",
            {"id": import_id, "limit": limit})
        return [CellChange(table.name, *row[:6]) for row in rows], rows[0][6] if rows else 0

    @staticmethod
    def _text(side: str, field: Field) -> str:
        return "null::varchar" if field.privacy == "private" else f"{side}.{field.name}::varchar"

    @staticmethod
    def _who(table: Table) -> str:
        """SQL: the name of the row's person, or of its mentor and mentee."""
        name = "(select p.name from after.people p where p.person_id = {})"
        if table.name == "person":
            return "a.name"
        if not table.names_pair and table.name != "pair":
            return name.format("a.person_id") if table.name == "job_change" else "null"
        pair = {side: f"a.{side}_id" if table.name == "pair" else
                f"(select q.{side}_id from after.pair q where q.pair_id = a.pair_id)" for side in ("mentor", "mentee")}
        return f"{name.format(pair['mentor'])} || ' – ' || {name.format(pair['mentee'])}"

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

    def names(self, people: Sequence[str]) -> dict[str, str]:
        """The names of people by id, of those that have one."""
        return dict(self._rows("select person_id, name from after.people where name is not null and "
                               "list_contains($people, person_id)", {"people": list(people)}))

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


def _differs(table: Table) -> str:
    left, right = (", ".join(f"{side}.{field.name}" for field in table.fields) for side in "ab")
    return f"row({left}) is distinct from row({right})"


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
