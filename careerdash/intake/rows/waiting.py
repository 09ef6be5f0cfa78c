"""Rows that an open question decides: no answer is taken for granted, so they are set aside until there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from careerdash.schema import TABLES, person_stem

from ..model import Book
from ..values.targets import Target
from .emit import Emitted, emit
from .persons import settle_people
from .regions import ACCEPTED, MARKED, Region, open_region

_PEOPLE = frozenset(("mentor", "mentee", "respondent", "person"))


def set_aside_waiting(book: Book, decisions: dict[str, Any], regions: Sequence[Region],
                      emitted: Sequence[Emitted]) -> int:
    """Sets rows aside that would be, were the columns left as extras that are asked about (`accept` leaves them).

    Gives the number of rows that wait; their issues are of the kind "question". All others are typed by the
    suggested answers.
    """
    waiting = 0
    for region, part in zip(regions, decisions["tables"], strict=True):
        asked = {shown["column"] for shown in part["shown"]["columns"] if shown["asks"]}
        if not any(_decides(target) for one in part["columns"] if one["column"] in asked for target in one["targets"]):
            continue
        left = part | {"columns": [one | {"targets": [], "role": "extra"} if one["column"] in asked else one
                                   for one in part["columns"]]}
        other = open_region(book.sheets[part["sheet"]], left)
        settle_people(other)
        emit(other)
        worse = (region.state == ACCEPTED) & (other.state != ACCEPTED)
        region.state[worse] = other.state[worse]
        _tell(region, other, worse)
        for one in emitted:
            if one.region is region:
                _drop(one, worse)
        if "question" in region.marked:
            waiting += int(np.count_nonzero(region.marked["question"] & (region.state != ACCEPTED)))
    return waiting


def _tell(region: Region, other: Region, rows: np.ndarray) -> None:
    """What is the matter with these rows in the other typing, as questions."""
    told = set((np.flatnonzero(rows) + region.first + 1).tolist())
    for one in other.issues:
        if one["row"] in told and one["code"] in MARKED:
            region.issues.append(one | {"kind": "question"})
    for code, marked in other.marked.items():
        if code in MARKED:
            everyone = region.marked.setdefault("question", np.zeros(region.rows, dtype=bool))
            everyone |= marked & rows


def _decides(target: str) -> bool:
    """Whether a row may need the field of a target: it is starred, or names a person or a pair."""
    column = Target.parse(target).column
    stem, _, ending = column.rpartition("_")
    table = TABLES[Target.parse(target).table]
    return (stem in _PEOPLE and ending in ("id", "email", "name")) or column in ("pair_id", "email", "name") or any(
        field.required and column in (field.name, f"{person_stem(field.name)}_name") for field in table.fields)


def _drop(one: Emitted, worse: np.ndarray) -> None:
    keep = ~worse[one.rows]
    at = pa.array(np.flatnonzero(keep))
    one.columns = {name: values.take(at) if isinstance(values, pa.Array) else values
                   for name, values in one.columns.items()}
    one.rows = one.rows[keep]
