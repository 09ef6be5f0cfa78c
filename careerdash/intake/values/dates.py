"""Days out of cells: every shape that exports use, and one decision a column on their order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ..model import DATE, NUMBER, TEXT
from .lexicon import is_tick

ORDERS = ("dmy", "mdy", "ymd")

_MONTH_NAMES = {
    1: "january jan januar jän jaen jänner janvier janv enero ene gennaio gen januari janeiro",
    2: "february feb februar fevrier fevr fev fév févr février febrero febbraio februari fevereiro",
    3: "march mar märz maerz mrz mär mars marzo maart mrt marco março",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo mag maggio mei maio",
    6: "june jun juni juin junio giu giugno junho",
    7: "july jul juli juillet juil julio lug luglio julho",
    8: "august aug août aout agosto ago augustus agustus",
    9: "september sep sept septembre septiembre set settembre setembro",
    10: "october oct oktober okt octobre octubre ott ottobre outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro",
}
MONTHS = {name: number for number, names in _MONTH_NAMES.items() for name in names.split()}

_TAIL = (r"(?:[T,]?\s*\d{1,2}(?:[:.]\d{2}){1,2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*"
         r"(?:Z|(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d{2})?|GMT|UTC|CET|CEST|[ECPM][SD]T|BST|\([\w +:-]+\)|Uhr)*\s*$")
_WEEKDAY = r"^(?:[^\W\d]{2,10}\.?,?\s+(?=\d|[^\W\d]{3}))?"
_ISO = re.compile(r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TAIL, re.I)
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$")
_PARTS = re.compile(_WEEKDAY + r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?" + _TAIL, re.I)
_DAY_MONTH = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th|\.|º|er)?[\s./-]*(?:de\s+)?([^\W\d]{3,10})\.?[\s,./-]*"
                        r"(?:de\s+)?['’]?(\d{4}|\d{2})" + _TAIL, re.I)
_MONTH_DAY = re.compile(_WEEKDAY + r"([^\W\d]{3,10})\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+"
                        r"['’]?(\d{4}|\d{2})" + _TAIL, re.I)
_YEAR_MONTH_DAY = re.compile(r"^(\d{4})[\s./-]*([^\W\d]{3,10})\.?[\s./-]*(\d{1,2})" + _TAIL, re.I)
_CLOCKED = re.compile(r"^[^\W\d]{3}\s+([^\W\d]{3})\s+(\d{1,2})\s+[\d:]+\s+(?:[A-Z]{3,4}\s+)?(\d{4})$", re.I)
_KANJI = re.compile(r"^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_HINT = re.compile(r"([dmy]{1,4})[-/. ]([dmy]{1,4})[-/. ]([dmy]{1,4})")


@dataclass(frozen=True)
class DateOrder:
    """How a column's dates read. `swapped`: its real dates had day and month exchanged by Excel.

    `month` ("2025-11"): the column is that month, a number in it is a day of the month, and with `ticks`
    a tick is its middle day.
    """

    order: str | None = None
    swapped: bool = False
    dates_1904: bool = False
    month: str | None = None
    ticks: bool = False


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if year >= 1900 else None


def _century(text: str) -> int:
    """Two digits as a year: up to 68 in this century, as spreadsheets on most machines read them."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 69 else 1900)


@lru_cache(maxsize=65536)
def plain_date(text: str) -> date | None:
    """The day of a text that reads in one way only, else None."""
    text = text.strip()
    if found := _ISO.match(text):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        return _day(year, month, day)
    if found := _COMPACT.match(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH.match(text):
        month_number = MONTHS.get(found[2].casefold())
        return _day(_century(found[3]), month_number, int(found[1])) if month_number else None
    if found := _MONTH_DAY.match(text):
        month_number = MONTHS.get(found[1].casefold())
        return _day(_century(found[3]), month_number, int(found[2])) if month_number else None
    if found := _YEAR_MONTH_DAY.match(text) or _KANJI.match(text):
        named = int(found[2]) if found[2].isdigit() else MONTHS.get(found[2].casefold())
        return _day(int(found[1]), named, int(found[3])) if named else None
    if found := _CLOCKED.match(text):
        month_number = MONTHS.get(found[1].casefold())
        return _day(int(found[3]), month_number, int(found[2])) if month_number else None
    return None


@lru_cache(maxsize=65536)
def number_parts(text: str) -> tuple[str, str, str, str] | None:
    """First, second, third part and separator of a text such as `3/4/26`, else None."""
    found = _PARTS.match(text.strip())
    return (found[1], found[3], found[4], found[2]) if found else None


def by_order(parts: tuple[str, str, str, str], order: str) -> date | None:
    """The day of three numbers in an order (dmy, mdy, ymd)."""
    first, second, third, _ = parts
    if order == "dmy":
        return _day(_century(third), int(second), int(first))
    if order == "mdy":
        return _day(_century(third), int(first), int(second))
    return _day(_century(first), int(second), int(third)) if len(third) <= 2 and len(first) == 2 else None


def possible_orders(parts: tuple[str, str, str, str]) -> set[str]:
    """Orders in which the numbers are a day; `ymd` only where every part has two digits."""
    if parts[3] == "." and by_order(parts, "dmy"):
        return {"dmy"}
    found = {order for order in ("dmy", "mdy") if by_order(parts, order)}
    if not found and by_order(parts, "ymd"):
        found.add("ymd")
    return found


def day_of(text: str) -> date | None:
    """The day of a text, in the first order that fits where several do: good enough for its year."""
    if (day := plain_date(text)) or not (parts := number_parts(text)):
        return day
    return next((day for order in ORDERS if (day := by_order(parts, order))), None)


def hinted_order(header: str) -> str | None:
    """The order that a header states: `Registered (MM-DD-YYYY)` -> mdy."""
    found = _HINT.search(header.casefold().replace("j", "y").replace("t", "d"))
    order = "".join(part[0] for part in found.groups()) if found else None
    return order if order in ORDERS else None


def serial_date(text: str, dates_1904: bool = False) -> date | None:
    """The day of a spreadsheet's day number between 1900 and 2200, else None."""
    try:
        number = float(text)
    except ValueError:
        return None
    if not 1 <= number < 110_000:
        return None
    if dates_1904:
        return date(1904, 1, 1) + timedelta(days=int(number))
    return date(1899, 12, 30 if number >= 61 else 31) + timedelta(days=int(number))


_DAY_NUMBER = re.compile(r"\s*(\d{5})(?:[.,]\d+)?\s*")
_DAYS = range(18_264, 73_416)
"""Day numbers from 1950 to 2100: others are no days that people write down."""


def day_number(kind: str, text: str) -> str | None:
    """The whole part of a cell that may be a spreadsheet's day number without its date format, else None.

    >>> day_number(TEXT, "45123"), day_number(TEXT, "45123.75"), day_number(TEXT, "10115"), day_number(TEXT, "45 days")
    ('45123', '45123', None, None)
    """
    found = _DAY_NUMBER.fullmatch(text) if kind in (NUMBER, TEXT) else None
    return found[1] if found and int(found[1]) in _DAYS else None


@dataclass(frozen=True)
class OrderEvidence:
    """What a column's texts say about their order: how many read in one order only, and in several.

    `numbered`: some of its cells are day numbers.
    """

    decided: frozenset[str]
    undecided: int
    swapped: bool = False
    ambiguous_swap: bool = False
    numbered: bool = False


def order_evidence(values: Iterable[tuple[str, str]]) -> OrderEvidence:
    """Looks at the different cells (kind, text) of a column."""
    decided: set[str] = set()
    undecided = 0
    numbered = False
    real: list[date] = []
    texts: list[date | None] = []
    for kind, text in values:
        numbered = numbered or day_number(kind, text) is not None
        if kind == DATE:
            real.append(date.fromisoformat(text[:10]))
        elif kind == TEXT:
            if parts := number_parts(text):
                orders = possible_orders(parts)
                if len(orders) == 1:
                    decided |= orders
                    texts.append(by_order(parts, next(iter(orders))))
                elif int(parts[0]) == int(parts[1]):
                    continue
                elif orders:
                    undecided += 1
                    texts.append(None)
            elif day := plain_date(text):
                texts.append(day)
    swap = (len(real) > 0 and len(texts) > 0 and all(day.day <= 12 for day in real)
            and all(day is not None and day.day > 12 for day in texts))
    chance = 0.4 ** len(real) * 0.6 ** len(texts)
    return OrderEvidence(frozenset(decided), undecided, swapped=swap and chance < 0.01,
                         ambiguous_swap=swap and chance >= 0.01, numbered=numbered)


def read_date(kind: str, text: str, how: DateOrder) -> tuple[date | None, str | None]:
    """One cell as a day, or the code of what is wrong with it (bad_date, ambiguous_date)."""
    if kind == DATE:
        day = date.fromisoformat(text[:10])
        if how.swapped and day.day <= 12:
            day = date(day.year, day.day, day.month)
        return (day, None) if 1900 <= day.year <= 9999 else (None, "bad_date")
    if how.ticks and how.month and "-" in how.month and (ticked := is_tick(kind, text)) is not None:
        return (date.fromisoformat(f"{how.month}-15") if ticked else None), None
    if how.month and kind in (NUMBER, TEXT) and re.fullmatch(r"\s*\d{1,2}\.?\s*", text) and "-" in how.month:
        year, month = how.month.split("-")
        inside = _day(int(year), int(month), int(text.strip().rstrip(".")))
        return (inside, None) if inside else (None, "bad_date")
    if kind == NUMBER:
        compact = plain_date(text) if len(text) == 8 else None
        found = compact or serial_date(text, how.dates_1904)
        return (found, None) if found else (None, "bad_date")
    if kind != TEXT:
        return None, "bad_date"
    if day_found := plain_date(text):
        return day_found, None
    if parts := number_parts(text):
        if how.order and (day_found := by_order(parts, how.order)):
            return day_found, None
        orders = possible_orders(parts)
        if len(orders) == 1:
            return by_order(parts, next(iter(orders))), None
        if len(orders) > 1:
            same = {by_order(parts, order) for order in orders}
            return (same.pop(), None) if len(same) == 1 else (None, "ambiguous_date")
        return None, "bad_date"
    number = day_number(kind, text)
    found = serial_date(number, how.dates_1904) if number else None
    return (found, None) if found else (None, "bad_date")
