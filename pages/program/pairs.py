"""Find one, compare many."""

import streamlit as st

from careerdash import ui
from careerdash.ui import pair_list

view = ui.view()
pair_list.stop_without_pairs(view)

pairs, waiting = st.tabs(["Pairs", "Waiting"])
with pairs:
    search, order, columns = pair_list.controls(view)
    pair_list.found(view, search, order, columns)
with waiting:
    pair_list.waiting(view)
