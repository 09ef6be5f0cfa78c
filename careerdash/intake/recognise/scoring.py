"""How well a table explains the columns of a sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from careerdash.schema import TABLES, Table

from ..model import Sheet
from ..values.names import bare, normal, table_names
from .match import FIELD, common_names
from .plans import ColumnPlan, Hints, target_kind
from .profiles import Profile
from .shape import Shape

_PAIR_OWN = frozenset(("cohort", "start_date", "planned_end_date", "end_date", "end_reason", "status", "cadence_days"))
_PAIRED = frozenset(table.name for table in TABLES.values() if table.names_pair) - {"feedback"} | {"pair"}
_CORE: dict[str, frozenset[str]] = {table: frozenset(columns.split()) for table, columns in {
    "goal": "goal_id title framework original_target_date specific measurable relevant",
    "milestone": "milestone_id title original_due_date",
    "vision": "on_file statement_date reviewed_date explored_values explored_experience explored_aspirations",
    "checklist": "done done_date",
    "resource": "name person_id person_email person_name", "recognition": "kind note date"}.items()}
"""What a table is about: without one of these a sheet is not taken for it."""
_BOTH = frozenset(("target_date", "achieved_date")), frozenset(("due_date", "completed_date"))
_ANSWERS = frozenset(("satisfaction", "recommend", "met", "comment", "lesson_learned"))

_SURE = 0.85
_LEAST, _LOOK = 4, 1000
"""Rows that say whether people come again, at least and at most."""

Choice = tuple[float, Table, list[ColumnPlan]]
"""Score, table and columns."""


def again_and_again(table: Table, columns: list[ColumnPlan], sheet: Sheet, shape: Shape) -> bool:
    """Whether the same two people come again in many rows, so that the rows are meetings rather than pairs."""
    at = {found[1]: column.at for column in columns for target in column.targets
          if (found := re.match(rf"{table.name}\.(mentor|mentee)_(id|email|name)$", target))}
    rows = min(shape.stop - shape.first, _LOOK)
    if len(at) < 2 or rows < _LEAST:
        return False
    codes = [sheet.columns[place].part(shape.first, shape.first + rows).distinct.codes for place in at.values()]
    both = [pair for pair in zip(*(one.tolist() for one in codes), strict=True) if min(pair) >= 0]
    return len(both) >= _LEAST and len(set(both)) < 0.6 * len(both)


def explains_more(best: Choice, choices: list[Choice], sheet_name: str, hints: Hints) -> Choice:
    """The best table, or one that explains all of its columns and more, and lacks no starred field.

    So a list of meetings whose file is called "pairs" is a list of meetings, and a roadmap with the pair's own days
    is a list of pairs.
    """
    named = table_names().get(normal(sheet_name)) == best[1].name
    for choice in sorted(choices, key=lambda one: (-len(explained(one[2])), -one[0])):
        if named and choice[1].name != "pair":
            continue  # the sheet bears the table's name
        targets = {target for column in choice[2] for target in column.targets}
        if not _about(choice[1], {_column_of(target) for target in targets}):
            continue
        if explained(choice[2]) > explained(best[2]) and choice[1].name in _PAIRED and best[1].name in _PAIRED and not (
                _missing(choice[1], targets, {_column_of(target) for target in targets}, hints)):
            return choice
    return best


_WHO = re.compile(r"pair\.((mentor|mentee)_|program$|pair_id$)")


def rivals(table: Table, columns: list[ColumnPlan], choices: list[Choice],
           profiles: Mapping[int, Profile]) -> tuple[str, ...]:
    """Tables that the rows may be of as well, where nothing but people makes them pairs.

    That is so where a column that the pair leaves open holds the words of a field of theirs.
    """
    if table.name != "pair" or any(column.confidence >= _SURE and not _WHO.match(target)
                                   for column in columns for target in column.targets):
        return ()
    known = explained(columns)
    return tuple(other.name for _, other, plans in choices if other.name in _PAIRED - {"pair"} and any(
        plan.at not in known and target.startswith(f"{other.name}.") and target_kind(target) == "word"
        and profiles[plan.at].fits(target) >= _SURE
        for plan in plans for target in plan.targets))


def _about(table: Table, own: set[str]) -> bool:
    return not (core := _CORE.get(table.name)) or bool(own & core) or any(both <= own for both in _BOTH)


def explained(columns: list[ColumnPlan]) -> set[int]:
    """Positions of the columns that feed something, and whose values do not speak against it."""
    return {column.at for column in columns if column.targets and column.confidence > FIELD}


def _column_of(target: str) -> str:
    return target.split(".", 1)[1].split("[")[0]


def is_whole(table: Table, columns: list[ColumnPlan], hints: Hints) -> bool:
    """Whether columns feed two fields or more of a table and no starred one is missing."""
    targets = {target for column in columns for target in column.targets}
    return len(explained(columns)) > 1 and not _missing(table, targets, {_column_of(one) for one in targets}, hints)


def whole(table: Table, columns: list[ColumnPlan], hints: Hints) -> bool:
    """A small table of common names: two fields or more, nothing starred missing, hardly a header unknown."""
    named = [column for column in columns if column.header]
    hits = [column for column in named if column.targets]
    own = {target.split(".", 1)[1].split("[")[0] for column in hits for target in column.targets}
    return len(hits) >= 2 and len(hits) >= 0.6 * len(named) and not _missing(
        table, {target for column in hits for target in column.targets}, own, hints)


def score_of(table: Table, columns: list[ColumnPlan], sheet_name: str, hints: Hints) -> float:
    """How well a table explains columns: known names count, starred fields without a column count against it."""
    targets = {target for column in columns for target in column.targets}
    own = {target.split(".", 1)[1].split("[")[0] for target in targets if target.startswith(f"{table.name}.")}
    if not own:
        return 0.0
    common = common_names()
    score = 0.0
    for column in columns:
        if column.targets:
            forms = {normal(column.header or ""), bare(column.header or "")}
            sides = table.name == "pair" and column.targets[0].startswith(("pair.mentor_", "pair.mentee_"))
            says = target_kind(column.targets[0]) == "word" and column.confidence >= _SURE
            score += (0.5 if forms & common and not sides and not says else 1.0) * column.confidence
    known = table_names()
    named = known.get(normal(sheet_name))
    if named == table.name:
        score += 4
    elif named is None:
        for text, worth in ((sheet_name, 2.0), (hints.file_name, 2.0)):
            words = f" {normal(text)} "
            held = [word for word in known if len(word) > 3 and f" {word} " in words]
            if held and known[max(held, key=len)] == table.name:
                score += worth
    score -= 3 * _missing(table, targets, own, hints)
    if table.name == "feedback" and not own & _ANSWERS:
        score -= 3
    months = any(re.match(r"check_in\.date\[\d", target) for target in targets)
    if table.name == "pair" and not own & _PAIR_OWN and not months:
        score -= 1
    if not _about(table, own):
        score -= 3
    if table.name not in ("pair", "checklist") and sum(target.startswith("checklist.done[") for target in targets) > 4:
        score -= 3
    if table.name == "pair" and not own & _PAIR_OWN and any(target.startswith("checklist.") for target in targets):
        score -= 2
    return score


def _missing(table: Table, targets: set[str], own: set[str], hints: Hints) -> int:
    """How many starred fields have no column in any form."""
    missing = 0
    for part in table.fields:
        if not part.required:
            continue
        if part.name == "pair_id":
            sides = all(any(f"{side}_{end}" in own for end in ("id", "email", "name")) for side in ("mentor", "mentee"))
            alone = table.name == "feedback" and any(f"respondent_{end}" in own for end in ("id", "email", "name"))
            missing += not ("pair_id" in own or sides or alone)
        elif part.name in ("mentor_id", "mentee_id"):
            stem = part.name[:-3]
            missing += not any(f"{stem}_{end}" in own for end in ("id", "email", "name"))
        elif part.name == "person_id" and table.name == "person":
            missing += not own & {"person_id", "email", "name"}
        elif part.name == "person_id":
            missing += not own & {"person_id", "person_email", "person_name"}
        elif part.name == "respondent" and table.name == "feedback":
            missing += not (own & {"respondent", "respondent_id", "respondent_email", "respondent_name"}
                            or hints.respondent)
        elif part.name == "item" and any(target.startswith("checklist.done[") for target in targets):
            continue
        else:
            missing += part.name not in own
    return missing
