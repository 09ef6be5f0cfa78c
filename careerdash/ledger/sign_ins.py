"""Sign-ins: each is written down once, and ended in every window when its person signs out.

Streamlit reads who is there when a window connects and never again, so that a second window would stay signed in.
Digests alone are kept: nothing here opens anything.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from . import tables as t
from .audit import add
from .ledger import Ledger, now

KEPT = timedelta(days=3)
"""How long after its end a sign-in is remembered; its token is refused by its age long before."""


def holds(ledger: Ledger, token: str, role: str) -> bool | None:
    """Whether a sign-in still holds; None where `begin` has to write it down, in this role, first."""
    with ledger.reading() as connection:
        known = _known(connection, token)
    if known is None or known.role != role:
        return None
    return known.ended_at is None


def begin(ledger: Ledger, token: str, person: str, ends: datetime, by: str, role: str) -> bool:
    """Writes a sign-in down, with its line in the audit log; without a role (empty) it is one that was refused.

    Of one that is known already only a new role is written. Returns whether it holds: not ended.
    """
    try:
        with ledger.writing() as connection:
            known = _known(connection, token)
            if known is None:
                connection.execute(delete(t.sign_in).where(t.sign_in.c.ends_at < now() - KEPT))
                connection.execute(insert(t.sign_in).values(
                    token=token, person=person, at=now(), role=role, ends_at=ends, ended_at=None))
            elif known.role != role:
                connection.execute(update(t.sign_in).where(t.sign_in.c.token == token).values(role=role))
            if known is None or known.role != role:
                add(connection, by, "sign-in" if role else "sign-in refused", {"role": role or None})
            return known is None or known.ended_at is None
    except IntegrityError:  # two windows at the same moment, where writers do not queue up
        return begin(ledger, token, person, ends, by, role)


def end_all(ledger: Ledger, person: str, by: str) -> None:
    """Ends all sign-ins of a person, in every window and on every computer."""
    with ledger.writing() as connection:
        connection.execute(update(t.sign_in).where(t.sign_in.c.person == person, t.sign_in.c.ended_at.is_(None))
                           .values(ended_at=now()))
        add(connection, by, "sign-out", {})


def _known(connection: Connection, token: str) -> Row[Any, Any] | None:
    return connection.execute(select(t.sign_in.c.role, t.sign_in.c.ended_at).where(t.sign_in.c.token == token)).first()
