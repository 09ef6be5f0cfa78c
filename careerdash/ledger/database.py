"""Opening the ledger's database: SQLite in the data folder, or what `CAREERDASH_LEDGER` names."""

import os
import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from .folder import DataFolder
from .tables import LEDGER_VERSION, ledger_version, metadata

BUSY_SECONDS = 30


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
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    _prepare(engine)
    return engine


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
