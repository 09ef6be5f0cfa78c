"""The tables of one sheet: one below or beside the other, each under a header of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa

from careerdash.schema import TABLES

from ..model import TEXT, Column, Sheet, letters
from ..sentences import clean
from ..values.names import bare, normal
from .match import known_names
from .plans import Hints, TablePlan
from .scoring import is_whole
from .shape import filled_rows
from .sheet import plan_sheet

_MOST_BESIDE = 6
_TRIALS = frozenset(("survey preview", "preview", "survey test", "test", "generated"))
_LOOKED_AT = 500
"""Columns of a sheet in which tables are looked for."""


def looked_at(sheet: Sheet, notices: list[str]) -> Sheet:
    """The columns in which tables are looked for: a cell far to the right would cost minutes. Others are only kept."""
    if len(sheet.columns) <= _LOOKED_AT:
        return sheet
    notices.append(f"Sheet {clean(sheet.name, 40)} has cells to the right of column {letters(_LOOKED_AT - 1)}: "
                   "they are kept, but no table was looked for there.")
    return replace(sheet, columns=sheet.columns[:_LOOKED_AT])


def tables_of(sheet: Sheet, hints: Hints) -> Iterator[TablePlan]:
    """The tables of a sheet from top to bottom: a second one starts at a header row after a gap."""
    top = 0
    while top < sheet.rows:
        starts = [start for start in _starts(sheet) if start > top + 1]
        bottom = sheet.rows
        plan = None
        for start in starts:
            plan = plan_sheet(sheet, top, start, hints)
            if plan and plan_sheet(sheet, start, sheet.rows, hints):
                bottom = start
                break
            plan = None
        if beside := _beside(sheet, top, bottom, hints):
            yield from beside
            top = bottom
            continue
        plan = plan or plan_sheet(sheet, top, bottom, hints)
        if plan is None:
            return
        yield plan
        top = bottom


def _beside(sheet: Sheet, top: int, bottom: int, hints: Hints) -> list[TablePlan]:
    """Tables side by side, parted by empty columns: each is whole by itself. The longest first, it counts the rows."""
    if {f"table|{sheet.name}", f"header|{sheet.name}"} & set(hints.answers):
        return []
    filled = [bool(column.valued[top:bottom].any()) for column in sheet.columns]
    starts = [at for at, some in enumerate(filled) if some and not (at and filled[at - 1])]
    if not 2 <= len(starts) <= _MOST_BESIDE:
        return []
    found = []
    for start, stop in zip(starts, [*starts[1:], len(filled)], strict=True):
        window = _window(sheet, start, stop)
        plan = plan_sheet(window, top, bottom, hints)
        if plan and is_whole(TABLES[plan.primary], plan.columns, hints):
            found.append((int(np.count_nonzero(filled_rows(window)[top:bottom])), plan))
        elif plan is None and sum(filled[start:stop]) > 1:
            return []
    if len(found) < 2:
        return []
    plans = [plan for _, plan in sorted(found, key=lambda one: (-one[0], one[1].shape.left))]
    return [plans[0], *(replace(plan, beside=True) for plan in plans[1:])]


def _window(sheet: Sheet, start: int, stop: int) -> Sheet:
    """The sheet with the columns `start` to `stop` alone, where they stand."""
    empty = Column(pa.nulls(sheet.rows, pa.string()))
    return replace(sheet, columns=tuple(
        column if start <= at < stop else empty for at, column in enumerate(sheet.columns)))


def _starts(sheet: Sheet) -> list[int]:
    """Rows after a blank row from which another table may begin: a header of known names follows within three rows."""
    filled = filled_rows(sheet)
    gaps = np.flatnonzero((filled[1:] > 0) & (filled[:-1] == 0)) + 1
    known = known_names()
    found = []
    for start in gaps[:200].tolist():
        for row in range(start, min(start + 3, sheet.rows)):
            cells = [cell for cell in sheet.row(row) if cell]
            hits = {normal(text) for kind, text in cells
                    if kind == TEXT and (normal(text) in known or bare(text) in known)}
            if len(hits) >= 3 and len(hits) >= 0.6 * len(cells):
                found.append(start)
                break
    return found


def previews(sheet: Sheet, plan: TablePlan) -> set[int]:
    """Rows that a survey's makers wrote to try it out."""
    headers = {normal(column.header or "") for column in plan.columns}
    if plan.primary != "feedback" or not headers & {"distribution channel", "response type"}:
        return set()
    found: set[int] = set()
    for column in plan.columns:
        if normal(column.header or "") in ("status", "response type", "distribution channel"):
            part = sheet.columns[column.at].part(plan.shape.first, plan.shape.stop)
            trials = [number for number, (_, text) in enumerate(part.distinct.values) if normal(text) in _TRIALS]
            found |= {plan.shape.first + row for row in np.flatnonzero(np.isin(part.distinct.codes, trials)).tolist()}
    return found
