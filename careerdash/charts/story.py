"""One pair over time: its roadmap, and its meetings against the agreed interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from .. import formats
from .bars import LEGEND_WIDTH, Part, legend
from .base import figure, safe, short
from .palette import Palette

ROW = 46
"""Height of one step of a roadmap with its words above its line, in px."""

WORDS = 52
"""Characters of a step's words: what a telephone has room for."""


@dataclass(frozen=True)
class Step:
    """One step of a roadmap. `late_until`: the day until which it is overdue; `note` stands in its hover label."""

    label: str
    first: date | None
    due: date | None
    done: date | None
    late_until: date | None
    note: str


@dataclass(frozen=True)
class Stretch:
    """Time between two points of a pair's life; `fit`: as_agreed, late or silent; `open`: no meeting ends it yet."""

    start: date
    end: date
    fit: str
    open: bool = False


STRIP_FITS: dict[str, str] = {"as_agreed": "as agreed", "late": "late", "silent": "silent"}
"""How time without a meeting fits the agreed interval."""


def roadmap(steps: Sequence[Step], as_of: date, palette: Palette) -> go.Figure:
    """A line a step: hollow diamond the first plan, hollow circle plan now, full circle done, thick line overdue."""
    names = ["first plan", "plan now", "done", "overdue"]
    above, room = legend([Part(name, [], "", "") for name in names], palette, LEGEND_WIDTH)
    fig = figure(palette, room + 40 + ROW * max(len(steps), 1), showlegend=True, legend=above,
                 margin={"l": 8, "r": 12, "t": room, "b": 28})
    moved = [(place, step) for place, step in enumerate(steps) if step.first and step.due and step.first != step.due]
    _lines(fig, [(step.first, step.due, place) for place, step in moved], palette.muted, "dot", 1.5, "")
    _lines(fig, [(step.due, step.late_until, place) for place, step in enumerate(steps) if step.late_until],
           palette.trouble, "solid", 5, "overdue")
    _points(fig, [(step.first, place, f"first plan {formats.day(step.first)}", step) for place, step in moved],
            palette.muted, "diamond-open", "first plan")
    _points(fig, [(step.due, place, f"planned for {formats.day(step.due)}", step)
                  for place, step in enumerate(steps) if step.due],
            palette.measure, "circle-open", "plan now")
    _points(fig, [(step.done, place, f"done {formats.day(step.done)}", step)
                  for place, step in enumerate(steps) if step.done],
            palette.done, "circle", "done")
    for place, step in enumerate(steps):
        fig.add_annotation(x=0, xref="paper", y=place, yshift=16, text=short(step.label, WORDS), showarrow=False,
                           xanchor="left", font={"size": 12.5, "color": palette.text}, bgcolor=palette.back)
    fig.update_yaxes(tickvals=list(range(len(steps))), showticklabels=False, range=[len(steps) - 0.6, -0.8])
    days = [day for step in steps for day in (step.first, step.due, step.done) if day]
    _days(fig, [*days, as_of], as_of, palette)
    return fig


def strip(stretches: Sequence[Stretch], meetings: Sequence[date], planned: date | None, as_of: date,
          palette: Palette) -> go.Figure:
    """One line of time: thick where the interval was kept, thin and in another colour where it was not.

    A dot a meeting day, a hollow one for the next planned; days stand over what was longer than agreed.
    """
    looks = {"as_agreed": (palette.measure, "solid", 8), "late": (palette.care, "solid", 5),
             "silent": (palette.trouble, "dot", 4)}
    kept = {fit: name for fit, name in STRIP_FITS.items() if any(stretch.fit == fit for stretch in stretches)}
    names = [*kept.values(), "meeting", *(["next planned"] if planned else [])]
    above, room = legend([Part(name, [], "", "") for name in names], palette, LEGEND_WIDTH)
    fig = figure(palette, room + 96, showlegend=True, legend=above, margin={"l": 4, "r": 12, "t": room, "b": 28})
    for fit, name in kept.items():
        color, dash, width = looks[fit]
        _lines(fig, [(stretch.start, stretch.end, 0) for stretch in stretches if stretch.fit == fit], color, dash,
               width, name)
    before = [None, *meetings[:-1]]
    fig.add_trace(go.Scatter(
        x=list(meetings), y=[0] * len(meetings), mode="markers", name="meeting",
        marker={"symbol": "circle", "size": 11, "color": palette.back, "line": {"color": palette.text, "width": 2}},
        hovertext=[formats.day(day) + (f", {formats.count((day - last).days, 'day')} after the one before" if last
                                       else ", the first meeting") for day, last in zip(meetings, before, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>"))
    if planned:
        fig.add_trace(go.Scatter(
            x=[planned], y=[0], mode="markers", name="next planned",
            marker={"symbol": "diamond-open", "size": 11, "color": palette.text},
            hovertext=[f"next planned {formats.day(planned)}"], hovertemplate="%{hovertext}<extra></extra>"))
    for stretch in stretches:
        if stretch.fit != "as_agreed":
            fig.add_annotation(x=stretch.start + (stretch.end - stretch.start) / 2, y=0, yshift=18, showarrow=False,
                               text=f"{(stretch.end - stretch.start).days} d",
                               font={"size": 12, "color": palette.text})
    fig.update_yaxes(visible=False, range=[-1, 1.4])
    ends = [day for stretch in stretches for day in (stretch.start, stretch.end)]
    _days(fig, [*ends, *meetings, *([planned] if planned else []), as_of], as_of, palette)
    return fig


def _lines(fig: go.Figure, lines: Sequence[tuple[date | None, date | None, int]], color: str, dash: str, width: float,
           name: str) -> None:
    days: list[date | None] = []
    places: list[int | None] = []  # None breaks the line
    for start, end, place in lines:
        days += [start, end, None]
        places += [place, place, None]
    fig.add_trace(go.Scatter(x=days or [None], y=places or [None], mode="lines", name=name, hoverinfo="skip",
                             showlegend=bool(name), line={"color": color, "dash": dash, "width": width}))


def _points(fig: go.Figure, points: Sequence[tuple[date | None, int, str, Step]], color: str, symbol: str,
            name: str) -> None:
    fig.add_trace(go.Scatter(
        x=[day for day, _, _, _ in points], y=[place for _, place, _, _ in points],
        mode="markers", name=name,
        marker={"symbol": symbol, "size": 12 if symbol != "circle" else 11, "color": color, "line": {"width": 2}},
        hovertext=[safe(f"{step.label}: {what}{step.note}") for _, _, what, step in points],
        hovertemplate="%{hovertext}<extra></extra>"))


def _days(fig: go.Figure, days: Sequence[date], as_of: date, palette: Palette) -> None:
    first, last = min(days), max(days)
    room = max((last - first) / 25, timedelta(days=3))
    fig.update_xaxes(type="date", range=[first - room, last + room], nticks=4, tickformat="%b %Y", tickangle=0)
    fig.add_vline(x=as_of, line={"color": palette.muted, "width": 1, "dash": "dash"})
