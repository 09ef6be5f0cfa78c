"""Questions about the work list as pages ask them: (store, as_of, filters, ...), all arguments hashable."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from careerdash.ledger.follow_ups import FollowUp
from careerdash.store import Store

from .attention import Wanted, emails, listed_pairs
from .details import rule_values
from .filters import Filters
from .hiding import Hidden, by_pair, hidden
from .pair_list import mentee_sites
from .values import MetricValue, values


@dataclass(frozen=True)
class RuleEffect:
    """What a rule on trial does: pairs on the lists now and then, who appears and drops out, metrics.

    `out_of_sight`: snoozed and resolved pairs, which are in none of these counts.
    """

    now: int
    then: int
    appear: int
    drop: int
    out_of_sight: int
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
                keys: tuple[str, ...], hiding: tuple[FollowUp, ...], today: date, wanted: Wanted) -> RuleEffect:
    """What another value of a rule would do to the list and to the metrics of these keys; nothing is saved.

    The list as a coordinator sees it: `wanted` holds its column filters, and `hiding`, the snoozed and resolved
    ones, are left out as they would be; a resolved pair comes back where the rule gives it another reason.
    """
    trial = store.on_trial([(key, program, value)])
    lists, away = [], set()
    for one in (store, trial):
        gone = tuple(sorted(hidden(one, as_of, hiding, today)))
        lists.append(set(listed_pairs(one, as_of, filters, replace(wanted, hidden=gone))))
        away = set(listed_pairs(one, as_of, filters, wanted)) - lists[-1]
    now, then = lists
    before, after = (values(one, as_of, filters, keys) for one in (store, trial))
    return RuleEffect(len(now), len(then), len(then - now), len(now - then), len(away), before, after)
