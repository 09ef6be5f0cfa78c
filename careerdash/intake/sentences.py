"""Issues: one plain sentence each, that says what, where and what to do."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

from .request import letters

WARNINGS = frozenset(("no_pair", "end_before_start", "start_assumed", "duplicate_id", "ragged_row",
                      "nothing_filled"))

_SENTENCES = {
    "bad_date": "is not a day we can read; correct it or leave the cell empty",
    "ambiguous_date": "can be two different days; choose the order of day and month for this column",
    "bad_number": "is not a number that fits here; correct it or leave the cell empty",
    "unknown_word": "is a word we do not know here; say what it means or leave the cell empty",
    "out_of_range": "is outside the range that makes sense; it is ignored until you correct it",
    "missing_value": "is empty but the row needs it; fill it in and import the file again",
    "missing_person": "names nobody, so the row cannot be placed; fill in the mentor and the mentee",
    "error_cell": "holds a formula error; correct the formula or leave the cell empty",
    "no_pair": "names no partner yet; the row waits until both people are named",
    "end_before_start": "ends before it starts; check both days",
    "duplicate_id": "repeats an earlier row with other values; the later values are used, check which is right",
    "nothing_filled": "names people but holds nothing else that is looked for here; fill it in if something is missing",
    "ragged_row": "has another number of fields than the header; check its separators and quotation marks",
}


@lru_cache(10_000)
def clean(text: str, most: int = 60) -> str:
    """Text fit to be quoted: no control characters, not too long."""
    shown = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text).strip()
    return shown if len(shown) <= most else shown[:most - 1] + "…"


def kind_of(code: str, kind: str | None) -> str:
    """The kind of an issue: what is said of it, else by its code."""
    return kind or ("warning" if code in WARNINGS else "error")


def more_issues(sheet: str, column: int | None, code: str, count: int, *, header: str | None,
                kind: str) -> dict[str, Any]:
    """What stands for the issues of a column and code beyond those that are listed: `more` is their number."""
    place = "rows" if column is None else f"column {letters(column)}" + (f" ({clean(header, 40)})" if header else "")
    return {"sheet": sheet, "row": None, "column": None if column is None else letters(column), "value": None,
            "code": code, "message": f"The same is the matter {count:,} more times in {place} of {clean(sheet, 40)}; "
                                     "correct those that are listed, and import the file again to see the others.",
            "kind": kind, "more": count}


def issue(sheet: str, row: int, column: int | None, code: str, *, header: str | None = None, value: str | None = None,
          kind: str | None = None) -> dict[str, Any]:
    """One issue as `check` prints it. `row` counts from 1, `column` from 0; `value` null where it is private."""
    place = f"Row {row} of {clean(sheet, 40)}"
    if column is not None:
        place += f", column {letters(column)}" + (f" ({clean(header, 40)})" if header else "")
    shown = value is not None and code not in ("error_cell", "missing_value", "no_pair")
    quoted = f': "{clean(value or "")}"' if shown else "," if column is not None else ""
    message = f"{place}{quoted} {_SENTENCES[code]}."
    return {"sheet": sheet, "row": row, "column": None if column is None else letters(column),
            "value": None if value is None else clean(value, 200), "code": code, "message": message,
            "kind": kind_of(code, kind)}
