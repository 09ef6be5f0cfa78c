"""Findings of the Checklist page: what mentors do, what only is said, and when."""

from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from .findings import ENOUGH_PAIRS, Finding
from .labels import ITEM_SPOTS, ITEMS

Row = Mapping[str, Any]


def ticked(rows: Sequence[Row]) -> Finding:
    """What is said to be done against what the data shows."""
    said = sum(row["ticked_only"] for row in rows)
    worst = max(rows, key=lambda row: (row["ticked_only"], -row["item"]), default=None)
    subtitle = "Said and shown in the data, by action · active pairs with checklist data"
    if worst is None or not said:
        return Finding("Everything said to be done shows in the data", subtitle)
    return Finding(f"{formats.count(said, 'action')} said to be done and not shown in the data, "
                   f"most often {ITEMS[worst['item']].lower()}", subtitle)


def states(rows: Sequence[Row]) -> Finding:
    """How many mentor actions are due and not done."""
    missing = sum(row["not_done"] for row in rows)
    pairs = max((row["done"] + row["not_done"] + row["not_due"] + row["no_data"] for row in rows), default=0)
    subtitle = f"Mentor actions in four states · {formats.count(pairs, 'active pair')}"
    return Finding(f"{formats.count(missing, 'action')} due and not done" if missing else
                   "Every action that is due is done", subtitle)


def cohorts(rows: Sequence[Row]) -> Finding:
    """The cohort and action least done, among those due in ten pairs or more."""
    subtitle = "Percent done of what is due, by action and cohort · active pairs with checklist data"
    due = [row for row in rows if row["done"] + row["not_done"] >= ENOUGH_PAIRS]
    if not due:
        return Finding(f"No cohort has {ENOUGH_PAIRS} pairs with the same action due", subtitle)
    least = min(due, key=lambda row: (row["done"] / (row["done"] + row["not_done"]), row["cohort"], row["item"]))
    cohort = "pairs without a cohort" if least["cohort"] == "-" else least["cohort"]
    share = formats.percent(least["done"] / (least["done"] + least["not_done"]))
    return Finding(f"Least done: {ITEM_SPOTS[least['item']]} in {cohort}, {share}", subtitle)


def days(rows: Sequence[Row], due: Mapping[int, int]) -> Finding:
    """Which action comes furthest after its due age; `rows` as the metrics' `item_days` gives them."""
    subtitle = "Days from the start until half of the dated ticks were there · started pairs"
    late = [(over, row["item"]) for row in rows if (over := row["median_days"] - due[row["item"]]) > 0]
    if not late:
        return Finding("Actions are ticked by the time they are due", subtitle)
    over, item = max(late)
    return Finding(f"{ITEMS[item]} comes {formats.count(over, 'day')} after it is due", subtitle)


def share(row: Row) -> float | None:
    """The share done of what is due; None where nothing is due."""
    due = row["done"] + row["not_done"]
    return row["done"] / due if due else None


def cell(row: Row) -> str:
    """What a cell of the map of cohorts and actions says on hover."""
    cohort = "no cohort" if row["cohort"] == "-" else row["cohort"]
    due = row["done"] + row["not_done"]
    return (f"{cohort}, {ITEMS[row['item']].lower()}: {formats.percent(share(row), due)} · "
            f"{formats.number(row['done'])} of {formats.count(due, 'pair')} where it is due")


def due_ages(rules: Mapping[str, float]) -> dict[int, int]:
    """Days after the start from which each action is due at the latest: 5 and 6 depend on the interval."""
    keys = {1: "due_age_1", 2: "due_age_2", 3: "due_age_3", 4: "due_age_4", 5: "due_age_meetings_max",
            6: "due_age_meetings_max", 7: "due_age_7"}
    return {item: int(rules[key]) for item, key in keys.items()}


def days_hover(row: Row, due: Mapping[int, int]) -> str:
    """What a bar of days says on hover."""
    return (f"{ITEMS[row['item']]}: half of {formats.count(row['ticked'], 'tick')} within "
            f"{formats.count(row['median_days'], 'day')}, due after {due[row['item']]}")
