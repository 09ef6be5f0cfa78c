"""Decisions: the plan of every sheet, the orders of dates, the questions, all JSON-able and repeatable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .dates import ORDERS, hinted_order, order_evidence
from .model import Book, ReadRequest, Sheet, letters
from .recognise import ColumnPlan, TablePlan, column_json, plan_sheet, target_kind
from .sentences import clean

VERSION = 1


@dataclass
class Plan:
    """What was decided: `decisions` to repeat it, `sheets` to show it, questions that stay open."""

    decisions: dict[str, Any]
    sheets: list[list[dict[str, Any]]]
    questions: list[dict[str, Any]] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


def decide(book: Book, name: str, request: ReadRequest) -> Plan:
    """Plans all sheets, or repeats the decisions of the request."""
    decisions: dict[str, Any] = {
        "version": VERSION, "kind": book.kind, "dates_1904": book.dates_1904, "answers": dict(request.answers),
        "sheets": [{"name": sheet.name, "rows": sheet.rows, "columns": len(sheet.columns), "hidden": sheet.hidden}
                   for sheet in book.sheets],
        "tables": []}
    plan = Plan(decisions, [[] for _ in book.sheets])
    if request.decisions is not None:
        plan.decisions = dict(request.decisions)
        for place, part in enumerate(plan.decisions["tables"]):
            plan.sheets[part["sheet"]].append(part["shown"] | {"place": place})
        return plan
    visible = [sheet for sheet in book.sheets if not sheet.hidden]
    for number, sheet in enumerate(book.sheets):
        if sheet.hidden and request.answers.get(f"hidden|{sheet.name}") != "yes":
            if sheet.valued:
                plan.notices.append(f"The hidden sheet {clean(sheet.name, 40)} was left out.")
            continue
        if not sheet.valued:
            continue
        found = plan_sheet(sheet, name, len(visible) == 1)
        if found:
            _add(plan, book, number, sheet, found, request)
    return plan


def _add(plan: Plan, book: Book, number: int, sheet: Sheet, found: TablePlan, request: ReadRequest) -> None:
    shape = found.shape
    columns = [_column(plan, sheet, found, column, request) for column in found.columns]
    feeds = list(dict.fromkeys([found.primary, *(target.split(".")[0] for column in found.columns
                                                 for target in column.targets)]))
    shown = {"feeds": feeds, "confidence": found.confidence, "asks": False, "reason": found.reason,
             "range": f"{letters(shape.left)}{shape.header_rows[0] + 1}:{letters(max(shape.left, shape.right - 1))}"
                      f"{max(shape.stop, shape.header_rows[-1] + 1)}",
             "header_rows": [row + 1 for row in shape.header_rows], "constants": [],
             "columns": [column_json(plan_, {"date_order": one["order"]})
                         for plan_, one in zip(found.columns, columns, strict=True)]}
    place = len(plan.decisions["tables"])
    plan.decisions["tables"].append({
        "sheet": number, "name": sheet.name, "top": shape.top, "header_rows": list(shape.header_rows),
        "first": shape.first, "stop": shape.stop, "bottom": shape.bottom, "left": shape.left, "right": shape.right,
        "skipped": list(shape.skipped), "primary": found.primary, "columns": columns, "constants": [],
        "dates_1904": book.dates_1904, "shown": shown})
    plan.sheets[number].append(shown | {"place": place})


def _column(plan: Plan, sheet: Sheet, found: TablePlan, column: ColumnPlan, request: ReadRequest) -> dict[str, Any]:
    one: dict[str, Any] = {"at": column.at, "column": letters(column.at), "header": column.header, "order": None,
                           "swapped": False, "unit": None, "asks": False}
    if column.targets and target_kind(column.targets[0]) == "date":
        _date_order(plan, sheet, found, column, one, request)
    if any(target.endswith(".minutes") for target in column.targets) and "hour" in (column.header or "").lower():
        one["unit"] = "hours"
    return one | {"targets": list(column.targets), "role": column.role}


def _date_order(plan: Plan, sheet: Sheet, found: TablePlan, column: ColumnPlan, one: dict[str, Any],
                request: ReadRequest) -> None:
    """Decides how a column's dates read; asks where its texts do not say."""
    part = sheet.columns[column.at].part(found.shape.first, found.shape.stop)
    evidence = order_evidence(part.distinct.values)
    one["swapped"] = evidence.swapped
    question = f"date_order|{sheet.name}|{letters(column.at)}"
    answer = request.answers.get(question)
    if answer in ORDERS:
        one["order"] = answer
    elif len(evidence.decided) == 1:
        one["order"] = next(iter(evidence.decided))
    elif hinted := hinted_order(column.header or ""):
        one["order"] = hinted
    elif evidence.undecided and request.accept:
        column.targets, column.role = [], "extra"
        column.reason = "Its dates can be read in two ways; it is kept as it is."
    elif evidence.undecided:
        column.asks = one["asks"] = True
        plan.questions.append({
            "id": question, "sheet": sheet.name, "column": letters(column.at),
            "text": f"In which order do the dates in column {letters(column.at)} ({clean(column.header or '', 40)}) of "
                    f"{clean(sheet.name, 40)} stand: day, month, year?",
            "choices": list(ORDERS), "suggested": None})
