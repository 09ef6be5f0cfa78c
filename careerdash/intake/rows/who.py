"""Answers about people: who is meant by a name or e-mail that several bear, and how many digits ids have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from careerdash.schema import TABLES

from ..coded import changed, spelled
from ..values.columns import TypedColumn
from ..values.targets import Target
from .regions import Region


def told_of_people(answers: Mapping[str, str], sheet: str) -> dict[str, Any]:
    """What a table's decisions keep of answers `person|SHEET|table.who|WRITTEN` and `zeros|SHEET`; {} for nothing."""
    start = f"person|{sheet}|"
    people = []
    for key, choice in answers.items():
        who, _, written = key.removeprefix(start).partition("|")
        if key.startswith(start) and choice and written and who.partition(".")[0] in TABLES:
            people.append([who, written, choice])
    digits = answers.get(f"zeros|{sheet}", "")
    return ({"people": sorted(people)} if people else {}) | (
        {"digits": int(digits)} if digits.isascii() and digits.isdigit() and 0 < int(digits) <= 18 else {})


def tell_people(region: Region) -> None:
    """Lays the answers over the typed columns of a region: the person that was chosen, ids with their zeros."""
    for who, written, choice in region.decision.get("people", ()):
        table, _, side = who.partition(".")
        columns = ("person_id", "email", "name") if table == side else (f"{side}_id", f"{side}_email", f"{side}_name")
        groups = {target.group for target in region.typed if target.table == table and target.column in columns[1:]}
        for group in groups:
            _choose(region, [Target(table, column, group) for column in columns], written, choice)
    if digits := region.decision.get("digits"):
        for target, (typed, at) in region.typed.items():
            if _is_person_id(target):
                padded = changed(typed.values, lambda values: _padded(values, int(digits)))
                region.typed[target] = (TypedColumn(padded, typed.bad), at)


def _choose(region: Region, targets: list[Target], written: str, choice: str) -> None:
    """Names the chosen person, by e-mail or id, in the rows that have no id and are written like this."""
    by_id, email, name = targets
    ids, emails, names = (spelled(region.typed[target][0].values) if target in region.typed
                          else pa.nulls(region.rows, pa.string()) for target in targets)
    both = pc.binary_join_element_wise(names, pc.binary_join_element_wise("<", emails, ">", ""), " ")
    rows = pc.and_(ids.is_null(), pc.fill_null(pc.equal(pc.coalesce(both, emails, names), written), False))
    said = by_id if "@" not in choice else email
    old, typed = (ids, by_id) if said is by_id else (emails, email)
    at = next(region.typed[target][1] for target in (typed, name, email) if target in region.typed)
    bad = region.typed[typed][0].bad if typed in region.typed else {}
    region.typed[typed] = (TypedColumn(pc.if_else(rows, pa.scalar(choice), old), bad), at)


def _is_person_id(target: Target) -> bool:
    table = TABLES[target.table]
    return target.column in (*table.people, "mentor_id", "mentee_id", "respondent_id") or (
        target.column == "person_id" and target.table in ("person", "job_change", "resource"))


def _padded(values: pa.Array, digits: int) -> pa.Array:
    """Ids of digits alone, shorter than that, with zeros before them."""
    short = pc.fill_null(pc.match_substring_regex(values, f"^[0-9]{{1,{digits}}}$"), False)
    return pc.if_else(short, pc.utf8_lpad(values, digits, "0"), values)
