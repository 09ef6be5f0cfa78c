"""Opening the ledger's database: SQLite in the data folder, or what `CAREERDASH_LEDGER` names."""

import contextlib
import os
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from .folder import DataFolder
from .tables import LEDGER_VERSION, ledger_version, metadata

BUSY_SECONDS = 30
_WRITERS, _PUBLISHER = 7_283_001, 7_283_002
"""Names of the locks that a PostgreSQL server keeps for all processes that use the ledger."""


class LedgerError(Exception):
    """The ledger cannot be used; the message is one sentence."""


def ledger_url(folder: DataFolder) -> URL:
    """Where the ledger is. Raises LedgerError for a setting that names no database."""
    configured = os.environ.get("CAREERDASH_LEDGER", "").strip()
    if not configured or folder.is_demo:
        return URL.create("sqlite", database=str(folder.ledger_file))
    try:
        return make_url(configured)
    except ArgumentError as error:
        raise LedgerError("The setting CAREERDASH_LEDGER is no database address.") from error


def open_engine(url: URL) -> Engine:
    """An engine whose writers wait for each other and whose readers wait for nobody.

    Raises LedgerError where the database or its driver is missing, or a newer version wrote it.
    """
    try:
        engine = create_engine(url)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError("The driver of the database in CAREERDASH_LEDGER is not installed.") from error
    if engine.dialect.name == "sqlite":
        _make_private(url.database or "")
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)
    _prepare(engine)
    return engine


def _make_private(path: str) -> None:
    """A new file is its owner's alone, as are those that SQLite puts beside it; what is no plain path is left alone."""
    if path and not path.startswith((":", "file:")):
        with contextlib.suppress(OSError):  # it is there, or SQLite says what is wrong with it
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _configure_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """WAL: readers and the writer do not block each other; FULL: a commit survives a power cut."""
    connection.isolation_level = None  # transactions are begun below, so that writers queue up at once
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    """Writers queue up, as SQLite's do: code that reads before it writes need not think of others."""
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


class PublisherHold:
    """The publisher's lock in the database, for servers that share one on PostgreSQL; elsewhere always free."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None

    def try_acquire(self) -> bool:
        """Takes the lock if it is free, and says whether it did; the server frees it when its holder dies."""
        if self._engine.dialect.name != "postgresql":
            return True
        connection = self._engine.connect()
        taken = bool(connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({_PUBLISHER})").scalar())
        connection.commit()  # the lock is the session's, and no transaction stays open while a build is made
        if taken:
            self._connection = connection
        else:
            connection.close()
        return taken

    def release(self) -> None:
        """Gives the lock back."""
        if self._connection is not None:
            self._connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_PUBLISHER})")
            self._connection.close()
            self._connection = None


def _prepare(engine: Engine) -> None:
    """Makes what is missing. A new table needs no new version; a change of a table that exists does."""
    present = set(inspect(engine).get_table_names())
    if not present.issuperset(metadata.tables):
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            known = ledger_version.name in present and connection.scalar(select(ledger_version.c.version))
            if not known or known == LEDGER_VERSION:
                metadata.create_all(connection)
            if connection.scalar(select(ledger_version.c.version)) is None:
                connection.execute(insert(ledger_version).values(version=LEDGER_VERSION))
    with engine.connect() as connection:
        version = connection.scalar(select(ledger_version.c.version))
    if version != LEDGER_VERSION:
        raise LedgerError("The ledger was written by another version of careerdash: install that version or newer.")
