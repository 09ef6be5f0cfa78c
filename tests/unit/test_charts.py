"""Figures: what is drawn, from zero, labelled at its place, with nothing of a file read as markup."""

import itertools
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdash import charts
from careerdash.charts.base import safe, short, spread
from careerdash.charts.lines import month_end

BURN_UP = [
    {"month": "2026-01", "plan_original": 2, "plan_current": 1, "done": 1},
    {"month": "2026-02", "plan_original": 4, "plan_current": 3, "done": 2},
    {"month": "2026-03", "plan_original": 6, "plan_current": 6, "done": None},
]
EVIL = '<b onclick="x">R&D</b>'


def words(figure: Any) -> str:
    return str(figure.to_dict())


@pytest.mark.parametrize("palette", [charts.LIGHT, charts.DARK], ids=["light", "dark"])
def test_burn_up_has_three_named_lines_from_zero(palette: charts.Palette) -> None:
    figure = charts.burn_up(BURN_UP, date(2026, 2, 10), palette)
    assert [line.name for line in figure.data] == ["first plan", "plan now", "done"]
    assert [note.text for note in figure.layout.annotations] == ["first plan", "plan now", "done"]
    assert figure.layout.yaxis.range[0] == 0
    assert list(figure.data[2].y) == [1, 2]
    assert list(figure.data[2].x) == [date(2026, 1, 31), date(2026, 2, 10)], "done ends at the as-of day"
    assert figure.data[2].line.color == palette.done


def test_shares_over_time_keep_a_full_axis_and_gaps() -> None:
    rows = [
        {"week": "2026-01-04", "value": 0.5, "numerator": 1, "denominator": 2},
        {"week": "2026-01-11", "value": None, "numerator": 0, "denominator": 0},
    ]
    figure = charts.share_over_time(rows, charts.LIGHT)
    assert figure.layout.yaxis.range[0] == 0
    assert figure.layout.yaxis.range[1] >= 1
    assert list(figure.data[0].y) == [0.5, None]
    assert figure.layout.annotations[0].text == "50%"


def test_share_bars_say_their_numbers_and_undefined_is_a_dash() -> None:
    figure = charts.share_bars(
        [charts.Share("a", 0.314, 31, 99), charts.Share("b", None, 0, 0), charts.Share("c", 0.02, 1, 50)], charts.LIGHT)
    assert [note.text for note in figure.layout.annotations] == ["31%", "–", "2%"]
    assert list(figure.data[0].x) == [0.314, 0, 0.02]
    assert list(figure.layout.xaxis.range) == [0, 1]
    assert figure.data[0].hovertext[1] == "b: no data"


def test_text_from_files_is_never_markup() -> None:
    figures = [
        charts.share_bars([charts.Share(EVIL, 0.5, 1, 2, noun=EVIL, remark=EVIL)], charts.LIGHT),
        charts.count_bars([charts.Amount(EVIL, 3)], charts.LIGHT),
        charts.stacked_bars([EVIL], [charts.Part(EVIL, [2], "#000000", "#FFFFFF")], charts.LIGHT),
        charts.heat_map([EVIL], ["2026-01"], [[0.5]], [[EVIL]], charts.LIGHT),
        charts.month_columns(["2026-01"], [1], EVIL, charts.LIGHT, lighter=[2], lighter_noun=EVIL),
    ]
    for figure in figures:
        assert "<b onclick" not in words(figure)
        assert "&lt;b onclick" in words(figure)


@pytest.mark.parametrize("rows", [[], [1.0]])
def test_figures_of_nothing_are_drawn(rows: list[float]) -> None:
    assert charts.count_bars([charts.Amount("a", value) for value in rows], charts.LIGHT).layout.height > 0
    assert charts.share_bars([], charts.LIGHT).layout.height > 0


def test_labels_are_cut_but_stay_safe() -> None:
    assert short("x" * 40) == "x" * 27 + "…"
    assert safe("a\n\tb  c") == "a b c"


@settings(max_examples=60)
@given(st.lists(st.floats(0, 100), max_size=8), st.floats(0.5, 10))
def test_spread_labels_never_overlap_and_keep_their_order(values: list[float], gap: float) -> None:
    moved = spread(values, gap)
    assert len(moved) == len(values)
    order = sorted(range(len(values)), key=lambda place: (values[place], place))
    for lower, higher in itertools.pairwise(order):
        assert moved[higher] - moved[lower] >= gap - 1e-6


def test_spread_moves_nothing_that_has_room() -> None:
    assert spread([0.0, 50.0, 100.0], 10) == [0.0, 50.0, 100.0]


@pytest.mark.parametrize(("month", "day"), [("2026-01", 31), ("2026-12", 31), ("2028-02", 29), ("2026-02", 28)])
def test_month_ends(month: str, day: int) -> None:
    assert month_end(month).day == day
    assert month_end(month).isoformat().startswith(month)


def _brightness(color: str) -> float:
    parts = [int(color[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_brightness(one), _brightness(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [charts.LIGHT, charts.DARK], ids=["light", "dark"])
def test_words_are_readable_on_what_they_stand_on(palette: charts.Palette) -> None:
    for ink, ground in ((palette.text, palette.back), (palette.muted, palette.back), (palette.text, palette.track),
                        (palette.on_measure, palette.measure), (palette.on_trouble, palette.trouble)):  # fmt: skip
        assert _contrast(ink, ground) >= 4.5, (ink, ground)
    for mark in (palette.measure, palette.trouble):
        assert _contrast(mark, palette.back) >= 3, mark


def test_a_figure_is_drawn_once_for_the_same_data_and_colours() -> None:
    first = charts.hundred(80, charts.LIGHT.measure, charts.LIGHT)
    assert charts.hundred(80, charts.LIGHT.measure, charts.LIGHT) is first
    for other in (charts.hundred(81, charts.LIGHT.measure, charts.LIGHT),
                  charts.hundred(80, charts.DARK.measure, charts.DARK),
                  charts.hundred(80, charts.LIGHT.measure, charts.LIGHT, at_least=True, height=90)):
        assert other != first
    rows = [{"month": 0, "mentored": 100, "mentored_low": 100, "mentored_high": 100, "colleagues": 100,
             "colleagues_low": 100, "colleagues_high": 100}]
    before = charts.still_here(rows, ("a", "b"), charts.LIGHT)
    rows[0]["mentored"] = 90
    assert charts.still_here(rows, ("a", "b"), charts.LIGHT) != before
