"""The demo company: a data folder of its own, made by the ordinary import of its workbooks."""

import hashlib
import json
import os
import shutil
from datetime import date
from pathlib import Path

from careerdash.build.plan import Progress
from careerdash.intake.version import READER_VERSION, TYPING_VERSION
from careerdash.ledger import durable
from careerdash.ledger.folder import DataFolder, demo_workbooks
from careerdash.ledger.lock import FileLock

from .house import silent
from .model import ImportFile, ImportsError
from .run import import_files
from .start import recover

_MADE_FROM = "made-from"


def ensure_demo(folder: DataFolder | None = None, *, workbooks: Path | None = None,
                progress: Progress = silent) -> DataFolder:
    """The demo's folder, built if there is none, it is of other workbooks, or of older code.

    `workbooks`: a folder with `manifest.json`, `[{"file", "as_of"}, ...]`, and the workbooks it names.
    Raises ImportsError where they are missing or cannot be imported whole.
    """
    folder = folder or DataFolder.demo()
    workbooks = workbooks or demo_workbooks()
    files = _manifest(workbooks)
    made_from = _digest(files)
    if _is_made_from(folder, made_from):
        recover(folder)
        return folder
    folder.root.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with FileLock(folder.root.with_name(f"{folder.root.name}.lock")):
        if not _is_made_from(folder, made_from):
            _make(folder, files, made_from, progress)
    return folder


def _make(folder: DataFolder, files: list[ImportFile], made_from: str, progress: Progress) -> None:
    """Builds beside the old demo and takes its place, so that a demo in use is never half a one."""
    making = DataFolder(folder.root.with_name(f"{folder.root.name}.{os.getpid()}"))
    leaving = folder.root.with_name(f"{folder.root.name}.old")
    for left in (making.root, leaving):
        shutil.rmtree(left, ignore_errors=True)
    try:
        results = []
        last = max(file.as_of or date.min for file in files)
        for drop in ([file for file in files if file.as_of != last], [file for file in files if file.as_of == last]):
            if drop:  # two drops, so that there is something to compare with
                results += import_files(making, drop, accept=True, by="careerdash", progress=progress, into_demo=True,
                                        today=max(file.as_of or date.min for file in drop))
        refused = [result for result in results if result.outcome != "published"]
        if refused:
            raise ImportsError(f"The demo workbook {refused[0].file} cannot be imported: {refused[0].message}")
        durable.write(making.root / _MADE_FROM, f"{made_from}\n".encode("ascii"))
        if folder.root.exists():
            os.replace(folder.root, leaving)
        durable.move(making.root, folder.root)
    finally:
        for left in (making.root, leaving):
            shutil.rmtree(left, ignore_errors=True)


def _manifest(workbooks: Path) -> list[ImportFile]:
    try:
        entries = json.loads((workbooks / "manifest.json").read_text(encoding="utf-8"))
        files = [ImportFile(workbooks / entry["file"], entry["file"], date.fromisoformat(entry["as_of"]))
                 for entry in entries]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ImportsError("The demo workbooks are missing: get the project's files again.") from error
    if not files or not all(file.path.is_file() for file in files):
        raise ImportsError("The demo workbooks are missing: get the project's files again.")
    return files


def _digest(files: list[ImportFile]) -> str:
    digest = hashlib.sha256(f"{READER_VERSION} {TYPING_VERSION}".encode())
    for file in files:
        digest.update(f"{file.name} {file.as_of}".encode())
        digest.update(hashlib.sha256(file.path.read_bytes()).digest())
    return digest.hexdigest()


def _is_made_from(folder: DataFolder, made_from: str) -> bool:
    try:
        return (folder.root / _MADE_FROM).read_text(encoding="ascii").strip() == made_from
    except (OSError, UnicodeDecodeError):
        return False
