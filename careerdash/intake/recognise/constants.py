"""What a whole table has in common, told by a title, the sheet's name or the file's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from careerdash.schema import TABLES

from ..model import TEXT, Book, Sheet
from ..values.names import normal

if TYPE_CHECKING:
    from .plans import TablePlan
    from .shape import Shape

_STATED = re.compile(r"^\s*(?:mentoring\s+)?(?:program(?:me)?|programm|programa|programma|scheme)(?:\s+name)?"
                     r"\s*[:=]\s*(.+?)\s*$", re.I)
_ANSWERS = re.compile(r"\b(survey|feedback|answers?|responses?|pulse|evaluation|questionnaire|umfrage|antworten|"
                      r"enquete|reponses|encuesta|respuestas|sondaggio|risposte)\b")


@dataclass(frozen=True)
class Said:
    """What stands outside the tables: the file's name, the titles over each table, the programs that are known."""

    name: str
    sheets: tuple[Sheet, ...]
    titles: dict[tuple[int, int], tuple[str, ...]]
    programs: tuple[str, ...]


def said_by(book: Book, name: str, plans: Sequence[tuple[int, TablePlan]], programs: Sequence[str]) -> Said:
    """Collects titles, and program names from the request and from the file's own tables."""
    titles: dict[tuple[int, int], tuple[str, ...]] = {}
    known = list(programs)
    for number, plan in plans:
        sheet, shape = book.sheets[number], plan.shape
        rows = range(shape.top, min(shape.header_rows[0], shape.top + 30))
        titles[number, shape.first] = tuple(
            cell[1] for row in rows for cell in sheet.row(row) if cell and cell[0] == TEXT)
        for column in plan.columns:
            if any(target in ("pair.program", "program.program") for target in column.targets):
                part = sheet.columns[column.at].part(shape.first, shape.stop)
                known += [text for kind, text in part.distinct.values[:200] if kind == TEXT]
    return Said(name, book.sheets, titles, tuple(dict.fromkeys(known)))


def program_of(plan: TablePlan, number: int, targets: set[str], said: Said) -> dict[str, Any] | None:
    """The program that a title, the sheet's name or the file's name gives to a table without a program column."""
    table = TABLES[plan.primary]
    if not (table.names_pair or table.name == "pair") or any(target.endswith(".program") for target in targets):
        return None
    if f"{table.name}.pair_id" in targets and table.name != "pair":
        return None
    titles = said.titles.get((number, plan.shape.first), ())
    for title in titles:
        if found := _STATED.match(title):
            return {"field": f"{table.name}.program", "value": found[1], "from": "title"}
    sheet_name = said.sheets[number].name
    for texts, source in ((titles, "title"), ((sheet_name,), "sheet"), ((said.name,), "file name")):
        for text in texts:
            for program in sorted(said.programs, key=lambda one: (-len(one), one)):
                if len(normal(program)) > 2 and f" {normal(program)} " in f" {normal(text)} ":
                    return {"field": f"{table.name}.program", "value": program, "from": source}
    return None


def respondent_of(sheet: Sheet, name: str) -> str | None:
    """Whose answers a survey holds, where the sheet's name, its first rows or the file's name say it."""
    first = [cell[1] for row in range(min(3, sheet.rows)) for cell in sheet.row(row)[:2] if cell and cell[0] == TEXT]
    for text in (sheet.name, *first, re.sub(r"\.\w{2,5}$", "", name)):
        words = normal(text)
        if len(words) > 80 or not _ANSWERS.search(words):
            continue
        mentor, mentee = bool(re.search(r"\bmentors?\b", words)), bool(re.search(r"\b(mentees?|proteges?)\b", words))
        if mentor != mentee:
            return "mentor" if mentor else "mentee"
    return None


def year_of(sheet: Sheet, name: str, shape: Shape) -> str | None:
    """The one year that titles, the sheet's name or the file's name hold."""
    texts = [cell[1] for row in range(shape.top, shape.header_rows[0]) for cell in sheet.row(row) if cell]
    for group in (texts, [sheet.name], [name]):
        years: set[str] = {year for text in group for year in re.findall(r"(?<!\d)(20\d{2})(?!\d)", text)}
        if len(years) == 1:
            return years.pop()
    return None
