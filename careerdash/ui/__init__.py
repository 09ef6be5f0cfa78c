"""The Streamlit helpers: frame, filter bar, tiles, cards, states, downloads. Pages are made of these."""

from .cards import chart, download, heading, table
from .empty import empty
from .query import BEFORE, attention, compare, series, trend, values
from .sections import (
    active_programs,
    behind,
    compare_table,
    item_rows,
    item_shares,
    since_last_import,
    stop_if_nothing,
    tiles,
    to_call,
    without,
)
from .view import View, view

__all__ = [
    "BEFORE", "View", "active_programs", "attention", "behind", "chart", "compare", "compare_table", "download",
    "empty", "heading", "item_rows", "item_shares", "series", "since_last_import", "stop_if_nothing", "table", "tiles",
    "to_call", "trend", "values", "view", "without",
]
