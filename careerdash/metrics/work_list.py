"""Questions about the work list as pages ask them: (store, as_of, filters, ...), all arguments hashable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from careerdash.ledger.follow_ups import FollowUp
from careerdash.store import Store

from .attention import emails, listed_pairs
from .details import rule_values
from .filters import Filters
from .hiding import Hidden, by_pair, hidden
from .pair_list import mentee_sites
from .values import MetricValue, values


@dataclass(frozen=True)
class RuleEffect:
    """What a rule on trial does: pairs that need attention now and then, who appears and drops out, metrics."""

    now: int
    then: int
    appear: int
    drop: int
    before: Mapping[str, MetricValue]
    after: Mapping[str, MetricValue]


def out_of_sight(store: Store, as_of: date, _: Filters, events: tuple[FollowUp, ...], today: date
                 ) -> Mapping[str, Hidden]:
    """As `hidden`, of all pairs: to leave them out of what is shown."""
    return hidden(store, as_of, events, today)


def events_by_pair(store: Store, _: date, __: Filters, events: tuple[FollowUp, ...]) -> Mapping[str, list[FollowUp]]:
    """As `by_pair`."""
    return by_pair(store, events)


def places(store: Store, as_of: date, filters: Filters) -> Sequence[str]:
    """The sites of mentees of the programs asked for, unknown ones apart."""
    return [site for site in mentee_sites(store, as_of, filters) if site != "-"]


def addresses(store: Store, _: date, __: Filters, people: tuple[str, ...]) -> Mapping[str, str]:
    """As `emails`."""
    return emails(store, people)


def values_of_rule(store: Store, _: date, __: Filters, key: str) -> Mapping[str | None, float]:
    """As `rule_values`."""
    return rule_values(store, key)


def rule_effect(store: Store, as_of: date, filters: Filters, key: str, program: str | None, value: float,
                keys: tuple[str, ...]) -> RuleEffect:
    """What another value of a rule would do to the list and to the metrics of these keys; nothing is saved."""
    trial = store.on_trial([(key, program, value)])
    now, then = (set(listed_pairs(one, as_of, filters)) for one in (store, trial))
    before, after = (values(one, as_of, filters, keys) for one in (store, trial))
    return RuleEffect(len(now), len(then), len(then - now), len(now - then), before, after)
