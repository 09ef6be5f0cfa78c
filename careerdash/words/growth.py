"""Findings of Goals and network: are goals good goals, and does the mentee's world grow?"""

from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from ..metrics import MetricValue
from .findings import ENOUGH_PAIRS, Finding
from .story import CRITERIA, EXPLORED

Row = Mapping[str, Any]

GOALS: dict[str, str] = {"goals_none": "No goal", "goals_in_range": "One or two goals", "goals_more": "Three or more"}
PLANS: dict[str, str] = {
    "as_planned": "as planned", "replanned": "re-planned in time", "overrun": "overdue, never moved",
    "moved_overdue": "moved, overdue again", "no_date": "no target day"}
"""What became of a goal's target day, in the order of the bars."""

KINDS: dict[str, str] = {
    "knowledge": "Specialised knowledge", "perspective": "Another perspective", "access": "Access to opportunities",
    "unknown": "Kind not known"}
FRAMEWORKS: dict[str, str] = {"REAL": "REAL", "SMARTY": "SMARTY", "-": "No framework"}


def number_of_goals(values: Mapping[str, MetricValue]) -> Finding:
    """How many active pairs have one or two goals, none, more."""
    value = values["goals_in_range"]
    subtitle = f"Goals a pair · {formats.count(value.denominator or 0, 'active pair')} · dropped goals do not count"
    if value.value is None:
        return Finding("No pair to count goals of", subtitle)
    none = values["goals_none"].numerator or 0
    said = f"{formats.percent(value.value, value.denominator)} of pairs have one or two goals"
    return Finding(said + (f", {formats.number(none)} {'has' if none == 1 else 'have'} none" if none else ""), subtitle)


def criterion(row: Row) -> str:
    """A criterion with its framework: `REAL: engaging`."""
    return f"{row['framework']}: {CRITERIA[row['framework']][row['criterion']]}"


def weakest_criterion(rows: Sequence[Row]) -> str | None:
    """The label of the criterion met least of its known answers; None where none is known of ten goals."""
    known = [row for row in rows if row["known"] >= ENOUGH_PAIRS]
    return criterion(min(known, key=lambda row: row["met"] / row["known"])) if known else None


def plans(totals: Mapping[str, int]) -> Finding:
    """How many goals were re-planned in time, and how many overran in silence."""
    goals = sum(totals.values())
    subtitle = (f"Target days of goals, by framework · {formats.count(goals, 'goal')} of active pairs · "
                "re-planned in time: moved and not overdue")
    if not goals:
        return Finding("No goal to follow", subtitle)
    over, moved = totals.get("overrun", 0), totals.get("replanned", 0)
    if not over:
        return Finding(f"{formats.count(moved, 'goal')} re-planned in time, none silently overrun", subtitle)
    title = f"{formats.count(over, 'goal')} silently overrun, {formats.number(moved)} re-planned in time"
    return Finding(title, subtitle)


def vision(value: MetricValue, days: MetricValue) -> Finding:
    """How many have a vision statement, and how soon."""
    subtitle = "Parts of the vision work that took place, where it is known · active pairs"
    if value.value is None:
        return Finding("No vision statement can be counted", subtitle)
    soon = "" if days.value is None else f", half within {formats.count(days.value, 'day')} of the start"
    return Finding(f"{formats.percent(value.value, value.denominator)} have a vision statement{soon}", subtitle)


def part(row: Row) -> str:
    """A part of the vision work."""
    return formats.capital(EXPLORED[row["part"]])


def network(share: MetricValue, reach: MetricValue) -> Finding:
    """How many have another resource, and how many of those come from another department."""
    subtitle = f"Active pairs with another resource, by kind · {formats.count(share.denominator or 0, 'active pair')}"
    if share.value is None:
        return Finding("No supporter or resource can be counted", subtitle)
    far = "" if reach.value is None else (
        f"; {formats.percent(reach.value, reach.denominator)} of supporters come from another department")
    return Finding(f"{formats.percent(share.value, share.denominator)} of pairs have another resource{far}", subtitle)


def loads(rows: Sequence[Row], load: MetricValue) -> Finding:
    """How many mentors carry more than one pair."""
    mentors = sum(row["mentors"] for row in rows)
    more = sum(row["mentors"] for row in rows if row["pairs"] > 1)
    subtitle = (f"Mentors by their active pairs · {formats.count(mentors, 'mentor')} · "
                f"{formats.number(load.value, 1)} pairs each on average")
    if not more:
        return Finding("Every mentor has one pair", subtitle)
    most = max(row["pairs"] for row in rows)
    return Finding(f"{formats.count(more, 'mentor')} {'has' if more == 1 else 'have'} more than one pair, at most "
                   f"{formats.number(most)}", subtitle)


def framework(name: str, rows: Sequence[Row]) -> Finding:
    """Which criterion of one framework its goals meet least."""
    goals = max((row["goals"] for row in rows), default=0)
    subtitle = f"Criteria met by {name} goals, where known · {formats.count(goals, 'goal')} of active pairs"
    known = [row for row in rows if row["known"]]
    if not known:
        return Finding(f"No criterion of {name} goals is known", subtitle)
    least = min(known, key=lambda row: row["met"] / row["known"])
    return Finding(f"{name} goals are least often {CRITERIA[name][least['criterion']]}: "
                   f"{formats.percent(least['met'] / least['known'], least['known'])}", subtitle)
