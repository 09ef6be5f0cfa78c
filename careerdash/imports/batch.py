"""One batch: the files that were read become one candidate build, and one publication."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from careerdash import formats
from careerdash.build import BuildPlan, Placed, RowIssue, Source, place_rows
from careerdash.build.compare import Comparison, TableChange, side_by_side
from careerdash.build.plan import Progress
from careerdash.build.publish import Candidate, Publisher
from careerdash.ledger.entries import ImportEntry, Publication, State
from careerdash.ledger.ledger import canonical_json, now

from . import keep
from .balance import is_balanced, quarantined, settled
from .effect import effect
from .house import House
from .mappings import remember
from .model import ImportResult
from .parts import Part, Terms, left_out, published, short_receipt
from .people import asks, questions, remarks
from .preview import preview
from .read import Item, corrections, data_day, shapes


class Batch:
    """The files of one command or drop. Import ids are true only under the publisher's lock."""

    def __init__(self, house: House, terms: Terms) -> None:
        self._house = house
        self._terms = terms
        self._in_force = house.ledger.in_force()
        self._next_id = house.ledger.next_import_id()
        self._number = house.ledger.next_batch()
        self._parts: list[Part] = []

    def run(self, items: list[Item], publisher: Publisher) -> None:
        """Gives every item its result; publishes what can be published, together, unless it is a trial."""
        for item in items:
            if item.result is None:
                self._join(item)
        while self._parts:
            candidate = publisher.candidate(self._plan())
            assert candidate is not None
            self._balance(candidate.result.placed)
            if self._leave_out():
                continue
            if self._end_missing(candidate):
                continue
            self._publish(candidate, publisher)
            return

    def look(self, items: list[Item], progress: Progress) -> None:
        """Gives every item that was read the balance that an import would find, and does nothing else.

        A file in force is looked at as if it came now: what it holds is placed by what is in force today.
        """
        parts: dict[str, Part] = {}
        for item in items:
            if item.result is None:
                assert item.received is not None
                if item.received.sha256 not in parts:
                    day, known_by = data_day(item, item.file.as_of, self._terms.today)
                    decisions = {"reading": dict(item.read.decisions or {}), "missing": "keep"}
                    parts[item.received.sha256] = self._new_part(item, decisions, day, known_by)
                    self._parts = list(parts.values())
        if self._parts:
            self._balance(place_rows(self._plan(), self._house.workspace.path / "looked-at.duckdb", progress=progress))
        for item in items:
            if item.result is None and item.received is not None:
                item.looked_at = parts[item.received.sha256].balance

    # -- joining -----------------------------------------------------------------------------

    def _join(self, item: Item) -> None:
        """Compares with what the ledger holds: already imported, undone before, or new."""
        assert item.received is not None
        day, known_by = data_day(item, item.file.as_of or self._terms.as_of, self._terms.today)
        before = item.repeated.decisions if item.repeated else None
        missing = self._terms.missing or (before or {}).get("missing", "keep")
        decisions = {"reading": dict(item.read.decisions or {}), "missing": missing}
        if before is not None and before["missing"] == missing:
            decisions = dict(before)
        same = [entry for entry in item.earlier
                if entry.data_day == day and _same_decisions(entry.decisions, decisions)]
        twin = next((part for part in self._parts if part.entry.sha256 == item.received.sha256), None)
        in_force = next((entry for entry in same if entry.state == "in force"), None)
        if twin is not None:
            item.result = ImportResult(item.file.name, item.sha256, "already imported",
                                       "This is the same file as another one of this batch.", data_day=day)
        elif in_force is not None:
            item.result = self._already(item, in_force)
        elif same:
            self._parts.append(Part(item, same[-1], False, keep.typed_tables(
                self._house.folder, same[-1], self._house.workspace.path)))
        else:
            self._parts.append(self._new_part(item, decisions, day, known_by))

    def _already(self, item: Item, entry: ImportEntry) -> ImportResult:
        return ImportResult(
            item.file.name, entry.sha256, "already imported",
            f"Already imported on {formats.day(entry.received_at.date())}: nothing changes.", entry.import_id,
            entry.data_day, self._house.folder.current_build_id(), balance=entry.receipt["balance"],
            corrections=corrections(item), notices=tuple(item.read.notices),
            shapes=shapes(item))

    def _new_part(self, item: Item, decisions: dict[str, Any], day: date, known_by: str) -> Part:
        assert item.received is not None
        import_id = self._next_id + sum(part.is_new for part in self._parts)
        old = next((entry for entry in item.earlier if entry.state == "in force"), None)
        key = keep.typed_key(decisions)
        target = item.received.path.parent / f"typed-{key}"
        tables = keep.with_ended(item.read.tables, decisions)
        entry = ImportEntry(
            import_id=import_id, batch=self._number, place=import_id if old is None else old.place, state="in force",
            sha256=item.received.sha256, file_name=Path(item.file.name).name, file_bytes=item.received.size,
            kept="bytes" if item.read.keeps_bytes else "cells", data_day=day, data_day_from=known_by,
            decisions=decisions, typed_key=key,
            typed_tables=keep.row_counts(tables),
            received_at=now(), received_by=self._terms.by, receipt={})
        return Part(item, entry, True, keep.write_typed(tables, target))

    def _plan(self) -> BuildPlan:
        coming = {part.entry.sha256 for part in self._parts}
        sources: list[tuple[tuple[date, int], Source]] = [
            ((part.entry.data_day, part.entry.place), keep.source_of(part.entry, part.typed)) for part in self._parts]
        sources += [
            ((entry.data_day, entry.place), keep.source_of(entry, keep.typed_tables(
                self._house.folder, entry, self._house.workspace.path)))
            for entry in self._in_force if entry.sha256 not in coming]
        return BuildPlan(tuple(source for _, source in sorted(sources, key=lambda pair: pair[0])),
                         self._house.ledger.settings())

    # -- judging -----------------------------------------------------------------------------

    def _balance(self, placed: Placed) -> None:
        notes: dict[int, list[RowIssue]] = {}
        for note in placed.notes:
            notes.setdefault(note.import_id, []).append(note)
        for part in self._parts:
            reading = part.item.read
            part.balance = settled(reading.cells, reading.sheets, reading.questions, reading.issues, reading.tables,
                                   notes.get(part.entry.import_id, ()), part.item.cells)
            part.remarks = remarks(part, placed)
            if part.is_new and not self._terms.accept:
                part.balance["questions"] += questions(part, placed, self._in_force)

    def _leave_out(self) -> bool:
        """Takes out what may not be published; says whether the others have to be built again."""
        staying = []
        for part in self._parts:
            aside, total = quarantined(part.balance), part.balance["rows"]["total"]
            if not is_balanced(part.balance):
                part.item.result = left_out(part, "refused", (
                    "The rows and cells of this file could not all be accounted for, so that nothing of it was taken "
                    "in."))
            elif part.is_new and not self._terms.accept and not aside and not part.entry.typed_tables:
                part.item.result = left_out(part, "needs answers", (
                    "This file has headers but no rows: fill it in, or take it in as it is with --accept."))
            elif part.balance["questions"]:
                part.item.result = left_out(part, "needs answers", asks(aside, total))
            elif aside and part.is_new and not self._terms.accept:
                part.item.result = left_out(part, "needs answers", (
                    f"{formats.count(aside, 'row')} of {formats.number(total)} cannot be taken in: correct them in the "
                    "file, or go on without them with --accept."))
            else:
                staying.append(part)
        changed = len(staying) < len(self._parts)
        self._parts = staying
        self._renumber()
        return changed

    def _renumber(self) -> None:
        """Import ids run on without a gap where a file was left out."""
        number = self._next_id
        for part in self._parts:
            if part.is_new:
                own_place = part.entry.place == part.entry.import_id
                part.entry = replace(part.entry, import_id=number, place=number if own_place else part.entry.place)
                number += 1

    def _end_missing(self, candidate: Candidate) -> bool:
        """Writes down which pairs an export no longer holds and are to end; says whether there were any."""
        before = self._house.build_in_force()
        wanting = [part for part in self._parts if part.is_new and part.entry.decisions["missing"] == "end"
                   and "ended_pairs" not in part.entry.decisions and "pair" in part.typed]
        if not wanting or before is None:
            return False
        with side_by_side(before, candidate.path) as comparison:
            for part in wanting:
                ended = comparison.missing_pairs(part.entry.import_id)
                part_new = self._new_part(part.item, {**part.entry.decisions, "ended_pairs": ended},
                                          part.entry.data_day, part.entry.data_day_from)
                part.entry = replace(part_new.entry, import_id=part.entry.import_id, place=part.entry.place)
                part.typed = part_new.typed
        return True

    # -- publishing --------------------------------------------------------------------------

    def _publish(self, candidate: Candidate, publisher: Publisher) -> None:
        before = self._house.build_in_force()
        with side_by_side(before, candidate.path) as comparison:
            moved = effect(before, candidate.path, comparison, [part.entry.import_id for part in self._parts])
            found = comparison.changes()
            for part in self._parts:
                part.changes = self._changes(part, found, comparison)
                if self._terms.dry_run:
                    part.compare = preview(part, comparison, moved)
        for part in self._parts:
            part.item.result = published(part, candidate.result.build_id, moved, dry_run=self._terms.dry_run)
        if self._terms.dry_run:
            return
        for part in self._parts:
            if part.is_new:
                self._keep(part)
        new = [part for part in self._parts if part.is_new]
        publisher.publish(candidate, Publication(
            publisher.build_entry(candidate), action="import", by=self._terms.by,
            entries=tuple(replace(part.entry, receipt=short_receipt(part.item.result)) for part in new),
            states=self._states(), detail={"imports": [part.entry.import_id for part in self._parts]}))
        remember(self._house.ledger, [(part.entry.decisions["reading"], part.entry.file_name) for part in new],
                 by=self._terms.by)

    def _states(self) -> dict[int, State]:
        coming = {part.entry.sha256: part.entry.import_id for part in self._parts}
        states: dict[int, State] = {entry.import_id: "replaced" for entry in self._in_force
                                    if coming.get(entry.sha256, entry.import_id) != entry.import_id}
        states |= {part.entry.import_id: "in force" for part in self._parts if not part.is_new}
        return states

    def _keep(self, part: Part) -> None:
        """Moves bytes, cells and typed rows to where they stay."""
        folder, entry, received = self._house.folder, part.entry, part.item.received
        assert received is not None
        if entry.kept == "bytes":
            keep.settle(received.path, keep.file_path(folder, entry.sha256))
        keep.settle(part.item.cells, keep.cells_path(folder, entry.sha256, entry.kept, entry.typed_key))
        keep.settle(received.path.parent / f"typed-{entry.typed_key}",
                    keep.typed_folder(folder, entry.sha256, entry.typed_key))

    def _changes(self, part: Part, all_changes: list[TableChange],
                 comparison: Comparison) -> dict[str, dict[str, int]]:
        """New, changed, same and missing rows of each table that the file feeds.

        A row counts for the import that brings it last. An export older than another also counts what it brings again:
        as the same, or as changed where it fills what the newer one leaves empty.
        """
        found = {change.table: change for change in all_changes if change.import_id == part.entry.import_id}
        changes = {}
        for table in part.entry.typed_tables:
            change = found.get(table) or TableChange(part.entry.import_id, table, 0, 0, 0)
            counts = {"new": change.new, "changed": change.changed, "same": change.same, "missing": 0}
            if self._is_superseded(part, table):
                ids = [other.entry.import_id for other in self._parts]
                behind, changed = comparison.behind(part.entry.import_id, table, ids)
                changed = min(changed, behind)
                counts |= {"changed": change.changed + changed, "same": change.same + behind - changed}
            else:
                counts["missing"] = comparison.missing(part.entry.import_id, table)
            changes[table] = counts
        return changes

    def _is_superseded(self, part: Part, table: str) -> bool:
        mine = (part.entry.data_day, part.entry.place)
        others = [*self._in_force, *(other.entry for other in self._parts if other is not part)]
        return any((entry.data_day, entry.place) > mine and table in entry.typed_tables for entry in others
                   if entry.sha256 != part.entry.sha256)


def _same_decisions(left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    """Whether two imports were decided alike; which pairs an export ended follows from the day's builds."""
    return left["missing"] == right["missing"] and _effective(left["reading"]) == _effective(right["reading"])


def _effective(reading: Mapping[str, Any]) -> str:
    """What decisions do, apart from who took them and how they are shown."""
    shown = ("told", "house")
    tables = [{key: [{name: value for name, value in column.items() if name not in shown} for column in part]
               if key == "columns" else part for key, part in table.items() if key not in ("shown", "constants")}
              | {"constants": [(one["field"], one["value"]) for one in table["constants"]]}
              for table in reading.get("tables", ())]
    return canonical_json({**{key: value for key, value in reading.items() if key not in ("answers", "skips")},
                           "tables": tables})
