"""A workbook in template form -> stage rows, without the import: only what the data model says for such files."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from careerdash.schema import TABLES


def template_rows(path: Path, data_day: date) -> dict[str, list[dict[str, Any]]]:
    """Rows by table. Rows without ids get one from their natural key; originals are derived per sheet.

    The workbooks of the conformance kit name pairs and people by id, and no row twice.
    """
    book = openpyxl.load_workbook(path, data_only=True)
    tables = {}
    for sheet in book.worksheets:
        if sheet.title in TABLES:
            lines = [list(line) for line in sheet.iter_rows(values_only=True)]
            tables[sheet.title] = [row for line in lines[1:] if (row := _row(sheet.title, lines[0], line))]
    for name, rows in tables.items():
        _ids(name, rows)
        for row in rows:
            row["row_data_day"] = data_day
    _originals(tables.get("milestone", []), "original_due_date", "due_date")
    _originals(tables.get("goal", []), "original_target_date", "target_date")
    _starts(tables, data_day)
    for row in tables.get("check_in", []):
        _has_record(tables["check_in"], row)
    return tables


def _row(table: str, header: list[Any], line: list[Any]) -> dict[str, Any]:
    row = {}
    for name, value in zip(header, line, strict=True):
        if value is None or value == "":
            continue
        kind = TABLES[table].field(name).kind
        if isinstance(value, datetime):
            value = value.date()
        elif kind in ("text", "id", "word", "emails"):
            value = str(value)
        row[name] = value
    return row


def _ids(table: str, rows: list[dict[str, Any]]) -> None:
    spec = TABLES[table]
    if spec.id_field is None:
        return
    seen: Counter[str] = Counter()
    for row in rows:
        if spec.id_field not in row:
            key = "|".join(str(row.get(name)) for name in spec.natural_key)
            seen[key] += 1
            row[spec.id_field] = f"~{key}|{seen[key]}"


def _originals(rows: list[dict[str, Any]], original: str, current: str) -> None:
    if not any(original in row for row in rows):
        for row in rows:
            if current in row:
                row[original] = row[current]


def _has_record(rows: list[dict[str, Any]], row: dict[str, Any]) -> None:
    if not any("has_record" in other for other in rows):
        row["has_record"] = bool(row.get("notes"))


def _starts(tables: dict[str, list[dict[str, Any]]], data_day: date) -> None:
    programs = {row["program"]: row.get("start_date") for row in tables.get("program", [])}
    for pair in tables.get("pair", []):
        if "start_date" not in pair:
            dated = [value for name, rows in tables.items() if TABLES[name].names_pair for row in rows
                     if row["pair_id"] == pair["pair_id"] for column, value in row.items()
                     if isinstance(value, date) and column != "row_data_day"]
            pair["start_date"] = programs.get(pair.get("program")) or min(dated, default=data_day)
