"""What the ledger hands out and takes in: imports, builds, publications."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

State = Literal["in force", "undone", "replaced"]
"""`replaced`: another import of the same bytes took its place."""


@dataclass(frozen=True)
class ImportEntry:
    """One import, with all that is needed to repeat it.

    `kept`: `bytes`, or `cells` where the file held a refused column and is kept without it.
    `data_day_from`: `argument`, `file name`, `title`, `footer` or `today`.
    `typed_key` names its typed rows, `typed_tables` how many rows each table has.
    """

    import_id: int
    batch: int
    place: int
    state: State
    sha256: str
    file_name: str
    file_bytes: int
    kept: Literal["bytes", "cells"]
    data_day: date
    data_day_from: str
    decisions: Mapping[str, Any]
    typed_key: str
    typed_tables: Mapping[str, int]
    received_at: datetime
    received_by: str
    receipt: Mapping[str, Any]


@dataclass(frozen=True)
class BuildEntry:
    """One publication's build. All but `code_version` is empty where no import is in force."""

    build_id: str | None
    data_day: date | None
    content: str | None
    code_version: str
    rows: Mapping[str, int] = field(default_factory=dict)
    people: int = 0
    number: int = 0
    action: str = ""


@dataclass(frozen=True)
class Publication:
    """What is committed in one transaction: the build, new imports, states that change, rules that change.

    `settings`: by rule and program (None: all), the value; None takes a value of their own away.
    """

    build: BuildEntry
    action: str
    by: str
    entries: tuple[ImportEntry, ...] = ()
    states: Mapping[int, State] = field(default_factory=dict)
    settings: Mapping[tuple[str, str | None], float | None] = field(default_factory=dict)
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class AuditEntry:
    """Who did what and when."""

    at: datetime
    by: str
    action: str
    detail: Mapping[str, Any]
