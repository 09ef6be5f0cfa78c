"""Stage: typed rows of all imports in force -> one table a table, the newest version of each key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from careerdash.schema import RULES, TABLES, typed_columns

from .asked import settle_ids
from .plan import BuildPlan, Progress
from .tables import SQL_TYPE, create_tables

if TYPE_CHECKING:
    import duckdb

SQL = Path(__file__).parent / "sql" / "stage"

_PAIR_TABLES = tuple(table.name for table in TABLES.values() if table.names_pair)
_SOURCE = (("import_id", "INTEGER"), ("data_day", "DATE"), ("source_file", "VARCHAR"), ("ord", "BIGINT"))


def _sql(name: str, table: str | None = None) -> str:
    """A stage SQL text; `{table}` in it stands for a table of the schema."""
    text = (SQL / f"{name}.sql").read_text(encoding="utf-8")
    return text if table is None else text.replace("{table}", table)


def load_rows(con: duckdb.DuckDBPyConnection, plan: BuildPlan) -> None:
    """Copy all typed rows into temporary tables `raw_<table>`, each row with its import and its place in time.

    `ord` grows with the age of the row: by import, then table, then row; it is unique over all tables.
    """
    for number, table in enumerate(TABLES.values()):
        columns = [(name, SQL_TYPE[kind]) for name, kind in typed_columns(table)] + list(_SOURCE)
        body = ", ".join(f'"{name}" {kind}' for name, kind in columns)
        con.execute(f"create temp table raw_{table.name} ({body})")
        files = [(str(source.tables[table.name]), place, source)
                 for place, source in enumerate(plan.sources) if table.name in source.tables]
        if not files:
            continue
        for path, place, source in files:
            con.execute(
                f"insert into raw_{table.name} by name select * exclude (file_row_number), $import_id as import_id, "
                "$day as data_day, $file as source_file, $first + file_row_number as ord "
                "from read_parquet($path, file_row_number = true)",
                {"path": path, "import_id": source.import_id, "day": source.data_day, "file": source.file_name,
                 "first": place * 2**36 + number * 2**32})


def email_groups(links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """E-mail -> first e-mail (by code point) of all that are tied to it, however indirectly.

    >>> email_groups([("b@x", "a@x"), ("c@x", "b@x")])["c@x"]
    'a@x'
    """
    parent: dict[str, str] = {}

    def root(email: str) -> str:
        parent.setdefault(email, email)
        while parent[email] != email:
            parent[email] = parent[parent[email]]
            email = parent[email]
        return email

    for left, right in links:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    return {email: root(email) for email in parent}


def _group_emails(con: duckdb.DuckDBPyConnection) -> None:
    import pyarrow as pa

    groups = email_groups(con.execute(
        "select main, email from email_link where main is not null "
        "union select min(email), email from (select min(email) over (partition by id) as first, email, id "
        "from email_link where id is not null) group by first, email order by all").fetchall())
    tied = pa.table({"email": list(groups), "root": list(groups.values())},
                    schema=pa.schema([("email", pa.string()), ("root", pa.string())]))
    con.register("tied_emails", tied)
    con.execute("create temp table email_group as select email, root from tied_emails")
    con.unregister("tied_emails")


def resolve(con: duckdb.DuckDBPyConnection) -> None:
    """Find the person and the pair that every row means; fills `people` and `identity`."""
    con.execute(_sql("macros"))
    con.execute("create temp table row_issue (import_id integer, sheet varchar, \"row\" integer, part integer, "
                "table_name varchar, code varchar, kind varchar, detail varchar)")
    settle_ids(con)
    con.execute(_sql("naming"))
    con.execute(_sql("loose_row"))
    _group_emails(con)
    con.execute(_sql("person_identity"))
    con.execute(_sql("pair_identity"))
    con.execute(_sql("reference"))
    for table in _PAIR_TABLES:
        con.execute(_sql("located", table))
        con.execute(_sql("located_set_aside", table))


def merge(con: duckdb.DuckDBPyConnection) -> None:
    """Fill the twelve tables: one row a key, of each field the newest value; then what the rules derive."""
    for table in TABLES:
        con.execute(_sql(f"keyed_{table}"))
        con.execute(_sql("merge", table))
    con.execute(_sql("derived"))
    con.execute(_sql("set_aside"))
    came = " union all ".join(
        f"select import_id, '{table}' as table_name, count(*) as came from raw_{table} group by all"
        for table in TABLES)
    landed = " union all ".join(
        f"select import_id, '{table}' as table_name, count(*) as landed from keyed_{table} group by all"
        for table in TABLES)
    con.execute(_sql("balance").replace("{came}", came).replace("{landed}", landed))


def write_settings(con: duckdb.DuckDBPyConnection, plan: BuildPlan) -> None:
    """Table `setting`: every rule with its default, and the changes of the ledger in place of it or beside it."""
    changed = {(key, program): value for key, program, value in plan.settings}
    rows: list[tuple[str, str | None, float]] = [
        (rule.key, None, changed.pop((rule.key, None), rule.default)) for rule in RULES]
    rows += [(key, program, value) for (key, program), value in sorted(changed.items(), key=str)]
    for row in rows:
        con.execute("insert into setting values ($1, $2, $3)", row)


def build_stage(con: duckdb.DuckDBPyConnection, plan: BuildPlan, progress: Progress) -> None:
    """All of the stage layer into an empty database."""
    create_tables(con)
    write_settings(con, plan)
    progress("Reading rows", 0.05)
    load_rows(con, plan)
    progress("Finding people and pairs", 0.2)
    resolve(con)
    progress("Merging", 0.35)
    merge(con)
