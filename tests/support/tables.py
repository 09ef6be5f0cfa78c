"""Tiny builds by hand: rows as dicts -> stage tables -> mart and cubes -> Store."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from careerdash.build.mart import build_mart
from careerdash.build.tables import create_tables, stage_columns
from careerdash.metrics import cubes
from careerdash.schema import RULES, TABLES
from careerdash.store import Store

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

_ID_FIELDS = {"check_in": "check_in_id", "goal": "goal_id", "milestone": "milestone_id", "feedback": "feedback_id"}


def completed(tables: Tables, data_day: date) -> dict[str, list[dict[str, Any]]]:
    """The rows with what stage always gives: ids, the data day of the row, the programs that pairs name."""
    full = {name: [dict(row) for row in rows] for name, rows in tables.items()}
    for name, rows in full.items():
        for number, row in enumerate(rows, 1):
            if name in TABLES:
                row.setdefault("row_data_day", data_day)
            if name in _ID_FIELDS and row.get(_ID_FIELDS[name]) is None:
                row[_ID_FIELDS[name]] = f"{name}-{number:05d}"
    programs = full.setdefault("program", [])
    known = {row["program"] for row in programs}
    for row in full.get("pair", []):
        if row.get("program") is not None and row["program"] not in known:
            known.add(row["program"])
            programs.append({"program": row["program"], "row_data_day": data_day})
    return full


def fill_stage(con: duckdb.DuckDBPyConnection, tables: Tables, data_day: date,
               settings: Sequence[tuple[str, str | None, float]] = ()) -> None:
    """Create the stage tables and put the rows in; unknown columns raise KeyError."""
    create_tables(con)
    columns = stage_columns()
    for name, rows in completed(tables, data_day).items():
        known = [column for column, _ in columns[name]]
        for row in rows:
            if unknown := set(row) - set(known):
                raise KeyError(f"{name} has no column {sorted(unknown)}")
        if rows:
            line = f"({', '.join('?' for _ in known)})"
            con.execute(
                f"INSERT INTO {name} VALUES {', '.join([line] * len(rows))}",
                [row.get(column) for row in rows for column in known])
    changed = {(key, program): value for key, program, value in settings}
    general = {(rule.key, None): rule.default for rule in RULES}
    rules = [(*rule, value) for rule, value in (general | changed).items()]
    con.execute(f"INSERT INTO setting VALUES {', '.join(['(?, ?, ?)'] * len(rules))}",
                [part for rule in rules for part in rule])
    con.execute("INSERT INTO build_info VALUES ('test', ?, 'test')", [data_day])


def write_build(path: Path, tables: Tables, data_day: date,
                settings: Sequence[tuple[str, str | None, float]] = ()) -> None:
    """Write a complete build file."""
    con = duckdb.connect(str(path))
    try:
        fill_stage(con, tables, data_day, settings)
        build_mart(con, data_day)
        for cube in cubes():
            cube(con, data_day)
    finally:
        con.close()


@contextmanager
def store_of(tables: Tables, data_day: date,
             settings: Sequence[tuple[str, str | None, float]] = ()) -> Iterator[Store]:
    """A store over a build of these rows, gone after the block."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "build.duckdb"
        write_build(path, tables, data_day, settings)
        store = Store.open(path)
        try:
            yield store
        finally:
            store.close()
