"""Reading a batch: each file on its own, in the work space; nothing is recorded yet."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from careerdash.build.plan import Progress
from careerdash.intake import CancelledError as StoppedError
from careerdash.intake import Limits, Reading, ReadRequest, read_file
from careerdash.ledger.entries import ImportEntry
from careerdash.ledger.ledger import Ledger

from .house_words import known_now
from .model import Cancelled, CancelledError, Corrections, ImportFile, ImportResult, Shape, never
from .receive import NotReadableError, Received, Workspace


@dataclass
class Item:
    """One file on its way from receive to receipt; `result` is set where it goes no further.

    `looked_at`: of a check, the balance that an import would find.
    """

    file: ImportFile
    received: Received | None = None
    reading: Reading | None = None
    cells: Path = Path()
    earlier: list[ImportEntry] = field(default_factory=list)
    repeated: ImportEntry | None = None
    result: ImportResult | None = None
    looked_at: dict[str, Any] | None = None

    @property
    def read(self) -> Reading:
        """The reading of a file that was read."""
        assert self.reading is not None
        return self.reading

    @property
    def sha256(self) -> str | None:
        """The file's name in `files/`; None where it could not be opened or is too large to be copied."""
        if self.received is not None and self.received.complete:
            return self.received.sha256
        return None


@dataclass(frozen=True)
class Wishes:
    """What the user asked for; `named`: a mapping by its name; `words`: what texts mean in all files.

    `programs`: those of the build in force, which help to tell a program in a title from other words.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    accept: bool = False
    mapping: Mapping[str, Any] = field(default_factory=dict)
    named: bool = False
    today: date = field(default_factory=date.today)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    programs: Sequence[str] = ()


def read_batch(workspace: Workspace, files: Sequence[ImportFile], wishes: Wishes, ledger: Ledger,
               progress: Progress, cancelled: Cancelled = never) -> list[Item]:
    """Receives and reads all files; what is refused or asks something has its result already.

    Raises CancelledError where `cancelled` says yes.
    """
    items = []
    for number, file in enumerate(files):
        watch = Watch(progress, number, len(files), cancelled)
        watch.progress(0.0)
        items.append(_read_one(workspace, file, wishes, ledger, watch))
    return items


@dataclass(frozen=True)
class Watch:
    """Who watches the reading of one file of several: gets the share that is done, and may give it up."""

    whole: Progress
    number: int
    files: int
    cancelled: Cancelled

    def progress(self, share: float) -> None:
        """The share of this file as a share of all."""
        self.whole("Reading", (self.number + share) / self.files)


def _read_one(workspace: Workspace, file: ImportFile, wishes: Wishes, ledger: Ledger,
              watch: Watch) -> Item:
    item = Item(file)
    try:
        item.received = workspace.receive(file.path, Limits().csv_bytes)
    except NotReadableError as error:
        item.result = ImportResult(file.name, None, "refused", str(error))
        return item
    item.earlier = ledger.of_file(item.received.sha256)
    item.cells = item.received.path.parent / "cells.parquet"
    in_force = next((entry for entry in item.earlier if entry.state == "in force"), None)
    new_words = bool(wishes.answers or file.corrected or wishes.named)
    if in_force is not None and not new_words and known_now(in_force, wishes.words):
        item.file, new_words = _as_before(file, in_force), True
    answers = {**wishes.answers, **item.file.answers}
    if in_force is not None and not new_words:
        item.repeated = in_force  # without new answers its decisions stand
    item.reading = _read(item, answers, wishes, watch)
    if item.reading.outcome == "needs answers" and not new_words and item.earlier and item.repeated is None:
        item.repeated = item.earlier[-1]
        item.reading = _read(item, answers, wishes, watch)
    if item.reading.outcome != "read":
        item.result = stopped(item)
    return item


def _as_before(file: ImportFile, entry: ImportEntry) -> ImportFile:
    """A file of an import in force with all that was said about it then."""
    said = Corrections.of(entry.decisions["reading"])
    return replace(file, as_of=file.as_of or entry.data_day, answers=said.answers, fixes=said.fixes, skips=said.skips)


def _read(item: Item, answers: Mapping[str, str], wishes: Wishes, watch: Watch) -> Reading:
    assert item.received is not None
    item.cells.unlink(missing_ok=True)
    typed = item.cells.parent / "typed"
    shutil.rmtree(typed, ignore_errors=True)
    decisions = None if item.repeated is None else item.repeated.decisions["reading"]
    request = ReadRequest(
        answers=dict(answers), accept=wishes.accept, mapping=wishes.mapping, programs=wishes.programs,
        today=wishes.today, decisions=decisions, sha256=item.received.sha256,
        keep_cells=item.cells, keep_typed=typed, fixes=item.file.fixes, skips=item.file.skips, words=wishes.words)
    try:
        return read_file(item.received.path, Path(item.file.name).name, request=request, progress=watch.progress,
                         cancelled=watch.cancelled)
    except StoppedError:
        raise CancelledError from None


def stopped(item: Item) -> ImportResult:
    """The result of a file that its reading refused or asks about."""
    reading = item.read
    asks = reading.outcome == "needs answers"
    message = reading.message or ("This file has questions to answer before it can be taken in." if asks else
                                  "This file cannot be taken in.")
    return ImportResult(item.file.name, item.sha256, "needs answers" if asks else "refused", message,
                        code=reading.code, balance=plain_balance(reading), corrections=corrections(item),
                        notices=tuple(reading.notices), shapes=shapes(item))


def shapes(item: Item) -> tuple[Shape, ...]:
    """Where the tables of a file stand."""
    return tuple(Shape(one["name"], one["primary"], one["top"] + 1, tuple(row + 1 for row in one["header_rows"]),
                       one["first"] + 1, one["stop"], one["bottom"], tuple(row + 1 for row in one["skipped"]))
                 for one in (item.read.decisions or {}).get("tables", ()))


def corrections(item: Item) -> Corrections:
    """What was said about a file, now or by the import that it repeats."""
    said = Corrections.of(item.read.decisions or {})
    return replace(said, answers={**said.answers, **item.file.answers})


def plain_balance(reading: Reading) -> dict[str, Any]:
    """The balance as the intake counted it."""
    from .balance import settled

    return settled(reading.cells, reading.sheets, reading.questions, reading.issues, {}, (), Path())


def data_day(item: Item, named: date | None, today: date) -> tuple[date, str]:
    """The day the file's data is from, and how it is known.

    Named by the user; else as in force where neither bytes nor name are new; else found in the file and not
    after today; else today.
    """
    if named is not None:
        return named, "argument"
    reading, before = item.read, item.repeated
    found = reading.data_day if reading.data_day is not None and reading.data_day <= today else None
    if before is not None and (found is None or before.file_name == Path(item.file.name).name):
        return before.data_day, before.data_day_from
    if found is not None and reading.data_day_from is not None:
        return found, reading.data_day_from
    return today, "today"
