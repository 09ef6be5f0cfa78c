"""What in the files is doubtful: fields that no row fills, remarks by column and kind, rows not taken in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .. import formats
from ..metrics.catalogue import CATALOGUE
from ..metrics.gaps import FieldFill
from .imports import CODES
from .quality import some
from .states import NEEDS

Row = Mapping[str, Any]


METRICS: dict[str, tuple[str, ...]] = {
    "check_in.covered_progress": ("agenda_progress", "agenda_all_three"),
    "check_in.covered_challenges": ("agenda_challenges", "agenda_all_three"),
    "check_in.covered_adjustments": ("agenda_adjustments", "agenda_all_three"),
    "check_in.has_record": ("record_share",),
    "milestone.due_date": ("milestone_due_completion", "milestone_on_time", "milestone_overdue",
                           "milestone_overdue_pairs", "milestone_overdue_days"),
    "milestone.original_due_date": ("milestone_on_first_plan", "milestone_moved", "milestone_moved_days"),
    "milestone.completed_date": ("milestone_on_time", "milestone_on_first_plan"),
    "checklist.done": ("checklist_ticked",),
    "goal.framework": ("goal_quality",),
    "vision.statement_date": ("days_to_vision",),
    "resource.person_id": ("network_reach",),
    "person.department": ("network_reach",),
    "feedback.satisfaction": ("satisfaction_mentee", "satisfaction_mentor", "response_mentee", "response_mentor"),
    "feedback.recommend": ("recommend_mentee", "recommend_mentor"),
}
"""Fields on which numbers hang: without any value these are unknown."""

ALSO: dict[str, str] = {
    "pair.planned_end_date": "pairs that closed early and pairs that closed as planned look the same",
    "pair.cohort": "cohorts cannot be compared",
    "pair.cadence_days": "the interval of the program, or 30 days, is assumed",
    "pair.end_reason": "why pairs ended is not known",
    "person.department": "departments cannot be compared",
    "person.exit_date": "nobody is seen to leave",
    "person.hire_date": "whether people stay cannot be told",
    "person.level": "colleagues of the same level cannot be found",
    "person.location": "sites cannot be told apart",
    "job_change.kind": "promotions cannot be told from other moves",
    "program.participation": "voluntary and mandatory programs look the same",
    "program.assignment": "chosen, matched and lottery programs look the same",
    "program.cadence_days": "30 days are assumed where a pair names no interval",
    "check_in.evidence": "who says that they met is not known",
    "check_in.status": "cancelled meetings count as held",
    "milestone.kind": "kinds of milestones look the same",
    "goal.target_date": "goals that overrun are not seen",
    "goal.original_target_date": "goals that were moved are not seen",
    "goal.set_date": "goals count from always on",
    "vision.reviewed_date": "whether plans were reviewed is not known",
    "checklist.done_date": "when actions get done is not known",
    "resource.kind": "kinds of supporters look the same",
    "resource.connected_date": "supporters count from always on",
    "feedback.date": "old answers cannot be told from new ones",
    "feedback.met": "sides that disagree on meeting are not seen",
    "recognition.kind": "achievements and adjusted plans look the same",
}
"""What else an empty field costs."""


def empty_fields(fills: Sequence[FieldFill]) -> list[dict[str, Any]]:
    """Fields on which something hangs and that no row fills, of tables that have rows: {"table", "field", "cost"}."""
    rows = []
    for fill in fills:
        name = f"{fill.table}.{fill.field}"
        if fill.rows and not fill.filled and (name in METRICS or name in ALSO):
            labels = [CATALOGUE[key].label for key in METRICS.get(name, ())]
            costs = [*([f"unknown: {some(labels)}"] if labels else []), *([ALSO[name]] if name in ALSO else [])]
            rows.append({"table": formats.capital(NEEDS.get(fill.table, (fill.table, ""))[0]),
                         "field": fill.field.replace("_", " "), "cost": formats.capital("; ".join(costs))})
    return rows


def issue_rows(receipts: Sequence[tuple[str, Row]]) -> list[dict[str, Any]]:
    """Issues of files by column and kind, the most first. `receipts`: file names and receipts of their day."""
    groups: Counter[tuple[str, str, str, str, str]] = Counter()
    first: dict[tuple[str, str, str, str, str], Any] = {}
    for file, receipt in receipts:
        headers = _headers(receipt)
        for issue in receipt["balance"]["issues"]:
            column = issue["column"] or ""
            header = headers.get((issue["sheet"], column), "")
            key = (file, issue["sheet"] or "", f"{header} ({column})" if header else column, issue["code"],
                   issue["kind"])
            groups[key] += issue.get("more", 1)
            if first.get(key) is None:
                first[key] = issue["row"]
    return [{"file": file, "sheet": sheet, "column": column, "what": CODES.get(code, code.replace("_", " ")),
             "kind": _KINDS.get(kind, kind), "count": count, "first": first[file, sheet, column, code, kind]}
            for (file, sheet, column, code, kind), count in sorted(groups.items(), key=lambda item: (
                -item[1], item[0]))]


_KINDS = {"error": "left out", "warning": "a remark", "question": "asked"}


def _headers(receipt: Row) -> dict[tuple[str, str], str]:
    return {(sheet["name"], column["column"]): column["header"] or "" for sheet in receipt["balance"]["sheets"]
            for table in sheet["tables"] for column in table.get("columns", ())}


def issue_line(row: Row) -> str:
    """One group of issues: `12 × not a date · Log.xlsx, column Meeting date (C), first in row 14`."""
    place = ", ".join(part for part in (
        row["file"], row["sheet"], f"column {row['column']}" if row["column"] else "",
        f"first in row {row['first']}" if row["first"] is not None else "") if part)
    return f"{formats.number(row['count'])} × {row['what']} · {place}"


ISSUE_COLUMNS: dict[str, str] = {"file": "File", "sheet": "Sheet", "column": "Column", "what": "What", "kind": "Kind",
                                 "count": "Times", "first": "First row"}
FIELD_COLUMNS: dict[str, str] = {"table": "Data", "field": "Field", "cost": "What it costs"}
FILE_COLUMNS: dict[str, str] = {"file": "File", "data_day": "Data of", "total": "Rows", "aside": "Not taken in",
                                "waited": "Waited for a person or pair", "waiting": "Still wait",
                                "duplicate": "Repeated"}


def file_rows(receipts: Sequence[tuple[str, Row]], days: Sequence[str]) -> list[dict[str, Any]]:
    """One row a file: all rows, those not taken in, those that waited for a person or pair, and still do, repeated."""
    return [{"file": file, "data_day": day, "total": receipt["balance"]["rows"]["total"],
             "aside": receipt["balance"]["rows"]["quarantined"], "waited": receipt["waited"],
             "waiting": receipt["waiting"], "duplicate": receipt["balance"]["rows"]["duplicate"]}
            for (file, receipt), day in zip(receipts, days, strict=True)]


def file_line(row: Row) -> str:
    """One file: `Log.xlsx: 11 of 8,738 rows not taken in, 5 still wait, 3 repeated`."""
    waits = "waits" if row["waiting"] == 1 else "wait"
    parts = [f"{formats.number(row['aside'])} of {formats.count(row['total'], 'row')} not taken in" if row["aside"]
             else "", f"{formats.number(row['waiting'])} still {waits}" if row["waiting"] else "",
             f"{formats.number(row['duplicate'])} repeated" if row["duplicate"] else ""]
    return f"{row['file']}: {', '.join(filter(None, parts))}"


def files_title(rows: Sequence[Row]) -> str:
    """How many rows were not taken in, and what became of those that waited."""
    aside, waited, now = (sum(row[key] or 0 for row in rows) for key in ("aside", "waited", "waiting"))
    if not aside and not waited:
        return "Every row of every file was taken in"
    said = f"{formats.count(aside, 'row')} could not be taken in"
    if waited:
        said += f"; {formats.number(waited)} waited for a person or pair, {formats.number(now)} still "
        said += "does" if now == 1 else "do"
    return said
