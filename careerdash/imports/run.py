"""Importing and checking: from the files that the user names to results that the user can read."""

import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Thread
from typing import Any

from careerdash.build import BuildError, warm_up
from careerdash.build.plan import Progress
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger

from .batch import Batch
from .house import House, open_house, scaled, silent, stoppable
from .house_words import words_for_reading
from .mappings import for_reading
from .model import MISSING, Cancelled, ImportFile, ImportResult, ImportsError, never
from .parts import Terms
from .people import asks
from .read import Item, Wishes, plain_balance, read_batch
from .receive import NotReadableError, open_regular

FILES_A_BATCH = 20
CELLS_BYTES = 20 * 1024 * 1024
"""Compressed cells that a trial gives back at most."""
_LARGE = 1024 * 1024
ANSWERS_BYTES = 10 * 1024 * 1024


def import_files(folder: DataFolder, files: Sequence[Path | ImportFile], *, as_of: date | None = None,
                 answers: Mapping[str, str] | None = None, accept: bool = False, dry_run: bool = False,
                 missing: str | None = None, by: str = "", mapping: str | None = None,
                 progress: Progress = silent, cancelled: Cancelled = never, today: date | None = None,
                 into_demo: bool = False) -> list[ImportResult]:
    """Reads the files as one batch and publishes those that could be read, together.

    `as_of`: the day the data is from, for files that name none of their own. `answers` {question id: choice}.
    `accept` goes on without the rows set aside and leaves doubtful columns as extras. `missing`: "keep" or "end"
    (None: as decided before, else "keep"). `mapping`: the name of a remembered one, also for headers that hardly
    differ; those of the same headers serve by themselves. `dry_run` compares and reports alone. `progress` gets step
    and share.
    Raises CancelledError where `cancelled`, asked until the publication begins, says yes; ImportsError where
    nothing was done, with one sentence; LedgerError and LockBusy likewise.
    """
    if folder.is_demo and not into_demo:
        raise ImportsError("Nothing can be imported into the demo: import your files as your own data instead.")
    if missing is not None and missing not in MISSING:
        raise ImportsError("Pairs that an export no longer holds can be kept or ended: say keep or end.")
    named = [file if isinstance(file, ImportFile) else ImportFile(file, str(file)) for file in files]
    if len(named) > FILES_A_BATCH:
        return [ImportResult(file.name, None, "refused", f"At most {FILES_A_BATCH} files can be imported at once.",
                             code="too_large") for file in named]
    terms = Terms(as_of, accept, missing, by, today or date.today(), dry_run)
    with open_house(folder) as house:
        wishes = Wishes(answers or {}, accept, for_reading(house.ledger, mapping), mapping is not None, terms.today,
                        words=words_for_reading(house.ledger), programs=_programs(house))
        if any(file.path.is_file() and file.path.stat().st_size > _LARGE for file in named):
            Thread(target=_warm_up).start()  # while the child reads
        items = read_batch(house.workspace, named, wishes, house.ledger, scaled(progress, 0.0, 0.5), cancelled)
        if any(item.result is None for item in items):
            _publish(house, items, terms, stoppable(scaled(progress, 0.5, 1.0), cancelled))
        results = [_said(item, with_cells=dry_run) for item in items]
    progress("Done", 1.0)
    return results


def check_files(folder: DataFolder, files: Sequence[Path | ImportFile], *, answers: Mapping[str, str] | None = None,
                accept: bool = False, progress: Progress = silent,
                cancelled: Cancelled = never) -> list[dict[str, Any]]:
    """Reads the files and says what an import would find; publishes and records nothing.

    A list of documents as `check --json` prints them. Raises CancelledError where `cancelled` says yes.
    """
    named = [file if isinstance(file, ImportFile) else ImportFile(file, str(file)) for file in files]
    terms = Terms(None, accept, None, "", date.today(), dry_run=True)
    try:
        with _house_to_look(folder) as house:
            wishes = Wishes(answers or {}, accept, for_reading(house.ledger), today=terms.today,
                            words=words_for_reading(house.ledger), programs=_programs(house))
            items = read_batch(house.workspace, named, wishes, house.ledger, scaled(progress, 0.0, 0.7), cancelled)
            Batch(house, terms).look(items, stoppable(scaled(progress, 0.7, 1.0), cancelled))
    except BuildError as error:
        raise ImportsError(str(error)) from error
    progress("Done", 1.0)
    return [_checked(item) for item in items]


@contextmanager
def _house_to_look(folder: DataFolder) -> Iterator[House]:
    """The data folder; where there is none, an empty one that is gone afterwards."""
    with ExitStack() as stack:
        if not Ledger.exists(folder):
            folder = DataFolder(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="careerdash-"))))
        yield stack.enter_context(open_house(folder))


def read_answers(path: Path) -> dict[str, str]:
    """The answers file of the command line: {question id: choice}. Raises ImportsError with one sentence."""
    try:
        with open(open_regular(path), "rb") as handle:
            data = handle.read(ANSWERS_BYTES + 1)
        found = json.loads(data.decode("utf-8-sig")) if len(data) <= ANSWERS_BYTES else None
    except NotReadableError as error:
        raise ImportsError(f"The answers cannot be read: {str(error)[0].lower()}{str(error)[1:]}") from error
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(isinstance(choice, str) for choice in found.values()):
        raise ImportsError("The answers are no JSON object of question ids and choices.")
    return found


def _publish(house: House, items: list[Item], terms: Terms, progress: Progress) -> None:
    progress("Waiting for other imports", 0.0)
    try:
        with house.publisher(progress) as publisher:
            Batch(house, terms).run(items, publisher)
    except BuildError as error:
        raise ImportsError(str(error)) from error


def _warm_up() -> None:
    warm_up()
    import careerdash.metrics  # noqa: F401


def _programs(house: House) -> tuple[str, ...]:
    path = house.build_in_force()
    if path is None or not path.exists():
        return ()
    from careerdash.store import Store

    store = Store.open(path)
    try:
        return tuple(str(row["program"]) for row in store.rows("select program from program order by program"))
    finally:
        store.close()


def _said(item: Item, *, with_cells: bool) -> ImportResult:
    if item.result is None:
        raise ImportsError("The import came to no result.")
    if with_cells and item.reading is not None and item.cells.is_file() and item.cells.stat().st_size <= CELLS_BYTES:
        return replace(item.result, cells=item.cells.read_bytes())
    return item.result


def _checked(item: Item) -> dict[str, Any]:
    reading = item.reading
    if reading is None:
        assert item.result is not None
        return {"file": item.file.name, "sha256": None, "outcome": "refused", "code": None,
                "message": item.result.message, "cells": {"valued": 0, "landed": 0, "exceptions": {}}, "sheets": [],
                "questions": [], "issues": []}
    found = item.looked_at or plain_balance(reading)
    asked = reading.outcome == "read" and found["questions"]
    said = None if item.result is None else item.result.message
    if asked:
        said = asks(found["rows"]["quarantined"], found["rows"]["total"])
    return {"file": item.file.name, "sha256": item.sha256, "outcome": "needs answers" if asked else reading.outcome,
            "code": reading.code,
            "message": reading.message or said,
            **{key: found[key] for key in ("cells", "sheets", "questions", "issues")}}
