"""Do people stay and advance, and can one believe it?"""

import streamlit as st

from careerdash.ui import outcomes, staying

shown = outcomes.choose()
staying.answer(shown)
if shown.comparison["verdict"] == "too_few" and not shown.exact:
    st.stop()
staying.pictures(shown)
staying.panels(shown)
left, right = st.columns([3, 2])
with left:
    staying.parts(shown)
with right:
    staying.when(shown)
staying.tables(shown)
staying.naive(shown)
staying.cost(shown)
staying.how(shown)
if shown.exact:
    outcomes.publishing(shown)
