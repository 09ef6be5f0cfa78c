"""What stands beside the button of the workbook."""

from collections.abc import Mapping, Sequence
from datetime import date

from .. import formats
from . import states

MANY = 20_000
"""Pairs from which the workbook takes more than some seconds."""


def holds(pairs: int, chosen: Mapping[str, Sequence[str]], as_of: date) -> str:
    """What the workbook holds, under which filters, and whether to wait.

    >>> holds(12, {}, date(2026, 3, 1))
    'All numbers, 12 pairs, reasons, milestones and check-ins in one workbook · All pairs · as of 1 Mar 2026'
    """
    wait = " · takes a minute or two" if pairs >= MANY else ""
    return (f"All numbers, {formats.count(pairs, 'pair')}, reasons, milestones and check-ins in one workbook · "
            f"{states.filters(chosen, as_of)}{wait}")
