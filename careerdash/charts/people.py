"""People of a hundred, and curves of who is still here."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from .base import figure, safe, spread
from .kept import kept
from .palette import Palette

Row = Mapping[str, Any]
HEIGHT = 260
_LINES, _A_LINE = 4, 25


@kept
def hundred(share: float | None, color: str, palette: Palette, *, at_least: bool = False,
            height: int = 104) -> go.Figure:
    """A hundred dots in four lines, so many of them filled.

    share: percent still here, None where it is only known to be over 95 (or, without `at_least`, under 5): the dots
    of which nothing is said are drawn pale.
    """
    fig = figure(palette, height, margin={"l": 2, "r": 2, "t": 2, "b": 2})
    filled = (95 if at_least else 0) if share is None else round(share)
    unsaid = 5 if share is None else 0
    places = [(number % _A_LINE, -(number // _A_LINE)) for number in range(100)]
    kinds: list[tuple[list[tuple[int, int]], dict[str, Any]]] = [
        (places[:filled], {"color": color}),
        (places[filled:filled + unsaid], {"color": palette.track, "line": {"color": color, "width": 1}}),
        (places[filled + unsaid:], {"color": palette.back, "line": {"color": palette.muted, "width": 1}}),
    ]
    for dots, marker in kinds:
        fig.add_trace(go.Scatter(x=[x for x, _ in dots], y=[y for _, y in dots], mode="markers", hoverinfo="skip",
                                 marker={"size": 9, **marker}))
    fig.update_xaxes(visible=False, range=[-0.7, _A_LINE - 0.3])
    fig.update_yaxes(visible=False, range=[-_LINES + 0.3, 0.7])
    return fig


@kept
def still_here(rows: Sequence[Row], names: tuple[str, str], palette: Palette, *, height: int = HEIGHT) -> go.Figure:
    """Two curves with bands on an axis from 0 to 100. Rows: month, mentored, colleagues, each with _low and _high.

    A value of None is one that may not be told ("over 95%"): the line goes on to the next that may.
    """
    longest = max(len(name) for name in names)
    fig = figure(palette, height, margin={"l": 4, "r": 14 + 7 * longest, "t": 8, "b": 44})
    looks = (("mentored", palette.measure, "solid"), ("colleagues", palette.muted, "dash"))
    for arm, color, _ in looks:
        band = [row for row in rows if row[f"{arm}_low"] is not None]
        months = [row["month"] for row in band]
        high = [100 if row[f"{arm}_high"] is None else row[f"{arm}_high"] for row in band]
        fig.add_trace(go.Scatter(
            x=[*months, *months[::-1]], y=[*high, *[row[f"{arm}_low"] for row in band][::-1]], mode="lines",
            fill="toself", fillcolor=_faint(color), line={"width": 0}, hoverinfo="skip"))
    ends = []
    for (arm, color, dash), name in zip(looks, names, strict=True):
        known = [row for row in rows if row[arm] is not None]
        fig.add_trace(go.Scatter(
            x=[row["month"] for row in known], y=[row[arm] for row in known], mode="lines", name=safe(name),
            line={"color": color, "dash": dash, "width": 2.5},
            hovertext=[f"{row[arm]:.0f}% of {safe(name)} after {row['month']} months" for row in known],
            hovertemplate="%{hovertext}<extra></extra>"))
        if known:
            ends.append((known[-1]["month"], known[-1][arm], name, color))
    places = spread([end[1] for end in ends], 18 * 104 / max(height - 36, 1))
    for (month, _, name, color), place in zip(ends, places, strict=True):
        fig.add_annotation(x=month, y=place, text=safe(name), showarrow=False, xanchor="left", xshift=5,
                           font={"color": color, "size": 13})
    last = max((row["month"] for row in rows), default=24)
    fig.update_xaxes(range=[0, max(last, 1)], tickvals=[month for month in range(0, 25, 6) if month <= last],
                     title={"text": "months after the match", "font": {"size": 12}, "standoff": 4})
    fig.update_yaxes(range=[0, 104], tickvals=[0, 25, 50, 75, 100], ticksuffix="%")
    return fig


def _faint(color: str) -> str:
    red, green, blue = (int(color[start:start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.16)"


@kept
def two_bars(rows: Sequence[tuple[str, Row | None, Row | None]], names: tuple[str, str], palette: Palette, *,
             height: int | None = None) -> go.Figure:
    """Two bars a row, each with its printed words and whose it is. Rows: (name, share, share).

    A share is {"percent", "words"}; where only words may be told, the bar ends at the edge they name.
    """
    fig = figure(palette, height or 24 + 66 * len(rows), margin={"l": 4, "r": 4, "t": 4, "b": 4}, bargap=0.42,
                 bargroupgap=0.1, barmode="group")
    places = list(range(len(rows)))[::-1]
    longest = max((_length(share) for _, ours, theirs in rows for share in (ours, theirs)), default=0)
    for shares, color, name in (([theirs for _, _, theirs in rows], palette.muted, names[1]),
                                ([ours for _, ours, _ in rows], palette.measure, names[0])):
        words = [f"{'–' if share is None else safe(share['words'])} {safe(name)}" for share in shares]
        fig.add_trace(go.Bar(
            y=places, x=[_length(share) for share in shares], orientation="h", name=safe(name),
            marker={"color": color}, text=words, textposition="outside", cliponaxis=False, hovertext=words,
            hovertemplate="%{hovertext}<extra></extra>", textfont={"color": palette.text, "size": 12}))
    for place, (name, _, _) in zip(places, rows, strict=True):
        fig.add_annotation(x=0, y=place + 0.46, text=safe(name), showarrow=False, xanchor="left", yanchor="middle",
                           font={"size": 12, "color": palette.muted})
    fig.update_xaxes(visible=False, range=[0, max(longest, 1) * 2.4])
    fig.update_yaxes(visible=False, range=[-0.5, max(len(rows) - 0.3, 0.7)])
    return fig


def _length(share: Row | None) -> float:
    if share is None:
        return 0
    if share["percent"] is not None:
        return float(share["percent"])
    return 97.5 if "over" in str(share["words"]) else 2.5
