"""Did it help, and did the flags foresee trouble? Both from the data's own past, neither as a cause."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from careerdash.ledger.follow_ups import CONTACTS, FollowUp
from careerdash.store import Store

from .counts import query
from .estimates import quantile, wilson
from .filters import Filters
from .hiding import by_pair

STEP = timedelta(days=90)
"""Days between the days that are looked back at, and how long a pair is watched from each."""

MOST_DAYS = 40
"""Days looked back at: ten years."""

LEAST_EVENTS = 10
"""Fewer early ends say nothing."""

Interval = tuple[float, float] | tuple[None, None]


@dataclass(frozen=True)
class Outcome:
    """Spells in which a pair was flagged as never met, late or silent: how many led to a meeting within 14 days.

    `too_soon`: those whose 14 days are not over by the day of the data, counted apart.
    """

    spells: int = 0
    met: int = 0
    too_soon: int = 0

    @property
    def interval(self) -> Interval:
        """The Wilson interval of the share that met."""
        return wilson(self.met, self.spells)


@dataclass(frozen=True)
class Contacts:
    """Spells with a first contact on some day, and those whose first Monday has none around it."""

    contacted: Outcome
    not_contacted: Outcome


@dataclass(frozen=True)
class Foresight:
    """What flags on past days said about early ends in the 90 days after each; a pair counts once a day.

    `days`: those days, latest first. `pairs`: active ones on them, `left_out` without: those that ended in the time,
    how is not known. `events`: early ends. `warning_days`: median from the day to the early end of flagged ones.
    """

    days: tuple[date, ...]
    pairs: int
    flagged: int
    events: int
    flagged_events: int
    left_out: int
    warning_days: int | None

    @property
    def enough(self) -> bool:
        """Whether there are enough early ends to say anything."""
        return self.events >= LEAST_EVENTS

    @property
    def of_flagged(self) -> Interval:
        """The Wilson interval of the share of flagged pairs that ended early."""
        return wilson(self.flagged_events, self.flagged)

    @property
    def of_others(self) -> Interval:
        """The same for pairs that were not flagged."""
        return wilson(self.events - self.flagged_events, self.pairs - self.flagged)

    @property
    def of_events(self) -> Interval:
        """The Wilson interval of the share of early ends that were flagged."""
        return wilson(self.flagged_events, self.events)


def contacts(store: Store, as_of: date, filters: Filters, events: Sequence[FollowUp]) -> Contacts:
    """What came of flagged spells, with a contact on record and without. `events`: all of the ledger."""
    reached = [(pair_id, event.day) for pair_id, of_pair in by_pair(store, events).items() for event in of_pair
               if event.kind in CONTACTS and not event.taken_back and event.day <= as_of]
    rows = store.rows(query("contact_outcomes"), {
        "as_of": as_of, "contact_pairs": [pair_id for pair_id, _ in reached],
        "contact_days": [day for _, day in reached], **filters.params()})
    found = {row["kind"]: Outcome(row["spells"], row["met"], row["too_soon"]) for row in rows}
    return Contacts(found.get("contacted", Outcome()), found.get("not contacted", Outcome()))


def days_looked_at(first_start: date | None, as_of: date) -> tuple[date, ...]:
    """Every 90 days back from 90 days before the day, as long as any pair had started.

    >>> [str(day) for day in days_looked_at(date(2025, 8, 1), date(2026, 3, 1))]
    ['2025-12-01', '2025-09-02']
    """
    days = (as_of - STEP * step for step in range(1, MOST_DAYS + 1))
    return tuple(day for day in days if first_start is not None and day >= first_start)


def foresight(store: Store, as_of: date, filters: Filters) -> Foresight:
    """How well flags foresaw early ends, on all past days. Costs a few seconds at 100,000 pairs a day looked at."""
    starts = store.rows("SELECT min(start_date) AS first FROM pair_base")
    days = days_looked_at(starts[0]["first"], min(as_of, store.data_day))
    rows = store.rows_on_days(query("foresight"), days, filters.params())
    counted = [row for row in rows if not row["left_out"]]
    warnings: Counter[int] = Counter()
    for row in counted:
        if row["flagged"] and row["warning"] is not None:
            warnings[row["warning"]] += row["pairs"]
    return Foresight(
        days, sum(row["pairs"] for row in counted), sum(row["pairs"] for row in counted if row["flagged"]),
        sum(row["pairs"] for row in counted if row["warning"] is not None), warnings.total(),
        sum(row["pairs"] for row in rows if row["left_out"]), quantile(warnings, Fraction(1, 2)))
