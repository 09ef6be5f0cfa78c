"""Rows of a large sheet, written as the cells' own XML, many rows at a time.

xlsxwriter takes 4 to 15 millionths of a second a cell; 100,000 pairs with their check-ins are 25 million cells. This
writes into the same file of rows (its `constant_memory` mode) a small part as long, because Arrow puts the texts of
whole columns together. It leans on four inner names of xlsxwriter, which is pinned exactly; a test holds both ways of
writing equal.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Batch = Mapping[str, "pa.Array"]
"""Some rows as columns; a record batch of Arrow is one."""

Cells = Callable[["pa.Array"], "pa.Array"]
"""From a column to what stands in the XML of each cell behind its style; null for no cell."""

FIRST_DAY = date(1900, 3, 1)
"""From this day on Excel counts days as everybody does: it believes in a 29 February 1900."""

_DAYS_TO_1970 = 25_569
_PLAIN = "^[0-9A-Za-z]([0-9A-Za-z .,:/()-]*[0-9A-Za-z.,:/()-])?$"
_SHORT = 1000
"""Texts of this form, below this length, are written as they are: no formula, nothing to escape, no outer space."""

_ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML cannot hold, and an underscore that Excel would take for the start of such an escape."""


def write_rows(sheet: "Worksheet", batches: Iterable[Batch], plan: Sequence[tuple[str, "Format", Cells]], first: int,
               most: int) -> tuple[int, int]:
    """Writes rows from row `first` (from 0) on, up to `most` rows in all; how many were written and left off.

    `plan`: a column's key in the batches, its format, and how its values are written. The rows above are written
    before, nothing below afterwards.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    sheet._write_single_row(first)  # the rows above are complete
    heads = [(key, f'<c r="{_letters(place)}', f'" s="{style._get_xf_index()}"', cells)
             for place, (key, style, cells) in enumerate(plan)]
    number, left_off = first, 0
    for batch in batches:
        size = len(batch[plan[0][0]])
        kept = min(size, most - number)
        left_off += size - kept
        if not kept:
            continue
        numbers = pa.array(range(number + 1, number + kept + 1)).cast(pa.string())
        parts = [pc.binary_join_element_wise('<row r="', numbers, '">', "")]
        for key, name, style, cells in heads:
            cell = pc.binary_join_element_wise(name, numbers, style, cells(batch[key].slice(0, kept)), "")
            parts.append(pc.coalesce(cell, ""))
        sheet.row_data_fh.write("".join(pc.binary_join_element_wise(*parts, "</row>", "").to_pylist()))
        number += kept
    if number > first:
        sheet.dim_rowmax = number - 1
    return number - first, left_off


def text_cells(guarded: Callable[[str], str]) -> Cells:
    """Writes texts. Most are plain: `guarded` and the escapes of XML are for the others, one by one."""
    import pyarrow as pa
    import pyarrow.compute as pc

    def cells(values: "pa.Array") -> "pa.Array":
        coded = values.cast(pa.string()).dictionary_encode()
        texts = coded.dictionary
        odd = pc.invert(pc.and_(pc.match_substring_regex(texts, _PLAIN), pc.less(pc.binary_length(texts), _SHORT)))
        written = pc.binary_join_element_wise(' t="inlineStr"><is><t>', texts, "</t></is></c>", "")
        one_by_one = [_inline(guarded(text)) for text in texts.filter(odd).to_pylist()]
        return pc.replace_with_mask(written, odd, pa.array(one_by_one, pa.string())).take(coded.indices)

    return cells


def number_cells(values: "pa.Array") -> "pa.Array":
    """Numbers in full precision. Raises ValueError for what is none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_null(values.type):
        return values.cast(pa.string())
    if pc.all(pc.is_finite(values)).as_py() is False:
        raise ValueError("a cell cannot hold this number")
    return pc.binary_join_element_wise("><v>", values.cast(pa.string()), "</v></c>", "")


def flag_cells(values: "pa.Array") -> "pa.Array":
    """True or false."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(values.cast(pa.bool_()), ' t="b"><v>1</v></c>', ' t="b"><v>0</v></c>')


def day_cells(values: "pa.Array") -> "pa.Array":
    """Days as Excel counts them; those before `FIRST_DAY` as text."""
    import pyarrow as pa
    import pyarrow.compute as pc

    days = values.cast(pa.date32())
    counted = pc.add(days.cast(pa.int32()), _DAYS_TO_1970).cast(pa.string())
    return pc.if_else(
        pc.less(days, pa.scalar(FIRST_DAY)),
        pc.binary_join_element_wise(' t="inlineStr"><is><t>', days.cast(pa.string()), "</t></is></c>", ""),
        pc.binary_join_element_wise("><v>", counted, "</v></c>", ""))


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
