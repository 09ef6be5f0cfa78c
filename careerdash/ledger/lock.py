"""A lock between processes that the system releases when its holder dies."""

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol


class LockBusy(Exception):
    """Somebody else holds the lock; the message is one sentence."""


class Hold(Protocol):
    """A second lock that is taken with the first one, and given back before it."""

    def try_acquire(self) -> bool: ...

    def release(self) -> None: ...


class FileLock:
    """An exclusive lock on a file, also between threads of one process; `beside`: another one to hold with it.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "lock"
    >>> with FileLock(path):
    ...     FileLock(path).try_acquire()
    False
    """

    def __init__(self, path: Path, timeout: float = 900.0, beside: Hold | None = None) -> None:
        self._path = path
        self._timeout = timeout
        self._beside = beside
        self._handle: IO[bytes] | None = None

    def try_acquire(self) -> bool:
        """Takes the lock if it is free, and says whether it did."""
        handle = self._path.open("ab")
        if not _lock(handle) or not (self._beside is None or self._beside.try_acquire()):
            handle.close()
            return False
        self._handle = handle
        return True

    def acquire(self) -> None:
        """Waits for the lock. Raises LockBusy after the time limit."""
        until = time.monotonic() + self._timeout
        while not self.try_acquire():
            if time.monotonic() >= until:
                raise LockBusy("Another import is still being published: please try again in a few minutes.")
            time.sleep(0.05)

    def release(self) -> None:
        """Gives the lock back; the file stays."""
        if self._handle is not None:
            if self._beside is not None:
                self._beside.release()
            self._handle.close()
            self._handle = None

    def __enter__(self) -> "FileLock":
        self.acquire()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: IO[bytes]) -> bool:
        handle.seek(0)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
