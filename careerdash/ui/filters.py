"""The filter bar: two small menus in the title's row, and a line that says what is in force."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from .. import formats
from ..words import states
from . import address

_WIDGET = "filter_{}"
_DAY_WIDGET = "filter_day"


def pairs_menu(options: Mapping[str, Sequence[str]], asked: address.Address) -> None:
    """The menu of which pairs."""
    with st.popover(formats.plain(states.button(asked.chosen)), icon=":material/filter_alt:", key="filter_menu"):
        for name in address.DIMENSIONS:
            _choice(name, options.get(name, ()), asked.chosen[name])
        st.button("Show all pairs", icon=":material/filter_alt_off:", on_click=_all_pairs, key="filter_all",
                  disabled=not any(asked.chosen.values()) and not any(asked.unknown.values()))


def day_menu(as_of: date, data_day: date) -> None:
    """The menu of which day."""
    with st.popover(f"As of {formats.day(as_of)}", icon=":material/calendar_today:", key="day_menu"):
        st.session_state[_DAY_WIDGET] = as_of
        st.date_input("Show everything as of", key=_DAY_WIDGET, format="YYYY-MM-DD", min_value=address.EARLIEST,
                      max_value=address.LATEST, on_change=_day_chosen, args=(data_day,))
        st.caption(f"The data is from {formats.day(data_day)}.")
        st.button("Back to the day of the data", on_click=address.write_day, args=(None, data_day), key="day_reset",
                  disabled=as_of == data_day)


def _choice(name: str, options: Sequence[str], chosen: Sequence[str]) -> None:
    key = _WIDGET.format(name)
    st.session_state[key] = list(chosen)
    st.multiselect(states.FILTER_NAMES[name], options, key=key, on_change=_chosen, args=(name,),
                   format_func=lambda value: "unknown" if value == "-" else value, placeholder="All",
                   disabled=not options)


def _chosen(name: str) -> None:
    address.write(name, st.session_state[_WIDGET.format(name)])


def _day_chosen(data_day: date) -> None:
    address.write_day(st.session_state[_DAY_WIDGET], data_day)


def _all_pairs() -> None:
    for name in address.DIMENSIONS:
        address.write(name, [])


def in_force(asked: address.Address, as_of: date, data_day: date) -> None:
    """What is in force, with one click to clear it; what the address asks and the data does not know."""
    if any(asked.chosen.values()) or as_of != data_day:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(formats.plain(states.filters(asked.chosen, as_of)), width="content")
            st.button("Reset", type="tertiary", icon=":material/close:", on_click=address.reset, key="filter_reset")
    unknown = states.unknown_filters(asked.unknown)
    if asked.bad_day is not None:
        unknown = f"{unknown} “{asked.bad_day[:40]}” is not a day; the day of the data is shown.".strip()
    if unknown:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(formats.plain(unknown), icon=":material/filter_alt_off:")
            st.button("Reset", on_click=address.reset, key="unknown_reset")
    if as_of > data_day:
        st.warning(formats.plain(states.after_data_day(as_of, data_day)), icon=":material/update:")
