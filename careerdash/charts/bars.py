"""Horizontal bars from zero, with their numbers on them or beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from .. import formats
from .base import figure, safe, short
from .palette import Palette

BAR = 30
"""Height of one bar with its gap, in px."""


@dataclass(frozen=True)
class Share:
    """One bar of shares: `value` in 0..1 or None, what it is a share of, and a remark beside it."""

    label: str
    value: float | None
    numerator: float | None
    denominator: float | None
    noun: str = "pairs"
    remark: str = ""
    stands_out: bool = False


@dataclass(frozen=True)
class Amount:
    """One bar of a count. `stands_out` is what the title speaks of."""

    label: str
    value: float
    hover: str = ""
    stands_out: bool = False


@dataclass(frozen=True)
class Part:
    """One kind of part of stacked bars: its name, a value a bar, its colour; `outlined` = drawn hollow."""

    name: str
    values: Sequence[float]
    color: str
    ink: str
    outlined: bool = False

    @property
    def marker(self) -> dict[str, Any]:
        """How plotly draws it."""
        return {"color": "rgba(0,0,0,0)" if self.outlined else self.color,
                "line": {"color": self.color, "width": 1.5 if self.outlined else 0}}


ROOM = 0.08
"""A part says its number where it is at least this share of the longest bar: there it fits on a telephone too."""

LEGEND_WIDTH = 320
"""Least width in px on which a legend has to find room: that of a card on a telephone."""

BESIDE_LABELS = 140
"""The same where bars have their labels beside them. More than four names would push the bars too far down."""


def legend(parts: Sequence[Part], palette: Palette, width: int = LEGEND_WIDTH) -> tuple[dict[str, Any], int]:
    """The names of the parts in rows above a chart, and the height in px that they take.

    `width`: least px of the plot on which they find room; plotly never lets them reach over the labels beside it.
    """
    widest = 44 + 6 * max((len(part.name) for part in parts), default=0)  # plotly gives all names the same width
    rows = -(-len(parts) // max(width // widest, 1))
    room = 12 + 19 * rows
    return {"orientation": "h", "x": 0, "xanchor": "left", "xref": "container", "y": 1, "yanchor": "top",
            "yref": "container", "traceorder": "normal", "font": {"size": 12, "color": palette.muted},
            "itemclick": False, "itemdoubleclick": False, "itemwidth": 30, "maxheight": room}, room


def share_bars(shares: Sequence[Share], palette: Palette, *, height: int | None = None) -> go.Figure:
    """Shares of 100%: the share solid, the rest a pale track, the number at the start of the bar.

    Bars stand in the order given, the first on top. An undefined share is a dash on an empty line.
    """
    tall = height or 24 + BAR * max(len(shares), 1)
    beside = max((len(share.remark) for share in shares), default=0)
    fig = figure(palette, tall, barmode="stack", margin={"l": 4, "r": 8 + 6 * beside, "t": 8, "b": 4})
    places = list(range(len(shares)))
    colors = [palette.trouble if share.stands_out else palette.measure for share in shares]
    hover = [_share_hover(share) for share in shares]
    fig.add_trace(go.Bar(
        y=places, x=[share.value or 0 for share in shares], orientation="h", marker={"color": colors},
        hovertext=hover, hovertemplate="%{hovertext}<extra></extra>"))
    fig.add_trace(go.Bar(
        y=places, x=[0 if share.value is None else 1 - share.value for share in shares], orientation="h",
        marker={"color": palette.track}, hovertext=hover, hovertemplate="%{hovertext}<extra></extra>"))
    for place, share in zip(places, shares, strict=True):
        inside = share.value is not None and share.value >= 0.1
        ink = palette.on_trouble if share.stands_out else palette.on_measure
        fig.add_annotation(
            x=0 if inside else (share.value or 0), y=place, text=formats.percent(share.value, share.denominator),
            showarrow=False, xanchor="left", xshift=4, font={"size": 13, "color": ink if inside else palette.text})
        if share.remark:
            fig.add_annotation(
                x=1, y=place, text=safe(share.remark), showarrow=False, xanchor="left", xshift=6,
                font={"size": 12, "color": palette.muted})
    _label_places(fig, [share.label for share in shares], [share.stands_out for share in shares])
    fig.update_xaxes(range=[0, 1], visible=False)
    return fig


def _share_hover(share: Share) -> str:
    if share.value is None:
        return f"{safe(share.label)}: no data"
    return (f"{safe(share.label)}: {formats.percent(share.value, share.denominator)} · "
            f"{formats.number(share.numerator)} of {formats.number(share.denominator)} {safe(share.noun)}")


def count_bars(amounts: Sequence[Amount], palette: Palette, *, height: int | None = None) -> go.Figure:
    """Counts from zero, the number at the end of each bar, in the order given, the first on top."""
    tall = height or 24 + BAR * max(len(amounts), 1)
    fig = figure(palette, tall, margin={"l": 4, "r": 8, "t": 8, "b": 4})
    fig.add_trace(go.Bar(
        y=list(range(len(amounts))), x=[amount.value for amount in amounts], orientation="h",
        marker={"color": [palette.trouble if amount.stands_out else palette.measure for amount in amounts]},
        text=[formats.number(amount.value) for amount in amounts], textposition="outside", cliponaxis=False,
        textfont={"color": palette.text, "size": 13},
        hovertext=[safe(amount.hover or f"{amount.label}: {formats.number(amount.value)}") for amount in amounts],
        hovertemplate="%{hovertext}<extra></extra>"))
    _label_places(fig, [amount.label for amount in amounts], [amount.stands_out for amount in amounts])
    fig.update_xaxes(range=[0, max([amount.value for amount in amounts] + [1]) * 1.14], visible=False)
    return fig


def stacked_bars(labels: Sequence[str], parts: Sequence[Part], palette: Palette, *,
                 height: int | None = None) -> go.Figure:
    """Bars made of parts, with their counts on them and the names of the parts above the first bar."""
    names, room = legend(parts, palette, BESIDE_LABELS if len(parts) <= 4 else LEGEND_WIDTH)
    fig = figure(palette, height or room + 12 + BAR * max(len(labels), 1), barmode="stack",
                 margin={"l": 4, "r": 8, "t": room, "b": 4}, showlegend=True, legend=names)
    places = list(range(len(labels)))
    longest = max((sum(part.values[place] for part in parts) for place in places), default=0) or 1
    for part in parts:
        fig.add_trace(go.Bar(
            y=places, x=list(part.values), orientation="h", name=safe(part.name),
            marker=part.marker,
            text=[formats.number(value) if value >= ROOM * longest else "" for value in part.values],
            textposition="inside", insidetextanchor="middle", textangle=0, constraintext="none",
            textfont={"color": part.ink, "size": 12},
            hovertext=[f"{safe(label)}: {formats.number(value)} {safe(part.name)}"
                       for label, value in zip(labels, part.values, strict=True)],
            hovertemplate="%{hovertext}<extra></extra>"))
    _label_places(fig, labels, [False] * len(labels))
    fig.update_xaxes(visible=False)
    return fig


def _label_places(fig: go.Figure, labels: Sequence[str], bold: Sequence[bool]) -> None:
    texts = [f"<b>{short(label)}</b>" if strong else short(label)
             for label, strong in zip(labels, bold, strict=True)]
    fig.update_yaxes(
        tickvals=list(range(len(labels))), ticktext=texts, range=[len(labels) - 0.5, -0.5], showgrid=False,
        ticks="outside", ticklen=6, tickcolor="rgba(0,0,0,0)",
        tickfont={"color": fig.layout.template.layout.font.color})
