"""What the two curves say: shares still here, reasons of leaving, promotion, time still here, month by month."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from .company import NEVER, Company
from .pairs import REASONS, Rows
from .survival.arrays import Floats, Z
from .survival.curve import log_log_limits
from .survival.matched import root_sum

HORIZONS = ((6, 183), (12, 365), (24, 730))
YEAR = 365
MONTHS = 24

Sides = tuple[Rows, Rows]
Point = Callable[[Rows, float], tuple[float, Floats]]
"""A value of one arm at a day, and what each of its rows adds to it."""


def still_here(rows: Rows, day: float) -> tuple[float, Floats]:
    """The share still here after that day."""
    return rows.curve.survival_at(day), rows.curve.influence(day)


def difference(sides: Sides, day: float, point: Point) -> dict[str, Any]:
    """Both arms' values at a day and their difference with its interval; None where an arm has nobody at risk."""
    values: list[float | None] = []
    added = []
    for rows in sides:
        if rows.at_risk(day) == 0:
            values.append(None)
            continue
        value, influence = point(rows, day)
        values.append(value)
        added.append(rows.summed(influence))
    mentored, colleagues = values
    found: dict[str, Any] = {"mentored": mentored, "colleagues": colleagues, "difference": None, "std_err": None,
                             "low": None, "high": None}
    if mentored is None or colleagues is None:
        return found
    gap, error = mentored - colleagues, root_sum(added[0] - added[1])
    return found | {"difference": gap, "std_err": error, "low": gap - Z * error, "high": gap + Z * error}


def horizons(sides: Sides, point: Point = still_here) -> list[dict[str, Any]]:
    """The difference after 6, 12 and 24 months."""
    return [{"months": months, "days": days} | difference(sides, days, point)
            | {"at_risk": [rows.at_risk(days) for rows in sides]} for months, days in HORIZONS]


def month_day(month: int) -> int:
    """The day on which a month of the curve ends."""
    return (730 * month + 12) // 24


def curve(sides: Sides) -> list[dict[str, Any]]:
    """Both curves at months 0 to 24, each with its own interval."""
    points = []
    for month in range(MONTHS + 1):
        day = month_day(month)
        point: dict[str, Any] = {"month": month}
        for name, rows in zip(("mentored", "colleagues"), sides, strict=True):
            value = low = high = None
            if rows.at_risk(day):
                value, influence = still_here(rows, day)
                lower, upper = log_log_limits(np.array([value]), np.array([rows.std_err(influence)]))
                low, high = float(lower[0]), float(upper[0])
            point |= {name: value, f"{name}_low": low, f"{name}_high": high}
        points.append(point | {"at_risk": [rows.at_risk(day) for rows in sides]})
    return points


def reasons(sides: Sides) -> list[dict[str, Any]]:
    """Shares that left within a year for each reason, the others competing; only reasons that somebody has."""
    found = []
    for number, reason in enumerate(REASONS):
        leavers = [int(rows.leavers(YEAR, number).sum()) for rows in sides]
        if any(leavers):
            found.append({"reason": reason} | difference(sides, YEAR, _leaving(number)) | {"leavers": leavers})
    return found


def promotion(company: Company, sides: Sides) -> dict[str, Any] | None:
    """Shares promoted after the match, leaving competes; None where the data holds no promotion at all."""
    if not len(company.promotions):
        return None
    known = company.promotions[company.promotions[:, 0] != NEVER]
    moved = (_until_promotion(rows, known[:, 0] * NEVER + known[:, 1], known[:, 1]) for rows in sides)
    return {"horizons": horizons((next(moved), next(moved)), _leaving(_PROMOTED))}


def restricted_mean(sides: Sides) -> dict[str, Any]:
    """Days still here within the first year, and their difference."""
    return {"days": YEAR} | difference(sides, YEAR, lambda rows, day: rows.curve.area(day))


_PROMOTED = len(REASONS)


def _leaving(reason: int) -> Point:
    return lambda rows, day: rows.curve.incidence(rows.event & (rows.reason == reason), day)


def _until_promotion(rows: Rows, order: Any, days: Any) -> Rows:
    """The rows with the first promotion as an event; who leaves on that day has left first."""
    next_one = np.searchsorted(order, rows.person * NEVER + rows.match_day, side="right")
    some = next_one < len(order)
    spot = np.where(some, next_one, 0)
    same = some & (order[spot] // NEVER == rows.person) if len(order) else some
    wait = np.where(same, days[spot] - rows.match_day, np.inf) if len(order) else np.full(len(same), np.inf)
    promoted = (wait < rows.time) | ((wait == rows.time) & ~rows.event)
    return replace(rows, time=np.where(promoted, wait, rows.time), event=rows.event | promoted,
                   reason=np.where(promoted, _PROMOTED, rows.reason))
