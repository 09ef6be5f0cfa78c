"""Where a sheet's table stands: titles, header, data, footer, example rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow.compute as pc

from ..coded import where
from ..model import BOOLEAN, DATE, NUMBER, TEXT, Sheet
from ..values.names import bare, normal

_LOOK = 40
DATA = re.compile(r"^\s*(\S+@\S+\.\w+|[\d.,:/\s-]*\d[\d.,:/\s-]*)\s*$")
"""Texts that stand in rows of data: e-mail addresses, numbers, days."""
_FOOTER = re.compile(
    r"^\W*(grand total|total|subtotal|sum|summe|gesamt|totale?s?|filter|applied filter|filters applied|"
    r"report (run|generated|date)|generated|exported|export date|printed|run date|run by|source|legend|note[s:]|"
    r"confidential|end of (report|file)|page \d|rows?:|records?:|count:|number of (rows|records)|"
    r"copyright|©|\*+\s|data as of|as of|stand:?|stand vom|erstellt|gefiltert)", re.I)
_TOTAL = re.compile(
    r"^\W*(grand total|sub-?total|total|totals|sum|summe|gesamt|gesamtsumme|totale|totaal)\b\W*(\w+\W*)?$", re.I)
_CELLS = frozenset(("yes", "no", "ja", "nein", "oui", "non", "x", "mentor", "mentee", "active", "completed", "open"))
_SPOKEN = r"(?i)^[^a-z]*(grand|sub|total|sum|gesamt|totaa|example|beispiel|sample)"
_EXAMPLE = re.compile(
    r"^\W*(example|sample|beispiel|exemple|ejemplo|esempio|exemplo|voorbeeld)(\s*[:\-–—(\])]|\s*$|\s+(mentoring )?("
    r"row|connection|mentor|mentee|name|user|entry|only|pair|match|program|person|employee|relationship|record|data)\b)|"
    r"\((example|sample)\)|"
    r"(delete|remove) this (row|line)|do not import", re.I)
_NOBODY_AT = re.compile(r"^(mentor|mentee|mentor\.?1|mentee\.?1|student|employee|user|name|email|first\.?last|"
                        r"firstname\.lastname|your\.?name|j(ane|ohn)\.?doe|example|sample)@\w*example\.\w+$", re.I)


@dataclass(frozen=True)
class Shape:
    """Rows and columns of one table on its sheet, counted from 0; `stop` is exclusive."""

    top: int
    header_rows: tuple[int, ...]
    first: int
    stop: int
    bottom: int
    left: int
    right: int
    skipped: tuple[int, ...] = ()


def filled_rows(sheet: Sheet) -> np.ndarray:
    """Number of valued cells in each row."""
    filled = np.zeros(sheet.rows, dtype=np.int32)
    for column in sheet.columns:
        filled += column.valued
    return filled


def header_candidates(sheet: Sheet, top: int, bottom: int, known: frozenset[str]) -> list[tuple[float, int]]:
    """Rows that may be the header, best first: score and row. `known`: normal forms of all known names."""
    found = []
    rows = range(top, min(bottom, top + _LOOK))
    width = max((sum(cell is not None for cell in sheet.row(row)) for row in rows), default=0)
    for row in rows:
        cells = [cell for cell in sheet.row(row) if cell is not None]
        if not cells:
            continue
        texts = [text for kind, text in cells if kind == TEXT and text.strip()]
        hits = len({normal(text) for text in texts if normal(text) in known or bare(text) in known} - _CELLS)
        other = sum(kind in (NUMBER, DATE, BOOLEAN) or bool(DATA.match(text)) for kind, text in cells)
        score = hits * 2 + len(set(texts)) / max(1, width) * 2 - other * 1.5 - (row - top) * 0.05
        found.append((score, row))
    return sorted(found, key=lambda item: (-item[0], item[1]))


def shape_of(sheet: Sheet, block: tuple[int, ...], top: int, bottom: int) -> Shape:
    """The table under its header rows: its data up to the footer, and the rows within that are no data."""
    filled = filled_rows(sheet)
    header = block[-1]
    used = [index for index, column in enumerate(sheet.columns) if column.valued[block[0]:bottom].any()]
    left, right = (min(used), max(used) + 1) if used else (0, len(sheet.columns))
    stop = _before_footer(sheet, filled, header + 1, bottom)
    skipped = {row for row in _spoken(sheet, header + 1, stop).tolist() if _no_data(sheet, row, filled, header)}
    skipped |= set(_repeated(sheet, header, stop).tolist())
    skipped |= set(_examples(sheet, header + 1, min(stop, header + 6)))
    return Shape(top, block, header + 1, stop, bottom, left, right, tuple(sorted(skipped)))


def _repeated(sheet: Sheet, header: int, stop: int) -> np.ndarray:
    """Rows that say the header again, as after a page break."""
    same = np.ones(max(0, stop - header - 1), dtype=bool)
    seen = 0
    for column in sheet.columns:
        cell = column.cell(header)
        if cell is None:
            continue
        part = column.part(header + 1, stop)
        same &= where(part.text, _equals(cell[1]))
        seen += 1
        if not same.any():
            break
    return np.flatnonzero(same) + header + 1 if seen > 1 else np.zeros(0, dtype=np.int64)


def _examples(sheet: Sheet, first: int, stop: int) -> Iterator[int]:
    """The rows that a template holds to show how it is filled in: those right under the header that say so."""
    for row in range(first, stop):
        texts = [cell[1].strip() for cell in sheet.row(row) if cell and cell[0] == TEXT and len(cell[1]) < 90]
        addresses = [text for text in texts if "@" in text]
        if not (any(_EXAMPLE.search(text) for text in texts if "@" not in text)
                or (addresses and all(_NOBODY_AT.match(text) for text in addresses))):
            return
        yield row


def _equals(text: str) -> Callable[[Any], Any]:
    return lambda texts: pc.equal(texts, text)


def _spoken(sheet: Sheet, first: int, stop: int) -> np.ndarray:
    """Rows whose first cell begins with a word for totals or examples; looked for by column, not by row."""
    open_rows = np.ones(max(0, stop - first), dtype=bool)
    found = np.zeros(max(0, stop - first), dtype=bool)
    for column in sheet.columns:
        if not open_rows.any():
            break
        part = column.part(first, stop)
        says = where(part.text, lambda text: pc.match_substring_regex(text, _SPOKEN))
        found |= open_rows & says
        open_rows &= ~part.valued
    return np.flatnonzero(found) + first


def _no_data(sheet: Sheet, row: int, filled: np.ndarray, header: int) -> bool:
    first = _first(sheet, row)
    if first is None or first[0] != TEXT:
        return False
    return bool(_EXAMPLE.match(first[1]) or (_TOTAL.match(first[1]) and filled[row] < max(2, filled[header])))


def _first(sheet: Sheet, row: int) -> tuple[str, str] | None:
    for column in sheet.columns:
        if column.valued[row]:
            return column.cell(row)
    return None


def _before_footer(sheet: Sheet, filled: np.ndarray, first: int, bottom: int) -> int:
    """The row after the last data row: footers are short rows at the end that say so, or stand after a gap."""
    stop = bottom
    width = int(filled[max(0, first - 1)]) if first > 0 else 0
    row = stop - 1
    while row >= first and bottom - row < 40:
        if not filled[row]:
            row -= 1
            continue
        cell = _first(sheet, row)
        short = filled[row] <= max(1, width // 4) and width >= 2
        says = (cell is not None and cell[0] == TEXT and bool(_FOOTER.match(cell[1]))
                and filled[row] <= max(2, width // 2))
        gap = row > first and not filled[row - 1] and short and cell is not None and " " in cell[1].strip()
        if not (says or gap):
            break
        stop = row
        row -= 1
    return stop
