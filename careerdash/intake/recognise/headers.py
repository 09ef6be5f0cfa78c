"""Header blocks: one to three rows, merged groups above, system keys and labels, and what they call each column."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model import TEXT, Sheet
from ..values.names import bare, normal
from .shape import DATA

_PLAIN_ANSWER = re.compile(r"^(response|open ended response|antwort|reponse)$")
_ROWS = 3
"""Rows that a header block has at most."""
_NEXT = 8
"""Rows below one that are compared with it."""
_KEYS = re.compile(r"^[A-Z][A-Z0-9_.]*$")
_QUESTION = re.compile(r"^Q(ID)?\d+([._]\d+)*(_TEXT)?$")


@dataclass(frozen=True)
class Header:
    """One column's header: the text to show, and all texts under which it may be known, best first."""

    shown: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """Header rows (from 0) and the header of every column of the sheet."""

    rows: tuple[int, ...]
    headers: tuple[Header, ...]


def blocks(sheet: Sheet, row: int, known: frozenset[str]) -> list[Block]:
    """Header blocks that a row may belong to: alone, with the rows below, under a row of groups."""
    own = _texts(sheet, row)
    found = [Block((row,), tuple(Header(text, _named(text)) for text in own))]
    below = _texts(sheet, row + 1) if row + 1 < sheet.rows else []
    if below and _imports(below):
        keys = _texts(sheet, row - 1) if row else []
        if keys and _labels(sheet, row - 1, keys, own, known):
            return [_labelled(keys, own, (row - 1, row, row + 1))]
        return [Block((row, row + 1), tuple(Header(text, _named(text)) for text in own))]
    third = _texts(sheet, row + 2) if row + 2 < sheet.rows else []
    if third and _imports(third):
        return [_labelled(own, below, (row, row + 1, row + 2))]
    if below and _sparse_second(sheet, row, own, below):
        return [_options(own, below, (row, row + 1))]
    if below and _labels(sheet, row, own, below, known):
        found.insert(0, _labelled(own, below, (row, row + 1)))
    above = _texts(sheet, row - 1) if row else []
    if above and _labels(sheet, row - 1, above, own, known):
        found.insert(0, _labelled(above, own, (row - 1, row)))
    if above and _groups(sheet, row - 1, above, own):
        found.insert(0, _grouped(sheet, row - 1, above, own))
    if row > 1 and _merged_over(sheet, row - 2) and _all_text(sheet, row - 1):
        found = [replace(block, rows=(row - 2, row - 1, row)) if block.rows[-1] == row else block for block in found]
    return found


def _merged_over(sheet: Sheet, row: int) -> bool:
    """Whether a row holds two or more headings that each span several columns."""
    return len([merge for merge in sheet.merged if merge[0] == row and merge[3] > merge[1]]) > 1 and (
        _all_text(sheet, row))


def _all_text(sheet: Sheet, row: int) -> bool:
    cells = [cell for cell in sheet.row(row) if cell]
    return bool(cells) and all(kind == TEXT for kind, _ in cells)


def header_answer(text: str) -> tuple[int, ...]:
    """Rows (from 0) of an answer such as `3` or `3-4`; none for anything else.

    >>> header_answer("3-4")
    (2, 3)
    """
    found = re.fullmatch(r"([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?", text.strip())
    if not found:
        return ()
    first, last = int(found[1]), int(found[2] or found[1])
    return tuple(range(first - 1, last)) if first <= last < first + _ROWS else ()


def told_block(sheet: Sheet, rows: tuple[int, ...], known: frozenset[str]) -> Block:
    """The header block of rows that the user pointed at."""
    for block in (block for row in rows for block in blocks(sheet, row, known)):
        if block.rows == rows:
            return block
    columns = zip(*(_texts(sheet, row) for row in rows), strict=True)
    found = []
    for texts in columns:
        parts = tuple(dict.fromkeys(text for text in texts if text))
        shown = " ".join(parts)
        found.append(Header(shown, tuple(dict.fromkeys((shown, *parts[::-1]))) if shown else ()))
    return Block(rows, tuple(found))


def _named(text: str) -> tuple[str, ...]:
    """A header as it stands, and without the path before it: `jobInfo.reportsTo` is also `reportsTo`."""
    if not text:
        return ()
    path = text.strip(" *:")
    tail = path.rsplit(".", 1)[-1]
    return (text, tail) if "." in path and " " not in path and tail else (text,)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [cell[1].strip() if cell else "" for cell in sheet.row(row)]


def _imports(texts: list[str]) -> bool:
    """The third header row of Qualtrics: `{"ImportId":"startDate"}`."""
    filled = [text for text in texts if text]
    return len(filled) > 1 and sum(text.startswith("{") and "ImportId" in text for text in filled) >= 0.8 * len(filled)


def _labelled(keys: list[str], labels: list[str], rows: tuple[int, ...]) -> Block:
    """Keys in the first row, what they mean in the second."""
    found = []
    for key, label in zip(keys, labels, strict=True):
        texts = tuple(dict.fromkeys(text for text in (label, key) if text))
        found.append(Header(texts[0] if texts else "", texts))
    return Block(rows, tuple(found))


def _sparse_second(sheet: Sheet, row: int, own: list[str], below: list[str]) -> bool:
    """The second header row of SurveyMonkey: nothing under the first columns, `Response` or options elsewhere."""
    filled = [place for place, text in enumerate(below) if text]
    if not filled or filled[0] < 2 or not any(own[:2]) or any(cell and cell[0] != TEXT for cell in sheet.row(row + 1)):
        return False
    plain = sum(bool(_PLAIN_ANSWER.match(normal(below[place]))) for place in filled)
    open_headers = sum(not own[place] for place in filled)
    known_first = normal(own[0]) in ("respondent id", "respondentid", "collector id")
    return known_first or plain >= 1 or (open_headers >= 2 and open_headers >= len(filled) // 2)


def _options(own: list[str], below: list[str], rows: tuple[int, ...]) -> Block:
    found: list[Header] = []
    question = ""
    for first, second in zip(own, below, strict=True):
        question = first or question
        option = "" if not second or _PLAIN_ANSWER.match(normal(second)) else second
        if first and not option:
            found.append(Header(first, (first,)))
        elif second and option:
            shown = f"{question}: {option}" if question else option
            found.append(Header(shown, (shown,)))
        else:
            found.append(Header("" if not second else question, ()))
    return Block(rows, tuple(found))


def _labels(sheet: Sheet, row: int, own: list[str], below: list[str], known: frozenset[str]) -> bool:
    """A row of labels under a row of system keys: text alone, and most of it known names."""
    if any(cell and cell[0] != TEXT for cell in sheet.row(row + 1)):
        return False
    filled = [text for text in below if text]
    hits = {normal(text) for text in filled if normal(text) in known or bare(text) in known}
    keys = sum(bool(_KEYS.match(text)) or normal(text).replace(" ", "") == normal(label).replace(" ", "")
               for text, label in zip(own, below, strict=True) if text)
    questions = any(_QUESTION.match(text) for text in own)
    named = sum(bool(text) for text in own)
    return len(hits) >= (1 if questions else max(3, len(filled) // 3)) and len(set(filled)) == len(filled) and (
        own != below and named >= 0.6 * len(filled) and keys >= 0.7 * named)


def _groups(sheet: Sheet, row: int, above: list[str], own: list[str]) -> bool:
    """A row of groups over repeated headers: `Mentor` over Name, Email and `Mentee` over Name, Email."""
    filled = [place for place, text in enumerate(above) if text]
    if not filled or any(cell and cell[0] != TEXT for cell in sheet.row(row)) or _like_data(sheet, row + 1):
        return False
    names = [normal(text) for text in own if text]
    repeated = len(names) - len(set(names))
    spans = [merge for merge in sheet.merged if merge[0] == row and merge[3] > merge[1]]
    if len(spans) == 1 and spans[0][3] - spans[0][1] + 1 >= len(names):
        return False
    return (repeated > 0 or len(spans) > 1) and len(filled) <= len(names) and max(map(len, above)) <= 60


def _like_data(sheet: Sheet, row: int) -> bool:
    """Whether a row holds what rows of data hold: addresses, days, numbers, or the words of the rows below it."""
    cells = [(place, cell[1].strip()) for place, cell in enumerate(sheet.row(row)) if cell]
    below = [sheet.row(other) for other in range(row + 1, min(row + 1 + _NEXT, sheet.rows))]
    values = sum(bool(DATA.match(text)) and not text.isdigit() for _, text in cells)
    again = sum(any((cell := other[place]) and cell[1].strip() == text for other in below) for place, text in cells)
    return values >= max(2, 0.2 * len(cells)) or again >= max(2, 0.5 * len(cells))


def is_data(sheet: Sheet, row: int) -> bool:
    """Whether a row is no header: it holds an address, or what data hold under a row of texts as long."""
    if any(cell and "@" in cell[1] and DATA.match(cell[1]) for cell in sheet.row(row)):
        return True
    above = [cell for cell in sheet.row(row - 1) if cell] if row else []
    return len(above) >= max(2, sum(cell is not None for cell in sheet.row(row))) and (
        _all_text(sheet, row - 1) and not _like_data(sheet, row - 1) and _like_data(sheet, row))


def _grouped(sheet: Sheet, row: int, above: list[str], own: list[str]) -> Block:
    spans = {merge[1]: merge[3] for merge in sheet.merged if merge[0] <= row <= merge[2]}
    group, until = "", -1
    found = []
    for place, text in enumerate(own):
        if above[place]:
            group, until = above[place], spans.get(place, len(own) if not spans else place)
        elif place > until:
            group = ""
        shown = f"{group} {text}".strip() if text else group if above[place] else ""
        found.append(Header(shown, tuple(dict.fromkeys(one for one in (shown, text) if one))))
    return Block((row, row + 1), tuple(found))
