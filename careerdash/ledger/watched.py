"""What the watched folder brought, by content: nothing is tried twice, whatever it is called."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now


@dataclass(frozen=True)
class WatchedFile:
    """One file by its content. `name`: relative to the folder, when it was looked at; `questions`: their texts.

    `outcome` is that of an import: `published`, `already imported`, `needs answers` or `refused`. `at` UTC.
    """

    sha256: str
    name: str
    outcome: str
    message: str
    questions: tuple[str, ...] = ()
    at: datetime = datetime.min


def watched_files(ledger: Ledger) -> dict[str, WatchedFile]:
    """All that was ever looked at, by sha256."""
    with ledger.reading() as connection:
        rows = connection.execute(select(t.watched_file).order_by(t.watched_file.c.at, t.watched_file.c.sha256)).all()
    return {row.sha256: WatchedFile(row.sha256, row.name, row.outcome, row.message, tuple(json.loads(row.questions)),
                                    row.at) for row in rows}


def last_change(ledger: Ledger) -> datetime | None:
    """When imports last came into force or went out of it, UTC; None where none ever did."""
    query = select(func.max(t.build.c.published_at)).where(t.build.c.action.in_(("import", "undo", "redo")))
    with ledger.reading() as connection:
        found: datetime | None = connection.scalar(query)
    return found


def note(ledger: Ledger, files: Sequence[WatchedFile]) -> None:
    """Keeps what became of these contents, in place of what was known of them."""
    at = now()
    with ledger.writing() as connection:
        for file in files:
            connection.execute(delete(t.watched_file).where(t.watched_file.c.sha256 == file.sha256))
            connection.execute(insert(t.watched_file).values(
                sha256=file.sha256, name=file.name, outcome=file.outcome, message=file.message, at=at,
                questions=canonical_json(list(file.questions))))
