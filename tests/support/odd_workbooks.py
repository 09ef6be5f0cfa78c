"""Workbooks written in every way that the format allows, and in some that it does not: made of bytes, by hand.

Each case is the bytes and the cells that it holds, counted by whoever wrote the case: an int where it must be read,
a code where it must be refused. Invented rows.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SHEET = "xl/worksheets/sheet1.xml"

Expected = int | str
Case = tuple[Callable[[], bytes], Expected]

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


LONG = "x" * 40_000
TWO = sheet(HEAD + GOOD)

CELLS: dict[str, Case] = {
    "number": (lambda: cell("<v>1</v>"), 8),
    "exponent too large": (lambda: cell("<v>1E+400</v>"), 8),
    "exponent": (lambda: cell("<v>1.5E-7</v>"), 8),
    "not a number": (lambda: cell("<v>NaN</v>"), 8),
    "infinite": (lambda: cell("<v>INF</v>"), 8),
    "minus infinite": (lambda: cell("<v>-Infinity</v>"), 8),
    "text as number": (lambda: cell("<v>abc</v>"), 8),
    "true": (lambda: cell("<v>1</v>", 't="b"'), 8),
    "truth of a word": (lambda: cell("<v>true</v>", 't="b"'), 8),
    "truth of another number": (lambda: cell("<v>2</v>", 't="b"'), 8),
    "truth of nothing": (lambda: cell("", 't="b"'), 7),
    "error": (lambda: cell("<v>#DIV/0!</v>", 't="e"'), 8),
    "new error": (lambda: cell("<v>#SPILL!</v>", 't="e"'), 8),
    "unknown error": (lambda: cell("<v>#WHAT?</v>", 't="e"'), 8),
    "error without value": (lambda: cell("", 't="e"'), 7),
    "error with empty value": (lambda: cell("<v></v>", 't="e"'), 7),
    "formula of error": (lambda: cell("<f>1/0</f><v>#DIV/0!</v>", 't="e"'), 8),
    "day by its type": (lambda: cell("<v>2026-03-01</v>", 't="d"'), 8),
    "moment by its type": (lambda: cell("<v>2026-03-01T10:20:30Z</v>", 't="d"'), 8),
    "no day by its type": (lambda: cell("<v>yesterday</v>", 't="d"'), 8),
    "day by its type without value": (lambda: cell("", 't="d"'), 7),
    "formula text": (lambda: cell("<f>A1</f><v>p</v>", 't="str"'), 8),
    "formula empty text": (lambda: cell('<f>""</f><v></v>', 't="str"'), 7),
    "formula without value": (lambda: cell("<f>A1</f>"), 7),
    "formula with empty value": (lambda: cell("<f>A1</f><v/>"), 7),
    "shared formula": (lambda: cell('<f t="shared" ref="D2:D9" si="0">A2</f><v>3</v>'), 8),
    "shared formula's follower": (lambda: cell('<f t="shared" si="0"/><v>3</v>'), 8),
    "follower without value": (lambda: cell('<f t="shared" si="0"/>'), 7),
    "array formula": (lambda: cell('<f t="array" ref="D2:D3">ROW(A1:A2)</f><v>1</v>'), 8),
    "data table formula": (lambda: cell('<f t="dataTable" ref="D2" dt2D="1" dtr="1" r1="A1" r2="B1"/><v>1</v>'), 8),
    "long formula text": (lambda: cell(f"<f>A1</f><v>{LONG}</v>", 't="str"'), 8),
    "text beyond the limit": (lambda: cell(f"<is><t>{LONG}</t></is>", 't="inlineStr"'), 8),
    "blank text": (lambda: cell('<is><t xml:space="preserve">  </t></is>', 't="inlineStr"'), 8),
    "empty text in place": (lambda: cell("<is><t></t></is>", 't="inlineStr"'), 7),
    "nothing in place": (lambda: cell("", 't="inlineStr"'), 7),
    "runs in place": (lambda: cell("<is><r><rPr><b/></rPr><t>a</t></r><r><t>b</t></r></is>", 't="inlineStr"'), 8),
    "text in place as value": (lambda: cell("<v>text</v>", 't="inlineStr"'), 8),
    "text in place and value": (lambda: cell("<is><t>a</t></is><v>b</v>", 't="inlineStr"'), 8),
    "markup in text": (lambda: cell("<is><t>&lt;b&gt; &amp; &#10; _x000D_</t></is>", 't="inlineStr"'), 8),
    "kept apart": (lambda: cell("<is><t><![CDATA[a<b]]></t></is>", 't="inlineStr"'), 8),
    "kept apart in a value": (lambda: cell("<v><![CDATA[5]]></v>"), 8),
    "spaces around": (lambda: cell("\n  <v>  5  </v>\n"), 8),
    "value with attribute": (lambda: cell('<v xml:space="preserve"> 5 </v>', 't="str"'), 8),
    "value closed at once": (lambda: cell("<v/>"), 7),
    "points nowhere": (lambda: cell("<v>99</v>", 't="s"'), 8),
    "points at no number": (lambda: cell("<v>x</v>", 't="s"'), 8),
    "points below": (lambda: cell("<v>-1</v>", 't="s"'), 8),
    "unknown type": (lambda: cell("<v>5</v>", 't="zz"'), 8),
    "type of number": (lambda: cell("<v>5</v>", 't="n"'), 8),
    "day": (lambda: cell("<v>46000</v>", 's="1"'), 8),
    "moment": (lambda: cell("<v>46000.75</v>", 's="2"'), 8),
    "negative day": (lambda: cell("<v>-5</v>", 's="1"'), 8),
    "day zero": (lambda: cell("<v>0</v>", 's="1"'), 8),
    "day that never was": (lambda: cell("<v>60</v>", 's="1"'), 8),
    "day after all": (lambda: cell("<v>2958466</v>", 's="1"'), 8),
    "day without end": (lambda: cell("<v>1E+300</v>", 's="1"'), 8),
    "day that is no number": (lambda: cell("<v>NaN</v>", 's="1"'), 8),
    "style out of range": (lambda: cell("<v>5</v>", 's="4711"'), 8),
    "negative style": (lambda: cell("<v>5</v>", 's="-1"'), 8),
    "zeros by format": (lambda: cell("<v>42</v>", 's="3"'), 8),
    "attributes in single quotes": (lambda: cell("<v>#REF!</v>", "t='e'"), 8),
    "attributes in another order": (lambda: packed(parts({"pair": sheet(
        HEAD + '<row r="2"><c t="e" s="1" r="A2"><v>#N/A</v></c></row>')})), 5),
    "an extension inside": (lambda: cell("<v>5</v><extLst><ext uri=\"{1}\"/></extLst>"), 8),
    "place far below": (lambda: cell("<v>5</v>", at="D9999"), 8),
    "place far to the right": (lambda: cell("<v>5</v>", at="ZZ2"), 8),
    "place of no sense": (lambda: cell("<v>5</v>", at="2D"), 8),
    "place in small letters": (lambda: cell("<v>5</v>", at="d2"), 8),
    "place with dollars": (lambda: cell("<v>5</v>", at="$D$2"), 8),
}

PARTS: dict[str, Case] = {
    "plain": (lambda: packed(parts()), 7),
    "no shared texts": (lambda: packed(parts(strings=None)), 7),
    "shared": (lambda: shared("<si><t>a</t></si><si><t>b</t></si>", "0 1 0"), 10),
    "shared runs": (lambda: shared("<si><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></si>", "0"), 8),
    "shared with readings": (lambda: shared("<si><t>漢</t><rPh sb='0' eb='1'><t>kan</t></rPh></si>", "0"), 8),
    "shared empty": (lambda: shared("<si><t/></si><si><t></t></si><si/><si><t>x</t></si>", "0 1 2 3"), 8),
    "shared blank": (lambda: shared('<si><t xml:space="preserve"> </t></si>', "0"), 8),
    "shared with empty runs": (lambda: shared("<si><r><t></t></r></si><si><t>x</t></si>", "0 1"), 8),
    "shared with emptied readings": (lambda: shared("<si><t></t><rPh sb='0' eb='1'><t>kan</t></rPh></si>", "0"), 7),
    "shared beyond the limit": (lambda: shared(f"<si><t>{LONG}</t></si>", "0"), 8),
    "shared part gone": (lambda: packed({**parts({"pair": sheet(HEAD + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>')
                                                  })}), 5),
    "shared under another name": (lambda: changed(renamed_strings), 8),
    "strict": (strict, 7),
    "prefixed": (prefixed, 9),
    "utf-16": (lambda: changed(in_utf16), 7),
    "byte order mark": (lambda: changed(lambda made: made.update({SHEET: "\ufeff" + str(made[SHEET])})), 7),
    "absolute targets": (lambda: replaced("xl/_rels/workbook.xml.rels", 'Target="worksheets', 'Target="/xl/worksheets'),
                         7),
    "targets with a dot": (lambda: replaced("xl/_rels/workbook.xml.rels", 'Target="worksheets',
                                            'Target="./worksheets'), 7),
    "targets from above": (lambda: replaced("xl/_rels/workbook.xml.rels", 'Target="worksheets',
                                            'Target="../xl/worksheets'), 7),
    "target gone": (lambda: replaced("xl/_rels/workbook.xml.rels", "sheet1.xml", "sheet9.xml"), "damaged"),
    "relation gone": (lambda: replaced("xl/workbook.xml", 'r:id="rId1"', 'r:id="rId55"'), "damaged"),
    "no relation": (lambda: replaced("xl/workbook.xml", 'r:id="rId1"', ""), "damaged"),
    "dimension lies small": (lambda: packed(parts({"pair": sheet(HEAD + GOOD, before='<dimension ref="A1"/>')})), 7),
    "dimension lies large": (lambda: packed(parts({"pair": sheet(
        HEAD + GOOD, before='<dimension ref="A1:XFD1048576"/>')})), 7),
    "dimension of no sense": (lambda: packed(parts({"pair": sheet(HEAD + GOOD, before='<dimension ref="??"/>')})), 7),
    "no places": (lambda: packed(parts({"pair": sheet(without_places())})), 4),
    "rows without numbers": (lambda: packed(parts({"pair": sheet((HEAD + GOOD).replace('<row r="1">', "<row>").replace(
        '<row r="2">', "<row>"))})), 7),
    "rows out of order": (lambda: packed(parts({"pair": sheet(GOOD + HEAD)})), 7),
    "rows twice": (lambda: packed(parts({"pair": sheet(HEAD + GOOD + GOOD.replace("A2", "E2").replace(
        "B2", "F2").replace("C2", "G2"))})), 10),
    "cells of another row": (lambda: packed(parts({"pair": sheet(HEAD + GOOD.replace('r="2"', 'r="5"'))})), 7),
    "row zero": (lambda: packed(parts({"pair": sheet(HEAD.replace('r="1"', 'r="0"') + GOOD)})), 7),
    "spaces between": (lambda: packed(parts({"pair": sheet((HEAD + GOOD).replace("><", ">\n  <").replace(
        "<t>\n  ", "<t>"))})), 7),
    "remarks between": (lambda: packed(parts({"pair": sheet(HEAD + "<!-- a remark -->" + GOOD)})), 7),
    "row attributes of others": (lambda: packed(parts({"pair": sheet((HEAD + GOOD).replace(
        '<row r="2"', '<row r="2" spans="1:3" x14ac:dyDescent="0.25" xmlns:x14ac="http://x"'))})), 7),
    "merged": (lambda: packed(parts({"pair": sheet(
        HEAD + GOOD, after='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')})), 7),
    "merged nonsense": (lambda: packed(parts({"pair": sheet(
        HEAD + GOOD, after='<mergeCells count="2"><mergeCell ref="A1"/><mergeCell ref="B2:A1"/></mergeCells>')})), 7),
    "tables": (lambda: packed({**parts({"pair": sheet(
        HEAD + GOOD, after='<tableParts count="1"><tablePart r:id="rId1"/></tableParts>')}),
                               "xl/tables/table1.xml": f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" '
                               'ref="A1:D2"><tableColumns count="1"/></table>'}), 7),
    "filters and protection": (lambda: packed(parts({"pair": sheet(
        HEAD + GOOD, after='<sheetProtection sheet="1" password="ABCD"/><autoFilter ref="A1:D2"/>')})), 7),
    "book protection": (lambda: packed(parts(book='<workbookProtection lockStructure="1" workbookPassword="AB"/>')), 7),
    "1904": (lambda: packed(parts(book='<workbookPr date1904="1"/>')), 7),
    "very hidden": (lambda: packed(parts({"pair": TWO, "more": TWO}, state={"more": 'state="veryHidden"'})), 14),
    "hidden": (lambda: packed(parts({"pair": TWO, "more": TWO}, state={"more": 'state="hidden"'})), 14),
    "unknown state": (lambda: packed(parts({"pair": TWO, "more": TWO}, state={"more": 'state="lost"'})), 14),
    "names that differ in case": (lambda: packed(parts({"pair": TWO, "PAIR": TWO})), 14),
    "names with marks": (lambda: packed(parts({"It&apos;s &quot;A&quot; &amp; b": TWO})), 7),
    "name without end": (lambda: packed(parts({"n" * 300: TWO})), 7),
    "a name that is empty": (lambda: replaced("xl/workbook.xml", 'name="pair"', 'name=""'), 7),
    "chart sheet first": (lambda: changed(chartsheet), 7),
    "dialog sheet first": (lambda: changed(dialog), 7),
    "no sheets": (lambda: replaced("xl/workbook.xml", '<sheet name="pair" sheetId="1"  r:id="rId1"/>', ""), "empty"),
    "empty sheet": (lambda: packed(parts({"pair": sheet("")})), "empty"),
    "no sheet data": (lambda: changed(lambda made: made.update({SHEET: f'<worksheet xmlns="{MAIN}"/>'})), "empty"),
    "styles gone": (lambda: dropped("xl/styles.xml"), 7),
    "styles broken": (lambda: changed(lambda made: made.update({"xl/styles.xml": "<styleSheet"})), 7),
    "types gone": (lambda: dropped("[Content_Types].xml"), "not_a_spreadsheet"),
    "top relations gone": (lambda: dropped("_rels/.rels"), 7),
    "book gone": (lambda: dropped("xl/workbook.xml"), "damaged"),
    "book relations gone": (lambda: dropped("xl/_rels/workbook.xml.rels"), "damaged"),
    "sheet cut off": (lambda: changed(lambda made: made.update({SHEET: str(made[SHEET])[:-60]})), "damaged"),
    "sheet is no XML": (lambda: changed(lambda made: made.update({SHEET: b"\x00\x01\x02"})), "damaged"),
    "sheet of no bytes": (lambda: changed(lambda made: made.update({SHEET: b""})), "damaged"),
    "macros": (lambda: packed({**parts(), "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), 7),
    "links to others": (lambda: packed({**parts(), "xl/externalLinks/externalLink1.xml":
                                        f'<externalLink xmlns="{MAIN}"/>'}), 7),
    "pivots": (lambda: packed({**parts(), "xl/pivotCache/pivotCacheDefinition1.xml":
                               f'<pivotCacheDefinition xmlns="{MAIN}"/>'}), 7),
    "a DTD in another part": (lambda: packed({**parts(), "docProps/app.xml": "<!DOCTYPE x><x/>"}), "damaged"),
}

ARCHIVES: dict[str, Case] = {
    "stored": (no_deflate, 7),
    "with a comment": (commented, 7),
    "bytes before": (lambda: b"MZ" + b"\0" * 200 + packed(parts()), "not_a_spreadsheet"),
    "bytes behind": (lambda: packed(parts()) + b"\0" * 100, 7),
    "long fields": (zip64, 7),
    "descriptors": (with_descriptors, 7),
    "deflate64": (deflate64, "damaged"),
    "encrypted entry": (with_encrypted_entry, "protected"),
    "doubled names": (doubled, "damaged"),
    "a link": (linked, "damaged"),
    "a name that climbs": (lambda: packed({**parts(), "../evil.xml": "<x/>"}), "damaged"),
    "an absolute name": (lambda: packed({**parts(), "/etc/evil.xml": "<x/>"}), "damaged"),
    "backslashes": (backslashes, 7),
    "names in capitals": (lambda: packed({name.upper(): text for name, text in parts().items()}), 7),
    "folders as entries": (lambda: packed({"xl/": "", "xl/worksheets/": "", **parts()}), 7),
    "cut in half": (lambda: packed(parts())[:1500], "damaged"),
    "end cut off": (lambda: packed(parts())[:-30], "damaged"),
    "a broken stream": (broken_stream, "damaged"),
    "only the first bytes": (lambda: b"PK\x03\x04", "damaged"),
    "an empty archive": (lambda: b"PK\x05\x06" + b"\0" * 18, "not_a_spreadsheet"),
    "encrypted package": (lambda: ole("EncryptedPackage"), "protected"),
    "a compound file of nothing": (lambda: ole("Nothing"), "not_a_spreadsheet"),
    "a document": (lambda: ole("WordDocument"), "not_a_spreadsheet"),
    "a broken old workbook": (lambda: ole("Workbook"), "damaged"),
    "BIFF without a wrapper": (lambda: bytes.fromhex("0908080000051000") + b"\0" * 400, "not_a_spreadsheet"),
    "compressed by another": (lambda: b"\x1f\x8b\x08" + zlib.compress(b"a,b"), "not_a_spreadsheet"),
}

CASES = CELLS | PARTS | ARCHIVES
