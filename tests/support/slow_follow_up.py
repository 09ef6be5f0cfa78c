"""Did it help, did the flags foresee trouble: the slow way, day by day, from the text of the definitions."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from statistics import median_low

from tests.support.slow_pairs import Pair
from tests.support.slow_world import Row, World

LATE = {"never_met", "silent", "late"}


def spells(world: World, row: Row, first: date, last: date) -> list[list[date]]:
    """Maximal runs of days on which the pair is flagged for meetings."""
    runs: list[list[date]] = []
    day = first
    while day <= last:
        if LATE & set(Pair(world, row, day).reasons()):
            if runs and runs[-1][-1] == day - timedelta(1):
                runs[-1].append(day)
            else:
                runs.append([day])
        day += timedelta(1)
    return runs


def outcomes(world: World, wanted: Callable[[Row], bool], contacts: Sequence[tuple[str, date]], as_of: date
             ) -> dict[str, list[int]]:
    """{kind: [spells, met, too soon]}"""
    until = min(as_of, world.data_day)
    found = {"contacted": [0, 0, 0], "not contacted": [0, 0, 0]}

    def add(kind: str, row: Row, day: date) -> None:
        counts = found[kind]
        if until < day + timedelta(14):
            counts[2] += 1
            return
        counts[0] += 1
        met = Pair(world, row, until).meeting_days
        counts[1] += any(day < meeting <= day + timedelta(14) for meeting in met)

    for row in world.rows("pair"):
        if not wanted(row):
            continue
        reached = sorted(day for pair_id, day in contacts if pair_id == row["pair_id"])
        for spell in spells(world, row, row["start_date"], until):
            in_spell = [day for day in reached if day in spell]
            if in_spell:
                add("contacted", row, in_spell[0])
            mondays = [day for day in spell if day.weekday() == 0]
            if mondays and not any(
                    mondays[0] - timedelta(28) <= day <= mondays[0] + timedelta(14) for day in reached):
                add("not contacted", row, mondays[0])
    return found


def foresight(world: World, wanted: Callable[[Row], bool], as_of: date) -> tuple[int, ...]:
    """(pairs, flagged, early ends, flagged early ends, left out, median days of warning or -1)"""
    pairs = flagged_pairs = events = flagged_events = left_out = 0
    warning = []
    as_of = min(as_of, world.data_day)
    first = min((row["start_date"] for row in world.rows("pair")), default=as_of)
    day = as_of - timedelta(90)
    while day >= first:
        for row in world.rows("pair"):
            then, later = Pair(world, row, day), Pair(world, row, day + timedelta(90))
            if not then.active or not wanted(row):
                continue
            flagged = bool(set(then.reasons()) - {"person_left", "past_planned_end"})
            if later.state == "ended":
                left_out += 1
                continue
            pairs += 1
            flagged_pairs += flagged
            if later.state == "ended_early":
                events += 1
                flagged_events += flagged
                if flagged:
                    assert later.end_day is not None
                    warning.append((later.end_day - day).days)
        day -= timedelta(90)
    return pairs, flagged_pairs, events, flagged_events, left_out, median_low(warning) if warning else -1
