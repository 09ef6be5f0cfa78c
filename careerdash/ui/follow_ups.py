"""The work list as pages ask for it: who is on it, who is out of sight, and what people wrote in the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from .. import metrics
from ..ledger.follow_ups import FollowUp, follow_ups, record
from ..ledger.ledger import Ledger
from ..ledger.templates import templates
from ..metrics import AttentionRow, Contacts, Foresight, Hidden, ListCounts, Wanted, work_list
from ..words import drafts
from . import query
from .view import Source, View


@contextmanager
def ledger_of(source: Source) -> Iterator[Ledger]:
    """The ledger, open for a moment: opening costs milliseconds, and the demo's may be made anew meanwhile."""
    ledger = Ledger(source.folder)
    try:
        yield ledger
    finally:
        ledger.close()


def events(view: View) -> tuple[FollowUp, ...]:
    """All follow-ups on record, as of this moment. Looking creates no ledger."""
    if not Ledger.exists(view.source.folder):
        return ()
    with ledger_of(view.source) as ledger:
        return tuple(follow_ups(ledger))


def add(view: View, new: Sequence[FollowUp]) -> None:
    """Records follow-ups by the viewer, all or none."""
    with ledger_of(view.source) as ledger:
        record(ledger, [replace(event, by=view.viewer.name) for event in new])


def worded(source: Source) -> drafts.Worded:
    """The templates of messages that were worded anew."""
    if not Ledger.exists(source.folder):
        return {}
    with ledger_of(source) as ledger:
        return {place: template for place, template in templates(ledger).items() if place[0] in drafts.TEMPLATES}


def hidden(view: View, found: Sequence[FollowUp]) -> Mapping[str, Hidden]:
    """The pairs that are out of sight on the view's day, whatever the filters: to leave them out, not to show them."""
    found = hiding(found)
    return query.in_sight(view, work_list.out_of_sight, found, date.today()) if found else {}


def hiding(found: Sequence[FollowUp]) -> tuple[FollowUp, ...]:
    """Those that put a pair out of sight, and still stand."""
    return tuple(event for event in found if event.kind in ("snoozed", "resolved") and not event.taken_back)


def last_of_pairs(view: View, found: Sequence[FollowUp]) -> dict[str, FollowUp]:
    """The latest follow-up of each pair that still stands, by the pair's present id."""
    standing = tuple(event for event in found if not event.taken_back and event.kind != "taken back")
    of_pairs = query.in_sight(view, work_list.events_by_pair, standing) if standing else {}
    return {pair_id: of_pair[-1] for pair_id, of_pair in of_pairs.items()}


def rows(view: View, wanted: Wanted, limit: int, offset: int = 0) -> Sequence[AttentionRow]:
    """Some rows of the work list."""
    return query.detail(view, metrics.attention, limit, offset, wanted)


def rows_of(view: View, pairs: Sequence[str]) -> Sequence[AttentionRow]:
    """Those of these pairs that are on the list, in its order."""
    return query.detail(view, metrics.attention_of, tuple(pairs))


def counts(view: View, wanted: Wanted) -> ListCounts:
    """How many pairs each list holds, and how many are out of sight."""
    return query.detail(view, metrics.list_counts, replace(wanted, list=""))


def sites(view: View) -> Sequence[str]:
    """The places where mentees of the programs in sight work."""
    return query.in_sight(view, work_list.places)


def emails(view: View, shown: Sequence[AttentionRow]) -> Mapping[str, str]:
    """The e-mail addresses of the people of these pairs, where known."""
    people = {person for row in shown for person in (row.mentor_id, row.mentee_id)}
    return query.in_sight(view, work_list.addresses, tuple(sorted(people)))


def contacts(view: View, found: tuple[FollowUp, ...]) -> Contacts:
    """What came of spells without meetings, with a contact on record and without."""
    return query.detail(view, metrics.contacts, found)


def foresight(view: View) -> Foresight:
    """How well flags foresaw early ends in the data's own past."""
    return query.detail(view, metrics.foresight)


def to_call(view: View, most: int) -> Sequence[AttentionRow]:
    """The first pairs of the list *Call* on Needs attention: those out of sight are left out here, too."""
    return rows(view, Wanted("call", tuple(sorted(hidden(view, events(view))))), most)
