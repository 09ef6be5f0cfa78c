"""The catalogue in words, for the Definitions page."""

from collections.abc import Iterable, Sequence

from .. import formats
from ..metrics.metric import LEFT_OUT, Direction, Metric
from ..schema import Rule

DIRECTIONS: dict[Direction, str] = {
    "up": "more is better", "down": "less is better", "none": "more is not better"}

GROUPS: dict[str, tuple[str, ...]] = {
    "Pairs": ("_pairs", "mentor_load", "needs_attention"),
    "Meetings": ("on_cadence", "cadence", "_gap", "agenda", "record"),
    "Milestones": ("milestone",),
    "Mentor actions": ("checklist",),
    "Vision, goals and network": ("vision", "goal", "network"),
    "Voices": ("satisfaction", "response", "recommend"),
}
"""Headings, each with what the keys of its metrics hold; the first that fits counts, but for whole keys."""


def group(metric: Metric) -> str:
    """The heading under which a metric stands."""
    if metric.key in ("milestone_overdue_pairs",):
        return "Milestones"
    return next((name for name, parts in GROUPS.items() if any(part in metric.key for part in parts)), "Pairs")


def grouped(entries: Sequence[Metric]) -> list[tuple[str, list[Metric]]]:
    """The metrics under their headings, in the order of the catalogue; headings without one are left out."""
    found = [(name, [metric for metric in entries if group(metric) == name]) for name in GROUPS]
    return [(name, metrics) for name, metrics in found if metrics]


def matching(entries: Iterable[Metric], wanted: str) -> list[Metric]:
    """The metrics whose name, sentence or key holds all the words."""
    words = wanted.lower().split()
    return [metric for metric in entries
            if all(word in f"{metric.label} {metric.sentence} {metric.key}".lower() for word in words)]


def explained(metric: Metric) -> str:
    """The definition in Markdown: what it says, what is counted, who is left out, and which way is better."""
    return (f"{formats.plain(metric.sentence)}  \n:small[:gray[Counted: {formats.plain(metric.unit)} · "
            f"left out: {formats.plain(left_out(metric))} · {DIRECTIONS[metric.direction]}]]")


def left_out(metric: Metric) -> str:
    """Who is left out, in the order in which reasons count."""
    return ", ".join(LEFT_OUT[reason] for reason in metric.left_out) or "nobody"


def default(rule: Rule) -> str:
    """A limit as it comes, with its unit."""
    if rule.unit == "share":
        return formats.percent(rule.default)
    return f"{formats.number(rule.default, 1 if rule.default % 1 else 0)} {rule.unit}"
