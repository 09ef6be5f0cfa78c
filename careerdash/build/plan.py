"""What goes into a build and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import duckdb

Progress = Callable[[str, float], None]
"""Called with the name of the step at hand and the share of all work done, 0 to 1."""


@dataclass(frozen=True)
class Source:
    """One import in force: its typed rows as Parquet files, by table name."""

    import_id: int
    data_day: date
    file_name: str
    tables: Mapping[str, Path]


@dataclass(frozen=True)
class BuildPlan:
    """All that a build depends on, but for the code.

    `sources` are ordered oldest first: by data day, then by import, then by file in the batch.
    `settings` holds the changed rules only: (rule key, program or None for all, value).
    """

    sources: tuple[Source, ...]
    settings: tuple[tuple[str, str | None, float], ...] = ()


@dataclass(frozen=True)
class RowIssue:
    """A row that the build set aside, or a remark on one: where it stands and why.

    `column` says as whom the row names the person that it is about (`mentor`), where that is known.
    `code` is one of the issue codes of the import design; `kind` is `error` where the row was set
    aside (it waits and comes in once a later import brings what it lacks), else `warning`.
    """

    import_id: int
    sheet: str
    row: int
    part: int
    table: str
    column: str | None
    code: str
    message: str
    kind: str = "error"


@dataclass(frozen=True)
class WhoIsMeant:
    """A way of naming a person that fits several people: in how many rows of a sheet, and who fits.

    `who`: as whom the row names them (`mentor`, `mentee`, `respondent`, `person`). `written`: the name or the e-mail,
    `name <email>` of both. `people`: (what to write in its place, how people read it).
    """

    import_id: int
    sheet: str
    table: str
    who: str
    written: str
    rows: int
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class LostZeros:
    """A sheet with ids that another sheet has with leading zeros, `width` digits long; `bare` and `padded`: an example.

    `differ`: names and e-mails say that at least one of them is somebody else. `plain`: where zeros are kept all ids
    have that length, so that shorter ones can be filled up. `beside`: the import that has them with zeros.
    """

    import_id: int
    sheet: str
    ids: int
    width: int
    bare: str
    padded: str
    differ: bool
    plain: bool
    beside: int


@dataclass(frozen=True)
class Placed:
    """What a build set aside or remarks on, and what only people can say about it."""

    notes: tuple[RowIssue, ...]
    who: tuple[WhoIsMeant, ...] = ()
    zeros: tuple[LostZeros, ...] = ()


@dataclass(frozen=True)
class BuildResult:
    """A finished build: its content hash (hex), rows a table, distinct people, what became of rows."""

    build_id: str
    data_day: date
    content: str
    rows: Mapping[str, int]
    people: int
    placed: Placed


class Cube(Protocol):
    """A step that adds small counts to a build, given by the caller."""

    def __call__(self, con: duckdb.DuckDBPyConnection, as_of: date) -> None: ...


class BuildError(Exception):
    """A build whose data checks failed; the message is one sentence."""
