"""OOXML workbooks that calamine refuses or reads short, by their bytes: every cell that the census counts is here.

Slower than calamine and more lenient: parts under other names, UTF-16, places without sense, styles that do not exist.
What is no XML at all is refused, so that nothing that was cut off passes for the whole.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from xml.parsers import expat

import pyarrow as pa

from ..model import BOOLEAN, DATE, ERROR, NUMBER, TEXT, Book, Column, Limits, Sheet, column_number
from .census import Census, SheetCensus, check_box
from .package import Package, SheetPart, runs_of, shared_texts, unescaped
from .padded import zero_styles
from .read_workbook import cell_text, damaged, number_text

_ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.S)
_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.S)
_ATTRIBUTE = re.compile(rb'\b(r|t|s)="([^"]*)"')
_VALUE = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_INLINE = re.compile(rb"<is\b[^>]*>(.*?)</is>", re.S)
_PLACE = re.compile(rb"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_FORMAT = re.compile(rb'<numFmt\b[^>]*>')
_QUIET = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|_.')
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_FIRST, _FIRST_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_DAYS = 2_958_466


@dataclass(frozen=True)
class _Look:
    """How the cells of a workbook are meant: shared texts, styles of days, styles of zeros, the first day."""

    texts: list[str]
    days: frozenset[bytes]
    zeros: dict[bytes, int]
    first: datetime


def read_plain(path: Path, census: Census, limits: Limits) -> Book:
    """All sheets of an xlsx or xlsm. Raises RefusedError where it is damaged or too large."""
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(archive)
            styles = package.styles()
            look = _Look(shared_texts(package.strings()), _day_styles(styles),
                         zero_styles(styles), _FIRST_1904 if package.dates_1904 else _FIRST)
            sheets = [_sheet(package, listed, counted, look, limits)
                      for listed, counted in zip(package.sheets(), census.sheets, strict=True)]
    except (zipfile.BadZipFile, OSError, ValueError, expat.ExpatError):
        raise damaged() from None
    return Book(tuple(sheet for sheet in sheets if sheet), "xlsx", dates_1904=census.dates_1904)


def _sheet(package: Package, listed: SheetPart, counted: SheetCensus, look: _Look, limits: Limits) -> Sheet | None:
    """One sheet; None for one of a chart."""
    if listed.part is None:
        raise damaged()
    parser = expat.ParserCreate()
    cells: dict[int, list[tuple[int, str, str]]] = {}
    height = 0
    for number, block in enumerate(package.blocks(listed.part, b"row")):
        if number == 0 and b"<worksheet" not in block[:4000]:
            if b"sheet" in block[:4000]:
                return None
            raise damaged()
        parser.Parse(_as_utf8(block), False)
        for row, column, kind, text in _cells(block, look, height):
            height = max(height, row + 1)
            cells.setdefault(column, []).append((row, kind, text))
    parser.Parse(b"", True)
    return Sheet(listed.name, columns_of(listed.name, cells, height, limits), height, hidden=listed.hidden,
                 formulas_without_value=counted.formulas_without_value)


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


def _as_utf8(block: bytes) -> bytes:
    """The block without what it says about its encoding, which it no longer has."""
    return re.sub(rb"^\s*<\?xml[^>]*\?>", b"", block)


def _cells(xml: bytes, look: _Look, above: int) -> Iterator[tuple[int, int, str, str]]:
    """Row and column from 0, kind and text of the valued cells in a run of rows; `above`: rows that came before."""
    row = above - 1
    for found in _ROW.finditer(xml):
        said = dict(_ATTRIBUTE.findall(found.group(1))).get(b"r", b"")
        row = int(said) - 1 if said.isdigit() and 0 < int(said) <= 10**7 else row + 1
        column = -1
        for cell in _CELL.finditer(found.group(2) or b""):
            marks = dict(_ATTRIBUTE.findall(cell.group(1)))
            place = _PLACE.fullmatch(marks.get(b"r", b""))
            column = column_number(place.group(1).decode().upper()) if place else column + 1
            valued = _valued(cell.group(2) or b"", marks.get(b"t", b"n"), marks.get(b"s", b"0"), look)
            if valued:
                at = int(place.group(2)) - 1 if place and place.group(2) != b"0" else row
                yield at, column, *valued


def _valued(inner: bytes, kind: bytes, style: bytes, look: _Look) -> tuple[str, str] | None:
    inline = _INLINE.search(inner)
    if inline:
        text = runs_of(inline.group(1))
        if text:
            return TEXT, text
    value = _VALUE.search(inner)
    if value is None or not value.group(1):
        return None
    text = unescaped(value.group(1))
    if kind == b"s":
        number = text.strip()
        if not number.isdecimal() or int(number) >= len(look.texts):
            return ERROR, text
        return (TEXT, look.texts[int(number)]) if look.texts[int(number)] else None
    if kind in (b"str", b"inlineStr"):
        return TEXT, text
    if kind == b"e":
        return ERROR, text
    if kind == b"b":
        return BOOLEAN, "true" if text.strip().lower() in ("1", "true") else "false"
    if kind == b"d":
        return _iso(text)
    return _number(text, style, look)


def _iso(text: str) -> tuple[str, str]:
    try:
        return DATE, cell_text(datetime.fromisoformat(text.strip().removesuffix("Z"))) or text
    except ValueError:
        return TEXT, text


def _number(text: str, style: bytes, look: _Look) -> tuple[str, str]:
    try:
        value = float(text)
    except ValueError:
        return TEXT, text
    if style in look.days and 0 < value < _DAYS:
        moment = look.first + timedelta(seconds=round(value * 86_400))
        return DATE, cell_text(moment) or text
    shown = number_text(value)
    return (TEXT, shown.zfill(look.zeros[style])) if style in look.zeros and shown.isdigit() else (NUMBER, shown)


def _day_styles(styles: bytes) -> frozenset[bytes]:
    """Cell styles, as sheets name them, that show days."""
    days = set(_BUILT_IN_DATES)
    for tag in _FORMAT.findall(styles):
        number, code = re.search(rb'\bnumFmtId="(\d+)"', tag), re.search(rb'\bformatCode="([^"]*)"', tag)
        if number and code and re.search(r"[dmyhs]", _QUIET.sub("", unescaped(code.group(1)).lower())):
            days.add(int(number.group(1)))
    block = re.search(rb"<cellXfs\b.*?</cellXfs>", styles, re.S)
    formats = re.findall(rb"<xf\b[^>]*>", block.group()) if block else []
    return frozenset(str(place).encode() for place, tag in enumerate(formats)
                     if (number := re.search(rb'\bnumFmtId="(\d+)"', tag)) and int(number.group(1)) in days)
