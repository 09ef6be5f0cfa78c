"""The tables of one sheet: one below the other, each under a header of its own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .match import known_names
from .model import TEXT, Sheet
from .names import bare, normal
from .plans import Hints, TablePlan
from .recognise import plan_sheet
from .shape import filled_rows

_TRIALS = frozenset(("survey preview", "preview", "survey test", "test", "generated"))


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
        plan = plan or plan_sheet(sheet, top, bottom, hints)
        if plan is None:
            return
        yield plan
        top = bottom


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
