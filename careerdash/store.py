"""Reading the build in force: any SQL, any as-of day, from any thread.

The build is attached read-only to a DuckDB in memory. What pairs are on another day than the build's is worked
out once, by the texts that made the build, and lies beside it in a schema of its own, which hides the build's
tables of the same names: a query is the same text for every day.
"""

import copy
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import duckdb

from careerdash.build.mart import (
    CountText,
    RuleChange,
    add_trend_counts,
    create_trend_counts,
    each_few_days,
    make_day_counts,
    make_pair_facts,
    make_rules_on_trial,
    only_pairs,
)
from careerdash.ledger.folder import DataFolder

if TYPE_CHECKING:
    import pyarrow as pa

_KEPT_DAYS = 4
"""Days beside the build's own that stay in memory: about 60 MB each at 100,000 pairs."""

_KEPT_TREND_DAYS = 48
"""Days of trends that stay in memory: a few thousand counts each."""


Rules = tuple[RuleChange, ...]
"""Changes of rules that are on trial, in a fixed order; none: the rules of the build."""

Day = TypeVar("Day", date, tuple[date, Rules])


class _Days(Generic[Day]):
    """Days worked out when first asked. The one asked least recently goes, but never while it is read."""

    def __init__(self, keep: int, make: Callable[[Sequence[Day]], None], drop: Callable[[Day], None]) -> None:
        self._keep = keep
        self._make: Callable[[Sequence[Day]], None] = make
        self._drop: Callable[[Day], None] = drop
        self._ready: OrderedDict[Day, None] = OrderedDict()
        self._readers: dict[Day, int] = {}
        self._changing, self._making = Lock(), Lock()

    @contextmanager
    def use(self, days: Sequence[Day]) -> Iterator[None]:
        """Make sure that the days exist, until the block ends."""
        wanted = sorted(set(days))
        missing = self._hold(wanted)
        try:
            if missing:
                self._fetch(missing)
            yield
        finally:
            with self._changing:
                for day in wanted:
                    self._readers[day] = self._readers.get(day, 1) - 1

    def __contains__(self, day: Day) -> bool:
        with self._changing:
            return day in self._ready

    def _hold(self, days: Sequence[Day]) -> list[Day]:
        """Count a reader for each day, so that none is dropped from now on; says which are still to be made."""
        with self._changing:
            for day in days:
                self._readers[day] = self._readers.get(day, 0) + 1
                if day in self._ready:
                    self._ready.move_to_end(day)
            return [day for day in days if day not in self._ready]

    def _fetch(self, days: Sequence[Day]) -> None:
        with self._making:  # one at a time: two would only share the processors
            missing = [day for day in days if day not in self]
            if not missing:
                return
            self._make(missing)
            with self._changing:
                self._ready.update(dict.fromkeys(missing))
                spare = [day for day in self._ready if self._readers.get(day, 0) == 0]
                gone = spare[:max(0, len(self._ready) - self._keep)]
                for day in gone:
                    del self._ready[day]
                    self._readers.pop(day, None)
            for day in gone:
                self._drop(day)


class Store:
    """One build, open for reading. Make it with `Store.open`; safe to use from many threads."""

    def __init__(self, con: duckdb.DuckDBPyConnection, build_id: str, data_day: date) -> None:
        self._con = con
        self._opening = Lock()
        self.build_id = build_id
        self.data_day = data_day
        self.rules: Rules = ()
        self._days = _Days(_KEPT_DAYS, self._make_days, self._drop_day)
        self._trend_days = _Days(_KEPT_TREND_DAYS, self._make_trend_days, self._drop_trend_day)
        texts = con.execute("SELECT name, sql, trend FROM build.main.count_text ORDER BY place").fetchall()
        self._texts = [CountText(name, sql, tuple(trend)) for name, sql, trend in texts]
        known = con.execute("SELECT DISTINCT as_of FROM build.main.trend_counts").fetchall()
        self._built_trend_days = {day for (day,) in known}

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a build file. Raises duckdb.Error where it is none."""
        con = duckdb.connect(":memory:", config={
            "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "temp_directory": ""})
        try:
            con.execute("SET enable_progress_bar = false")
            quoted = str(path).replace("'", "''")
            con.execute(f"ATTACH '{quoted}' AS build (READ_ONLY)")
            con.execute("SET enable_external_access = false")
            con.execute("CREATE SCHEMA memory.trend")
            con.execute("SET search_path = 'memory.trend,build.main'")
            create_trend_counts(con)
            con.execute(
                "CREATE VIEW memory.main.trend_counts AS "
                "SELECT * FROM build.main.trend_counts UNION ALL SELECT * FROM memory.trend.trend_counts")
            build_id, data_day = con.execute("SELECT build_id, data_day FROM build.main.build_info").fetchall()[0]
            return cls(con, build_id, data_day)
        except BaseException:
            con.close()
            raise

    def close(self) -> None:
        """Close the build. Queries that still run end with an error."""
        self._con.close()

    def at(self, as_of: date) -> None:
        """Make sure that all facts and counts of the day exist: at once for the build's own day."""
        with self._days.use(self._others(as_of)):
            pass

    def has(self, as_of: date) -> bool:
        """Whether the facts and counts of the day exist already; with rules on trial they are made when asked."""
        return bool(self.rules) or as_of == self.data_day or (as_of, ()) in self._days

    def on_trial(self, changes: Sequence[RuleChange]) -> Self:
        """The same build with other rules: pairs, reasons and the counts that trends keep. Nothing is saved."""
        other = copy.copy(self)
        other.rules = tuple(sorted(changes, key=repr))
        return other

    def rows(self, sql: str, params: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        """The rows of a query, as dicts by column.

        `pair_facts` and `day_counts` are those of the parameter `as_of`, without it those of the build's day;
        a parameter `days` (a list) makes sure that `trend_counts` holds these days.
        Raises duckdb.Error for a wrong query.
        """
        with self._query(sql, params) as cursor:
            names = [column[0] for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def arrow(self, sql: str, params: Mapping[str, object] | None = None) -> "pa.Table":
        """The rows of a query, as an Arrow table; otherwise as `rows`."""
        with self._query(sql, params) as cursor:
            return cursor.to_arrow_table()

    def rows_on_days(self, sql: str, days: Sequence[date], params: Mapping[str, object] | None = None,
                     pairs: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows of a query on several days: `pair_facts` holds a few of them at a time, `as_of` says which.

        The query runs once for each few days, their rows follow one another. `pairs`: these alone.
        """
        found: list[dict[str, Any]] = []
        cursor = self._cursor("memory.main")
        try:
            with nullcontext() if pairs is None else only_pairs(cursor, pairs):
                for _ in each_few_days(cursor, days):
                    rows = cursor.execute(sql, dict(params or {}) or None)
                    names = [column[0] for column in rows.description or ()]
                    found += [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
        finally:
            cursor.close()
        return found

    @contextmanager
    def _query(self, sql: str, params: Mapping[str, object] | None) -> Iterator[duckdb.DuckDBPyConnection]:
        asked = dict(params or {})
        as_of = asked.get("as_of")
        days = asked.get("days")
        others = self._others(as_of) if isinstance(as_of, date) else []
        if self.rules and days is not None:
            raise ValueError("trends are only kept for the rules of the build")
        trend = [day for day in days if day not in self._built_trend_days] if isinstance(days, list) else []
        with self._days.use(others), self._trend_days.use(trend):
            cursor = self._cursor(*(f"memory.{_schema(*day)}" for day in others), "memory.main")
            try:
                cursor.execute(sql, asked or None)
                yield cursor
            finally:
                cursor.close()

    def _others(self, as_of: date) -> list[tuple[date, Rules]]:
        return [] if as_of == self.data_day and not self.rules else [(as_of, self.rules)]

    def _cursor(self, *schemas: str) -> duckdb.DuckDBPyConnection:
        with self._opening:
            cursor = self._con.cursor()
        cursor.execute(f"SET search_path = '{','.join((*schemas, 'build.main'))}'")
        return cursor

    def _make_days(self, days: Sequence[tuple[date, Rules]]) -> None:
        for as_of, rules in days:
            self._make_day(as_of, rules)

    def _make_day(self, as_of: date, rules: Rules) -> None:
        schema = f"memory.{_schema(as_of, rules)}"
        cursor = self._cursor("memory.main")
        try:
            cursor.execute(f"CREATE SCHEMA {schema}")
            cursor.execute(f"SET search_path = '{schema},memory.main,build.main'")
            if rules:
                make_rules_on_trial(cursor, rules)
            make_pair_facts(cursor, as_of)
            # trying a limit tells five numbers, which trends keep too: the others would cost as much again
            make_day_counts(cursor, [text for text in self._texts if text.trend] if rules else self._texts)
        except BaseException:
            cursor.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
            raise
        finally:
            cursor.close()

    def _drop_day(self, day: tuple[date, Rules]) -> None:
        cursor = self._cursor("memory.main")
        cursor.execute(f"DROP SCHEMA memory.{_schema(*day)} CASCADE")
        cursor.close()

    def _make_trend_days(self, days: Sequence[date]) -> None:
        cursor = self._cursor("memory.trend")
        try:
            add_trend_counts(cursor, days, self._texts)
        finally:
            cursor.close()

    def _drop_trend_day(self, as_of: date) -> None:
        cursor = self._cursor("memory.trend")
        cursor.execute("DELETE FROM memory.trend.trend_counts WHERE as_of = $day", {"day": as_of})
        cursor.close()


class Scratch:
    """A DuckDB in memory for work in several steps on tables of its own. Use it in a `with` block, in one thread."""

    def __init__(self, tables: "Mapping[str, pa.Table]") -> None:
        self._con = duckdb.connect(":memory:", config={
            "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "temp_directory": ""})
        self._con.execute("SET enable_progress_bar = false")
        for name, table in tables.items():
            self._con.register("given", table)
            self._con.execute(f'CREATE TABLE "{name}" AS SELECT * FROM given')
            self._con.unregister("given")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._con.close()

    def make(self, name: str, sql: str, params: Mapping[str, object]) -> None:
        """Keep the rows of a query as a table. `name` comes from code, never from people."""
        self._con.execute(f'CREATE TABLE "{name}" AS {sql}', dict(params) or None)

    def arrow(self, sql: str, params: Mapping[str, object]) -> "pa.Table":
        """The rows of a query, as an Arrow table."""
        return self._con.execute(sql, dict(params) or None).to_arrow_table()


def _schema(day: date, rules: Rules) -> str:
    """The name of a day's schema; a program's name is what users wrote, so that rules are named by a digest."""
    trial = f"_{hashlib.sha256(repr(rules).encode()).hexdigest()[:16]}" if rules else ""
    return f"day_{day.toordinal()}{trial}"


def current_build(folder: DataFolder) -> Path | None:
    """The build file in force, by the pointer; None without data."""
    build_id = folder.current_build_id()
    if build_id is None:
        return None
    path = folder.build_path(build_id)
    return path if path.exists() else None
