"""Files that are no workbook, or must not be opened: one sentence each, and the process alive."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from careerdash.intake import Limits
from tests.support.sheets import read_bytes, workbook

GOOD = workbook({"pair": [["pair_id", "mentor_id", "mentee_id"], ["p1", "m1", "n1"]]})


def parts(change: dict[str, bytes]) -> bytes:
    """The good workbook with parts exchanged or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
        for name in change.keys() - set(old.namelist()):
            new.writestr(name, change[name])
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
CASES = {
    "empty": (b"", "empty"),
    "white space": (b"  \r\n\t\n", "empty"),
    "workbook without a cell": (workbook({"pair": []}), "empty"),
    "pdf": (b"%PDF-1.7 ...", "not_a_spreadsheet"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "not_a_spreadsheet"),
    "web page called xls": (b"<html><body><table><tr><td>Mentor</td></tr></table></body></html>", "not_a_spreadsheet"),
    "xml 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "not_a_spreadsheet",
    ),
    "binary": (bytes(range(256)) * 20, "not_a_spreadsheet"),
    "json": (b'{"pairs": [{"mentor": "Ines"}]}', "not_a_spreadsheet"),
    "other archive": (parts({})[:0] or b"PK\x05\x06" + bytes(18), "not_a_spreadsheet"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "protected"),
    "other ole": (OLE + "WordDocument".encode("utf-16-le") + bytes(600), "not_a_spreadsheet"),
    "broken ole workbook": (OLE + "Workbook".encode("utf-16-le") + bytes(600), "damaged"),
    "cut off": (GOOD[: len(GOOD) // 2], "damaged"),
    "dtd": (parts({SHEET: b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'}), "damaged"),
    "no xml": (parts({SHEET: b"nothing here"}), "damaged"),
    "path upwards": (parts({"../evil.xml": b"<a/>"}), "damaged"),
    "bomb": (parts({SHEET: b"<worksheet>" + b" " * 30_000_000}), "too_large"),
    "no table we know": (workbook({"Notes": [["Dear all"], ["see you soon"]]}), "nothing_known"),
}


@pytest.mark.parametrize("case", CASES)
def test_refused_file_gives_one_plain_sentence(tmp_path: Path, case: str) -> None:
    content, code = CASES[case]
    reading = read_bytes(tmp_path, "upload.xlsx", content)
    assert (reading.outcome, reading.code) == ("refused", code)
    assert reading.message is not None
    assert len(reading.message) <= 400
    assert reading.message.endswith(".")
    assert reading.message[0].isupper()
    assert not any(mark in reading.message for mark in ("/", "\\", "Error", "calamine", "Traceback"))


@pytest.mark.parametrize(
    ("change", "content"),
    [
        ({"file_bytes": 100}, GOOD),
        ({"zip_entries": 3}, GOOD),
        ({"inflated_bytes": 1000}, GOOD),
        ({"box_cells": 100}, workbook({"pair": [["pair_id"], *[[]] * 200, ["p1", "m", "n"]]})),
        ({"sheets": 0}, GOOD),
        ({"valued_cells": 3}, GOOD),
        ({"csv_bytes": 5}, b"a,b,c\n1,2,3\n"),
        ({"csv_cells": 5}, b"a,b,c\n1,2,3\n"),
        ({"record_bytes": 20}, b'a,b\n"' + b"x" * 50 + b'",2\n'),
        ({"columns": 2}, b"a,b,c\n1,2,3\n"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_every_limit_has_a_plain_message(tmp_path: Path, change: dict[str, int], content: bytes) -> None:
    reading = read_bytes(tmp_path, "upload", content, limits=replace(Limits(), **change))
    assert (reading.outcome, reading.code) == ("refused", "too_large")
    assert reading.message is not None
    assert reading.message.endswith(".")


def test_content_decides_the_type_not_the_name(tmp_path: Path) -> None:
    as_csv = read_bytes(tmp_path, "pairs.csv", GOOD)
    as_xlsx = read_bytes(tmp_path, "pairs.xlsx", b"pair_id,mentor_id,mentee_id\np1,m1,n1\n")
    for reading in (as_csv, as_xlsx):
        assert reading.outcome == "read"
        assert reading.tables["pair"].num_rows == 1
        assert len(reading.notices) == 1
