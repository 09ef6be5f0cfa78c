"""The template workbook for people who start from nothing: one sheet a table, made from the schema.

Headers are the field names, so a filled-in copy imports without a question. The second row of a sheet
is an example: its first cell starts with `Example:`, and rows that start so are not imported.
"""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from careerdash.schema import TABLES, VOCABULARIES, Field, Kind, Table, reference_columns

from .template_words import EXAMPLES, READ_ME

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

EXAMPLE = "Example:"
_FIRST, _LAST = 3, 5000  # rows with drop-downs
_MADE = datetime(2026, 1, 1)
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_FORMATS: dict[Kind, str] = {"date": "yyyy-mm-dd", "id": "@", "text": "@", "emails": "@", "word": "@"}
_KINDS: dict[Kind, str] = {
    "date": "A date.", "integer": "A whole number.", "number": "A number.", "boolean": "yes or no.",
    "id": "Text; leading zeros stay.", "emails": "E-mail addresses, separated by ;"}


def write_template(path: Path) -> None:
    """Writes the template workbook; the same bytes each time. Raises OSError where it cannot be written."""
    path.write_bytes(_same_each_time(_workbook()))


def template_fields(table: Table) -> tuple[Field, ...]:
    """The columns of a table's sheet: its fields, then the other ways to name its people and its pair.

    Left out: other e-mail addresses of a pair's people, and ids of people beside a pair_id.
    """
    others = []
    for name, kind in reference_columns(table):
        stem, _, part = name.rpartition("_")
        if part == "emails" or (part in ("id", "name") and (table.names_pair and stem != "person")):
            continue
        others.append(Field(name, kind, _reference_words(table, name), privacy="personal" if stem else "open"))
    return table.fields + tuple(others)


def _reference_words(table: Table, name: str) -> str:
    stem, _, part = name.rpartition("_")
    if name == "program":
        return "The pair's program, where the pair is named by its people"
    who = stem if stem in ("mentor", "mentee", "manager", "respondent") else "person"
    what = {"email": "E-mail address", "name": "Full name"}[part]
    instead = "pair_id" if table.names_pair and stem != "person" else f"{stem}_id"
    return f"{what} of the {who}, instead of {instead}"


def _comment(table: Table, field: Field) -> str:
    """What stands in the comment of a header cell."""
    lines = [field.description + "."]
    if field.required:
        by_people = field.name in table.people or (table.names_pair and field.name == "pair_id")
        lines.insert(0, "Required, or the e-mail address in its place." if by_people else "Required.")
    if field.vocabulary:
        lines.append("One of: " + ", ".join(VOCABULARIES[field.vocabulary].words) + ".")
    elif field.low is not None and field.high is not None:
        lines.append(f"A number from {field.low:g} to {field.high:g}.")
    elif field.kind in _KINDS:
        lines.append(_KINDS[field.kind])
    if field.privacy == "private":
        lines.append("Private: shown on the pair's own page only.")
    return "\n".join(lines)


def _workbook() -> "Workbook":
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "careerdash"
    book.properties.created = _MADE
    first = book.active
    assert first is not None
    _read_me(first)
    for table in TABLES.values():
        _table_sheet(book.create_sheet(table.name), table)
    return book


def _read_me(ws: "Worksheet") -> None:
    from openpyxl.styles import Alignment, Font

    ws.title = "Read me"
    ws.column_dimensions["A"].width = 100
    ws.sheet_view.showGridLines = False
    lines = [*READ_ME, *(f"{table.name}: {table.row}" for table in TABLES.values())]
    for row, line in enumerate(lines, 1):
        cell = ws.cell(row, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font = Font(bold=True, size=14)


def _table_sheet(ws: "Worksheet", table: Table) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    fields = template_fields(table)
    example = EXAMPLES[table.name]
    fill = PatternFill("solid", fgColor="12436D")
    light = PatternFill("solid", fgColor="DCE6EF")
    for number, field in enumerate(fields, 1):
        letter = get_column_letter(number)
        head = ws.cell(1, number, field.name)
        head.font = Font(bold=True, color="FFFFFF" if field.required else "12436D")
        head.fill = fill if field.required else light
        words = _comment(table, field)
        head.comment = Comment(words, "careerdash", height=110, width=280)
        shown = example.get(field.name)
        if number == 1:
            shown = f"{EXAMPLE} {shown}"
        cell = ws.cell(2, number, shown)
        cell.font = Font(italic=True, color="6B6B6B")
        column = ws.column_dimensions[letter]
        column.width = max(12, len(field.name) + 3, min(34, len(str(shown or "")) + 2))
        if field.kind in _FORMATS:
            cell.number_format = column.number_format = _FORMATS[field.kind]
        _drop_down(ws, field, letter, words)
    ws.freeze_panes = "B2"


def _drop_down(ws: "Worksheet", field: Field, letter: str, words: str) -> None:
    """Choices and limits warn only: other spellings are understood on import."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if field.vocabulary or field.kind == "boolean":
        choices = VOCABULARIES[field.vocabulary].words if field.vocabulary else ("yes", "no")
        rule = DataValidation(type="list", formula1='"' + ",".join(choices) + '"', allow_blank=True)
    elif field.low is not None and field.high is not None:
        rule = DataValidation(type="whole" if field.kind == "integer" else "decimal", operator="between",
                              formula1=f"{field.low:g}", formula2=f"{field.high:g}", allow_blank=True)
    elif field.kind == "date":
        rule = DataValidation(type="date", operator="between", formula1=str(_serial(date(1950, 1, 1))),
                              formula2=str(_serial(date(2100, 1, 1))), allow_blank=True)
    else:
        return
    rule.errorStyle = "warning"
    rule.errorTitle, rule.error = field.name, words.replace("\n", " ")[:220]
    rule.showErrorMessage = True
    rule.add(f"{letter}{_FIRST}:{letter}{_LAST}")
    ws.add_data_validation(rule)


def _serial(day: date) -> int:
    return (day - date(1899, 12, 30)).days


def _same_each_time(book: "Workbook") -> bytes:
    """The workbook's bytes without the moment of writing: openpyxl stamps the parts and the properties."""
    raw, clean = io.BytesIO(), io.BytesIO()
    book.save(raw)
    moment = f"{_MADE:%Y-%m-%dT%H:%M:%SZ}".encode()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + moment, part)
            info = zipfile.ZipInfo(name, _ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, part)
    return clean.getvalue()
