"""Decisions: the plan of every sheet, the orders of dates, the questions, all JSON-able and repeatable."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from careerdash.schema import TABLES, typed_columns

from . import ask
from .model import Book, ReadRequest, Sheet, letters
from .recognise.constants import Said, program_of, respondent_of, said_by, year_of
from .recognise.options import Choice, choice_of
from .recognise.orders import Found, Orders
from .recognise.partition import looked_at, previews, tables_of
from .recognise.plans import ColumnPlan, Hints, target_kind
from .recognise.sheet import column_json
from .recognise.told import told_words
from .request import MIDDLE
from .rows.fixes import recorded_fixes
from .rows.who import told_of_people
from .sentences import clean
from .values.dates import ORDERS, DateOrder, hinted_order, read_date
from .values.lexicon import is_tick

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
    found = [Found(number, sheet, one) for number, sheet in enumerate(book.sheets)
             if _wanted(plan, sheet, request)
             for one in tables_of(looked_at(sheet, plan.notices), _hints(book, sheet, name, request))]
    orders = Orders(found)
    said = said_by(book, name, [(one.number, one.plan) for one in found], request.programs)
    for one in found:
        _Table(plan, book, one, orders, said, request).add()
    if fixes := recorded_fixes(book, request.fixes, decisions["tables"]):
        decisions["fixes"] = fixes
    if request.skips:
        decisions["skips"] = sorted(list(place) for place in request.skips)
    return plan


def _wanted(plan: Plan, sheet: Sheet, request: ReadRequest) -> bool:
    if sheet.hidden and sheet.valued and request.answers.get(f"hidden|{sheet.name}") != "yes":
        plan.notices.append(f"The hidden sheet {clean(sheet.name, 40)} was left out.")
        return False
    return sheet.valued > 0 and request.answers.get(f"table|{sheet.name}") != "none"


def _hints(book: Book, sheet: Sheet, name: str, request: ReadRequest) -> Hints:
    alone = sum(not one.hidden and one.valued > 0 for one in book.sheets) == 1
    return Hints(name if alone else "", request.answers, request.mapping, respondent_of(sheet, name if alone else ""),
                 request.today or date.today(), request.words)


@dataclass
class _Table:
    """Turns one found table into decisions."""

    plan: Plan
    book: Book
    found: Found
    orders: Orders
    said: Said
    request: ReadRequest

    def add(self) -> None:
        """Adds the table to the decisions, and its questions to the plan."""
        plan, sheet, shape = self.found.plan, self.found.sheet, self.found.plan.shape
        asks = self._which_table()
        constants = self._constants()
        columns = [self._column(column, constants) for column in plan.columns]
        feeds = list(dict.fromkeys([plan.primary, *(target.split(".")[0] for column in plan.columns
                                                    for target in column.targets)]))
        shown = {
            "feeds": feeds, "confidence": plan.confidence, "asks": asks, "reason": plan.reason,
            "range": f"{letters(shape.left)}{shape.header_rows[0] + 1}:{letters(max(shape.left, shape.right - 1))}"
                     f"{max(shape.stop, shape.header_rows[-1] + 1)}",
            "header_rows": [row + 1 for row in shape.header_rows],
            "constants": [constant | {"asks": False} for constant in constants],
            "columns": [column_json(column, {"date_order": one["order"]} | ({"asks": True} if asks else {}))
                        for column, one in zip(plan.columns, columns, strict=True)]}
        place = len(self.plan.decisions["tables"])
        self.plan.decisions["tables"].append({
            "sheet": self.found.number, "name": sheet.name, "top": shape.top, "header_rows": list(shape.header_rows),
            "first": shape.first, "stop": shape.stop, "bottom": shape.bottom, "left": shape.left, "right": shape.right,
            "skipped": sorted({*shape.skipped, *previews(sheet, plan), *self._told_to_skip()}),
            "primary": plan.primary, "columns": columns, "constants": constants, "beside": plan.beside,
            "dates_1904": self.book.dates_1904, "fingerprint": plan.fingerprint, "shown": shown,
            **told_of_people(self.request.answers, sheet.name)})
        self.plan.sheets[self.found.number].append(shown | {"place": place})

    def _which_table(self) -> bool:
        """Asks what the rows are where they may be of another table as well."""
        plan, name = self.found.plan, self.found.sheet.name
        if not plan.rivals or self.request.accept:
            return False
        self.plan.questions.append(ask.table_question(name, plan.primary, plan.rivals))
        return True

    def _told_to_skip(self) -> set[int]:
        shape = self.found.plan.shape
        return {row - 1 for name, row in self.request.skips
                if name == self.found.sheet.name and shape.first < row <= shape.stop}

    def _constants(self) -> list[dict[str, Any]]:
        plan, sheet = self.found.plan, self.found.sheet
        targets = {target for column in plan.columns for target in column.targets}
        found = []
        if program := program_of(plan, self.found.number, targets, self.said):
            found.append(program)
        if plan.primary == "feedback" and "feedback.respondent" not in targets:
            respondent = respondent_of(sheet, self.said.name)
            if respondent:
                found.append({"field": "feedback.respondent", "value": respondent, "from": "title"})
        if any(target.startswith("check_in.date[") and len(target) == len("check_in.date[01]") for target in targets):
            year = self.request.answers.get(f"year|{sheet.name}") or year_of(sheet, self.said.name, plan.shape)
            if year:
                found.append({"field": "check_in.year", "value": year, "from": "title"})
        return self._corrected(found)

    def _corrected(self, found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The constants with those that the user named; an empty one is taken away."""
        start = f"constant|{self.found.sheet.name}|"
        known = {name for name, _ in typed_columns(TABLES[self.found.plan.primary])}
        for key, value in self.request.answers.items():
            field_ = key.removeprefix(start)
            table, _, column = field_.partition(".")
            if key.startswith(start) and table == self.found.plan.primary and column in known:
                found = [one for one in found if one["field"] != field_]
                if value.strip():
                    found.append({"field": field_, "value": value.strip(), "from": "user"})
        return found

    def _column(self, column: ColumnPlan, constants: list[dict[str, Any]]) -> dict[str, Any]:
        year = next((constant["value"] for constant in constants if constant["field"] == "check_in.year"), None)
        column.targets = [_with_year(target, year) for target in column.targets]
        one: dict[str, Any] = {"at": column.at, "column": letters(column.at), "header": column.header, "order": None,
                               "swapped": False, "unit": None, "rank": column.rank, "asks": False,
                               "told": column.told}
        if column.asks:
            self._doubt(column)
        if any(target_kind(target) == "date" for target in column.targets):
            self._date_order(column, one)
        self._scale(column, one)
        self._months(column, one)
        self._unit(column, one)
        if choice := self._choice(column):
            one["options"] = choice.json()
        one |= told_words(column, self.found.sheet.name, lambda: self._cells(column), self.request,
                          self.found.plan.known)
        return one | {"targets": list(column.targets), "role": column.role}

    def _cells(self, column: ColumnPlan) -> list[tuple[str, str]]:
        shape = self.found.plan.shape
        return self.found.sheet.columns[column.at].part(shape.first, shape.stop).distinct.values

    def _remembered(self, column: ColumnPlan) -> str | None:
        """How a column of this header was read before: an order of dates, a scale, what ticks mean."""
        kept: str | None = (self.found.plan.known or {}).get("orders", {}).get(column.header)
        return kept

    def _scale(self, column: ColumnPlan, one: dict[str, Any]) -> None:
        """Asks for the scale of points that are not on the field's own; they are converted by it."""
        name = next((target.split(".")[1] for target in column.targets
                     if target in ("feedback.satisfaction", "feedback.recommend")), None)
        if name is None:
            return
        field_, sheet = TABLES["feedback"].field(name), self.found.sheet.name
        shape = self.found.plan.shape
        cells = ask.without_slips(self.found.sheet.columns[column.at].part(shape.first, shape.stop).distinct, field_)
        stated = ask.stated_scale(column.header or "", cells, field_)
        answer = self.request.answers.get(f"scale|{sheet}|{letters(column.at)}") or self._remembered(column) or ""
        if answer == ask.EXTRA or (stated and self.request.accept and not ask.scale_of(answer)):
            column.leave("Its scale is not known; it is kept as it is.")
        elif scale := ask.scale_of(answer):
            one["scale"] = scale
            column.reason += f" Answers from {scale[0]} to {scale[1]} are converted evenly."
        elif stated:
            self._ask(column, one, ask.scale_question(column, sheet, field_, stated))

    def _unit(self, column: ColumnPlan, one: dict[str, Any]) -> None:
        """Whether bare numbers are hours or minutes; asked where they may be either."""
        if not any(target.endswith(".minutes") for target in column.targets):
            return
        sheet = self.found.sheet.name
        unit = ask.unit_of(column.header or "", self._cells(column))
        answer = self.request.answers.get(f"unit|{sheet}|{letters(column.at)}") or self._remembered(column)
        if unit != ask.ASK:
            one["unit"] = unit
        elif answer in ask.UNITS:
            one["unit"] = one["unit_said"] = answer
        elif answer == ask.EXTRA or self.request.accept:
            column.leave("It may be hours or minutes; it is kept as it is.")
        else:
            self._ask(column, one, ask.unit_question(column, sheet))

    def _months(self, column: ColumnPlan, one: dict[str, Any]) -> None:
        """Asks for the year of a month, and what a tick in it means."""
        month = next((target for target in column.targets if re.match(r"check_in\.date\[\d", target)), None)
        if month is None:
            return
        cells, sheet = self._cells(column), self.found.sheet.name
        ticks = bool(cells) and sum(is_tick(*cell) is not None for cell in cells) >= len(cells) / 2
        answer = self.request.answers.get(f"ticks|{sheet}") or self._remembered(column)
        lacks_year = len(month) == len("check_in.date[01]") and (
            ticks or any(read_date(kind, text, DateOrder())[1] for kind, text in cells))
        unsaid = ticks and answer != MIDDLE
        if (ticks and answer == ask.EXTRA) or (self.request.accept and (lacks_year or unsaid)):
            column.leave("It names no day; it is kept as it is.")
            return
        if lacks_year:
            now = (self.request.today or date.today()).year
            self._ask(column, one, ask.year_question(sheet, range(now, now - 5, -1)))
        if ticks and answer == MIDDLE:
            one["ticks"] = True
        elif ticks:
            self._ask(column, one, ask.ticks_question(sheet))

    def _ask(self, column: ColumnPlan, one: dict[str, Any], question: dict[str, Any]) -> None:
        column.asks = one["asks"] = True
        if question not in self.plan.questions:
            self.plan.questions.append(question)

    def _choice(self, column: ColumnPlan) -> Choice | None:
        """How a column of several fields splits into options, also where its fields are remembered."""
        if len(column.targets) < 2 or not column.told:
            return column.choice
        return choice_of(self.found.plan.primary, column.header or "", self._cells(column))

    def _doubt(self, column: ColumnPlan) -> None:
        """Asks what a doubtful column is; with `accept` it is an extra."""
        if self.request.accept:
            column.leave("It is doubtful what the column holds; it is kept as it is.")
            return
        self.plan.questions.append(ask.field_question(column, self.found.sheet.name))

    def _date_order(self, column: ColumnPlan, one: dict[str, Any]) -> None:
        """Decides how a column's dates read; asks where its texts do not say."""
        name, shape = self.found.sheet.name, self.found.plan.shape
        evidence = self.orders.columns.get((self.found.number, shape.first, column.at))
        if evidence is None:
            return
        one["swapped"] = evidence.swapped
        column.reason += " Its numbers are read as days of a spreadsheet (45123 is 2023-07-16)." * evidence.numbered
        question = f"date_order|{name}|{letters(column.at)}"
        answer = self.request.answers.get(question)
        hinted = hinted_order(column.header or "") or self._remembered(column)
        if answer in ORDERS:
            one["order"] = answer
        elif len(evidence.decided) == 1:
            one["order"] = next(iter(evidence.decided))
        elif hinted and not evidence.decided:
            one["order"] = hinted
        elif evidence.undecided and not evidence.decided and (
                beside := self.orders.neighbours(self.found.number, shape.first)):
            one["order"] = beside
            column.reason += " Its dates read as in the columns beside it."
        elif evidence.undecided and self.request.accept:
            column.leave("Its dates can be read in two ways; it is kept as it is.")
        elif evidence.undecided:
            column.asks = one["asks"] = True
            self.plan.questions.append(ask.order_question(column, name))


def _with_year(target: str, year: str | None) -> str:
    if year and target.startswith("check_in.date[") and len(target) == len("check_in.date[01]"):
        return f"check_in.date[{year}-{target[-3:-1]}]"
    return target
