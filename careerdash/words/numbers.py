"""One number in words: its value, its fraction, who was left out, how it moved."""

from datetime import date

from .. import formats
from ..metrics import MetricValue
from ..metrics.catalogue import CATALOGUE, LEFT_OUT


def shown(key: str, value: MetricValue) -> str:
    """The value as it stands on a tile or in a table, in the metric's own format."""
    if value.value is None:
        return formats.DASH
    match CATALOGUE[key].format:
        case "number":
            return formats.number(value.value)
        case "days":
            return formats.count(value.value, "day")
        case "score":
            return formats.signed(value.value * 100)
        case "ratio":
            return formats.number(value.value, 1)
        case "percent":
            return formats.percent(value.value, value.denominator)


def fraction(key: str, value: MetricValue) -> str:
    """What the value is made of: `83 of 117 active pairs`.

    Of a net score the numerator is a difference, no part: `39 more of 9 or 10 than of 0 to 6, of 136 answers`.
    """
    noun = CATALOGUE[key].unit
    if value.numerator is None:
        return f"over {formats.number(value.denominator)} {noun}"
    if CATALOGUE[key].kind == "net" and value.denominator:
        net = value.numerator
        said = (f"{formats.number(abs(net))} {'more' if net > 0 else 'fewer'} of 9 or 10 than of 0 to 6" if net
                else "as many of 9 or 10 as of 0 to 6")
        return f"{said}, of {formats.number(value.denominator)} {noun}"
    return f"{formats.number(value.numerator)} of {formats.number(value.denominator)} {noun}"


def fraction_short(value: MetricValue) -> str:
    """The fraction beside a bar: `83 of 117`; empty where there is none."""
    if value.numerator is None or not value.denominator:
        return ""
    return f"{formats.number(value.numerator)} of {formats.number(value.denominator)}"


def left_out(value: MetricValue) -> str:
    """Who was left out and why: `9 left out: 5 no meeting data, 4 paused`; empty where nobody was."""
    reasons = sorted(value.left_out.items(), key=lambda item: (-item[1], item[0]))
    if not reasons:
        return ""
    total = formats.number(sum(count for _, count in reasons))
    if len(reasons) == 1:
        return f"{total} left out: {LEFT_OUT.get(reasons[0][0], reasons[0][0])}"
    return f"{total} left out: " + ", ".join(
        f"{formats.number(count)} {LEFT_OUT.get(reason, reason)}" for reason, count in reasons)


def undefined(key: str, value: MetricValue) -> str:
    """Why there is a dash in place of a number; empty where there is one."""
    if value.value is not None:
        return ""
    return left_out(value) or f"no {CATALOGUE[key].unit} to count"


def full(key: str, value: MetricValue, as_of: date, sources: str = "") -> str:
    """All that stands behind a number, for a hover: value, fraction, left out, day, source files."""
    parts = [shown(key, value), fraction(key, value), left_out(value), f"as of {formats.day(as_of)}", sources]
    return " · ".join(part for part in parts if part)


def moved(key: str, now: MetricValue, before: MetricValue) -> str | None:
    """How the value moved, with its sign; None where one of the two is undefined."""
    if now.value is None or before.value is None:
        return None
    difference = now.value - before.value
    match CATALOGUE[key].format:
        case "number" | "days":
            return formats.signed(difference)
        case "ratio":
            return f"{difference:+.1f}"
        case "score":
            return formats.signed(difference * 100)
        case "percent":
            return formats.points(difference)
