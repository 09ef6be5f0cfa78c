"""The board's slide and workbook, and the charts of a published report, hold what is printed and nothing finer."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from pptx import Presentation

from careerdash import charts
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.outcomes.periods import Quarter
from careerdash.outcomes.voice import Coarsely, Exactly
from careerdash.reports import publication
from careerdash.reports import summary as board
from careerdash.reports.shown import Shown, of_live, of_report
from careerdash.words import outcomes as words
from tests.support.firms import LAST, firm
from tests.support.tables import store_of

BANNED = re.compile(r"because of|thanks to|\bimpact|\beffect|\bdrives?\b|\bboosts?\b|\bROI\b|statistically significant",
                    re.IGNORECASE)
TABLES = firm(Random(11), people=500, mentees=220)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    ledger = Ledger(DataFolder(tmp_path_factory.mktemp("books")))
    with store_of(TABLES, LAST) as store:
        yield dict(publication.draft(store, ledger, Quarter(2026, 2), "all", date(2026, 9, 1)).document)
    ledger.close()


@pytest.fixture(scope="module")
def shown(report: dict[str, Any]) -> Shown:
    return of_report(report)


def test_the_slide_is_native_and_its_embedded_workbook_holds_the_printed_percents(shown: Shown) -> None:
    page = board.summary(shown, "2026-Q2")
    deck = Presentation(io.BytesIO(board.as_bytes(board.write_pptx, page)))
    slide = deck.slides[0]
    texts = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert page.sentence in texts
    assert page.caveat in texts
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert [row.cells[1].text for row in table.rows] == [number.words for number in (*page.pairs, *page.health)]
    chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [row[1:] for row in book.active.iter_rows(min_row=2, values_only=True)]
    printed = [(row["mentored"], row["colleagues"]) for row in page.curve]
    assert cells == printed
    assert [tuple(series.values) for series in chart.plots[0].series] == list(zip(*printed, strict=True))
    assert len(printed) == 25
    for value in (value for row in printed[1:] for value in row):
        assert value is None or (5 <= value <= 95 and value == int(value))


def test_no_file_names_a_person_or_a_finer_number(shown: Shown) -> None:
    page = board.summary(shown, "2026-Q2")
    for write in (board.write_pptx, board.write_xlsx):
        text = b" ".join(parts_of(board.as_bytes(write, page)))
        assert b"Pairs started" in text
        assert not any(row["person_id"].encode() in text for row in TABLES["person"])


def parts_of(data: bytes) -> Iterator[bytes]:
    """What lies in a file, and in the workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            yield part
            if name.endswith(".xlsx"):
                yield from parts_of(part)


def test_the_workbook_reads_back_as_printed(shown: Shown) -> None:
    page = board.summary(shown, "2026-Q2")
    book = openpyxl.load_workbook(io.BytesIO(board.as_bytes(board.write_xlsx, page)))
    rows = list(book["Summary"].iter_rows(values_only=True))
    assert [row[:2] for row in rows[7:15]] == [(number.label, number.words) for number in (*page.pairs, *page.health)]
    curve = list(book["Still here"].iter_rows(min_row=2, max_col=3, values_only=True))
    assert curve == [(row["month"], row["mentored"], row["colleagues"]) for row in page.curve]


def test_charts_of_a_published_report_hold_the_printed_numbers(shown: Shown) -> None:
    figure = charts.still_here(shown.comparison["curve"], ("mentees", "colleagues"), charts.LIGHT)
    drawn = {value for trace in figure.data for value in trace.y if value is not None}
    printed = {value for row in shown.comparison["curve"] for key, value in row.items() if key != "month"}
    assert drawn <= printed | {100}
    assert all(value == int(value) for value in drawn)


def test_a_share_above_95_is_not_drawn_and_its_difference_goes_in_steps_of_5() -> None:
    voice = Coarsely()
    shares = [voice.share(0.98, 400), voice.share(0.93, 400)]
    gap = {"difference": 0.05, "low": 0.012, "high": 0.088}
    points = voice.points(gap, 400, shares)
    assert shares[0] is not None
    assert (shares[0].percent, shares[0].words) == (None, "over 95%")
    assert points is not None
    assert (points.difference, points.low, points.high, points.step) == (5, 0, 10, 5)
    assert "between under 5 more and 10 more" in voice.sentence("difference", gap, points)


def test_the_page_of_whole_numbers_and_the_live_one_say_the_same_sentence() -> None:
    """From 100 people on nothing of the sentence is coarse."""
    with store_of(TABLES, LAST) as store:
        study, live = publication.live(store, "all", LAST, Exactly())
        _, coarse = publication.live(store, "all", LAST, Coarsely())
    assert of_live(study, live, "all").comparison["sentence"] == study.document["sentence"]
    assert coarse[0].figure["sentence"] == study.document["sentence"]


def test_no_word_claims_a_cause(shown: Shown, report: dict[str, Any]) -> None:
    page = board.summary(shown, "2026-Q2")
    figure, year = shown.comparison, words.year(shown.comparison)
    assert year is not None
    said = [
        page.sentence, page.caveat, page.satisfaction, words.METHODS, words.SIMILAR, words.WHY_MORE, words.HOW,
        words.naive(shown.figures.get("naive"), figure), words.when(figure["when"]), words.curve(figure).alt,
        words.icons(figure).alt, words.promotion(figure["promotion"]).alt, words.reasons(figure["reasons"]).alt,
        words.satisfaction(shown.figures.get("satisfaction")).alt, words.cost(year["points"], 220, 10_000),
        words.caveat("lottery"), words.e_value(1.4), words.e_value(None), str(report),
        *(words.part(part) for key, part in shown.figures.items() if key.startswith("part/")),
        *(number.label + number.beneath for number in (*page.pairs, *page.health))]
    with store_of(TABLES, LAST) as store:
        study, _ = publication.live(store, "all", LAST, Exactly())
    said += words.witnesses(study.document)
    assert [text for text in said if BANNED.search(text)] == []


def test_sentences_by_hand() -> None:
    end = {"months": 12, "mentored": {"percent": 90, "words": "90%"}, "colleagues": {"percent": 85, "words": "85%"},
           "points": {"difference": 5, "low": 1, "high": 9, "step": 1}}
    figure = {"after": [end], "curve": [], "people": {"mentees": 220, "colleagues": 640}}
    assert words.icons(figure).title == (
        "Still here after 12 months: 90 of 100 mentees, 85 of 100 similar colleagues")
    assert words.points(end["points"]) == "5 more of 100 (between 1 more and 9 more)"
    assert words.cost(end["points"], 224, 10_000) == (
        "If the whole difference came from the program: between 22,000 and 198,000, for about 220 mentees at 10,000 "
        "a leaver.")
    assert words.when({"mentees_needed": 1000, "mentees_now": 760, "date": "2028"}) == (
        "To see a difference of 5 in 100 it takes about 1,000 mentees; there are 760. At the present pace that is in "
        "2028.")
    assert words.when(None).startswith("Too few")


def test_the_charts_take_what_is_not_told() -> None:
    rows = [{"month": month, "mentored": None if 0 < month < 6 else 90, "mentored_low": 80, "mentored_high": None,
             "colleagues": 85, "colleagues_low": None, "colleagues_high": 90} for month in (0, 3, 6, 12)]
    figure = charts.still_here(rows, ("mentees", "colleagues"), charts.DARK)
    assert list(figure.data[2].x) == [0, 6, 12]
    dots = charts.hundred(None, "#000000", charts.LIGHT, at_least=True)
    assert [len(trace.x) for trace in dots.data] == [95, 5, 0]
    assert [len(trace.x) for trace in charts.hundred(80, "#000000", charts.LIGHT).data] == [80, 0, 20]


def test_too_few_makes_a_page_of_one_sentence(tmp_path: Path) -> None:
    shown = of_report({"scope": "all", "as_of": "2026-06-30", "data_from": None, "seed": 1, "left_out": [], "cells": [
        {"key": "comparison", "table": None, "as_of": "2026-06-30",
         "figure": {"verdict": "too_few", "sentence": "Too few."}}]})
    page = board.summary(shown, "2026-Q2")
    assert (page.pairs, page.health, page.curve) == ((), (), ())
    assert page.left_out.startswith("A report of so few people holds this sentence alone")
    slide = Presentation(io.BytesIO(board.as_bytes(board.write_pptx, page))).slides[0]
    assert not any(shape.has_table or shape.has_chart for shape in slide.shapes)
    openpyxl.load_workbook(io.BytesIO(board.as_bytes(board.write_xlsx, page)))


def test_what_is_left_out_is_a_dash_and_named(report: dict[str, Any]) -> None:
    cells = [cell for cell in report["cells"] if cell["key"] not in ("health", "staff", "pairs/closed_this_year")]
    cells.append({"key": "pairs/closed_this_year", "table": None, "as_of": "2026-06-30", "figure": {"pairs": 40}})
    page = board.summary(of_report({**report, "cells": cells, "left_out": ["health", "staff"]}), "2026-Q2")
    numbers = {number.label: number.words for number in (*page.pairs, *page.health)}
    assert numbers["Mentees among staff"] == "–"
    assert numbers["Pairs closed"] == "40"
    told = ("Left out, so that nobody can be worked out by subtraction: the program in numbers and mentees as share of "
            "staff.")
    assert page.left_out == told
    slide = Presentation(io.BytesIO(board.as_bytes(board.write_pptx, page))).slides[0]
    assert told in " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    book = openpyxl.load_workbook(io.BytesIO(board.as_bytes(board.write_xlsx, page)))
    assert told in [row[0] for row in book["Summary"].iter_rows(values_only=True)]
