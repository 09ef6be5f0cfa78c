"""The pack: one workbook with all numbers, pairs, reasons, milestones and check-ins, under the filters in force.

People open it in Excel, programs read it by its headers. Private texts are not in it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

import careerdash
from careerdash.build.plan import Progress
from careerdash.store import Store

from .. import formats, metrics
from ..imports.house import silent
from ..metrics import CATALOGUE, Filters, MetricValue, rows
from ..metrics.catalogue import LEFT_OUT
from ..schema import RULE
from ..words import definitions, reasons, states
from . import pack_words as words
from .behind import behind_pages
from .pack_summary import write_summary
from .workbook import MOST_ROWS, Book, Column, Written, writing

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Pack:
    """What all sheets speak of. `files`: {"file", "data_day", "rows"} of the imports in force."""

    store: Store
    as_of: date
    filters: Filters
    values: Mapping[str, MetricValue]
    series: Mapping[str, Sequence[Row]]
    files: Sequence[Row]
    demo: bool
    pages: Mapping[str, Sequence[Row]]

    @property
    def data_day(self) -> date:
        """The latest day that any import in force says its data is from."""
        return self.store.data_day

    @property
    def build_id(self) -> str:
        """The build that was asked."""
        return self.store.build_id

    @property
    def version(self) -> str:
        """The version that made it."""
        return careerdash.__version__

    @property
    def said(self) -> str:
        """Filters, day and data in one line."""
        chosen = {name: self.filters.as_json()[name] for name in ("program", "cohort", "department")}
        return " · ".join(filter(None, (
            states.filters(chosen, self.as_of), f"data from {formats.day(self.data_day)}",
            states.after_data_day(self.as_of, self.data_day) if self.as_of > self.data_day else "",
            "invented demo data" if self.demo else "")))


def write_pack(store: Store, as_of: date, filters: Filters, target: Path | IO[bytes], *, files: Sequence[Row] = (),
               demo: bool = False, progress: Progress = silent) -> dict[str, Written]:
    """Writes the workbook and gives, by sheet, where its table stands and how many rows it could not hold.

    `files`: imports in force as `imports --json` prints them. Raises OSError where it cannot be written.
    """
    progress("Counting", 0.0)
    series = metrics.series(store, as_of, filters)
    pack = Pack(store, as_of, filters, metrics.values(store, as_of, filters), series,
                [{"file": file["file"], "data_day": file["data_day"], "rows": sum(file["rows"].values())}
                 for file in files], demo, behind_pages(store, as_of, filters, series))
    with writing(target, "Mentoring in numbers") as book:
        found = [write_summary(book, pack)]
        progress("Pairs", 0.15)
        found.append(book.sheet_of("Pairs", words.PAIRS, rows.pair_rows(store, as_of, filters)))
        progress("Needs attention", 0.35)
        found.append(book.sheet_of("Needs attention", words.ATTENTION, _attention(pack)))
        progress("Milestones", 0.4)
        found.append(book.sheet_of_batches("Milestones", words.MILESTONES, rows.milestone_rows(store, as_of, filters)))
        progress("Check-ins", 0.45)
        found.append(_check_ins(book, pack))
        found.append(_definitions(book, pack))
        found.append(_left_out(book, pack, found))
        progress("Packing", 0.65)
    return {written.sheet: written for written in found}


def _attention(pack: Pack) -> Iterator[Row]:
    for row in rows.attention_rows(pack.store, pack.as_of, pack.filters):
        for reason in row.reasons:
            yield {**row.facts, "reason": reason, "sentence": f"{reasons.sentence(reason, row.facts)}.",
                   "place": row.place, "list": words.RECORDS if row.records_only else words.CALL}


def _check_ins(book: Book, pack: Pack) -> Written:
    most = MOST_ROWS - 1
    all_of_them = rows.check_in_number(pack.store, pack.as_of, pack.filters)
    found = book.sheet_of_batches("Check-ins", words.CHECK_INS,
                                  rows.check_in_rows(pack.store, pack.as_of, pack.filters, most))
    return Written(found.sheet, found.header, found.last, found.rows, all_of_them - found.rows)


def _definitions(book: Book, pack: Pack) -> Written:
    sheet = book.sheet("Definitions")
    columns = (Column("key", "key", width=27), Column("label", "label", width=38),
               Column("definition", "definition", width=90), Column("counted", "counted", width=24),
               Column("left_out", "left out", width=60), Column("better", "better", width=20))
    book.widths(sheet, columns)
    found = book.table(sheet, columns, [
        {"key": metric.key, "label": metric.label, "definition": metric.sentence, "counted": metric.unit,
         "left_out": definitions.left_out(metric), "better": definitions.DIRECTIONS[metric.direction]}
        for metric in CATALOGUE.values()])
    sheet.freeze_panes(1, 1)
    book.text(sheet, found.last + 2, 0, "Limits in force", "bold")
    limits = rows.limits(pack.store)
    last = book.table(sheet, (Column("key", "limit"), Column("program", "program"), Column("meaning", "meaning"),
                              Column("value", "value", "ratio"), Column("unit", "unit")), [
        {**limit, "program": limit["program"] or "all", "meaning": RULE[limit["key"]].label,
         "unit": RULE[limit["key"]].unit} for limit in limits if limit["key"] in RULE], start=found.last + 3)
    book.text(sheet, last.last + 2, 0, "Columns of the other sheets", "bold")
    book.table(sheet, (Column("sheet", "sheet"), Column("column", "column"), Column("meaning", "meaning")), [
        dict(zip(("sheet", "column", "meaning"), line, strict=True)) for line in words.MEANINGS], start=last.last + 3)
    return found


def _left_out(book: Book, pack: Pack, others: Sequence[Written]) -> Written:
    """Who is left out of which number and why; then what the workbook itself does not hold."""
    sheet = book.sheet("Left out")
    columns = (Column("key", "key", width=27), Column("label", "label", width=38), Column("reason", "reason", width=22),
               Column("count", "count", "whole", 10), Column("counted", "counted", width=14),
               Column("meaning", "meaning", width=90))
    book.widths(sheet, columns)
    found = book.table(sheet, columns, [
        {"key": key, "label": CATALOGUE[key].label, "reason": reason, "count": count,
         "counted": words.counted_in(reason), "meaning": LEFT_OUT[reason]}
        for key, value in pack.values.items() for reason, count in value.left_out.items()])
    sheet.freeze_panes(1, 1)
    book.text(sheet, found.last + 2, 0, "Not in this workbook", "bold")
    too_many = [{"what": f"rows of {written.sheet}", "count": written.left_off, "why": (
        f"A sheet holds {MOST_ROWS:,} rows: "
        + ("the latest check-ins are here." if written.sheet == "Check-ins" else "choose a filter to see the others."))}
        for written in others if written.left_off]
    book.table(sheet, (Column("what", "what"), Column("count", "count", "whole"), Column("why", "why and where")), [
        *too_many, *({"what": what, "count": None, "why": why} for what, why in words.NOT_IN_IT)],
        start=found.last + 3)
    return found
