"""What the review of a file says: what a column can be, what a row is, what a text can mean."""

from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from ..imports.model import Corrections
from ..schema import CHECKLIST_ITEMS, FLAG_COLUMNS, SOURCE_COLUMNS, TABLES, VOCABULARIES, typed_columns
from .imports import TABLES as ROWS
from .imports import brought

NOTHING = "nothing for us"
EXTRA = "something else: kept with the row"
REFUSED = "something that must not be kept"
EMPTY = "nothing: leave it empty"
PRIVATE = "private"

_HIDDEN = {name for columns in (SOURCE_COLUMNS, *FLAG_COLUMNS.values()) for name, _ in columns}


def header_rows(rows: Sequence[int]) -> str:
    """Rows of a header as they are written in an answer: `3` or `3-4`."""
    return str(rows[0]) if len(rows) == 1 else f"{rows[0]}-{rows[-1]}"


def person_choice(question: str, choice: str) -> str:
    """Who fits a question about people, in its own words: `2210` -> `2210 (IT, kim@example.org)`.

    >>> person_choice("Which Kim is meant in column A of Log (2 rows): 9 (IT) or 12?", "9")
    '9 (IT)'
    """
    people = question.removesuffix("?").rpartition("): ")[2].split(" or ")
    return next((who for who in people if who == choice or who.startswith(f"{choice} (")), choice)


def sheet_choices() -> dict[str, str]:
    """What a sheet can hold: {code: words}."""
    return {**{name: formats.capital(words) for name, words in ROWS.items()}, "none": formats.capital(NOTHING)}


def holds(target: str) -> str:
    """A field in words: `pair.mentor_email` -> `pair: mentor e-mail`."""
    table, _, column = target.partition(".")
    column, _, group = column.partition("[")
    words = column.replace("_", " ").replace("email", "e-mail")
    return f"{table.replace('_', '-')}: {words}{f' {group[:-1]}' if group else ''}"


def column_choices(primary: str, present: Sequence[str]) -> dict[str, str]:
    """What a column of a sheet can hold: {words: answer}; the sheet's own table first, then those beside it."""
    tables = [primary, *(name for name in ("pair", "check_in", "vision") if name != primary)]
    if primary not in ("pair", "check_in") and not TABLES[primary].names_pair:
        tables = [primary]
    targets = [f"{name}.{column}" for name in tables for column, _ in typed_columns(TABLES[name])
               if column not in _HIDDEN and (name == primary or column not in ("pair_id", "program"))]
    if primary in ("pair", "checklist"):
        targets += [f"checklist.{column}[{item}]" for item in CHECKLIST_ITEMS for column in ("done", "done_date")]
    if primary == "pair":
        targets += ["check_in.date[last]", "check_in.date[next]"]
    found = {holds(target): target for target in dict.fromkeys([*present, *targets])}
    return {**found, EXTRA: "extra", REFUSED: "refused"}


def column_held(field: str | Sequence[str] | None, role: str) -> str:
    """What a column holds now, in the words of `column_choices`."""
    if role == "refused":
        return REFUSED
    if not field:
        return EXTRA
    return holds(field) if isinstance(field, str) else " + ".join(map(holds, field))


def word_choices(field: str | Sequence[str] | None) -> list[str]:
    """The words that a text of this column can mean; [] where it is not a field of fixed words."""
    if not isinstance(field, str):
        return []
    table, _, column = field.partition(".")
    known = next((one for one in TABLES[table].fields if one.name == column.split("[")[0]), None)
    if known is None or known.kind not in ("word", "boolean"):
        return []
    words = ["yes", "no"] if known.kind == "boolean" else list(VOCABULARIES[known.vocabulary or ""].words)
    return [*words, EMPTY]


def is_private(field: str | Sequence[str] | None) -> bool:
    """Whether a column holds what only the pair page shows."""
    fields = [field] if isinstance(field, str) else field or []
    return any(one.name == target.split(".", 1)[1].split("[")[0] and one.privacy == "private"
               for target in fields for one in TABLES[target.split(".", 1)[0]].fields)


def found(result_changes: Mapping[str, Mapping[str, int]] | None, aside: int) -> str:
    """What a file brings, in one sentence: `12 new check-ins, 2 changed pairs; 3 rows set aside.`"""
    parts = [brought(result_changes or {})]
    if aside:
        parts.append(f"{formats.count(aside, 'row')} set aside")
    return f"{formats.capital('; '.join(parts))}."


def said_so_far(said: Corrections) -> str | None:
    """What was said about a file: `So far: 1 answer, 3 cells corrected, 2 rows skipped`; None where nothing was."""
    parts = [formats.count(len(said.answers), "answer") if said.answers else "",
             f"{formats.count(len(said.fixes), 'cell')} corrected" if said.fixes else "",
             f"{formats.count(len(said.skips), 'row')} skipped" if said.skips else ""]
    return f"So far: {', '.join(part for part in parts if part)}" if any(parts) else None


def cell_change(cell: Mapping[str, Any]) -> dict[str, Any]:
    """A changed cell as a row of a table."""
    return {"Who": cell["who"] or "", "What": holds(f"{cell['table']}.{cell['field']}"), "Was": cell["old"] or "",
            "Is": cell["new"] or "", "Where": f"{cell['sheet']}, row {cell['row']}"}


def missing(pairs: int) -> str:
    """The choice for pairs that an export no longer holds."""
    return f"{formats.count(pairs, 'running pair')} of these programs {'is' if pairs == 1 else 'are'} not in the file"


MISSING: dict[str, str] = {"keep": "Keep them as they are", "end": "They have ended"}


def mapping(one: Mapping[str, Any]) -> str:
    """What is remembered for a header: `check-ins, 6 columns`."""
    return f"{ROWS.get(one['table'], one['table'])}, {formats.count(len(one['columns']), 'column')}"


def receipt_waiting(now: int | None, then: int) -> str | None:
    """What became of rows without their pair: `4 of the 6 rows that waited came in since`; None where none waited."""
    if now is None or not (now or then):
        return None
    if now >= then:
        return f"{formats.count(now, 'row')} still {'waits' if now == 1 else 'wait'} for a pair of another file"
    return f"{formats.number(then - now)} of the {formats.count(then, 'row')} that waited for a pair came in since"
