"""Publishing: a candidate beside the builds, the ledger's commit, then the pointer.

The ledger decides. A crash before its commit leaves the last build in force and nothing recorded;
a crash after it leaves the pointer behind, and the next start or publisher moves it on.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType

from careerdash.ledger import durable
from careerdash.ledger.entries import BuildEntry, Publication
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock

from .plan import BuildPlan, BuildResult

KEPT_BUILDS = 5
CANDIDATE = ".candidate-"

Make = Callable[[BuildPlan, Path], BuildResult]
"""Builds the plan into a file that does not exist yet."""

PlanInForce = Callable[[], BuildPlan]
"""The plan of the imports in force, asked for only where a build has to be made again."""


@dataclass(frozen=True)
class Candidate:
    """A finished build that nobody sees yet."""

    result: BuildResult
    path: Path

    def entry(self, code_version: str) -> BuildEntry:
        """The build as the ledger records it."""
        result = self.result
        return BuildEntry(result.build_id, result.data_day, result.content, code_version, dict(result.rows),
                          result.people)


class Publisher:
    """The one who publishes: holds the lock from `with` on, after setting right what a crash left.

    Raises LockBusy where another publisher does not come to an end.
    """

    def __init__(self, folder: DataFolder, ledger: Ledger, make: Make, plan: PlanInForce, code_version: str) -> None:
        self._folder = folder
        self._ledger = ledger
        self._make = make
        self._plan = plan
        self._code_version = code_version
        self._lock = FileLock(folder.lock, beside=ledger.publisher_hold())
        self._numbers = count(1)

    def __enter__(self) -> "Publisher":
        self._lock.acquire()
        return self._started()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._sweep()
        self._lock.release()

    def recover_if_free(self) -> bool:
        """Sets right what a crash left, unless another publisher is at work. Says whether it could."""
        if not self._lock.try_acquire():
            return False
        self._started()
        self._lock.release()
        return True

    def candidate(self, plan: BuildPlan) -> Candidate | None:
        """Builds the plan beside the builds; None for a plan without an import."""
        if not plan.sources:
            return None
        path = self._folder.builds / f"{CANDIDATE}{os.getpid()}-{next(self._numbers)}.duckdb"
        return Candidate(self._make(plan, path), path)

    def build_entry(self, candidate: Candidate | None) -> BuildEntry:
        """What the ledger records of the candidate, or of having no import in force."""
        return BuildEntry(None, None, None, self._code_version) if candidate is None else candidate.entry(
            self._code_version)

    def publish(self, candidate: Candidate | None, publication: Publication) -> None:
        """Brings the candidate into force and records the publication, whole or not at all."""
        build_id = publication.build.build_id
        if candidate is not None and build_id is not None:
            durable.sync_file(candidate.path)
            durable.move(candidate.path, self._folder.build_path(build_id))
        durable.write(self._folder.pending, b"publishing\n")
        self._ledger.publish(publication)
        self._point(build_id)

    # -- inside ------------------------------------------------------------------------------

    def _started(self) -> "Publisher":
        try:
            self._sweep()
            self._recover()
        except BaseException:
            self._lock.release()
            raise
        return self

    def _recover(self) -> None:
        """Moves the pointer to where the ledger says, and makes the build again where it is gone or old."""
        entry = self._ledger.build_in_force()
        if entry is None or entry.build_id is None:
            self._point(None)
        elif entry.code_version != self._code_version or not self._folder.build_path(entry.build_id).exists():
            self._rebuild()
        else:
            self._point(entry.build_id)

    def _rebuild(self) -> None:
        candidate = self.candidate(self._plan())
        build = self.build_entry(candidate)
        self.publish(candidate, Publication(build, action="rebuild", by="careerdash"))

    def _point(self, build_id: str | None) -> None:
        if build_id is None:
            durable.remove(self._folder.current)
        elif self._folder.current_build_id() != build_id:
            durable.write(self._folder.current, f"{build_id}\n".encode("ascii"))
        durable.remove(self._folder.pending)
        self._prune()

    def _prune(self) -> None:
        """Keeps the last builds; a file that a reader holds open on Windows goes next time."""
        kept = {f"{build_id}.duckdb" for build_id in self._ledger.last_build_ids(KEPT_BUILDS)}
        for path in self._folder.builds.glob("*.duckdb"):
            if path.name not in kept and not path.name.startswith("."):
                _unlink(path)

    def _sweep(self) -> None:
        """Removes candidates: under the lock they are left-overs."""
        for path in self._folder.builds.glob(f"{CANDIDATE}*"):
            _unlink(path)


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return
