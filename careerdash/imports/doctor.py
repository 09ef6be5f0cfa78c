"""Is this installation sound? Each check is one sentence; nothing is changed."""

import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from careerdash.build import code_version
from careerdash.build.plan import Progress
from careerdash.ledger.copying import is_sound
from careerdash.ledger.database import LedgerError
from careerdash.ledger.entries import ImportEntry
from careerdash.ledger.folder import PROJECT, DataFolder
from careerdash.ledger.ledger import Ledger

from .house import silent
from .keep import file_path, kept_cells

State = Literal["fine", "look", "wrong"]
"""`look`: it works, but somebody should look at it. `wrong`: something will not work."""

SPARE_BYTES = 2 * 1024**3
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;#\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Finding:
    """One check: what was looked at, how it stands, one sentence."""

    check: str
    state: State
    message: str

    def document(self) -> dict[str, str]:
        """As the command line prints it."""
        return {"check": self.check, "state": self.state, "message": self.message}


def examine(folder: DataFolder, *, progress: Progress = silent) -> list[Finding]:
    """All checks, in a fixed order: packages, folder, space, ledger, kept files, build, errors. Changes nothing."""
    found = [packages(PROJECT / "requirements.txt"), rights(folder), space(folder)]
    if not Ledger.exists(folder):
        return [*found, Finding("ledger", "fine", "Nothing was imported yet: the demo company is shown.")]
    try:
        if not _is_ours(folder) or is_sound(folder):
            found.append(Finding("ledger", "fine", "The ledger can be read and is whole."))
        else:
            return [*found, Finding("ledger", "wrong", "The ledger is damaged: restore the last backup.")]
        ledger = Ledger(folder)
        try:
            in_force, build = ledger.in_force(), ledger.build_in_force()
        finally:
            ledger.close()
    except LedgerError as error:
        return [*found, Finding("ledger", "wrong", str(error))]
    found.append(kept_files(folder, in_force, progress))
    found.append(_build(folder, build.build_id if build else None))
    return [*found, _errors(folder)]


def packages(requirements: Path) -> Finding:
    """Whether what is installed is what was tested. `requirements`: the pinned list."""
    try:
        pins = dict(_PIN.findall(requirements.read_text(encoding="utf-8")))
    except OSError:
        return Finding("packages", "look", "There is no requirements.txt beside the program to compare with.")
    others = [name for name, version in sorted(pins.items()) if _installed(name) != version]
    if not others:
        return Finding("packages", "fine", f"All {len(pins)} packages are the ones that were tested.")
    return Finding("packages", "look", f"{len(others)} of {len(pins)} packages are missing or of another version than "
                   f"was tested ({', '.join(others[:5])}{', ...' if len(others) > 5 else ''}): install "
                   "requirements.txt again.")


def rights(folder: DataFolder) -> Finding:
    """Whether the data folder can be written, and by its owner alone."""
    if not folder.root.exists():
        return Finding("data folder", "fine", "The data folder is not made yet: the first import makes it.")
    if not os.access(folder.root, os.R_OK | os.W_OK | os.X_OK):
        return Finding("data folder", "wrong", "The data folder cannot be written: give the server's user its rights.")
    private = [folder.files, folder.parsed, folder.builds]
    if folder.root.stat().st_mode & 0o077:
        private.append(folder.ledger_file)  # nothing but its own rights keeps others from it
    if os.name == "posix" and any(path.stat().st_mode & 0o077 for path in private if path.exists()):
        return Finding("data folder", "look", "Others on this computer can read the data: take their rights away "
                       "(chmod -R go= on the data folder).")
    return Finding("data folder", "fine", "The data folder can be written, and others cannot read it.")


def space(folder: DataFolder) -> Finding:
    """Whether there is room for another build and some files."""
    there = next(path for path in (folder.root, *folder.root.parents) if path.exists())
    free = shutil.disk_usage(there).free
    builds = sum(path.stat().st_size for path in folder.builds.glob("*.duckdb")) if folder.builds.exists() else 0
    if free < SPARE_BYTES + builds:
        return Finding("space", "look", f"Only {free / 1024**3:.1f} GB are free where the data lies: an import may "
                       "not find room for its build.")
    return Finding("space", "fine", f"{free / 1024**3:.0f} GB are free where the data lies.")


def kept_files(folder: DataFolder, in_force: list[ImportEntry], progress: Progress = silent) -> Finding:
    """Whether every import in force can be read again: its bytes unchanged, or its cells there."""
    gone = []
    for number, entry in enumerate(in_force):
        progress("Reading kept files", number / len(in_force))
        if not _is_kept(folder, entry):
            gone.append(str(entry.import_id))
    if gone:
        return Finding("kept files", "wrong", f"The kept files of import {', '.join(gone[:10])} are gone or changed: "
                       "restore the last backup, or undo these imports and import their files again.")
    return Finding("kept files", "fine", f"All files of the {len(in_force)} imports in force are there, unchanged.")


def _is_kept(folder: DataFolder, entry: ImportEntry) -> bool:
    if entry.kept != "bytes":
        return kept_cells(folder, entry).exists()
    try:
        with file_path(folder, entry.sha256).open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == entry.sha256
    except OSError:
        return False


def _build(folder: DataFolder, build_id: str | None) -> Finding:
    from careerdash.store import Store

    if build_id is None:
        return Finding("build", "fine", "No import is in force: the demo company is shown.")
    again = "it is made again at the next start, or by the command rebuild."
    if folder.may_be_behind() or folder.current_build_id() != build_id:
        return Finding("build", "look", f"The build in force is not there: {again}")
    try:
        store = Store.open(folder.build_path(build_id))
    except Exception:
        return Finding("build", "look", f"The build in force cannot be opened: {again}")
    try:
        code = [row["code_version"] for row in store.rows("select code_version from build_info")]
    finally:
        store.close()
    if code != [code_version()]:
        return Finding("build", "look", f"The build in force is of another version of the program: {again}")
    return Finding("build", "fine", "The build in force can be read.")


def _errors(folder: DataFolder) -> Finding:
    try:
        lines = folder.log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    times = [line.split(" ")[0] for line in lines if line[:1].isdigit()]
    if not times:
        return Finding("errors", "fine", "No unexpected error was noted.")
    return Finding("errors", "look", f"{len(times)} unexpected errors were noted, the last at {times[-1]}: send "
                   "errors.log of the data folder to who looks after the program; it holds nobody's data.")


def _is_ours(folder: DataFolder) -> bool:
    """Whether the ledger is the data folder's own file."""
    return folder.ledger_file.exists()


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None

