"""One file from bytes to a reading, in this process. `sandbox` runs it in a child."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from careerdash.schema import TABLES

from .balance import Tally, tally
from .cells import read_cells, write_cells
from .census import SheetCensus, take_census
from .data_day import find_data_day
from .decide import decide
from .duplicates import find_repeats
from .emit import Emitted, emit
from .fixes import with_fixes
from .model import Book, Limits, Progress, Reading, ReadRequest, RefusedError, unwatched
from .persons import settle_people
from .preflight import Checked, preflight
from .read_fallback import read_fallback
from .read_text import read_text
from .read_workbook import damaged, read_workbook
from .regions import ACCEPTED, BLANK, DUPLICATE, SKIPPED, Region, open_region
from .sentences import issue

_NOTHING_KNOWN = ("No sheet of this file holds a table we know; check that the headers stand in one row and name the "
                  "mentor, the mentee, dates or employees.")


def read_here(path: Path, name: str, request: ReadRequest, progress: Progress = unwatched) -> Reading:
    """Reads a file in this process. Never raises for what is in the file: the reading says it."""
    digest = sha256(path)
    try:
        checked = preflight(path, request.limits)
        progress(0.1)
        book = open_book(path, name, checked, request.limits)
        progress(0.5)
    except RefusedError as refused:
        return Reading(name, digest, "refused", refused.code, refused.message)
    return read_book(book, name, digest, request)


def sha256(path: Path) -> str:
    """Digest of a file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def open_book(path: Path, name: str, checked: Checked, limits: Limits) -> Book:
    """The cells of a file that passed the preflight. Raises RefusedError."""
    if checked.kind == "csv":
        book = read_text(path, name, limits)
    elif checked.kind == "xlsx":
        book = _open_xlsx(path, checked.parts, limits)
    else:
        book = read_workbook(path, checked.kind, None, limits)
    return replace(book, notices=(*book.notices, *_misnamed(name, checked.kind)))


def _open_xlsx(path: Path, parts: dict[str, SheetCensus], limits: Limits) -> Book:
    """By calamine, and by the fallback where it refuses the file or loses cells that the census counts."""
    try:
        with zipfile.ZipFile(path) as archive:
            census = take_census(archive, parts, limits)
    except (zipfile.BadZipFile, OSError, ValueError):
        raise damaged() from None
    try:
        book = read_workbook(path, "xlsx", census, limits)
    except RefusedError as refused:
        if refused.code != "damaged":
            raise
        return read_fallback(path, census, limits)
    counted = sum(part.valued for part in census.sheets)
    if all(part.exact for part in census.sheets) and counted == sum(sheet.valued for sheet in book.sheets):
        return book
    try:
        other = read_fallback(path, census, limits)
    except RefusedError:
        return book
    return other if sum(sheet.valued for sheet in other.sheets) > sum(sheet.valued for sheet in book.sheets) else book


_ENDINGS = {"xlsx": ("xlsx", "xlsm", "xltx", "xltm"), "xls": ("xls", "xlt"),
            "csv": ("csv", "tsv", "txt", "tab", "dat", ""), "xlsb": ("xlsb",), "ods": ("ods",)}


def _misnamed(name: str, kind: str) -> tuple[str, ...]:
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    if ending in _ENDINGS[kind]:
        return ()
    what = "a text file" if kind == "csv" else f"a workbook of the kind {kind}"
    return (f"The file is {what} in spite of its name, and was read as that.",)


def read_book(book: Book, name: str, digest: str, request: ReadRequest) -> Reading:
    """Recognises, types and balances the sheets of a file."""
    if not any(sheet.valued for sheet in book.sheets):
        return Reading(name, digest, "refused", "empty", "The file holds no cell with a value; export it again and "
                                                         "import that.")
    plan = decide(book, name, request)
    fixed = with_fixes(book, plan.decisions.get("fixes", ()))
    regions, emitted = type_book(fixed, plan.decisions)
    tables, issues = _merge(regions, emitted)
    counts = tally(book, fixed, plan.decisions, regions)
    order = {sheet.name: number for number, sheet in enumerate(book.sheets)}
    issues.sort(key=lambda one: (order.get(one["sheet"], 0), one["row"], one["column"] or ""))
    day, source = find_data_day(book, name, plan.decisions, request.today or date.today())
    questions = plan.questions
    outcome, code, message = ("needs answers" if questions else "read"), None, None
    if not regions:
        outcome, code, message, questions = "refused", "nothing_known", _NOTHING_KNOWN, []
    refused = any(column["role"] == "refused" for part in plan.decisions["tables"] for column in part["columns"])
    if request.keep_cells is not None:
        write_cells(book, plan.decisions, request.keep_cells)
    return Reading(name, digest, outcome, code, message, counts.cells, _sheets(book, plan.sheets, counts), questions,
                   issues, [*book.notices, *plan.notices], plan.decisions if regions else None, day, source, tables,
                   keeps_bytes=not refused)


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
    return _merge(regions, emitted)[0]


def _merge(regions: list[Region], emitted: list[Emitted]) -> tuple[dict[str, pa.Table], list[dict[str, Any]]]:
    """Rows of the same table together, in sheet order, without those that bring nothing new."""
    tables: dict[str, pa.Table] = {}
    left = {id(region): np.zeros(region.rows, dtype=np.int32) for region in regions}
    for one in emitted:
        np.add.at(left[id(one.region)], one.rows, 1)
    emits = {key: counts > 0 for key, counts in left.items()}
    for name in TABLES:
        parts = [one for one in emitted if one.table == name]
        if not parts:
            continue
        data = pa.concat_tables([one.data for one in parts]) if len(parts) > 1 else parts[0].data
        owner = np.repeat(np.arange(len(parts)), [len(one.rows) for one in parts])
        rows = np.concatenate([one.rows for one in parts]) if parts else np.zeros(0, dtype=np.int64)
        if len(parts) > 1:
            region_order = np.array([regions.index(one.region) for one in parts], dtype=np.int64)[owner] \
                if len(owner) else owner
            sequence = np.lexsort((data.column("source_part").to_numpy(), rows, region_order))
            data, owner, rows = data.take(pa.array(sequence)), owner[sequence], rows[sequence]
        repeats = find_repeats(name, data)
        for place in repeats.dropped.tolist():
            left[id(parts[owner[place]].region)][rows[place]] -= 1
        for place in repeats.conflicting.tolist():
            region = parts[owner[place]].region
            region.issues.append(issue(region.sheet.name, region.first + int(rows[place]) + 1, None, "duplicate_id"))
        if len(repeats.dropped):
            keep = np.ones(data.num_rows, dtype=bool)
            keep[repeats.dropped] = False
            data = data.filter(pa.array(keep))
        tables[name] = data.combine_chunks() if len(parts) > 1 or len(repeats.dropped) else data
    for region in regions:
        gone = (left[id(region)] == 0) & emits[id(region)] & (region.state == ACCEPTED)
        region.state[gone] = DUPLICATE
        _order_of_days(region)
        _ragged(region)
    return tables, [one for region in regions for one in region.issues]


_SPANS = {"pair": (("start_date", "end_date"), ("start_date", "planned_end_date")),
          "program": (("start_date", "end_date"),), "person": (("hire_date", "exit_date"),)}


def _order_of_days(region: Region) -> None:
    """Warns of ends before their start; both values stay."""
    known = {(target.table, target.column): (typed.values, at) for target, (typed, at) in region.typed.items()}
    for table, spans in _SPANS.items():
        for start, end in spans:
            if (table, start) in known and (table, end) in known:
                days = [known[table, column][0].cast(pa.int32()).fill_null(none).to_numpy(zero_copy_only=False)
                        for column, none in ((start, -10**9), (end, 10**9))]
                for row in np.flatnonzero((days[1] < days[0]) & (region.state == ACCEPTED)).tolist():
                    region.add_issue(row, known[table, end][1], "end_before_start")


def _ragged(region: Region) -> None:
    """Names the records of a text file that have other fields than the header; nothing is shifted."""
    lengths = region.sheet.lengths
    header = region.decision["header_rows"]
    if lengths is None or not header:
        return
    mine = lengths[region.first:region.first + region.rows]
    wrong = mine != int(lengths[header[-1]])
    for row in np.flatnonzero(wrong & (region.state != BLANK) & (region.state != SKIPPED)).tolist():
        region.add_issue(row, None, "ragged_row")


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
