"""People without a partner: rows of pair files that name one side alone, read again from the kept cells.

Such rows are no pairs, so that no build holds them; the receipt says where they stand, the decisions say which
column names whom.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from careerdash.ledger.entries import ImportEntry
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger

Side = Literal["mentor", "mentee"]


@dataclass(frozen=True)
class WaitingRow:
    """One row of one import in force that names one side alone. What the row does not say is empty."""

    import_id: int
    file_name: str
    data_day: date
    sheet: str
    row: int
    side: Side
    person_id: str
    email: str
    name: str
    program: str
    cohort: str


@dataclass(frozen=True)
class Waiting:
    """One person who waits for a partner: listed first and last by these files, of these days."""

    side: Side
    person_id: str
    email: str
    name: str
    program: str
    cohort: str
    since: date
    since_file: str
    last: date
    last_file: str


def waiting_rows(folder: DataFolder) -> tuple[WaitingRow, ...]:
    """The rows of all imports in force, in the order of a build; of one import at most those its receipt names."""
    if not Ledger.exists(folder):
        return ()
    ledger = Ledger(folder)
    try:
        entries = ledger.in_force()
    finally:
        ledger.close()
    return tuple(row for entry in entries for row in _rows_of(folder, entry))


def people_waiting(rows: Sequence[WaitingRow], as_of: date) -> list[Waiting]:
    """The people of these rows by the day, each once a side and program, who has waited longest first."""
    found: dict[tuple[str, ...], list[WaitingRow]] = {}
    for row in rows:
        if row.data_day <= as_of:
            who = row.person_id or row.email.lower() or row.name.casefold()
            found.setdefault((row.side, who, row.program), []).append(row)
    people = [Waiting(last.side, last.person_id, last.email, last.name, last.program, last.cohort, first.data_day,
                      first.file_name, last.data_day, last.file_name)
              for mine in found.values()
              for first, last in ((min(mine, key=lambda row: row.data_day), max(mine, key=lambda row: row.data_day)),)]
    return sorted(people, key=lambda one: (one.since, one.name.casefold(), one.email, one.person_id, one.side))


def _rows_of(folder: DataFolder, entry: ImportEntry) -> Iterator[WaitingRow]:
    issues = [issue for issue in entry.receipt.get("balance", {}).get("issues", ())
              if issue["code"] == "no_pair" and issue["row"]]
    cells = _cells(folder, entry) if issues else None
    if cells is None:
        return
    parts = entry.decisions["reading"]["tables"]
    texts = _texts(cells, {(issue["sheet"], issue["row"]) for issue in issues})
    for issue in issues:
        part = next((part for part in parts if part["name"] == issue["sheet"]
                     and part["first"] < issue["row"] <= part["stop"]), None)
        if part is None:
            continue
        said = _said(part, texts.get((issue["sheet"], issue["row"]), {}))
        missing = _side_of(part, issue["column"])
        side: Side = "mentee" if missing == "mentor" else "mentor"
        name = said.get(f"{side}_name") or " ".join(
            filter(None, (said.get(f"{side}_name[first]"), said.get(f"{side}_name[last]"))))
        yield WaitingRow(entry.import_id, entry.file_name, entry.data_day, issue["sheet"], issue["row"], side,
                         said.get(f"{side}_id", ""), said.get(f"{side}_email", ""), name, said.get("program", ""),
                         said.get("cohort", ""))


def _cells(folder: DataFolder, entry: ImportEntry) -> Path | None:
    """The kept cells, whichever reader made them: texts of people are the same in all."""
    kept = folder.parsed / entry.sha256
    suffix = "" if entry.kept == "bytes" else f"-{entry.typed_key}"
    return max(kept.glob(f"cells-*{suffix}.parquet"), default=None)


def _texts(cells: Path, places: set[tuple[str, int]]) -> dict[tuple[str, int], dict[int, str]]:
    """The texts of these rows (sheet, row) by column, both counted from 1."""
    import pyarrow.parquet as pq

    rows = sorted({row for _, row in places})
    table = pq.read_table(cells, columns=["sheet", "row", "column", "text"], filters=[("row", "in", rows)])
    found: dict[tuple[str, int], dict[int, str]] = {}
    for cell in table.to_pylist():
        if (cell["sheet"], cell["row"]) in places:
            found.setdefault((cell["sheet"], cell["row"]), {})[cell["column"]] = cell["text"]
    return found


def _said(part: Mapping[str, Any], texts: Mapping[int, str]) -> dict[str, str]:
    """What a row says about the pair by field: from its cells, else from what holds for the whole table."""
    said = {constant["field"].removeprefix("pair."): str(constant["value"]) for constant in part["constants"]
            if constant["field"] in ("pair.program", "pair.cohort")}
    for column in part["columns"]:
        for target in column["targets"] if column["role"] == "field" else ():
            text = texts.get(column["at"] + 1, "").strip()
            if target.startswith("pair.") and text:
                said[target.removeprefix("pair.")] = text
    return said


def _side_of(part: Mapping[str, Any], letter: str | None) -> Side:
    """Whose columns the column of an issue belongs to."""
    for column in part["columns"]:
        if column["column"] == letter and any(target.startswith("pair.mentor") for target in column["targets"]):
            return "mentor"
    return "mentee"
