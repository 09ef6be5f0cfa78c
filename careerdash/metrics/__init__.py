"""The metrics: what they mean, and their values on any day, for any pairs."""

from .attention import RECORDS_ONLY, AttentionRow, attention
from .catalogue import CATALOGUE, Metric
from .compare import compare
from .cubes import TREND_METRICS, cubes
from .document import document
from .filters import Dimension, Filters
from .identity import all_ids, current_pairs
from .options import options
from .pairs import checklist, pairs
from .series import REASONS, SERIES, series
from .trend import trend
from .values import MetricValue, values

__all__ = [
    "CATALOGUE", "REASONS", "RECORDS_ONLY", "SERIES", "TREND_METRICS", "AttentionRow", "Dimension", "Filters",
    "Metric", "MetricValue", "all_ids", "attention", "checklist", "compare", "cubes", "current_pairs", "document",
    "options", "pairs", "series", "trend", "values",
]
