"""The data folder at work: its ledger, its publisher, the plan in force."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from careerdash.build import BuildPlan, BuildResult, build_database, code_version
from careerdash.build.plan import Progress
from careerdash.build.publish import Publisher
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger

from .keep import source_of, typed_tables
from .model import Cancelled, CancelledError
from .receive import Workspace


def silent(step: str, share: float) -> None:
    """A progress that nobody watches."""


def scaled(progress: Progress, low: float, high: float) -> Progress:
    """A part of a longer work: its shares run from `low` to `high`."""
    return lambda step, share: progress(step, low + (high - low) * share)


def stoppable(progress: Progress, cancelled: Cancelled) -> Progress:
    """The same progress for a work that may be given up at each of its steps; it then raises CancelledError."""
    def told(step: str, share: float) -> None:
        if cancelled():
            raise CancelledError
        progress(step, share)

    return told


@dataclass(frozen=True)
class House:
    """An open data folder with a work space."""

    folder: DataFolder
    ledger: Ledger
    workspace: Workspace

    def plan_in_force(self) -> BuildPlan:
        """The plan of the imports in force. Raises ImportsError where a kept file is gone."""
        return BuildPlan(tuple(source_of(entry, typed_tables(self.folder, entry, self.workspace.path))
                               for entry in self.ledger.in_force()), self.ledger.settings())

    def publisher(self, progress: Progress = silent) -> Publisher:
        """Who publishes, with the marts and cubes of this version."""
        def make(plan: BuildPlan, target: Path) -> BuildResult:
            from careerdash.metrics import cubes

            return build_database(plan, target, cubes=cubes(), progress=progress)

        return Publisher(self.folder, self.ledger, make, self.plan_in_force, code_version())

    def build_in_force(self) -> Path | None:
        """The file of the build in force; None without an import in force."""
        build_id = self.folder.current_build_id()
        return None if build_id is None else self.folder.build_path(build_id)


@contextmanager
def open_house(folder: DataFolder) -> Iterator[House]:
    """Opens ledger and work space. Raises LedgerError."""
    ledger = Ledger(folder)
    try:
        with Workspace(folder) as workspace:
            yield House(folder, ledger, workspace)
    finally:
        ledger.close()
