"""The words of the board's one page: sentences and numbers from a report's figures, as printed, never finer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import formats
from . import labels
from . import outcomes as people

Figure = Mapping[str, Any]

TITLE = "Mentoring programs"
NO_REPORT = "Nothing is published yet"
NO_REPORT_MORE = ("Leadership reads published reports. A coordinator publishes one for each quarter, a month after the "
                  "quarter has ended.")
PREVIEW = "Not published: this is how the page would look. Publish it on the page \"Do people stay?\"."
NO_PERIOD = "No quarter can be reported yet"
NO_PERIOD_MORE = "A quarter can be reported once it is over for a month and the data reach to its end."
FEW = "fewer than 10"
EMPTY = "Empty: over 95% or under 5%, told no finer."
ALONE = "A report of so few people holds this sentence alone, so that nobody can be worked out from other numbers."


@dataclass(frozen=True)
class Number:
    """One number of the page: what it is, as printed, and what stands beneath it."""

    key: str
    label: str
    words: str
    beneath: str = ""


def period(name: str, as_of: date) -> str:
    """The quarter as on the page.

    >>> period("2026-Q3", date(2026, 9, 30))
    'Third quarter of 2026, as of 30 Sep 2026'
    """
    year, quarter = name.split("-")
    word = {"Q1": "First", "Q2": "Second", "Q3": "Third", "Q4": "Fourth"}[quarter]
    return f"{word} quarter of {year}, as of {formats.day(as_of)}"


def pairs(figures: Mapping[str, Figure], as_of: date) -> list[Number]:
    """Pairs started and closed this year to the day, and in the same months of last year."""
    numbers = []
    span = f"Jan to {formats.day(as_of).split(' ')[1]}"
    for what in ("started", "closed"):
        now, before = (figures.get(f"pairs/{what}_{year}") for year in ("this_year", "last_year"))
        numbers.append(Number(f"pairs_{what}", f"Pairs {what}", _count(now),
                              f"{span} {as_of.year} · {_count(before)} in {as_of.year - 1}"))
    return numbers


def _count(found: Figure | None) -> str:
    if found is None:
        return formats.DASH
    return FEW if found["pairs"] is None else formats.number(found["pairs"])


def staff(found: Figure | None) -> Number:
    """Mentees as share of staff."""
    share = None if found is None else found["mentees_of_staff"]
    return Number("mentees_of_staff", "Mentees among staff", formats.DASH if share is None else share["words"],
                  "share of everybody employed who is in an active pair as a mentee")


def health(found: Figure | None) -> list[Number]:
    """The program in five numbers."""
    shares = {} if found is None else found["shares"]
    active = formats.DASH if found is None else formats.number(found["active_pairs"])
    numbers = [Number("active_pairs", labels.TILES["active_pairs"], active, "on that day")]
    for key, name in labels.TILES.items():
        if key != "active_pairs":
            share = shares.get(key)
            numbers.append(Number(key, name, formats.DASH if share is None else share["words"], _BENEATH[key]))
    return numbers


_BENEATH = {
    "on_cadence_share": "of active pairs", "milestone_on_time": "of milestones that were due",
    "checklist_due_coverage": "of the seven actions due by then", "satisfaction_mentee": "of mentees who answered"}


def satisfaction(found: Figure | None) -> str:
    """Satisfaction with its response rate, in a sentence."""
    finding = people.satisfaction(found)
    return f"{finding.title}." if found is None else f"{finding.title}; {found['response']['words']} answered."
