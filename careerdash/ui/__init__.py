"""The Streamlit helpers: frame, filter bar, tiles, cards, states, downloads. Pages are made of these."""

from ..metrics import Wanted
from .cards import chart, download, heading, table
from .changes import since_last_import
from .empty import empty
from .follow_ups import to_call
from .packing import pack
from .query import BEFORE, compare, detail, rules, series, trend, values
from .sections import (
    active_programs,
    behind,
    call_list,
    compare_table,
    item_rows,
    item_shares,
    note,
    pairs_card,
    plain_tiles,
    stop_if_nothing,
    stop_without,
    tiles,
    without,
)
from .view import View, view

__all__ = [
    "BEFORE", "View", "Wanted", "active_programs", "behind", "call_list", "chart", "compare", "compare_table",
    "detail", "download", "empty", "heading", "item_rows", "item_shares", "note", "pack", "pairs_card", "plain_tiles",
    "rules", "series", "since_last_import", "stop_if_nothing", "stop_without", "table", "tiles", "to_call", "trend",
    "values", "view", "without",
]
