"""One file from bytes to a reading, in this process. `sandbox` runs it in a child."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from .balance import Tally, tally
from .decide import decide
from .files.cells import read_cells, write_cells
from .loading import Started, sha256, start
from .model import Book, Progress, Reading, ReadRequest, RefusedError, unwatched
from .opening import open_book
from .recognise.data_day import find_data_day
from .rows.emit import Emitted, emit
from .rows.fixes import with_fixes
from .rows.merge import TypedRows, merge
from .rows.persons import settle_people
from .rows.regions import Region, open_region
from .rows.waiting import set_aside_waiting

_NOTHING_KNOWN = ("No sheet of this file holds a table we know; check that the headers stand in one row and name the "
                  "mentor, the mentee, dates or employees.")

_LAST = 1 << 31
"""Where issues of no row are sorted: behind all rows."""


def read_here(path: Path, name: str, request: ReadRequest, progress: Progress = unwatched) -> Reading:
    """Reads a file in this process. Never raises for what is in the file: the reading says it."""
    reading, typed = read_typed(path, name, request, progress)
    return replace(reading, tables={table: rows.table() for table, rows in typed.items()})


def read_typed(path: Path, name: str, request: ReadRequest,
               progress: Progress = unwatched) -> tuple[Reading, dict[str, TypedRows]]:
    """A reading without its tables, and its typed rows beside it, which may be far shorter than tables."""
    digest = request.sha256 or sha256(path)
    try:
        started = start(path, request.limits)
    except RefusedError as refused:
        return Reading(name, digest, "refused", refused.code, refused.message), {}
    return read_started(path, name, digest, started, request, progress)


def read_started(path: Path, name: str, digest: str, started: Started, request: ReadRequest,
                 progress: Progress = unwatched) -> tuple[Reading, dict[str, TypedRows]]:
    """As `read_typed`, of a file that passed the preflight."""
    progress(0.05)
    try:
        book = open_book(path, name, started, request.limits, lambda share: progress(0.05 + 0.55 * share))
    except RefusedError as refused:
        return Reading(name, digest, "refused", refused.code, refused.message), {}
    progress(0.6)
    return type_sheets(book, name, digest, request, lambda share: progress(0.6 + 0.3 * share))


def read_book(book: Book, name: str, digest: str, request: ReadRequest) -> Reading:
    """Recognises, types and balances the sheets of a file."""
    reading, typed = type_sheets(book, name, digest, request)
    return replace(reading, tables={table: rows.table() for table, rows in typed.items()})


def type_sheets(book: Book, name: str, digest: str, request: ReadRequest,
                progress: Progress = unwatched) -> tuple[Reading, dict[str, TypedRows]]:
    """Recognises, types and balances the sheets of a file."""
    if not book.valued:
        return Reading(name, digest, "refused", "empty", "The file holds no cell with a value; export it again and "
                                                         "import that."), {}
    plan = decide(book, name, request)
    with ThreadPoolExecutor(1) as beside:  # the cells are written while they are typed
        kept = beside.submit(write_cells, book, plan.decisions, request.keep_cells) if request.keep_cells else None
        fixed = with_fixes(book, plan.decisions.get("fixes", ()))
        regions, emitted = type_book(fixed, plan.decisions)
        waiting = set_aside_waiting(fixed, plan.decisions, regions, emitted) if plan.questions else 0
        progress(0.4)
        tables, issues = merge(regions, emitted)
        counts = tally(book, fixed, plan.decisions, regions)
        if kept is not None:
            kept.result()
    order = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    issues.sort(key=lambda one: (order.get(one["sheet"], 0), one["row"] or _LAST, one["column"] or ""))
    day, source = find_data_day(book, name, plan.decisions, request.today or date.today())
    questions = plan.questions
    outcome, code, message = ("needs answers" if questions else "read"), None, _waits(waiting)
    if not regions:
        outcome, code, message, questions = "refused", "nothing_known", _NOTHING_KNOWN, []
    refused = any(column["role"] == "refused" for part in plan.decisions["tables"] for column in part["columns"])
    return Reading(name, digest, outcome, code, message, counts.cells, _sheets(book, plan.sheets, counts), questions,
                   issues, [*book.notices, *plan.notices], plan.decisions if regions else None, day, source,
                   keeps_bytes=not refused), tables


def _waits(rows: int) -> str | None:
    """What a file says whose questions decide what becomes of rows."""
    return (f"This file has questions to answer before it can be taken in; {rows:,} "
            f"{'row waits' if rows == 1 else 'rows wait'} for the answers.") if rows else None


def type_book(book: Book, decisions: dict[str, Any]) -> tuple[list[Region], list[Emitted]]:
    """Types every table that the decisions name."""
    regions, emitted = [], []
    for part in decisions["tables"]:
        region = open_region(book.sheets[part["sheet"]], part)
        settle_people(region)
        regions.append(region)
        emitted += emit(region)
    return regions, emitted


def retype_cells(cells: Path, decisions: dict[str, Any]) -> dict[str, pa.Table]:
    """Types kept cells again by recorded decisions, without recognising anything."""
    regions, emitted = type_book(with_fixes(read_cells(cells, decisions), decisions.get("fixes", ())), decisions)
    return {name: rows.table() for name, rows in merge(regions, emitted)[0].items()}


def _sheets(book: Book, shown: list[list[dict[str, Any]]], counts: Tally) -> list[dict[str, Any]]:
    found = []
    for number, sheet in enumerate(book.sheets):
        tables = []
        for one in shown[number]:
            tables.append({key: text for key, text in one.items() if key != "place"}
                          | {"rows": counts.rows[one["place"]]})
        found.append({"name": sheet.name, "hidden": sheet.hidden, "tables": tables,
                      "formula_without_value": sheet.formulas_without_value})
    return found
