"""The first day from which the staff list shows who left, as a coordinator said it."""

from datetime import date

from sqlalchemy import delete, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now

_KEY = "data_from"


def data_from(ledger: Ledger) -> date | None:
    """The day on record; None: nobody has said one, and the data's own default holds."""
    with ledger.reading() as connection:
        day: date | None = connection.scalar(select(t.known_day.c.day).where(t.known_day.c.key == _KEY))
    return day


def save_data_from(ledger: Ledger, day: date | None, *, by: str) -> None:
    """Puts the day on record, or (None) takes it away; the audit keeps both. No change records nothing."""
    with ledger.writing() as connection:
        before = connection.scalar(select(t.known_day.c.day).where(t.known_day.c.key == _KEY))
        if before == day:
            return
        connection.execute(delete(t.known_day).where(t.known_day.c.key == _KEY))
        if day is not None:
            connection.execute(insert(t.known_day).values(key=_KEY, day=day))
        connection.execute(insert(t.audit).values(
            at=now(), by=by, action=_KEY, build_number=None, detail=canonical_json(
                {"before": before and before.isoformat(), "after": day and day.isoformat()})))
