"""How the numbers of a workbook are meant: days, numbers, ids with the zeros that their format shows."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ..request import DATE, NUMBER, TEXT, TIME
from .read_workbook import cell_text, number_text

_QUIET = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.')
_ZEROS = re.compile(r'"?(0{2,15})(?:;.*)?"?')
BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_FIRST, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_DAYS = 2_958_466


@dataclass(frozen=True)
class Look:
    """Styles, as cells name them, that show days; styles -> digits shown at least; whether days count from 1904."""

    days: Collection[Any]
    zeros: Mapping[Any, int]
    dates_1904: bool = False

    def number(self, value: float, style: Any) -> tuple[str, str]:
        """Kind and text of a number in a style."""
        if style in self.days and 0 <= value < _DAYS:
            if value < 1:
                return TIME, (_FIRST + timedelta(seconds=min(round(value * 86_400), 86_399))).time().isoformat()
            seconds = timedelta(seconds=round(value * 86_400))
            early = timedelta(days=value < 60)  # 1900 has a 29th of February in these workbooks
            return DATE, cell_text(_FIRST_1904 + seconds if self.dates_1904 else _FIRST + seconds + early) or ""
        shown = number_text(value)
        return (TEXT, shown.zfill(self.zeros[style])) if style in self.zeros and shown.isdigit() else (NUMBER, shown)


def shows_days(code: str) -> bool:
    """Whether a number format shows days or times."""
    return bool(re.search(r"[dmyhs]", _QUIET.sub("", code.lower())))


def look_of(formats: Mapping[int, str], styles: list[int], dates_1904: bool) -> Look:
    """The look of a workbook with these formats of its own, and the format of each cell style."""
    days = {number for number, code in formats.items() if shows_days(code)} | (BUILT_IN_DATES - formats.keys())
    zeros = {number: len(found.group(1)) for number, code in formats.items() if (found := _ZEROS.fullmatch(code))}
    return Look(frozenset(style for style, number in enumerate(styles) if number in days),
                {style: zeros[number] for style, number in enumerate(styles) if number in zeros}, dates_1904)
