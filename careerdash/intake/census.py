"""Counts the cells of an OOXML workbook by their bytes, and recovers those that calamine loses.

An event reader takes longer than calamine's whole read, so sheets are searched as bytes, a few megabytes of whole rows
at a time. Sheets written in an unusual way (UTF-16, prefixed tags, single quotes) are first brought into the usual one.
A part that is no worksheet has no count (`exact` is false); then calamine's own count stands.
"""

from __future__ import annotations

import codecs
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .padded import padded_cells, zero_styles
from .request import ERROR, MB, NUMBER, TEXT, Limits, RefusedError, column_number
from .sentences import clean
from .xml_text import unescaped

_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_EMPTY_FORMULA = re.compile(rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v></v>|<v\s*/>)?\s*</c>")
_POINTING = re.compile(rb'<c\b[^>]*\bt="s"[^>]*>\s*<v>\s*(\d+)\s*</v>')
_EMPTY_ITEM = re.compile(rb"<si>\s*(?:<t\b[^>]*/>|<t\b[^>]*></t>)?\s*</si>|<si\s*/>")
_EMPTY_VALUE = re.compile(rb"<v\s[^>]*(?:/>|></v>)")
_EMPTY_INLINE = (b"<is><t></t></is>", b"<is><t/></is>", b"<is></is>", b'<is><t xml:space="preserve"></t></is>')
_FAR = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?=\s*<(?:v|is|f)\b)')
_QUOTED = re.compile(rb"='([^'\"<>]*)'")
_CHUNK = 4 * MB
_LONGEST = 16 * _CHUNK
"""Bytes without the end of a row after which a part is left to calamine."""


@dataclass
class SheetCensus:
    """What one sheet part holds. `repairs`: (row, column) from 0 -> kind and text of cells that a reader loses."""

    valued: int = 0
    exact: bool = True
    formulas_without_value: int = 0
    repairs: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)


@dataclass
class Census:
    """Counts of all sheets, in the order of the workbook."""

    sheets: list[SheetCensus] = field(default_factory=list)
    dates_1904: bool = False


def take_census(path: Path, limits: Limits) -> Census:
    """The counts of a workbook's sheets, in its order. Raises RefusedError (too_large), BadZipFile and the like."""
    with zipfile.ZipFile(path) as archive:
        return _census(archive, limits)


def _census(archive: zipfile.ZipFile, limits: Limits) -> Census:
    names = {name.replace("\\", "/").lower(): name for name in archive.namelist()}
    census = Census()
    book = _part(archive, "xl/workbook.xml", names)
    census.dates_1904 = bool(re.search(rb'date1904="(1|true|on)"', book))
    relations = dict(_relations(_part(archive, "xl/_rels/workbook.xml.rels", names)))
    tags = re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", book)
    if len(tags) > limits.sheets:
        raise RefusedError("too_large", f"The workbook has more than {limits.sheets} sheets; remove those that are not "
                                        "needed.")
    counter = _Counter(_empty_texts(_part(archive, "xl/sharedstrings.xml", names)),
                       zero_styles(_part(archive, "xl/styles.xml", names)), limits)
    total = 0
    for tag in tags:
        link, name = re.search(rb'\b\w+:id="([^"]+)"', tag), re.search(rb'\bname="([^"]*)"', tag)
        target = relations.get(link.group(1).decode("utf-8", "replace") if link else "", "")
        part = (target.lstrip("/") if target.startswith("/") else f"xl/{target}").lower()
        if part in names:
            with archive.open(names[part]) as stream:
                found = counter.count(iter(lambda: stream.read(_CHUNK), b""),
                                      unescaped(name.group(1)) if name else "")
        else:
            found = SheetCensus(exact=False)
        census.sheets.append(found)
        total += found.valued
        if total > limits.valued_cells:
            raise RefusedError("too_large", f"The workbook has more than {limits.valued_cells:,} cells; split it and "
                                            "import the parts.")
    return census


def _part(archive: zipfile.ZipFile, name: str, names: dict[str, str]) -> bytes:
    """A whole part that is not large, in the usual way of writing."""
    if name not in names:
        return b""
    return _usual(b"".join(_in_utf8(iter([archive.read(names[name])]))))


def _relations(xml: bytes) -> Iterator[tuple[str, str]]:
    for tag in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", xml):
        number, target = re.search(rb'\bId="([^"]+)"', tag), re.search(rb'\bTarget="([^"]+)"', tag)
        if number and target:
            yield unescaped(number.group(1)), unescaped(target.group(1)).replace("\\", "/")


def _empty_texts(xml: bytes) -> frozenset[bytes]:
    """Numbers of shared texts that hold no character; a cell that points at one holds nothing."""
    if not _EMPTY_ITEM.search(xml):
        return frozenset()
    items = re.finditer(rb"<si\b(?:[^>]*/>|.*?</si>)", xml, re.S)
    return frozenset(str(number).encode() for number, item in enumerate(items)
                     if not re.search(rb"<t\b[^>]*>[^<]", item.group()))


def _in_utf8(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """XML in UTF-16 as UTF-8; all other as it is."""
    first = next(blocks, b"")
    wide = first.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in first[:2] or first[1:2] == b"\x00"
    if not wide:
        yield first
        yield from blocks
        return
    marked = first.startswith((b"\xff\xfe", b"\xfe\xff"))
    name = "utf-16" if marked else "utf-16-be" if first[:1] == b"\x00" else "utf-16-le"
    decoder = codecs.getincrementaldecoder(name)("replace")
    yield decoder.decode(first).encode("utf-8", "replace")
    for block in blocks:
        yield decoder.decode(block).encode("utf-8", "replace")


def _usual(xml: bytes) -> bytes:
    """Attributes in double quotation marks."""
    return _QUOTED.sub(rb'="\1"', xml) if b"='" in xml else xml


class _Counter:
    """Counts sheet parts of one workbook."""

    def __init__(self, empty: frozenset[bytes], styles: dict[bytes, int], limits: Limits) -> None:
        self._empty = empty
        self._styles = styles
        self._limits = limits

    def count(self, blocks: Iterator[bytes], name: str) -> SheetCensus:
        """Counts one part that comes in blocks. Raises RefusedError where few cells span too much (too_large)."""
        counts = SheetCensus()
        blocks = _in_utf8(blocks)
        rest = next(blocks, b"")
        tag = re.search(rb"<(?:(\w+):)?worksheet\b", rest[:4000])
        if tag is None:
            counts.exact = False
            return counts
        prefix = tag.group(1)
        end = b"</" + prefix + b":row>" if prefix else b"</row>"
        first = True
        for block in _with_last(blocks):
            if block:
                place = rest.rfind(end)
                if place < 0 or len(rest) < _CHUNK:
                    if len(rest) > _LONGEST:
                        counts.exact = False
                        return counts
                    rest += block
                    continue
                whole, rest = rest[:place + len(end)], rest[place + len(end):] + block
            else:
                whole = rest
                if first:
                    self._near(_usual(whole), name)
            first = False
            if prefix:
                whole = whole.replace(b"<" + prefix + b":", b"<").replace(b"</" + prefix + b":", b"</")
            self._rows(_usual(whole), counts)
        return counts

    def _near(self, xml: bytes, name: str) -> None:
        """A whole small part: refused here already where its cells lie too far apart."""
        places = _FAR.findall(xml)
        check_box(name, max((int(row) for _, row in places), default=0),
                  max((column_number(letters.decode()) + 1 for letters, _ in places), default=0), self._limits)

    def _rows(self, xml: bytes, counts: SheetCensus) -> None:
        """Adds what stands in a run of whole rows."""
        counts.valued += xml.count(b"<v>") + xml.count(b"<is>") - xml.count(b"<v></v>")
        if b"<v " in xml:
            counts.valued += xml.count(b"<v ") - len(_EMPTY_VALUE.findall(xml))
        if b"<is>" in xml:
            counts.valued -= sum(map(xml.count, _EMPTY_INLINE))
            counts.exact = counts.exact and b"</is><v>" not in xml
        if b"<f" in xml:
            counts.formulas_without_value += len(_EMPTY_FORMULA.findall(xml))
        if self._empty:
            counts.valued -= sum(number in self._empty for number in _POINTING.findall(xml))
        if b't="e"' in xml or b"<v>-" in xml or b'"inlineStr"><v>' in xml:
            _recover(xml, counts)
        if self._styles:
            counts.repairs.update(padded_cells(xml, self._styles))


def _with_last(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The blocks, and an empty one at the end."""
    yield from (block for block in blocks if block)
    yield b""


def check_box(name: str, height: int, width: int, limits: Limits) -> None:
    """Raises RefusedError where a sheet spans more cells than may be read."""
    if height * width > limits.box_cells:
        raise RefusedError("too_large", f"Sheet {clean(name, 40)} spans more than {limits.box_cells:,} cells; delete "
                                        "the empty rows and columns around its table.")


def _recover(xml: bytes, counts: SheetCensus) -> None:
    """Errors come back from calamine as empty text, negative numbers in a date format as midnight."""
    for row in re.finditer(rb"<row\b.*?</row>", xml, re.S):
        text = row.group()
        if b't="e"' not in text and b"<v>-" not in text and b'"inlineStr"><v>' not in text:
            continue
        for cell in _CELL.finditer(text):
            place, value = _REFERENCE.search(cell.group(1)), _VALUE.search(cell.group(2) or b"")
            if not place or not value:
                continue
            key = (int(place.group(2)) - 1, column_number(place.group(1).decode()))
            if b't="e"' in cell.group(1):
                counts.repairs[key] = (ERROR, unescaped(value.group(1)) or "#N/A")
            elif b't="inlineStr"' in cell.group(1) and value.group(1):
                counts.repairs[key] = (TEXT, unescaped(value.group(1)))
            elif value.group(1).startswith(b"-") and b" t=" not in cell.group(1):
                counts.repairs[key] = (NUMBER, value.group(1).decode("utf-8", "replace"))
