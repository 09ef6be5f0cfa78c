"""One random build, asked several questions, by the program and by the slow version."""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from careerdash.metrics import TREND_METRICS, Filters, attention, compare, document, pairs, trend
from careerdash.store import Store
from tests.support.comparing import differences
from tests.support.random_tables import random_day, random_filters, random_settings, random_tables
from tests.support.slow_lists import slow_attention, slow_pairs
from tests.support.slow_metrics import slow_metrics
from tests.support.slow_series import slow_series
from tests.support.slow_world import World
from tests.support.tables import completed, store_of

_WEEKS = 12
_TREND = ("active_pairs", "on_cadence_share", "milestone_on_time", "checklist_due_coverage", "satisfaction_mentee",
          "needs_attention")


def disagreements(random: Random, data_day: date, questions: int = 3, most_pairs: int = 8) -> list[str]:
    """Where the two differ, in words; empty where they agree."""
    tables = completed(random_tables(random, data_day, most_pairs), data_day)
    rules = random_settings(random)
    world = World(tables, data_day, rules)
    found: list[str] = []
    with store_of(tables, data_day, rules) as store:
        for number in range(questions):
            day = data_day if number == 0 else random_day(random, data_day)
            found += _of_day(store, world, day, random_filters(random))
        found += _over_time(store, world, data_day, random_filters(random), random)
    return found


def _of_day(store: Store, world: World, day: date, asked: Mapping[str, Sequence[str]]) -> list[str]:
    filters = Filters(**{name: tuple(values) for name, values in asked.items()})
    place = f"{day} {asked} "
    printed = document(store, day, filters)
    series = printed["series"] | {"weekly_on_cadence": printed["series"]["weekly_on_cadence"][-_WEEKS:]}
    listed = [(row.pair_id, row.reasons) for row in attention(store, day, filters, 1000)]
    return (
        differences(printed["metrics"], slow_metrics(world, day, asked), place)
        + differences(series, slow_series(world, day, asked, _WEEKS), place)
        + differences(pairs(store, day, filters), slow_pairs(world, day, asked), place)
        + differences(listed, slow_attention(world, day, asked), place))


def _over_time(store: Store, world: World, as_of: date, asked: Mapping[str, Sequence[str]], random: Random
               ) -> list[str]:
    assert set(_TREND) <= TREND_METRICS
    filters = Filters(**{name: tuple(values) for name, values in asked.items()})
    shown = {key: [(day, value.value, value.denominator) for day, value in points]
             for key, points in trend(store, _TREND, as_of, filters).items()}
    found = []
    for place in random.sample(range(13), 2):
        day = shown["active_pairs"][place][0]
        slow = slow_metrics(world, day, asked)
        found += differences({key: shown[key][place][1:] for key in _TREND},
                             {key: (slow[key]["value"], slow[key]["denominator"]) for key in _TREND}, f"trend {day}")
    for row in compare(store, _TREND, as_of, filters, "cohort"):
        slow = slow_metrics(world, as_of, {**asked, "cohort": [row["group"]]})
        found += differences({key: (row["values"][key].value, row["values"][key].left_out) for key in _TREND},
                             {key: (slow[key]["value"], slow[key]["left_out"]) for key in _TREND}, "compare")
    return found
