"""The balance of one import: the intake's counts, with the rows that the build set aside moved over."""

import copy
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdash.build.plan import RowIssue
from careerdash.intake.kept import KeptRows
from careerdash.intake.request import column_number
from careerdash.intake.sentences import more_issues

if TYPE_CHECKING:
    import pyarrow as pa

ROW_KINDS = ("header", "title", "blank", "accepted", "duplicate", "quarantined", "skipped")
_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
SheetRow = tuple[str, int]


def settled(cells: Mapping[str, Any], sheets: Sequence[Mapping[str, Any]], questions: Sequence[Mapping[str, Any]],
            issues: Sequence[Mapping[str, Any]], tables: "Mapping[str, pa.Table]", notes: Iterable[RowIssue],
            kept_cells: Path) -> dict[str, Any]:
    """The balance as `import` prints it: {"cells", "rows", "sheets", "questions", "issues"}.

    A sheet row of which the build set every typed row aside moves from accepted to quarantined, its cells
    from landed to the exception `quarantined`; a row that gave something else too stays, with its issue. What is
    the matter with all that a sheet row gave, seven checklist items for example, is said once.
    """
    notes = list(notes)
    counts: dict[str, Any] = copy.deepcopy(dict(cells))
    all_sheets = copy.deepcopy([dict(sheet) for sheet in sheets])
    gone = _rows_set_aside(tables, notes)
    lost = _landed_cells(kept_cells, gone) if gone else {}
    for row in sorted(gone):
        block = _block(all_sheets, row)
        if block is not None and block["rows"]["accepted"] > 0:
            block["rows"]["accepted"] -= 1
            block["rows"]["quarantined"] += 1
            count = lost.get(row, 0)
            counts["landed"] -= count
            if count:
                counts["exceptions"]["quarantined"] = counts["exceptions"].get("quarantined", 0) + count
    return {"cells": counts, "rows": _row_totals(all_sheets), "sheets": all_sheets, "questions": list(questions),
            "issues": [*issues, *(_issue(all_sheets, note) for note in _once(notes))]}


def _once(notes: Iterable[RowIssue]) -> Iterable[RowIssue]:
    return {(note.sheet, note.row, note.column, note.code, note.message): note for note in notes}.values()


def issue_counts(issues: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    """How many issues there are of each code, those that are not listed too."""
    counts: Counter[str] = Counter()
    for issue in issues:
        counts[issue["code"]] += issue.get("more", 1)
    return dict(counts)


def shortened(issues: Sequence[Mapping[str, Any]], most: int) -> list[Mapping[str, Any]]:
    """At most that many issues, and one whose `more` counts the rest of its kind, sheet, column and code.

    Each of these gets its share of the places, so that a frequent one does not hide the others.
    """
    if len(issues) <= most:
        return list(issues)
    groups: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for issue in issues:
        groups.setdefault((issue["kind"], issue["sheet"], issue["column"], issue["code"]), []).append(issue)
    kept: list[Mapping[str, Any]] = []
    rest: list[Mapping[str, Any]] = []
    for number, (key, mine) in enumerate(sorted(groups.items(), key=lambda item: len(item[1]))):
        share = (most - len(kept)) // (len(groups) - number)
        listed = [issue for issue in mine if "more" not in issue][:share]
        left = sum(issue.get("more", 1) for issue in mine) - len(listed)
        kept += listed
        if left:
            kind, sheet, column, code = key
            at = None if column is None else column_number(column)
            rest.append(more_issues(sheet or "", at, code, left, header=None, kind=kind))
    return sorted(kept, key=lambda issue: (issue["sheet"] or "", issue["row"] or 0, issue["column"] or "")) + rest


def quarantined(balance: Mapping[str, Any]) -> int:
    """Rows that could not be taken in."""
    return int(balance["rows"]["quarantined"])


def is_balanced(balance: Mapping[str, Any]) -> bool:
    """Whether every row and every valued cell is accounted for."""
    cells = balance["cells"]
    tables = [table["rows"] for sheet in balance["sheets"] for table in sheet["tables"]]
    return bool(cells["valued"] == cells["landed"] + sum(cells["exceptions"].values()) and all(
        rows["total"] == sum(rows[kind] for kind in ROW_KINDS) and min(rows.values()) >= 0 for rows in tables))


def _row_totals(sheets: Iterable[Mapping[str, Any]]) -> dict[str, int]:
    totals = dict.fromkeys(("total", *ROW_KINDS), 0)
    for sheet in sheets:
        for table in sheet["tables"]:
            for kind in totals:
                totals[kind] += table["rows"][kind]
    return totals


def _rows_set_aside(tables: "Mapping[str, pa.Table]", notes: Iterable[RowIssue]) -> set[SheetRow]:
    """The sheet rows of which nothing landed."""
    aside = {(note.table, note.sheet, note.row, note.part) for note in notes if note.kind == "error"}
    if not aside:
        return set()
    lost = Counter((sheet, row) for _, sheet, row, _ in aside)
    came: Counter[SheetRow] = Counter()
    for name in tables:
        place = ["source_sheet", "source_row"]
        table = tables.columns(name, place) if isinstance(tables, KeptRows) else tables[name].select(place)
        counted = table.group_by(["source_sheet", "source_row"]).aggregate(
            [([], "count_all")])
        for sheet, row, count in zip(*(counted[name].to_pylist() for name in (
                "source_sheet", "source_row", "count_all")), strict=True):
            if (sheet, row) in lost:
                came[(sheet, row)] += count
    return {row for row, count in lost.items() if count >= came[row]}


def _landed_cells(kept_cells: Path, rows: set[SheetRow]) -> dict[SheetRow, int]:
    """Cells of these rows that had landed: all that are kept, but for errors and white space."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    numbers = sorted({row for _, row in rows})
    cells = pq.read_table(kept_cells, columns=["sheet", "row", "kind", "text"], filters=[("row", "in", numbers)])
    landed = pc.and_(pc.not_equal(cells["kind"], "e"), pc.not_equal(pc.utf8_trim_whitespace(cells["text"]), ""))
    counted = cells.filter(pc.fill_null(landed, True)).group_by(["sheet", "row"]).aggregate([([], "count_all")])
    found = zip(*(counted[name].to_pylist() for name in ("sheet", "row", "count_all")), strict=True)
    return {(sheet, row): count for sheet, row, count in found if (sheet, row) in rows}


def _block(sheets: Iterable[Mapping[str, Any]], row: SheetRow) -> dict[str, Any] | None:
    """The table of the sheet whose range holds the row; the only one where there is one."""
    for sheet in sheets:
        if sheet["name"] != row[0]:
            continue
        blocks: list[dict[str, Any]] = sheet["tables"]
        for block in blocks:
            found = _RANGE.fullmatch(block.get("range") or "")
            if found and int(found[2]) <= row[1] <= int(found[4]):
                return block
        return blocks[0] if len(blocks) == 1 else None
    return None


def column_of(block: Mapping[str, Any], table: str, who: str) -> str | None:
    """The letters of the first column of a table that names its `who` (`mentor`); None where none does."""
    stems = (f"{table}.{who}_",) if table != who else (f"{table}.name", f"{table}.email")
    for entry in block["columns"]:
        fields = entry["field"] if isinstance(entry["field"], list) else [entry["field"] or ""]
        if any(field.startswith(stems) for field in fields):
            letters: str = entry["column"]
            return letters
    return None


def _issue(sheets: Iterable[Mapping[str, Any]], note: RowIssue) -> dict[str, Any]:
    block = None if note.column is None else _block(sheets, (note.sheet, note.row))
    column = None if block is None else column_of(block, note.table, str(note.column))
    return {"sheet": note.sheet, "row": note.row, "column": column, "value": None, "code": note.code,
            "message": note.message, "kind": note.kind}
