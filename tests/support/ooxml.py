"""Workbooks made of bytes, by hand, so that a test can write what no library writes. Invented rows."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SHEET = "xl/worksheets/sheet1.xml"

HEAD = ('<row r="1"><c r="A1" t="inlineStr"><is><t>pair_id</t></is></c><c r="B1" t="inlineStr"><is><t>mentor_id</t>'
        '</is></c><c r="C1" t="inlineStr"><is><t>mentee_id</t></is></c><c r="D1" t="inlineStr"><is><t>start_date</t>'
        "</is></c></row>")
"""Four cells; what a case is about stands below in column D or E."""
GOOD = ('<row r="2"><c r="A2" t="inlineStr"><is><t>p1</t></is></c><c r="B2" t="inlineStr"><is><t>m1</t></is></c>'
        '<c r="C2" t="inlineStr"><is><t>n1</t></is></c></row>')
"""Three cells."""
STYLES = (f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="170" formatCode="00000"/></numFmts>'
          '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="170"/></cellXfs>'
          "</styleSheet>")


def sheet(rows: str, *, before: str = "", after: str = "", namespace: str = MAIN) -> str:
    """A worksheet part."""
    return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{namespace}" '
            f'xmlns:r="{REL}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>')


def parts(sheets: Mapping[str, str] | None = None, *, strings: str | None = None, book: str = "",
          state: Mapping[str, str] | None = None) -> dict[str, str | bytes]:
    """The parts of a workbook with these sheets (name -> part)."""
    sheets = sheets or {"pair": sheet(HEAD + GOOD)}
    listed = "".join(f'<sheet name="{name}" sheetId="{number}" {(state or {}).get(name, "")} r:id="rId{number}"/>'
                     for number, name in enumerate(sheets, 1))
    links = "".join(f'<Relationship Id="rId{number}" Type="{REL}/worksheet" Target="worksheets/sheet{number}.xml"/>'
                    for number in range(1, len(sheets) + 1))
    types = "".join(f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.'
                    'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
                    for number in range(1, len(sheets) + 1))
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{office}.styles+xml"/><Override PartName='
            f'"/xl/sharedStrings.xml" ContentType="{office}.sharedStrings+xml"/>{types}</Types>'),
        "_rels/.rels": (f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                        f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{book}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}<Relationship Id="rId900" Type="{REL}/styles" '
            f'Target="styles.xml"/><Relationship Id="rId901" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>"),
        "xl/styles.xml": STYLES,
    }
    made |= {f"xl/worksheets/sheet{number}.xml": text for number, text in enumerate(sheets.values(), 1)}
    if strings is not None:
        made["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
    return made


def packed(made: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Parts as an archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_cell(inner: str, attributes: str = "", at: str = "D2") -> dict[str, str | bytes]:
    """The parts of a good workbook with one more cell, as its second row has it."""
    row = GOOD.replace("</row>", f'<c r="{at}" {attributes}>{inner}</c></row>')
    return parts({"pair": sheet(HEAD + row)}, strings="<si><t>shared</t></si>")


def cell(inner: str, attributes: str = "", *, at: str = "D2") -> bytes:
    """The same as a file."""
    return packed(with_cell(inner, attributes, at))


def changed(edit: Callable[[dict[str, str | bytes]], None], *, strings: str | None = None) -> bytes:
    """The good workbook after an edit of its parts."""
    made = parts(strings=strings)
    edit(made)
    return packed(made)


def replaced(name: str, old: str, new: str) -> bytes:
    """The good workbook with a piece of one part exchanged."""
    made = parts(strings="<si><t>shared</t></si>")
    text = made[name]
    assert isinstance(text, str)
    assert old in text
    made[name] = text.replace(old, new)
    return packed(made)


def shared(strings: str, pointers: str) -> bytes:
    """A good sheet with a third row of cells that point at shared texts (numbers apart by spaces)."""
    cells = "".join(f'<c r="{"ABCDEFGH"[at]}3" t="s"><v>{number}</v></c>' for at, number in enumerate(pointers.split()))
    return packed(parts({"pair": sheet(HEAD + GOOD + f'<row r="3">{cells}</row>')}, strings=strings))


def prefixed() -> bytes:
    """All elements with a prefix, as some libraries write them."""
    row = '<row r="3"><c r="A3"><v>7</v></c><c r="B3" t="e"><v>#N/A</v></c></row>'
    made = parts({"pair": sheet(HEAD + GOOD + row)})
    for name in (SHEET, "xl/workbook.xml"):
        text = str(made[name])
        text = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", text).replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')
        made[name] = text
    return packed(made)


def in_utf16(made: dict[str, str | bytes]) -> None:
    text = str(made[SHEET]).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    made[SHEET] = text.encode("utf-16")


def strict() -> bytes:
    """A workbook of the strict kind."""
    made = parts()
    return packed({name: str(text).replace(MAIN, STRICT).replace(REL, STRICT_REL) for name, text in made.items()})


def without_places() -> str:
    return ('<row><c t="inlineStr"><is><t>pair_id</t></is></c><c t="inlineStr"><is><t>mentor_id</t></is></c></row>'
            "<row><c><v>1</v></c><c><v>2</v></c></row>")


def ole(name: str, more: bytes = b"") -> bytes:
    """Bytes that begin like a compound file and name a stream."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + name.encode("utf-16-le") + b"\0" * 1024 + more


def with_encrypted_entry() -> bytes:
    """An archive whose sheet is said to be encrypted."""
    data = bytearray(packed(parts()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            length = struct.unpack("<H", data[place + (26 if at == 6 else 28):][:2])[0]
            start = place + (30 if at == 6 else 46)
            if data[start:start + length] == SHEET.encode():
                data[place + at] |= 1
            place = data.find(mark, place + 4)
    return bytes(data)


def with_descriptors() -> bytes:
    """An archive written as a stream: sizes stand behind the data."""
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, block: object) -> int:
            self.data += bytes(block)  # type: ignore[call-overload]
            return len(bytes(block))  # type: ignore[call-overload]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        for name, content in parts().items():
            archive.writestr(name, content)
    return bytes(pipe.data)


def zip64() -> bytes:
    """Entries with the long fields, as some libraries always write them."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts().items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(content.encode() if isinstance(content, str) else content)
    return stream.getvalue()


def doubled() -> bytes:
    """An archive with two parts of one name."""
    import warnings

    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in parts().items():
            archive.writestr(name, content)
        archive.writestr(SHEET, sheet(HEAD))
    return stream.getvalue()


def linked() -> bytes:
    """An archive with a symbolic link."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts().items():
            archive.writestr(name, content)
        link = zipfile.ZipInfo("xl/media/image1.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    return stream.getvalue()


def commented() -> bytes:
    """An archive with a comment."""
    stream = io.BytesIO(packed(parts()))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.comment = b"made by hand"
    return stream.getvalue()


def backslashes() -> bytes:
    """Names with backslashes, as old .NET libraries write them."""
    return packed({name.replace("/", "\\"): content for name, content in parts().items()})


def broken_stream() -> bytes:
    """The compressed bytes of the sheet are not what they should be."""
    data = bytearray(packed(parts()))
    place = data.find(SHEET.encode()) + len(SHEET) + 20
    data[place:place + 40] = b"\xa5" * 40
    return bytes(data)


def no_deflate() -> bytes:
    """Parts kept as they are."""
    return packed(parts(), zipfile.ZIP_STORED)


def deflate64() -> bytes:
    """A way of packing that Python does not know."""
    data = bytearray(packed(parts()))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = data.find(mark)
        while place >= 0:
            data[place + at:place + at + 2] = struct.pack("<H", 9)
            place = data.find(mark, place + 4)
    return bytes(data)


def chartsheet(made: dict[str, str | bytes]) -> None:
    made["xl/chartsheets/sheet1.xml"] = f'<chartsheet xmlns="{MAIN}"/>'
    made["xl/workbook.xml"] = str(made["xl/workbook.xml"]).replace(
        "<sheets>", '<sheets><sheet name="Chart1" sheetId="77" r:id="rId77"/>')
    made["xl/_rels/workbook.xml.rels"] = str(made["xl/_rels/workbook.xml.rels"]).replace(
        "</Relationships>", f'<Relationship Id="rId77" Type="{REL}/chartsheet" Target="chartsheets/sheet1.xml"/>'
        "</Relationships>")


def dialog(made: dict[str, str | bytes]) -> None:
    chartsheet(made)
    for name in ("xl/_rels/workbook.xml.rels",):
        made[name] = str(made[name]).replace("/chartsheet\"", "/dialogsheet\"").replace(
            "chartsheets/sheet1.xml", "dialogsheets/sheet1.xml")
    made["xl/dialogsheets/sheet1.xml"] = f'<dialogsheet xmlns="{MAIN}"><sheetViews/></dialogsheet>'


def renamed_strings(made: dict[str, str | bytes]) -> None:
    made["xl/SharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>shared</t></si></sst>'
    made[SHEET] = str(made[SHEET]).replace("</row></sheetData>", '<c r="D2" t="s"><v>0</v></c></row></sheetData>')


def dropped(*names: str) -> bytes:
    """The good workbook without some parts."""
    return packed({name: text for name, text in parts().items() if name not in names})
