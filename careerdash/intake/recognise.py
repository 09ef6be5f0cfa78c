"""Which table a sheet is, and which field each column: names, synonyms and values, with a confidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from careerdash.schema import TABLES, Kind, Table, typed_columns
from careerdash.schema.privacy import refused_header, refused_values

from .groups import checklist_targets, group_target
from .model import TEXT, Sheet, letters
from .names import bare, normal, spellings, table_names
from .shape import Shape, header_candidates, shape_of

ASK_BELOW = 0.75
_PAIR_OWN = frozenset(("cohort", "start_date", "planned_end_date", "end_date", "end_reason", "status", "cadence_days"))
_COMMON = frozenset(("status", "date", "name", "title", "type", "id", "email", "start date", "end date", "notes",
                     "comments", "completed", "start", "end",
                     "program", "location", "source", "role", "first name", "last name"))


@dataclass
class ColumnPlan:
    """One column of a table: its header, what it feeds and why."""

    at: int
    header: str | None
    targets: list[str] = field(default_factory=list)
    role: str = "extra"
    confidence: float = 0.0
    reason: str = ""
    asks: bool = False


@dataclass
class TablePlan:
    """One table on a sheet."""

    shape: Shape
    primary: str
    columns: list[ColumnPlan]
    confidence: float
    reason: str


def known_names() -> frozenset[str]:
    """Normal forms of every header that any table knows."""
    return frozenset(name for table in TABLES for name in spellings(table)) | _COMMON


def target_kind(target: str) -> Kind:
    """Kind of value that a target such as `pair.mentor_name[last]` holds."""
    table, column = target.split(".", 1)
    kinds = dict(typed_columns(TABLES[table]))
    return kinds[column.split("[", 1)[0]]


def plan_sheet(sheet: Sheet, file_name: str, only_sheet: bool) -> TablePlan | None:
    """The table of a sheet, or None where it holds none that is known."""
    best: TablePlan | None = None
    known = known_names()
    for _, row in header_candidates(sheet, known)[:3]:
        headers = _headers(sheet, row)
        plan = _plan(sheet, row, headers, file_name if only_sheet else "")
        if plan and (best is None or plan.confidence > best.confidence + 0.05):
            best = plan
    return best


def _headers(sheet: Sheet, row: int) -> list[str]:
    return [cell[1].strip() if cell else "" for cell in sheet.row(row)]


def _plan(sheet: Sheet, row: int, headers: list[str], file_name: str) -> TablePlan | None:
    shape = shape_of(sheet, row)
    choices = []
    for table in TABLES.values():
        columns = _columns(table, headers, shape)
        score = _score(table, columns, sheet.name, file_name)
        choices.append((score, table, columns))
    score, table, columns = max(choices, key=lambda choice: choice[0])
    if score < 1.5:
        return None
    _refuse(sheet, shape, columns)
    named = [column for column in columns if column.header]
    share = sum(bool(column.targets) for column in named) / max(1, len(named))
    confidence = round(min(1.0, 0.55 + 0.25 * share + 0.05 * min(4.0, score / 2)), 2)
    return TablePlan(shape, table.name, columns, confidence,
                     f"{sum(bool(column.targets) for column in named)} of {len(named)} headers are known names of "
                     f"{table.name.replace('_', ' ')}.")


def _columns(table: Table, headers: list[str], shape: Shape) -> list[ColumnPlan]:
    names = spellings(table.name)
    plans: list[ColumnPlan] = []
    wide = checklist_targets(headers) if table.names_pair or table.name == "pair" else {}
    taken: dict[str, ColumnPlan] = {}
    for at in range(shape.left, shape.right):
        header = headers[at] if at < len(headers) else ""
        plan = ColumnPlan(at, header or None)
        plans.append(plan)
        if not header:
            plan.role, plan.reason = "extra", "The column has no header."
            continue
        exact, plain = names.get(normal(header)), names.get(bare(header))
        found: tuple[str, float] | None = None
        reason = ""
        if exact:
            found, reason = (f"{table.name}.{exact[0]}", exact[1]), "The header is a known name."
        elif at in wide:
            found, reason = wide[at], "The header is a checklist item."
        elif plain:
            found, reason = (f"{table.name}.{plain[0]}", plain[1] - 0.02), "The header is a known name."
        elif table.name in ("pair", "checklist", "vision") and (group := group_target(header)):
            found, reason = group, "The header belongs to a repeated group."
        if not found:
            plan.reason = "The header is not known."
            continue
        target, confidence = found
        old = taken.get(target)
        if old and old.confidence >= confidence:
            plan.reason = f"Column {letters(old.at)} already holds this field."
            continue
        if old:
            old.targets, old.role, old.reason = [], "extra", f"Column {letters(at)} holds this field."
        taken[target] = plan
        plan.targets, plan.role, plan.confidence, plan.reason = [target], "field", confidence, reason
    return plans


def _score(table: Table, columns: list[ColumnPlan], sheet_name: str, file_name: str) -> float:
    targets = {target for column in columns for target in column.targets}
    own = {target.split(".", 1)[1].split("[")[0] for target in targets if target.startswith(f"{table.name}.")}
    if not own:
        return 0.0
    score = 0.0
    for column in columns:
        if column.targets:
            common = normal(column.header or "") in _COMMON
            score += (0.5 if common else 1.0) * (column.confidence if len(column.targets) else 0)
    named = table_names().get(normal(sheet_name))
    if named == table.name:
        score += 4
    elif named is None and file_name:
        words = normal(file_name)
        if any(f" {word} " in f" {words} " for word, name in table_names().items() if name == table.name):
            score += 2
    score -= 3 * _missing(table, targets, own)
    if table.name == "pair" and not own & _PAIR_OWN and any(target.startswith("checklist.") for target in targets):
        score -= 2
    return score


def _missing(table: Table, targets: set[str], own: set[str]) -> int:
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
            missing += not own & {"respondent", "respondent_id", "respondent_email", "respondent_name"}
        elif part.name == "item" and any(target.startswith("checklist.done[") for target in targets):
            continue
        else:
            missing += part.name not in own
    return missing


def _refuse(sheet: Sheet, shape: Shape, columns: list[ColumnPlan]) -> None:
    """Turns away columns that look like a national id, pay, bank data or a birth date."""
    for plan in columns:
        what = refused_header(plan.header or "")
        if what is None and plan.role == "extra":
            part = sheet.columns[plan.at].part(shape.first, min(shape.stop, shape.first + 2000))
            what = refused_values([text for kind, text in part.distinct.values if kind == TEXT][:500])
        if what:
            plan.targets, plan.role, plan.confidence = [], "refused", 1.0
            plan.reason = f"It looks like {what}, which is never kept."


def column_json(plan: ColumnPlan, extra: dict[str, Any]) -> dict[str, Any]:
    """The column as `check` prints it."""
    targets: str | list[str] | None = None
    if plan.targets:
        targets = plan.targets[0] if len(plan.targets) == 1 else list(plan.targets)
    return {"column": letters(plan.at), "header": plan.header, "field": targets, "role": plan.role,
            "confidence": round(plan.confidence, 2), "asks": plan.asks, "reason": plan.reason,
            "type": target_kind(plan.targets[0]) if plan.targets else None, "date_order": None} | extra
