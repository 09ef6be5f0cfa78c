"""The mart of a build: what each pair is on a day, and small counts by program, cohort and department.

`pair_at.sql` is the only definition of a pair on a day. It reads tables that do not depend on the day
(`pair_base`, `check_in_facts`, ...), so that another day costs seconds even with 5 million check-ins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_BASE: tuple[tuple[str, str], ...] = (
    ("VIEW", "held_check_in"), ("TABLE", "person_span"), ("TABLE", "pair_rows"), ("TABLE", "program_rules"),
    ("TABLE", "pair_base"), ("VIEW", "placed_check_in"), ("TABLE", "check_in_facts"), ("TABLE", "scheduled_check_in"),
    ("TABLE", "milestone_base"), ("TABLE", "goal_base"), ("VIEW", "cadence_window"), ("TABLE", "cadence_change"),
    ("TABLE", "pair_names"),
)
"""What does not depend on the as-of day, in the order in which one needs the other."""


_ROWS_AT_ONCE = 400_000
"""Pairs times days that are worked out in one go for trends: some 150 MB."""

_OF_ONE_PAIR = ("pair_base", "check_in_facts", "scheduled_check_in", "milestone_base", "goal_base", "resource",
                "vision", "recognition", "checklist", "feedback")
"""What `pair_at.sql` reads of a pair; beside these it reads the spells of its people."""

_SHAPE_MEETINGS = frozenset({"default_cadence_days", "grace_min_days", "grace_divisor"})
"""Rules on which `check_in_facts` hangs."""

RuleChange = tuple[str, str | None, float]
"""A rule with another value: its key, the program (None: all without a value of their own), the value."""


@dataclass(frozen=True)
class CountText:
    """One question as SQL: rows (as_of, program, cohort, department, metric, part, bucket, n) that may be added up.

    It reads the mart, for the days that `pair_facts` holds. `trend`: those of its metrics that are also kept for
    the days of trends.
    """

    name: str
    sql: str
    trend: tuple[str, ...] = ()


@cache
def mart_sql(name: str) -> str:
    """The text of one file of `sql/mart`, by its stem. Raises FileNotFoundError where there is none."""
    return (files("careerdash.build") / "sql" / "mart" / f"{name}.sql").read_text(encoding="utf-8")


def build_mart(con: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Make the mart out of the stage tables, with `pair_facts` for the day. Raises duckdb.Error where one exists."""
    for kind, name in _BASE:
        con.execute(f"CREATE {kind} {name} AS {mart_sql(name)}")
    make_pair_facts(con, as_of)


def make_pair_facts(con: duckdb.DuckDBPyConnection, as_of: date) -> None:
    """Create `pair_facts`, what every pair is on the day, in the first schema of the search path."""
    con.execute(
        f"CREATE TABLE pair_facts AS WITH pair_then AS ({mart_sql('pair_at')}) FROM ({mart_sql('pair_facts')})",
        {"days": [as_of]})


def make_day_counts(con: duckdb.DuckDBPyConnection, texts: Sequence[CountText]) -> None:
    """Create `day_counts`, all counts of the `pair_facts` that the connection sees."""
    _count(con, texts)
    con.execute(f"CREATE TABLE day_counts AS {mart_sql('count_cube')}")
    con.execute("DROP TABLE temp.count_row")


def add_trend_counts(con: duckdb.DuckDBPyConnection, days: Sequence[date], texts: Sequence[CountText]) -> None:
    """Add the counts of the trend metrics on these days to the table `trend_counts`."""
    asked = [text for text in texts if text.trend]
    if not asked:  # a build that is made to be compared with keeps no counts
        return
    for _ in each_few_days(con, days, " ".join(text.sql for text in asked)):
        _count(con, asked, [metric for text in asked for metric in text.trend])
        con.execute(f"INSERT INTO trend_counts {mart_sql('count_cube')}")
        con.execute("DROP TABLE temp.count_row")


def each_few_days(con: duckdb.DuckDBPyConnection, days: Sequence[date], sql: str | None = None) -> Iterator[None]:
    """A loop in which `pair_facts`, without places in the work list, is of the next few of these days.

    It stands in a temporary table meanwhile, which hides the one that is kept. Several days at once, because
    planning the query takes longer than running it for a few hundred pairs. `sql`: what will be asked of it; then
    it has no other columns than those that this text names, which is most of the cost.
    """
    pairs = con.execute("SELECT count(*) FROM pair_base").fetchall()[0][0]
    at_once = max(1, _ROWS_AT_ONCE // max(pairs, 1))
    columns = "*" if sql is None else _named(con, sql)
    for start in range(0, len(days), at_once):
        con.execute(f"CREATE TEMP TABLE pair_facts AS SELECT {columns} FROM ({mart_sql('pair_at')})",
                    {"days": list(days[start:start + at_once])})
        try:
            yield
        finally:
            con.execute("DROP TABLE temp.pair_facts")


@contextmanager
def only_pairs(con: duckdb.DuckDBPyConnection, pairs: Sequence[str]) -> Iterator[None]:
    """A block in which the connection knows of these pairs alone: many days of a few pairs cost little."""
    made = []
    try:
        for name in _OF_ONE_PAIR:
            con.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM {name} "
                        "WHERE pair_id IN (SELECT unnest($pairs::VARCHAR[]))", {"pairs": list(pairs)})
            made.append(name)
        con.execute("CREATE TEMP TABLE person_span AS SELECT * FROM person_span WHERE person_id IN "
                    "(SELECT mentor_id FROM temp.pair_base UNION ALL SELECT mentee_id FROM temp.pair_base)")
        made.append("person_span")
        yield
    finally:
        for name in made:
            con.execute(f"DROP TABLE temp.{name}")


def make_rules_on_trial(con: duckdb.DuckDBPyConnection, changes: Sequence[RuleChange]) -> None:
    """Create the rules with these changes, and what hangs on them, in the first schema of the search path.

    A change takes the place of the value that the build, attached as `build`, has for that key and program. Raises
    duckdb.Error where the schema holds such tables already.
    """
    con.execute("CREATE TABLE setting AS SELECT * FROM setting")
    for key, program, value in changes:
        con.execute("DELETE FROM setting WHERE key = $key AND program IS NOT DISTINCT FROM $program",
                    {"key": key, "program": program})
        con.execute("INSERT INTO setting VALUES ($key, $program, $value)",
                    {"key": key, "program": program, "value": value})
    con.execute(f"CREATE TABLE program_rules AS {mart_sql('program_rules')}")
    con.execute(f"CREATE TABLE pair_base AS {mart_sql('pair_base')}")
    if _SHAPE_MEETINGS.intersection(key for key, _, _ in changes):
        con.execute(f"CREATE TABLE retold_check_in AS {mart_sql('retold_check_in')}")
        con.execute(f"CREATE VIEW check_in_facts AS {mart_sql('check_in_facts_on_trial')}")


def _named(con: duckdb.DuckDBPyConnection, sql: str) -> str:
    """The columns of `pair_at.sql` that a text names, in their order; by word, so that it may be a few too many."""
    known = con.execute(f"DESCRIBE {mart_sql('pair_at')}", {"days": []}).fetchall()
    words = set(re.findall(r"\w+", sql))
    return ", ".join(column[0] for column in known if column[0] in words)


def _count(con: duckdb.DuckDBPyConnection, texts: Sequence[CountText], metrics: Sequence[str] | None = None) -> None:
    """Fills `temp.count_row` with all counts, or those of some metrics."""
    con.execute(
        "CREATE OR REPLACE TEMP TABLE count_row (as_of DATE, program VARCHAR, cohort VARCHAR, department VARCHAR, "
        "metric VARCHAR, part VARCHAR, bucket INTEGER, n BIGINT)")
    for text in texts:
        # the sum first: the same cell may stand in many rows, and the cube is made eight ways
        con.execute(
            "INSERT INTO temp.count_row SELECT as_of, program, cohort, department, metric, part, bucket, sum(n) "
            f"FROM ({text.sql}) WHERE $metrics IS NULL OR list_contains($metrics::VARCHAR[], metric) GROUP BY ALL",
            {"metrics": None if metrics is None else list(metrics)})


def trend_days(as_of: date, months: int = 12) -> list[date]:
    """The month ends before the day, oldest first, and the day itself.

    >>> [day.isoformat() for day in trend_days(date(2026, 3, 31), 2)]
    ['2026-01-31', '2026-02-28', '2026-03-31']
    """
    days = [as_of]
    end = as_of
    for _ in range(months):
        end = end.replace(day=1) - timedelta(days=1)
        days.append(end)
    return days[::-1]


def year_earlier(as_of: date) -> date:
    """The same day last year; 28 February for a 29 February."""
    return date(as_of.year - 1, 2, 28) if (as_of.month, as_of.day) == (2, 29) else as_of.replace(year=as_of.year - 1)


@dataclass(frozen=True)
class CountCube:
    """The step of a build that makes all counts of its day, and those of trends for the days before.

    The texts themselves are kept in the build (`count_text`), so that the store asks the same of any other day.
    """

    texts: tuple[CountText, ...]

    def __call__(self, con: duckdb.DuckDBPyConnection, as_of: date) -> None:
        """Create `count_text`, `day_counts` and `trend_counts`. Raises duckdb.Error where one exists."""
        con.execute("CREATE TABLE count_text (place INTEGER, name VARCHAR, sql VARCHAR, trend VARCHAR[])")
        for place, text in enumerate(self.texts):
            con.execute("INSERT INTO count_text VALUES ($place, $name, $sql, $trend::VARCHAR[])",
                        {"place": place, "name": text.name, "sql": text.sql, "trend": list(text.trend)})
        make_day_counts(con, self.texts)
        create_trend_counts(con)
        add_trend_counts(
            con, sorted({*trend_days(as_of), as_of - timedelta(days=28), year_earlier(as_of)}), self.texts)


def create_trend_counts(con: duckdb.DuckDBPyConnection) -> None:
    """Create `trend_counts`, empty: the shape of `day_counts`."""
    con.execute(
        "CREATE TABLE trend_counts (as_of DATE, level TINYINT, program VARCHAR, cohort VARCHAR, department VARCHAR, "
        "metric VARCHAR, part VARCHAR, bucket INTEGER, n BIGINT)")
