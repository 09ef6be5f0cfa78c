"""Columns of multiple choice: one cell holds several options, and each option is a field of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from careerdash.schema.options import ASKING, OPTIONS

from ..model import TEXT
from ..values.names import bare, normal
from ..values.readers import split_options
from .groups import checklist_item

_SEPARATORS = ("|||", ";", "|", "\n", ",")
_MOST = 30
_LONGEST = 90
_OF_TABLE = {"check_in": ("check_in",), "goal": ("goal",), "vision": ("vision", "checklist"),
             "pair": ("vision", "checklist"), "checklist": ("checklist", "vision")}


@dataclass(frozen=True)
class Choice:
    """How a column of multiple choice reads: what stands between its options, and the options of each field.

    `fields`: target -> options in normal form that tick it. `other`: it holds options that no field knows.
    """

    separator: str | None
    fields: dict[str, list[str]]
    other: bool

    def json(self) -> dict[str, Any]:
        """As decisions keep it."""
        return {"separator": self.separator, "fields": self.fields, "other": self.other}


def choice_of(table: str, header: str, cells: Sequence[tuple[str, str]]) -> Choice | None:
    """The fields that a column's options tick in a table, None for any other column. `cells`: kind and text."""
    texts = [text for kind, text in cells if kind == TEXT and text.strip()]
    if not texts or len(texts) < len(cells) or table not in _OF_TABLE:
        return None
    separator = next((one for one in _SEPARATORS if any(one in text for text in texts)), None)
    options = {option for text in texts for option in split_options(text, separator)}
    if not options or len(options) > _MOST or max(map(len, options)) > _LONGEST:
        return None
    fields: dict[str, list[str]] = {}
    for option in sorted(options):
        if target := _target(table, option):
            fields.setdefault(target, []).append(option)
    known = sum(map(len, fields.values()))
    asking = bool(re.search(ASKING, normal(header)))
    if known < 0.5 * len(options) or not (asking or (separator and len(fields) > 1)):
        return None
    tables = {target.split(".")[0] for target in fields}
    return Choice(separator, dict(sorted(fields.items())), known < len(options)) if len(tables) == 1 else None


def _target(table: str, option: str) -> str | None:
    for fed in _OF_TABLE[table]:
        if fed == "checklist":
            if item := checklist_item(option):
                return f"checklist.done[{item}]"
            continue
        for target, words in OPTIONS.items():
            if target.startswith(f"{fed}.") and (option in words or bare(option) in words):
                return target
    return None
