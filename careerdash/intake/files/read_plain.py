"""OOXML workbooks that calamine refuses or reads short, by XML events: what is here is what the workbook holds.

Slower than calamine and more lenient: parts under other names, UTF-16, places without sense, styles that do not exist.
What is no XML at all is refused, so that nothing that was cut off passes for the whole.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from xml.parsers import expat

import pyarrow as pa

from ..model import BOOLEAN, DATE, ERROR, TEXT, Book, Column, Limits, Sheet
from .census import Census, check_box
from .events import RawCell, SheetEvents, no_memory, shared_items
from .looks import BUILT_IN_DATES, Look, shows_days
from .package import Package, SheetPart, unescaped
from .padded import zero_styles
from .read_workbook import cell_text, damaged

_FORMAT = re.compile(rb'<numFmt\b[^>]*>')

def read_plain(path: Path, census: Census, limits: Limits) -> Book:
    """All sheets of an xlsx or xlsm. Raises RefusedError where it is damaged or too large.

    `lost` are the cells whose place a later one claims too.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            styles = package.styles()
            look = Look(_day_styles(styles), zero_styles(styles), package.dates_1904)
            texts = shared_items(b"".join(package.plain(package.strings_part)))
            found = [_sheet(package, listed, look, texts, limits) for listed in package.sheets()]
    except expat.ExpatError as error:
        no_memory(error)
        raise damaged() from None
    except (zipfile.BadZipFile, OSError, ValueError, LookupError, EOFError):
        raise damaged() from None
    sheets = [one for one in found if one]
    return Book(tuple(sheet for sheet, _ in sheets), "xlsx", dates_1904=census.dates_1904,
                lost=sum(count - sheet.valued for sheet, count in sheets))


def _sheet(package: Package, listed: SheetPart, look: Look, texts: list[str],
           limits: Limits) -> tuple[Sheet, int] | None:
    """One sheet and its valued cells, of which two may claim one place; None for a sheet of a chart."""
    if listed.part is None:
        raise damaged()
    events = SheetEvents()
    cells: dict[int, list[tuple[int, str, str]]] = {}
    height = formulas = count = 0
    for cell in events.feed(package.plain(listed.part)):
        valued = _valued(cell, look, texts)
        if valued:
            height, count = max(height, cell.row + 1), count + 1
            cells.setdefault(cell.column, []).append((cell.row, *valued))
        formulas += cell.formula and not valued
    if events.root != "worksheet":
        if events.root.endswith("sheet"):
            return None
        raise damaged()
    return Sheet(listed.name, columns_of(listed.name, cells, height, limits), height, hidden=listed.hidden,
                 formulas_without_value=formulas), count


def columns_of(sheet: str, cells: Mapping[int, Sequence[tuple[int, str, str]]], height: int,
               limits: Limits) -> tuple[Column, ...]:
    """The columns of a sheet out of the cells (row, kind, text) of each. Raises RefusedError (too_large)."""
    width = max(cells, default=-1) + 1
    check_box(sheet, height, width, limits)
    columns = []
    for place in range(width):
        texts: list[str | None] = [None] * height
        kinds = [TEXT] * height
        for row, kind, text in cells.get(place, ()):
            texts[row], kinds[row] = text, kind
        columns.append(Column(pa.array(texts, pa.string()), pa.array(kinds, pa.string())))
    return tuple(columns)


def _valued(cell: RawCell, look: Look, texts: list[str]) -> tuple[str, str] | None:
    """Kind and text of a cell; None where it holds nothing."""
    if cell.inline:
        return TEXT, cell.inline
    text, kind = cell.value, cell.kind
    if not text:
        return None
    if kind == "s":
        number = text.strip()
        if not number.isdecimal() or int(number) >= len(texts):
            return ERROR, text
        return (TEXT, texts[int(number)]) if texts[int(number)] else None
    if kind in ("str", "inlineStr"):
        return TEXT, text
    if kind == "e":
        return ERROR, text
    if kind == "b":
        return BOOLEAN, "true" if text.strip().lower() in ("1", "true") else "false"
    if kind == "d":
        return _iso(text)
    return _number(text, cell.style.encode(), look)


def _iso(text: str) -> tuple[str, str]:
    try:
        return DATE, cell_text(datetime.fromisoformat(text.strip().removesuffix("Z"))) or text
    except ValueError:
        return TEXT, text


def _number(text: str, style: bytes, look: Look) -> tuple[str, str]:
    try:
        return look.number(float(text), style)
    except ValueError:
        return TEXT, text


def _day_styles(styles: bytes) -> frozenset[bytes]:
    """Cell styles, as sheets name them, that show days."""
    days = set(BUILT_IN_DATES)
    for tag in _FORMAT.findall(styles):
        number, code = re.search(rb'\bnumFmtId="(\d+)"', tag), re.search(rb'\bformatCode="([^"]*)"', tag)
        if number and code:
            (days.add if shows_days(unescaped(code.group(1))) else days.discard)(int(number.group(1)))
    block = re.search(rb"<cellXfs\b.*?</cellXfs>", styles, re.S)
    formats = re.findall(rb"<xf\b[^>]*>", block.group()) if block else []
    return frozenset(str(place).encode() for place, tag in enumerate(formats)
                     if (number := re.search(rb'\bnumFmtId="(\d+)"', tag)) and int(number.group(1)) in days)
