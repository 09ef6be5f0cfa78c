"""What the user said, now or earlier: header rows, fields of columns, remembered mappings."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..model import TEXT, ReadRequest, Sheet, letters
from ..request import ANY, ROLES
from ..values.lexicon import worded_scale
from ..values.names import normal, table_names
from ..values.targets import Target, field_of
from .headers import Block, blocks, header_answer, told_block
from .match import known_names
from .shape import header_candidates

if TYPE_CHECKING:
    from .plans import ColumnPlan, Hints

_WIDE = 300


def fingerprint(block: Block) -> str:
    """Digest of the headers, by which a mapping is remembered."""
    return hashlib.sha256("\\x1f".join(normal(header.shown) for header in block.headers).encode()).hexdigest()[:16]


def known_block(sheet: Sheet, top: int, bottom: int, hints: Hints) -> Block | None:
    """The header that the user pointed at, else one for which a mapping is remembered."""
    rows = header_answer(hints.answers.get(f"header|{sheet.name}", ""))
    if rows and top <= rows[0] and rows[-1] < bottom:
        return told_block(sheet, rows, known_names())
    if len(sheet.columns) > _WIDE or not any(mark != ANY for mark in hints.mapping):
        return None
    for _, row in header_candidates(sheet, top, bottom, known_names()):
        for block in blocks(sheet, row, known_names()):
            if fingerprint(block) in hints.mapping:
                return block
    return None


def mapping_of(sheet: Sheet, block: Block, mark: str, hints: Hints) -> Mapping[str, Any] | None:
    """The mapping remembered for these headers, else the offered one that shares most of them, at least half.

    A sheet that bears the name of another table is none of it: short headers may be those of several tables.
    """
    if mark in hints.mapping:
        known: Mapping[str, Any] = hints.mapping[mark]
        return known if table_names().get(normal(sheet.name), known["table"]) == known["table"] else None
    mine = {header.shown for header in block.headers if header.shown}
    offered: list[Mapping[str, Any]] = [one for one in hints.mapping.get(ANY, ())
                                        if 2 * len(mine & set(one["columns"])) >= max(1, len(one["columns"]))]
    return max(offered, key=lambda one: len(mine & set(one["columns"])), default=None)


def apply_told(sheet: Sheet, columns: list[ColumnPlan], hints: Hints, known: Mapping[str, Any] | None) -> None:
    """What the user said goes before what was found: answers first, then a remembered mapping."""
    for plan in columns:
        answer = hints.answers.get(f"field|{sheet.name}|{letters(plan.at)}")
        told: list[str] = [] if answer is None else [answer]
        reason = "You said so."
        if answer is None and known and plan.header in known.get("columns", {}):
            remembered = known["columns"][plan.header] or "extra"
            told = [remembered] if isinstance(remembered, str) else list(remembered)
            reason = known.get("reason", "Remembered from an earlier import.")
        if not told or not all(map(_is_target, told)):
            continue
        plan.role = told[0] if told[0] in ROLES else "field"
        plan.targets = told if plan.role == "field" else []
        plan.confidence, plan.reason, plan.asks, plan.told = 1.0, reason, False, True
    taken = {target: plan for plan in columns if plan.told for target in plan.targets}
    for plan in columns:
        if not plan.told and plan.targets and all(target in taken for target in plan.targets):
            plan.leave(f"Column {letters(taken[plan.targets[0]].at)} holds this field.")


def told_words(column: ColumnPlan, sheet: str, cells: Callable[[], Sequence[tuple[str, str]]],
               request: ReadRequest, known: Mapping[str, Any] | None) -> dict[str, Any]:
    """`words`: what texts of a column mean, by what is said of its field in all files, then of its header, then now.

    `house`: those that the house says alone, which no mapping has to remember. `cells`: kind and text of the different
    cells, asked for only where they matter.
    """
    if not column.targets:
        return {}
    start = f"word|{sheet}|{letters(column.at)}|"
    told = {key.removeprefix(start): word for key, word in request.answers.items() if key.startswith(start)}
    own = dict((known or {}).get("words", {}).get(column.header, {})) | told
    spellings = next((request.words[target] for target in column.targets if target in request.words), {})
    house = {text.strip(): spellings[normal(text)] for kind, text in cells()
             if kind == TEXT and normal(text) in spellings} if spellings else {}
    if "feedback.satisfaction" in column.targets:
        house = worded_scale(text for kind, text in cells() if kind == TEXT) | house
    if _SIDES & set(column.targets):
        house = _mentored(cells()) | house
    alone = sorted(set(house) - set(own))
    return ({"words": house | own} if house or own else {}) | ({"house": alone} if alone else {})


_SIDES = frozenset(("feedback.respondent", "check_in.evidence"))


def _mentored(cells: Sequence[tuple[str, str]]) -> dict[str, str]:
    """`mentore` beside `mentor` is French that lost its accent, who is mentored; alone it is Italian for a mentor."""
    texts = {text.strip() for kind, text in cells if kind == TEXT}
    said = {normal(text) for text in texts}
    if "mentor" not in said or "mentee" in said:
        return {}
    return {text: "mentee" for text in texts if re.fullmatch("mentoree?s?", normal(text))}


def _is_target(text: str) -> bool:
    if text in ROLES:
        return True
    try:
        field_of(Target.parse(text))
    except (KeyError, ValueError):
        return False
    return True
