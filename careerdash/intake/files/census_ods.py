"""Sheets of an OpenDocument workbook by their bytes: how far they reach, what they hold, what calamine loses of it."""

from __future__ import annotations

import re

from ..request import ERROR, TEXT
from .census import Census, SheetCensus
from .package import unescaped

_CELL = re.compile(rb'<table:(?:covered-)?table-cell\b[^>]*?number-columns-repeated="(\d{4,})"[^>]*>')
_ROW = re.compile(rb'<table:table-row\b[^>]*?number-rows-repeated="(\d{3,})"[^>]*>')
_END_OF_ROW = re.compile(rb"\s*</table:table-row>")
_END_OF_TABLE = re.compile(rb"(?:\s*</table:table-[a-z-]+>)*\s*</table:table>")
_LARGEST = 10**9


def spread(content: bytes) -> int:
    """A lower bound of the cells that the widest and longest repeats of `content.xml` span together.

    Empty repeats at the end of a row or sheet, which all programs write, stand for nothing.
    """
    return _longest(content) * _widest(content)


def _widest(content: bytes) -> int:
    """Columns that repeated cells take up, at least 1."""
    widest = 1
    for cell in _CELL.finditer(content):
        empty = cell.group().endswith(b"/>") and b"office:value" not in cell.group()
        if not (empty and _END_OF_ROW.match(content, cell.end())):
            widest = max(widest, _number(cell.group(1)))
    return widest


def _longest(content: bytes) -> int:
    """Rows that repeated rows take up, at least 1."""
    longest = 1
    for row in _ROW.finditer(content):
        end = content.find(b"</table:table-row>", row.end())
        end = len(content) if end < 0 else end
        empty = b"office:value" not in content[row.end():end] and b"<text:p" not in content[row.end():end]
        if not (empty and _END_OF_TABLE.match(content, end + len(b"</table:table-row>"))):
            longest += _number(row.group(1))
    return longest


def _number(digits: bytes) -> int:
    return _LARGEST if len(digits) > 9 else int(digits)


_TABLE = re.compile(rb"<table:table\b.*?</table:table>", re.S)
_LINE = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.S)
_PLACE = re.compile(rb"<table:(covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)", re.S)
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d{1,9})"')
_PARAGRAPH = re.compile(rb"<text:p\b[^>]*>(.*?)</text:p>", re.S)
_NOTE = re.compile(rb"<office:annotation\b.*?</office:annotation>", re.S)
_ERROR = b'calcext:value-type="error"'
_FLOAT = re.compile(rb'\boffice:value="(\d{1,14})(?:\.0+)?"')
_ZEROS = re.compile(rb"<text:p\b[^>]*>0\d{1,14}</text:p>")
_REPEATS, _MOST = 10_000, 1_000_000
"""Times that one cell is repeated at most to one side, and cells of a sheet that are put back at most."""


_TYPED = b'office:value-type="'
_NO_TEXT = re.compile(rb'<table:(?:covered-)?table-cell\b(?![^>]*office:string-value="[^"])'
                      rb'[^>]*office:value-type="string"[^>]*'
                      rb'(?:/>|>\s*(?:<text:p\b[^>]*(?:/>|></text:p>)\s*)?</table:)')
_TIMES_OF_CELL = re.compile(rb'<table:(?:covered-)?table-cell\b[^>]*number-columns-repeated="(\d{1,9})"[^>]*>')
_TIMES_OF_ROW = re.compile(rb'<table:table-row\b[^>]*number-rows-repeated="(\d{1,9})"(?:[^>]*[^/>])?>')


def ods_census(content: bytes) -> Census:
    """The counts and lost cells of each sheet of `content.xml`."""
    tables = [table.group() for table in _TABLE.finditer(content)]
    repairs = _ERROR in content or _ZEROS.search(content)
    return Census([SheetCensus(_count(table), repairs=_lost(table) if repairs else {}) for table in tables])


def _count(xml: bytes) -> int:
    """Cells that hold something, in the usual way of writing, each as often as it is repeated."""
    count = _held(xml)
    for row in _TIMES_OF_ROW.finditer(xml):
        inside = xml[row.end():xml.find(b"</table:table-row>", row.end())]
        if _TYPED in inside:
            count += (int(row.group(1)) - 1) * _held(inside)
    return count


def _held(xml: bytes) -> int:
    """The same without the repeats of rows."""
    count = xml.count(_TYPED)
    if b'"string"' in xml:
        count -= len(_NO_TEXT.findall(xml))
    for cell in _TIMES_OF_CELL.finditer(xml):
        if _TYPED in cell.group() and not _NO_TEXT.match(xml, cell.start()):
            count += int(cell.group(1)) - 1
    return count


def _lost(table: bytes) -> dict[tuple[int, int], tuple[str, str]]:
    found: dict[tuple[int, int], tuple[str, str]] = {}
    row = 0
    for line in _LINE.finditer(table):
        rows = _times(line.group(1))
        if _ERROR in (line.group(2) or b"") or _ZEROS.search(line.group(2) or b""):
            column = 0
            for cell in _PLACE.finditer(line.group(2)):
                columns = _times(cell.group(2))
                if lost := _cell(cell.group(2), cell.group(3) or b""):
                    found |= {(row + down, column + right): lost for down in range(min(rows, _REPEATS))
                              for right in range(min(columns, _REPEATS)) if len(found) < _MOST}
                column += columns
        row += rows
    return found


def _cell(tag: bytes, inside: bytes) -> tuple[str, str] | None:
    text = _PARAGRAPH.search(_NOTE.sub(b"", inside))
    said = unescaped(re.sub(rb"<[^>]*>", b"", text.group(1))) if text else ""
    if said and _ERROR in tag:
        return ERROR, said
    number = _FLOAT.search(tag)
    digits = number.group(1).decode() if number else said
    return (TEXT, said) if len(said) > len(digits) and said == digits.zfill(len(said)) else None


def _times(tag: bytes) -> int:
    said = _REPEATED.search(tag)
    return int(said.group(1)) if said else 1
