"""Receiving: the bytes into a private work space, with their sha256; nothing is recorded yet."""

import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from careerdash.ledger.folder import DataFolder
from careerdash.ledger.lock import FileLock

_BLOCK = 1 << 20


class NotReadableError(Exception):
    """A file that cannot be opened as one; the message is one sentence."""


@dataclass(frozen=True)
class Received:
    """A private copy of one file; not `complete` where it was longer than any limit allows."""

    path: Path
    sha256: str
    size: int
    complete: bool = True


class Workspace:
    """A private folder beneath `incoming`, removed at the end; left-overs of dead processes go first."""

    def __init__(self, folder: DataFolder) -> None:
        folder.prepare()
        self._root = folder.incoming
        self._lock: FileLock | None = None
        self.path = self._root

    def __enter__(self) -> "Workspace":
        with FileLock(self._root / ".lock"):  # so that nobody clears a folder between its making and its lock
            self._clear()
            self.path = Path(tempfile.mkdtemp(dir=self._root))
            self._lock = FileLock(self.path / ".lock")
            self._lock.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        if self._lock is not None:
            self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)

    def _clear(self) -> None:
        for path in self._root.iterdir():
            if not path.is_dir():
                continue
            lock = FileLock(path / ".lock")
            if lock.try_acquire():
                lock.release()
                shutil.rmtree(path, ignore_errors=True)

    def receive(self, source: Path, limit: int) -> Received:
        """Copies the file in and hashes it on the way.

        `limit`: bytes after which copying stops; the reader refuses such a file by its size.
        Raises NotReadableError for what is missing, no regular file, or may not be read.
        """
        target = Path(tempfile.mkdtemp(dir=self.path)) / "file"
        digest = hashlib.sha256()
        size = 0
        with open(open_regular(source), "rb") as reader, target.open("wb") as writer:
            try:
                while size <= limit and (block := reader.read(_BLOCK)):
                    digest.update(block)
                    writer.write(block)
                    size += len(block)
            except OSError as error:
                raise NotReadableError("This file cannot be read to its end.") from error
            writer.flush()
            os.fsync(writer.fileno())
        return Received(target, digest.hexdigest(), size, complete=size <= limit)


def open_regular(path: Path) -> int:
    """A descriptor of a regular file; not blocking, because a named pipe would wait for its writer."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotReadableError("There is no such file.") from error
    except IsADirectoryError as error:
        raise NotReadableError("This is a folder, not a file.") from error
    except (OSError, ValueError) as error:
        raise NotReadableError("This file may not be opened.") from error
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    raise NotReadableError("This is a folder, not a file." if stat.S_ISDIR(mode) else "This is no ordinary file.")
