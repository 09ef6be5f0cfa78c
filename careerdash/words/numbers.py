"""One number in words: its value, its fraction, who was left out, how it moved."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from .. import formats
from .labels import LEFT_OUT, NOUNS


class Value(Protocol):
    """A metric's value, as the metrics room gives it."""

    @property
    def value(self) -> float | None: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def left_out(self) -> Mapping[str, int]: ...


COUNTS = frozenset({"active_pairs", "planned_pairs", "paused_pairs", "completed_pairs", "ended_early_pairs",
                    "ended_pairs"})
DAYS = frozenset({"median_gap", "p90_gap", "milestone_overdue_days", "milestone_moved_days", "days_to_vision"})
SCORES = frozenset({"recommend_mentee", "recommend_mentor"})


def shown(key: str, value: Value) -> str:
    """The value as it stands on a tile or in a table.

    Counts and days as numbers, recommendation as a score from -100 to 100, all else in percent.
    """
    if value.value is None:
        return formats.DASH
    if key in COUNTS:
        return formats.number(value.value)
    if key in DAYS:
        return formats.count(value.value, "day")
    if key in SCORES:
        return formats.signed(value.value * 100)
    if key == "mentor_load":
        return formats.number(value.value, 1)
    return formats.percent(value.value, value.denominator)


def fraction(key: str, value: Value) -> str:
    """What the value is made of: `83 of 117 active pairs`."""
    noun = NOUNS[key]
    if value.numerator is None:
        return f"over {formats.number(value.denominator)} {noun}"
    return f"{formats.number(value.numerator)} of {formats.number(value.denominator)} {noun}"


def left_out(value: Value) -> str:
    """Who was left out and why: `9 left out: 5 no meeting data, 4 paused`; empty where nobody was."""
    reasons = sorted(value.left_out.items(), key=lambda item: (-item[1], item[0]))
    if not reasons:
        return ""
    total = formats.number(sum(count for _, count in reasons))
    if len(reasons) == 1:
        return f"{total} left out: {LEFT_OUT.get(reasons[0][0], reasons[0][0])}"
    return f"{total} left out: " + ", ".join(
        f"{formats.number(count)} {LEFT_OUT.get(reason, reason)}" for reason, count in reasons)


def undefined(key: str, value: Value) -> str:
    """Why there is a dash in place of a number; empty where there is one."""
    if value.value is not None:
        return ""
    return left_out(value) or f"no {NOUNS[key]} to count"


def full(key: str, value: Value, as_of: date, sources: str = "") -> str:
    """All that stands behind a number, for a hover: value, fraction, left out, day, source files."""
    parts = [shown(key, value), fraction(key, value), left_out(value), f"as of {formats.day(as_of)}", sources]
    return " · ".join(part for part in parts if part)


def moved(key: str, now: Value, before: Value) -> str | None:
    """How the value moved, with its sign; None where one of the two is undefined."""
    if now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    return formats.signed(difference) if key in COUNTS or key in DAYS else formats.points(difference)
