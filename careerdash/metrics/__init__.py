"""The metrics: what they mean, and their values on any day, for any pairs."""

from .attention import (
    RECORDS_ONLY,
    AttentionRow,
    ListCounts,
    Wanted,
    attention,
    attention_of,
    emails,
    list_counts,
    listed_pairs,
)
from .catalogue import CATALOGUE, Metric
from .compare import compare
from .cubes import TREND_METRICS, cubes
from .document import document
from .filters import Dimension, Filters
from .follow_up import Contacts, Foresight, Outcome, contacts, foresight
from .hiding import Hidden, by_pair, hidden
from .identity import all_ids, current_pairs
from .options import options
from .pairs import checklist, pairs
from .series import REASONS, SERIES, series
from .trend import trend
from .values import MetricValue, values

__all__ = [
    "CATALOGUE", "REASONS", "RECORDS_ONLY", "SERIES", "TREND_METRICS", "AttentionRow", "Contacts", "Dimension",
    "Filters", "Foresight", "Hidden", "ListCounts", "Metric", "MetricValue", "Outcome", "Wanted", "all_ids",
    "attention", "attention_of", "by_pair", "checklist", "compare", "contacts", "cubes", "current_pairs", "document",
    "emails", "foresight", "hidden", "list_counts", "listed_pairs", "options", "pairs", "series", "trend",
    "values",
]
