"""Who was employed when, who became a mentee when, and who was drawn beside whom: from SQL to arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from careerdash.store import Scratch

from .draw import Asking, Free, drawn
from .survival.arrays import Bools, Floats, Ints

NEVER = np.int64(2**31)
"""A day that does not come."""

FIRST = date(1970, 1, 1)
LEFT_OUT = ("no_spell", "not_employed", "before_data", "too_recent")


@dataclass(frozen=True)
class Scope:
    """Which pairs a question is about, as of which day, with which draw.

    program: alternatives, "-" stands for unknown, none: all. participation, assignment: of the program, None: all.
    """

    as_of: date
    seed: int = 1
    data_from: date | None = None
    program: tuple[str, ...] = ()
    participation: str | None = None
    assignment: str | None = None


@dataclass(frozen=True, eq=False)
class Spells:
    """Usable spells, by spell_no order; days since 1970-01-01, shape (n,). NEVER: has not left, was no mentee."""

    number: Ints
    person: Ints
    hired: Ints
    exited: Ints
    reason: Ints
    first_start: Ints
    in_scope: Bools
    ever_in_scope: Bools

    def at(self, numbers: Ints) -> Ints:
        """The places of these spell numbers."""
        return np.searchsorted(self.number, numbers).astype(np.int64)


@dataclass(frozen=True, eq=False)
class Company:
    """All that the statistics need. Places are places in `spells`.

    match: mentees that can be compared, (m,), with their days; drawn: (p, 3) match row, colleague's place, k.
    stretch_*: one department and level (stratum) of a spell from a day on. promotions: (person, day), sorted.
    parts: (c, 5) place, clock day, check-ins, milestones, checklist; NaN = unknown.
    person_ids: the id of each person number. group_table: by `match`, what each mentee was on the day of the match:
    person_id, department, level, band (of tenure, 0 to 4), day.
    """

    as_of: int
    data_from: int | None
    people: int
    spells: Spells
    left_out: dict[str, int]
    match: Ints
    match_day: Ints
    drawn: Ints
    stretch: Ints
    promotions: Ints
    parts: Floats
    person_ids: tuple[str, ...]
    group_table: pa.Table

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        """The rows of `group_table`: for reports alone."""
        rows: list[dict[str, Any]] = self.group_table.to_pylist()
        return rows


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - FIRST).days


def day_of(number: int) -> date:
    """The day with this number."""
    return FIRST + timedelta(days=number)


def load(tables: Mapping[str, pa.Table], scope: Scope) -> Company:
    """The company as known on the day of the scope."""
    as_of = {"as_of": scope.as_of}
    filters = {"programs": list(scope.program), "participation": scope.participation, "assignment": scope.assignment}
    with Scratch(tables) as scratch:
        data_from = scope.data_from or scratch.arrow(_sql("data_from"), as_of).column("day")[0].as_py()
        for name, params in (("person_row", as_of), ("spell", {}), ("scope_pair", as_of | filters), ("mentee", {}),
                             ("match", as_of | {"data_from": data_from or date.min}), ("stretch", as_of)):
            scratch.make(name, _sql(name), params)
        known = scratch.arrow(_sql("known_spell"), {})
        spells, people = _spells(known)
        person_ids = tuple(known.column("person_id").unique().sort().to_pylist())
        asking, free = scratch.arrow(_sql("asking"), {}), scratch.arrow(_sql("free"), {})
        match = scratch.arrow(
            "SELECT spell_no, day - DATE '1970-01-01' AS day, left_out FROM match ORDER BY person_id", {})
        stretch = scratch.arrow(
            "SELECT spell_no, from_day - DATE '1970-01-01' AS day, stratum FROM stretch ORDER BY 1, 2", {})
        promotion = scratch.arrow(_sql("promotion"), as_of)
        parts = scratch.arrow(_sql("part_value"), as_of)
        groups = scratch.arrow(_sql("mentee_group"), {})
    reasons = match.column("left_out").to_pylist()
    left_out = {reason: reasons.count(reason) for reason in LEFT_OUT if reason in reasons}
    used = np.array([reason is None for reason in reasons], dtype=bool)
    place = spells.at(_ints(match, "spell_no")[used])
    return Company(
        day_number(scope.as_of), None if data_from is None else day_number(data_from), people, spells, left_out,
        place, _ints(match, "day")[used], _drawn(asking, free, spells, place, person_ids, scope.seed),
        _table(stretch, ("spell_no", "day", "stratum")),
        _promotions(promotion),
        np.column_stack([spells.at(_ints(parts, "spell_no")), _ints(parts, "clock")]
                        + [_floats(parts, name) for name in ("check_ins", "milestones", "checklist")]),
        person_ids, groups)


def fates(company: Company) -> dict[str, dict[str, str]]:
    """What became of people by the day, as texts by kind and person id."""
    spells, ids = company.spells, company.person_ids
    left, began = spells.exited < NEVER, spells.first_start < NEVER
    known = company.promotions[company.promotions[:, 0] != NEVER]
    rows = {"start": (spells.person[began], spells.first_start[began]),
            "exit": (spells.person[left], spells.exited[left]), "reason": (spells.person[left], spells.reason[left]),
            "promotion": (known[:, 0], known[:, 1])}
    found: dict[str, dict[str, str]] = {kind: {} for kind in rows}
    for kind, (people, values) in rows.items():
        for person, value in zip(people.tolist(), values.tolist(), strict=True):
            found[kind][ids[person]] = f"{found[kind].get(ids[person], '')} {value}"
    return found


def unusable_spells(tables: Mapping[str, pa.Table], as_of: date) -> list[dict[str, Any]]:
    """Spells that end on their first day or before it, for the quality page: person_id, hire_date, exit_date."""
    with Scratch(tables) as scratch:
        scratch.make("person_row", _sql("person_row"), {"as_of": as_of})
        found = scratch.arrow(_sql("unusable_spell"), {}).to_pylist()
    return [{key: row[key] for key in ("person_id", "hire_date", "exit_date")} for row in found]


def _spells(found: pa.Table) -> tuple[Spells, int]:
    person = _ints(found, "person_no")
    spells = Spells(
        number=_ints(found, "spell_no"), person=person, hired=_ints(found, "hired"), exited=_ints(found, "exited"),
        reason=_ints(found, "reason"), first_start=_ints(found, "first_start"),
        in_scope=_ints(found, "in_scope") > 0, ever_in_scope=_ints(found, "ever_in_scope") > 0)
    return spells, int(person.max() + 1) if len(person) else 0


def _drawn(asking: pa.Table, free: pa.Table, spells: Spells, match: Ints, ids: Sequence[str], seed: int) -> Ints:
    """(match row, colleague's place, k), one row a pair, in the order of mentees."""
    theirs, others = spells.at(_ints(asking, "spell_no")), spells.at(_ints(free, "spell_no"))
    mentee, colleague = drawn(
        Asking(theirs, spells.person[theirs], _ints(asking, "cell"), _ints(asking, "day")),
        Free(others, spells.person[others], _ints(free, "cell"), _ints(free, "from_day"), _ints(free, "to_day")),
        ids, seed).T
    order = np.argsort(match, kind="stable")
    row = order[np.searchsorted(match[order], mentee)] if len(mentee) else mentee
    return np.column_stack((row, colleague, np.bincount(row, minlength=len(match))[row]))


def _promotions(found: pa.Table) -> Ints:
    return _table(found, ("person_no", "day"))


def _table(found: pa.Table, columns: tuple[str, ...]) -> Ints:
    return np.column_stack([_ints(found, name) for name in columns])


def _ints(found: pa.Table, name: str) -> Ints:
    """A whole-number column; null is NEVER."""
    column = found.column(name).combine_chunks().cast(pa.int64()).fill_null(int(NEVER))
    values: Ints = column.to_numpy(zero_copy_only=False)
    return values


def _floats(found: pa.Table, name: str) -> NDArray[np.float64]:
    """A column of numbers; null is NaN, which never leaves this room."""
    return np.asarray(found.column(name).combine_chunks().cast(pa.float64()).to_numpy(zero_copy_only=False))


@cache
def _sql(name: str) -> str:
    return files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
