"""What a page says when it has nothing to show, and the notices above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .. import formats

FILTER_NAMES: dict[str, str] = {"program": "Program", "cohort": "Cohort", "department": "Department"}


@dataclass(frozen=True)
class Empty:
    """An empty state: what is missing, and what to do about it."""

    title: str
    advice: str


NEEDS: dict[str, tuple[str, str]] = {
    "pair": ("pairs", "a pairs export (mentor, mentee, start date)"),
    "check_in": ("check-ins", "a check-in log (pair, date)"),
    "milestone": ("milestones", "a roadmap (pair, milestone, due date, day done)"),
    "checklist": ("checklist rows", "a checklist sheet (one row a pair, seven columns)"),
    "goal": ("goals", "a goals sheet (pair, goal, framework)"),
    "vision": ("vision statements", "a list of plans on file (pair, statement date, review date)"),
    "resource": ("supporters", "a list of supporters and resources (pair, name, kind)"),
    "feedback": ("answers", "a survey export (pair or person, satisfaction)"),
    "recognition": ("recognitions", "a list of recognitions (pair, date, kind)"),
    "person": ("people", "a staff roster (person, department, hire date, last day)"),
    "job_change": ("job changes", "a list of promotions and moves (person, date, kind)"),
    "program": ("programs", "a list of programs (program, participation, assignment)"),
}
"""What each table holds, and which file would fill it."""


def no_such_data(table: str) -> Empty:
    """No file has brought rows of this table."""
    what, file = NEEDS[table]
    return Empty(f"No {what} in the data yet", f"Import {file} to fill this page.")


def not_in_the_data(programs: Sequence[str]) -> Empty:
    """The viewer's programs have no pairs in the data."""
    return Empty("No pairs of your programs in the data yet",
                 f"You see {formats.listed(programs)}. Ask who imports the files whether the name is the same there.")


def nothing_left(filters: str) -> Empty:
    """The filters leave nothing."""
    return Empty("Nothing matches these filters", f"In force: {filters}.")


NO_PAIR_ASKED = Empty("No pair chosen", "Open one from the list of pairs.")
NO_SUCH_PAIR = Empty("This pair is not in the data", "Its id may be mistyped, its import undone, or it is not yours to "
                     "see. Look for it in the list of pairs.")
NO_DATA = Empty("There is no data yet", "Import your own files, or make the demo data: python -m careerdash demo")
DEMO = "This is invented demo data. Your own first import takes its place."
NEW_DATA = "The data has changed. This page shows the new data."
FAILED = "This page could not be drawn. The data is safe; the cause stands in the server's log."


def filters(chosen: Mapping[str, Sequence[str]], as_of: date) -> str:
    """The filters in force as one sentence: `Cohort 2026 · Sheffield · as of 14 Nov 2026`."""
    parts = [part for part in (chosen_words(name, values) for name, values in chosen.items()) if part]
    return " · ".join([*(parts or ["All pairs"]), f"as of {formats.day(as_of)}"])


def chosen_words(name: str, values: Sequence[str]) -> str:
    """The values of one filter: `Cohort 2026`, `Sales or Finance`, `3 departments`; empty where all count."""
    shown = [f"no {name}" if value == "-" else value for value in values]
    if not shown:
        return ""
    if len(shown) > 2:
        return f"{len(shown)} {name}s"
    words = " or ".join(shown)
    return words if name == "department" or words.lower().startswith((name, "no ")) else f"{FILTER_NAMES[name]} {words}"


def button(chosen: Mapping[str, Sequence[str]]) -> str:
    """The label of the filter button: short enough for the title's row."""
    parts = [part for part in (chosen_words(name, values) for name, values in chosen.items()) if part]
    if not parts:
        return "All pairs"
    words = " · ".join(parts)
    return words if len(words) <= 34 else formats.count(sum(len(values) for values in chosen.values()), "filter")


def unknown_filters(unknown: Mapping[str, Sequence[str]]) -> str:
    """Values in the address that the data does not know, as one sentence; empty where there are none."""
    quoted = {name: formats.listed([f"“{value}”" for value in values]) for name, values in unknown.items()}
    parts = [f"{name} {values}" for name, values in quoted.items() if values]
    return f"Not in the data and left out: {'; '.join(parts)}." if parts else ""


def after_data_day(as_of: date, data_day: date) -> str:
    """The warning for a day after the data day."""
    return (f"{formats.day(as_of)} is after the data, which is from {formats.day(data_day)}: "
            "silence may only mean that nothing was imported.")
