"""What recognition says of a sheet: its table, its columns, and what is known beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from careerdash.schema import TABLES, Kind, typed_columns

from .options import Choice
from .shape import Shape


@dataclass
class ColumnPlan:
    """One column of a table: its header, what it feeds and why.

    `rank`: among columns of the same field. `told`: the user decided, now or earlier. `choice`: its cells hold options.
    `others`: what else a column that is asked may be, likeliest first.
    """

    at: int
    header: str | None
    targets: list[str] = field(default_factory=list)
    role: str = "extra"
    confidence: float = 0.0
    reason: str = ""
    asks: bool = False
    rank: int = 0
    told: bool = False
    choice: Choice | None = None
    others: tuple[str, ...] = ()

    def take(self, target: str, sure: float, reason: str, *, asks: bool = False) -> None:
        """Makes the column a field."""
        self.targets, self.role, self.confidence, self.reason, self.asks = [target], "field", sure, reason, asks

    def leave(self, reason: str) -> None:
        """Makes the column an extra, which is kept as it is."""
        self.targets, self.role, self.confidence, self.reason, self.asks = [], "extra", 0.0, reason, False


@dataclass
class TablePlan:
    """One table on a sheet. `beside`: it stands beside an earlier one, which counts the rows of both.

    `rivals`: tables that the rows may be as well, so that the user is asked.
    """

    shape: Shape
    primary: str
    columns: list[ColumnPlan]
    confidence: float
    score: float
    reason: str
    fingerprint: str = ""
    known: Mapping[str, Any] | None = None
    beside: bool = False
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Hints:
    """What is known beside the sheet: the file's name where the sheet is its only one, answers, mappings, words."""

    file_name: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, Any] = field(default_factory=dict)
    respondent: str | None = None
    today: date = date(2100, 1, 1)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def target_kind(target: str) -> Kind:
    """Kind of value that a target such as `pair.mentor_name[last]` holds."""
    table, column = target.split(".", 1)
    return dict(typed_columns(TABLES[table]))[column.split("[", 1)[0]]
