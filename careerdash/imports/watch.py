"""The watched folder: exports that arrive by themselves. Nothing in it is moved or changed."""

import hashlib
import logging
import os
import stat
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from careerdash.build.plan import Progress
from careerdash.ledger.database import LedgerError
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock, LockBusy
from careerdash.ledger.watched import WatchedFile, last_change, note, watched_files

from .house import silent
from .model import Cancelled, ImportFile, ImportResult, ImportsError, never
from .run import FILES_A_BATCH, import_files

INTERVAL = 30.0
"""Seconds between two looks."""
_ENDINGS = frozenset((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"))
_LOG = logging.getLogger("careerdash")
_STARTING = threading.Lock()
_started: dict[Path, threading.Thread] = {}


def watched_folder() -> Path | None:
    """The folder that `CAREERDASH_WATCH` names; None where it names none."""
    configured = os.environ.get("CAREERDASH_WATCH", "").strip()
    return Path(configured).expanduser().absolute() if configured else None


class Watcher:
    """Looks at a folder again and again. Remembers only what saves work: the ledger knows what was taken.

    A file counts as complete once its size and time are the same in two looks.
    """

    def __init__(self, data: DataFolder, folder: Path, by: str = "watched folder") -> None:
        self.data = data
        self.folder = folder
        self.by = by
        self._seen: dict[Path, tuple[int, int]] = {}
        self._digests: dict[tuple[Path, int, int], str] = {}

    def look(self, *, progress: Progress = silent, cancelled: Cancelled = never) -> list[ImportResult]:
        """Takes in what is complete and new, as one batch; gives the results of what was tried.

        What was refused is not tried again until its content changes; what needs answers also where other imports
        have come or gone since, which may have brought what its rows lack. Raises ImportsError where the
        folder cannot be read, LedgerError, LockBusy, and CancelledError.
        """
        sizes = self._sizes()
        complete = [path for path, mark in sizes.items() if self._seen.get(path) == mark]
        self._seen = sizes
        if not complete:
            return []
        self.data.prepare()
        with FileLock(self.data.root / "watch.lock"):  # page and command line may watch the same folder
            return self._take(complete, progress, cancelled)

    def _sizes(self) -> dict[Path, tuple[int, int]]:
        found = {}
        try:
            entries = sorted(os.scandir(self.folder), key=lambda entry: entry.name)
        except OSError as error:
            raise ImportsError(
                "The watched folder cannot be read: look at its name and at your rights there.") from error
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith((".", "~")) or path.suffix.lower() not in _ENDINGS:
                continue
            try:
                told = entry.stat(follow_symlinks=False)
            except OSError:  # it has just gone
                continue
            if stat.S_ISREG(told.st_mode) and told.st_size:
                found[path] = (told.st_size, told.st_mtime_ns)
        return found

    def _take(self, paths: Sequence[Path], progress: Progress, cancelled: Cancelled) -> list[ImportResult]:
        ledger = Ledger(self.data)
        try:
            results: list[ImportResult] = []
            tried: set[str] = set()
            while due := self._due(ledger, paths, tried):  # what came in may be what another file waits for
                tried |= due.keys()
                results += self._try(ledger, due, progress, cancelled)
            return results
        finally:
            ledger.close()

    def _due(self, ledger: Ledger, paths: Sequence[Path], tried: Collection[str]) -> dict[str, ImportFile]:
        """What to try now, by content: what is new, and what waits while other imports have come or gone since."""
        known, changed_at = watched_files(ledger), last_change(ledger)
        due: dict[str, ImportFile] = {}
        for path in paths:
            digest = self._digest(path)
            if digest is None or digest in due:
                continue
            file = known.get(digest)
            again = file is not None and file.outcome == "needs answers" and changed_at is not None and (
                file.at < changed_at) and not ledger.of_file(digest)  # what a person took in or undid is theirs
            if again or (file is None and digest not in tried):
                due[digest] = ImportFile(path, path.name)
        return due

    def _try(self, ledger: Ledger, due: Mapping[str, ImportFile], progress: Progress,
             cancelled: Cancelled) -> list[ImportResult]:
        """The results of these files, without those that still wait as before."""
        known = watched_files(ledger)
        files = list(due.values())
        results: list[ImportResult] = []
        for start in range(0, len(files), FILES_A_BATCH):
            done = import_files(self.data, files[start:start + FILES_A_BATCH], by=self.by, progress=progress,
                                cancelled=cancelled)
            note(ledger, [_watched(result) for result in done if result.sha256 in due])
            results += [result for result in done if result.outcome != "needs answers" or result.sha256 not in known]
        return results

    def _digest(self, path: Path) -> str | None:
        """The sha256 of a file that lay still while it was read, else None."""
        key = (path, *self._seen[path])
        if key not in self._digests:
            try:
                with path.open("rb") as handle:
                    found = hashlib.file_digest(handle, "sha256").hexdigest()
                    told = os.fstat(handle.fileno())
            except OSError:
                return None
            if (told.st_size, told.st_mtime_ns) != key[1:]:
                return None
            self._digests = {old: digest for old, digest in self._digests.items() if old[0] in self._seen}
            self._digests[key] = found
        return self._digests[key]


def _watched(result: ImportResult) -> WatchedFile:
    questions = tuple(str(question["text"]) for question in (result.balance or {}).get("questions", ()))
    return WatchedFile(str(result.sha256), result.file, result.outcome, result.message, questions)


def waiting(data: DataFolder, folder: Path) -> list[WatchedFile]:
    """What waits in the folder for somebody: files that need answers or were refused, as long as they lie there.

    Ordered by name. Those whose content has been imported since are done with.
    """
    if not Ledger.exists(data) or not folder.is_dir():
        return []
    ledger = Ledger(data)
    try:
        newest = {file.name: file for file in watched_files(ledger).values()}  # what lies there under a name now
        return [file for _, file in sorted(newest.items())
                if file.outcome in ("needs answers", "refused") and (folder / file.name).is_file()
                and not any(entry.state == "in force" for entry in ledger.of_file(file.sha256))]
    finally:
        ledger.close()


def watch_in_background(data: DataFolder, folder: Path, interval: float = INTERVAL) -> bool:
    """Starts the one thread of this process that watches the folder; says whether it was not running yet."""
    with _STARTING:
        running = _started.get(data.root)
        if running is not None and running.is_alive():
            return False
        watcher = Watcher(data, folder)
        thread = threading.Thread(target=_watch_for_ever, args=(watcher, interval, threading.Event().wait),
                                  name="careerdash-watch", daemon=True)
        _started[data.root] = thread
        thread.start()
        return True


def _watch_for_ever(watcher: Watcher, interval: float, wait: Callable[[float], bool]) -> None:
    while True:
        try:
            watcher.look()
        except (ImportsError, LedgerError, LockBusy) as error:
            _LOG.warning("the watched folder could not be taken in: %s", error)
        except Exception:  # the next look may do better, and the app must not lose its watch
            _LOG.exception("the watched folder could not be taken in")
        wait(interval)
