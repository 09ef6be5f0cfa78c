"""SQL files say their grain, guard every division and keep to what every store of the house knows."""

import ast
import re

import pytest

from .sql import faults, is_sql
from .tree import ROOT, files, module_name, named, parsed, room, texts

SQL_FILES = tuple(path for path in files() if path.suffix == ".sql")
GRAIN = re.compile(r"^-- (grain: )?(one|a) row (a|an|per|for each|and)\b|^-- grain: \S|^-- no rows\b", re.IGNORECASE)
MOST_LINES_IN_PYTHON = 5
SQL_ROOMS = {"build", "store", "outcomes", "metrics", "imports"}
"""Only these rooms put SQL together from parts, and the parts are names of careerdash.schema."""


def test_there_are_sql_files_of_each_layer() -> None:
    folders = {path.parent.name for path in SQL_FILES}
    assert {"stage", "mart"} <= folders


def test_the_first_line_states_the_grain() -> None:
    wrong = {str(path): first for path in SQL_FILES
             if not GRAIN.match(first := (ROOT / path).read_text(encoding="utf-8").split("\n", 1)[0])}  # fmt: skip
    assert wrong == {}, "the first line of an SQL file reads `-- one row a ...`"


def test_sql_files_keep_the_habits() -> None:
    wrong = [
        f"{path}:{line} {what}" for path in SQL_FILES
        for line, what in faults((ROOT / path).read_text(encoding="utf-8"))
    ]  # fmt: skip
    assert wrong == []


def test_sql_in_python_keeps_the_habits_and_is_short() -> None:
    wrong = []
    for path in named("*.py", below="careerdash"):
        for line, text in texts(path):
            if is_sql(text):
                wrong += [f"{path}:{line} {what}" for _, what in faults(text.replace("{}", "x"))]
                if len([part for part in text.splitlines() if part.strip()]) > MOST_LINES_IN_PYTHON:
                    wrong.append(f"{path}:{line} more than {MOST_LINES_IN_PYTHON} lines: make it a .sql file")
    assert wrong == []


def test_sql_is_put_together_only_where_no_user_speaks() -> None:
    """Filters, names and cells reach SQL as $parameters; pages and the command line hold no SQL at all."""
    python = (*named("*.py", below="careerdash"), *named("*.py", below="pages"), *named("app.py"))
    wrong = []
    for path in python:
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.JoinedStr):
                continue
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            if is_sql(text) and room(module_name(path)) not in SQL_ROOMS:
                wrong.append(f"{path}:{node.lineno}")
    assert wrong == []


def test_pages_and_words_hold_no_sql() -> None:
    python = (*named("*.py", below="pages"), *named("app.py"), *named("*.py", below="careerdash"))
    wrong = [
        f"{path}:{line}" for path in python
        if room(module_name(path)) in {"words", "charts", "reports", "ui", "cli", "app", "pages", "formats", "access"}
        for line, text in texts(path) if is_sql(text)
    ]  # fmt: skip
    assert wrong == []


class TestTheTestsThemselves:
    @pytest.mark.parametrize(
        "good",
        [
            "select a / nullif(b, 0) from t", "select a / 4 from t", "select '1/2' -- a/b\nfrom t",
            "select a // nullif(b, 0) from t /* 1/x */", "select a / cast(nullif(b, 0) as double) from t",
            "select list_filter(l, lambda x: x > $limit) from t",
        ],
    )  # fmt: skip
    def test_good(self, good: str) -> None:
        assert faults(good) == []

    @pytest.mark.parametrize(
        "bad",
        [
            "select a / b from t", "select a / 0 from t", "select a // b from t", "select a % b from t",
            "select a / (b + 1) from t", "select x::TIMESTAMPTZ from t", "select * from t where a = ?",
            "insert into t select 1 returning a", "select list_filter(l, x -> x > 1) from t",
            "create table t (a int primary key)",
        ],
    )  # fmt: skip
    def test_bad(self, bad: str) -> None:
        assert len(faults(bad)) == 1

    @pytest.mark.parametrize(
        ("text", "sql"),
        [
            ("select a from t", True), ("  WITH x as (select 1) select * from x", True), ("Select a program", False),
            ("with notes as people wrote them", False),
            ("-- one row a pair\nselect a from t", True), ("Pairs / all", False), ("From the files you gave", False),
        ],
    )  # fmt: skip
    def test_what_counts_as_sql(self, text: str, sql: bool) -> None:
        assert is_sql(text) is sql

    @pytest.mark.parametrize("line", ["-- one row a pair", "-- grain: one row a pair and day", "-- one row per item"])
    def test_grain(self, line: str) -> None:
        assert GRAIN.match(line)

    @pytest.mark.parametrize("line", ["select 1", "-- pairs", "-- all rows of a pair"])
    def test_no_grain(self, line: str) -> None:
        assert not GRAIN.match(line)
