"""Remembered mappings: what a publication leaves for the next export with the same headers."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from careerdash import formats
from careerdash.intake.request import ANY, MIDDLE, ROLES
from careerdash.ledger import mappings as ledger_mappings
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ledger.mappings import RememberedMapping

from .model import ImportsError


def for_reading(ledger: Ledger, name: str | None = None) -> dict[str, Any]:
    """All mappings as a reading takes them; those under `name` also for headers of another fingerprint.

    Raises ImportsError where none is remembered under the name.
    """
    known = ledger_mappings.remembered(ledger)
    found: dict[str, Any] = {one.fingerprint: _for_reading(one) for one in known}
    if name is not None:
        found[ANY] = [_for_reading(one) for one in known if one.name == name]
        if not found[ANY]:
            raise ImportsError("No mapping is remembered under this name: the command mappings lists their names.")
    return found


def _for_reading(one: RememberedMapping) -> dict[str, Any]:
    return {"table": one.table, "columns": dict(one.columns), "orders": dict(one.orders), "words": dict(one.words),
            "reason": f"As decided on {formats.day(one.at.date())}."}


def of_reading(decisions: Mapping[str, Any], file_name: str) -> list[RememberedMapping]:
    """What there is to remember of one reading: each table whose headers no other table of the file shares."""
    tables = decisions["tables"]
    marks = Counter(table["fingerprint"] for table in tables)
    single = len({table["name"] for table in tables}) == 1
    stem = re.sub(r"[\W_]*\d{4}[-_.]?\d{2}[-_.]?\d{2}[\W_]*", " ", Path(file_name).stem).strip(" -_.") or file_name
    return [_of_table(table, stem if single else f"{stem}: {table['name']}")
            for table in tables if marks[table["fingerprint"]] == 1 and any(
                column["targets"] for column in table["columns"])]


def _of_table(table: Mapping[str, Any], name: str) -> RememberedMapping:
    """Fields as found, extras only where the user said so: a header that is not known today may be tomorrow."""
    headers = Counter(column["header"] for column in table["columns"])
    year = next((one["value"] for one in table["constants"] if one["field"] == "check_in.year"), None)
    columns: dict[str, list[str] | str] = {}
    orders: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    for column in table["columns"]:
        header = column["header"]
        if not header or headers[header] > 1:
            continue
        if column.get("told") and column["role"] in ROLES:
            columns[header] = column["role"]
        elif column["targets"] and not column["asks"]:
            columns[header] = [_without_year(target, year) for target in column["targets"]]
        scale = "-".join(map(str, column.get("scale", ())))
        if reads := column["order"] or scale or column.get("unit_said") or (MIDDLE if column.get("ticks") else None):
            orders[header] = reads
        if own := {text: word for text, word in column.get("words", {}).items() if text not in column.get("house", ())}:
            words[header] = own
    return RememberedMapping(table["fingerprint"], name, table["primary"], columns, orders, words)


def _without_year(target: str, year: str | None) -> str:
    """A month column whose year stands elsewhere in the file is remembered as its month alone."""
    return target.replace(f"[{year}-", "[") if year and target.startswith("check_in.date[") else target


def remember(ledger: Ledger, readings: Iterable[tuple[Mapping[str, Any], str]], *, by: str) -> None:
    """Keeps the mappings of a publication's readings: (decisions, file name) each."""
    found = [one for decisions, file_name in readings for one in of_reading(decisions, file_name)]
    if found:
        ledger_mappings.remember(ledger, found, by=by)


def listed(folder: DataFolder) -> list[dict[str, Any]]:
    """All mappings as `mappings --json` prints them, by name: {"name", "fingerprint", "table", "columns", "at", "by"}.

    `columns` {header: list of fields, "extra" or "refused"}; [] where there is no ledger.
    """
    if not Ledger.exists(folder):
        return []
    ledger = Ledger(folder)
    try:
        return [{"name": one.name, "fingerprint": one.fingerprint, "table": one.table, "columns": dict(one.columns),
                 "orders": dict(one.orders), "words": {header: dict(words) for header, words in one.words.items()},
                 "remembered_at": f"{one.at.isoformat(timespec='seconds')}Z", "remembered_by": one.by}
                for one in ledger_mappings.remembered(ledger)]
    finally:
        ledger.close()


def forget(folder: DataFolder, *, names: Sequence[str] = (), fingerprints: Sequence[str] = ()) -> int:
    """Deletes mappings by name or fingerprint and says how many; imports keep their own decisions.

    Raises ImportsError where there is none to delete.
    """
    wanted = {one["fingerprint"] for one in listed(folder)
              if one["name"] in names or one["fingerprint"] in fingerprints}
    if not wanted:
        raise ImportsError("No mapping is remembered under this name: the command mappings lists their names.")
    ledger = Ledger(folder)
    try:
        return ledger_mappings.forget(ledger, wanted)
    finally:
        ledger.close()
