"""“They met on that day”: a check-in that a coordinator vouches for, as an import of one row a pair."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from careerdash.build.plan import Progress
from careerdash.ledger.folder import DataFolder

from .house import silent
from .model import ImportFile, ImportResult, ImportsError
from .receive import Workspace
from .run import import_files

_HEADER = ("pair_id", "date", "status", "evidence")


def record_meeting(folder: DataFolder, pair_ids: Sequence[str], day: date, *, by: str, today: date,
                   progress: Progress = silent) -> ImportResult:
    """Imports a held check-in of each pair on that day, evidence `coordinator`; undone like any other import.

    Its data is from the day of the meeting, so that what a file says later counts more. A day after the data day
    makes it the data day. Raises ImportsError with one sentence where nothing was recorded; LedgerError and LockBusy.
    """
    if day > today:
        raise ImportsError("A meeting in the future has not been held yet.")
    with Workspace(folder) as workspace:
        path = workspace.path / "met.csv"
        _write(path, pair_ids, day)
        name = f"They met on {day.isoformat()}.csv"
        result, = import_files(folder, [ImportFile(path, name, day)], by=by, today=today, progress=progress)
    if result.outcome in ("refused", "needs answers"):
        raise ImportsError(f"The meeting could not be recorded. {result.message}")
    return result


def _write(path: Path, pair_ids: Sequence[str], day: date) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(_HEADER)
        writer.writerows((pair_id, day.isoformat(), "held", "coordinator") for pair_id in dict.fromkeys(pair_ids))
