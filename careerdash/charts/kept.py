"""Figures that were drawn before: a figure is made from its data alone, and making one costs more than sending it."""

import pickle
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec

import plotly.graph_objects as go

Asked = ParamSpec("Asked")
KEPT = 64


def kept(draw: Callable[Asked, go.Figure]) -> Callable[Asked, go.Figure]:
    """The same drawing, which gives a figure that it drew lately instead of drawing it again.

    For figures of few points that hang on plain values alone. They are shared: nobody may change one.
    """
    @lru_cache(maxsize=KEPT)
    def drawn(values: bytes) -> go.Figure:
        args, named = pickle.loads(values)
        made = draw(*args, **named)
        told = made.to_dict()  # asked for on every run: copying a figure takes four times as long as writing it
        made.to_dict = lambda: told
        return made

    @wraps(draw)
    def figure(*args: Asked.args, **named: Asked.kwargs) -> go.Figure:
        return drawn(pickle.dumps((args, named)))

    return figure
