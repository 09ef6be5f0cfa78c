"""What pages say: titles, reasons, empty states, made from data."""

from . import (
    actions,
    attention,
    definitions,
    drafts,
    findings,
    imports,
    labels,
    meetings,
    numbers,
    overview,
    plans,
    reasons,
    states,
)

__all__ = [
    "actions", "attention", "definitions", "drafts", "findings", "imports", "labels", "meetings", "numbers", "overview",
    "plans", "reasons", "states",
]
