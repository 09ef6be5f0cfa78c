"""Remembered mappings: how a table with given headers was read last, so that its next export needs no questions."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Row, delete, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now


@dataclass(frozen=True)
class RememberedMapping:
    """One table as it was read.

    `columns` {header: targets, or "extra" or "refused" where the user said so}, `orders` {header: order of day,
    month and year}, `words` {header: {text: what it means}}. `at` UTC.
    """

    fingerprint: str
    name: str
    table: str
    columns: Mapping[str, Sequence[str] | str]
    orders: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    at: datetime = datetime.min
    by: str = ""


def remember(ledger: Ledger, mappings: Sequence[RememberedMapping], *, by: str) -> None:
    """Keeps these mappings, each in place of an earlier one of the same headers, whose name stays."""
    at = now()
    with ledger.writing() as connection:
        names = {row.fingerprint: row.name for row in connection.execute(
            select(t.mapping.c.fingerprint, t.mapping.c.name))}
        for one in mappings:
            connection.execute(delete(t.mapping).where(t.mapping.c.fingerprint == one.fingerprint))
            connection.execute(insert(t.mapping).values(
                fingerprint=one.fingerprint, name=names.get(one.fingerprint, one.name), at=at, by=by,
                content=canonical_json({"table": one.table, "columns": dict(one.columns), "orders": dict(one.orders),
                                        "words": {header: dict(words) for header, words in one.words.items()}})))


def remembered(ledger: Ledger) -> list[RememberedMapping]:
    """All mappings, ordered by name and fingerprint."""
    with ledger.reading() as connection:
        rows = connection.execute(select(t.mapping).order_by(t.mapping.c.name, t.mapping.c.fingerprint)).all()
    return [_mapping(row) for row in rows]


def forget(ledger: Ledger, fingerprints: Collection[str]) -> int:
    """Deletes mappings; says how many there were."""
    with ledger.writing() as connection:
        return connection.execute(delete(t.mapping).where(t.mapping.c.fingerprint.in_(list(fingerprints)))).rowcount


def _mapping(row: Row[tuple[object, ...]]) -> RememberedMapping:
    content = json.loads(row.content)
    return RememberedMapping(row.fingerprint, row.name, content["table"], content["columns"], content["orders"],
                             content["words"], row.at, row.by)
