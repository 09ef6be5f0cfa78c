"""Counts the cells of an OOXML workbook by their bytes, and recovers those that calamine loses.

An event reader takes longer than calamine's whole read, so sheets are searched as bytes. A sheet written in an
unusual way (prefixed tags, UTF-16) has no count (`exact` is false); then calamine's own count stands.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from .model import ERROR, NUMBER, Limits, RefusedError, column_number
from .padded import padded_cells, zero_styles

_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d+)"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_EMPTY_FORMULA = re.compile(rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v></v>|<v\s*/>)?\s*</c>")
_POINTING = re.compile(rb'<c\b[^>]*\bt="s"[^>]*><v>(\d+)</v>')
_EMPTY_ITEM = re.compile(rb"<si>\s*(?:<t\b[^>]*/>|<t\b[^>]*></t>)?\s*</si>|<si/>")


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


def take_census(archive: zipfile.ZipFile, counted: dict[str, SheetCensus], limits: Limits) -> Census:
    """The counts of the sheet parts (`counted`, by name in lower case) in the order of the workbook.

    Raises RefusedError (too_large).
    """
    names = {name.lower(): name for name in archive.namelist()}
    census = Census()
    book = _part(archive, "xl/workbook.xml", names)
    census.dates_1904 = bool(re.search(rb'date1904="(1|true|on)"', book))
    relations = dict(_relations(_part(archive, "xl/_rels/workbook.xml.rels", names)))
    tags = re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", book)
    if len(tags) > limits.sheets:
        raise RefusedError("too_large", f"The workbook has more than {limits.sheets} sheets; remove those that are not "
                                        "needed.")
    empty = _empty_texts(_part(archive, "xl/sharedstrings.xml", names))
    styles = zero_styles(_part(archive, "xl/styles.xml", names))
    total = 0
    for tag in tags:
        link = re.search(rb'\b\w+:id="([^"]+)"', tag)
        target = relations.get(link.group(1).decode("utf-8", "replace") if link else "", "")
        part = (target.lstrip("/") if target.startswith("/") else f"xl/{target}").lower()
        census.sheets.append(counted.get(part, SheetCensus()))
        if empty and part in counted:
            census.sheets[-1].valued -= sum(number in empty for number in _POINTING.findall(
                _part(archive, part, names)))
        if styles and part in counted:
            census.sheets[-1].repairs.update(padded_cells(_part(archive, part, names), styles))
        total += census.sheets[-1].valued
        if total > limits.valued_cells:
            raise RefusedError("too_large", f"The workbook has more than {limits.valued_cells:,} cells; split it and "
                                            "import the parts.")
    return census


def _part(archive: zipfile.ZipFile, name: str, names: dict[str, str]) -> bytes:
    return archive.read(names[name]) if name in names else b""


def _relations(xml: bytes) -> Iterator[tuple[str, str]]:
    for tag in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", xml):
        number, target = re.search(rb'\bId="([^"]+)"', tag), re.search(rb'\bTarget="([^"]+)"', tag)
        if number and target:
            yield number.group(1).decode("utf-8", "replace"), target.group(1).decode("utf-8", "replace")


def _empty_texts(xml: bytes) -> frozenset[bytes]:
    """Numbers of shared texts that hold no character; a cell that points at one holds nothing."""
    if not _EMPTY_ITEM.search(xml):
        return frozenset()
    items = re.finditer(rb"<si\b.*?(?:</si>|(?<=/)>)", xml, re.S)
    return frozenset(str(number).encode() for number, item in enumerate(items)
                     if not re.search(rb"<t\b[^>]*>[^<]", item.group()))


def count_cells(xml: bytes) -> SheetCensus:
    """Counts one sheet part; cells that point at an empty shared text are counted too."""
    counts = SheetCensus()
    head = xml[:2000]
    if b"<worksheet" not in head or b"\x00" in head[:100]:
        counts.exact = False
        return counts
    counts.valued = xml.count(b"<v>") + xml.count(b"<v ") + xml.count(b"<is>") - xml.count(b"<v></v>")
    if b"<is>" in xml:
        counts.valued -= sum(map(xml.count, (b"<is><t></t></is>", b"<is><t/></is>", b"<is></is>")))
        counts.exact = b"</is><v>" not in xml
    if b"<f" in xml:
        counts.formulas_without_value = len(_EMPTY_FORMULA.findall(xml))
    if b't="e"' in xml or b"<v>-" in xml:
        _recover(xml, counts)
    return counts


def _recover(xml: bytes, counts: SheetCensus) -> None:
    """Errors come back from calamine as empty text, negative numbers in a date format as midnight."""
    for row in re.finditer(rb"<row\b.*?</row>", xml, re.S):
        text = row.group()
        if b't="e"' not in text and b"<v>-" not in text:
            continue
        for cell in _CELL.finditer(text):
            place, value = _REFERENCE.search(cell.group(1)), _VALUE.search(cell.group(2) or b"")
            if not place or not value:
                continue
            key = (int(place.group(2)) - 1, column_number(place.group(1).decode()))
            if b't="e"' in cell.group(1):
                counts.repairs[key] = (ERROR, value.group(1).decode("utf-8", "replace") or "#N/A")
            elif value.group(1).startswith(b"-") and b" t=" not in cell.group(1):
                counts.repairs[key] = (NUMBER, value.group(1).decode("utf-8", "replace"))
