"""Numbers, dates and shares as people read them. Everything undefined is an en dash."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

DASH = "–"
WHOLE_PERCENTS_BELOW = 1000
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FORMULA_START = ("[\t\r\n]|[ \t\r\n\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*"
                 "[-=+@'\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]")
"""How text begins that a spreadsheet may take for a formula: also in full width, also behind what nobody sees."""
_FORMULA = re.compile(FORMULA_START)
_LINKS_ITSELF = re.compile(r"(?i)(?<=www)(?=\.)|(?<=http)(?=://)|(?<=https)(?=://)|(?<=[-.\w+])(?=@)")
_MARKDOWN = "\\`*_{}[]()<>#+-.!|$:~&"


def _rounded(value: float, places: int = 0) -> Decimal:
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number(value: float | None, places: int = 0) -> str:
    """A number with thousands separators.

    >>> number(1234.5), number(None), number(2.25, 1)
    ('1,235', '–', '2.3')
    """
    return DASH if value is None else f"{_rounded(float(value), places):,}"


def percent(value: float | None, base: float | None = None) -> str:
    """A share as percent: whole below a base of 1,000, else one decimal; never 0% or 100% where it is not.

    >>> percent(0.7094, 117), percent(0.7094, 4200), percent(0.999, 500), percent(None)
    ('71%', '70.9%', '>99%', '–')
    """
    if value is None:
        return DASH
    places = 0 if base is None or base < WHOLE_PERCENTS_BELOW else 1
    shown = _rounded(value * 100, places)
    edge = "99" if places == 0 else "99.9"
    if value < 1 and shown == 100:
        return f">{edge}%"
    if value > 0 and shown == 0:
        return "<1%" if places == 0 else "<0.1%"
    return f"{shown}%"


def points(difference: float | None) -> str:
    """A difference of two shares in percentage points, with its sign.

    >>> points(-0.031), points(0.002), points(None)
    ('-3 pts', '0 pts', '–')
    """
    if difference is None:
        return DASH
    shown = int(_rounded(difference * 100))
    return "0 pts" if shown == 0 else f"{shown:+d} {'pt' if abs(shown) == 1 else 'pts'}"


def signed(difference: float | None) -> str:
    """A difference of two counts, with its sign.

    >>> signed(4), signed(0), signed(-1200)
    ('+4', '0', '-1,200')
    """
    if difference is None:
        return DASH
    shown = int(_rounded(difference))
    return "0" if shown == 0 else f"{shown:+,d}"


def day(value: date | None) -> str:
    """A day with its year.

    >>> day(date(2026, 11, 4))
    '4 Nov 2026'
    """
    return DASH if value is None else f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def short_day(value: date | None, beside: date | None = None) -> str:
    """A day, without the year where it is the year of the day beside it.

    >>> short_day(date(2026, 11, 4), date(2026, 12, 1)), short_day(date(2025, 11, 4), date(2026, 12, 1))
    ('4 Nov', '4 Nov 2025')
    """
    if value is None or beside is None or value.year != beside.year:
        return day(value)
    return f"{value.day} {_MONTHS[value.month - 1]}"


def month(value: date | str | None) -> str:
    """A month, from a day in it or from `2026-03`.

    >>> month("2026-03"), month(date(2026, 11, 4))
    ('Mar 2026', 'Nov 2026')
    """
    if value is None:
        return DASH
    if isinstance(value, str):
        year, number_of_month = value.split("-")[:2]
        return f"{_MONTHS[int(number_of_month) - 1]} {year}"
    return f"{_MONTHS[value.month - 1]} {value.year}"


def count(n: float, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "pair"), count(1200, "pair"), count(2, "person", "people")
    ('1 pair', '1,200 pairs', '2 people')
    """
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def in_words(n: int) -> str:
    """A small number as a word, a larger one in digits.

    >>> in_words(3), in_words(24)
    ('three', '24')
    """
    return _SMALL[n] if 0 <= n < len(_SMALL) else number(n)


def listed(words: Sequence[str]) -> str:
    """Words in a row as in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def person(name: str) -> str:
    """A name as it is said, whatever the file's order.

    >>> person("Chukwu, Obinna"), person("Minh Luong")
    ('Obinna Chukwu', 'Minh Luong')
    """
    last, comma, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}" if comma and first and last and "," not in first else name


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def plain(text: object) -> str:
    r"""Text from a file, made safe for places that read Markdown: every mark of its syntax is escaped.

    Addresses become links there even where they are escaped, so that an invisible word joiner parts them.

    >>> plain("*a* [b](c)")
    '\\*a\\* \\[b\\]\\(c\\)'
    >>> plain("a@b.c") == "a\u2060@b\\.c"
    True
    """
    one_line = _LINKS_ITSELF.sub("\u2060", " ".join(str(text).split()))
    return "".join("\\" + sign if sign in _MARKDOWN else sign for sign in one_line)


def guarded(value: object) -> object:
    """A cell for CSV or xlsx that no spreadsheet reads as a formula: such text gets a leading apostrophe.

    An apostrophe at the start is doubled, so that `unguarded` gives back exactly what was there.

    >>> guarded("=1+1"), guarded("'x"), guarded(-3), guarded("plain")
    ("'=1+1", "''x", -3, 'plain')
    """
    return "'" + value if isinstance(value, str) and like_formula(value) else value


def like_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula, or for a guarded one.

    >>> like_formula("=1+1"), like_formula("\uff1d1+1"), like_formula(" @x"), like_formula("a=1")
    (True, True, True, False)
    """
    return bool(_FORMULA.match(text))


def unguarded(value: object) -> object:
    """What `guarded` was given.

    >>> unguarded("'=1+1"), unguarded("''x"), unguarded("don't")
    ('=1+1', "'x", "don't")
    """
    if isinstance(value, str) and value[:1] == "'" and like_formula(value[1:]):
        return value[1:]
    return value
