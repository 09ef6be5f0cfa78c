"""Numbers, truth values and words out of cells: one function a kind, each (kind, text) -> value or code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from careerdash.schema import VOCABULARIES, Field

from ..request import BOOLEAN, DATE, NUMBER, TEXT, TIME
from .lexicon import CADENCE_WORDS, FALSE_WORDS, HOURS, MINUTES, POINTS, TRUE_WORDS, UNITS
from .names import normal
from .parted import PARTED, word_of_parts

_NUMBER = re.compile(r"^[+-]?(?:\d+|\d{1,3}(?:[,.  '’]\d{3})+)(?:[.,]\d+)?$")
_LEADING = re.compile(r"^\s*([+-]?\d+(?:[.,]\d+)?)\s*([^\d\s].*)?$", re.S)
_HOURS_MINUTES = re.compile(
    r"^\s*(\d+)\s*(?:h|hr|hrs|hours?|std\.?)\s*(?:and\s*)?(\d+)\s*(?:m|min|mins|minutes?)?\.?\s*$", re.I)

_SHORT = 10
"""Minutes below which a part of one is no minute."""

Answer = tuple[Any, str | None]
"""A value (None = none) and the code of what is wrong (None = nothing)."""


@lru_cache(maxsize=16384)
def number(text: str) -> float | None:
    """A number as people write it: `1,234.5`, `1.234,5`, `0,75`, `71 %` (0.71)."""
    text = text.strip().replace("\u00a0", " ").replace("−", "-")
    percent = text.endswith("%")
    text = text.rstrip("% ")
    if not _NUMBER.match(text):
        try:
            found = float(text) if re.fullmatch(r"[+-]?\d+(\.\d+)?[eE][+-]?\d+", text) else None
        except ValueError:
            found = None
        return None if found is None or found - found != 0 else found
    text = re.sub(r"[ \u202f'’]", "", text)
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        text = text.replace("," if point > comma else ".", "").replace(",", ".")
    elif comma >= 0:
        text = text.replace(",", "") if text.count(",") > 1 else text.replace(",", ".")
    elif text.count(".") > 1:
        text = text.replace(".", "")
    value = float(text)
    return None if value - value != 0 else value / 100 if percent else value


def read_number(kind: str, text: str) -> Answer:
    """Any number."""
    if kind == NUMBER:
        value = float(text)
        return (value, None) if value - value == 0 else (None, "bad_number")
    found = number(text) if kind == TEXT else None
    return (found, None) if found is not None else (None, "bad_number")


def whole(value: Any, field: Field) -> Answer:
    """A number as a whole one within the field's limits."""
    if value - value != 0 or value != int(value):  # infinite, or with a fraction
        return None, "bad_number"
    if (field.low is not None and value < field.low) or (field.high is not None and value > field.high):
        return None, "out_of_range"
    return int(value), None


def read_integer(kind: str, text: str, field: Field) -> Answer:
    """A whole number within the field's limits."""
    value, code = read_number(kind, text)
    return (None, code) if code else whole(value, field)


def read_minutes(kind: str, text: str, field: Field, unit: str | None = None) -> Answer:
    """Minutes: `45 min`, `1:30`, `0,75 h`, `1 h 30 min`; a bare number is hours where `unit` is "hours"."""
    if kind == TIME or (kind == TEXT and re.fullmatch(r"\s*\d{1,3}:\d{2}(:\d{2})?\s*(h|hrs?|hours?)?\s*", text)):
        parts = [int(float(part)) for part in re.findall(r"[\d.]+", text)[:3]]
        return whole(parts[0] * 60 + parts[1], field)
    if kind == DATE and "T" in text:
        hours, minutes = text.split("T")[1].split(":")[:2]
        return whole(int(hours) * 60 + int(minutes), field)
    if kind == TEXT:
        both = _HOURS_MINUTES.match(text)
        if both:
            return whole(int(both[1]) * 60 + int(both[2]), field)
        if (found := _LEADING.match(text)) and found[2]:
            word = normal(found[2]).split(" ")[0] if normal(found[2]) else ""
            value = number(found[1])
            if value is not None and word in HOURS:
                return whole(round(value * 60), field)
            if value is not None and word in MINUTES:
                return whole(round(value), field)
            return None, "bad_number"
    value, code = read_number(kind, text)
    if code:
        return None, code
    if unit != "hours" and value < _SHORT and value != int(value):
        return None, "bad_number"  # 0.75 among minutes is no length: perhaps hours, never one minute
    return whole(round(value * 60) if unit == "hours" else round(value), field)


def read_cadence(kind: str, text: str, field: Field) -> Answer:
    """Days between meetings, as a number or in words."""
    if kind == TEXT:
        words = normal(text)
        if words in CADENCE_WORDS:
            return CADENCE_WORDS[words], None
        if found := re.fullmatch(r"(?:every |alle |aller |each |tous les |toutes les |cada |a cada |ogni |elke )?"
                                 r"(\d+) ?([a-z]+)", words):
            unit = UNITS.get(found[2])
            return whole(int(found[1]) * unit, field) if unit else (None, "bad_number")
    value, code = read_number(kind, text)
    return (None, code) if code else whole(value, field)


def read_points(kind: str, text: str, field: Field, scale: Sequence[int] | None = None) -> Answer:
    """Points on the field's own scale: `4`, `4 / 5`, `4 - Satisfied`, `Satisfied`, stars.

    `scale`: both ends of another scale, whose numbers are spread evenly over the field's own, halves upwards.
    """
    high = int(field.high or 5)
    if scale and (kind == NUMBER or re.match(r"^\s*\d", text)):
        return _converted(kind, text, field, scale)
    if kind == TEXT:
        if found := re.fullmatch(r"\s*(\d+(?:[.,]0+)?)\s*(?:/|out of|of|von|sur|de)\s*(\d+)\s*", text):
            value = number(found[1])
            if int(found[2]) != high or value is None:
                return None, "out_of_range"
            return whole(value, field)
        if high == 5 and (points := POINTS.get(normal(text))):
            return points, None
        if found := re.match(r"^\s*(\d{1,2})\s*(?:[-–—=:.)(]|stars?\b|\s[^\W\d])", text):
            return whole(int(found[1]), field)
        if stars := text.count("★") or text.count("⭐"):
            return whole(stars, field)
    return read_integer(kind, text, field)


def _converted(kind: str, text: str, field: Field, scale: Sequence[int]) -> Answer:
    found = re.match(r"^\s*(\d+(?:[.,]\d+)?)\s*(?:(?:/|out of|of|von|sur|de)\s*(\d+)\s*$)?", text)
    value = number(found[1]) if found else None
    if found is None or value is None:
        return None, "bad_number"
    if not scale[0] <= value <= scale[1] or (found[2] and int(found[2]) != scale[1]):
        return None, "out_of_range"
    low, high = field.low or 0, field.high or 0
    return int(low + (value - scale[0]) * (high - low) / (scale[1] - scale[0]) + 0.5), None


def read_boolean(kind: str, text: str) -> Answer:
    """A truth value: yes/no words of several languages, 1/0, ticks."""
    if kind == BOOLEAN:
        return text == "true", None
    if kind == NUMBER:
        return (text == "1", None) if text in ("0", "1") else (None, "unknown_word")
    word = text.strip().casefold()
    if word in TRUE_WORDS:
        return True, None
    if word in FALSE_WORDS:
        return False, None
    words = normal(text)
    if words in TRUE_WORDS or words.split(" ")[0] in ("yes", "ja", "oui"):
        return True, None
    if words in FALSE_WORDS or words.split(" ")[0] in ("no", "nein", "non"):
        return False, None
    return None, "unknown_word"


_ARTICLE = re.compile(r"^(?:an?|the|une?|una|uma|eine?n?|een|le|la|les|il|lo|de|het|der|die|das|el|os?) (?=\w{3})")


@lru_cache(maxsize=64)
def _words(vocabulary: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for word, spoken in VOCABULARIES[vocabulary].words.items():
        for spelling in (word, *spoken):
            known.setdefault(normal(spelling), word)
    return known


def _inflected(key: str) -> Iterator[str]:
    """A word without its feminine or plural ending: `annulees` -> `annule`, `suspendida` -> `suspendido`."""
    for ending in ("es", "e", "s"):
        if key.endswith(ending) and len(key) > len(ending) + 3:
            yield key.removesuffix(ending)
    if key.endswith(("a", "as")) and len(key) > 4:
        yield key.rstrip("s")[:-1] + "o"


def read_word(kind: str, text: str, vocabulary: str, fixed: Mapping[str, str] | None = None) -> Answer:
    """The word of the vocabulary that a cell means. `fixed`: spellings that the user decided."""
    key = normal(text)
    if fixed and (fixed.get(text.strip()) or fixed.get(key)):
        return fixed.get(text.strip()) or fixed[key], None
    known = _words(vocabulary)
    if vocabulary == "pair_status" and (kind == BOOLEAN or key in ("true", "false", "1", "0", "yes", "no", "y", "n")):
        return ("active" if key in ("true", "1", "yes", "y") else "ended"), None
    if found := known.get(key):
        return found, None
    if found := next((known[form] for form in _inflected(key) if form in known), None):
        return found, None
    if vocabulary in PARTED:
        found = word_of_parts(text, lambda part: known.get(part) or next(
            (known[form] for form in _inflected(part) if form in known), None))
        return (found, None) if found else (None, "unknown_word")
    plain = _ARTICLE.sub("", normal(re.sub(r"[\[(<].*?[\])>]", " ", text)))
    if found := known.get(plain):
        return found, None
    if found := known.get(re.sub(r" (yet|now|currently|already|so far|for now|(by|since|as of|on) .*)$", "", plain)):
        return found, None
    return None, "unknown_word"


def split_options(text: str, separator: str | None) -> list[str]:
    """The options of a cell in normal form; a trailing separator adds none.

    >>> split_options("Progress; Challenges;", ";")
    ['progress', 'challenges']
    """
    return [found for part in (text.split(separator) if separator else [text]) if (found := normal(part))]
