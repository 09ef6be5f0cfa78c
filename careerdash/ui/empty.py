"""The designed empty states."""

import streamlit as st

from .. import formats
from ..words.states import Empty
from . import address


def empty(state: Empty, *, icon: str = "inbox", clear: bool = False) -> None:
    """What is missing and what to do about it; `clear` adds the button that clears the filters."""
    with st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        st.subheader(f":material/{icon}: {formats.plain(state.title)}", anchor=False, text_alignment="center")
        st.markdown(formats.plain(state.advice), text_alignment="center")
        if clear:
            st.button("Clear the filters", icon=":material/filter_alt_off:", on_click=address.reset,
                      key=f"clear_{state.title}")
        st.space("small")
