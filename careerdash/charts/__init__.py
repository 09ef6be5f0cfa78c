"""Rows -> plotly figures. Pure: no data is asked for and nothing is drawn here."""

from .bars import Amount, Part, Share, count_bars, share_bars, stacked_bars
from .base import CONFIG
from .grids import heat_map, month_columns, stacked_columns
from .lines import burn_up, share_over_time
from .palette import (
    DARK,
    LIGHT,
    Palette,
    cadence_colors,
    item_colors,
    outcome_colors,
    palette,
    said_colors,
)
from .people import hundred, still_here, two_bars

__all__ = [
    "CONFIG", "DARK", "LIGHT", "Amount", "Palette", "Part", "Share", "burn_up", "cadence_colors", "count_bars",
    "heat_map", "hundred", "item_colors", "month_columns", "outcome_colors", "palette", "said_colors", "share_bars",
    "share_over_time", "stacked_bars", "stacked_columns", "still_here", "two_bars",
]
