"""Counts the cells of an OOXML workbook by their bytes, and recovers those that calamine loses.

An event reader takes longer than calamine's whole read, so large sheets are searched as bytes, a few megabytes of whole
rows at a time; where calamine counts otherwise, `read_plain` decides by events. A part that cannot be told has no count
(`exact` is false); then calamine's own count stands.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from ..request import ERROR, MB, NUMBER, TEXT, Limits, RefusedError, column_number, too_many_sheets
from ..sentences import clean
from .events import SheetEvents, shared_items
from .package import CHUNK, Package, shared_texts, unescaped
from .padded import padded_cells, zero_styles

_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_EMPTY_FORMULA = re.compile(rb"<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v></v>|<v\s*/>)?\s*</c>")
_POINTING = re.compile(rb'<c\b[^>]*\bt="s"[^>]*>\s*(?:<f\b[^>]*(?:/>|>[^<]*</f>)\s*)?<v>\s*(\d+)\s*</v>')
_NO_CELLS = re.compile(rb"<(?:\w+:)?(?:chartsheet|dialogsheet|macrosheet)\b")
_EMPTY_VALUE = re.compile(rb"<v\s[^>]*(?:/>|></v>)")
_EMPTY_INLINE = (b"<is><t></t></is>", b"<is><t/></is>", b"<is></is>", b'<is><t xml:space="preserve"></t></is>')
_FAR = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?=\s*<(?:v|is|f)\b)')
_BY_EVENTS = MB // 2
"""Bytes of sheets, and of shared texts, that are counted by XML events."""


@dataclass
class SheetCensus:
    """What one sheet part holds. `repairs`: (row, column) from 0 -> kind and text of cells that a reader loses."""

    valued: int = 0
    exact: bool = True
    formulas_without_value: int = 0
    repairs: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)


@dataclass
class Census:
    """Counts of all sheets, in the order of the workbook. `misread`: calamine would take numbers for days."""

    sheets: list[SheetCensus] = field(default_factory=list)
    dates_1904: bool = False
    misread: bool = False


def take_census(path: Path, limits: Limits) -> Census:
    """The counts of a workbook's sheets, in its order.

    Raises RefusedError (too_large), BadZipFile and the like, ValueError where the archive holds no list of sheets.
    """
    with zipfile.ZipFile(path) as archive:
        package = Package(archive)
        if not package.has_list:
            raise ValueError("no workbook part")
        if len(package.sheet_tags()) > limits.sheets:
            raise too_many_sheets(limits)
        census = Census(dates_1904=package.dates_1904)
        empty = _empty_texts(package)
        counter = _Counter(empty, zero_styles(package.styles()), limits)
        budget = _BY_EVENTS
        for sheet in package.sheets():
            blocks = iter(()) if sheet.part is None else package.blocks(sheet.part, b"row")
            census.sheets.append(counter.count(blocks, sheet.name))
            if sheet.part and (budget := budget - package.size(sheet.part)) >= 0:
                _by_events(package.plain(sheet.part), empty, census.sheets[-1])
            if sum(one.valued for one in census.sheets) > limits.valued_cells:
                raise RefusedError("too_large", f"The workbook has more than {limits.valued_cells:,} cells; split it "
                                                "and import the parts.")
    return census


def _by_events(blocks: Iterable[bytes], empty: frozenset[bytes], counts: SheetCensus) -> None:
    """Counts a small part again by XML events, which no way of writing deceives; not where it is no whole XML."""
    events, none = SheetEvents(), frozenset(number.decode() for number in empty)
    valued = formulas = 0
    try:
        for cell in events.feed(blocks):
            holds = bool(cell.inline or (cell.value and not (cell.kind == "s" and cell.value.strip() in none)))
            valued += holds
            formulas += cell.formula and not holds
    except (expat.ExpatError, LookupError, ValueError):  # also of an encoding that nobody knows
        return
    if events.root == "worksheet":
        counts.valued, counts.formulas_without_value, counts.exact = valued, formulas, True


def _empty_texts(package: Package) -> frozenset[bytes]:
    """Numbers of shared texts that hold no character; a cell that points at one holds nothing."""
    xml = package.strings()
    items: list[str] = []
    if len(xml) <= _BY_EVENTS:
        try:
            items = shared_items(b"".join(package.plain(package.strings_part)))
        except (expat.ExpatError, LookupError, ValueError):
            items = shared_texts(xml)
    elif any(mark in xml for mark in (b"></t>", b"<t/>", b"<t />", b"<si/>", b"<si />", b"<si></si>")):
        items = shared_texts(xml)
    return frozenset(str(number).encode() for number, item in enumerate(items) if not item)


class _Counter:
    """Counts sheet parts of one workbook."""

    def __init__(self, empty: frozenset[bytes], styles: dict[bytes, int], limits: Limits) -> None:
        self._empty = empty
        self._styles = styles
        self._limits = limits

    def count(self, blocks: Iterator[bytes], name: str) -> SheetCensus:
        """Counts one part that comes in blocks. Raises RefusedError where few cells span too much (too_large)."""
        counts = SheetCensus()
        block = next(blocks, b"")
        if b"<worksheet" not in block[:4000]:  # sheets of charts and dialogs hold no cells
            counts.exact = bool(_NO_CELLS.search(block[:4000]))
            return counts
        if len(block) < CHUNK:
            self._near(block, name)
        self._rows(block, counts)
        for block in blocks:
            self._rows(block, counts)
        return counts

    def _near(self, xml: bytes, name: str) -> None:
        """A small part, or the beginning of one: refused here already where its cells lie too far apart."""
        places = _FAR.findall(xml)
        check_box(name, max((int(row) for _, row in places), default=0),
                  max((column_number(letters.decode()) + 1 for letters, _ in places), default=0), self._limits)

    def _rows(self, xml: bytes, counts: SheetCensus) -> None:
        """Adds what stands in a run of whole rows."""
        counts.valued += xml.count(b"<v>") + xml.count(b"<is>") - xml.count(b"<v></v>")
        if b"<v " in xml:
            counts.valued += xml.count(b"<v ") - len(_EMPTY_VALUE.findall(xml))
        if b"<is>" in xml:
            counts.valued -= sum(map(xml.count, (*_EMPTY_INLINE, b"</is><v>", b"</v><is>")))  # both are one cell
        if b"<f" in xml:
            counts.formulas_without_value += len(_EMPTY_FORMULA.findall(xml))
        if self._empty:
            counts.valued -= sum(number in self._empty for number in _POINTING.findall(xml))
        if b't="e"' in xml or b"<v>-" in xml or b'"inlineStr"><v>' in xml:
            _recover(xml, counts)
        if self._styles:
            counts.repairs.update(padded_cells(xml, self._styles))


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
            if not value.group(1):
                continue
            key = (int(place.group(2)) - 1, column_number(place.group(1).decode()))
            if b't="e"' in cell.group(1):
                counts.repairs[key] = (ERROR, unescaped(value.group(1)))
            elif b't="inlineStr"' in cell.group(1):
                counts.repairs[key] = (TEXT, unescaped(value.group(1)))
            elif value.group(1).startswith(b"-") and b" t=" not in cell.group(1):
                counts.repairs[key] = (NUMBER, value.group(1).decode("utf-8", "replace"))
