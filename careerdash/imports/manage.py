"""What happens to imports afterwards: undo, redo, rebuild, history; and what is in force now."""

from collections.abc import Callable, Sequence
from typing import Any

import careerdash
from careerdash.build import BuildError, BuildPlan
from careerdash.build.plan import Progress
from careerdash.ledger.entries import ImportEntry, Publication, State
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger

from .house import open_house, silent
from .keep import source_of, typed_tables
from .model import ImportsError, Published

WAITING_CODES = ("unknown_person", "unknown_pair", "ambiguous_person", "swapped_people")
"""Why a build sets a row aside that the reading had accepted: it comes in once another import says more."""

Change = Callable[[dict[int, ImportEntry]], dict[int, State]]
"""From all imports to the states that change."""


def undo(folder: DataFolder, ids: Sequence[int], *, by: str = "", progress: Progress = silent) -> Published:
    """Takes imports out of force, in any order; files and receipts stay. Those undone before stay so.

    Raises ImportsError for an id that no import has, or one that another import replaced.
    """
    def change(entries: dict[int, ImportEntry]) -> dict[int, State]:
        for entry in _named(entries, ids):
            if entry.state == "replaced":
                raise ImportsError(f"Import {entry.import_id} is not in force: a later import of the same file "
                                   "took its place.")
        return {import_id: "undone" for import_id in ids if entries[import_id].state == "in force"}

    return _publish(folder, change, "undo", by, progress)


def redo(folder: DataFolder, ids: Sequence[int], *, by: str = "", progress: Progress = silent) -> Published:
    """Brings imports back into force, at their old place; another import of the same bytes makes room.

    Raises ImportsError for an id that no import has, or two ids of the same file.
    """
    def change(entries: dict[int, ImportEntry]) -> dict[int, State]:
        coming = {entry.sha256: entry for entry in _named(entries, ids)}
        if len(coming) < len(set(ids)):
            raise ImportsError("Two of these imports are of the same file: only one of them can be in force.")
        states: dict[int, State] = {
            entry.import_id: "replaced" for entry in entries.values()
            if entry.state == "in force" and coming.get(entry.sha256, entry) is not entry}
        return states | {entry.import_id: "in force" for entry in coming.values() if entry.state != "in force"}

    return _publish(folder, change, "redo", by, progress)


def rebuild(folder: DataFolder, *, by: str = "", progress: Progress = silent) -> Published:
    """Makes the build in force again from kept files and recorded decisions."""
    return _publish(folder, None, "rebuild", by, progress)


def history(folder: DataFolder) -> list[dict[str, Any]]:
    """All imports ever recorded, oldest first, as `imports --json` prints them; [] where there is no ledger."""
    if not Ledger.exists(folder):
        return []
    ledger = Ledger(folder)
    try:
        return [_told(entry) for entry in ledger.imports()]
    finally:
        ledger.close()


def receipt(folder: DataFolder, import_id: int) -> dict[str, Any]:
    """The receipt of an import: {"message", "balance", "changes", "effect", "issue_counts", "waited", "waiting"}.

    All is of the day of the import, but for `waiting`: its rows that the build in force sets aside because their
    people or pairs are not known, null where the import is not in force; `waited`: how many there were on its day.
    Raises ImportsError for an id that no import has.
    """
    ledger = Ledger(folder)
    try:
        entry = _named({entry.import_id: entry for entry in ledger.imports()}, [import_id])[0]
    finally:
        ledger.close()
    waited = sum(entry.receipt.get("issue_counts", {}).get(code, 0) for code in WAITING_CODES)
    return {**entry.receipt, "waited": waited,
            "waiting": _waiting(folder, import_id) if entry.state == "in force" else None}


def _waiting(folder: DataFolder, import_id: int) -> int | None:
    from careerdash.store import Store, current_build

    path = current_build(folder)
    if path is None:
        return None
    store = Store.open(path)
    try:
        found = store.rows("select count(distinct (sheet, row)) as n from row_note where import_id = $id and "
                           "kind = 'error'", {"id": import_id})
        return int(found[0]["n"])
    finally:
        store.close()


def info(folder: DataFolder) -> dict[str, Any]:
    """What is in force, as `info --json` prints it."""
    found: dict[str, Any] = {"version": careerdash.__version__, "data": str(folder.root), "ledger": None, "build": None,
                             "content": None, "data_day": None, "imports": 0, "rows": {}, "people": 0}
    if not Ledger.exists(folder):
        return found
    ledger = Ledger(folder)
    try:
        found |= {"ledger": ledger.location, "imports": len(ledger.in_force())}
        build = ledger.build_in_force()
    finally:
        ledger.close()
    if build is not None and build.build_id is not None:
        found |= {"build": build.build_id, "content": build.content, "rows": dict(build.rows), "people": build.people,
                  "data_day": None if build.data_day is None else build.data_day.isoformat()}
    return found


def _publish(folder: DataFolder, change: Change | None, action: str, by: str, progress: Progress) -> Published:
    if not Ledger.exists(folder):
        if change is None:
            return Published(None, None)
        raise ImportsError("There are no imports yet.")
    try:
        with open_house(folder) as house, house.publisher(progress) as publisher:
            entries = {entry.import_id: entry for entry in house.ledger.imports()}
            states = {} if change is None else change(entries)
            in_force = house.ledger.build_in_force()
            if in_force is None:
                return Published(None, None)
            if change is not None and not states:
                return Published(in_force.build_id, in_force.content)
            staying = sorted((entry for entry in entries.values()
                              if states.get(entry.import_id, entry.state) == "in force"),
                             key=lambda entry: (entry.data_day, entry.place))
            candidate = publisher.candidate(BuildPlan(
                tuple(source_of(entry, typed_tables(folder, entry, house.workspace.path)) for entry in staying),
                house.ledger.settings()))
            build = publisher.build_entry(candidate)
            publisher.publish(candidate, Publication(build, action, by, states=states,
                                                     detail={"imports": sorted(states)}))
            return Published(build.build_id, build.content)
    except BuildError as error:
        raise ImportsError(str(error)) from error


def _named(entries: dict[int, ImportEntry], ids: Sequence[int]) -> list[ImportEntry]:
    for import_id in ids:
        if import_id not in entries:
            raise ImportsError(f"There is no import {import_id}: the history lists all imports with their numbers.")
    return [entries[import_id] for import_id in dict.fromkeys(ids)]


def _told(entry: ImportEntry) -> dict[str, Any]:
    return {"import_id": entry.import_id, "batch": entry.batch, "file": entry.file_name, "sha256": entry.sha256,
            "state": entry.state, "data_day": entry.data_day.isoformat(), "data_day_from": entry.data_day_from,
            "received_at": f"{entry.received_at.isoformat(timespec='seconds')}Z", "received_by": entry.received_by,
            "kept": entry.kept, "rows": dict(entry.typed_tables), "message": entry.receipt.get("message", ""),
            "changes": entry.receipt.get("changes", {}),
            "set_aside": entry.receipt.get("balance", {}).get("rows", {}).get("quarantined", 0)}
