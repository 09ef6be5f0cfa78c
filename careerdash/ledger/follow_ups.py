"""Follow-ups: what coordinators did about a pair. Events are only ever added, so that nobody's are lost."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from sqlalchemy import Row, insert, select

from . import tables as t
from .ledger import Ledger, canonical_json, now

Kind = Literal["e-mailed", "called", "spoke", "re-matched", "note", "met", "snoozed", "resolved", "taken back"]
"""`met` has the import that brought the check-in; `taken back` takes another event back, which stays on record."""

Side = Literal["", "mentor", "mentee", "both"]

KINDS: tuple[Kind, ...] = get_args(Kind)
CONTACTS: frozenset[Kind] = frozenset({"e-mailed", "called", "spoke"})
"""Kinds that reach a person."""


@dataclass(frozen=True)
class FollowUp:
    """One event about one pair.

    `pair_id` as it was then: `metrics.current_pairs` says what it is called now. `day`: when it happened, in the
    user's words; `at`: when it was recorded, UTC. `side`: to whom. `until`: the first day on which a snoozed pair
    is shown again. `as_of`: the day that the page showed, `reasons`: those in force then, both for `snoozed` and
    `resolved`. `import_id`: of `met`. `takes_back`: the number of the event that this one takes back.
    `taken_back`: whether a later event does so to this one.
    """

    pair_id: str
    kind: Kind
    day: date
    by: str
    text: str = ""
    side: Side = ""
    until: date | None = None
    as_of: date | None = None
    reasons: tuple[str, ...] = ()
    import_id: int | None = None
    takes_back: int | None = None
    number: int = 0
    at: datetime = datetime.min
    taken_back: bool = False


def record(ledger: Ledger, events: Sequence[FollowUp]) -> list[int]:
    """Adds events, all or none, and gives their numbers. `number`, `at` and `taken_back` are the ledger's to say.

    Raises ValueError for a kind that does not exist, a snooze without a day, or an event without a pair.
    """
    for event in events:
        if event.kind not in KINDS or not event.pair_id or (event.kind == "snoozed") != (event.until is not None):
            raise ValueError(f"a follow-up that says too little: {event.kind}")
    at = now()
    numbers = []
    with ledger.writing() as connection:
        for event in events:
            key = connection.execute(insert(t.follow_up).values(
                at=at, by=event.by, pair_id=event.pair_id, kind=event.kind, day=event.day, side=event.side,
                text=event.text, until=event.until, as_of=event.as_of, reasons=canonical_json(list(event.reasons)),
                import_id=event.import_id, takes_back=event.takes_back)).inserted_primary_key
            numbers.append(int(key[0]) if key else 0)
    return numbers


def follow_ups(ledger: Ledger, pair_ids: Collection[str] | None = None) -> list[FollowUp]:
    """All events, or those of these pair ids (give every id that the pair ever had), oldest first."""
    columns = t.follow_up.c
    query = select(t.follow_up).order_by(columns.number)
    if pair_ids is not None:
        query = query.where(columns.pair_id.in_(list(pair_ids)))
    with ledger.reading() as connection:
        rows = connection.execute(query).all()
    gone = {row.takes_back for row in rows if row.takes_back is not None}
    return [_event(row, row.number in gone) for row in rows]


def take_back(ledger: Ledger, event: FollowUp, *, by: str, day: date) -> None:
    """Takes an event back: it stays on record, marked as such, and counts for nothing. Twice is the same as once."""
    record(ledger, [FollowUp(event.pair_id, "taken back", day, by, takes_back=event.number)])


def last_number(ledger: Ledger) -> int:
    """The number of the latest event; 0 before the first. What is worked out from events holds until it changes."""
    with ledger.reading() as connection:
        return connection.scalar(select(t.follow_up.c.number).order_by(t.follow_up.c.number.desc()).limit(1)) or 0


def _event(row: Row[tuple[object, ...]], taken_back: bool) -> FollowUp:
    return FollowUp(
        row.pair_id, row.kind, row.day, row.by, row.text, row.side, row.until, row.as_of,
        tuple(json.loads(row.reasons)), row.import_id, row.takes_back, row.number, row.at, taken_back)
