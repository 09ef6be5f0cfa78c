"""Lines over time, each with its name at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from .. import formats
from .base import figure, safe, spread
from .palette import Palette

Row = Mapping[str, Any]
HEIGHT = 250


@dataclass(frozen=True)
class Line:
    """One line: its name at the end, days, values (None = a gap), a hover label a point, and its looks."""

    name: str
    days: Sequence[date]
    values: Sequence[float | None]
    hover: Sequence[str]
    color: str
    dash: str = "solid"
    width: float = 2


def month_end(month: str) -> date:
    """The last day of a month written `2026-02`."""
    year, number = (int(part) for part in month.split("-")[:2])
    return date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1)


def _drawn(lines: Sequence[Line], palette: Palette, top: float, height: int, percent: bool) -> go.Figure:
    """The lines over a zero baseline, with their names at their ends instead of a legend."""
    longest = max((len(line.name) for line in lines), default=0)
    fig = figure(palette, height, margin={"l": 4, "r": 14 + 7 * longest, "t": 8, "b": 28})
    for line in lines:
        fig.add_trace(go.Scatter(
            x=list(line.days), y=list(line.values), mode="lines", name=safe(line.name),
            line={"color": line.color, "dash": line.dash, "width": line.width},
            hovertext=list(line.hover), hovertemplate="%{hovertext}<extra></extra>"))
    ends = [_end(line) for line in lines]
    shown = [(line, end) for line, end in zip(lines, ends, strict=True) if end is not None]
    # 18 px a label, in units of the axis
    places = spread([end[1] for _, end in shown], 18 * top / max(height - 36, 1))
    for (line, end), place in zip(shown, places, strict=True):
        fig.add_annotation(
            x=end[0], y=place, text=safe(line.name), showarrow=False, xanchor="left", xshift=5,
            font={"color": line.color, "size": 13}, yanchor="middle")
    days = [day for line in lines for day in line.days]
    if days:
        fig.update_xaxes(range=[min(days), max(days)], type="date", nticks=6, tickformat="%b %Y")
    fig.update_yaxes(range=[0, top], tickformat=".0%" if percent else ",d", nticks=6)
    return fig


def _end(line: Line) -> tuple[date, float] | None:
    for day, value in zip(reversed(line.days), reversed(line.values), strict=True):
        if value is not None:
            return day, value
    return None


def burn_up(rows: Sequence[Row], as_of: date, palette: Palette, *, height: int = HEIGHT) -> go.Figure:
    """Milestones, cumulative: first plan (dotted), plan now (dashed), done. Rows of the series `burn_up`.

    A line that starts above nothing begins at its first month; `done` ends at the as-of day.
    """
    days = [month_end(row["month"]) for row in rows]
    done_days = [min(day, as_of) for day in days]
    lines = [
        _plan("first plan", "plan_original", rows, days, palette.muted, "dot"),
        _plan("plan now", "plan_current", rows, days, palette.measure, "dash"),
        Line("done", [day for day, row in zip(done_days, rows, strict=True) if row["done"] is not None],
             [row["done"] for row in rows if row["done"] is not None],
             [f"{formats.number(row['done'])} done by {formats.day(day)}"
              for day, row in zip(done_days, rows, strict=True) if row["done"] is not None],
             palette.done, width=3),
    ]
    top = max((value for line in lines for value in line.values if value is not None), default=0)
    return _drawn(lines, palette, max(top * 1.06, 1), height, percent=False)


def _plan(name: str, key: str, rows: Sequence[Row], days: Sequence[date], color: str, dash: str) -> Line:
    hover = [f"{formats.number(row[key])} by {formats.day(day)} · {name}" for row, day in zip(rows, days, strict=True)]
    return Line(name, days, [row[key] for row in rows], hover, color, dash)


def share_over_time(rows: Sequence[Row], palette: Palette, *, day: str = "week", height: int = HEIGHT,
                    noun: str = "active pairs") -> go.Figure:
    """One share over time on an axis from 0 to 100%, its last value at its end.

    `rows`: `day` (a date or ISO text), value, numerator, denominator, oldest first.
    """
    days = [row[day] if isinstance(row[day], date) else date.fromisoformat(row[day]) for row in rows]
    hover = [
        f"{formats.percent(row['value'], row['denominator'])} on {formats.day(at)}"
        f" · {formats.number(row['numerator'])} of {formats.number(row['denominator'])} {noun}"
        for row, at in zip(rows, days, strict=True)]
    known = [row for row in rows if row["value"] is not None]
    last = formats.percent(known[-1]["value"], known[-1]["denominator"]) if known else ""
    line = Line(last, days, [row["value"] for row in rows], hover, palette.measure, width=2.5)
    fig = _drawn([line], palette, 1.0, height, percent=True)
    fig.update_yaxes(tickvals=[0, 0.25, 0.5, 0.75, 1], range=[0, 1.02])
    return fig
