"""Data checks of a build: what must hold before anybody may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdash.schema import TABLES

from .plan import BuildError

if TYPE_CHECKING:
    import duckdb

_NEVER_NULL: dict[str, tuple[str, ...]] = {
    table.name: tuple(dict.fromkeys(
        [field.name for field in table.fields if field.required] + ([table.id_field] if table.id_field else [])))
    for table in TABLES.values()} | {"people": ("person_id",)}


def _count(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = con.execute(sql).fetchone()
    return int(row[0]) if row else 0


def check_build(con: duckdb.DuckDBPyConnection) -> None:
    """Unique keys, nothing required is null, every pair is known, and all rows are accounted for.

    Raises BuildError with one sentence at the first check that fails.
    """
    for table, fields in _NEVER_NULL.items():
        for field in fields:
            if _count(con, f"select count(*) from {table} where {field} is null"):
                raise BuildError(f"The check of {table} found rows without {field}.")
    for table, key in ((spec.name, spec.key) for spec in TABLES.values()):
        if table in ("resource", "recognition", "person"):
            continue  # their keys may hold empty fields; merging is by the key as written
        columns = ", ".join(key)
        if _count(con, f"select count(*) from (select 1 from {table} group by {columns} having count(*) > 1)"):
            raise BuildError(f"The check of {table} found two rows with one key.")
    for name, spec in TABLES.items():
        if spec.names_pair and _count(
                con, f"select count(*) from {name} t anti join pair p on p.pair_id = t.pair_id"):
            raise BuildError(f"The check of {name} found rows of a pair that does not exist.")
    if _count(con, "select count(*) from pair where start_date is null"):
        raise BuildError("The check of pair found a pair without a start.")
    if _count(con, "select count(*) from row_balance where came <> set_aside + landed"):
        raise BuildError("The check of totals found rows that neither landed nor were set aside.")
