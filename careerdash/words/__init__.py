"""What pages say: titles, reasons, empty states, made from data."""

from . import actions, definitions, findings, imports, labels, meetings, numbers, overview, plans, reasons, states

__all__ = [
    "actions", "definitions", "findings", "imports", "labels", "meetings", "numbers", "overview", "plans", "reasons",
    "states",
]
