"""Shares with their 95% interval: a dot and the line that it may lie on."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from .. import formats
from .base import figure, safe
from .palette import Palette

ROW, WORDS = 48, 18
"""Height of one line with its words, and of a second line of words, in px."""

NARROW = 48
"""Letters that a window of 390 px has room for in one line."""


@dataclass(frozen=True)
class Estimate:
    """One line: its name, value with interval (None: no answer), what stands beside it, and its hover label."""

    label: str
    value: float | None
    low: float | None
    high: float | None
    remark: str
    hover: str
    lighter: bool = False


def estimates(lines: Sequence[Estimate], palette: Palette, *, low: float = 0.0, height: int | None = None) -> go.Figure:
    """A dot at the value and its interval as a line, on an axis from `low` (0, or -1 for net scores) to 1.

    Lines stand in the order given, the first on top, each beneath its words: value, name, remark; the remark in a line
    of its own where one of them would be too long.
    """
    two = any(len(f"100% {line.label} · {line.remark}") > NARROW for line in lines)
    row = ROW + WORDS if two else ROW
    fig = figure(palette, height or 40 + row * max(len(lines), 1), margin={"l": 12, "r": 16, "t": 4, "b": 28})
    known = [(place, line) for place, line in enumerate(lines) if line.value is not None]
    for place, line in known:
        if line.low is not None and line.high is not None:
            fig.add_trace(go.Scatter(
                x=[line.low, line.high], y=[place, place], mode="lines", hoverinfo="skip",
                line={"color": palette.muted if line.lighter else palette.measure, "width": 4}))
    fig.add_trace(go.Scatter(
        x=[line.value for _, line in known], y=[place for place, _ in known], mode="markers",
        marker={"size": 13, "color": [palette.back if line.lighter else palette.measure for _, line in known],
                "line": {"color": palette.measure, "width": 2}},
        hovertext=[safe(line.hover) for _, line in known], hovertemplate="%{hovertext}<extra></extra>"))
    for place, line in enumerate(lines):
        shown = formats.DASH if line.value is None else (
            formats.signed(line.value * 100) if low < 0 else formats.percent(line.value))
        fig.add_annotation(x=0, xref="paper", y=place, yshift=27 if two else 18, xanchor="left", showarrow=False,
                           text=f"<b>{shown}</b> {safe(line.label)}{'<br>' if two else ' · '}{safe(line.remark)}",
                           font={"size": 13, "color": palette.text}, align="left")
    fig.update_yaxes(tickvals=list(range(len(lines))), showticklabels=False, range=[len(lines) - 0.6, -0.8])
    steps = [-1, -0.5, 0, 0.5, 1] if low < 0 else [0, 0.25, 0.5, 0.75, 1]
    fig.update_xaxes(range=[low, 1], tickvals=steps, showgrid=True,
                     ticktext=[formats.signed(step * 100) if low < 0 else f"{step:.0%}" for step in steps])
    return fig
