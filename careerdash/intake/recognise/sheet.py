"""Which table a sheet is, and which field each column: names, synonyms and values, with a confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from careerdash.schema import TABLES, Table

from ..model import Sheet, letters
from ..values.names import bare
from .complete import complete, employed
from .evidence import ask_rest, by_hints, settle_ends
from .groups import checklist_in_order, checklist_targets, from_and_to, month_targets, numbered_groups
from .headers import Block, blocks, is_data
from .match import DOUBT, FIELD, Match, known_names, match
from .options import choice_of
from .plans import ColumnPlan, Hints, TablePlan, target_kind
from .profiles import Profile
from .ranks import RANKED, WEAKLY, is_weak, rank, tells_which
from .refuse import refuse
from .remaining import remaining
from .scoring import again_and_again, explained, explains_more, rivals, score_of, whole
from .secondary import secondary_targets
from .shape import Shape, header_candidates, shape_of
from .told import apply_told, fingerprint, known_block, mapping_of

_ENOUGH = 1.5
_FREE = (".notes", ".comment", ".title", ".note")
_NICKNAMES = frozenset(("preferredname", "displayname", "knownas", "nickname", "participantname"))


def plan_sheet(sheet: Sheet, top: int, bottom: int, hints: Hints) -> TablePlan | None:
    """The table in the rows `top` to `bottom` of a sheet, or None where it holds none that is known."""
    best: TablePlan | None = None
    if (told := known_block(sheet, top, bottom, hints)) and (
            plan := _plan(sheet, told, top, bottom, hints)):
        refuse(sheet, plan, hints.today)
        return plan
    if told and f"header|{sheet.name}" in hints.answers:
        return None  # the user's header makes no table yet: which one it is, is the user's to say
    candidates = [row for _, row in header_candidates(sheet, top, bottom, known_names())]
    likely = dict.fromkeys((*candidates[:3], *sorted(candidates)[:1]))  # questions as headers are no known names
    for row in [row for row in likely if not is_data(sheet, row)] or likely:
        for block in blocks(sheet, row, known_names()):
            plan = _plan(sheet, block, top, bottom, hints)
            if plan and (best is None or plan.score > best.score + 0.1):
                best = plan
        if best and best.shape.header_rows[0] == row and best.confidence >= 0.95:
            break
    if best:
        refuse(sheet, best, hints.today)
    return best


def _plan(sheet: Sheet, block: Block, top: int, bottom: int, hints: Hints) -> TablePlan | None:
    shape = shape_of(sheet, block.rows, top, bottom)
    profiles = {at: Profile.of(sheet.columns[at].part(shape.first, shape.stop), hints.words)
                for at in range(shape.left, shape.right)}
    mark = fingerprint(block)
    known = mapping_of(sheet, block, mark, hints)
    wanted = hints.answers.get(f"table|{sheet.name}") or (known or {}).get("table")
    first = [(score_of(table, plain, sheet.name, hints), table, plain) for table, plain in (
        (table, _columns(table, block, shape, profiles, False)) for table in TABLES.values()
        if not wanted or table.name == wanted)]
    leading = max(first, key=lambda one: one[0])
    choices = []
    for score, table, plain in first:  # likeness is costly: only tables that may still win are looked at again
        if wanted or score > max(0.0, leading[0] - 2) or explained(plain) > explained(leading[2]):
            columns = _columns(table, block, shape, profiles, True)
            apply_told(sheet, columns, hints, known)
            meetings = table.name == "pair" and again_and_again(table, columns, sheet, shape)
            choices.append((score_of(table, columns, sheet.name, hints) - 3 * meetings, table, columns))
    if not choices:
        return None
    score, table, columns = max(choices, key=lambda choice: choice[0])
    score, table, columns = explains_more((score, table, columns), choices, sheet.name, hints)
    if score + (table.name == "pair") < _ENOUGH and not wanted and not whole(table, columns, hints):
        return None
    secondary_targets(table.name, columns, block, profiles, {plan.at for plan in columns if plan.told})
    settle_ends(columns, profiles, hints.today)
    for column in columns:  # those that the user named too
        column.rank = rank(column.targets[0], column.header or "") if column.targets else 0
    if not known:
        ask_rest(table, columns, profiles, hints.today)
    named = [column for column in columns if column.header]
    hits = sum(bool(column.targets) for column in named)
    confidence = round(min(1.0, 0.6 + 0.25 * hits / max(1, len(named)) + 0.04 * min(4.0, score / 2)), 2)
    return TablePlan(shape, table.name, columns, confidence, score - 0.1 * (len(block.rows) - 1),
                     f"{hits} of {len(named)} headers are known names of {table.name.replace('_', ' ')}.", mark, known,
                     rivals=() if wanted else rivals(table, columns, choices, profiles))


def _columns(table: Table, block: Block, shape: Shape, profiles: Mapping[int, Profile],
             alike: bool) -> list[ColumnPlan]:
    shown = [header.shown for header in block.headers]
    spans = from_and_to(shown)
    grouped = {}
    if table.names_pair or table.name == "pair":
        answered = [at for at in range(shape.left, shape.right) if shown[at] and profiles[at].cells
                    and profiles[at].fits("checklist.done") == 1]
        grouped = checklist_in_order(shown, answered) | checklist_targets(shown, answered)
    if table.name in ("pair", "check_in"):
        grouped = month_targets(shown) | grouped
    if table.name in ("pair", "milestone", "goal"):
        grouped |= {at: found for at, found in numbered_groups(shown).items()
                    if table.name == "pair" or found[0].startswith(f"{table.name}.")}
    plans = []
    for at in range(shape.left, shape.right):
        header = block.headers[at]
        if at in spans:
            header = replace(header, texts=(*header.texts, spans[at]))
        plan = ColumnPlan(at, header.shown or None)
        plans.append(plan)
        if not header.shown:
            plan.reason = "The column has no header."
            continue
        found = match(table.name, header, profiles[at], alike)
        if (found is None or found.target.endswith(_FREE)) and (
                choice := choice_of(table.name, header.shown, profiles[at].cells)):
            plan.take("", 0.85, "Its cells hold options; a field whose option is not chosen is false.")
            plan.targets, plan.choice = list(choice.fields), choice
            continue
        if at in grouped and (found is None or found.confidence < 1.0):
            found = Match(*grouped[at], "The header belongs to a repeated group.")
        if found is None or found.confidence < DOUBT:
            plan.reason = "The header is not known."
            continue
        plan.take(found.target, found.confidence, found.reason, asks=found.confidence < FIELD)
    _settle(plans, profiles)
    complete(table, plans, profiles)
    if alike:
        by_hints(table, plans, profiles)
    remaining(table, plans, profiles)
    return plans


def _settle(plans: list[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Where two columns claim one field: some fields take several by rank, else the surer and fuller one wins."""
    claims: dict[str, list[ColumnPlan]] = {}
    targets = {target for plan in plans for target in plan.targets}
    for plan in plans:
        if plan.targets and {f"{plan.targets[0]}[first]", f"{plan.targets[0]}[last]"} <= targets and (
                bare(plan.header or "").replace(" ", "") in _NICKNAMES):
            plan.leave("First and last name say more.")
    for plan in plans:
        for target in plan.targets:
            claims.setdefault(target, []).append(plan)
    for target, claimants in claims.items():
        if len(claimants) < 2:
            continue
        if target in RANKED:
            for plan in claimants:
                sure = FIELD if tells_which(target, plan.header or "") else 0.9
                if plan.confidence < sure and target == "person.hire_date" and any(
                        other.confidence > plan.confidence for other in claimants):
                    plan.leave("Another column holds this field.")
            continue
        meant = [plan for plan in claimants if plan.confidence >= FIELD and profiles[plan.at].cells
                and not is_weak(target, plan.header or "")]
        best = max(meant or claimants if target in WEAKLY else claimants, key=lambda plan: (
            employed(profiles[plan.at]) if target.endswith("employment_status") else 0.0, round(plan.confidence, 1),
            bool(profiles[plan.at].cells), plan.confidence, -plan.at))
        for plan in claimants:
            if plan is best:
                continue
            plan.leave(f"Column {letters(best.at)} holds this field.")
            if target.endswith("email") and target.startswith(("pair.", "person.")) and profiles[plan.at].emails > 0.5:
                stem = target[:-len("email")]
                other = "person.alternate_emails" if stem == "person." else f"{stem}alternate_emails"
                if other not in claims:
                    plan.take(other, 0.85, "A second e-mail address of the same person.")


def column_json(plan: ColumnPlan, extra: dict[str, Any]) -> dict[str, Any]:
    """The column as `check` prints it."""
    targets: str | list[str] | None = None
    if plan.targets:
        targets = plan.targets[0] if len(plan.targets) == 1 else list(plan.targets)
    return {"column": letters(plan.at), "header": plan.header, "field": targets, "role": plan.role,
            "confidence": round(plan.confidence, 2), "asks": plan.asks, "reason": plan.reason,
            "type": target_kind(plan.targets[0]) if plan.targets else None, "date_order": None} | extra
