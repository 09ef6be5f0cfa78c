"""Files made to hurt a reader: small ones that become large, and ones that lie about themselves.

Sizes are arguments, so that a test can make a small bomb against small limits.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

from tests.support.sheets import workbook

MB = 1 << 20
SHEET = "xl/worksheets/sheet1.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book() -> bytes:
    """A small good workbook."""
    return workbook({"pair": [["pair_id", "mentor_id", "mentee_id"], ["p1", "m1", "n1"]]})


def changed(parts: Mapping[str, bytes]) -> bytes:
    """The good workbook with parts exchanged or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return stream.getvalue()


def inflating(size: int) -> bytes:
    """A sheet of `size` bytes of nearly nothing; 10 GB are 10 MB."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
        with new.open(SHEET, "w", force_zip64=size > 1 << 31) as part:
            part.write(f"<worksheet {_MAIN}><sheetData>".encode())
            block = b" " * min(size, 16 * MB)
            for _ in range(size // len(block)):
                part.write(block)
    return stream.getvalue()


def sheet(body: str) -> bytes:
    """The good workbook with another sheet."""
    return changed({SHEET: f"<worksheet {_MAIN}>{body}</worksheet>".encode()})


def far_cell() -> bytes:
    """Two cells, as far from each other as a sheet allows."""
    return sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
                 '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>')


def lying_sizes() -> bytes:
    """An archive whose list says that the sheet unpacks to one byte."""
    data = bytearray(inflating(40 * MB))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(SHEET.encode()))
    data[place + 24:place + 28] = struct.pack("<I", 1)
    return bytes(data)


def entities() -> bytes:
    """A billion laughs."""
    lines = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
    return changed({SHEET: (f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{lines}]><worksheet {_MAIN}>'
                            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&l9;</t></is></c></row>"
                            "</sheetData></worksheet>").encode()})


def nested(depth: int) -> bytes:
    """Elements inside elements."""
    return sheet("<sheetData>" + "<x>" * depth + "</x>" * depth + "</sheetData>")


def nested_zips(levels: int) -> bytes:
    """An archive in an archive in an archive, named as parts of a workbook."""
    data = bytes(MB)
    for _ in range(levels):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(10):
                archive.writestr(f"xl/{copy}.zip", data)
        data = stream.getvalue()
    return data


def many_sheets(count: int) -> bytes:
    """A workbook that names `count` sheets."""
    tags = "".join(f'<sheet name="s{number}" sheetId="{number + 1}" r:id="rId1"/>' for number in range(count))
    return changed({"xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        f"{tags}</sheets></workbook>").encode()})


def merged(count: int) -> bytes:
    """Merged ranges, all of them the whole sheet."""
    ranges = '<mergeCell ref="A1:XFD1048576"/>' * count
    return sheet(f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="{count}">{ranges}'
                 "</mergeCells>")


def styles(count: int) -> bytes:
    """Very many styles."""
    return changed({"xl/styles.xml": (f'<styleSheet {_MAIN}><cellXfs count="{count}">' + '<xf numFmtId="14"/>' * count
                                      + "</cellXfs></styleSheet>").encode()})


def shared_texts(count: int) -> bytes:
    """Empty shared texts, each of which the sheet points at: what is looked for once a text takes very long."""
    texts = "<si><t></t></si>" * count
    cells = "".join(f'<row r="{number + 1}"><c r="A{number + 1}" t="s"><v>{number}</v></c></row>'
                    for number in range(count))
    return changed({"xl/sharedStrings.xml": f'<sst {_MAIN} count="{count}">{texts}</sst>'.encode(),
                    SHEET: f"<worksheet {_MAIN}><sheetData>{cells}</sheetData></worksheet>".encode()})


_ODS = '''<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:spreadsheet>
 <table:table table:name="pair">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'''
_ODS_CELL = '<table:table-cell{repeat} office:value-type="string"><text:p>x</text:p></table:table-cell>'


def ods(rows: str) -> bytes:
    """An OpenDocument spreadsheet of one sheet."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest='
                         '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        archive.writestr("content.xml", _ODS.format(rows=rows))
    return stream.getvalue()


def ods_repeats(rows: int, columns: int) -> bytes:
    """One cell that stands for `rows` x `columns` cells."""
    cell = _ODS_CELL.format(repeat=f' table:number-columns-repeated="{columns}"')
    return ods(f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>')


def ods_far_cell(rows: int, columns: int) -> bytes:
    """Two cells with very many empty ones between them."""
    one = _ODS_CELL.format(repeat="")
    return ods(f"<table:table-row>{one}</table:table-row>"
               f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell/></table:table-row>'
               f'<table:table-row><table:table-cell table:number-columns-repeated="{columns}"/>{one}</table:table-row>')


def ods_usual() -> bytes:
    """What spreadsheet programs write: the rest of the sheet as empty repeats, which stand for nothing."""
    one = _ODS_CELL.format(repeat="")
    return ods(f"<table:table-row>{one}<table:table-cell table:number-columns-repeated=\"16383\"/></table:table-row>"
               '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
               'table:number-columns-repeated="16384"/></table:table-row>')


def long_line(size: int) -> Iterator[bytes]:
    """A CSV of one line."""
    for _ in range(size // MB):
        yield b"x" * MB


def many_columns(count: int) -> bytes:
    """A CSV with a header of very many columns."""
    return b"a," * count + b"\n" + b"1,2\n"
