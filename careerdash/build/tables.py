"""The stage tables of a build: what `stage` fills, `mart` reads, and tests make by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdash.schema import TABLES, Kind

if TYPE_CHECKING:
    import duckdb

SQL_TYPE: dict[Kind, str] = {
    "text": "VARCHAR", "word": "VARCHAR", "id": "VARCHAR", "emails": "VARCHAR",
    "date": "DATE", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN",
}
"""How each kind of field is stored."""

ROW_COLUMNS: tuple[tuple[str, str], ...] = (
    ("row_data_day", "DATE"), ("import_id", "INTEGER"), ("source_file", "VARCHAR"), ("source_sheet", "VARCHAR"),
    ("source_row", "INTEGER"), ("extras", "VARCHAR"),
)
"""What every stage row says about its source; `row_data_day`: the data day of the latest import that brings it."""

OTHER_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "people": (("person_id", "VARCHAR"), ("name", "VARCHAR"), ("email", "VARCHAR")),
    "identity": (("kind", "VARCHAR"), ("old_id", "VARCHAR"), ("id", "VARCHAR")),
    "setting": (("key", "VARCHAR"), ("program", "VARCHAR"), ("value", "DOUBLE")),
    "build_info": (("build_id", "VARCHAR"), ("data_day", "DATE"), ("code_version", "VARCHAR")),
}
"""The stage tables beside the twelve of the schema. `setting.program` is null for a general rule."""


def stage_columns() -> dict[str, tuple[tuple[str, str], ...]]:
    """Column names and SQL types of every stage table, by table name.

    >>> stage_columns()["people"][0]
    ('person_id', 'VARCHAR')
    """
    tables = {
        table.name: tuple((field.name, SQL_TYPE[field.kind]) for field in table.fields) + ROW_COLUMNS
        for table in TABLES.values()
    }
    return tables | OTHER_TABLES


def create_tables(con: duckdb.DuckDBPyConnection) -> None:
    """Create all stage tables, empty. Raises duckdb.CatalogException where one exists."""
    for name, columns in stage_columns().items():
        body = ", ".join(f'"{column}" {kind}' for column, kind in columns)
        con.execute(f'CREATE TABLE "{name}" ({body})')
