"""Rows -> plotly figures. Pure: no data is asked for and nothing is drawn here."""

from .bars import Amount, Part, Share, count_bars, share_bars, stacked_bars
from .base import CONFIG
from .grids import heat_map, month_columns, stacked_columns
from .intervals import Estimate, estimates
from .lines import burn_up, share_over_time
from .palette import (
    DARK,
    LIGHT,
    Palette,
    cadence_colors,
    item_colors,
    outcome_colors,
    palette,
    plan_colors,
    said_colors,
    score_colors,
)
from .people import hundred, still_here, two_bars
from .story import STRIP_FITS, Step, Stretch, roadmap, strip

__all__ = [
    "CONFIG", "DARK", "LIGHT", "STRIP_FITS", "Amount", "Estimate", "Palette", "Part", "Share", "Step", "Stretch",
    "burn_up", "cadence_colors", "count_bars", "estimates", "heat_map", "hundred", "item_colors", "month_columns",
    "outcome_colors", "palette", "plan_colors", "roadmap", "said_colors", "score_colors", "share_bars",
    "share_over_time", "stacked_bars", "stacked_columns", "still_here", "strip", "two_bars",
]
