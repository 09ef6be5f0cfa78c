"""The designed empty states."""

from collections.abc import Callable

import streamlit as st

from .. import formats
from ..words.access import Turned
from ..words.states import Empty
from . import address
from .view import strong


def empty(state: Empty, *, icon: str = "inbox", clear: bool = False) -> None:
    """What is missing and what to do about it; `clear` adds the button that clears the filters."""
    with st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        st.subheader(f":material/{icon}: {formats.plain(state.title)}", anchor=False, text_alignment="center")
        st.text(state.advice, text_alignment="center")  # an address in it can be copied as it is
        if clear:
            st.button("Clear the filters", icon=":material/filter_alt_off:", on_click=address.reset,
                      key=f"clear_{state.title}")
        st.space("small")


def turned_away(state: Turned, sign_in: Callable[[], None], sign_out: Callable[[], None]) -> None:
    """All that someone sees who is not let in: why, and what to do."""
    _, middle, _ = st.columns([1, 2, 1])
    with middle, st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        st.subheader(f":material/lock: {formats.plain(state.title)}", anchor=False, text_alignment="center")
        st.text(state.advice, text_alignment="center")  # an address in it can be copied as it is
        if "sign in" in state.offers:
            st.button("Sign in", type=strong(), icon=":material/login:", on_click=sign_in, key="sign_in")
        if "sign out" in state.offers:
            st.button("Sign out", icon=":material/logout:", on_click=sign_out, key="sign_out")
        st.space("small")
