"""Which table a sheet is, and which field each column: names, synonyms and values, with a confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from careerdash.schema import TABLES, Kind, Table, typed_columns
from careerdash.schema.privacy import refused_header, refused_values

from .groups import checklist_targets, month_targets
from .headers import Block, blocks
from .match import DOUBT, FIELD, Match, common_names, known_names, match
from .model import TEXT, Sheet, letters
from .names import RANKS, bare, normal, rank, table_names
from .profiles import Profile
from .secondary import secondary_targets
from .shape import Shape, header_candidates, shape_of
from .told import apply_told, fingerprint, known_block, mapping_of

_PAIR_OWN = frozenset(("cohort", "start_date", "planned_end_date", "end_date", "end_reason", "status", "cadence_days"))
_ENOUGH = 1.5
_NICKNAMES = frozenset(("preferred name", "display name", "known as", "nickname", "participant name"))


@dataclass
class ColumnPlan:
    """One column of a table: its header, what it feeds and why.

    `rank`: among columns of the same field. `told`: the user decided, now or earlier.
    """

    at: int
    header: str | None
    targets: list[str] = field(default_factory=list)
    role: str = "extra"
    confidence: float = 0.0
    reason: str = ""
    asks: bool = False
    rank: int = 0
    told: bool = False


@dataclass
class TablePlan:
    """One table on a sheet."""

    shape: Shape
    primary: str
    columns: list[ColumnPlan]
    confidence: float
    score: float
    reason: str
    fingerprint: str = ""
    known: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Hints:
    """What is known beside the sheet: the file's name where the sheet is its only one, answers, mappings."""

    file_name: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, Any] = field(default_factory=dict)
    respondent: str | None = None


def target_kind(target: str) -> Kind:
    """Kind of value that a target such as `pair.mentor_name[last]` holds."""
    table, column = target.split(".", 1)
    return dict(typed_columns(TABLES[table]))[column.split("[", 1)[0]]


def plan_sheet(sheet: Sheet, top: int, bottom: int, hints: Hints) -> TablePlan | None:
    """The table in the rows `top` to `bottom` of a sheet, or None where it holds none that is known."""
    best: TablePlan | None = None
    if (told := known_block(sheet, top, bottom, hints)) and (
            plan := _plan(sheet, told, top, bottom, hints)):
        _refuse(sheet, plan)
        return plan
    for _, row in header_candidates(sheet, top, bottom, known_names())[:3]:
        for block in blocks(sheet, row, known_names()):
            plan = _plan(sheet, block, top, bottom, hints)
            if plan and (best is None or plan.score > best.score + 0.1):
                best = plan
        if best and best.shape.header_rows[0] == row and best.confidence >= 0.95:
            break
    if best:
        _refuse(sheet, best)
    return best


def _plan(sheet: Sheet, block: Block, top: int, bottom: int, hints: Hints) -> TablePlan | None:
    shape = shape_of(sheet, block.rows, top, bottom)
    profiles = {at: Profile.of(sheet.columns[at].part(shape.first, shape.stop))
                for at in range(shape.left, shape.right)}
    mark = fingerprint(block)
    known = mapping_of(block, mark, hints)
    wanted = hints.answers.get(f"table|{sheet.name}") or (known or {}).get("table")
    first = [(_score(table, _columns(table, block, shape, profiles, False), sheet.name, hints), table)
             for table in TABLES.values() if not wanted or table.name == wanted]
    top_score = max(score for score, _ in first)
    choices = []
    for score, table in first:  # likeness is costly: only tables that may still win are looked at again
        if wanted or score > max(0.0, top_score - 2):
            columns = _columns(table, block, shape, profiles, True)
            apply_told(sheet, columns, hints, known)
            choices.append((_score(table, columns, sheet.name, hints), table, columns))
    if not choices:
        return None
    score, table, columns = max(choices, key=lambda choice: choice[0])
    if score < _ENOUGH and not wanted and not _whole(table, columns, hints):
        return None
    secondary_targets(table.name, columns, block, profiles, {plan.at for plan in columns if plan.told})
    named = [column for column in columns if column.header]
    hits = sum(bool(column.targets) for column in named)
    confidence = round(min(1.0, 0.6 + 0.25 * hits / max(1, len(named)) + 0.04 * min(4.0, score / 2)), 2)
    return TablePlan(shape, table.name, columns, confidence, score - 0.1 * (len(block.rows) - 1),
                     f"{hits} of {len(named)} headers are known names of {table.name.replace('_', ' ')}.", mark, known)


def _whole(table: Table, columns: list[ColumnPlan], hints: Hints) -> bool:
    """A small table of common names: two fields or more, nothing starred missing, hardly a header unknown."""
    named = [column for column in columns if column.header]
    hits = [column for column in named if column.targets]
    own = {target.split(".", 1)[1].split("[")[0] for column in hits for target in column.targets}
    return len(hits) >= 2 and len(hits) >= 0.6 * len(named) and not _missing(
        table, {target for column in hits for target in column.targets}, own, hints)


def _columns(table: Table, block: Block, shape: Shape, profiles: Mapping[int, Profile],
             alike: bool) -> list[ColumnPlan]:
    shown = [header.shown for header in block.headers]
    grouped = checklist_targets(shown) if table.names_pair or table.name == "pair" else {}
    if table.name in ("pair", "check_in"):
        grouped = month_targets(shown) | grouped
    plans = []
    for at in range(shape.left, shape.right):
        header = block.headers[at]
        plan = ColumnPlan(at, header.shown or None)
        plans.append(plan)
        if not header.shown:
            plan.reason = "The column has no header."
            continue
        found = match(table.name, header, profiles[at], alike)
        if at in grouped and (found is None or found.confidence < 1.0):
            found = Match(*grouped[at], "The header belongs to a repeated group.")
        if found is None or found.confidence < DOUBT:
            plan.reason = "The header is not known."
            continue
        plan.targets, plan.role, plan.confidence = [found.target], "field", found.confidence
        plan.reason, plan.asks = found.reason, found.confidence < FIELD
    _settle(plans, profiles)
    return plans


def _settle(plans: list[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Where two columns claim one field: some fields take several by rank, else the surer and fuller one wins."""
    claims: dict[str, list[ColumnPlan]] = {}
    targets = {target for plan in plans for target in plan.targets}
    for plan in plans:
        if plan.targets and {f"{plan.targets[0]}[first]", f"{plan.targets[0]}[last]"} <= targets and (
                bare(plan.header or "") in _NICKNAMES):
            plan.targets, plan.role, plan.reason = [], "extra", "First and last name say more."
    for plan in plans:
        for target in plan.targets:
            claims.setdefault(target, []).append(plan)
    for target, claimants in claims.items():
        if len(claimants) < 2:
            continue
        if target in RANKS or target.endswith(("respondent_email", "respondent_name")):
            for plan in claimants:
                plan.rank = rank(target, plan.header or "")
            continue
        best = max(claimants, key=lambda plan: (
            round(plan.confidence, 1), bool(profiles[plan.at].cells), plan.confidence, -plan.at))
        for plan in claimants:
            if plan is best:
                continue
            plan.targets, plan.role, plan.asks, plan.confidence = [], "extra", False, 0.0
            plan.reason = f"Column {letters(best.at)} holds this field."
            if target.endswith("email") and target.startswith(("pair.", "person.")) and profiles[plan.at].emails > 0.5:
                stem = target[:-len("email")]
                other = "person.alternate_emails" if stem == "person." else f"{stem}alternate_emails"
                if other not in claims:
                    plan.targets, plan.role, plan.confidence = [other], "field", 0.85
                    plan.reason = "A second e-mail address of the same person."


def _score(table: Table, columns: list[ColumnPlan], sheet_name: str, hints: Hints) -> float:
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
            score += (0.5 if forms & common and not sides else 1.0) * column.confidence
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


def _refuse(sheet: Sheet, plan: TablePlan) -> None:
    """Turns away columns that look like a national id, pay, bank data or a birth date."""
    shape = plan.shape
    for column in plan.columns:
        what = refused_header(column.header or "") if column.confidence < 1.0 else None
        if what is None and column.role == "extra":
            part = sheet.columns[column.at].part(shape.first, min(shape.stop, shape.first + 2000))
            what = refused_values([text for kind, text in part.distinct.values if kind == TEXT][:500])
        if what:
            column.targets, column.role, column.confidence, column.asks = [], "refused", 1.0, False
            column.reason = f"It looks like {what}, which is never kept."


def column_json(plan: ColumnPlan, extra: dict[str, Any]) -> dict[str, Any]:
    """The column as `check` prints it."""
    targets: str | list[str] | None = None
    if plan.targets:
        targets = plan.targets[0] if len(plan.targets) == 1 else list(plan.targets)
    return {"column": letters(plan.at), "header": plan.header, "field": targets, "role": plan.role,
            "confidence": round(plan.confidence, 2), "asks": plan.asks, "reason": plan.reason,
            "type": target_kind(plan.targets[0]) if plan.targets else None, "date_order": None} | extra
