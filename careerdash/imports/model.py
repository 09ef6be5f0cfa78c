"""What the imports room takes and gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

Outcome = Literal["published", "already imported", "needs answers", "refused"]

MISSING = ("keep", "end")
"""What happens to pairs that an export no longer holds: they stay, or get the status `ended`."""

HALT_CODES = ("empty", "nothing_known")
"""Refusals that the user can set right in the file itself: they count as questions (exit code 2)."""


class ImportsError(Exception):
    """Nothing was done; the message is one sentence that a coordinator can act on."""


class CancelledError(ImportsError):
    """The user gave it up before anything was published."""

    def __init__(self) -> None:
        super().__init__("The import was cancelled, and nothing was taken in.")


Cancelled = Callable[[], bool]
"""Asked again and again during a long work: whether the user has given it up."""


def never() -> bool:
    """Nobody can cancel this."""
    return False


@dataclass(frozen=True)
class ImportFile:
    """One file to import: where its bytes are and what the user calls it.

    `as_of` is this file's data day as the user names it; None: found in the file, else today. `answers` {question
    id: choice}, `fixes` {(sheet, row from 1, column letters): text, empty to empty the cell}, `skips` {(sheet, row)}.
    """

    path: Path
    name: str
    as_of: date | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    fixes: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    skips: frozenset[tuple[str, int]] = frozenset()

    @property
    def corrected(self) -> bool:
        """Whether the user said anything about this file's cells."""
        return bool(self.answers or self.fixes or self.skips)


@dataclass(frozen=True)
class Corrections:
    """What people said about a file, as its decisions keep it."""

    answers: Mapping[str, str] = field(default_factory=dict)
    fixes: Mapping[tuple[str, int, str], str] = field(default_factory=dict)
    skips: frozenset[tuple[str, int]] = frozenset()

    @staticmethod
    def of(reading: Mapping[str, Any]) -> "Corrections":
        """The corrections in the decisions of a reading."""
        return Corrections(dict(reading.get("answers", {})),
                           {(sheet, row, column): text for sheet, row, column, text in reading.get("fixes", ())},
                           frozenset((sheet, row) for sheet, row in reading.get("skips", ())))


@dataclass(frozen=True)
class Shape:
    """Where a table stands on its sheet; rows count from 1.

    `top` to `bottom`: its rows with titles and footer; `header`: the header rows; `first` to `last`: the data;
    `skipped`: rows in between that are no data.
    """

    sheet: str
    table: str
    top: int
    header: tuple[int, ...]
    first: int
    last: int
    bottom: int
    skipped: tuple[int, ...]


@dataclass(frozen=True)
class ImportResult:
    """What became of one file. `code` says why it was refused, as `check` spells it.

    `balance`: {"cells", "rows", "sheets", "questions", "issues"} as `check` prints them.
    `receipt`: what the ledger keeps for ever; empty where nothing was published. `compare`: what a trial adds.
    `corrections`: what was said about the file, now or by the import that it repeats. `notices`: of the reading.
    `cells`: of a trial, the cells as read without refused columns, as Parquet; None where they are more than 20 MB.
    `shapes`: where the tables stand. `day_from`: how the data day is known, as the ledger spells it.
    """

    file: str
    sha256: str | None
    outcome: Outcome
    message: str
    import_id: int | None = None
    data_day: date | None = None
    build: str | None = None
    code: str | None = None
    balance: Mapping[str, Any] | None = None
    changes: Mapping[str, Mapping[str, int]] | None = None
    receipt: Mapping[str, Any] = field(default_factory=dict)
    compare: Mapping[str, Any] | None = None
    corrections: Corrections = Corrections()
    cells: bytes | None = field(default=None, repr=False)
    notices: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ()
    day_from: str | None = None

    def document(self) -> dict[str, Any]:
        """The result as `import --json` prints it; `compare` only of a trial."""
        return {
            "file": self.file, "sha256": self.sha256, "import_id": self.import_id, "outcome": self.outcome,
            "code": self.code, "message": self.message,
            "data_day": None if self.data_day is None else self.data_day.isoformat(), "build": self.build,
            "balance": self.balance, "changes": self.changes,
            **({} if self.compare is None else {"compare": dict(self.compare)}),
        }

    @property
    def exit_code(self) -> int:
        """0 done, 2 needs answers or corrections, 3 refused for another reason."""
        if self.outcome == "needs answers" or (self.outcome == "refused" and self.code in HALT_CODES):
            return 2
        return 3 if self.outcome == "refused" else 0


@dataclass(frozen=True)
class Published:
    """The build in force after undo, redo or rebuild; both null where no import is in force."""

    build: str | None
    content: str | None

    def document(self) -> dict[str, Any]:
        """The result as `undo --json` prints it."""
        return {"build": self.build, "content": self.content}


def worst_exit_code(codes: list[int]) -> int:
    """The worst of several exit codes: 0 < 2 < 3 < 1.

    >>> worst_exit_code([0, 3, 2])
    3
    """
    return max(codes, key=(0, 2, 3, 1).index, default=0)
