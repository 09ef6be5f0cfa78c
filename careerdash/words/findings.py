"""Titles made from data: the finding, beneath it measure, population and period; the same text is the alt text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .. import formats
from .labels import CADENCE, EVIDENCE, ITEM_SPOTS, ITEMS
from .numbers import Value

Row = Mapping[str, Any]
STEADY = 0.015
"""A share that moved by less than this is steady: below two whole points nobody should act on it."""

ENOUGH_PAIRS = 10
"""An item is called the weakest only where at least this many pairs have it due."""


@dataclass(frozen=True)
class Finding:
    """What a chart says: `title` the finding, `subtitle` measure, population, period."""

    title: str
    subtitle: str

    @property
    def alt(self) -> str:
        """The text that stands for the chart."""
        return f"{self.title}. {self.subtitle}."


def burn_up(rows: Sequence[Row], as_of: date) -> Finding:
    """Milestones done against the current plan, at the end of the last full month."""
    subtitle = f"Milestones planned and done, added up · started pairs · to {formats.month(rows[-1]['month'])}"
    full = [row for row in rows if row["done"] is not None and _full_month(row["month"], as_of)]
    if not full:
        return Finding("Too early to compare done with the plan", subtitle)
    last = full[-1]
    behind = last["plan_current"] - last["done"]
    at = f"at the end of {formats.month(last['month'])}"
    if behind == 0:
        return Finding(f"Milestones on plan {at}", subtitle)
    return Finding(
        f"{formats.count(abs(behind), 'milestone')} {'behind' if behind > 0 else 'ahead of'} the current plan",
        f"Milestones planned and done, added up · {at}")


def _full_month(month: str, as_of: date) -> bool:
    year, number = (int(part) for part in month.split("-")[:2])
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1) <= as_of


def weekly(rows: Sequence[Row]) -> Finding:
    """The share meeting as agreed, now against a quarter ago."""
    known = [row for row in rows if row["value"] is not None]
    if not known:
        return Finding("No week with active pairs and meeting data", "Share meeting as agreed, each Sunday")
    now, before = known[-1], known[max(len(known) - 14, 0)]
    subtitle = (f"Share of active pairs, each Sunday · {formats.count(len(rows), 'week')} · "
                f"{formats.number(now['numerator'])} of {formats.number(now['denominator'])} pairs last")
    share = formats.percent(now["value"], now["denominator"])
    since = formats.month(str(before["week"])).split(" ")[0]
    difference = now["value"] - before["value"]
    if now is before:
        return Finding(f"{share} meet as agreed", subtitle)
    if abs(difference) < STEADY:
        return Finding(f"Meeting as agreed is steady at {share} since {since}", subtitle)
    verb = "rose" if difference > 0 else "fell"
    return Finding(
        f"Meeting as agreed {verb} from {formats.percent(before['value'], before['denominator'])} to {share} "
        f"since {since}", subtitle)


def weakest(rows: Sequence[Row]) -> tuple[list[int], float | None]:
    """The items least done among those due (ties all named), and their share; none below ten pairs.

    >>> weakest([{"item": 1, "done": 9, "not_done": 1}, {"item": 2, "done": 1, "not_done": 2}])
    ([1], 0.9)
    """
    due = {row["item"]: (row["done"], row["done"] + row["not_done"]) for row in rows
           if row["done"] + row["not_done"] >= ENOUGH_PAIRS}
    if not due:
        return [], None
    least = min(due, key=lambda item: due[item][0] / due[item][1])
    done, of = due[least]
    return [item for item, (other, total) in sorted(due.items()) if other * of == done * total], done / of


def checklist(rows: Sequence[Row]) -> Finding:
    """The seven mentor actions, the weakest named."""
    items, share = weakest(rows)
    with_data = max((row["done"] + row["not_done"] + row["not_due"] for row in rows), default=0)
    without = max((row["no_data"] for row in rows), default=0)
    subtitle = f"Mentor actions done where due · {formats.count(with_data, 'active pair')} with data"
    if without:
        subtitle += f", {formats.number(without)} without"
    if not items or share is None:
        return Finding(f"Fewer than {ENOUGH_PAIRS} pairs have an action due", subtitle)
    if share == 1:
        return Finding("All mentor actions that are due are done", subtitle)
    names = formats.capital(formats.listed([ITEM_SPOTS[item] for item in items]))
    return Finding(f"{names} {'are' if len(items) > 1 or items[0] != 7 else 'is'} the weakest: "
                   f"{formats.percent(share)} done", subtitle)


def ticked(rows: Sequence[Row]) -> Finding:
    """What is said to be done against what the data shows."""
    said = sum(row["ticked_only"] for row in rows)
    worst = max(rows, key=lambda row: (row["ticked_only"], -row["item"]), default=None)
    subtitle = "Said and shown in the data, by action · active pairs with checklist data"
    if worst is None or not said:
        return Finding("Everything said to be done shows in the data", subtitle)
    return Finding(f"{formats.count(said, 'action')} said to be done and not shown in the data, "
                   f"most often {ITEMS[worst['item']].lower()}", subtitle)


def cadence(rows: Sequence[Row], as_of: date) -> Finding:
    """How many active pairs are late, silent or never met."""
    counts = {row["state"]: row["pairs"] for row in rows}
    total = sum(counts.values())
    subtitle = f"Active pairs by how they meet · {formats.count(total, 'pair')} · {formats.day(as_of)}"
    off = [(counts.get(state, 0), CADENCE[state]) for state in ("silent", "late", "never")]
    if not total:
        return Finding("No active pairs", subtitle)
    named = [f"{formats.number(count)} {name}" for count, name in off if count]
    if not named:
        return Finding("No active pair is late, silent or never met", subtitle)
    return Finding(f"{formats.capital(formats.listed(named))} of {formats.number(total)} active pairs", subtitle)


def evidence(rows: Sequence[Row]) -> Finding:
    """Who says that pairs met."""
    total = sum(row["check_ins"] for row in rows)
    subtitle = f"Check-ins by who says they met · {formats.count(total, 'check-in')} · started pairs"
    if not total:
        return Finding("No check-ins", subtitle)
    most = max(rows, key=lambda row: row["check_ins"])
    share = formats.percent(most["check_ins"] / total, total)
    return Finding(f"{share} of check-ins: {EVIDENCE.get(most['evidence'], most['evidence'])}", subtitle)


def agenda(values: Mapping[str, Value]) -> Finding:
    """Which part of the agenda is left out most."""
    names = {"agenda_progress": "progress", "agenda_challenges": "challenges", "agenda_adjustments": "adjustments"}
    known = {key: values[key].value for key in names if values[key].value is not None}
    base = values["agenda_all_three"].denominator
    subtitle = f"Topics covered · {formats.count(base or 0, 'check-in')} with a known agenda"
    if not known:
        return Finding("Nothing is known about what check-ins cover", subtitle)
    least = min(known, key=lambda key: known[key] or 0)
    return Finding(f"{formats.capital(names[least])} come up least: {formats.percent(known[least], base)} of check-ins"
                   if least != "agenda_progress" else
                   f"Progress comes up least: {formats.percent(known[least], base)} of check-ins", subtitle)
