"""The work list as pages ask for it: who is on it, who is out of sight, and what people wrote in the ledger."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache

from .. import metrics
from ..ledger.folder import DataFolder
from ..ledger.follow_ups import FollowUp, follow_ups, record
from ..ledger.ledger import Ledger
from ..ledger.templates import templates
from ..metrics import AttentionRow, Contacts, Filters, Foresight, Hidden, ListCounts, Wanted
from ..words import drafts
from .view import Source, View, opened


def folder_of(source: Source) -> DataFolder:
    """The data folder of what pages show: the user's own, or the demo's with a ledger of its own."""
    return DataFolder.demo() if source.demo else DataFolder.default()


@contextmanager
def ledger_of(source: Source) -> Iterator[Ledger]:
    """The ledger, open for a moment: opening costs milliseconds, and the demo's may be made anew meanwhile."""
    ledger = Ledger(folder_of(source))
    try:
        yield ledger
    finally:
        ledger.close()


def events(view: View) -> tuple[FollowUp, ...]:
    """All follow-ups on record, as of this moment. Looking creates no ledger."""
    if not Ledger.exists(folder_of(view.source)):
        return ()
    with ledger_of(view.source) as ledger:
        return tuple(follow_ups(ledger))


def add(view: View, new: Sequence[FollowUp]) -> None:
    """Records follow-ups by the viewer, all or none."""
    with ledger_of(view.source) as ledger:
        record(ledger, [replace(event, by=view.viewer.name) for event in new])


def wordings(source: Source) -> dict[str, drafts.Template]:
    """The templates of messages in force, by key."""
    if not Ledger.exists(folder_of(source)):
        return dict(drafts.TEMPLATES)
    with ledger_of(source) as ledger:
        return {**drafts.TEMPLATES, **{
            key: value for key, value in templates(ledger).items() if key in drafts.TEMPLATES}}


@lru_cache(maxsize=16)
def _hidden(path: str, as_of: date, hiding: tuple[FollowUp, ...], today: date) -> Mapping[str, Hidden]:
    return metrics.hidden(opened(path), as_of, hiding, today)


def hidden(view: View, found: Sequence[FollowUp]) -> Mapping[str, Hidden]:
    """The pairs that are out of sight on the view's day, whatever the filters."""
    hiding = tuple(event for event in found if event.kind in ("snoozed", "resolved") and not event.taken_back)
    return _hidden(str(view.source.path), view.as_of, hiding, date.today())


def last_of_pairs(view: View, found: Sequence[FollowUp]) -> dict[str, FollowUp]:
    """The latest follow-up of each pair that still stands, by the pair's present id."""
    standing = [event for event in found if not event.taken_back and event.kind != "taken back"]
    of_pairs = metrics.by_pair(opened(str(view.source.path)), standing) if standing else {}
    return {pair_id: of_pair[-1] for pair_id, of_pair in of_pairs.items()}


@lru_cache(maxsize=64)
def _rows(path: str, as_of: date, filters: Filters, wanted: Wanted, limit: int, offset: int) -> Sequence[AttentionRow]:
    return metrics.attention(opened(path), as_of, filters, limit, offset, wanted)


def rows(view: View, wanted: Wanted, limit: int, offset: int = 0) -> Sequence[AttentionRow]:
    """Some rows of the work list."""
    return _rows(str(view.source.path), view.as_of, view.filters, wanted, limit, offset)


def rows_of(view: View, pairs: Sequence[str]) -> Sequence[AttentionRow]:
    """Those of these pairs that are on the list, in its order."""
    return metrics.attention_of(opened(str(view.source.path)), view.as_of, view.filters, pairs)


@lru_cache(maxsize=64)
def _counts(path: str, as_of: date, filters: Filters, wanted: Wanted) -> ListCounts:
    return metrics.list_counts(opened(path), as_of, filters, wanted)


def counts(view: View, wanted: Wanted) -> ListCounts:
    """How many pairs each list holds, and how many are out of sight."""
    return _counts(str(view.source.path), view.as_of, view.filters, replace(wanted, list=""))


@lru_cache(maxsize=8)
def _sites(path: str) -> Sequence[str]:
    return metrics.sites(opened(path))


def sites(view: View) -> Sequence[str]:
    """The places where anybody works."""
    return _sites(str(view.source.path))


def emails(view: View, people: Sequence[str]) -> Mapping[str, str]:
    """The e-mail addresses of these people, where known."""
    return metrics.emails(opened(str(view.source.path)), people)


@lru_cache(maxsize=16)
def _contacts(path: str, as_of: date, filters: Filters, found: tuple[FollowUp, ...]) -> Contacts:
    return metrics.contacts(opened(path), as_of, filters, found)


def contacts(view: View, found: tuple[FollowUp, ...]) -> Contacts:
    """What came of spells without meetings, with a contact on record and without."""
    return _contacts(str(view.source.path), view.as_of, view.filters, found)


@lru_cache(maxsize=16)
def _foresight(path: str, as_of: date, filters: Filters) -> Foresight:
    return metrics.foresight(opened(path), as_of, filters)


def foresight(view: View) -> Foresight:
    """How well flags foresaw early ends in the data's own past."""
    return _foresight(str(view.source.path), view.as_of, view.filters)


def to_call(view: View, most: int) -> Sequence[AttentionRow]:
    """The first pairs of the list *Call* on Needs attention: those out of sight are left out here, too."""
    return rows(view, Wanted("call", tuple(sorted(hidden(view, events(view))))), most)
