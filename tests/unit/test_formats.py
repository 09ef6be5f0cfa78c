"""Numbers, dates and shares as people read them."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdash import formats


@pytest.mark.parametrize(
    ("value", "base", "shown"),
    [
        (None, 10, "–"), (0.0, 10, "0%"), (1.0, 10, "100%"), (0.125, 8, "13%"), (0.7094, 117, "71%"),
        (0.999, 999, ">99%"), (0.0004, 999, "<1%"), (0.70949, 1000, "70.9%"), (0.9999, 5000, ">99.9%"),
        (0.0001, 5000, "<0.1%"),
    ],
)  # fmt: skip
def test_percent(value: float | None, base: int, shown: str) -> None:
    assert formats.percent(value, base) == shown


@pytest.mark.parametrize(
    ("difference", "shown"),
    [(None, "–"), (0.004, "0 pts"), (-0.004, "0 pts"), (0.01, "+1 pt"), (-0.031, "-3 pts"), (0.125, "+13 pts")],
)
def test_points(difference: float | None, shown: str) -> None:
    assert formats.points(difference) == shown


def test_undefined_is_a_dash_everywhere() -> None:
    assert {formats.number(None), formats.percent(None), formats.points(None), formats.signed(None),
            formats.day(None), formats.month(None), formats.short_day(None)} == {"–"}  # fmt: skip


def test_halves_are_rounded_up_not_to_even() -> None:
    assert (formats.number(2.5), formats.number(0.5), formats.percent(0.005, 10)) == ("3", "1", "1%")


def test_days_and_months() -> None:
    assert formats.day(date(2026, 2, 3)) == "3 Feb 2026"
    assert formats.short_day(date(2026, 2, 3), date(2026, 11, 1)) == "3 Feb"
    assert formats.short_day(date(2025, 2, 3), date(2026, 11, 1)) == "3 Feb 2025"
    assert formats.month("2026-12") == formats.month(date(2026, 12, 31)) == "Dec 2026"


def test_sentences() -> None:
    assert formats.listed([]) == ""
    assert formats.listed(["a", "b"]) == "a and b"
    assert formats.count(1, "person", "people") == "1 person"
    assert formats.count(0, "person", "people") == "0 people"
    assert (formats.in_words(10), formats.in_words(11)) == ("ten", "11")


def test_plain_text_escapes_every_mark_of_markdown() -> None:
    assert formats.plain("[x](http://e.example) :red[a] $b$ <i>") == (
        "\\[x\\]\\(http\u2060" r"\://e\.example\) \:red\[a\] \$b\$ \<i\>")  # fmt: skip
    assert formats.plain("one\n# two") == r"one \# two"


@settings(max_examples=60)
@given(st.text(max_size=12))
def test_guarded_text_reads_back_and_never_starts_a_formula(text: str) -> None:
    cell = formats.guarded(text)
    assert isinstance(cell, str)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert formats.unguarded(cell) == text


def test_guard_leaves_numbers_alone_through_a_csv() -> None:
    out = io.StringIO()
    csv.writer(out).writerow([formats.guarded(value) for value in (-3, "-3", "=HYPERLINK(1)", "it's")])
    assert out.getvalue().strip() == "-3,'-3,'=HYPERLINK(1),it's"
