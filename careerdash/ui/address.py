"""The filters live in the address: read from it on every run, written to it by the widgets' callbacks.

Widgets are set from the address before they are drawn, so Back, a reload and a sent link all show what
the address says. (Streamlit's own binding loses a date after Back, so it is not used.)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

DIMENSIONS = ("program", "cohort", "department")
DAY = "as_of"
PAIR = "pair"
"""Names a pair by its id: the only thing about a person that may stand in an address."""

EARLIEST, LATEST = date(1970, 1, 1), date(2100, 1, 1)


@dataclass(frozen=True)
class Address:
    """What the address asks for: known values by dimension, unknown ones, the day (None = the data day)."""

    chosen: Mapping[str, tuple[str, ...]]
    unknown: Mapping[str, tuple[str, ...]]
    as_of: date | None
    bad_day: str | None


def read(options: Mapping[str, Sequence[str]]) -> Address:
    """The address of this run, checked against the values that the data knows."""
    asked = {name: tuple(dict.fromkeys(st.query_params.get_all(name))) for name in DIMENSIONS}
    raw = st.query_params.get(DAY)
    day = _day(raw) if raw else None
    return Address(
        {name: tuple(value for value in asked[name] if value in options.get(name, ())) for name in DIMENSIONS},
        {name: tuple(value for value in asked[name] if value not in options.get(name, ())) for name in DIMENSIONS},
        day, raw if raw and day is None else None)


def of_day() -> Address:
    """The address of this run for a page on which of all filters only the day counts."""
    raw = st.query_params.get(DAY)
    day = _day(raw) if raw else None
    return Address(dict.fromkeys(DIMENSIONS, ()), {}, day, raw if raw and day is None else None)


def _day(raw: str) -> date | None:
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def current() -> dict[str, list[str]]:
    """The filters and the day as they stand in the address, for links to other pages."""
    return {name: st.query_params.get_all(name) for name in (*DIMENSIONS, DAY) if name in st.query_params}


def write(name: str, values: Sequence[str]) -> None:
    """Puts the values of one filter into the address; none takes it out."""
    if values:
        st.query_params[name] = list(values)
    elif name in st.query_params:
        del st.query_params[name]


def write_day(day: date | None, data_day: date) -> None:
    """Puts the day into the address; the data day is the default and stands in no address."""
    write(DAY, [] if day is None or day == data_day else [day.isoformat()])


def pair() -> str:
    """The id of the pair that the address names, as it stands there; empty where it names none."""
    return st.query_params.get(PAIR, "")


def reset() -> None:
    """Takes all filters and the day out of the address."""
    for name in (*DIMENSIONS, DAY):
        write(name, [])
