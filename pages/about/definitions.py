"""What does this number mean?"""

import streamlit as st

from careerdash import formats, ui
from careerdash.metrics import CATALOGUE
from careerdash.schema import RULES
from careerdash.words import definitions

st.markdown("Every number on these pages has one definition. It says what is counted, of what, and who is left out.")
wanted = st.text_input("Find a number", placeholder="for example: milestones", key="find_definition")

found = definitions.matching(CATALOGUE.values(), wanted)
if not found:
    ui.note("No definition matches", "Try another word, or clear the search to see all definitions.")
for group, entries in definitions.grouped(found):
    st.subheader(group, anchor=False)
    st.table([{"Number": f"**{formats.plain(metric.label)}**", "What it says": definitions.explained(metric)}
              for metric in entries], border="horizontal", hide_index=True, alt=f"Definitions: {group}")

if not wanted:
    st.subheader("Limits", anchor=False)
    st.caption("The limits behind the numbers, as they come; each may differ by program.")
    st.table([{"Limit": formats.plain(rule.label), "Comes as": definitions.default(rule)} for rule in RULES],
             border="horizontal", hide_index=True, alt="Limits")
