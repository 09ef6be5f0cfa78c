"""People as cells name them: several addresses in one cell, an address or an id where a name is meant."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from careerdash.schema import TABLES, typed_columns

from ..coded import changed, spelled, where
from ..values.columns import TypedColumn
from ..values.targets import Target
from .regions import Region
from .who import tell_people

_ADDRESS = re.compile(r"[^@\s,;|<>()\"':]+@[^@\s,;|<>()\"']+\.\w+")
_SEVERAL = r"@.*@|[<>|;,\s]|^mailto:"
_AN_ID = r"^\S*\d\S*$"


def settle_people(region: Region) -> None:
    """Parts the addresses of a cell (the first is the main one) and moves addresses and ids out of columns of names.

    So a user can say who is meant by an ambiguous name: by the address or the id in its place.
    """
    for target in [target for target in region.typed if target.column == "email" or target.column.endswith("_email")]:
        _part_addresses(region, target)
    for target in [target for target in region.typed if target.column.endswith("_name")]:
        stem = target.column.removesuffix("_name")
        _move(region, target, f"{stem}_email", lambda values: pc.match_substring_regex(values, r"^\S+@\S+\.\w+$"))
        _move(region, target, f"{stem}_id", lambda values: pc.match_substring_regex(values, _AN_ID))
    tell_people(region)


def _part_addresses(region: Region, target: Target) -> None:
    typed, at = region.typed[target]
    if not where(typed.values, lambda values: pc.match_substring_regex(values, _SEVERAL)).any():
        return
    region.typed[target] = (TypedColumn(changed(typed.values, _each(lambda text, parts: parts[0] if parts else text)),
                                        typed.bad), at)
    others = changed(typed.values, _each(lambda _, parts: ";".join(dict.fromkeys(parts[1:])) or None))
    column = target.column.removesuffix("email") + "alternate_emails"
    if others.null_count < len(others) and column in dict(typed_columns(TABLES[target.table])):
        _fill(region, Target(target.table, column, target.group), others, at)


def _each(part: Callable[[str, list[str]], str | None]) -> Callable[[pa.Array], pa.Array]:
    """Changes each different text by the addresses that it holds."""
    def change(values: pa.Array) -> pa.Array:
        coded = values.dictionary_encode()
        texts = coded.dictionary.to_pylist()
        return pa.array([part(text, _ADDRESS.findall(text)) for text in texts], pa.string()).take(coded.indices)

    return change


def _move(region: Region, target: Target, column: str, fits: Callable[[pa.Array], pa.Array]) -> None:
    typed, at = region.typed[target]
    if column not in dict(typed_columns(TABLES[target.table])):
        return
    moved = where(typed.values, fits)
    if not moved.any():
        return
    mask, values, nothing = pa.array(moved), spelled(typed.values), pa.scalar(None, pa.string())
    region.typed[target] = (TypedColumn(pc.if_else(mask, nothing, values), typed.bad), at)
    _fill(region, Target(target.table, column, target.group), pc.if_else(mask, values, nothing), at)


def _fill(region: Region, target: Target, values: pa.Array, at: int) -> None:
    """Fills what the column of a target leaves empty."""
    if target in region.typed:
        old, at = region.typed[target]
        region.typed[target] = (TypedColumn(pc.coalesce(spelled(old.values), spelled(values)), old.bad), at)
    else:
        region.typed[target] = (TypedColumn(values), at)
