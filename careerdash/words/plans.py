"""Findings of the Milestones page: are plans carried out, moved, or left?"""

from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from ..metrics import MetricValue
from .findings import ENOUGH_PAIRS, Finding
from .labels import MILESTONE_KINDS

Row = Mapping[str, Any]

OUTCOMES: dict[str, str] = {
    "on_time": "on time", "late": "late", "done": "done, no day", "overdue": "overdue", "open": "open",
    "left_open": "left open", "dropped": "dropped"}
"""What became of milestones, in the order of the bars."""

AGES: tuple[tuple[str, int, int], ...] = (
    ("1 to 14 days", 1, 14), ("15 to 30 days", 15, 30), ("31 to 60 days", 31, 60), ("61 to 90 days", 61, 90),
    ("more than 90 days", 91, 10**9))
MOVES: tuple[tuple[str, int, int], ...] = (
    ("brought forward", -(10**9), -1), ("1 to 14 days later", 1, 14), ("15 to 30 days later", 15, 30),
    ("31 to 90 days later", 31, 90), ("more than 90 days later", 91, 10**9))
"""Classes of days: name, least, most."""


def in_classes(days: Mapping[int, int], classes: Sequence[tuple[str, int, int]]) -> list[tuple[str, int]]:
    """Counts by days, added up in classes.

    >>> in_classes({3: 2, 20: 1}, AGES[:2])
    [('1 to 14 days', 2), ('15 to 30 days', 1)]
    """
    return [(name, sum(count for day, count in days.items() if least <= day <= most)) for name, least, most in classes]


def by_month(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Milestones done in each month up to now, with those planned for it, from the cumulative series `burn_up`."""
    found, done, plan = [], 0, 0
    for row in rows:
        if row["done"] is None:
            break
        found.append({"month": row["month"], "done": row["done"] - done, "planned": row["plan_current"] - plan})
        done, plan = row["done"], row["plan_current"]
    return found


def monthly(rows: Sequence[Row]) -> Finding:
    """Milestones done against those planned, over the last three months shown."""
    last = rows[-3:]
    done, planned = sum(row["done"] for row in last), sum(row["planned"] for row in last)
    months = f"{formats.month(rows[0]['month'])} to {formats.month(rows[-1]['month'])}"
    return Finding(f"{formats.number(done)} milestones done in three months, {formats.number(planned)} planned",
                   f"Milestones done (solid) and planned (outlined) by month · started pairs · {months}")


def outcomes(rows: Sequence[Row], on_time: MetricValue, first_plan: MetricValue) -> Finding:
    """How many are done on time, by the current and by the first plan."""
    total = sum(row["milestones"] for row in rows)
    now = formats.percent(on_time.value, on_time.denominator)
    first = formats.percent(first_plan.value, first_plan.denominator)
    return Finding(f"{now} done on time, {first} by the first plan",
                   f"What became of milestones, by kind · {formats.count(total, 'milestone')} of started pairs")


def kinds(rows: Sequence[Row]) -> list[str]:
    """The kinds that occur, most milestones first."""
    totals: dict[str, int] = {}
    for row in rows:
        totals[row["kind"]] = totals.get(row["kind"], 0) + row["milestones"]
    return sorted(totals, key=lambda kind: (-totals[kind], MILESTONE_KINDS.get(kind, kind)))


def overdue(value: MetricValue, median: MetricValue) -> Finding:
    """How many milestones are overdue, and for how long."""
    subtitle = f"Overdue by days · {formats.number(value.denominator)} open milestones of active pairs with a due date"
    if not value.numerator:
        return Finding("No milestone is overdue", subtitle)
    half = "" if median.value is None else f", half by more than {formats.count(median.value, 'day')}"
    return Finding(f"{formats.count(value.numerator, 'milestone')} overdue{half}", subtitle)


def moved(value: MetricValue, median: MetricValue) -> Finding:
    """How many milestones were moved, and by how much."""
    subtitle = f"Days moved from the first plan · {formats.number(value.denominator)} milestones with both dates"
    if not value.numerator:
        return Finding("No milestone was moved", subtitle)
    by = "" if median.value is None else f", the usual one by {formats.count(median.value, 'day')}"
    return Finding(f"{formats.percent(value.value, value.denominator)} of milestones were moved{by}", subtitle)


def by_share(rows: Sequence[Row], key: str) -> list[dict[str, Any]]:
    """Cohorts with enough due, least done first; `rows` as the metrics' `compare` gives them."""
    found = [{"cohort": "no cohort" if row["group"] == "-" else row["group"], "share": value.value,
              "done": value.numerator, "due": value.denominator}
             for row in rows for value in (row["values"][key],) if value.denominator >= ENOUGH_PAIRS]
    return sorted(found, key=lambda row: (row["share"], row["cohort"]))


def cohorts(rows: Sequence[Row], shown: int) -> Finding:
    """The cohort that does least of what is due; `rows` as `by_share` gives them."""
    number = f"the {shown} lowest of {len(rows)} cohorts" if len(rows) > shown else formats.count(len(rows), "cohort")
    return Finding(f"Least done of what is due: {rows[0]['cohort']}, {formats.percent(rows[0]['share'])}",
                   f"Milestones done of those due · {number} with {ENOUGH_PAIRS} or more due · started pairs")


def first(median: float | None, done: int, pairs: int) -> str:
    """How long pairs take to their first milestone, as a sentence."""
    if median is None:
        return f"{formats.number(done)} of {formats.count(pairs, 'pair')} with a roadmap have done a first milestone."
    return (f"Half of the pairs with a roadmap do their first milestone within {formats.count(median, 'day')} of the "
            f"start; {formats.number(done)} of {formats.number(pairs)} have done one.")
