"""Which pairs a coordinator has put out of sight: snoozed until a day, or resolved.

A resolved pair is shown again as soon as it has a reason that it did not have when it was resolved, or one that
had gone and came back. Whether a reason had gone is asked of the present build, with the present rules, for each
day since: what a file brought later counts as if it had been known. Hiding changes no metric.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from careerdash.ledger.follow_ups import FollowUp
from careerdash.store import Store

from .counts import query
from .identity import current_pairs


@dataclass(frozen=True)
class Hidden:
    """Why a pair is not on the list: the event, which is `snoozed` or `resolved`."""

    pair_id: str
    event: FollowUp


def by_pair(store: Store, events: Iterable[FollowUp]) -> dict[str, list[FollowUp]]:
    """The events by the pair's present id, in their order; events of pairs that are no more are left out."""
    events = list(events)
    now = current_pairs(store, {event.pair_id for event in events})
    found: dict[str, list[FollowUp]] = {}
    for event in events:
        if event.pair_id in now:
            found.setdefault(now[event.pair_id], []).append(event)
    return found


def hidden(store: Store, as_of: date, events: Sequence[FollowUp], today: date) -> Mapping[str, Hidden]:
    """The pairs in need of attention on the day that are out of sight, by pair id.

    An event hides from the day on that its page showed. `today` decides whether a snooze is over; where `as_of`
    is later, that day does.
    """
    last: dict[str, dict[str, FollowUp]] = {}
    for pair_id, of_pair in by_pair(store, (event for event in events if _hides(event, as_of))).items():
        last[pair_id] = {event.kind: event for event in of_pair}
    if not last:
        return {}
    reasons = {row["pair_id"]: row["reasons"] for row in store.rows(
        query("reasons_of"), {"as_of": as_of, "pairs": sorted(last)})}
    found: dict[str, Hidden] = {}
    resolved: dict[str, FollowUp] = {}
    for pair_id, now in reasons.items():
        snoozed, done = last[pair_id].get("snoozed"), last[pair_id].get("resolved")
        if snoozed is not None and snoozed.until is not None and max(today, as_of) < snoozed.until:
            found[pair_id] = Hidden(pair_id, snoozed)
        elif done is not None and set(now) <= set(done.reasons):
            resolved[pair_id] = done
    back = _came_back(store, as_of, resolved, reasons)
    return found | {pair_id: Hidden(pair_id, event) for pair_id, event in resolved.items() if pair_id not in back}


def _hides(event: FollowUp, as_of: date) -> bool:
    return event.kind in ("snoozed", "resolved") and not event.taken_back and (event.as_of or event.day) <= as_of


def _came_back(store: Store, as_of: date, resolved: Mapping[str, FollowUp],
               reasons: Mapping[str, Sequence[str]]) -> set[str]:
    """Those of which a reason was gone on a day from the one of their resolution to the day before `as_of`."""
    since = {pair_id: event.as_of or event.day for pair_id, event in resolved.items()}
    if not since:
        return set()
    first = min(since.values())
    days = [first + timedelta(step) for step in range((as_of - first).days)]
    pairs = sorted(since)
    rows = store.rows_on_days(query("came_back"), days, {
        "pairs": pairs, "since": [since[pair_id] for pair_id in pairs],
        "now": [" ".join(reasons[pair_id]) for pair_id in pairs]}, pairs)
    return {row["pair_id"] for row in rows}
