"""Reads SQL just far enough to check its habits: comments and strings apart, words and operators in order."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<comment>--[^\n]*|/\*.*?\*/)
  | (?P<string>'(?:[^']|'')*')
  | (?P<quoted>"(?:[^"]|"")*")
  | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)
  | (?P<parameter>\$[A-Za-z_]\w*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<operator>//|->>?|<=|>=|<>|!=|\|\||::|[^\s\w])
    """,
    re.VERBOSE | re.DOTALL,
)
_START = re.compile(
    r"^\s*(?:--[^\n]*\n\s*)*(with\s[^;]*?\sas\s+(?:(?:not\s+)?materialized\s+)?\(|select\s|insert\s+into\s|"
    r"create\s+(?:or\s+replace\s+)?(?:temp\s+)?(?:table|view|macro)\s|"
    r"delete\s+from\s|update\s+\w+\s+set\s|attach\s|copy\s|from\s)",
    re.IGNORECASE,
)
BANNED = {
    "timestamptz": "times are calendar days without zone",
    "returning": "the shared store has none",
    "enum": "the shared store has none",
    "sequence": "the shared store has none",
    "primary": "the shared store has none; uniqueness is a data check",
    "conflict": "the shared store has none",
}


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    line: int


def tokens(sql: str) -> list[Token]:
    """All tokens but the comments."""
    return [
        Token(found.lastgroup or "", found.group(), sql.count("\n", 0, found.start()) + 1)
        for found in _TOKEN.finditer(sql)
        if found.lastgroup != "comment"
    ]


def is_sql(text: str) -> bool:
    """Whether a string in a Python file is an SQL statement.

    An English sentence starts with one capital ("Select a program"), a statement with none or all.
    """
    start = _START.match(text)
    return start is not None and not start[1].split()[0].istitle() and len(text.split()) > 2


def _guarded(after: list[Token]) -> bool:
    """Whether what stands right of a division can be no zero: nullif(...) or a number above 0."""
    words = [token.text.lower() for token in after[:4]]
    if words[:2] == ["nullif", "("] or words == ["cast", "(", "nullif", "("]:
        return True
    return bool(after) and after[0].kind == "number" and float(after[0].text) != 0


def faults(sql: str) -> list[tuple[int, str]]:
    """(line, what is wrong) for every habit of the house that a text breaks."""
    parts = tokens(sql)
    wrong: list[tuple[int, str]] = []
    for index, token in enumerate(parts):
        lower = token.text.lower()
        if token.kind == "operator" and lower in ("/", "//", "%"):
            if not _guarded(parts[index + 1 :]):
                wrong.append((token.line, f"division by {parts[index + 1].text} without nullif"))
        elif token.kind == "word" and lower in BANNED:
            wrong.append((token.line, f"{token.text}: {BANNED[lower]}"))
        elif token.kind == "operator" and lower == "?":
            wrong.append((token.line, "a parameter without a name"))
        elif token.kind == "operator" and lower == "->":
            wrong.append((token.line, "arrow: lambdas are written `lambda x: ...`, JSON is read with json_extract"))
    return wrong
