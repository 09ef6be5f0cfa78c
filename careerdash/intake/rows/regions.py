"""Types one table of a sheet by its decisions: values, states of rows, and what every cell became."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ..coded import changed, spelled, where
from ..model import Column, Limits, Sheet, letters
from ..sentences import issue, kind_of, more_issues
from ..values.columns import How, TypedColumn, error_rows, type_column
from ..values.dates import DateOrder
from ..values.lexicon import is_nobody
from ..values.names import normal
from ..values.targets import NAME_PARTS, Target, field_of

ACCEPTED, DUPLICATE, QUARANTINED, SKIPPED, BLANK = range(5)
"""States of a data row."""

_ACTIVE = ("active", "is active")


MARKED = frozenset(("missing_person", "missing_value", "no_pair"))
ISSUES_EACH, ISSUES_ALL, ISSUES_THEN = 50_000, 250_000, 1_000
"""Issues of a column and code that are listed; of a table, after which only the last number of each is."""


@dataclass
class Region:
    """One table of a sheet while it is typed. Rows count from the first data row.

    `noted` counts all issues by column, code and kind, of which `issues` lists the first; `marked`: rows, as a mask, of
    the codes that questions are about, and under `question` of all issues of that kind.
    """

    sheet: Sheet
    decision: dict[str, Any]
    rows: int
    parts: list[Column]
    typed: dict[Target, tuple[TypedColumn, int]] = field(default_factory=dict)
    state: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int8))
    unreadable: dict[int, np.ndarray] = field(default_factory=dict)
    issues: list[dict[str, Any]] = field(default_factory=list)
    noted: Counter[tuple[int | None, str, str | None]] = field(default_factory=Counter)
    marked: dict[str, np.ndarray] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The sheet row (from 0) of the first data row."""
        return int(self.decision["first"])

    def header(self, at: int) -> str | None:
        """Header of a column."""
        for column in self.decision["columns"]:
            if column["at"] == at:
                text: str | None = column["header"]
                return text
        return None

    def add_issue(self, row: int, at: int | None, code: str, *, private: bool = False, kind: str | None = None,
                  show: bool = True) -> None:
        """Notes what is wrong in a data row (from 0)."""
        for name in ({code} & MARKED) | ({"question"} if kind == "question" else set()):
            self.marked.setdefault(name, np.zeros(self.rows, dtype=bool))[row] = True
        self.noted[at, code, kind] += 1
        if self.noted[at, code, kind] > (ISSUES_EACH if len(self.issues) < ISSUES_ALL else ISSUES_THEN):
            return
        value = None
        if at is not None and show and not private:
            cell = self.parts[at - self.decision["left"]].cell(row)
            value = cell[1] if cell else None
        self.issues.append(issue(self.sheet.name, self.first + row + 1, at, code,
                                 header=self.header(at) if at is not None else None, value=value, kind=kind))

    def all_issues(self) -> list[dict[str, Any]]:
        """The issues that are listed, and one for all others of a column and code."""
        shown = Counter((one["column"], one["code"], one["kind"]) for one in self.issues)
        rest = []
        for (at, code, kind), count in self.noted.items():
            said = kind_of(code, kind)
            more = count - shown[None if at is None else letters(at), code, said]
            if more > 0:
                header = self.header(at) if at is not None else None
                rest.append(more_issues(self.sheet.name, at, code, more, header=header, kind=said))
        return self.issues + rest


def open_region(sheet: Sheet, decision: dict[str, Any]) -> Region:
    """Cuts the data rows out of a sheet and types every column that has a home."""
    first, stop = decision["first"], decision["stop"]
    parts = [sheet.columns[at].part(first, stop) for at in range(decision["left"], decision["right"])]
    long = {at: rows for at, rows in enumerate(map(_too_long, parts)) if len(rows)}
    for at, rows in long.items():
        parts[at] = _without(parts[at], rows)
    region = Region(sheet, decision, stop - first, parts)
    region.state = np.full(region.rows, ACCEPTED, dtype=np.int8)
    region.state[_blank(parts, region.rows)] = BLANK
    skipped = [row - first for row in decision["skipped"] if first <= row < stop]
    region.state[skipped] = SKIPPED
    for column in sorted(decision["columns"], key=lambda one: (one.get("rank", 0), one["at"])):
        _type(region, column, [Target.parse(text) for text in column["targets"]])
    _errors(region)
    _long_texts(region, long)
    _join_names(region)
    return region


def _too_long(part: Column) -> np.ndarray:
    """Rows whose text is longer than any spreadsheet keeps."""
    return np.flatnonzero(where(part.text, lambda text: pc.greater(pc.utf8_length(text), Limits.cell_characters)))


def _without(part: Column, rows: np.ndarray) -> Column:
    """The column with these cells empty."""
    keep = pa.array(~_mask(len(part), rows))
    return Column(pc.if_else(keep, spelled(part.text), pa.scalar(None, pa.string())), part.kind)


def _long_texts(region: Region, long: dict[int, np.ndarray]) -> None:
    """Such texts are left out and named, in every column that is kept."""
    refused = {one["at"] for one in region.decision["columns"] if one["role"] == "refused"}
    for place, rows in long.items():
        at = place + region.decision["left"]
        if at in refused:
            continue
        before = region.unreadable.get(at, np.zeros(region.rows, dtype=bool))
        region.unreadable[at] = before | _mask(region.rows, rows)
        for row in rows[region.state[rows] == ACCEPTED].tolist():
            region.add_issue(row, at, "out_of_range", private=True)


def _blank(parts: list[Column], rows: int) -> np.ndarray:
    """Rows without a cell, or with white space alone."""
    filled = np.zeros(rows, dtype=bool)
    for part in parts:
        filled |= part.valued & ~part.blank
    return ~filled


def _type(region: Region, column: dict[str, Any], targets: list[Target]) -> None:
    """Types a column for each of its targets; a cell that one of them can use is no issue of the others."""
    part = region.parts[column["at"] - region.decision["left"]]
    bad: dict[str, np.ndarray] = {}
    for number, target in enumerate(targets):
        kind, schema = field_of(target)
        dates = DateOrder(column.get("order"), bool(column.get("swapped")), bool(region.decision.get("dates_1904")),
                          target.group if target.group and target.group[:2].isdigit() else None,
                          bool(column.get("ticks")))
        how = How(dates, column.get("unit"), column.get("words"), _ticks(column, number), column.get("scale"))
        typed = type_column(part, kind, target.column, schema, how)
        if normal(column["header"] or "") in _ACTIVE and (target.table, target.column) == ("pair", "status"):
            typed = TypedColumn(pc.fill_null(spelled(typed.values), "active"), typed.bad)
        if _names_person(target):
            typed = TypedColumn(_somebody(typed.values), typed.bad)
        wrong = {code: _mask(region.rows, rows) for code, rows in typed.bad.items()}
        if number:
            some = np.logical_or.reduce([*wrong.values(), np.zeros(region.rows, dtype=bool)])
            bad = {code: mask & some for code, mask in bad.items()}
        else:
            bad = wrong
        _keep(region, target, typed, column["at"])
    for code, mask in bad.items():
        if code != "error_cell":
            _report(region, column, targets[0], code, mask & (region.state == ACCEPTED))


def _ticks(column: dict[str, Any], number: int) -> tuple[str | None, frozenset[str]] | None:
    """The options of a multiple choice that tick the column's field of that number."""
    choice = column.get("options")
    return (choice["separator"], frozenset(choice["fields"].get(column["targets"][number], ()))) if choice else None


def _names_person(target: Target) -> bool:
    stem, _, ending = target.column.rpartition("_")
    return ending in ("id", "email", "name") and stem in ("mentor", "mentee", "manager", "respondent")


def _somebody(values: pa.Array) -> pa.Array:
    """Words such as "Unassigned" in place of a person are no person."""
    return changed(values, _without_nobody)


def _without_nobody(values: pa.Array) -> pa.Array:
    different = values.unique()
    address = pc.match_substring_regex(different, r"^\S+@\S+$")  # always somebody's
    different = different.filter(pc.invert(address))
    words = [text for text in different.to_pylist() if text is not None and is_nobody(text)]
    if not words:
        return values
    return pc.if_else(pc.is_in(values, value_set=pa.array(words, pa.string())), pa.scalar(None, pa.string()), values)


def _mask(rows: int, places: np.ndarray) -> np.ndarray:
    mask = np.zeros(rows, dtype=bool)
    mask[places] = True
    return mask


def _keep(region: Region, target: Target, typed: TypedColumn, at: int) -> None:
    """A second column of the same field fills what the first left empty."""
    if target in region.typed and target.piece is None:
        old, place = region.typed[target]
        region.typed[target] = (TypedColumn(pc.coalesce(spelled(old.values), spelled(typed.values))), place)
    else:
        region.typed[target] = (typed, at)


def _report(region: Region, column: dict[str, Any], target: Target, code: str, mask: np.ndarray) -> None:
    schema = field_of(target)[1]
    before = region.unreadable.get(column["at"], np.zeros(region.rows, dtype=bool))
    region.unreadable[column["at"]] = before | mask
    warning = code == "out_of_range" and target.column == "cadence_days"
    for row in np.flatnonzero(mask).tolist():
        region.add_issue(row, column["at"], code, private=schema is not None and schema.privacy == "private",
                         kind="warning" if warning else "question" if column.get("asks") else None)


def _errors(region: Region) -> None:
    """Error cells of every column that is kept."""
    for column in region.decision["columns"]:
        if column["role"] == "refused":
            continue
        rows = error_rows(region.parts[column["at"] - region.decision["left"]])
        if not len(rows):
            continue
        before = region.unreadable.get(column["at"], np.zeros(region.rows, dtype=bool))
        region.unreadable[column["at"]] = before | _mask(region.rows, rows)
        for row in rows[region.state[rows] == ACCEPTED].tolist():
            region.add_issue(row, column["at"], "error_cell")


def _join_names(region: Region) -> None:
    """`First` and `Last` columns become one name."""
    whole: dict[Target, dict[str, tuple[TypedColumn, int]]] = {}
    for target in [target for target in region.typed if target.piece]:
        key = Target(target.table, target.column, target.group)
        whole.setdefault(key, {})[target.piece or ""] = region.typed.pop(target)
    for key, pieces in whole.items():
        arrays = [spelled(pieces[piece][0].values) for piece in NAME_PARTS if piece in pieces]
        joined = pc.utf8_trim_whitespace(pc.binary_join_element_wise(*(pc.fill_null(one, "") for one in arrays), " "))
        joined = pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), joined)
        if key in region.typed:
            old, at = region.typed[key]
            region.typed[key] = (TypedColumn(pc.coalesce(spelled(old.values), joined)), at)
        else:
            region.typed[key] = (TypedColumn(joined), next(iter(pieces.values()))[1])
