"""The day a file's data is from: a full date in its name, its titles or its footer."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ..model import DATE, TEXT, Book
from ..values.dates import by_order, number_parts, plain_date, possible_orders

_DIGITS = re.compile(r"(?<!\d)(\d{4}[-_. ]?\d{2}[-_. ]?\d{2}|\d{1,2}[-_./]\d{1,2}[-_./]\d{4})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2}(?:st|nd|rd|th|\.)?[ _-]?[^\W\d_]{3,10}\.?,?[ _-]?\d{4}|"
                    r"[^\W\d_]{3,10}[ _-]?\d{1,2}(?:st|nd|rd|th)?,?[ _-]\d{4})(?!\d)")


def find_data_day(book: Book, name: str, decisions: dict[str, Any], today: date) -> tuple[date | None, str | None]:
    """The day and where it was found ("file name", "title", "footer"). Days after today do not count."""
    stem = re.sub(r"\.\w{2,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
    if day := _latest(_days(stem), today):
        return day, "file name"
    for source, start, stop in (("title", "top", "header"), ("footer", "stop", "bottom")):
        found: list[date] = []
        for part in decisions["tables"]:
            sheet = book.sheets[part["sheet"]]
            last = min(part["header_rows"], default=part["first"]) if stop == "header" else part[stop]
            for row in range(part[start], min(last, part[start] + 60)):
                for cell in sheet.row(row):
                    if cell and cell[0] == DATE:
                        found.append(date.fromisoformat(cell[1][:10]))
                    elif cell and cell[0] == TEXT:
                        found += _days(cell[1])
        if day := _latest(found, today):
            return day, source
    return None, None


def _latest(days: list[date], today: date) -> date | None:
    return max((day for day in days if date(1990, 1, 1) <= day <= today), default=None)


def _days(text: str) -> list[date]:
    """All full days that a text names in one way only."""
    found = []
    for match in [*_DIGITS.findall(text), *_WORDS.findall(text)]:
        plain = re.sub(r"^(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})$", r"\1-\2-\3", match)
        day = plain_date(plain.replace("_", "-"))
        if day is None and (parts := number_parts(plain.replace("_", "-"))):
            orders = possible_orders(parts)
            days = {by_order(parts, order) for order in orders}
            day = days.pop() if len(days) == 1 else None
        if day:
            found.append(day)
    return found
