"""Makes typed rows of a region: one sheet row may feed several tables and give several rows to one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from careerdash.schema import TABLES, Table, person_stem, typed_columns

from ..coded import constant as coded_constant
from ..coded import is_coded, spelled
from ..values.columns import ARROW
from ..values.lexicon import is_tick
from ..values.targets import Target
from .extras import has_extras
from .regions import ACCEPTED, QUARANTINED, SKIPPED, Region

_PLACED = frozenset(("pair_id", "mentor_id", "mentor_email", "mentor_name", "mentee_id", "mentee_email", "mentee_name",
                     "program"))


@dataclass
class Emitted:
    """Rows of one table from one region; `rows` are their data rows (from 0) in it.

    `columns` hold an array each, text coded where the sheet's is, or one value for all rows. Extras are not among
    them: they are long, and made when rows are written. `bears`: the data rows of the region that give theirs to this
    part (None: none does), which of several parts of a sheet row is the first.
    """

    table: str
    region: Region
    columns: dict[str, Any]
    rows: np.ndarray
    bears: np.ndarray | None = None


def emit(region: Region) -> list[Emitted]:
    """All typed rows of a region. Sets the state of rows that cannot be placed, with an issue each."""
    primary = region.decision["primary"]
    found: list[Emitted] = []
    feeds = list(dict.fromkeys([primary, *(target.table for target in region.typed)]))
    for name in feeds:
        if name == primary:
            _require(region, TABLES[name])
    for name in feeds:
        found += _emit_table(region, TABLES[name], name == primary)
    _give_extras(region, [one for one in found if one.table == primary])
    silent = region.state == ACCEPTED
    for one in found:
        silent[one.rows] = False
    if silent.any():  # of a wide sheet: a pair without any milestone
        _mark(region, silent, SKIPPED, None, "nothing_filled")
    return found


def _give_extras(region: Region, parts: list[Emitted]) -> None:
    """Says which part of the first table bears the extras of a sheet row."""
    if not has_extras(region):
        return
    open_rows = np.ones(region.rows, dtype=bool)
    for part in parts:
        part.bears = np.zeros(region.rows, dtype=bool)
        part.bears[part.rows] = True
        part.bears &= open_rows
        open_rows &= ~part.bears


def groups_of(region: Region, table: str) -> list[str]:
    """Groups of a table in a region, in the order of their columns."""
    return list(dict.fromkeys(target.group for target in region.typed if target.table == table and target.group))


def value(region: Region, table: str, column: str, group: str | None = None) -> pa.Array | None:
    """Values of a column of a table: its own, its group's, or the pair's where it names the pair."""
    keys = [Target(table, column, group), Target(table, column)]
    if column in _PLACED and (TABLES[table].names_pair or table == "pair"):
        keys += [Target(region.decision["primary"], column), Target("pair", column)]
    for key in keys:
        if key in region.typed:
            return region.typed[key][0].values
    for constant in region.decision.get("constants", ()):
        if constant["field"] in (f"{table}.{column}", *([f"pair.{column}"] if column in _PLACED else [])):
            return coded_constant(constant["value"], region.rows)
    return None


def _known(region: Region, table: str, columns: list[str]) -> np.ndarray:
    """Rows where one of the columns has a value (of any group)."""
    known = np.zeros(region.rows, dtype=bool)
    for column in columns:
        for group in [None, *groups_of(region, table)]:
            values = value(region, table, column, group)
            if values is not None:
                known |= values.is_valid().to_numpy(zero_copy_only=False)
    return known


def _place(region: Region, table: str, columns: list[str]) -> int | None:
    """Position of the first column that holds one of the fields."""
    for column in columns:
        for target, (_, at) in region.typed.items():
            if target.column == column and target.table in (table, "pair"):
                return at
    return None


def _person(stem: str) -> list[str]:
    return [f"{stem}_id", f"{stem}_email", f"{stem}_name"]


def _require(region: Region, table: Table) -> None:
    """Quarantines rows without a starred field; a pair row that lacks one side waits (`no_pair`)."""
    live = region.state == ACCEPTED
    sides = [_known(region, table.name, _person(side)) for side in ("mentor", "mentee")]
    if table.name == "pair":
        for side, one, other in (("mentor", sides[0], sides[1]), ("mentee", sides[1], sides[0])):
            _mark(region, live & ~one & other, SKIPPED, _place(region, "pair", _person(side)), "no_pair", show=False)
        _mark(region, live & ~sides[0] & ~sides[1], QUARANTINED, _place(region, "pair", _person("mentor")),
              "missing_person")
        return
    for field in table.fields:
        if not field.required:
            continue
        if field.name == "item" and groups_of(region, "checklist"):
            continue
        code, names = "missing_value", [field.name]
        if field.name == "pair_id":
            by_id, people = _known(region, table.name, ["pair_id"]), sides[0] & sides[1]
            known = by_id | people
            if table.name == "feedback":
                known |= _known(region, "feedback", _person("respondent")) | (
                    sides[0] | sides[1])
            if _place(region, table.name, ["pair_id"]) is None:
                code, names = "missing_person", _person("mentor") + _person("mentee")
                missing_mentor = live & ~known & sides[1]
                if missing_mentor.any() or (live & ~known & sides[0]).any():
                    _mark(region, missing_mentor, QUARANTINED, _place(region, table.name, _person("mentor")), code)
                    names = _person("mentee") + _person("mentor")
        elif field.name in table.people or (field.name == "person_id" and table.name == "person"):
            stem = person_stem(field.name)
            own = ["person_id"]
            if table.name == "person" and _place(region, "person", own) is None:
                names = ["email", "name"]
            elif table.name != "person":
                names = _person(stem)
            known = _known(region, table.name, names)
        elif field.name == "respondent":
            known = _known(region, "feedback", ["respondent", *_person("respondent")])
        else:
            known = _known(region, table.name, [field.name])
        _mark(region, live & ~known, QUARANTINED, _place(region, table.name, names), code)


def _mark(region: Region, rows: np.ndarray, state: int, at: int | None, code: str, show: bool = True) -> None:
    """Sets a state, with an issue for each row whose cell there has none yet."""
    rows = rows & (region.state == ACCEPTED)
    told = region.unreadable.get(at) if at is not None else None
    for row in np.flatnonzero(rows).tolist():
        if told is None or not told[row]:
            region.add_issue(row, at, code, show=show)
    region.state[rows] = state


def _emit_table(region: Region, table: Table, primary: bool) -> list[Emitted]:
    groups = groups_of(region, table.name)
    base = any(target.table == table.name and target.group is None and target.column not in _PLACED
               for target in region.typed)
    found = []
    if (primary and not groups) or (base and (not primary or table.name not in ("pair", "checklist"))):
        found.append(_rows(region, table, None, 0, primary and not groups))
    for group in groups:
        found.append(_rows(region, table, group, len(found), False))
    return [one for number, one in enumerate(found) if len(one.rows) or (primary and number == 0)]


def _rows(region: Region, table: Table, group: str | None, part: int, every: bool) -> Emitted:
    """`every`: each row of the sheet is one of the table; else those that hold a value of their own."""
    live = region.state == ACCEPTED
    if not every:
        own = np.zeros(region.rows, dtype=bool)
        for target, (typed, _) in region.typed.items():
            if target.table == table.name and target.group == group and (group or target.column not in _PLACED):
                own |= typed.values.is_valid().to_numpy(zero_copy_only=False)
        live = live & own
        for field in table.fields:
            if field.required and field.kind == "date":
                known = value(region, table.name, field.name, group)
                live &= (known.is_valid().to_numpy(zero_copy_only=False) if known is not None else False)
    rows = np.flatnonzero(live).astype(np.int32)
    take = None if len(rows) == region.rows else pa.array(rows)
    columns: dict[str, Any] = {}
    fixed = _fixed(region, table, group, part)
    for name, kind in typed_columns(table):
        arrow = ARROW[kind]
        given = fixed[name] if name in fixed else value(region, table.name, name, group)
        if isinstance(given, pa.Array):
            if not (is_coded(given) and pa.types.is_string(arrow)):
                given = spelled(given).cast(arrow)
            given = given if take is None else given.take(take)
        columns[name] = given
    columns["source_row"] = pa.array(rows + np.int32(region.first + 1))
    return Emitted(table.name, region, columns, rows)


def _ticked(region: Region, group: str) -> pa.Array | None:
    """Evidence of meetings in a month: `assumed` where the cell is a tick, whose day is ours; None without ticks."""
    for column in region.decision["columns"]:
        if column.get("ticks") and f"check_in.date[{group}]" in column["targets"]:
            distinct = region.parts[column["at"] - region.decision["left"]].distinct
            words = pa.array([*("assumed" if is_tick(*cell) else None for cell in distinct.values), None], pa.string())
            return words.take(pa.array(np.where(distinct.codes < 0, len(distinct.values), distinct.codes)))
    return None


def _fixed(region: Region, table: Table, group: str | None, part: int) -> dict[str, Any]:
    fixed: dict[str, Any] = {"source_sheet": region.sheet.name, "source_part": part, "extras": None,
                             "source_row": None}
    if table.name in ("milestone", "goal"):
        column = "original_due_date" if table.name == "milestone" else "original_target_date"
        own = [typed.values for target, (typed, _) in region.typed.items()
               if target.table == table.name and target.column == column]
        fixed["derive_original"] = all(values.null_count == len(values) for values in own)
    if table.name == "check_in":
        weak = group in ("last", "next")
        fixed["weak"] = weak
        if weak:
            fixed["status"] = "held" if group == "last" else "scheduled"
            fixed["evidence"] = "coordinator" if group == "last" else None
        notes = region.typed.get(Target("check_in", "notes"))
        if notes and not weak and Target("check_in", "has_record") not in region.typed:
            fixed["has_record"] = notes[0].values.is_valid()
            fixed["derived_record"] = True
        elif group and (ticked := _ticked(region, group)) is not None:
            fixed["evidence"] = ticked
    if table.name == "checklist" and group is not None:
        fixed["item"] = int(group)
    return fixed
