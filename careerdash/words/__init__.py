"""What pages say: titles, reasons, empty states, made from data."""

from . import (
    actions,
    attention,
    definitions,
    drafts,
    findings,
    growth,
    imports,
    labels,
    meetings,
    numbers,
    overview,
    pairs,
    plans,
    reasons,
    states,
    story,
    voices,
)

__all__ = [
    "actions", "attention", "definitions", "drafts", "findings", "growth", "imports", "labels", "meetings",
    "numbers", "overview", "pairs", "plans", "reasons", "states", "story", "voices",
]
