"""What all figures share: a lean template, safe labels, labels that do not overlap."""

import html
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from .palette import Palette

FONT = "Source Sans, sans-serif"
CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "responsive": True}
"""Plotly settings of every chart: no toolbar, and the wheel scrolls the page."""

LABEL_LENGTH = 28


@lru_cache(maxsize=4)
def template(palette: Palette) -> go.layout.Template:
    """The shared look of figures in these colours."""
    axis = {
        "gridcolor": palette.grid, "linecolor": palette.grid, "zeroline": False, "automargin": True,
        "tickfont": {"color": palette.muted, "size": 12}, "title": {"text": ""}, "fixedrange": True}
    return go.layout.Template(layout={
        "font": {"family": FONT, "size": 13, "color": palette.text},
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 4, "r": 8, "t": 8, "b": 28}, "showlegend": False, "bargap": 0.36, "dragmode": False,
        "xaxis": {**axis, "showgrid": False, "automargin": False}, "yaxis": axis,
        "hoverlabel": {"font": {"family": FONT, "size": 13, "color": palette.text}, "align": "left",
                       "bgcolor": palette.back, "bordercolor": palette.muted}})


def figure(palette: Palette, height: int, **layout: Any) -> go.Figure:
    """An empty figure in the house's look. `height` in px; its width is that of its place."""
    return go.Figure(layout=go.Layout(template=template(palette), height=height, **layout))


def safe(text: object) -> str:
    """Text from a file for a label or hover label: none of plotly's tags or templates is read in it.

    >>> safe("<b>R&D</b>")
    '&lt;b&gt;R&amp;D&lt;/b&gt;'
    """
    return html.escape(" ".join(str(text).split()), quote=False)


def short(text: object, length: int = LABEL_LENGTH) -> str:
    """Text from a file for an axis: safe, and cut to a length with an ellipsis.

    >>> short("Research and development, northern region", 12)
    'Research an…'
    """
    words = " ".join(str(text).split())
    return safe(words if len(words) <= length else words[: length - 1].rstrip() + "…")


def sparse(names: Sequence[str], most: int = 5) -> list[str]:
    """At most so many of the names of an axis, evenly apart, the last one among them: more would run together.

    >>> sparse(["Jan", "Feb", "Mar", "Apr", "May"], 3)
    ['Jan', 'Mar', 'May']
    """
    step = max(1, -(-len(names) // most))
    return list(names[::-1][::step][::-1])


def spread(values: Sequence[float], gap: float) -> list[float]:
    """The values moved apart to at least `gap`, their order kept, each as near to its place as may be.

    >>> spread([10.0, 10.0, 30.0], 4.0)
    [8.0, 12.0, 30.0]
    """
    order = sorted(range(len(values)), key=lambda place: (values[place], place))
    groups: list[list[float]] = []  # each group: [sum of wished middles, how many]
    for place in order:
        groups.append([values[place], 1])
        while len(groups) > 1 and _top(groups[-2], gap) + gap > _bottom(groups[-1], gap):
            total, size = groups.pop()
            groups[-1][0] += total
            groups[-1][1] += size
    moved: list[float] = []
    for group in groups:
        moved += [_bottom(group, gap) + step * gap for step in range(int(group[1]))]
    result = [0.0] * len(values)
    for place, value in zip(order, moved, strict=True):
        result[place] = value
    return result


def _bottom(group: Sequence[float], gap: float) -> float:
    return group[0] / group[1] - (group[1] - 1) * gap / 2


def _top(group: Sequence[float], gap: float) -> float:
    return group[0] / group[1] + (group[1] - 1) * gap / 2
