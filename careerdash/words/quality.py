"""What is missing or doubtful in the data: sentences with counts, what a gap costs, which file would fill it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from .. import formats
from ..metrics.catalogue import CATALOGUE
from ..metrics.gaps import Coverage
from .findings import Finding
from .states import NEEDS

Row = Mapping[str, Any]
State = Literal["missing", "stale", "thin", "fine"]

STALE_DAYS = 60
"""A table whose latest day lies longer back is old."""

THIN = 0.8
"""A table that covers a smaller share of active pairs is thin."""

_STATES: tuple[State, ...] = ("missing", "stale", "thin", "fine")
ICONS: dict[State, str] = {"missing": "cancel", "stale": "history", "thin": "incomplete_circle", "fine": "check_circle"}
STATE_WORDS: dict[State, str] = {"missing": "no rows", "stale": "old", "thin": "some pairs", "fine": "fine"}
NAMED = 3


@dataclass(frozen=True)
class Gap:
    """One table: what is wrong, what it costs, what would fill it; the latter two are empty where all is well."""

    table: str
    state: State
    said: str
    cost: str
    remedy: str


def state(covered: Coverage, as_of: date) -> State:
    """How well a table serves on the day."""
    if not covered.rows:
        return "missing"
    if covered.last_day is not None and (as_of - covered.last_day).days > STALE_DAYS:
        return "stale"
    return "thin" if covered.share is not None and covered.share < THIN else "fine"


def gaps(found: Sequence[Coverage], as_of: date, satisfied: float | None) -> list[Gap]:
    """All tables, those without rows first, then the old, then the thin ones.

    `satisfied`: share of pairs with a recent answer of the mentee.
    """
    told = [_gap(covered, state(covered, as_of), as_of, satisfied) for covered in found]
    return sorted(told, key=lambda gap: _STATES.index(gap.state))


def _gap(covered: Coverage, how: State, as_of: date, satisfied: float | None) -> Gap:
    what, file = NEEDS[covered.table]
    pairs = formats.count(covered.active, "active pair")
    share = formats.percent(covered.share, covered.active)
    covers = f"satisfaction covers {formats.percent(satisfied)} of pairs" if covered.table == "feedback" and (
        satisfied is not None) else f"they cover {share} of {pairs}"
    if how == "missing":
        said = f"No file has brought {what}"
    elif how == "stale":
        said = f"No {what} since {formats.month(covered.last_day)}: {covers}"
    elif how == "thin":
        less = covered.active - covered.pairs
        none = "no answer at all" if covered.table == "feedback" else "none"
        said = (f"{formats.capital(what)}: {covers}; {formats.count(less, 'pair')} "
                f"{'has' if less == 1 else 'have'} {none}")
    else:
        last = f", the last on {formats.short_day(covered.last_day, as_of)}" if covered.last_day else ""
        said = f"{formats.capital(what)}: {covers}{last}" if covered.share is not None else (
            f"{formats.capital(what)}: {formats.count(covered.rows, 'row')}{last}")
    if how == "fine":
        return Gap(covered.table, how, said, "", "")
    if how == "thin":
        return Gap(covered.table, how, said, WITHOUT[covered.table],
                   f"Where they only lack in the file, {file} fills it")
    return Gap(covered.table, how, said, cost(covered.table), f"{formats.capital(file)} would fill it")


WITHOUT: dict[str, str] = {
    "person": "Departments and people who leave are not known for the others",
    "check_in": "A pair without one counts as never met", "goal": "A pair without one counts as having none",
    "vision": "A pair without one counts as having none", "resource": "A pair without one counts as having none",
    "recognition": "A pair without one counts as having none",
    "milestone": "The numbers on milestones tell of the other pairs only",
    "checklist": "The numbers on mentor actions leave the others out, but for what other data shows",
    "feedback": "Satisfaction and recommendation tell of those who answered only"}
"""What it means for the numbers that a pair has no row."""


def cost(table: str) -> str:
    """The numbers that need the table; empty where none does."""
    labels = [metric.label for metric in CATALOGUE.values() if table in metric.needs]
    return f"Unknown or old: {some(labels)}" if labels else ""


def some(labels: Sequence[str]) -> str:
    """The first few, and how many more."""
    shown = [*labels[:NAMED], *([f"{formats.number(len(labels) - NAMED)} more"] if len(labels) > NAMED else [])]
    return formats.listed(shown)


def title(told: Sequence[Gap], waiting: int) -> str:
    """The finding over the page."""
    counts = Counter(gap.state for gap in told)
    parts = [f"{formats.in_words(counts[how])} {one if counts[how] == 1 else many}"
             for how, (one, many) in _TOLD.items() if counts[how]]
    tables = f"Of {formats.in_words(len(told))} kinds of data {formats.listed(parts)}" if parts else (
        "Every kind of data is there and covers the pairs")
    return f"{tables}; {formats.count(waiting, 'row')} could not be taken in." if waiting else f"{tables}."


_TOLD: dict[State, tuple[str, str]] = {
    "missing": ("has no file", "have no file"), "stale": ("is old", "are old"),
    "thin": ("covers some pairs only", "cover some pairs only")}


def by_month(found: Sequence[Coverage], as_of: date) -> Finding:
    """The finding over the map of months: how check-ins cover the pairs in the last month that is over."""
    log = next((covered for covered in found if covered.table == "check_in"), None)
    subtitle = "Share of the pairs open in a month that have a row of it, by kind of data"
    if log is None or not log.months or not log.rows:
        return Finding("What each month brought", subtitle)
    over = (as_of + timedelta(days=1)).day == 1 or len(log.months) == 1
    last = log.months[-1 if over else -2]
    return Finding(f"Check-ins cover {formats.percent(last.pairs / last.open, last.open)} of pairs in "
                   f"{formats.month(last.month)}", subtitle)


def coverage_rows(found: Sequence[Coverage], as_of: date) -> list[dict[str, Any]]:
    """One row a table."""
    return [{"table": named(covered), "state": STATE_WORDS[state(covered, as_of)], "share": covered.share,
             "pairs": covered.pairs, "rows": covered.rows, "last_day": covered.last_day} for covered in found]


def named(covered: Coverage) -> str:
    """What the table holds, with a capital."""
    return formats.capital(NEEDS[covered.table][0])


COVERAGE_COLUMNS: dict[str, str] = {
    "table": "Data", "state": "How it is", "share": "Active pairs covered", "pairs": "Pairs", "rows": "Rows",
    "last_day": "Last day"}
MONTH_COLUMNS: dict[str, str] = {
    "table": "Data", "month": "Month", "share": "Share", "pairs": "Pairs with a row", "open": "Pairs open"}


def month_rows(found: Sequence[Coverage]) -> list[dict[str, Any]]:
    """One row a table and month."""
    return [{"table": named(covered), "month": month.month, "share": month.pairs / month.open, "pairs": month.pairs,
             "open": month.open} for covered in found for month in covered.months]
