"""The periods of published reports: quarters, closed a month after their end."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_FEWEST_DAYS = {1: 30, 2: 31, 3: 31, 4: 31}
"""Days of the month after each quarter: April, July, October, January."""

_NAME = re.compile(r"([0-9]{4})-Q([1-4])")


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, name: str) -> "Quarter":
        """The quarter written like `2026-Q3`. Raises ValueError for anything else."""
        found = _NAME.fullmatch(name)
        if not found:
            raise ValueError("A quarter is written like 2026-Q3.")
        return cls(int(found.group(1)), int(found.group(2)))

    @property
    def name(self) -> str:
        """As in ids and files.

        >>> Quarter(2026, 3).name
        '2026-Q3'
        """
        return f"{self.year:04d}-Q{self.number}"

    @property
    def end(self) -> date:
        """Its last day: the day that its report is as of.

        >>> Quarter(2026, 4).end
        datetime.date(2026, 12, 31)
        """
        return self.next().start - timedelta(days=1)

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    def next(self) -> "Quarter":
        """The quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def opens(self) -> date:
        """The first day on which it can be published: a month after its end.

        >>> Quarter(2026, 3).opens, Quarter(2026, 1).opens
        (datetime.date(2026, 10, 30), datetime.date(2026, 4, 30))
        """
        return self.next().start + timedelta(days=min(self.end.day, _FEWEST_DAYS[self.number]) - 1)


def quarter_of(day: date) -> Quarter:
    """The quarter that a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def closed(first: date, data_day: date, today: date) -> list[Quarter]:
    """The quarters that can be published, newest first: over for a month, and covered by the data to their end.

    first: the earliest day of which there is anything to say.

    >>> [quarter.name for quarter in closed(date(2026, 2, 1), date(2026, 7, 15), date(2026, 8, 1))]
    ['2026-Q2', '2026-Q1']
    """
    found = []
    quarter = quarter_of(first)
    while quarter.end <= data_day and quarter.opens <= today:
        found.append(quarter)
        quarter = quarter.next()
    return found[::-1]
