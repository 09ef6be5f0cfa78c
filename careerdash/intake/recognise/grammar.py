"""What a header means by the words it is made of, where it is no known name as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from careerdash.schema import TABLES
from careerdash.schema.header_meanings import MEANINGS, PEOPLE_PARTS
from careerdash.schema.header_stems import FOREIGN, STEMS, WHEN
from careerdash.schema.header_words import ABBREVIATIONS, LONGEST, SILENT, WORDS

from ..values.names import bare, normal

_EITHER = re.compile(r"(?<=\w)(?:\((?:e|a|o|r|s|es|ne|in|x)\)|[/·*:](?:e|a|o|r|s|ne|innen|in|x)\b)(?!\w)")
"""Endings that name women and men at once: `Sorti(e)`, `Mentor/in`, `Mitarbeiter:in`."""
_ROLES = ("mentor", "mentee", "manager")
_ROLE_WORDS = frozenset(("mentor", "mentee"))
_WEAK = frozenset(("match", "relation", "date", "meeting", "joined", "address", "kind", "program", "name", "text",
                   "manager"))
"""Concepts that mean something on their own, but nothing sure beside a word that is not known."""
_READINGS = 64
_UP_TO = frozenset(("to", "till", "thru"))
"""Last words that make of `effective` its end."""
_SHORTEST, _ENDING = 4, 6
"""Letters of the shortest beginning that counts, and of the longest ending."""
_PHRASES = tuple(phrase for phrase in FOREIGN if " " in phrase)


@lru_cache(maxsize=8192)
def meanings(table: str, header: str) -> tuple[str, ...]:
    """Targets that a header's words allow in a table, likeliest first; the values say which.

    `pair.mentor_*` where only values can say how the person is named. None where a word is unknown.
    """
    return tuple(dict.fromkeys(target for reading in _readings(header) if not reading.unknown
                               for target in _targets(table, reading.concepts)))


def meaning(table: str, header: str) -> str | None:
    """The likeliest of `meanings`, None where there is none."""
    return next(iter(meanings(table, header)), None)


@lru_cache(maxsize=8192)
def hints(table: str, header: str) -> tuple[tuple[str, int], ...]:
    """Targets that the known words of a header allow, each with the number of words that are not known.

    None where a word says that the column is something else (`created`, `phone`): see `is_foreign`.
    """
    found: dict[str, int] = {}
    if not is_foreign(header):
        for reading in _readings(header):
            if reading.unknown and reading.says:
                for target in _targets(table, reading.concepts):
                    if reading.concepts & _ROLE_WORDS or not reading.concepts <= _WEAK:
                        found.setdefault(target, reading.unknown)
    return tuple(found.items())


@lru_cache(maxsize=8192)
def is_foreign(header: str) -> bool:
    """Whether a word of a header, known by no concept, is one that no field of ours has."""
    words = normal(header).split()
    return any(not _look(word) and any(word == start or (len(start) > 4 and word.startswith(start)) or (
        word == f"{start}s") for start in FOREIGN) for word in words) or any(
        f" {phrase} " in f" {' '.join(words)} " for phrase in _PHRASES)


_LONGEST_WORD = 60


@lru_cache(maxsize=8192)
def concepts_of(header: str) -> frozenset[str]:
    """All concepts that a header's words may stand for."""
    return frozenset(concept for reading in _readings(header) for concept in reading.concepts)


@dataclass(frozen=True)
class _Reading:
    """Concepts that a header's words stand for, and how many of its words are unknown.

    `says`: one of them is more than a word such as `since` or `until`, which says when but not what.
    """

    concepts: frozenset[str]
    unknown: int
    says: bool


def _readings(header: str) -> Iterator[_Reading]:
    """What the words of a header may stand for, with and without what stands in brackets."""
    plain = _EITHER.sub("", header)
    for form in dict.fromkeys((bare(plain), normal(plain))):
        yield from _of_words(tuple(form.split()))


@lru_cache(maxsize=8192)
def _of_words(words: tuple[str, ...]) -> tuple[_Reading, ...]:
    pieces: list[frozenset[str]] = []
    place = unknown = 0
    says = False
    while place < len(words):
        lengths = range(min(LONGEST, len(words) - place), 0, -1)
        length = next((length for length in lengths if " ".join(words[place:place + length]) in WORDS), 0)
        if length:
            pieces.append(WORDS[" ".join(words[place:place + length])])
            says |= " ".join(words[place:place + length]) not in WHEN
        elif split := _compound(words[place]):
            pieces += split
            says = True
        elif found := _stem(words[place]):
            pieces.append(found)
            says = True
        elif pieces and words[place] in _UP_TO and place == len(words) - 1:
            pieces.append(frozenset(("until",)))
        elif words[place] not in SILENT and not words[place].isdigit():
            unknown += 1
        place += length or 1
    if not pieces:
        return ()
    return tuple(_Reading(frozenset(choice), unknown, says)
                 for choice in islice(product(*map(sorted, pieces)), _READINGS))


@lru_cache(maxsize=8192)
def _look(word: str) -> frozenset[str] | None:
    return WORDS.get(word) or _stem(word)


def _stem(word: str) -> frozenset[str] | None:
    """What a word is by how it begins; an ending is short."""
    return next((concepts for stem, concepts in STEMS if len(stem) >= _SHORTEST and word.startswith(stem) and (
        len(word) - len(stem) <= _ENDING)), None)


def _compound(word: str) -> list[frozenset[str]]:
    """The parts of a German word such as `sitzungsdatum`; none where one of them is unknown."""
    if len(word) > _LONGEST_WORD:  # text without spaces, no word: its parts cost the square of its length
        return []
    for place in range(4, len(word) - 3):
        first, second = word[:place], word[place:]
        if (after := _look(second)) and (known := _look(first) or WORDS.get(first.removesuffix("s"))):
            return [known, after]
        if after and {first, first.removesuffix("s")} & SILENT:
            return [after]
    return []


@lru_cache(maxsize=8192)
def expanded(form: str) -> str:
    """A header in full words: `emp status` -> `employee status`, `lastmtgdt` -> `last meeting date`.

    >>> expanded("mgr id"), expanded("lastmtgdt")
    ('manager id', 'last meeting date')
    """
    words = form.split()
    if len(words) == 1 and words[0] not in WORDS and words[0] not in ABBREVIATIONS:
        words = _run_together(words[0]) or words
    return " ".join(filter(None, (ABBREVIATIONS.get(word, word) for word in words)))


def _run_together(word: str) -> list[str]:
    """The words of a key such as `lastmtgdt`, as few as possible; none where a letter is left over."""
    if not (6 <= len(word) <= 24 and word.isascii()):
        return []
    best: list[list[str] | None] = [[], *[None] * len(word)]
    for stop in range(2, len(word) + 1):
        for start in range(max(0, stop - 12), stop - 1):
            before, piece = best[start], word[start:stop]
            if before is not None and (piece in ABBREVIATIONS or piece in ("id", "no") or (
                    len(piece) > 2 and piece in WORDS)):
                found, old = [*before, piece], best[stop]
                if old is None or len(found) < len(old):
                    best[stop] = found
    return (best[-1] or []) if len(best[-1] or []) < 5 else []


def other_side(header: str) -> str | None:
    """How a header names somebody without saying which side: `email`, `id`, `name`, or `*` where the values say it."""
    for reading in _readings(header):
        if "someone" in reading.concepts and not reading.unknown:
            for ending, needs, may in PEOPLE_PARTS:
                if _fits(reading.concepts - {"someone"}, needs, may) and ending in ("email", "id", "name", "*"):
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


def _targets(table: str, concepts: frozenset[str]) -> Iterator[str]:
    if found := _person(table, concepts):
        yield found
    for target, needs, may in MEANINGS.get(table, ()):
        if _fits(concepts, needs, may):
            yield target
