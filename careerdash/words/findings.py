"""Titles made from data: the finding, beneath it measure, population and period; the same text is the alt text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .. import formats
from .labels import ITEM_SPOTS

Row = Mapping[str, Any]
STEADY = 0.02
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
    subtitle = f"Share of active pairs, each Sunday · {formats.count(len(rows), 'week')}"
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
    subtitle = f"Done where due · {formats.count(with_data, 'active pair')} with data"
    if without:
        subtitle += f", {formats.number(without)} without"
    if not items or share is None:
        return Finding(f"Fewer than {ENOUGH_PAIRS} pairs have an action due", subtitle)
    if share == 1:
        return Finding("All mentor actions that are due are done", subtitle)
    names = formats.capital(formats.listed([ITEM_SPOTS[item] for item in items]))
    return Finding(f"{names} {'are' if len(items) > 1 or items[0] != 7 else 'is'} the weakest: "
                   f"{formats.percent(share)} done", subtitle)
