"""The template as input: its examples are not imported, and what is filled in is, without a question."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from careerdash.intake import ReadRequest, read_file
from careerdash.reports.template import template_fields, write_template
from careerdash.reports.template_words import EXAMPLES
from careerdash.schema import TABLES

DAY = date(2026, 3, 31)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "template.xlsx"
    write_template(path)
    return path


def test_untouched_template_brings_nothing(path: Path) -> None:
    reading = read_file(path, path.name, request=ReadRequest(today=DAY))
    assert (reading.outcome, reading.questions, reading.issues) == ("read", [], [])
    assert {name: rows.num_rows for name, rows in reading.tables.items() if rows.num_rows} == {}


def test_filled_in_template_brings_every_field(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    for table in TABLES.values():
        for column, field in enumerate(template_fields(table), 1):
            book[table.name].cell(3, column, EXAMPLES[table.name].get(field.name))
    book.save(path)
    reading = read_file(path, path.name, request=ReadRequest(today=DAY))
    assert (reading.outcome, reading.questions, reading.issues) == ("read", [], [])
    for table in TABLES.values():
        rows = reading.tables[table.name].to_pylist()
        assert len(rows) == 1, table.name
        for name, value in EXAMPLES[table.name].items():
            want = {"yes": True, "no": False}.get(str(value), value)
            got = rows[0][name]
            assert got == want or str(got) == str(want), f"{table.name}.{name}"
