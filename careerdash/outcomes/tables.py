"""The tables that retention is computed from, as Arrow: made of dicts, of Arrow tables, or read from a build."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

import pyarrow as pa

from careerdash.schema import TABLES, Kind
from careerdash.store import Store

Rows: TypeAlias = Sequence[Mapping[str, Any]] | pa.Table

NEEDED: dict[str, tuple[str, ...]] = {
    "person": ("person_id", "department", "level", "hire_date", "exit_date", "exit_reason"),
    "job_change": ("person_id", "change_date", "kind", "old_level", "new_level"),
    "program": ("program", "participation", "assignment"),
    "pair": ("pair_id", "program", "mentee_id", "start_date"),
    "check_in": ("pair_id", "date", "status"),
    "milestone": ("pair_id", "completed_date", "status"),
    "checklist": ("pair_id", "item", "done", "done_date"),
}
"""The fields that are read of each table."""

_ARROW: dict[Kind, Any] = {
    "text": pa.string(), "word": pa.string(), "id": pa.string(), "emails": pa.string(), "date": pa.date32(),
    "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
}
_MUST: dict[str, tuple[str, ...]] = {"person": ("person_id",), "job_change": ("person_id", "change_date")}
_LATE_CHECK_INS = 121
"""Only a pair's first 90 days count, and a match is at most 30 days after the start of its pair."""


def given(tables: Mapping[str, Rows]) -> dict[str, pa.Table]:
    """All needed tables with all needed fields; what is not given is empty.

    Raises ValueError for an unknown table, a value of the wrong kind, or a missing id, naming the rows.
    """
    unknown = sorted(set(tables) - set(TABLES))
    if unknown:
        raise ValueError(f"not a table: {', '.join(unknown)}")
    return {name: _table(name, fields, tables.get(name, ())) for name, fields in NEEDED.items()}


def of_build(store: Store) -> dict[str, pa.Table]:
    """The same tables of a build; of check-ins those that can count."""
    found = {name: store.arrow(f'SELECT {", ".join(fields)} FROM "{name}"')
             for name, fields in NEEDED.items() if name != "check_in"}
    found["check_in"] = store.arrow(
        "SELECT check_in.pair_id, check_in.date, check_in.status, check_in.row_data_day FROM check_in "
        "JOIN pair ON pair.pair_id = check_in.pair_id WHERE check_in.date < pair.start_date + $days",
        {"days": _LATE_CHECK_INS})
    return found


def _table(name: str, fields: Sequence[str], rows: Rows) -> pa.Table:
    columns: dict[str, Any] = {}
    for field in fields:
        kind = _ARROW[TABLES[name].field(field).kind]
        values = _column(rows, field)
        try:
            columns[field] = pa.nulls(_length(rows), kind) if values is None else (
                values.cast(kind) if isinstance(values, pa.ChunkedArray) else pa.array(values, kind))
        except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as error:
            wrong = [row for row, value in enumerate(_listed(values)) if not _fits(value, kind)]
            raise ValueError(f"{name}.{field}: {_named(wrong)} cannot be read as {kind}") from error
    for field in _MUST.get(name, ()):
        if columns[field].null_count:
            missing = [row for row, value in enumerate(columns[field].to_pylist()) if value is None]
            raise ValueError(f"{name}.{field} is missing: {_named(missing)}")
    made = pa.table(columns)
    return made.append_column("row_data_day", pa.nulls(len(made), pa.date32())) if name == "check_in" else made


def _column(rows: Rows, field: str) -> Any:
    if isinstance(rows, pa.Table):
        return rows.column(field) if field in rows.column_names else None
    return [_value(row.get(field)) for row in rows]


def _length(rows: Rows) -> int:
    return rows.num_rows if isinstance(rows, pa.Table) else len(rows)


def _value(value: Any) -> Any:
    """Days as days: a spreadsheet library's NaN or NaT is nothing, a time of day falls away."""
    if value is None or value != value or value == "":
        return None
    return value.date() if isinstance(value, datetime) else value


def _listed(values: Any) -> list[Any]:
    return values.to_pylist() if isinstance(values, pa.ChunkedArray) else list(values)


def _fits(value: Any, kind: Any) -> bool:
    try:
        pa.array([value], kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        return False
    return True


def _named(rows: list[int]) -> str:
    more = f" and {len(rows) - 10} more" if len(rows) > 10 else ""
    return f"row{'' if len(rows) == 1 else 's'} {', '.join(map(str, rows[:10]))}{more}"


def as_day(value: date | str) -> date:
    """A day given as such or in ISO spelling. Raises ValueError."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value)
