"""Columns that never come in: what their header or their values look like decides."""

from __future__ import annotations

from datetime import date

from careerdash.schema.privacy import refused_days, refused_header, refused_values

from ..model import DATE, NUMBER, TEXT, Sheet
from ..values.dates import day_of
from .plans import ColumnPlan, TablePlan, target_kind


def refuse(sheet: Sheet, plan: TablePlan, today: date) -> None:
    """Turns away columns that look like a national id, pay, bank data or a birth date."""
    shape = plan.shape
    for column in plan.columns:
        what = refused_header(column.header or "") if column.confidence < 1.0 else None
        if what is None and not column.told and (column.role == "extra" or column.asks or _takes_any(column)):
            part = sheet.columns[column.at].part(shape.first, min(shape.stop, shape.first + 2000))
            cells = part.distinct.values[:500]
            what = refused_values([text for kind, text in cells if kind in (TEXT, NUMBER)])
            if what is None and (column.role == "extra" or column.asks) and refused_days(_days(cells), today):
                what = "a birth date"
        if what:
            column.targets, column.role, column.confidence, column.asks = [], "refused", 1.0, False
            column.reason = f"It looks like {what}, which is never kept."


def _takes_any(column: ColumnPlan) -> bool:
    """Whether a column feeds ids or texts alone, which any value fits."""
    return all(target_kind(target) in ("id", "text") for target in column.targets)


def _days(cells: list[tuple[str, str]]) -> list[date]:
    """The days of a column of days; none where hardly any cell is one."""
    days = [date.fromisoformat(text[:10]) if kind == DATE else day_of(text) for kind, text in cells]
    known = [day for day in days if day is not None]
    return known if len(known) >= 0.9 * len(cells) else []
