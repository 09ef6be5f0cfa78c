"""Templates of messages, as the coordinator words them."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now


@dataclass(frozen=True)
class Template:
    """Subject and body of a message, with names of facts in braces."""

    subject: str
    body: str


def templates(ledger: Ledger) -> dict[str, Template]:
    """The templates that were worded anew, by key."""
    with ledger.reading() as connection:
        rows = connection.execute(select(t.message_template).order_by(t.message_template.c.key)).all()
    return {row.key: Template(row.subject, row.body) for row in rows}


def save_template(ledger: Ledger, key: str, template: Template | None, *, by: str) -> None:
    """Words a template anew, or (None) as it comes; the audit keeps both wordings. No change records nothing."""
    with ledger.writing() as connection:
        row = connection.execute(select(t.message_template).where(t.message_template.c.key == key)).first()
        before = None if row is None else {"subject": row.subject, "body": row.body}
        after = None if template is None else {"subject": template.subject, "body": template.body}
        if before == after:
            return
        connection.execute(delete(t.message_template).where(t.message_template.c.key == key))
        if after is not None:
            connection.execute(insert(t.message_template).values(key=key, **after))
        connection.execute(insert(t.audit).values(
            at=now(), by=by, action="template", build_number=None,
            detail=canonical_json({"key": key, "before": before, "after": after})))
