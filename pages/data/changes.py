"""What moved since last time?"""

import streamlit as st

from careerdash import formats, ui
from careerdash.metrics.changes import counted
from careerdash.ui import changes
from careerdash.words import changes as words

view = ui.view()
span = changes.choose(view)
rows = changes.found(view, span)
counts = counted(rows)

st.markdown(f"**{formats.plain(words.summary(counts, span.before_day, span.after_day))}**")
st.caption(formats.plain(span.said))
changes.take_away(view, span, rows, counts)
changes.lists(span, rows, counts)
changes.aside(view, span)
