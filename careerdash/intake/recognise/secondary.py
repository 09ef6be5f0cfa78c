"""One row, several facts: columns of a pair sheet that feed other tables beside its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..values.names import bare, normal, spellings
from .headers import Block
from .profiles import Profile

if TYPE_CHECKING:
    from .plans import ColumnPlan

_FED_BY: dict[str, tuple[str, ...]] = {
    "pair": ("vision", "goal", "milestone", "resource"), "checklist": ("vision", "pair"), "vision": ("pair",),
    "check_in": (), "goal": ("vision",)}
_OPEN = {
    "vision": frozenset(("on_file", "statement_date", "reviewed_date", "explored_values", "explored_experience",
                         "explored_aspirations")),
    "goal": frozenset(("title", "framework", "set_date", "target_date", "original_target_date")),
    "milestone": frozenset(), "resource": frozenset(("name",)),
    "pair": frozenset(("cohort", "start_date", "planned_end_date", "end_date", "end_reason", "cadence_days")),
}
_TELLING = frozenset(normal(text) for text in (
    "mentee goal", "mentee goals", "mentee goal(s)", "goal title", "goal framework", "goal", "goal target date",
    "goal set date", "vision statement", "vision statement date", "plan on file", "mentoring plan on file",
    "idp on file", "date of plan", "plan date", "plan filed", "statement date", "vision date", "additional mentor",
    "additional resource", "explored values", "explored experience", "explored aspirations", "values explored",
    "experience explored", "aspirations explored", "has vision statement", "cohort", "individual development plan",
    "on file", "goal due date", "date plan filed", "development plan on file", "career plan on file",
    "plan reviewed", "plan review date"))


def secondary_targets(primary: str, columns: list[ColumnPlan], block: Block, profiles: Mapping[int, Profile],
                      told: set[int]) -> None:
    """Gives columns that the sheet's own table does not know to a table that its rows may feed too."""
    taken = {target for column in columns for target in column.targets}
    sides = all(any(f"{primary}.{side}_{end}" in taken for end in ("id", "email", "name"))
                for side in ("mentor", "mentee"))
    for column in columns:
        if column.targets or not column.header or column.at in told:
            continue
        for table in _FED_BY.get(primary, ()):
            if table == "pair" and not sides:
                continue
            found = _known(table, block.headers[column.at].texts)
            if found is None or f"{table}.{found}" in taken or found not in _OPEN[table]:
                continue
            target = f"{table}.{found}"
            if profiles[column.at].fits_named(target) < 0.5 and profiles[column.at].cells:
                continue
            taken.add(target)
            column.take(target, 0.85, f"The header is a known name of {table}.")
            break


def _known(table: str, texts: tuple[str, ...]) -> str | None:
    names = spellings(table)
    for text in texts:
        for form in (normal(text), bare(text)):
            if form in names and form in _TELLING:
                return names[form][0]
    return None
