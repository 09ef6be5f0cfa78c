"""What pages say: titles, reasons, empty states, made from data."""

from . import findings, labels, numbers, overview, reasons, states

__all__ = ["findings", "labels", "numbers", "overview", "reasons", "states"]
