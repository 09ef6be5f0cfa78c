"""The template workbook: made from the schema, the same each time, and the committed copy is current."""

import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from careerdash.reports.template import EXAMPLE, template_fields, write_template
from careerdash.reports.template_words import EXAMPLES
from careerdash.schema import TABLES, VOCABULARIES

COMMITTED = Path(__file__).parents[3] / "data" / "template" / "careerdash-template.xlsx"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.xlsx"
    write_template(path)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def _parts(path: Path) -> dict[str, bytes]:
    """Inflated, because another zlib may pack the same text in other bytes."""
    with zipfile.ZipFile(path) as members:
        return {name: members.read(name) for name in members.namelist()}


def test_committed_copy_is_current(path: Path) -> None:
    assert _parts(COMMITTED) == _parts(path), "run `make template`"


def test_same_bytes_each_time(path: Path, tmp_path: Path) -> None:
    write_template(tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_one_sheet_a_table_after_read_me(book: Workbook) -> None:
    assert book.sheetnames == ["Read me", *TABLES]
    text = "\n".join(str(row[0]) for row in book["Read me"].iter_rows(values_only=True) if row[0])
    assert all(table.row in text for table in TABLES.values())


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_sheet(book: Workbook, table) -> None:  # type: ignore[no-untyped-def]
    ws = book[table.name]
    names = [field.name for field in template_fields(table)]
    assert [cell.value for cell in ws[1]] == names
    assert names[:len(table.fields)] == [field.name for field in table.fields]
    for field, cell in zip(template_fields(table), ws[1], strict=True):
        assert field.description in cell.comment.text
        assert cell.comment.text.startswith("Required") == field.required
    assert str(ws["A2"].value).startswith(EXAMPLE)
    assert ws.max_row == 2
    assert ws.freeze_panes == "B2"


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_choices(book: Workbook, table) -> None:  # type: ignore[no-untyped-def]
    ws = book[table.name]
    choices = {}
    for rule in ws.data_validations.dataValidation:
        if rule.type == "list":
            assert len(rule.formula1) <= 257, "Excel takes 255 characters of choices"
            column = str(rule.sqref).split(":")[0].rstrip("0123456789")
            choices[ws[f"{column}1"].value] = rule.formula1.strip('"').split(",")
    assert choices == {
        field.name: list(VOCABULARIES[field.vocabulary].words) if field.vocabulary else ["yes", "no"]
        for field in table.fields if field.vocabulary or field.kind == "boolean"}


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_examples_are_valid_rows(table) -> None:  # type: ignore[no-untyped-def]
    example = EXAMPLES[table.name]
    assert set(example) <= {field.name for field in template_fields(table)}
    assert next(iter(example)) == table.fields[0].name
    assert {field.name for field in table.fields if field.required} <= set(example)
    for field in table.fields:
        if field.vocabulary and field.name in example:
            assert example[field.name] in VOCABULARIES[field.vocabulary].words
