"""What a column's values look like: shares of dates, numbers, e-mails, names, truth words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..model import BOOLEAN, DATE, ERROR, NUMBER, TEXT, Column
from ..values.columns import How, reader
from ..values.dates import day_number, day_of, number_parts, plain_date, possible_orders, serial_date
from ..values.lexicon import POINTS, is_nobody
from ..values.names import normal
from ..values.readers import Answer, number
from ..values.targets import Target, field_of

_SAMPLE = 400
_SURELY = 0.9
"""Share of days and day numbers from which on a column of numbers is one of days; the rest are slips."""
_EMAIL = re.compile(r"^[^@\s,;]+@[^@\s,;]+\.\w+$")
_NAME = re.compile(r"^[^\W\d_][^\d@_:;/]*[\s,][^\d@_:;/]*$")
_DATED = re.compile(r"^\s*\d{4}[-/.]\d")


@dataclass(frozen=True)
class Profile:
    """Up to 400 different cells (kind, text) of a column, without white space, errors and placeholders.

    `repeats`: values come again so often that they can be nobody's own number. `words`: as in ReadRequest.
    `filled`: share of the rows.
    """

    cells: tuple[tuple[str, str], ...]
    repeats: bool = False
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    filled: float = 1.0

    @staticmethod
    def of(column: Column, words: Mapping[str, Mapping[str, str]] | None = None) -> Profile:
        """Looks at the first rows of a column."""
        part = column.part(0, min(len(column), 5000))
        cells = [cell for cell in part.distinct.values if cell[0] != ERROR and cell[1].strip()][:_SAMPLE]
        valued = len(part) - part.text.null_count
        return Profile(tuple(cells), valued >= 4 and len(part.distinct.values) < 0.7 * valued, words or {},
                       valued / max(1, len(part)))

    def share(self, fits: Callable[[str, str], bool]) -> float:
        """Share of the different cells that fit; 0 for an empty column."""
        return sum(fits(kind, text) for kind, text in self.cells) / len(self.cells) if self.cells else 0.0

    @cached_property
    def dates(self) -> float:
        """Share that reads as a day."""
        return self.share(is_date)

    @cached_property
    def emails(self) -> float:
        """Share of e-mail addresses; placeholders do not count."""
        named = [text for kind, text in self.cells if not is_nobody(text)]
        return sum(bool(_EMAIL.match(text.strip())) for text in named) / len(named) if named else 0.0

    @cached_property
    def names(self) -> float:
        """Share that looks like a person's full name."""
        named = [text for kind, text in self.cells if not is_nobody(text)]
        return sum(bool(_NAME.match(text.strip())) and normal(text) not in POINTS for text in named) / len(named) if (
            named) else 0.0

    @cached_property
    def numbers(self) -> float:
        """Share of number cells and number texts."""
        return self.share(lambda kind, text: kind == NUMBER or (kind == TEXT and bool(re.fullmatch(r"\s*-?[\d.,]+\s*",
                                                                                                 text))))

    @cached_property
    def length(self) -> float:
        """Mean length of the texts."""
        return sum(len(text) for _, text in self.cells) / len(self.cells) if self.cells else 0.0

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days among the different cells as ordinals; where the order is open, the first that fits."""
        found = (_day(kind, text) for kind, text in self.cells)
        return tuple(day.toordinal() for day in found if day is not None)

    def ahead(self, today: date) -> float | None:
        """Share of the days that lie after today, None for a column without days."""
        return sum(day > today.toordinal() for day in self.days) / len(self.days) if self.days else None

    @cached_property
    def points(self) -> tuple[float, ...]:
        """The numbers among the different cells."""
        return tuple(value for kind, text in self.cells if kind in (NUMBER, TEXT)
                     and (value := number(text)) is not None)

    @property
    def highest(self) -> float | None:
        """The highest number, None where one cell or more is none."""
        return max(self.points) if self.points and len(self.points) == len(self.cells) else None

    @property
    def like_minutes(self) -> bool:
        """Whether numbers look like lengths of meetings: round ones, a quarter of an hour to some hours."""
        found = self.points
        return 1 < len(found) == len(self.cells) and min(found) >= 5 and 30 <= max(found) <= 300 and (
            sum(value % 5 == 0 for value in found) >= 0.8 * len(found))

    def fits(self, target: str) -> float:
        """Share of the different cells that the target's reader takes; 1 for text, which takes all."""
        parsed = Target.parse(target)
        kind, schema = field_of(parsed)
        if not self.cells or kind in ("text", "id", "emails"):
            return 1.0
        if kind == "date":
            return self.dates
        units = (None, "hours") if parsed.column == "minutes" else (None,)
        return max(self._taken(reader(kind, parsed.column, schema, How(unit=unit, words=self.words.get(target))))
                   for unit in units)

    def fits_named(self, target: str) -> float:
        """As `fits`, under a header that names the target: there numbers may be days without their date format."""
        numbered = field_of(Target.parse(target))[0] == "date" and self.days_or_numbers >= _SURELY
        return self.days_or_numbers if numbered else self.fits(target)

    @cached_property
    def days_or_numbers(self) -> float:
        """Share that reads as a day or as a spreadsheet's day number."""
        return self.share(lambda kind, text: is_date(kind, text) or day_number(kind, text) is not None)

    def _taken(self, read: Callable[[str, str], Answer]) -> float:
        return self.share(lambda cell, text: read(cell, text)[1] is None)


def _day(kind: str, text: str) -> date | None:
    if kind == DATE:
        return date.fromisoformat(text[:10])
    if kind == NUMBER and len(text.split(".")[0]) < 8:
        return serial_date(text)
    number_ = day_number(kind, text)
    return serial_date(number_) if number_ else day_of(text)


def is_date(kind: str, text: str) -> bool:
    """Whether a cell can be a day in some order."""
    if kind == DATE:
        return True
    if kind == NUMBER:
        return bool(re.fullmatch(r"[2-6]\d{4}(\.\d+)?", text)) or (len(text) == 8 and plain_date(text) is not None)
    if kind == BOOLEAN or kind != TEXT:
        return False
    if plain_date(text) or _DATED.match(text):
        return True
    parts = number_parts(text)
    return bool(parts and possible_orders(parts))
