"""Templates of messages, as the coordinator words them, for all programs or for one."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Table, and_, delete, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now


@dataclass(frozen=True)
class Template:
    """Subject and body of a message, with names of facts in braces."""

    subject: str
    body: str


def templates(ledger: Ledger) -> dict[tuple[str, str | None], Template]:
    """The templates that were worded anew, by key and program; program None: for all without one of their own."""
    with ledger.reading() as connection:
        general = connection.execute(select(t.message_template).order_by(t.message_template.c.key)).all()
        own = connection.execute(select(t.program_template).order_by(
            t.program_template.c.key, t.program_template.c.program)).all()
    return {(row.key, None): Template(row.subject, row.body) for row in general} | {
        (row.key, row.program): Template(row.subject, row.body) for row in own}


def save_template(ledger: Ledger, key: str, program: str | None, template: Template | None, *, by: str) -> None:
    """Words a template anew, or (None) as it would be without; the audit keeps both wordings.

    No change records nothing.
    """
    table, place = _place(key, program)
    here = and_(*(table.c[name] == value for name, value in place.items()))
    with ledger.writing() as connection:
        row = connection.execute(select(table).where(here)).first()
        before = None if row is None else {"subject": row.subject, "body": row.body}
        after = None if template is None else {"subject": template.subject, "body": template.body}
        if before == after:
            return
        connection.execute(delete(table).where(here))
        if after is not None:
            connection.execute(insert(table).values(**place, **after))
        connection.execute(insert(t.audit).values(
            at=now(), by=by, action="template", build_number=None,
            detail=canonical_json({"key": key, "program": program, "before": before, "after": after})))


def _place(key: str, program: str | None) -> tuple[Table, Mapping[str, str]]:
    if program is None:
        return t.message_template, {"key": key}
    return t.program_template, {"key": key, "program": program}
