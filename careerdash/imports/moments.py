"""The data as it was after earlier imports: which such moments there are, and a build for each.

A moment is a data day of the imports in force: what all files up to that day say, by the rules of today. So two moments
differ by what the files say alone, and an import that was undone is in none. The last five builds are kept; another one
is made on demand beside them, from kept rows, and never comes into force.
"""

import contextlib
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careerdash.build import BuildError, build_database, code_version
from careerdash.build.mart import CountCube
from careerdash.build.plan import BuildPlan, Progress
from careerdash.ledger.entries import ImportEntry
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock
from careerdash.schema import RULES
from careerdash.store import Store, current_build

from .house import open_house, silent
from .keep import source_of, typed_tables
from .model import ImportsError

KEPT = 4
"""Builds of earlier moments that stay; the one that was asked least recently goes."""

_THEY_MET = re.compile(r"They met on \d{4}-\d{2}-\d{2}\.csv")
"""Meetings that a coordinator recorded: they are imports, but no export that anybody waits for."""

Settings = tuple[tuple[str, str | None, float], ...]


@dataclass(frozen=True)
class Moment:
    """The imports in force up to a data day. `files`: the exports of that day itself, by name; `present`: all of them.

    `key` tells the state from every other one: its imports, the rules and the code.
    """

    data_day: date
    files: tuple[str, ...]
    imports: tuple[int, ...]
    present: bool
    settings: Settings
    key: str


def moments(folder: DataFolder) -> list[Moment]:
    """All moments, oldest first, the last one the present; [] without an import in force. Raises LedgerError."""
    if not Ledger.exists(folder):
        return []
    ledger = Ledger(folder)
    try:
        entries, settings = ledger.in_force(), ledger.settings()
    finally:
        ledger.close()
    if not entries:
        return []
    exports = [entry for entry in entries if not _THEY_MET.fullmatch(entry.file_name)]
    last = max(entry.data_day for entry in entries)
    days = sorted({entry.data_day for entry in exports} | {last})
    if exports and last > max(entry.data_day for entry in exports):  # meetings since belong to the last export
        days.remove(max(entry.data_day for entry in exports))
    return [_moment(day, entries, settings, day == last) for day in days]


def last_import(found: Sequence[Moment]) -> Moment | None:
    """The moment before the present one; None where the data has only one day yet."""
    return found[-2] if len(found) > 1 else None


def known_build(folder: DataFolder, moment: Moment) -> Path | None:
    """The build of a moment where there is one already: the one in force, a kept one, or one made before."""
    if moment.present:
        return current_build(folder)
    path = _place(folder, moment)
    if path.exists():
        with contextlib.suppress(OSError):
            os.utime(path)
        return path
    for kept in sorted(folder.builds.glob("b*.duckdb")):
        if _is_of(kept, moment):
            return kept
    return None


def ready_last_import(folder: DataFolder, most_rows: int) -> None:
    """Makes the build of the last import where there is none (as after an upgrade), up to so many rows in force.

    Raises as `make_build`.
    """
    last = last_import(moments(folder))
    if last is None or known_build(folder, last) is not None:
        return
    ledger = Ledger(folder)
    try:
        rows = sum(sum(entry.typed_tables.values()) for entry in ledger.in_force())
    finally:
        ledger.close()
    if rows <= most_rows:
        make_build(folder, last)


def make_build(folder: DataFolder, moment: Moment, progress: Progress = silent) -> Path:
    """The build of a moment, made where there is none. It takes about as long as an import without its reading.

    Raises ImportsError where a kept file is gone or an import is in force no more; LedgerError, LockBusy.
    """
    if (found := known_build(folder, moment)) is not None:
        return found
    place = _place(folder, moment)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(place.parent / ".lock"):
        if place.exists():
            return place
        for left in place.parent.glob("making-*"):
            left.unlink(missing_ok=True)
        making = place.with_name(f"making-{os.getpid()}.duckdb")
        try:
            with open_house(folder) as house:
                wanted = [entry for entry in house.ledger.in_force() if entry.import_id in moment.imports]
                if len(wanted) < len(moment.imports):
                    raise ImportsError("The imports have changed meanwhile: open the page again.")
                plan = BuildPlan(tuple(source_of(entry, typed_tables(folder, entry, house.workspace.path))
                                       for entry in wanted), moment.settings)
                build_database(plan, making, cubes=(CountCube(()),), progress=progress)
            os.replace(making, place)
        except BuildError as error:
            raise ImportsError(str(error)) from error
        finally:
            making.unlink(missing_ok=True)
        _prune(place)
    return place


def _moment(day: date, entries: Sequence[ImportEntry], settings: Settings, present: bool) -> Moment:
    mine = [entry for entry in entries if entry.data_day <= day]
    exports = [entry for entry in mine if not _THEY_MET.fullmatch(entry.file_name)] or mine
    shown = tuple(entry.file_name for entry in exports if entry.data_day == max(e.data_day for e in exports))
    said = repr(([(entry.import_id, entry.data_day, entry.typed_key) for entry in mine], settings, code_version()))
    return Moment(day, shown, tuple(entry.import_id for entry in mine), present, settings,
                  hashlib.sha256(said.encode()).hexdigest()[:16])


def _place(folder: DataFolder, moment: Moment) -> Path:
    return folder.moments / f"m{moment.key}.duckdb"


def _is_of(path: Path, moment: Moment) -> bool:
    """Whether a kept build is of these imports, these rules and this code."""
    try:
        store = Store.open(path)
    except Exception:  # a build of other code that cannot even be opened
        return False
    try:
        if store.data_day != moment.data_day:
            return False
        code = store.rows("SELECT code_version FROM build_info")
        imports = store.rows("SELECT DISTINCT import_id FROM row_balance ORDER BY import_id")
        rules = store.rows("SELECT key, program, value FROM setting ORDER BY key, program")
        return ([row["code_version"] for row in code] == [code_version()]
                and {row["import_id"] for row in imports} == set(moment.imports)
                and {(row["key"], row["program"]): row["value"] for row in rules} == _rules(moment.settings))
    except Exception:
        return False
    finally:
        store.close()


def _rules(settings: Settings) -> Mapping[tuple[str, str | None], float]:
    return {(rule.key, None): rule.default for rule in RULES} | {
        (key, program): value for key, program, value in settings}


def _prune(newest: Path) -> None:
    """Keeps the newest few; a file that a reader holds open on Windows goes next time."""
    made = sorted(newest.parent.glob("m*.duckdb"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in [path for path in made if path != newest][KEPT - 1:]:
        with contextlib.suppress(PermissionError):
            path.unlink(missing_ok=True)
