"""A workbook with a cell of every kind, in the formats that no library of ours writes. Invented rows.

`mixed.xls` and `mixed.ods` in `tests/fixtures/odd` were made once with LibreOffice, which the tests do not need:

    python -m tests.support.mixed /tmp && cd tests/fixtures/odd &&
    soffice --headless --convert-to xls /tmp/mixed.xlsx && soffice --headless --convert-to ods /tmp/mixed.xlsx

`xlsb` is written here, record by record.
"""

from __future__ import annotations

import struct
import sys
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

from .ooxml import PACKAGE, REL, packed

VALUED = 31
EXCEPTIONS = {"blank_text": 1, "error_cell": 1, "hidden_sheet": 2, "unreadable": 1}
"""The unreadable one is a cadence of 7.5 days."""


def write_source(folder: Path) -> None:
    """The workbook that LibreOffice turned into the fixtures."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "pair"
    for row in (["pair_id", "mentor_id", "mentee_id", "start_date", "status", "cadence_days", "notes"],
                ["p1", "m1", "n1", date(2026, 1, 31), "active", 14, "=1/0"],
                ["p2", "m2", "n2", datetime(2026, 2, 1, 10, 30), "active", 7.5, '=A2&"x"'],
                ["p3", "00042", "n3", None, None, None, True], ["p4", 42, "n4", None, None, None, "  "]):
        sheet.append(row)
    sheet["B5"].number_format = "00000"
    hidden = book.create_sheet("hidden")
    hidden["A1"], hidden["B9"] = "x", 3
    hidden.sheet_state = "hidden"
    book.create_sheet("empty")
    book.save(folder / "mixed.xlsx")


def _record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    return head + (bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])) + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb() -> bytes:
    """Two rows of pairs: texts, numbers, one shown with zeros, an error, an error of a formula; eleven valued cells."""
    def cell(column: int, kind: int, data: bytes, style: int = 0) -> bytes:
        return _record(kind, struct.pack("<II", column, style) + data)

    def row(number: int, cells: bytes) -> bytes:
        return _record(0, struct.pack("<I", number) + b"\0" * 21) + cells

    head = b"".join(cell(at, 6, _wide(text)) for at, text in enumerate(("pair_id", "mentor_id", "mentee_id", "notes")))
    first = cell(0, 6, _wide("p1")) + cell(1, 5, struct.pack("<d", 7.0)) + cell(2, 6, _wide("n1")) + cell(
        3, 3, b"\x07")
    second = cell(0, 6, _wide("p2")) + cell(1, 2, struct.pack("<I", 42 << 2 | 2), 1) + cell(
        3, 11, b"\x2a" + b"\0" * 10)
    styles = (_record(278) + _record(615, struct.pack("<I", 1)) + _record(44, struct.pack("<H", 164) + _wide("00000"))
              + _record(616) + _record(617, struct.pack("<I", 2)) + _record(47, struct.pack("<HH", 0, 0) + b"\0" * 12)
              + _record(47, struct.pack("<HH", 0, 164) + b"\0" * 12) + _record(618) + _record(279))
    part = (_record(129) + _record(148, struct.pack("<IIII", 0, 2, 0, 3)) + _record(145)
            + row(0, head) + row(1, first) + row(2, second) + _record(146) + _record(130))
    book = (_record(131) + _record(143) + _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("pair"))
            + _record(144) + _record(132))
    return packed({
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" ContentType='
                               '"application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                       f'Type="{REL}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": book, "xl/worksheets/sheet1.bin": part, "xl/styles.bin": styles,
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                                      f'Type="{REL}/worksheet" Target="worksheets/sheet1.bin"/><Relationship '
                                      f'Id="rId2" Type="{REL}/styles" Target="styles.bin"/></Relationships>'})


if __name__ == "__main__":
    write_source(Path(sys.argv[1]))
