"""Catalogue: do pairs meet, what about, and is it written down?"""

from fractions import Fraction

from .metric import Metric

_CHECK_INS = ("pair", "check_in")
_OUTSIDE = ("before_start", "after_end")


def _agenda(part: str, label: str, covered: str) -> Metric:
    return Metric(
        f"agenda_{part}", label, f"Of the check-ins of started pairs whose topics are known, the share in which "
        f"{covered}.", "check-ins", "up", "percent", left_out=(*_OUTSIDE, "agenda_unknown"), needs=_CHECK_INS)


MEETINGS: tuple[Metric, ...] = (
    Metric(
        "on_cadence_share", "Meeting as agreed",
        "Of active pairs, the share that meet as they agreed: the last meeting is no longer ago than the agreed "
        "interval and a quarter of it (at least 3 days), or the pair is new. Where no interval is on file, 30 days "
        "are assumed.",
        "active pairs", "up", "percent", left_out=("paused", "no_check_in_data", "ending"), needs=_CHECK_INS),
    Metric(
        "cadence_coverage", "Time covered by meetings",
        "Of all days of active pairs since their start, the share that lie within the agreed interval after the start "
        "or a meeting.",
        "days", "up", "percent", left_out=("paused", "no_check_in_data", "started_today"), needs=_CHECK_INS),
    Metric(
        "median_gap", "Usual days between meetings",
        "Of the gaps between two meeting days of started pairs, half are this long or shorter.",
        "gaps between meetings", "none", "days", "quantile", needs=_CHECK_INS, counted_as="gaps"),
    Metric(
        "p90_gap", "Longest usual days between meetings",
        "Of the gaps between two meeting days of started pairs, nine in ten are this long or shorter.",
        "gaps between meetings", "down", "days", "quantile", needs=_CHECK_INS, counted_as="gaps",
        quantile=Fraction(9, 10)),
    _agenda("progress", "Progress reviewed", "progress was reviewed"),
    _agenda("challenges", "Challenges addressed", "challenges were addressed"),
    _agenda("adjustments", "Plans adjusted", "goals or plans were adjusted"),
    _agenda("all_three", "All three topics covered", "progress, challenges and adjustments all came up"),
    Metric(
        "record_share", "Records kept",
        "Of the check-ins of started pairs of which it is known, the share with a record.",
        "check-ins", "up", "percent", left_out=(*_OUTSIDE, "record_unknown"), needs=_CHECK_INS),
)
