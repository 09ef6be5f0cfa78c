"""The workbook of all numbers and lists under the filters in force, to take away."""

import streamlit as st

from .. import formats
from ..words import pack as words
from . import query, sections
from .downloads import XLSX, download_button
from .view import View


def pack(view: View) -> None:
    """A button that makes the workbook when it is clicked, and what is in it."""
    pairs = query.values(view, ("active_pairs",))["active_pairs"].denominator
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        download_button("Excel workbook", lambda: query.pack(view), f"mentoring-{view.as_of.isoformat()}.xlsx", XLSX,
                        key="pack", rows=pairs)
        st.caption(formats.plain(words.holds(pairs, sections.chosen(view), view.as_of)))
