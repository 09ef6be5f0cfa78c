"""The catalogue: every metric with its label and its sentence, as pages, exports and definitions show it."""

from .entries_meetings import MEETINGS
from .entries_plans import PLANS
from .entries_voices import VOICES
from .metric import LEFT_OUT, Metric

__all__ = ["CATALOGUE", "LEFT_OUT", "Metric"]


def _count(state: str, label: str, sentence: str) -> Metric:
    return Metric(f"{state}_pairs", label, sentence, "pairs", "none", "number", "count")


_STATES = (
    _count("active", "Active pairs", "Pairs that have started, have not ended and are not paused."),
    _count("planned", "Planned pairs", "Pairs whose first day is still to come."),
    _count("paused", "Paused pairs", "Pairs that have started, have not ended and are marked as paused. A pause "
           "carries no date, so it applies to the whole past."),
    _count("completed", "Completed pairs", "Pairs that ended as planned: marked as completed, or ended no more than "
           "7 days before their planned end."),
    _count("ended_early", "Pairs that ended early", "Pairs that are marked so, or ended more than 7 days before their "
           "planned end."),
    _count("ended", "Pairs that ended, how is not known", "Pairs that have ended, with neither a planned end nor a "
           "word on how."),
)

CATALOGUE: dict[str, Metric] = {metric.key: metric for metric in (*_STATES, *MEETINGS, *PLANS, *VOICES)}
"""All metrics by key, in the order of the definitions."""
