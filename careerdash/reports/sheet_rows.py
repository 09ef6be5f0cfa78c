"""Rows of a large sheet, written as the cells' own XML.

xlsxwriter takes 4 to 15 millionths of a second a cell; 100,000 pairs with their check-ins are 25 million cells. This
writes into the same file of rows (its `constant_memory` mode) a tenth as long. It leans on four inner names of
xlsxwriter, which is pinned exactly; a test holds both ways of writing equal.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Row = Mapping[str, Any]
Cell = Callable[[Any], str]
"""From a value to what stands in the cell's XML behind its style."""

FIRST_DAY = date(1900, 3, 1)
"""From this day on Excel counts days as everybody does: it believes in a 29 February 1900."""

_DAY_ZERO = date(1899, 12, 30).toordinal()
_KEPT = 50_000
_AT_ONCE = 1000
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML cannot hold, and an underscore that Excel would take for the start of such an escape."""


def write_rows(sheet: "Worksheet", rows: Iterable[Row], plan: Sequence[tuple[str, "Format", Cell]], first: int,
               most: int) -> tuple[int, int]:
    """Writes rows from row `first` (from 0) on, up to `most` rows in all; how many were written and left off.

    `plan`: a column's key in the rows, its format, and how its values are written. The rows above are written before,
    nothing below afterwards.
    """
    sheet._write_single_row(first)  # the rows above are complete
    heads = [(key, f'<c r="{_letters(place)}', f'" s="{style._get_xf_index()}"', cell)
             for place, (key, style, cell) in enumerate(plan)]
    number, left_off = first, 0
    waiting: list[str] = []
    for row in rows:
        if number >= most:
            left_off += 1
            continue
        number += 1
        parts = [f'<row r="{number}">']
        for key, name, style, cell in heads:
            value = row[key]
            if value is not None:
                parts.append(f"{name}{number}{style}{cell(value)}")
        parts.append("</row>")
        waiting.append("".join(parts))
        if len(waiting) == _AT_ONCE:
            sheet.row_data_fh.write("".join(waiting))
            waiting.clear()
    sheet.row_data_fh.write("".join(waiting))
    if number > first:
        sheet.dim_rowmax = number - 1
    return number - first, left_off


def text_cell(guarded: Callable[[Any], str]) -> Cell:
    """Writes texts; what occurs often is worked out once."""
    known: dict[Any, str] = {}

    def cell(value: Any) -> str:
        found = known.get(value)
        if found is None:
            found = _inline(guarded(value))
            if len(known) < _KEPT:
                known[value] = found
        return found

    return cell


def number_cell(value: Any) -> str:
    """A number in full precision. Raises ValueError for what is none."""
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("a cell cannot hold this number")
    return f"><v>{value!r}</v></c>"


def flag_cell(value: Any) -> str:
    """True or false."""
    return ' t="b"><v>1</v></c>' if value else ' t="b"><v>0</v></c>'


def day_cell(value: Any) -> str:
    """A day as Excel counts them; one before `FIRST_DAY` as text."""
    day = as_day(value)
    return _inline(day.isoformat()) if day < FIRST_DAY else f"><v>{day.toordinal() - _DAY_ZERO}</v></c>"


def as_day(value: Any) -> date:
    """A day from itself, from ISO text, or the first one of a month from `2026-03`."""
    if not isinstance(value, str):
        day: date = value
        return day
    return date.fromisoformat(value if len(value) > 7 else f"{value}-01")


def _inline(text: str) -> str:
    safe = _ODD.sub(lambda found: f"_x{ord(found.group()):04X}_", text)
    safe = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    space = ' xml:space="preserve"' if safe != safe.strip() else ""
    return f' t="inlineStr"><is><t{space}>{safe}</t></is></c>'


def _letters(place: int) -> str:
    """The letters of a column, from 0.

    >>> _letters(0), _letters(25), _letters(26), _letters(701), _letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    letters = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        letters = chr(65 + rest) + letters
        place -= 1
    return letters
