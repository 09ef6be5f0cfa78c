"""Issues: one plain sentence each, that says what, where and what to do."""

from __future__ import annotations

import unicodedata
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


def clean(text: str, most: int = 60) -> str:
    """Text fit to be quoted: no control characters, not too long."""
    shown = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in text).strip()
    return shown if len(shown) <= most else shown[:most - 1] + "…"


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
            "kind": kind or ("warning" if code in WARNINGS else "error")}
