"""The pack's first sheet: all numbers as one table, charts beside it, beneath it what they are made of."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..charts.palette import LIGHT
from ..metrics import CATALOGUE, MetricValue
from ..schema import CHECKLIST_ITEMS
from ..words import findings
from .behind import TITLES
from .pack_words import SERIES_NAMES
from .workbook import Book, Column, Kind, Written

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

    from .pack import Pack

HEADER = ("key", "label", "value", "numerator", "denominator", "left out")
SHEET = "Summary"
_WHOLE_PERCENTS_BELOW = 1000
_CHART_COLUMN, _CHART_ROWS, _CHART_SIZE = 7, 16, {"width": 640, "height": 312}
_KINDS: dict[str, Kind] = {
    "week": "day", "month": "month", "value": "percent", "share": "percent", "state": "text", "evidence": "text",
    "kind": "text", "respondent": "text", "reason": "text", "action": "text"}


def write_summary(book: Book, pack: "Pack") -> Written:
    """Writes the sheet and its charts."""
    sheet = book.sheet(SHEET)
    for place, width in enumerate((27, 38, 12, 12, 12, 30, 3)):
        sheet.set_column(place, place, width)
    book.text(sheet, 0, 0, "Mentoring in numbers", "title")
    book.text(sheet, 1, 0, pack.said, "quiet")
    table = _numbers(book, sheet, pack.values, 3)
    sheet.freeze_panes(4, 1)
    row = _intervals(book, sheet, pack.values, table.last + 2)
    row = _about(book, sheet, pack, row)
    places = {}
    for name, heading in SERIES_NAMES.items():
        rows = _series_rows(name, pack.series[name])
        if rows:
            book.text(sheet, row, 0, heading, "bold")
            columns = [Column(key, key, _series_kind(key, rows)) for key in rows[0]]
            places[name] = book.table(sheet, columns, rows, start=row + 1), list(rows[0])
            row = places[name][0].last + 2
    _charts(book, sheet, pack, places)
    book.text(sheet, row, 0, "What the pages show beyond these", "title")
    row += 2
    for name, heading in TITLES.items():
        rows = [dict(one) for one in pack.pages[name]]
        if rows:
            book.text(sheet, row, 0, heading, "bold")
            columns = [Column(key, key, _page_kind(key, rows)) for key in rows[0]]
            row = book.table(sheet, columns, rows, start=row + 1).last + 2
    return table


def _page_kind(key: str, rows: Sequence[Mapping[str, Any]]) -> Kind:
    if key in ("share", "low", "high") or (key in CATALOGUE and CATALOGUE[key].format == "percent"):
        return "percent"
    return "month" if key == "month" else "text" if any(isinstance(row[key], str) for row in rows) else "whole"


def value_kind(key: str, value: MetricValue) -> Kind:
    """How Excel shows a metric's value: whole percents below 1,000, as on the pages."""
    match CATALOGUE[key].format:
        case "percent":
            return "whole_percent" if value.denominator < _WHOLE_PERCENTS_BELOW else "percent"
        case "score":
            return "score"
        case "ratio":
            return "ratio"
        case _:
            return "whole"


def left_out_text(value: MetricValue) -> str:
    """Reasons and counts as codes: `paused 4; ending 2`; empty where nobody was left out."""
    return "; ".join(f"{reason} {count}" for reason, count in value.left_out.items())


def _numbers(book: Book, sheet: "Worksheet", values: Mapping[str, MetricValue], start: int) -> Written:
    for place, heading in enumerate(HEADER):
        book.text(sheet, start, place, heading, "head" if place in (0, 1, 5) else "head_number")
    row = start
    for row, (key, value) in enumerate(values.items(), start + 1):
        book.text(sheet, row, 0, key)
        book.text(sheet, row, 1, CATALOGUE[key].label)
        book.cell(sheet, row, 2, value.value, value_kind(key, value))
        book.cell(sheet, row, 3, value.numerator, "whole")
        book.cell(sheet, row, 4, value.denominator, "whole")
        if value.left_out:
            book.text(sheet, row, 5, left_out_text(value), "indented")
    return Written(SHEET, start, row, row - start, 0)


def _intervals(book: Book, sheet: "Worksheet", values: Mapping[str, MetricValue], start: int) -> int:
    book.text(sheet, start, 0, "Intervals that hold the true value in 95 of 100 cases", "bold")
    rows = [{"key": key, "label": CATALOGUE[key].label, "low": value.low, "high": value.high}
            for key, value in values.items() if CATALOGUE[key].has_interval]
    columns = (Column("key", "key"), Column("label", "label"), Column("low", "low", "whole_percent"),
               Column("high", "high", "whole_percent"))
    return book.table(sheet, columns, rows, start=start + 1).last + 2


def _about(book: Book, sheet: "Worksheet", pack: "Pack", start: int) -> int:
    """Day, build, filters and source files, so that the numbers can be found again."""
    book.text(sheet, start, 0, "about this workbook", "head")
    book.text(sheet, start, 1, "", "head")
    facts: list[tuple[str, Kind, Any]] = [
        ("as of", "day", pack.as_of), ("data day", "day", pack.data_day), ("build", "text", pack.build_id),
        *((f"filter: {name}", "text", ", ".join("unknown" if value == "-" else value for value in chosen) or "all")
          for name, chosen in pack.filters.as_json().items()),
        ("made by", "text", f"careerdash {pack.version}")]
    row = start
    for row, (fact, kind, said) in enumerate(facts, start + 1):
        book.text(sheet, row, 0, fact)
        book.cell(sheet, row, 1, said, kind)
    columns = (Column("data_day", "data from", "day"), Column("file", "source file"), Column("rows", "rows", "whole"))
    return book.table(sheet, columns, pack.files, start=row + 2).last + 2


def _series_rows(name: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows as `metrics --json` has them; mentor actions with their name and share."""
    if name != "checklist_items":
        return [dict(row) for row in rows]
    found = []
    for row in rows:
        due = row["done"] + row["not_done"]
        found.append({"item": row["item"], "action": CHECKLIST_ITEMS[row["item"]],
                      "share": row["done"] / due if due else None,
                      **{key: value for key, value in row.items() if key != "item"}})
    return found


def _series_kind(key: str, rows: Sequence[Mapping[str, Any]]) -> Kind:
    kind = _KINDS.get(key, "whole")
    if kind == "percent" and max(row.get("denominator", 0) for row in rows) < _WHOLE_PERCENTS_BELOW:
        return "whole_percent"
    return kind


def _charts(book: Book, sheet: "Worksheet", pack: "Pack", places: Mapping[str, tuple[Written, list[str]]]) -> None:
    made: list[tuple[Any, findings.Finding]] = []
    weekly = pack.series["weekly_on_cadence"]
    if any(row["value"] is not None for row in weekly):
        line = book.book.add_chart({"type": "line"})
        _series(line, places["weekly_on_cadence"], "week", "value", {"color": LIGHT.measure, "width": 2.25})
        line.set_x_axis({"date_axis": True, "num_format": "mmm yyyy", "major_unit": 6, "major_unit_type": "months",
                         **_QUIET_LINE})
        line.set_y_axis({"min": 0, "max": 1, "num_format": "0%", "major_unit": 0.25, **_QUIET_GRID})
        line.set_legend({"none": True})
        made.append((line, findings.weekly(weekly)))
    if pack.series["burn_up"]:
        line = book.book.add_chart({"type": "line"})
        for key, look in (("plan_original", {"color": LIGHT.muted, "width": 1.5, "dash_type": "round_dot"}),
                          ("plan_current", {"color": LIGHT.measure, "width": 1.75, "dash_type": "dash"}),
                          ("done", {"color": LIGHT.done, "width": 2.5})):
            _series(line, places["burn_up"], "month", key, look, name=_LINES[key])
        line.set_x_axis({"date_axis": True, "num_format": "mmm yyyy", "major_unit": 6, "major_unit_type": "months",
                         **_QUIET_LINE})
        line.set_y_axis({"min": 0, "num_format": "#,##0", **_QUIET_GRID})
        line.set_legend({"position": "bottom"})
        made.append((line, findings.burn_up(pack.series["burn_up"], pack.as_of)))
    items = pack.series["checklist_items"]
    if any(row["done"] + row["not_done"] for row in items):
        bars = book.book.add_chart({"type": "bar"})
        bars.add_series(_reference(places["checklist_items"], "action", "share") | {
            "name": "done where due", "fill": {"color": LIGHT.measure}, "gap": 45,
            "data_labels": {"value": True, "num_format": "0%"}})
        bars.set_y_axis({"reverse": True, **_QUIET_LINE})
        bars.set_x_axis({"min": 0, "max": 1, "visible": False, "major_gridlines": {"visible": False}})
        bars.set_legend({"none": True})
        made.append((bars, findings.checklist(items)))
    for place, (chart, finding) in enumerate(made):
        chart.set_title({"name": f"{finding.title}\n{finding.subtitle}", "overlay": False,
                         "name_font": {"size": 11, "bold": True, "color": LIGHT.text}})
        chart.set_size(_CHART_SIZE)
        sheet.insert_chart(3 + place * _CHART_ROWS, _CHART_COLUMN, chart, {"description": finding.alt})


_LINES = {"plan_original": "first plan", "plan_current": "plan now", "done": "done"}
_QUIET_LINE: dict[str, Any] = {"line": {"color": LIGHT.grid}, "num_font": {"color": LIGHT.muted}}
_QUIET_GRID: dict[str, Any] = {"major_gridlines": {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}},
                               "line": {"none": True}, "num_font": {"color": LIGHT.muted}}


def _series(chart: "Chart", place: tuple[Written, list[str]], along: str, key: str, look: Mapping[str, Any], *,
            name: str = "") -> None:
    chart.add_series(_reference(place, along, key) | {"name": name or key, "line": dict(look)})


def _reference(place: tuple[Written, list[str]], along: str, key: str) -> dict[str, Any]:
    """Where a chart finds its points: a column of a table on this sheet against another one."""
    written, keys = place
    first, last = written.header + 1, written.last
    return {what: [SHEET, first, keys.index(column), last, keys.index(column)]
            for what, column in (("categories", along), ("values", key))}
