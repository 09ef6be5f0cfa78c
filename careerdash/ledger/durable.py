"""Writing so that a crash leaves the old file or the new one, never half of either."""

import contextlib
import os
import tempfile
from pathlib import Path


def sync_file(path: Path) -> None:
    """Waits until the file's bytes are on disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Waits until the folder's entries are on disk (where folders can be opened: not on Windows)."""
    with contextlib.suppress(PermissionError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def move(source: Path, target: Path) -> None:
    """Renames over `target`, in one step and durably. Both lie on one file system."""
    os.replace(source, target)
    sync_folder(target.parent)


def write(target: Path, data: bytes) -> None:
    """Writes a small file whole or not at all."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".writing-")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        move(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def remove(path: Path) -> None:
    """Removes a file durably; nothing happens where there is none."""
    if path.exists():
        path.unlink()
        sync_folder(path.parent)
