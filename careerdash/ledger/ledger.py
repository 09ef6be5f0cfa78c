"""The ledger: small, transactional, and the one that decides."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from . import tables as t
from .database import PublisherHold, ledger_url, open_engine
from .entries import AuditEntry, BuildEntry, ImportEntry, Publication
from .folder import DataFolder


def now() -> datetime:
    """This moment, UTC without zone, as the ledger stores it."""
    return datetime.now(UTC).replace(tzinfo=None)


def canonical_json(value: object) -> str:
    """One spelling for equal values: sorted keys, ASCII, no NaN. Raises ValueError for NaN."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


class Ledger:
    """Imports, builds, settings and audit of one data folder; safe to share between threads."""

    def __init__(self, folder: DataFolder) -> None:
        """Opens the ledger and creates it where there is none. Raises LedgerError."""
        folder.prepare()
        url = ledger_url(folder)
        self._engine = open_engine(url)
        self.location = url.render_as_string(hide_password=True)

    @staticmethod
    def exists(folder: DataFolder) -> bool:
        """Whether there is a ledger to ask: reading an empty folder creates nothing."""
        url = ledger_url(folder)
        return url.get_backend_name() != "sqlite" or folder.ledger_file.exists() or url.database != str(
            folder.ledger_file)

    def close(self) -> None:
        """Gives all connections back."""
        self._engine.dispose()

    def publisher_hold(self) -> PublisherHold:
        """What keeps publishers on other computers out, where the ledger is on a server."""
        return PublisherHold(self._engine)

    # -- imports -----------------------------------------------------------------------------

    def imports(self) -> list[ImportEntry]:
        """All imports ever recorded, oldest first."""
        return self._imports(select(t.import_entry).order_by(t.import_entry.c.import_id))

    def in_force(self) -> list[ImportEntry]:
        """The imports in force in the order of a build: by data day, then place."""
        e = t.import_entry.c
        return self._imports(select(t.import_entry).where(e.state == "in force").order_by(e.data_day, e.place))

    def of_file(self, sha256: str) -> list[ImportEntry]:
        """All imports of these bytes, oldest first."""
        e = t.import_entry.c
        return self._imports(select(t.import_entry).where(e.sha256 == sha256).order_by(e.import_id))

    def next_import_id(self) -> int:
        """The id of the next import; stable only while the publisher's lock is held."""
        with self.reading() as connection:
            return (connection.scalar(select(func.max(t.import_entry.c.import_id))) or 0) + 1

    def next_batch(self) -> int:
        """The number of the next batch; stable only while the publisher's lock is held."""
        with self.reading() as connection:
            return (connection.scalar(select(func.max(t.import_entry.c.batch))) or 0) + 1

    # -- builds and settings -----------------------------------------------------------------

    def build_in_force(self) -> BuildEntry | None:
        """The last publication's build; None before the first."""
        with self.reading() as connection:
            row = connection.execute(select(t.build).order_by(t.build.c.number.desc()).limit(1)).first()
        return None if row is None else _build_entry(row)

    def last_build_ids(self, count: int) -> list[str]:
        """The ids of the last different builds, newest first."""
        query = (select(t.build.c.build_id).where(t.build.c.build_id.is_not(None))
                 .group_by(t.build.c.build_id).order_by(func.max(t.build.c.number).desc()).limit(count))
        with self.reading() as connection:
            return [str(value) for value in connection.scalars(query)]

    def settings(self) -> tuple[tuple[str, str | None, float], ...]:
        """The changed rules: (key, program or None for all, value), ordered."""
        query = select(t.setting).order_by(t.setting.c.key, t.setting.c.program)
        with self.reading() as connection:
            return tuple((row.key, row.program or None, row.value) for row in connection.execute(query))

    def audit(self) -> list[AuditEntry]:
        """What was done, oldest first."""
        with self.reading() as connection:
            rows = connection.execute(select(t.audit).order_by(t.audit.c.number)).all()
        return [AuditEntry(row.at, row.by, row.action, json.loads(row.detail)) for row in rows]

    # -- writing -----------------------------------------------------------------------------

    def publish(self, publication: Publication) -> None:
        """Records a publication whole or not at all; the publisher's lock must be held."""
        at = now()
        build = publication.build
        with self.writing() as connection:
            for import_id, state in publication.states.items():
                connection.execute(update(t.import_entry).where(t.import_entry.c.import_id == import_id)
                                   .values(state=state))
            for entry in publication.entries:
                connection.execute(insert(t.import_entry).values(_import_row(entry)))
            for (key, program), value in publication.settings.items():
                connection.execute(delete(t.setting).where(
                    t.setting.c.key == key, t.setting.c.program == (program or "")))
                if value is not None:
                    connection.execute(insert(t.setting).values(key=key, program=program or "", value=value))
            number = connection.execute(insert(t.build).values(
                build_id=build.build_id, data_day=build.data_day, content=build.content,
                code_version=build.code_version, rows=canonical_json(dict(build.rows)), people=build.people,
                published_at=at, action=publication.action)).inserted_primary_key
            connection.execute(insert(t.audit).values(
                at=at, by=publication.by, action=publication.action, build_number=number[0] if number else None,
                detail=canonical_json(dict(publication.detail))))

    # -- inside ------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for reading; for the modules of this room."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that waits for other writers, committed at the block's end; for the modules of this room."""
        with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def _imports(self, query: Select[Any]) -> list[ImportEntry]:
        with self.reading() as connection:
            return [_import_entry(row) for row in connection.execute(query)]


_JSON_COLUMNS = ("decisions", "typed_tables", "receipt")


def _import_entry(row: Row[Any]) -> ImportEntry:
    values: dict[str, Any] = dict(row._mapping)
    for column in _JSON_COLUMNS:
        values[column] = json.loads(values[column])
    return ImportEntry(**values)


def _import_row(entry: ImportEntry) -> Mapping[str, Any]:
    values = {column.name: getattr(entry, column.name) for column in t.import_entry.columns}
    for column in _JSON_COLUMNS:
        values[column] = canonical_json(values[column])
    return values


def _build_entry(row: Row[Any]) -> BuildEntry:
    return BuildEntry(build_id=row.build_id, data_day=row.data_day, content=row.content,
                      code_version=row.code_version, rows=json.loads(row.rows), people=row.people,
                      number=row.number, action=row.action)
