"""The board's one page: what it holds, and the same as a slide and as a workbook.

Everything is made of a report's figures as they are printed: no file holds a number finer than the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from ..words import outcomes as people
from ..words import summary as words
from ..words.summary import Number
from .shown import Shown
from .workbook import Book, Column, writing


@dataclass(frozen=True)
class Summary:
    """The page: its period, the verdict with its caveat, the numbers in groups, the curves as printed."""

    period: str
    verdict: str
    sentence: str
    caveat: str
    satisfaction: str
    pairs: tuple[Number, ...]
    health: tuple[Number, ...]
    curve: tuple[dict[str, Any], ...]
    curve_title: str
    left_out: str


def summary(shown: Shown, period: str) -> Summary:
    """The page of a report of all programs; `period` as in `2026-Q3`."""
    figures, comparison = shown.figures, shown.comparison
    curve = tuple(dict(row) for row in comparison.get("curve", ()))
    # With too few people a report is its sentence alone; what is left out for another reason stands as a dash.
    told = any(key in ("health", "staff") or key.startswith("pairs/") for key in figures)
    return Summary(
        words.period(period, shown.as_of), comparison["verdict"], comparison["sentence"],
        people.caveat(shown.scope), words.satisfaction(figures.get("satisfaction")) if told else "",
        (*words.pairs(figures, shown.as_of), words.staff(figures.get("staff"))) if told else (),
        tuple(words.health(figures.get("health"))) if told else (), curve,
        people.curve(comparison).title if len(curve) > 1 else "",
        words.ALONE if not told else people.left_out_cells(shown.left_out) if shown.left_out else "")


def write_xlsx(page: Summary, target: IO[bytes]) -> None:
    """The page as a workbook: numbers and sentences as printed, the curves as a table with a native chart."""
    with writing(target, words.TITLE) as book:
        sheet = book.sheet("Summary")
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 22)
        sheet.set_column(2, 2, 70)
        book.text(sheet, 0, 0, words.TITLE, "title")
        book.text(sheet, 1, 0, page.period, "quiet")
        for row, line in enumerate((page.sentence, page.caveat, page.satisfaction, page.left_out), start=2):
            book.text(sheet, row, 0, line, "bold" if row == 2 else "text")
        if page.health:
            columns = [Column("label", "Number"), Column("words", "Value"), Column("beneath", "What it counts")]
            book.table(sheet, columns, [vars(number) for number in (*page.pairs, *page.health)], start=6)
        if len(page.curve) > 1:
            _curve_sheet(book, page)


_COLORS = ((0x12, 0x43, 0x6D), (0x5B, 0x66, 0x72))
"""Of mentees and colleagues, as on the page."""

_GRID = (0xD0, 0xD4, 0xD9)


def _skip(page: Summary) -> int:
    """Every how many of the months in the chart one is named: half a year, unless there are no others."""
    return 6 if len(page.curve) > 6 else 1


def _curve_sheet(book: Book, page: Summary) -> None:
    sheet = book.sheet("Still here")
    found = book.table(sheet, [Column("month", "Month", "whole"), Column("mentored", "Mentees, %", "whole"),
                               Column("colleagues", "Similar colleagues, %", "whole")], page.curve)
    book.widths(sheet, [Column("month", "Month", "whole"), Column("m", "Mentees, %", "whole"),
                        Column("c", "Similar colleagues, %", "whole", 22)])
    chart = book.book.add_chart({"type": "line"})
    book.text(sheet, 0, 5, words.EMPTY, "quiet")
    for column, name in ((1, people.MENTEES), (2, people.COLLEAGUES)):
        line = {"color": "#{:02X}{:02X}{:02X}".format(*_COLORS[column - 1]), "width": 2.25}
        chart.add_series({"name": name.capitalize(), "categories": ["Still here", 1, 0, found.last, 0],
                          "values": ["Still here", 1, column, found.last, column],
                          "line": line if column == 1 else line | {"dash_type": "dash"}})
    chart.set_title({"name": page.curve_title, "name_font": {"size": 11}})
    chart.set_y_axis({"min": 0, "max": 100, "major_unit": 25, "name": "Still here, %",
                      "major_gridlines": {"visible": True, "line": {"color": "#{:02X}{:02X}{:02X}".format(*_GRID)}}})
    chart.set_x_axis({"name": "Months after the match", "interval_unit": _skip(page), "interval_tick": _skip(page)})
    chart.show_blanks_as("span")
    sheet.insert_chart(1, 5, chart, {"x_scale": 1.4, "y_scale": 1.2})


def write_pptx(page: Summary, target: IO[bytes]) -> None:
    """The page as one slide, 16:9: text boxes, a table and a native chart, all of which can be edited."""
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = f"{words.TITLE}: do people stay?"
    _place(slide.shapes.title, 0.5, 0.25, 12.3, 0.7, 26)
    _text(slide, page.period, 0.5, 0.9, 12.3, 0.4, 13)
    _text(slide, page.sentence, 0.5, 1.3, 12.3, 0.9, 20, bold=True)
    _text(slide, page.caveat, 0.5, 2.2, 12.3, 0.7, 12)
    if page.health:
        _numbers(slide, (*page.pairs, *page.health), 0.5, 3.0, 6.0 if len(page.curve) > 1 else 12.3)
    if len(page.curve) > 1:
        _chart(slide, page, *((6.8, 2.95, 6.1, 3.9) if page.health else (0.5, 2.95, 12.3, 3.9)))
    if page.satisfaction:
        _text(slide, page.satisfaction, 0.5, 6.9, 12.3, 0.4, 12)
    if page.left_out:
        _text(slide, page.left_out, 0.5, 7.15, 12.3, 0.3, 9)
    deck.core_properties.author = deck.core_properties.last_modified_by = "careerdash"
    deck.core_properties.title = f"{words.TITLE}, {page.period}"
    deck.save(target)


def _place(shape: Any, left: float, top: float, width: float, height: float, size: int) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Inches, Pt

    shape.left, shape.top, shape.width, shape.height = (Inches(inches) for inches in (left, top, width, height))
    frame = shape.text_frame
    frame.word_wrap = True
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.size = Pt(size)


def _text(slide: Any, text: str, left: float, top: float, width: float, height: float, size: int, *,
          bold: bool = False) -> None:
    from pptx.util import Inches

    box = slide.shapes.add_textbox(*(Inches(inches) for inches in (left, top, width, height)))
    box.text_frame.text = text
    _place(box, left, top, width, height, size)
    box.text_frame.paragraphs[0].runs[0].font.bold = bold


def _numbers(slide: Any, numbers: tuple[Number, ...], left: float, top: float, width: float) -> None:
    from pptx.util import Inches, Pt

    frame = slide.shapes.add_table(len(numbers), 2, Inches(left), Inches(top), Inches(width), Inches(3.7))
    table = frame.table
    table.first_row = False
    for column, share in ((0, 0.62), (1, 0.38)):
        table.columns[column].width = Inches(width * share)
    for row, number in enumerate(numbers):
        for column, text in ((0, number.label), (1, number.words)):
            cell = table.cell(row, column)
            cell.text = text
            cell.text_frame.paragraphs[0].runs[0].font.size = Pt(13)
        if number.beneath:
            run = table.cell(row, 0).text_frame.add_paragraph().add_run()
            run.text = number.beneath
            run.font.size = Pt(9)


def _chart(slide: Any, page: Summary, left: float, top: float, width: float, height: float) -> None:
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
    from pptx.enum.dml import MSO_LINE
    from pptx.oxml.ns import qn
    from pptx.util import Inches, Pt

    data: Any = CategoryChartData(number_format="0")  # type: ignore[no-untyped-call]
    data.categories = [row["month"] for row in page.curve]
    for key, name in (("mentored", people.MENTEES), ("colleagues", people.COLLEAGUES)):
        data.add_series(f"{name.capitalize()}, % still here", [row[key] for row in page.curve])
    chart = slide.shapes.add_chart(
        XL_CHART_TYPE.LINE, *(Inches(inches) for inches in (left, top, width, height)), data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = page.curve_title
    chart.chart_title.text_frame.paragraphs[0].runs[0].font.size = Pt(13)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.legend.font.size = Pt(11)
    for series, color, dash in zip(chart.plots[0].series, _COLORS, (None, MSO_LINE.DASH), strict=True):
        series.smooth = False
        series.format.line.color.rgb = RGBColor(*color)  # type: ignore[no-untyped-call]
        series.format.line.width = Pt(2.5)
        series.format.line.dash_style = dash
    chart._chartSpace.chart.find(qn("c:dispBlanksAs")).set("val", "span")  # a share that may not be told is no gap
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale, chart.value_axis.major_unit = 0, 100, 25
    chart.value_axis.major_gridlines.format.line.color.rgb = RGBColor(*_GRID)  # type: ignore[no-untyped-call]
    for tag in ("c:tickLblSkip", "c:tickMarkSkip"):  # in this order, and before the last of the axis's own
        skip = chart.category_axis._element.makeelement(qn(tag), {"val": str(_skip(page))})
        chart.category_axis._element.find(qn("c:noMultiLvlLbl")).addprevious(skip)
    for axis in (chart.value_axis, chart.category_axis):
        axis.tick_labels.font.size = Pt(11)


def as_bytes(write: Callable[[Summary, IO[bytes]], None], page: Summary) -> bytes:
    """The file as bytes, for a download."""
    buffer = BytesIO()
    write(page, buffer)
    return buffer.getvalue()
