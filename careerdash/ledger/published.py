"""Published reports: written once, read by leadership, withdrawn at most, never changed."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from . import tables as t
from .ledger import Ledger, canonical_json, now

_KEY = "published groups"


class PublicationError(Exception):
    """The report was not published or withdrawn; the message is one sentence."""


@dataclass(frozen=True)
class PublishedReport:
    """One report as it stands in the ledger; `document` holds what is printed and nothing else."""

    number: int
    report_id: str
    period: str
    scope: str
    as_of: date
    data_from: date | None
    seed: int
    document: Mapping[str, Any]
    published_at: datetime
    published_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None


@dataclass(frozen=True)
class PublishedGroup:
    """A group behind a published figure: digests of its people. `report_id` is empty before it is published."""

    cell: str
    place: int
    as_of: date
    members: frozenset[str]
    report_id: str = ""


class PublishedReports:
    """The published reports of one ledger; safe to share between threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def all(self, *, withdrawn: bool = False) -> list[PublishedReport]:
        """The reports that can be read, oldest first; on request the withdrawn ones among them."""
        query = select(t.published_report).order_by(t.published_report.c.number)
        if not withdrawn:
            query = query.where(t.published_report.c.withdrawn_at.is_(None))
        with self._ledger.reading() as connection:
            return [_report(row) for row in connection.execute(query)]

    def one(self, report_id: str) -> PublishedReport:
        """One report. Raises PublicationError where there is none that can be read."""
        query = select(t.published_report).where(t.published_report.c.report_id == report_id)
        with self._ledger.reading() as connection:
            row = connection.execute(query).first()
        if row is None or row.withdrawn_at is not None:
            raise PublicationError("No published report has this name, or it was withdrawn.")
        return _report(row)

    def groups(self) -> list[PublishedGroup]:
        """All groups behind all figures that were ever published, in the order of publication."""
        g = t.published_group
        query = (select(g).join(t.published_report, t.published_report.c.report_id == g.c.report_id)
                 .order_by(t.published_report.c.number, g.c.cell, g.c.place))
        with self._ledger.reading() as connection:
            return [PublishedGroup(row.cell, row.place, row.as_of, frozenset(json.loads(row.members)), row.report_id)
                    for row in connection.execute(query)]

    def facts(self) -> dict[str, dict[str, dict[str, str]]]:
        """What was known of people when each report was made: by report, kind and the person's digest."""
        f = t.published_fact
        found: dict[str, dict[str, dict[str, str]]] = {}
        with self._ledger.reading() as connection:
            for row in connection.execute(select(f).order_by(f.c.report_id, f.c.kind)):
                found.setdefault(row.report_id, {})[row.kind] = json.loads(row.facts)
        return found

    def digest(self, ids: Iterable[str]) -> dict[str, str]:
        """The digest of each id, keyed with a secret of this ledger."""
        key = self._key()
        return {one: hmac.new(key, one.encode("utf-8"), hashlib.sha256).hexdigest()[:32] for one in ids}

    def count(self) -> int:
        """How many reports were ever published; `publish` wants it unchanged."""
        with self._ledger.reading() as connection:
            return connection.scalar(select(func.count()).select_from(t.published_report)) or 0

    def publish(self, *, period: str, scope: str, as_of: date, data_from: date | None, seed: int,
                document: Mapping[str, Any], groups: Sequence[PublishedGroup], facts: Mapping[str, Mapping[str, str]],
                by: str, seen: int) -> str:
        """Stores a report and gives its id.

        facts: what was known of people, digests by kind and the person's digest. seen: `count()` from before the
        document was made. Raises PublicationError where another report of this period and scope can be read, or any
        was published since: its audit would have come too late.
        """
        r = t.published_report
        with self._ledger.writing() as connection:
            if (connection.scalar(select(func.count()).select_from(r)) or 0) != seen:
                raise PublicationError("Another report was published meanwhile: look at this one again.")
            same = connection.execute(
                select(r.c.withdrawn_at).where(r.c.period == period, r.c.scope == scope)).all()
            if any(row.withdrawn_at is None for row in same):
                raise PublicationError("This period has a report already: withdraw it before you publish another.")
            report_id = f"{period}-{scope}" + (f"-{len(same) + 1}" if same else "")
            connection.execute(insert(r).values(
                report_id=report_id, period=period, scope=scope, as_of=as_of, data_from=data_from, seed=seed,
                document=canonical_json(document), published_at=now(), published_by=by))
            for group in groups:
                connection.execute(insert(t.published_group).values(
                    report_id=report_id, cell=group.cell, place=group.place, as_of=group.as_of,
                    members=canonical_json(sorted(group.members))))
            for kind, known in facts.items():
                connection.execute(insert(t.published_fact).values(
                    report_id=report_id, kind=kind, facts=canonical_json(known)))
            _note(connection, by, "publish", report_id)
        return report_id

    def withdraw(self, report_id: str, by: str) -> None:
        """Takes a report away from its readers; it stays in the ledger and in the audit.

        Raises PublicationError where there is none that can be read.
        """
        r = t.published_report
        with self._ledger.writing() as connection:
            changed = connection.execute(
                update(r).where(r.c.report_id == report_id, r.c.withdrawn_at.is_(None))
                .values(withdrawn_at=now(), withdrawn_by=by))
            if changed.rowcount != 1:
                raise PublicationError("No published report has this name, or it was withdrawn.")
            _note(connection, by, "withdraw", report_id)

    def _key(self) -> bytes:
        with self._ledger.writing() as connection:
            found = connection.scalar(select(t.secret.c.value).where(t.secret.c.name == _KEY))
            if found is None:
                found = secrets.token_hex(32)
                connection.execute(insert(t.secret).values(name=_KEY, value=found))
        return bytes.fromhex(found)


def _note(connection: Connection, by: str, action: str, report_id: str) -> None:
    connection.execute(insert(t.audit).values(
        at=now(), by=by, action=action, detail=canonical_json({"report": report_id})))


def _report(row: Row[Any]) -> PublishedReport:
    return PublishedReport(**{**dict(row._mapping), "document": _document(row.document)})


@lru_cache(maxsize=64)
def _document(text: str) -> Mapping[str, Any]:
    """Reports never change, and every run of leadership's pages lists them. It is shared: nobody may write into it."""
    found: Mapping[str, Any] = json.loads(text)
    return found
