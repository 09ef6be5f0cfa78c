"""What is missing or doubtful?"""

import streamlit as st

from careerdash import formats, ui
from careerdash.metrics import gaps
from careerdash.ui import quality
from careerdash.words import quality as words

view = ui.view()
ui.stop_if_nothing(view)
found = ui.detail(view, gaps.coverage)
told = words.gaps(found, view.as_of, ui.values(view, ("response_mentee",))["response_mentee"].value)

st.markdown(f"**{formats.plain(words.title(told, quality.not_taken_in(view)))}**")
quality.missing(view, told, found)
quality.months(view, found)
left, right = st.columns(2)
with left:
    quality.fields(view)
    quality.take_away(view)
with right:
    quality.files(view)
quality.issues(view)
