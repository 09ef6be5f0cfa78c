"""Get my files in."""

import streamlit as st

from careerdash.ui import importing

importing.tell_done()

st.markdown("Drop your exports here as they are: pairs, check-ins, roadmaps, checklists, surveys, the staff roster. "
            "They are checked first; nothing changes until you publish.")
files = importing.drop()
if files:
    importing.review(files)
importing.waiting()

left, right = st.columns([2, 1])
with left:
    importing.history()
with right:
    importing.mappings()
    importing.template()
