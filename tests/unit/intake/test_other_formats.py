"""Old, binary and OpenDocument workbooks: what a file holds by its bytes is what is counted and read."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from careerdash.intake import Reading, ReadRequest
from careerdash.intake.files.census_ods import ods_census
from careerdash.intake.files.census_xls import xls_census, xlsb_census
from careerdash.intake.files.read_biff import read_biff
from careerdash.intake.files.read_biff12 import read_biff12
from careerdash.intake.files.read_ods import read_ods
from careerdash.intake.reading import read_here
from careerdash.intake.request import Limits
from tests.support import biff, mixed

Cells = dict[tuple[int, int], tuple[str, str]]
FIXTURES = Path(__file__).parents[2] / "fixtures" / "odd"


def _read(tmp_path: Path, content: bytes, name: str) -> tuple[Reading, Cells]:
    kept, path = tmp_path / "cells.parquet", tmp_path / name
    path.write_bytes(content)
    reading = read_here(path, name, ReadRequest(keep_cells=kept))
    cells = reading.cells
    assert cells["valued"] == cells["landed"] + sum(cells["exceptions"].values())
    if not kept.exists():
        return reading, {}
    return reading, {(one["row"], one["column"]): (one["kind"], one["text"]) for one in pq.read_table(kept).to_pylist()}


ROW = biff.label(1, 0, "p1") + biff.label(1, 1, "m1") + biff.label(1, 2, "n1")
"""Three cells; what a case is about is the fourth of row 2."""


def _formula(result: bytes) -> bytes:
    return biff.cell(0x06, 1, 3, result + b"\0" * 8)


RECORDS: dict[str, tuple[bytes, tuple[str, str] | None]] = {
    "number": (biff.cell(0x0203, 1, 3, struct.pack("<d", 2.5)), ("n", "2.5")),
    "packed number": (biff.cell(0x027E, 1, 3, struct.pack("<I", 250 << 2 | 3)), ("n", "2.5")),
    "negative packed number": (biff.cell(0x027E, 1, 3, struct.pack("<I", (-7 << 2 | 2) & 0xFFFFFFFF)), ("n", "-7")),
    "several packed numbers": (biff.record(0xBD, struct.pack("<HHHIH", 1, 3, 0, 5 << 2 | 2, 3)), ("n", "5")),
    "text": (biff.label(1, 3, "text"), ("s", "text")),
    "empty text": (biff.label(1, 3, ""), None),
    "text with looks": (biff.cell(0xD6, 1, 3, biff.long_text("rich") + b"\0"), ("s", "rich")),
    "shared": (biff.cell(0xFD, 1, 3, struct.pack("<I", 1)), ("s", "shared")),
    "shared empty": (biff.cell(0xFD, 1, 3, struct.pack("<I", 0)), None),
    "points nowhere": (biff.cell(0xFD, 1, 3, struct.pack("<I", 99)), ("e", "99")),
    "true": (biff.cell(0x0205, 1, 3, b"\1\0"), ("b", "true")),
    "error": (biff.cell(0x0205, 1, 3, b"\x2a\1"), ("e", "#N/A")),
    "blank": (biff.cell(0x0201, 1, 3, b""), None),
    "formula of a number": (_formula(struct.pack("<d", 3)), ("n", "3")),
    "formula of a text": (_formula(b"\0" * 6 + b"\xff\xff") + biff.record(0x0207, biff.long_text("said")),
                          ("s", "said")),
    "formula of a truth": (_formula(b"\1\0\1\0\0\0\xff\xff"), ("b", "true")),
    "formula of an error": (_formula(b"\2\0\7\0\0\0\xff\xff"), ("e", "#DIV/0!")),
    "formula of nothing": (_formula(b"\3" + b"\0" * 5 + b"\xff\xff"), None)}


@pytest.mark.parametrize("case", RECORDS)
def test_every_record_of_an_xls(tmp_path: Path, case: str) -> None:
    record, expected = RECORDS[case]
    reading, found = _read(tmp_path, biff.excel_8(biff.head() + ROW + record, texts=("", "shared")), "old.xls")
    assert reading.cells["valued"] == 7 + (expected is not None)
    assert found.get((2, 4)) == expected
    census, own = xls_census(tmp_path / "old.xls"), read_biff(tmp_path / "old.xls", Limits())
    assert own.valued == 7 + (expected is not None)
    assert own.sheets[0].columns[3].cell(1) == expected if len(own.sheets[0].columns) > 3 else expected is None
    if "shared" not in case:  # an empty shared text counts until the texts are read
        assert census.sheets[0].valued == own.valued


def test_numbers_are_no_days_for_the_number_of_their_format(tmp_path: Path) -> None:
    """Programs number their own formats from 50 on, which in other countries' Excel shows days."""
    formats = biff.record(0x041E, struct.pack("<H", 50) + biff.long_text("0.0"))
    number = biff.cell(0x0203, 1, 3, struct.pack("<d", 14.5), style=1)
    content = biff.excel_8(biff.head() + ROW + number, formats=formats, styles=(0, 50))
    assert _read(tmp_path, content, "old.xls")[1][2, 4] == ("n", "14.5")


def test_two_cells_of_one_place_are_counted_and_one_is_named(tmp_path: Path) -> None:
    twice = biff.cell(0x0203, 1, 3, struct.pack("<d", 1)) + biff.cell(0x0203, 1, 3, struct.pack("<d", 2))
    reading, _ = _read(tmp_path, biff.excel_8(biff.head() + ROW + twice), "old.xls")
    assert (reading.cells["valued"], reading.cells["exceptions"]["unreadable"]) == (9, 1)


def test_a_worksheet_of_the_first_excel_is_read(tmp_path: Path) -> None:
    """It has no wrapper, and records of its own; calamine refuses it."""
    cells = b"".join(biff.cell_2(0x04, 0, at, biff.short_text(text)) for at, text in enumerate(biff.HEADERS))
    cells += b"".join(biff.cell_2(0x04, 1, at, biff.short_text(text)) for at, text in enumerate(("p1", "m1", "n1")))
    cells += biff.cell_2(0x03, 1, 3, struct.pack("<d", 2.5)) + biff.cell_2(0x02, 2, 0, struct.pack("<H", 7))
    cells += biff.cell_2(0x05, 2, 1, b"\x2a\1")
    reading, found = _read(tmp_path, biff.excel_2(cells), "oldest.xls")
    assert reading.cells["valued"] == 10
    assert (found[2, 4], found[3, 1], found[3, 2]) == (("n", "2.5"), ("n", "7"), ("e", "#N/A"))


def test_half_a_sheet_does_not_pass_for_the_whole(tmp_path: Path) -> None:
    cells = biff.cell_2(0x04, 0, 0, biff.short_text("pair_id"))
    reading, _ = _read(tmp_path, biff.excel_2(cells)[:-4], "oldest.xls")
    assert (reading.outcome, reading.code) == ("refused", "damaged")


P = "<text:p>{}</text:p>"
ODS_CELLS: dict[str, tuple[str, tuple[str, str] | None]] = {
    "text": ('<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>', ("s", "a")),
    "two lines": ('<table:table-cell office:value-type="string"><text:p>a</text:p><text:p>b</text:p>'
                  "</table:table-cell>", ("s", "a\nb")),
    "spaces and runs": ('<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/><text:span>b'
                        "</text:span><text:line-break/>c</text:p></table:table-cell>", ("s", "a  b\nc")),
    "a note is none of it": ('<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p>'
                             "</office:annotation><text:p>a</text:p></table:table-cell>", ("s", "a")),
    "a note alone": ("<table:table-cell><office:annotation><text:p>note</text:p></office:annotation>"
                     "</table:table-cell>", None),
    "text as attribute": ('<table:table-cell office:value-type="string" office:string-value="said"/>', ("s", "said")),
    "empty text": ('<table:table-cell office:value-type="string"><text:p/></table:table-cell>', None),
    "text without type": ("<table:table-cell><text:p>a</text:p></table:table-cell>", ("s", "a")),
    "number": ('<table:table-cell office:value-type="float" office:value="2.50"><text:p>2,5</text:p>'
               "</table:table-cell>", ("n", "2.5")),
    "no number": ('<table:table-cell office:value-type="float" office:value="x"><text:p>2,5</text:p>'
                  "</table:table-cell>", ("s", "2,5")),
    "number without text": ("<table:table-cell office:value='3' office:value-type='float'/>", ("n", "3")),
    "day": ('<table:table-cell office:value-type="date" office:date-value="2026-03-01"><text:p>1.3.</text:p>'
            "</table:table-cell>", ("d", "2026-03-01")),
    "no day": ('<table:table-cell office:value-type="date" office:date-value="-0044-03-15"/>', ("s", "-0044-03-15")),
    "truth": ('<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', ("b", "true")),
    "covered": ('<table:covered-table-cell office:value-type="float" office:value="1"/>', ("n", "1")),
    "a remark inside": ('<table:table-cell office:value-type="string"><text:p>a<!-- x -->b</text:p>'
                        "</table:table-cell>", ("s", "ab"))}


def _ods(rows: str) -> bytes:
    spaces = {"office": "office", "table": "table", "text": "text"}
    names = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                     for prefix, name in spaces.items())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content {names}><office:body><office:spreadsheet>"
                                        f'<table:table table:name="pair">{rows}</table:table></office:spreadsheet>'
                                        "</office:body></office:document-content>")
    return stream.getvalue()


def _texts(*texts: str) -> str:
    return "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
                   for text in texts)


@pytest.mark.parametrize("case", ODS_CELLS)
def test_every_cell_of_an_ods(tmp_path: Path, case: str) -> None:
    cell, expected = ODS_CELLS[case]
    row = "<table:table-row>{}</table:table-row>"
    reading, found = _read(tmp_path, _ods(row.format(_texts(*biff.HEADERS))
                                          + row.format(_texts("p1", "m1", "n1") + cell)), "open.ods")
    assert reading.cells["valued"] == 7 + (expected is not None)
    assert found.get((2, 4)) == expected
    assert read_ods(tmp_path / "open.ods", Limits()).valued == 7 + (expected is not None)


def test_repeats_of_an_ods_count_by_both_ways(tmp_path: Path) -> None:
    number = ('<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="1">'
              "<text:p>1</text:p></table:table-cell>")
    empty = ('<table:table-cell table:number-columns-repeated="5" office:value-type="string"><text:p/>'
             "</table:table-cell>")
    content = _ods(f"<table:table-row>{_texts(*biff.HEADERS)}</table:table-row>"
                   f'<table:table-row table:number-rows-repeated="2">{number}{empty}</table:table-row>'
                   '<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
                   'table:number-columns-repeated="1000"/></table:table-row>')
    reading, found = _read(tmp_path, content, "open.ods")
    assert reading.cells["valued"] == len(found) == 10
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert ods_census(archive.read("content.xml")).sheets[0].valued == 10


def test_own_readers_give_what_calamine_gives(tmp_path: Path) -> None:
    """On the workbook with a cell of every kind, by every way that there is."""
    (tmp_path / "mixed.xlsb").write_bytes(mixed.xlsb())
    own = {"xls": read_biff(FIXTURES / "mixed.xls", Limits()), "ods": read_ods(FIXTURES / "mixed.ods", Limits()),
           "xlsb": read_biff12(tmp_path / "mixed.xlsb", Limits())}
    assert (own["xls"].valued, own["ods"].valued, own["xlsb"].valued) == (mixed.VALUED, mixed.VALUED, 11)
    assert sum(one.valued for one in xls_census(FIXTURES / "mixed.xls").sheets) == mixed.VALUED
    assert sum(one.valued for one in xlsb_census(tmp_path / "mixed.xlsb").sheets) == 11
    for ending in ("xls", "ods"):
        reading, found = _read(tmp_path, (FIXTURES / f"mixed.{ending}").read_bytes(), f"mixed.{ending}")
        sheet = own[ending].sheets[0]
        assert [sheet.hidden for sheet in own[ending].sheets] == [one["hidden"] for one in reading.sheets]
        assert {(row, column): cell for row in range(1, sheet.rows + 1) for column, cell in enumerate(
            sheet.row(row - 1), 1) if cell} == _of(tmp_path, sheet.name)
        assert found


def _of(tmp_path: Path, sheet: str) -> Cells:
    return {(one["row"], one["column"]): (one["kind"], one["text"])
            for one in pq.read_table(tmp_path / "cells.parquet").to_pylist() if one["sheet"] == sheet}
