"""What the date columns of a file say about the order of day and month, and so about each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Sheet
from ..values.columns import without_clock
from ..values.dates import OrderEvidence, order_evidence
from .plans import TablePlan, target_kind


@dataclass(frozen=True)
class Found:
    """A table and where it stands: number of its sheet, the sheet, its plan."""

    number: int
    sheet: Sheet
    plan: TablePlan


class Orders:
    """What all date columns of the file say about the order of day and month."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.columns: dict[tuple[int, int, int], OrderEvidence] = {}
        for one in found:
            for column in one.plan.columns:
                if column.targets and any(target_kind(target) == "date" for target in column.targets):
                    part = one.sheet.columns[column.at].part(one.plan.shape.first, one.plan.shape.stop)
                    key = one.number, one.plan.shape.first, column.at
                    self.columns[key] = order_evidence(without_clock(part).distinct.values)

    def neighbours(self, number: int, first: int) -> str | None:
        """The one order that the other columns of the same table decide, where none contradicts."""
        decided = {order for (sheet, top, _), evidence in self.columns.items() if (sheet, top) == (number, first)
                   for order in evidence.decided}
        return decided.pop() if len(decided) == 1 else None
