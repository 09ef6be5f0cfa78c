"""Fixture files in the shapes of real exports: how they are written, and what a reader must find in them.

`python -m tests.support.intake_fixtures` writes them into tests/fixtures/intake.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Fixture:
    """One file. `text`: its rows as CSV; in a workbook `@` begins a date and `=` a number.

    `targets`: what each column with a header is, in order; `-` an extra. `headers`: as shown, where no row of the
    file holds exactly them: else they are in the last of the first `header_rows` rows that has as many cells as
    there are targets. `accepted`: rows that are taken in.
    """

    name: str
    table: str
    accepted: int
    text: str
    targets: str
    delimiter: str = ","
    sheet: str = "Sheet1"
    merges: Sequence[str] = ()
    constants: dict[str, str] = field(default_factory=dict)
    headers: Sequence[str] = ()
    header_rows: int = 1

    @property
    def rows(self) -> list[list[str]]:
        """The rows of the file as text."""
        return list(csv.reader(io.StringIO(self.text.lstrip("\n"), newline="")))

    @property
    def columns(self) -> dict[str, str | None]:
        """Header -> target, None for a column that maps to nothing."""
        targets = [None if target == "-" else target for target in self.targets.split()]
        rows = [[text for text in row if text] for row in self.rows]
        headers = self.headers or [row for row in rows[: self.header_rows] if len(row) == len(targets)][-1]
        return dict(zip(headers, targets, strict=True))

    def bytes(self) -> bytes:
        """The file's content, the same on every run."""
        if self.name.endswith(".xlsx"):
            return self._workbook()
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self.delimiter, lineterminator="\r\n").writerows(self.rows)
        return text.getvalue().encode("utf-8-sig" if "bom" in self.name else "utf-8")

    def _workbook(self) -> bytes:
        import xlsxwriter

        stream = io.BytesIO()
        with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
            book.set_properties({"created": datetime(2026, 1, 1)})
            sheet = book.add_worksheet(self.sheet)
            days = {10: book.add_format({"num_format": "yyyy-mm-dd"}),
                    16: book.add_format({"num_format": "m/d/yy hh:mm"})}
            for number, row in enumerate(self.rows):
                for place, text in enumerate(row):
                    _write(sheet, number, place, text, days)
            for merge in self.merges:
                first = merge.split(":")[0]
                sheet.merge_range(merge, self.rows[int(first[1:]) - 1][ord(first[0]) - 65])
        return stream.getvalue()


def _write(sheet: Any, row: int, column: int, text: str, days: dict[int, Any]) -> None:
    if text.startswith("@"):
        sheet.write_datetime(row, column, datetime.fromisoformat(text[1:]), days[len(text) - 1])
    elif text.startswith("="):
        sheet.write_number(row, column, float(text[1:]))
    elif text:
        sheet.write_string(row, column, text)
