"""How far the sheets of an OpenDocument workbook reach, by its bytes: one cell may stand for billions."""

from __future__ import annotations

import re

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
