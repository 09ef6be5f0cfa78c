"""Writes the workbooks: the same bytes each run (xlsxwriter dates all zip members 1 Jan 1980)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from .sheets import Sheet

_MADE = datetime(2026, 10, 31, 18, 0)


@dataclass(frozen=True)
class Page:
    """One sheet of a workbook; `titles` stand above the header, with an empty row between."""

    name: str
    sheet: Sheet
    titles: tuple[str, ...] = ()
    day_format: str = "yyyy-mm-dd"


def write_book(path: Path, pages: Sequence[Page]) -> None:
    """One workbook. Text is text, dates are real dates, empty cells are not written."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _MADE, "title": path.stem.replace("_", " ")})
    bold = book.add_format({"bold": True, "bottom": 1})
    large = book.add_format({"bold": True, "font_size": 14})
    for page in pages:
        header, rows = page.sheet
        ws = book.add_worksheet(page.name)
        day = book.add_format({"num_format": page.day_format})
        moment = book.add_format({"num_format": f"{page.day_format} hh:mm"})
        for number, title in enumerate(page.titles):
            ws.write_string(number, 0, title, large if number == 0 else None)
        top = len(page.titles) + 1 if page.titles else 0
        for column, name in enumerate(header):
            ws.write_string(top, column, name, bold)
            ws.set_column(column, column, max(11, min(34, len(name) + 4)))
        for at, row in enumerate(rows, top + 1):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    ws.write_datetime(at, column, cell, moment)
                elif isinstance(cell, date):
                    ws.write_datetime(at, column, datetime(cell.year, cell.month, cell.day), day)
                elif isinstance(cell, int):
                    ws.write_number(at, column, cell)
                elif cell is not None:
                    ws.write_string(at, column, cell)
        ws.freeze_panes(top + 1, 0)
    book.close()
