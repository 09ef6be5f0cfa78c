"""The audit log: who did what and when, beside what publishing writes by itself. It names no mentor and no mentee."""

import json
from collections.abc import Mapping
from typing import Literal

from sqlalchemy import Connection, func, insert, select

from . import tables as t
from .entries import AuditEntry
from .ledger import Ledger, canonical_json, now

Action = Literal["sign-in", "sign-in refused", "sign-out", "export"]
"""What is recorded here. What has a transaction of its own writes its line within it: `import`, `undo`, `redo`,
`rebuild` and `setting` with the build that they led to, `publish` and `withdraw` with their report, `template` and
`word` with what they change."""

Detail = Mapping[str, str | int | float | bool | list[str] | list[int] | None]


def record(ledger: Ledger, by: str, action: Action, detail: Detail) -> None:
    """Adds one line. `detail` says what, how many, of which program: never who is mentored, nor a text of theirs."""
    with ledger.writing() as connection:
        add(connection, by, action, detail)


def add(connection: Connection, by: str, action: Action, detail: Detail) -> None:
    """Adds one line within a transaction of this room."""
    connection.execute(insert(t.audit).values(
        at=now(), by=by, action=action, detail=canonical_json(dict(detail)), build_number=None))


def page(ledger: Ledger, limit: int, offset: int = 0) -> tuple[list[AuditEntry], int]:
    """Some lines, the newest first, and how many there are in all."""
    query = select(t.audit).order_by(t.audit.c.number.desc()).limit(limit).offset(offset)
    with ledger.reading() as connection:
        rows = connection.execute(query).all()
        count = connection.scalar(select(func.count()).select_from(t.audit)) or 0
    return [AuditEntry(row.at, row.by, row.action, json.loads(row.detail)) for row in rows], count
