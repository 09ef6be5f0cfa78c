"""Catalogue: what both sides say, mentor load, and who needs a call."""

from .metric import Metric

_FEEDBACK = ("pair", "feedback")


def _satisfaction(side: str) -> Metric:
    return Metric(
        f"satisfaction_{side}", f"Satisfied {side}s",
        f"Of the latest answers of the {side}s of active pairs, the share of 4 or 5 out of 5. Answers older than a "
        "year are no answer.",
        "answers", "up", "percent", "share_with_interval", left_out=("paused", "stale"), needs=_FEEDBACK)


def _response(side: str) -> Metric:
    return Metric(
        f"response_{side}", f"{side.capitalize()}s who answered",
        f"Of active pairs old enough to be asked, the share whose {side} rated the pair within the last year.",
        "active pairs", "up", "percent", left_out=("paused", "no_feedback_data", "too_new"), needs=_FEEDBACK)


def _recommend(side: str) -> Metric:
    return Metric(
        f"recommend_{side}", f"{side.capitalize()}s who would recommend it",
        f"Of the latest answers of the {side}s of active pairs, the share of 9 or 10 less the share of 0 to 6.",
        "answers", "up", "score", "net", left_out=("paused", "stale"), needs=_FEEDBACK)


VOICES: tuple[Metric, ...] = (
    _satisfaction("mentee"), _satisfaction("mentor"),
    _response("mentee"), _response("mentor"),
    _recommend("mentee"), _recommend("mentor"),
    Metric(
        "mentor_load", "Active pairs a mentor",
        "Active pairs divided by the number of their mentors.",
        "mentors", "none", "ratio", "load", left_out=("paused",)),
    Metric(
        "needs_attention", "Pairs that need attention",
        "Of active and paused pairs, the share with at least one reason for a call or for putting the records right.",
        "active and paused pairs", "down", "percent"),
)
