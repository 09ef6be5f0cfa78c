"""The list of pairs as a workbook: the lines in their order, and a sheet that says what is in force."""

import io
from collections.abc import Iterable, Sequence

from ..words.pairs import COLUMNS, Row, line
from .workbook import Column, Kind, writing

_KINDS: dict[str, Kind] = {
    "start_date": "day", "planned_end_date": "day", "end_day": "day", "last_meeting": "day", "next_planned": "day",
    "days_since": "whole", "cadence_days": "whole", "meeting_days": "whole", "milestones_overdue": "whole",
    "goals": "whole", "resources": "whole", "cadence_coverage": "percent", "milestones_share": "percent",
    "actions_share": "percent"}
_FIRST = ("pair_id", "mentor", "mentee")

COLUMNS_WRITTEN: tuple[Column, ...] = tuple(
    Column(key, COLUMNS[key], _KINDS.get(key, "text"))
    for key in (*_FIRST, *(key for key in COLUMNS if key not in (*_FIRST, "gaps"))))
"""All columns of the list but the drawn one, the id first."""


def pair_list_xlsx(lines: Iterable[Row], said: Sequence[str]) -> bytes:
    """The workbook. `lines` as `metrics.pair_list` gives them, `said`: what is in force, a sentence a line."""
    target = io.BytesIO()
    with writing(target, "Pairs") as book:
        book.sheet_of("Pairs", COLUMNS_WRITTEN, (line(row) for row in lines))
        about = book.sheet("About")
        for place, sentence in enumerate(said):
            book.text(about, place, 0, sentence)
    return target.getvalue()
