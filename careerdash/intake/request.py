"""What travels into the intake and out of it: the request, its limits, the reading. Light: bombs are refused by it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

TEXT, NUMBER, DATE, BOOLEAN, TIME, ERROR = "s", "n", "d", "b", "t", "e"
"""Kinds of a cell. Dates are ISO text with `T` before a time of day, booleans `true`/`false`."""

KIND_WORDS = {TEXT: "text", NUMBER: "number", DATE: "date", BOOLEAN: "boolean", TIME: "time", ERROR: "error"}

ROLES = ("extra", "refused")
"""What a column can be told to be instead of a field."""
ANY = "*"
"""Where mappings stand that the user names for headers of another fingerprint."""
MIDDLE = "middle of the month"
"""The answer that a tick in a month means its middle."""

MB = 1024 * 1024

Progress = Callable[[float], None]
"""Gets the share of a reading that is done, 0 to 1."""


@dataclass(frozen=True)
class Limits:
    """What a file may cost. Bytes unless the name says otherwise; each has a plain message."""

    file_bytes: int = 50 * MB
    csv_bytes: int = 1024 * MB
    inflated_bytes: int = 1024 * MB
    part_bytes: int = 512 * MB
    ratio: int = 200
    ratio_above_bytes: int = 4 * MB
    zip_entries: int = 5_000
    valued_cells: int = 10_000_000
    box_cells: int = 30_000_000
    sheets: int = 200
    csv_cells: int = 100_000_000
    record_bytes: int = MB
    columns: int = 16_384
    cell_characters: int = 32_767
    child_bytes: int = 1_700 * MB
    cpu_seconds: int = 60
    wall_seconds: int = 120


@dataclass(frozen=True)
class ReadRequest:
    """All that a reading needs beside the bytes.

    `answers` {question id: choice}; `accept` leaves doubtful columns as extras instead of asking.
    `mapping` {header fingerprint: {"table": name, "columns": {header: targets, "extra" or "refused"}, "orders":
    {header: order of a date}, "words": {header: {text: meaning}}, "reason": why, for people}} of remembered mappings;
    under `*` a list of such mappings for headers of another fingerprint.
    `words` {table.field: {text as `names.normal` spells it: word of its vocabulary}}: what texts mean in every file,
    unless a mapping or an answer says otherwise for a column.
    `fixes` {(sheet, row from 1, column letters): text, empty to empty the cell}; `skips` {(sheet, row)}.
    `decisions` repeats an earlier reading without recognising, with its own fixes and skips.
    `keep_cells`: where the raw cells go as Parquet (sheet, row, column, kind, text), without refused columns.
    `keep_typed`: a folder, made by the reading, for the typed rows, one Parquet file a table; without it they come
    back in memory. `programs`: names of programs that are known. `sha256` of the file where it is known.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    accept: bool = False
    mapping: Mapping[str, Any] = field(default_factory=dict)
    programs: Sequence[str] = ()
    limits: Limits = Limits()
    today: date | None = None
    decisions: Mapping[str, Any] | None = None
    keep_cells: Path | None = None
    keep_typed: Path | None = None
    sha256: str | None = None
    fixes: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    skips: Collection[tuple[str, int]] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """One file, read: JSON-able parts as `check` prints them, and the typed rows.

    `outcome` is "read", "needs answers" or "refused"; `code` and `message` say why a file was refused.
    `keeps_bytes` is false where a column was refused: only the cells without it may be kept.
    """

    file: str
    sha256: str
    outcome: str
    code: str | None = None
    message: str | None = None
    cells: dict[str, Any] = field(default_factory=lambda: {"valued": 0, "landed": 0, "exceptions": {}})
    sheets: list[dict[str, Any]] = field(default_factory=list)
    questions: list[dict[str, Any]] = field(default_factory=list)
    issues: list[dict[str, Any]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    decisions: dict[str, Any] | None = None
    data_day: date | None = None
    data_day_from: str | None = None
    tables: Mapping[str, pa.Table] = field(default_factory=dict)
    keeps_bytes: bool = True


class RefusedError(Exception):
    """A file that cannot be read: its code (interfaces.md) and one plain sentence."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def too_many_sheets(limits: Limits) -> RefusedError:
    """What is said of a workbook with more sheets than may be read."""
    return RefusedError("too_large", f"The workbook has more than {limits.sheets} sheets; remove those that are not "
                                     "needed.")


class CancelledError(Exception):
    """A reading that was given up because the user wished so."""


def unwatched(share: float) -> None:
    """A progress that nobody watches."""


def letters(column: int) -> str:
    """Letters of a column (0 = A)."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def column_number(name: str) -> int:
    """Position of a column named by letters (A = 0)."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1
