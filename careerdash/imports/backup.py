"""A backup is one zip file: the ledger at one moment, the kept files, and what cannot be read again from them.

Builds are left out: they are made again. Nothing is locked, because kept files are only ever added: the ledger is
copied first, so that every file it names is there.
"""

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import careerdash
from careerdash.build.plan import Progress
from careerdash.ledger import durable
from careerdash.ledger.copying import copy_ledger
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.lock import FileLock

from .house import silent
from .model import ImportsError
from .start import recover

FORM = 1
MANIFEST = "backup.json"
LEDGER = "ledger.db"
ACCESS = "access.toml"
_NAMES = re.compile(r"ledger\.db|access\.toml|files/[0-9a-f]{64}|parsed/[0-9a-f]{64}/cells-[0-9a-f-]{1,80}\.parquet")
_BLOCK = 1 << 20
_ASIDE = (LEDGER, f"{LEDGER}-wal", f"{LEDGER}-shm", ACCESS, "files", "parsed", "builds", "moments", "current",
          "publishing")
_NO_BACKUP = "This file is no backup of careerdash, or it is damaged: take another one. Nothing was changed."


@dataclass(frozen=True)
class Backup:
    """What a backup holds: when it was made (UTC, ISO), by which version, imports, files and bytes before packing;
    `content` is the content hash of the build in force then, None without one.
    """

    made_at: str
    version: str
    content: str | None
    imports: int
    files: int
    size: int

    def document(self) -> dict[str, Any]:
        """As the command line prints it."""
        return {"made_at": self.made_at, "version": self.version, "content": self.content, "imports": self.imports,
                "files": self.files, "bytes": self.size}


def back_up(folder: DataFolder, target: Path, *, progress: Progress = silent) -> Backup:
    """Writes the backup into `target`, a file that may exist. Raises LedgerError, OSError."""
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".careerdash-") as scratch:
        ledger = Path(scratch) / LEDGER
        copy_ledger(folder, ledger)
        kept = [(LEDGER, ledger), *_kept(folder)]
        listed = []
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for number, (name, path) in enumerate(kept):
                progress("Packing", number / len(kept))
                with path.open("rb") as source, packed.open(name, "w", force_zip64=True) as entry:
                    size, sha256 = _copied(source, entry)
                listed.append({"name": name, "bytes": size, "sha256": sha256})
            told = _told(folder, listed)
            packed.writestr(MANIFEST, json.dumps({"form": FORM, **told.document(), "listed": listed}, indent=1))
    durable.sync_file(target)
    return told


def restore(folder: DataFolder, source: Path, *, replace: bool = False, progress: Progress = silent) -> Backup:
    """Puts a backup into the data folder and makes its build again; the folder must hold no imports.

    `replace`: what the folder holds is moved to its sub-folder `before-restore-<moment>`. The backup is read whole and
    compared with its checksums before anything moves. Raises ImportsError with one sentence, LedgerError, LockBusy.
    """
    folder.prepare()
    with (FileLock(folder.lock, timeout=5),
          tempfile.TemporaryDirectory(dir=folder.root, prefix=".restoring-") as scratch):
        if Ledger.exists(folder) and not folder.ledger_file.exists():
            raise ImportsError("A backup goes into a ledger in the data folder: take CAREERDASH_LEDGER away first.")
        if not replace and _holds_imports(folder):
            raise ImportsError("The data folder holds imports already: name an empty one in CAREERDASH_DATA, or add "
                               "--replace, which keeps what is there in a folder beside it.")
        told = _unpacked(source, Path(scratch), progress)
        _move_aside(folder)
        for name in ("files", "parsed", ACCESS, LEDGER):  # the ledger last: with it the backup is in force
            if (Path(scratch) / name).exists():
                durable.move(Path(scratch) / name, folder.root / name)
    folder.prepare()
    progress("Making the build again", 0.8)
    recover(folder)
    return told


def _kept(folder: DataFolder) -> Iterator[tuple[str, Path]]:
    """Names in the backup and where they lie: uploaded files; cells, for files whose bytes are not kept; the roles."""
    for path in sorted(folder.files.glob("*")):
        yield f"files/{path.name}", path
    for path in sorted(folder.parsed.glob("*/cells-*.parquet")):
        if not (folder.files / path.parent.name).exists():
            yield f"parsed/{path.parent.name}/{path.name}", path
    if (folder.root / ACCESS).is_file():
        yield ACCESS, folder.root / ACCESS


def _told(folder: DataFolder, listed: list[dict[str, Any]]) -> Backup:
    ledger = Ledger(folder)
    try:
        build, imports = ledger.build_in_force(), len(ledger.imports())
    finally:
        ledger.close()
    return Backup(datetime.now(UTC).isoformat(timespec="seconds"), careerdash.__version__,
                  None if build is None else build.content, imports, len(listed), sum(one["bytes"] for one in listed))


def _copied(source: IO[bytes], target: IO[bytes]) -> tuple[int, str]:
    """Copies in blocks; gives the number of bytes and their sha256."""
    digest, size = hashlib.sha256(), 0
    while block := source.read(_BLOCK):
        digest.update(block)
        size += len(block)
        target.write(block)
    return size, digest.hexdigest()


def _unpacked(source: Path, scratch: Path, progress: Progress) -> Backup:
    """Reads the backup into the scratch folder; every entry is one that a backup has, and whole."""
    try:
        with zipfile.ZipFile(source) as packed:
            manifest = json.loads(packed.read(MANIFEST))
            if manifest["form"] != FORM:
                raise ImportsError("This backup was made by a newer version of careerdash: install that one first.")
            listed = manifest["listed"]
            if {one["name"] for one in listed} | {MANIFEST} != set(packed.namelist()):
                raise ImportsError(_NO_BACKUP)
            for number, one in enumerate(listed):
                progress("Unpacking", 0.7 * number / len(listed))
                _unpack(packed, one, scratch)
            return Backup(str(manifest["made_at"]), str(manifest["version"]), manifest["content"],
                          int(manifest["imports"]), int(manifest["files"]), int(manifest["bytes"]))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, NotImplementedError) as error:
        raise ImportsError(_NO_BACKUP) from error


def _unpack(packed: zipfile.ZipFile, one: dict[str, Any], scratch: Path) -> None:
    if not _NAMES.fullmatch(one["name"]) or packed.getinfo(one["name"]).file_size != one["bytes"]:
        raise ImportsError(_NO_BACKUP)
    target = scratch / one["name"]
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target.touch(mode=0o600)
    with packed.open(one["name"]) as entry, target.open("wb") as copy:
        if _copied(entry, copy) != (one["bytes"], one["sha256"]):
            raise ImportsError(_NO_BACKUP)
    durable.sync_file(target)


def _holds_imports(folder: DataFolder) -> bool:
    if not Ledger.exists(folder):
        return False
    ledger = Ledger(folder)
    try:
        return bool(ledger.imports())
    finally:
        ledger.close()


def _move_aside(folder: DataFolder) -> None:
    """What the folder holds goes into a folder of its own. No file is ever deleted, also after a crash in between."""
    aside = folder.root / f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    aside.mkdir(mode=0o700)
    for name in _ASIDE:
        if (folder.root / name).exists():
            durable.move(folder.root / name, aside / name)
    if not any(path.is_file() for path in aside.rglob("*")):
        shutil.rmtree(aside)
