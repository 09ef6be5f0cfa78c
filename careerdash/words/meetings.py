"""Findings of the Check-ins page: do pairs meet as they agreed, what about, and who says so?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .. import formats
from ..metrics import MetricValue
from .findings import STEADY, Finding
from .labels import CADENCE, EVIDENCE

Row = Mapping[str, Any]

FITS: dict[str, str] = {
    "within": "within the interval", "grace": "a little longer", "late": "up to twice as long",
    "silent": "longer still"}
"""How a gap between two meetings fits the agreed interval, shortest first."""

AGENDA: dict[str, str] = {
    "agenda_progress": "Progress reviewed", "agenda_challenges": "Challenges addressed",
    "agenda_adjustments": "Plans adjusted", "agenda_all_three": "All three", "record_share": "A record was kept"}


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


def agenda(values: Mapping[str, MetricValue]) -> Finding:
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


def over_time(rows: Sequence[tuple[date, Mapping[str, int]]]) -> Finding:
    """How the share that is late, silent or never met moved over the year."""
    subtitle = (f"Active pairs by how they meet, month ends · {formats.month(rows[0][0])} to "
                f"{formats.day(rows[-1][0])}")
    shares = [(day, off / total) for day, counts in rows if (total := sum(counts.values()))
              for off in (sum(counts.get(state, 0) for state in ("late", "silent", "never")),)]
    if not shares:
        return Finding("No active pairs in this year", subtitle)
    (first, then), (_, now) = shares[0], shares[-1]
    if abs(now - then) < STEADY:
        return Finding(f"{formats.percent(now)} late, silent or never met, as in {formats.month(first)}", subtitle)
    verb = "rose" if now > then else "fell"
    return Finding(f"Late, silent or never met {verb} from {formats.percent(then)} to {formats.percent(now)}", subtitle)


def gaps(fit: Mapping[str, int], median: MetricValue, p90: MetricValue) -> Finding:
    """How often meetings come within what was agreed."""
    total = sum(fit.values())
    subtitle = f"Gaps between two meetings against the pair's interval · {formats.count(total, 'gap')} · started pairs"
    if not total:
        return Finding("No pair has met twice", subtitle)
    usual = "" if median.value is None else f"; half are {formats.count(median.value, 'day')} or shorter"
    kept = fit.get("within", 0) + fit.get("grace", 0)
    return Finding(f"{formats.percent(kept / total)} of gaps keep to the agreement{usual}", subtitle)


def departments(rows: Sequence[Row]) -> Finding:
    """The department that meets least as agreed on the last day, among those with ten active pairs or more."""
    last = max((row["as_of"] for row in rows), default=None)
    subtitle = "Percent meeting as agreed by department, month ends · active pairs"
    now = [row for row in rows if row["as_of"] == last and row["denominator"] >= 10 and row["department"] != "-"]
    if len(now) < 2:
        return Finding("Meeting as agreed by department", subtitle)
    least = min(now, key=lambda row: (row["numerator"] / row["denominator"], row["department"]))
    share = formats.percent(least["numerator"] / least["denominator"], least["denominator"])
    return Finding(f"{least['department']} meets least as agreed: {share}", subtitle)


def cell(row: Row) -> str:
    """What a cell of the map of departments and months says on hover."""
    name = "no department" if row["department"] == "-" else row["department"]
    share = row["numerator"] / row["denominator"] if row["denominator"] else None
    return (f"{name}, {formats.day(row['as_of'])}: {formats.percent(share, row['denominator'])} · "
            f"{formats.number(row['numerator'])} of {formats.count(row['denominator'], 'active pair')}")


def table(rows: Sequence[Row], most: int) -> tuple[list[str], list[date]]:
    """The departments with most active pairs on the last day, by name, and all days."""
    days = sorted({row["as_of"] for row in rows})
    size = {row["department"]: row["denominator"] for row in rows if row["as_of"] == days[-1]}
    biggest = sorted(size, key=lambda name: (-size[name], name))[:most]
    return sorted(biggest, key=lambda name: (name == "-", name)), days
