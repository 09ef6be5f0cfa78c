"""What the Imports page says: outcomes, balances, issues in groups, what an import did to the numbers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import formats
from .labels import TILES

Row = Mapping[str, Any]

OUTCOMES: dict[str, str] = {
    "published": "Taken in", "already imported": "Already imported", "needs answers": "Needs you",
    "refused": "Not taken in"}

CODES: dict[str, str] = {
    "bad_date": "not a date", "ambiguous_date": "day and month could be swapped", "bad_number": "not a number",
    "unknown_word": "a word we do not know", "out_of_range": "out of range", "missing_value": "a needed value is empty",
    "missing_person": "no person named", "unknown_person": "a person we do not know",
    "unknown_pair": "a pair that is in no file yet; the row waits for it",
    "ambiguous_person": "more than one person fits", "swapped_people": "mentor and mentee are swapped",
    "duplicate_id": "the same id twice",
    "end_before_start": "ends before it starts", "start_assumed": "no start date, one is assumed",
    "error_cell": "an error value of the spreadsheet", "no_pair": "no partner; listed as waiting",
    "nothing_filled": "people, and nothing filled in for them",
    "ragged_row": "another number of fields than the header"}

_UNANSWERED = ("missing_person", "missing_value", "no_pair")
"""Remarks on rows that an open question decides: nothing is missing, it is only not known yet where it stands."""

_WAITS = "These rows are set aside until the question about this file is answered."

_LATER = ("unknown_pair", "unknown_person")
"""Remarks on rows that come in by themselves once another file brings what they lack."""

TABLES: dict[str, str] = {
    "person": "people", "job_change": "job changes", "program": "programs", "pair": "pairs", "check_in": "check-ins",
    "vision": "visions", "goal": "goals", "milestone": "milestones", "checklist": "checklist items",
    "resource": "resources", "feedback": "answers", "recognition": "recognitions"}

ROW_KINDS: dict[str, str] = {
    "total": "Rows", "accepted": "Accepted", "quarantined": "Set aside", "duplicate": "Duplicate", "skipped": "Skipped",
    "header": "Header", "title": "Title", "blank": "Blank"}
"""Where the rows of a sheet went; all but the total add up to it."""

CELLS_APART: dict[str, str] = {
    "hidden_sheet": "in hidden sheets", "notes_sheet": "in sheets with nothing for us", "blank_text": "only spaces",
    "refused_column": "in columns that are not kept", "error_cell": "error values", "unreadable": "not usable",
    "quarantined": "in rows set aside", "skipped": "in skipped rows", "duplicate": "in duplicate rows"}
"""Cells that did not land, by the reason."""

_KINDS = {"error": 0, "question": 1, "warning": 2}
EXAMPLES = 5


@dataclass(frozen=True)
class IssueGroup:
    """Issues of one kind in one column: how many, what they are, and where the first ones stand."""

    kind: str
    count: int
    sheet: str
    column: str | None
    code: str
    message: str
    examples: tuple[str, ...]


def grouped(issues: Sequence[Row]) -> list[IssueGroup]:
    """Issues by kind, sheet, column and code, errors first, then the most frequent."""
    groups: dict[tuple[str, str, str | None, str], list[Row]] = {}
    for issue in issues:
        groups.setdefault((issue["kind"], issue["sheet"] or "", issue["column"], issue["code"]), []).append(issue)
    found = [
        IssueGroup(kind, sum(row.get("more", 1) for row in rows), sheet, column, code,
                   _WAITS if kind == "question" and code in _UNANSWERED else str(rows[0]["message"]),
                   tuple(map(_example, rows[:EXAMPLES])))
        for (kind, sheet, column, code), rows in groups.items()]
    return sorted(found, key=lambda group: (_KINDS.get(group.kind, 3), -group.count, group.sheet, group.column or ""))


def _example(issue: Row) -> str:
    place = f"row {issue['row']}" if issue["row"] is not None else "the sheet"
    return place if issue["value"] is None else f"{place}: “{issue['value']}”"


def group_title(group: IssueGroup) -> str:
    """`12 × not a date · Check-ins, column D`."""
    where = ", ".join(part for part in (group.sheet, f"column {group.column}" if group.column else "") if part)
    what = CODES.get(group.code, group.code.replace("_", " "))
    if group.kind == "question" and group.code in _UNANSWERED:
        what = "a row that waits for an answer"
    return " · ".join(part for part in (f"{formats.number(group.count)} × {what}", where) if part)


def rows_balance(rows: Mapping[str, int]) -> str:
    """The balance of rows as a sentence that adds up; kinds without a row are left out."""
    parts = [f"{formats.number(rows[kind])} {kind}" for kind in (
        "accepted", "duplicate", "skipped", "header", "title", "blank") if rows.get(kind)]
    if rows.get("quarantined"):
        parts.insert(1, f"{formats.number(rows['quarantined'])} set aside")
    return f"{formats.count(rows['total'], 'row')} = {' + '.join(parts) or '0'}"


def cells_balance(cells: Mapping[str, Any]) -> str:
    """The balance of cells with a value: landed and named exceptions."""
    exceptions = [f"{formats.number(count)} {CELLS_APART.get(code, code.replace('_', ' '))}"
                  for code, count in sorted(cells["exceptions"].items()) if count]
    parts = [f"{formats.number(cells['landed'])} landed", *exceptions]
    return f"{formats.count(cells['valued'], 'cell')} with a value = {' + '.join(parts)}"


def tables_found(sheets: Sequence[Row]) -> str:
    """Which sheet holds what: `Check-ins: check-ins; Roster: people`."""
    said = []
    for sheet in sheets:
        feeds = [TABLES.get(name, name) for table in sheet["tables"] for name in table["feeds"]]
        if feeds:
            said.append(f"{sheet['name']}: {formats.listed(list(dict.fromkeys(feeds)))}")
    return "; ".join(said)


def changes(found: Mapping[str, Mapping[str, int]]) -> str:
    """What an import changed: `check-ins: 40 new, 2 changed; pairs: all the same`."""
    said = []
    for table, counts in found.items():
        parts = [f"{formats.number(counts[kind])} {kind}" for kind in ("new", "changed", "missing") if counts.get(kind)]
        same = "all the same" if counts.get("same") else "no rows yet"
        said.append(f"{TABLES.get(table, table)}: {', '.join(parts) or same}")
    return "; ".join(said)


def effect(found: Mapping[str, Any]) -> list[str]:
    """What an import did to the numbers, one short sentence each that moved."""
    said = [f"{TILES.get(number['key'], number['key'])} {number['was']} → {number['is']}"
            for number in found.get("numbers", ()) if number["was"] is not None and number["was"] != number["is"]]
    if found.get("newly_silent"):
        said.append(f"{formats.count(found['newly_silent'], 'pair')} newly silent")
    return said


def waited(found: Mapping[str, Any]) -> list[str]:
    """What an import did to rows of earlier ones that wait for their pair or person."""
    return [f"{formats.count(found[key], 'row')} of earlier imports {rest}" for key, rest in (
        ("came_in", "came in"), ("now_waiting", "cannot be placed any more and wait")) if found.get(key)]


def outcome(code: str, *, dry_run: bool = False) -> str:
    """What became of a file, or would."""
    return "Ready" if dry_run and code == "published" else OUTCOMES[code]


def summary(outcomes: Sequence[str], *, dry_run: bool = False) -> str:
    """What became of a drop of several files: `3 taken in, 1 not taken in`."""
    counts = Counter(outcomes)
    words = {code: outcome(code, dry_run=dry_run).lower() for code in OUTCOMES}
    if counts["needs answers"] > 1:
        words["needs answers"] = "need you"
    return ", ".join(f"{formats.number(counts[code])} {words[code]}" for code in OUTCOMES if counts[code])


def checked(outcomes: Sequence[str]) -> str:
    """The finding over a drop that was tried: `5 files checked: 2 ready, 3 need you`."""
    found = summary(outcomes, dry_run=True)
    if len(outcomes) == 1:
        found = found.removeprefix("1 ")
    return f"{formats.count(len(outcomes), 'file')} checked: {found}"


def too_many(files: int, most: int) -> str:
    """What to do with more files than are read together."""
    return (f"{formats.number(files)} files are too many at once: take out {formats.number(files - most)}, publish the "
            "others, and drop the rest then.")


def done(outcome: str, balance: Mapping[str, Any] | None, changes: Mapping[str, Mapping[str, int]] | None,
         message: str) -> str:
    """What became of one file of a drop, without what the whole drop did to the numbers."""
    if outcome != "published" or balance is None or changes is None:
        return message
    said = brought(changes)
    if aside := int(balance["rows"]["quarantined"]):
        waits = len({(issue["sheet"], issue["row"]) for issue in balance["issues"] if issue["code"] in _LATER})
        said += f"; {formats.count(aside, 'row')} set aside"
        if waits:
            which = "" if waits >= aside else f"{formats.number(waits)} of them "
            said += f", {which}until a file brings their pair or person"
    return f"{formats.capital(said)}."


def brought(changes: Mapping[str, Mapping[str, int]]) -> str:
    """What a file brings: `12 new check-ins and 2 changed pairs`, or that it brings nothing new."""
    said = [f"{formats.number(counts[kind])} {kind} {_rows_named(table, counts[kind])}"
            for table, counts in changes.items() for kind in ("new", "changed") if counts[kind]]
    same = sum(counts["same"] for counts in changes.values())
    return formats.listed(said) if said else f"nothing new, {formats.count(same, 'row')} as before" if same else (
        "nothing new")


def entry(found: Mapping[str, Any]) -> str:
    """What an import of the history brought on its day; the receipt says what the drop did to the numbers."""
    said = [brought(found["changes"])]
    if found["set_aside"]:
        said.append(f"{formats.count(found['set_aside'], 'row')} set aside")
    return "; ".join(said)


def publish_ready(ready: int, waiting: int) -> str:
    """The label of the button that publishes the files that are ready."""
    return "Publish" if not waiting else f"Publish only the {formats.count(ready, 'file')} ready"


PUBLISH_ASKED = "What is still open then is set aside or kept beside the row; nothing is guessed."


def publish_all(files: int, aside: int | None) -> str:
    """The label of the button that goes on without the rows set aside; None: questions say how many those are."""
    if aside is None:
        return f"Publish {'all ' if files > 1 else ''}with these answers"
    if not aside:
        return "Publish all" if files > 1 else "Publish as it is"
    return f"Publish {'all ' if files > 1 else ''}without {formats.count(aside, 'row')} set aside"


def advice(outcome: str, balance: Mapping[str, Any] | None, message: str) -> str:
    """What the user can do about a file, in the words of the page."""
    aside = int(balance["rows"]["quarantined"]) if balance and outcome == "needs answers" else 0
    if balance and aside and not balance.get("questions"):
        later = [issue for issue in balance["issues"] if issue["code"] in _LATER]
        waiting = len({(issue["sheet"], issue["row"]) for issue in later if "more" not in issue}) + sum(
            issue.get("more", 0) for issue in later)
        rows = formats.count(aside, "row")
        if waiting >= aside:
            return (f"{rows} {'is' if aside == 1 else 'are'} about pairs or people that no file has brought yet. Drop "
                    "the list of pairs as well, or go on without them: they come in by themselves once a file brings "
                    "those.")
        why = f", {formats.number(waiting)} of them because no file has brought their pair or person yet"
        return (f"{rows} cannot be taken in{why if waiting else ''}. Look closer to correct them here or in a marked "
                "copy of the file, or go on without them.")
    return on_page(message)


def on_page(message: str) -> str:
    """A message of the imports room without the option of the command line, which the page has as a button."""
    return message.replace(" with --accept", "")


def last_title(last: Mapping[str, Any]) -> str:
    """The finding over what the last drop changed; `last` as the ui's query gives it, {} where there is none.

    Without `effect` the viewer does not see all programs, which it is counted over: then it only says which files.
    """
    if not last:
        return "Nothing imported yet"
    if "effect" not in last:
        return "The newest files"
    moved = effect(last["effect"])
    if not moved:
        return "The last import moved none of the five numbers" if _had_numbers(last) else "These are the first numbers"
    return f"The last import moved {formats.count(len(moved), 'number')}"


def _had_numbers(last: Mapping[str, Any]) -> bool:
    return any(number["was"] is not None for number in last.get("effect", {}).get("numbers", ()))


def last_subtitle(last: Mapping[str, Any]) -> str:
    """Which files came in, and when."""
    files = last.get("files", ())
    if not files:
        return "What an import changes will stand here"
    named = files[0] if len(files) == 1 else f"{len(files)} files"
    return f"{named}, received {formats.day(date.fromisoformat(last['received_at'][:10]))}"


def _rows_of(table: str, count: int) -> str:
    return f"{formats.number(count)} {_rows_named(table, count)}"


def _rows_named(table: str, count: int) -> str:
    many = TABLES.get(table, table)
    return many if count != 1 else {"people": "person"}.get(many, many.removesuffix("s"))


def last_lines(last: Mapping[str, Any]) -> list[str]:
    """Numbers that moved, one line each, then one line for the rows of each sort."""
    lines = effect(last.get("effect", {}))
    totals: dict[str, Counter[str]] = {kind: Counter() for kind in ("new", "changed", "missing")}
    for found in last.get("changes", ()):
        for table, counts in found.items():
            for kind in totals:
                totals[kind][table] += counts.get(kind, 0)
    for kind, word in (("new", "New"), ("changed", "Changed"), ("missing", "No longer in the file")):
        parts = [_rows_of(table, count)
                 for table, count in totals[kind].most_common() if count]
        if parts:
            lines.append(f"{word}: {formats.listed(parts)}")
    return lines
