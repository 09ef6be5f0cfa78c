"""What moved since last time?"""

import streamlit as st

from careerdash import formats, ui
from careerdash.metrics.changes import counted
from careerdash.ui import changes, query
from careerdash.words import changes as words

view = ui.view()
ui.stop_if_nothing(view)
span = changes.choose(view)
with st.spinner("Comparing"):
    rows = query.changed(view, span.before, span.after)
counts = counted(rows)

st.markdown(f"**{formats.plain(words.summary(counts, span.before[1], span.after[1]))}**")
st.caption(formats.plain(span.said))
changes.take_away(view, span, rows, counts)
changes.lists(span, rows, counts)
changes.aside(view, span)
