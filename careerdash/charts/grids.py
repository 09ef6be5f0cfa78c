"""Columns by month and a map of groups by months."""

from collections.abc import Sequence

import plotly.graph_objects as go

from .. import formats
from .base import figure, safe, short
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
    fig.update_xaxes(type="category", nticks=7, tickangle=0)
    fig.update_yaxes(rangemode="tozero", tickformat=",d", nticks=5)
    return fig


def heat_map(groups: Sequence[str], months: Sequence[str], shares: Sequence[Sequence[float | None]],
             hover: Sequence[Sequence[str]], palette: Palette, *, height: int | None = None) -> go.Figure:
    """Shares of groups (rows) by months (columns): pale = 0%, full colour = 100%, empty = no data.

    Each cell says its number where there is room, so that colour never speaks alone.
    """
    tall = height or 48 + 28 * max(len(groups), 1)
    fig = figure(palette, tall)
    names = [formats.month(month) for month in months]
    fig.add_trace(go.Heatmap(
        z=[list(row) for row in shares], x=names, y=list(range(len(groups))), zmin=0, zmax=1, xgap=2, ygap=2,
        colorscale=[[0, palette.track], [1, palette.measure]], showscale=False,
        text=[["" if share is None else formats.percent(share) for share in row] for row in shares],
        texttemplate="%{text}", textfont={"size": 11},
        hovertext=[[safe(text) for text in row] for row in hover], hovertemplate="%{hovertext}<extra></extra>",
        hoverongaps=False))
    fig.update_xaxes(type="category", nticks=min(12, max(len(names), 1)), tickangle=0)
    fig.update_yaxes(tickvals=list(range(len(groups))), ticktext=[short(group) for group in groups],
                     range=[len(groups) - 0.5, -0.5], showgrid=False)
    return fig
