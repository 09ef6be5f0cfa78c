"""Columns by month, and a map of groups by months or actions."""

from collections.abc import Sequence

import plotly.graph_objects as go

from .. import formats
from .bars import Part, legend
from .base import figure, safe, short, sparse
from .palette import Palette


def month_columns(months: Sequence[str], values: Sequence[float], noun: str, palette: Palette, *,
                  lighter: Sequence[float] = (), lighter_noun: str = "", height: int = 250) -> go.Figure:
    """Counts a month as columns from zero; `lighter`, where given, as outlined columns behind them."""
    fig = figure(palette, height, barmode="overlay", bargap=0.25)
    names = [formats.month(month) for month in months]
    if lighter:
        fig.add_trace(go.Bar(
            x=names, y=list(lighter), marker={"color": "rgba(0,0,0,0)", "line": {"color": palette.muted, "width": 1.5}},
            hovertext=[f"{name}: {formats.number(value)} {safe(lighter_noun)}"
                       for name, value in zip(names, lighter, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>"))
    fig.add_trace(go.Bar(
        x=names, y=list(values), marker={"color": palette.done},
        hovertext=[f"{name}: {formats.number(value)} {safe(noun)}" for name, value in zip(names, values, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>"))
    fig.update_xaxes(type="category", tickangle=0, tickvals=sparse(names[:-1]))  # the last has no room
    fig.update_yaxes(rangemode="tozero", tickformat=",d", nticks=5)
    return fig


def stacked_columns(names: Sequence[str], parts: Sequence[Part], palette: Palette, *, height: int = 270) -> go.Figure:
    """Columns made of parts, from zero; the names of the parts stand above, in the order of the parts from below."""
    above, room = legend(parts, palette)
    fig = figure(palette, height, barmode="stack", bargap=0.25, margin={"l": 4, "r": 8, "t": room, "b": 28},
                 showlegend=True, legend=above)
    for part in parts:
        fig.add_trace(go.Bar(
            x=list(names), y=list(part.values), name=safe(part.name),
            marker=part.marker,
            hovertext=[f"{safe(name)}: {formats.number(value)} {safe(part.name)}"
                       for name, value in zip(names, part.values, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>"))
    fig.update_xaxes(type="category", tickangle=0, tickvals=sparse(names[:-1]))  # the last has no room
    fig.update_yaxes(rangemode="tozero", tickformat=",d", nticks=5)
    return fig


def heat_map(groups: Sequence[str], columns: Sequence[str], shares: Sequence[Sequence[float | None]],
             hover: Sequence[Sequence[str]], palette: Palette, *, height: int | None = None) -> go.Figure:
    """Shares of groups (rows) by months or actions (columns): pale = 0%, deeper = more, empty = no data.

    Each cell says its percent without the sign, so that colour never speaks alone and a telephone has room.
    """
    tall = height or 48 + 28 * max(len(groups), 1)
    fig = figure(palette, tall)
    names = [short(column, 18) for column in columns]
    fig.add_trace(go.Heatmap(
        z=[list(row) for row in shares], x=names, y=list(range(len(groups))), zmin=0, zmax=1, xgap=2, ygap=2,
        colorscale=[[0, palette.track], [1, mixed(palette.track, palette.measure)]], showscale=False,
        text=[["" if share is None else formats.number(share * 100) for share in row] for row in shares],
        texttemplate="%{text}", textfont={"size": 10, "color": palette.text},
        hovertext=[[safe(text) for text in row] for row in hover], hovertemplate="%{hovertext}<extra></extra>",
        hoverongaps=False))
    fig.update_xaxes(type="category", automargin=True, ticks="")  # names turn where they would run together
    fig.update_yaxes(tickvals=list(range(len(groups))), ticktext=[short(group) for group in groups],
                     range=[len(groups) - 0.5, -0.5], showgrid=False, ticks="")
    return fig


def mixed(one: str, other: str) -> str:
    """The colour half way between two: deep enough to see, pale enough for one ink on all cells.

    >>> mixed("#000000", "#FFFFFF")
    '#808080'
    """
    pairs = [(int(one[place:place + 2], 16), int(other[place:place + 2], 16)) for place in (1, 3, 5)]
    return "#" + "".join(f"{(a + b + 1) // 2:02X}" for a, b in pairs)
