"""Questions about people that only a build can ask: which of several is meant, and whether ids lost their zeros.

Their answers go with the import: the typed rows then name the person that was chosen.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from careerdash import formats
from careerdash.build import LostZeros, Placed, WhoIsMeant
from careerdash.ledger.entries import ImportEntry

from .balance import column_of
from .parts import Part

MOST = 30
"""Questions about people that one file asks at most: those of the most rows."""
AS_WRITTEN = "as written"


def asks(aside: int, total: int) -> str:
    """The message of a file whose people have to be told apart."""
    waits = f"; until then {formats.count(aside, 'row')} of {formats.number(total)} cannot be taken in" if aside else ""
    return f"This file has questions to answer about its people{waits}."


def questions(part: Part, placed: Placed, in_force: Iterable[ImportEntry]) -> list[dict[str, Any]]:
    """The questions of one file that are not answered yet, as `check` prints them."""
    reading = part.entry.decisions["reading"]
    answered = reading.get("answers", {})
    found = [_zeros(one) for one in placed.zeros if one.import_id == part.entry.import_id and one.plain]
    mine = [one for one in placed.who if one.import_id == part.entry.import_id and len(one.people) > 1]
    if mine:
        before = _chosen(reading, in_force)
        found += [_who(one, part.balance["sheets"], before) for one in mine[:MOST]]
    return [one for one in found if one["id"] not in answered]


def remarks(part: Part, placed: Placed) -> tuple[str, ...]:
    """Sentences about ids that may lack zeros and that no question can settle: in another file, or of any length."""
    said = []
    for one in placed.zeros:
        beside = f"{one.padded} and {one.bare} count as two people"
        if one.import_id == part.entry.import_id and not one.plain:
            said.append(f"{formats.capital(beside)}: if {_short(one.sheet)} has lost leading zeros, write them there.")
        elif one.beside == part.entry.import_id and one.import_id < one.beside:
            said.append(f"{formats.capital(beside)}: if {_short(one.sheet)} of import {one.import_id} has lost leading "
                        "zeros, write them there and import it again.")
    return tuple(dict.fromkeys(said))


def _who(one: WhoIsMeant, sheets: Iterable[Mapping[str, Any]], before: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    column = next((letters for sheet in sheets if sheet["name"] == one.sheet for block in sheet["tables"]
                   if (letters := column_of(block, one.table, one.who))), None)
    choices = [choice for choice, _ in one.people]
    who = f"{one.table}.{one.who}"
    chosen = before.get((who, one.written))
    where = f"column {column} of {one.sheet}" if column else one.sheet
    return {
        "id": f"person|{one.sheet}|{who}|{one.written}", "sheet": one.sheet, "column": column,
        "text": f"Which {_short(one.written)} is meant in {_short(where)} ({formats.count(one.rows, 'row')}): "
                f"{' or '.join(label for _, label in one.people[:8])}?",
        "choices": choices, "suggested": chosen if chosen in choices else None}


def _zeros(one: LostZeros) -> dict[str, Any]:
    doubt = ", but names or e-mails of some differ" if one.differ else ""
    return {
        "id": f"zeros|{one.sheet}", "sheet": one.sheet, "column": None,
        "text": f"{formats.capital(formats.count(one.ids, 'id'))} of people in {_short(one.sheet)} may have lost "
                f"leading zeros: another sheet has {one.padded} where this one has {one.bare}{doubt}. Are they the "
                f"same people, whose ids have {one.width} digits?",
        "choices": [str(one.width), AS_WRITTEN], "suggested": None if one.differ else str(one.width)}


def _short(text: str) -> str:
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _chosen(reading: Mapping[str, Any], in_force: Iterable[ImportEntry]) -> dict[tuple[str, str], str]:
    """What imports with the same headers said before: proposed, not used, for the next row may mean the other one."""
    marks = {table["fingerprint"] for table in reading.get("tables", ())}
    return {(who, written): choice for entry in in_force
            for table in entry.decisions["reading"].get("tables", ()) if table["fingerprint"] in marks
            for who, written, choice in table.get("people", ())}
