"""A whole copy of the ledger while others write, and a look at whether its file is sound."""

import sqlite3
from contextlib import closing
from pathlib import Path

from .database import LedgerError, ledger_url
from .folder import DataFolder


def copy_ledger(folder: DataFolder, target: Path) -> None:
    """Writes the ledger as it is at one moment into a new file.

    Raises LedgerError where there is none, or it is kept by another database.
    """
    with closing(_opened(folder)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it


def is_sound(folder: DataFolder) -> bool:
    """Whether SQLite finds the ledger's file whole. Raises LedgerError as `copy_ledger`."""
    with closing(_opened(folder)) as source:
        try:
            return [row[0] for row in source.execute("PRAGMA quick_check")] == ["ok"]
        except sqlite3.DatabaseError:
            return False


def _opened(folder: DataFolder) -> sqlite3.Connection:
    if ledger_url(folder).get_backend_name() != "sqlite":
        raise LedgerError("The ledger is in the database that CAREERDASH_LEDGER names: look after it with that "
                          "database's own tools.")
    path = Path(ledger_url(folder).database or "")
    if not path.is_file():
        raise LedgerError("There is no ledger in the data folder yet: nothing was imported.")
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)
