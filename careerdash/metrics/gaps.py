"""What is missing: which pairs a table covers and until when, fields that no file fills."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from careerdash.schema import TABLES
from careerdash.store import Store

from .counts import query
from .filters import Filters

MONTHS = 12


@dataclass(frozen=True)
class Month:
    """A table in a month: pairs that were open, those of them with a row that names a day in it, and such rows."""

    month: str
    open: int
    pairs: int
    rows: int


@dataclass(frozen=True)
class Coverage:
    """One table about pairs, or the roster.

    `rows` by the day, `pairs`: active pairs with a row, `active`: all active pairs, `last_day`: the last that it names.
    `months`: those of the last twelve in which a pair was open, oldest first; none for the roster.
    """

    table: str
    rows: int
    pairs: int
    active: int
    last_day: date | None
    months: tuple[Month, ...]

    @property
    def share(self) -> float | None:
        """Active pairs with a row of all active pairs; None where there are none."""
        return self.pairs / self.active if self.active else None


@dataclass(frozen=True)
class FieldFill:
    """One field of a table: how many of the table's rows fill it."""

    table: str
    field: str
    filled: int
    rows: int


def coverage(store: Store, as_of: date, filters: Filters) -> tuple[Coverage, ...]:
    """The roster and the eight tables about pairs, in the order of the vocabulary."""
    params: dict[str, object] = {"as_of": as_of, **filters.params()}
    months: dict[str, list[Month]] = defaultdict(list)
    for row in store.rows(query("table_months"), {**params, "months": _last_months(as_of)}):
        months[row["table_name"]].append(Month(row["month"], row["open"], row["pairs"], row["rows"]))
    rows = {row["table_name"]: row for row in store.rows(query("table_coverage"), params)}
    return tuple(
        Coverage(name, rows[name]["rows"], rows[name]["pairs"], rows[name]["active"], rows[name]["last_day"],
                 tuple(months[name]))
        for name in TABLES if name in rows)


def field_fills(store: Store) -> tuple[FieldFill, ...]:
    """How far each field of each of the twelve tables is filled, over all rows in force."""
    fills: list[FieldFill] = []
    for table in TABLES.values():
        counts = ", ".join(f"count({field.name}) AS {field.name}" for field in table.fields)
        row = store.rows(f"SELECT count(*) AS all_rows, {counts} FROM {table.name}")[0]
        fills += [FieldFill(table.name, field.name, row[field.name], row["all_rows"]) for field in table.fields]
    return tuple(fills)


def _last_months(as_of: date) -> list[date]:
    """The first days of the last months, the day's own among them."""
    last = as_of.year * 12 + as_of.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(last - MONTHS + 1, last + 1)]
