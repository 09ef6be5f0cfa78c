"""What a header means by the words it is made of, where it is no known name as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from careerdash.schema import TABLES
from careerdash.schema.header_words import LONGEST, MEANINGS, PEOPLE_PARTS, SILENT, WORDS

from .names import bare, normal

_FRENCH = re.compile(r"(?:mentor|tutor)é(?:\(e\)|·e|e)?(s?)\b", re.I)
_ROLES = ("mentor", "mentee", "manager")
_READINGS = 64


@lru_cache(maxsize=8192)
def meaning(table: str, header: str) -> str | None:
    """Target of a header in a table, `pair.mentor_*` where only values can say how the person is named."""
    for concepts in _readings(header):
        if found := _person(table, concepts) or _plain(table, concepts):
            return found
    return None


def _readings(header: str) -> Iterator[frozenset[str]]:
    """The sets of concepts that the header's words may stand for; none where a word is unknown."""
    plain = _FRENCH.sub(r"mentee\1 ", header)  # without its accent the word is Italian for a mentor
    for form in dict.fromkeys((bare(plain), normal(plain))):
        yield from _of_words(form.split())


def _of_words(words: list[str]) -> Iterator[frozenset[str]]:
    pieces: list[frozenset[str]] = []
    place = 0
    while place < len(words):
        lengths = range(min(LONGEST, len(words) - place), 0, -1)
        length = next((length for length in lengths if " ".join(words[place:place + length]) in WORDS), 0)
        if length:
            pieces.append(WORDS[" ".join(words[place:place + length])])
        elif split := _compound(words[place]):
            pieces += split
        elif words[place] not in SILENT:
            return
        place += length or 1
    if pieces:
        yield from (frozenset(choice) for choice in islice(product(*map(sorted, pieces)), _READINGS))


def _compound(word: str) -> list[frozenset[str]]:
    """The parts of a German word such as `sitzungsdatum`; none where one of them is unknown."""
    for place in range(4, len(word) - 3):
        first, second = word[:place], word[place:]
        if second in WORDS and (known := WORDS.get(first) or WORDS.get(first.removesuffix("s"))):
            return [known, WORDS[second]]
    return []


def other_side(header: str) -> str | None:
    """How a header names somebody without saying which side: `email`, `id`, `name`, or `*` where the values say it."""
    for concepts in _readings(header):
        if "someone" in concepts:
            for ending, needs, may in PEOPLE_PARTS:
                if _fits(concepts - {"someone"}, needs, may) and ending in ("email", "id", "name", "*"):
                    return ending
    return None


def _fits(concepts: frozenset[str], needs: frozenset[str], may: frozenset[str]) -> bool:
    return needs <= concepts <= needs | may


def _person(table: str, concepts: frozenset[str]) -> str | None:
    roles = [role for role in _ROLES if role in concepts]
    schema = TABLES[table]
    if len(roles) != 1:
        return None
    role = roles[0]
    if not (role == "manager" if table == "person" else role != "manager" and (
            schema.names_pair or table == "pair")):
        return None
    rest = concepts - {role}
    for ending, needs, may in PEOPLE_PARTS:
        if _fits(rest, needs, may) and not (ending == "alternate_emails" and table != "pair"):
            return f"{table}.{role}_{ending}"
    return None


def _plain(table: str, concepts: frozenset[str]) -> str | None:
    for target, needs, may in MEANINGS.get(table, ()):
        if _fits(concepts, needs, may):
            return target
    return None
