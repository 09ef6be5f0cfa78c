"""Ids that a workbook keeps as numbers and shows with leading zeros: the zeros are part of the id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..request import TEXT, column_number

_FORMAT = re.compile(rb'<numFmt\b[^>]*\bnumFmtId="(\d+)"[^>]*\bformatCode="(?:&quot;)?(0{2,15})(?:;@|;[^"]*)?"')
_FORMAT_TURNED = re.compile(rb'<numFmt\b[^>]*\bformatCode="(0{2,15})(?:;@|;[^"]*)?"[^>]*\bnumFmtId="(\d+)"')
_CELL = re.compile(rb'<c\b([^>]*)><v>(\d{1,14})(?:\.0+)?</v>')


def zero_styles(styles: bytes) -> dict[bytes, int]:
    """Cell style (as sheets name it) -> digits that it shows at least, for formats of zeros alone (`00000`)."""
    widths = {number: len(zeros) for number, zeros in _FORMAT.findall(styles)}
    widths |= {number: len(zeros) for zeros, number in _FORMAT_TURNED.findall(styles)}
    block = re.search(rb"<cellXfs\b.*?</cellXfs>", styles, re.S)
    if not widths or not block:
        return {}
    formats = re.findall(rb'<xf\b[^>]*\bnumFmtId="(\d+)"', block.group())
    return {str(place).encode(): widths[number] for place, number in enumerate(formats) if number in widths}


def padded_cells(sheet: bytes, styles: dict[bytes, int]) -> Iterator[tuple[tuple[int, int], tuple[str, str]]]:
    """Cells (row, column, from 0) of whole numbers in such a style: their kind and the text that is shown."""
    if not any(b's="' + style + b'"' in sheet for style in styles):
        return
    for cell in _CELL.finditer(sheet):
        style, place = re.search(rb'\bs="(\d+)"', cell.group(1)), re.search(rb'\br="([A-Z]{1,3})(\d+)"', cell.group(1))
        width = styles.get(style.group(1)) if style else None
        if place and width and len(cell.group(2)) < width and b" t=" not in cell.group(1).replace(b' t="n"', b""):
            yield ((int(place.group(2)) - 1, column_number(place.group(1).decode())),
                   (TEXT, cell.group(2).decode().zfill(width)))
