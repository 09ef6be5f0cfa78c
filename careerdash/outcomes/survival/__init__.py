"""Survival statistics in numpy: pure functions on arrays that return frozen dataclasses with a `state`.

What cannot be given is None, never NaN or infinity; bad input is a ValueError that names the rows.
"""

from .competing import CumulativeIncidence, cumulative_incidence
from .cox import Cox, cox
from .curve import KaplanMeier, Median, RestrictedMean, kaplan_meier, median_survival, restricted_mean
from .logrank import LogRank, log_rank
from .matched import MatchedDifference, matched_difference
from .shares import Rate, Share, poisson_interval, wilson

__all__ = [
    "Cox", "CumulativeIncidence", "KaplanMeier", "LogRank", "MatchedDifference", "Median", "Rate", "RestrictedMean",
    "Share", "cox", "cumulative_incidence", "kaplan_meier", "log_rank", "matched_difference", "median_survival",
    "poisson_interval", "restricted_mean", "wilson",
]
