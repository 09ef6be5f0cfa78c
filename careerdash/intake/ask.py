"""What only the user can say: what a column or a row is, the length of a scale, the day behind a tick in a month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from careerdash.schema import Field

from .model import NUMBER, TEXT, Distinct, letters
from .recognise.plans import ColumnPlan
from .request import MIDDLE
from .sentences import clean
from .values.dates import ORDERS
from .values.lexicon import HOURS, MINUTES
from .values.names import normal
from .values.readers import number

Cells = Sequence[tuple[str, str]]

SCALES = {"satisfaction": ("1-5", "1-4", "1-6", "1-7", "1-10", "0-10"), "recommend": ("0-10", "1-10", "1-5", "1-7")}
"""Scales that may be chosen for a field; the first is its own."""
SLIPS = 0.02
"""Answers beyond a scale are slips where they are fewer than this share of all; a longer scale is used more often."""

UNITS = ("hours", "minutes")
ASK = "ask"
_MOST_HOURS = 5
"""Whole numbers up to this may be hours as well as minutes."""
EXTRA = "extra"
_STATED = re.compile(r"(?<!\d)([01])\s*(?:-|–|—|to|bis|à|a|/)\s*(\d{1,2})(?!\d|\s*[-–/]\s*\d)", re.I)
_OF = re.compile(r"^\s*\d+(?:[.,]\d+)?\s*(?:/|out of|of|von|sur|de)\s*(\d{1,2})\s*$")


def stated_scale(header: str, cells: Cells, field: Field) -> str | None:
    """The scale that a header (`1-7`), the answers (`4 / 7`) or their highest number show, unless the field's own."""
    own = SCALES[field.name][0]
    if found := _STATED.search(header):
        stated = f"{found[1]}-{found[2]}"
        return None if stated == own else stated
    ends = {match[1] for kind, text in cells if kind == TEXT and (match := _OF.match(text))}
    if len(ends) == 1:
        end = int(ends.pop())
        return None if end == field.high else f"{int(field.low or 0)}-{end}"
    points = [value for kind, text in cells if kind in (NUMBER, TEXT) and (value := number(text)) is not None]
    high = max(points, default=0)
    if field.high is None or high <= field.high or high > 10 or any(value != int(value) for value in points):
        return None
    return ("0-" if 0 in points else "1-") + ("7" if high <= 7 else "10")


def without_slips(distinct: Distinct, field: Field) -> list[tuple[str, str]]:
    """The different answers of a column of points, but for a few numbers beyond the field's own scale: typing slips."""
    beyond = [code for code, (_, text) in enumerate(distinct.values)
              if field.high is not None and (number(text) or 0) > field.high]
    few = int(np.isin(distinct.codes, beyond).sum()) < SLIPS * int((distinct.codes >= 0).sum())
    return [cell for code, cell in enumerate(distinct.values) if not (few and code in beyond)]


def scale_question(column: ColumnPlan, sheet: str, field: Field, suggested: str) -> dict[str, Any]:
    """Asks once how long the scale of a column is."""
    low, high = int(field.low or 0), int(field.high or 0)
    return {
        "id": f"scale|{sheet}|{letters(column.at)}", "sheet": sheet, "column": letters(column.at),
        "text": f"Which scale do the answers in column {letters(column.at)} ({clean(column.header or '', 60)}) of "
                f"{clean(sheet, 40)} have? They are converted evenly to {low} to {high}.",
        "choices": [*dict.fromkeys((*SCALES[field.name], suggested)), EXTRA], "suggested": suggested}


def scale_of(text: str) -> list[int] | None:
    """Both ends of a scale such as `1-7`, None for a text that is none."""
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", text)
    return [int(found[1]), int(found[2])] if found and int(found[1]) < int(found[2]) else None


def unit_of(header: str, cells: Cells) -> str | None:
    """The unit of bare numbers in a column of lengths: "hours", "minutes", ASK where both may be, None without any.

    A meeting of less than ten minutes with a part of one is a meeting of hours: 0.75, 1.5.
    """
    bare = [value for kind, text in cells if kind in (NUMBER, TEXT) and (value := number(text)) is not None]
    if not bare:
        return None
    words = set(normal(header).split())
    hours, minutes = bool(words & HOURS), bool(words & MINUTES)
    if hours and not minutes:
        return "hours"
    parts = any(value != int(value) for value in bare)
    if max(bare) >= 10 or not (parts or (max(bare) > 0 and max(bare) <= _MOST_HOURS)):
        return "minutes"
    return "hours" if parts and not minutes else ASK


def unit_question(column: ColumnPlan, sheet: str) -> dict[str, Any]:
    """Asks once whether the numbers of a column are hours or minutes."""
    return {
        "id": f"unit|{sheet}|{letters(column.at)}", "sheet": sheet, "column": letters(column.at),
        "text": f"Does column {letters(column.at)} ({clean(column.header or '', 60)}) of {clean(sheet, 40)} hold hours "
                "or minutes?",
        "choices": [*UNITS, EXTRA], "suggested": UNITS[0]}


def field_question(column: ColumnPlan, sheet: str) -> dict[str, Any]:
    """Asks whether a column is the field that it looks like."""
    target = column.targets[0]
    return {
        "id": f"field|{sheet}|{letters(column.at)}", "sheet": sheet, "column": letters(column.at),
        "text": f"Does column {letters(column.at)} ({clean(column.header or '', 60)}) of {clean(sheet, 40)} hold "
                f"{target.split('.', 1)[1].replace('_', ' ')}?",
        "choices": [target, *column.others, EXTRA], "suggested": target}


def order_question(column: ColumnPlan, sheet: str) -> dict[str, Any]:
    """Asks in which order the parts of a column's days stand."""
    return {
        "id": f"date_order|{sheet}|{letters(column.at)}", "sheet": sheet, "column": letters(column.at),
        "text": f"In which order do day, month and year stand in column {letters(column.at)} "
                f"({clean(column.header or '', 40)}) of {clean(sheet, 40)}?",
        "choices": list(ORDERS), "suggested": None}


def table_question(sheet: str, likeliest: str, others: Sequence[str]) -> dict[str, Any]:
    """Asks of which table the rows of a sheet are."""
    return {
        "id": f"table|{sheet}", "sheet": sheet, "column": None,
        "text": f"What does each row of {clean(sheet, 40)} stand for?",
        "choices": [likeliest, *others, "none"], "suggested": likeliest}


def ticks_question(sheet: str) -> dict[str, Any]:
    """Asks once a sheet what a tick in a month means: it names no day."""
    return {
        "id": f"ticks|{sheet}", "sheet": sheet, "column": None,
        "text": f"The columns of months in {clean(sheet, 40)} hold ticks without a day: is each a meeting that may be "
                "put in the middle of its month, marked as assumed?",
        "choices": [MIDDLE, EXTRA], "suggested": None}


def year_question(sheet: str, years: Sequence[int]) -> dict[str, Any]:
    """Asks the year of columns that only name a month."""
    return {
        "id": f"year|{sheet}", "sheet": sheet, "column": None,
        "text": f"Which year are the columns of months in {clean(sheet, 40)} from?",
        "choices": [str(year) for year in years], "suggested": None}
