"""The balance of a reading: where every row and every valued cell went."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from .model import Book, Sheet
from .recognise.shape import filled_rows
from .rows.regions import ACCEPTED, BLANK, DUPLICATE, QUARANTINED, SKIPPED, Region
from .values.columns import error_rows

_NAMES = {ACCEPTED: "accepted", DUPLICATE: "duplicate", QUARANTINED: "quarantined", SKIPPED: "skipped", BLANK: "blank"}


@dataclass(frozen=True)
class Tally:
    """Counts of cells of the file, and of rows of each table in the order of the decisions."""

    cells: dict[str, Any]
    rows: list[dict[str, int]]


def tally(book: Book, fixed: Book, decisions: dict[str, Any], regions: list[Region]) -> Tally:
    """Counts all rows and cells of the book as read; what became of them shows in the book as `fixed` by people.

    valued = landed + sum of exceptions, by construction and tested. A cell that a fix filled is none of the file's.
    """
    landed = 0
    exceptions: Counter[str] = Counter()
    rows = [_rows(region, _followers(regions, place)) for place, region in enumerate(regions)]
    for number, sheet in enumerate(book.sheets):
        mine = [region for region, part in zip(regions, decisions["tables"], strict=True) if part["sheet"] == number]
        if not mine:
            exceptions["hidden_sheet" if sheet.hidden else "notes_sheet"] += sheet.valued
            continue
        landed += _cells(sheet, fixed.sheets[number], mine, exceptions)
    exceptions["unreadable"] += book.lost
    valued = book.valued + book.lost
    return Tally({"valued": valued, "landed": landed,
                  "exceptions": {code: count for code, count in sorted(exceptions.items()) if count}}, rows)


def _followers(regions: list[Region], place: int) -> list[Region]:
    """The tables that stand beside the one at `place` and whose rows it counts."""
    followers = []
    for region in regions[place + 1:]:
        if not region.decision.get("beside"):
            break
        followers.append(region)
    return followers


def _rows(region: Region, beside: list[Region]) -> dict[str, int]:
    """Rows of one table: the header block above its data, the data, and what stands below.

    A row that it shares with tables beside it counts once, as the best that it is in one of them.
    """
    decision = region.decision
    if decision.get("beside"):
        return {"total": 0, "header": 0, "title": 0} | dict.fromkeys(_NAMES.values(), 0)
    state = region.state.copy()
    for other in beside:
        start, stop = max(region.first, other.first), min(region.first + region.rows, other.first + other.rows)
        if start < stop:
            mine = slice(start - region.first, stop - region.first)
            state[mine] = np.minimum(state[mine], other.state[start - other.first:stop - other.first])
    above = _blank_rows(region.sheet, decision["top"], decision["first"])
    below = _blank_rows(region.sheet, decision["stop"], decision["bottom"])
    header = len(decision["header_rows"])
    counts = {name: int(np.count_nonzero(state == one)) for one, name in _NAMES.items()}
    title = decision["first"] - decision["top"] - header - above
    counts["blank"] += above + below
    counts["skipped"] += decision["bottom"] - decision["stop"] - below
    return {"total": decision["bottom"] - decision["top"], "header": header, "title": title} | counts


def _blank_rows(sheet: Sheet, start: int, stop: int) -> int:
    if stop <= start:
        return 0
    filled = filled_rows(sheet)[start:stop].copy()
    for column in sheet.columns:
        filled -= column.blank[start:stop]
    return int(np.count_nonzero(filled <= 0))


def _cells(sheet: Sheet, fixed: Sheet, regions: list[Region], exceptions: Counter[str]) -> int:
    """Counts the cells of a sheet; returns how many landed."""
    landed = 0
    beside = any(region.decision.get("beside") for region in regions)
    state = _states(sheet, regions)
    closed = [{one["at"] for one in region.decision["columns"] if one["role"] == "refused"} for region in regions]
    for at, column in enumerate(fixed.columns):
        if not sheet.columns[at].valued.any():
            continue
        if beside:
            own = [region for region in regions if region.decision["left"] <= at < region.decision["right"]]
            state = _states(sheet, own or regions)
        left = sheet.columns[at].valued.copy()
        left = _take(left, ~column.valued, "emptied", exceptions)
        left = _take(left, column.blank, "blank_text", exceptions)
        refused, unreadable = np.zeros(sheet.rows, dtype=bool), np.zeros(sheet.rows, dtype=bool)
        for region, places in zip(regions, closed, strict=True):
            rows = slice(region.first, region.first + region.rows)
            if at in places:
                refused[rows] = True
            if at in region.unreadable:
                unreadable[rows] = region.unreadable[at]
        left = _take(left, refused, "refused_column", exceptions)
        errors = np.zeros(sheet.rows, dtype=bool)
        errors[error_rows(column)] = True
        left = _take(left, errors, "error_cell", exceptions)
        left = _take(left, unreadable, "unreadable", exceptions)
        for code in (QUARANTINED, SKIPPED, DUPLICATE):
            left = _take(left, state == code, _NAMES[code], exceptions)
        landed += int(np.count_nonzero(left))
    return landed


def _states(sheet: Sheet, regions: list[Region]) -> np.ndarray:
    """State of each row of the sheet in these tables, -1 outside their data."""
    state = np.full(sheet.rows, -1, dtype=np.int8)
    for region in regions:
        state[region.decision["stop"]:region.decision["bottom"]] = SKIPPED
        state[region.first:region.first + region.rows] = region.state
    return state


def _take(left: np.ndarray, mask: np.ndarray, code: str, exceptions: Counter[str]) -> np.ndarray:
    """Counts what the mask takes away under a code; returns what is left."""
    exceptions[code] += int(np.count_nonzero(left & mask))
    kept: np.ndarray = left & ~mask
    return kept
