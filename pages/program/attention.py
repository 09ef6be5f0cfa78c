"""Whom do I call this week, and why?"""

from dataclasses import replace

import streamlit as st

from careerdash import formats, ui
from careerdash.ui import attention, follow_ups, limits
from careerdash.words import attention as words

view = ui.view()
attention.tell_done()
limits.tell_done()
ui.stop_if_nothing(view)

events = follow_ups.events(view)
hidden = follow_ups.hidden(view, events)
everyone = follow_ups.counts(view, ui.Wanted(hidden=tuple(sorted(hidden))))
out_of_sight = everyone.hidden_call + everyone.hidden_records
st.markdown(f"**{formats.plain(words.title(everyone.call, everyone.records, out_of_sight))}**")

shown = attention.choose(everyone)
if shown in ("call", "records"):
    wanted = replace(attention.column_filters(view), hidden=tuple(sorted(hidden)), list=shown)
    found = follow_ups.counts(view, wanted)
    attention.work_list(view, wanted, found.call if shown == "call" else found.records, events)
elif shown == "hidden":
    attention.out_of_sight(view, hidden)
elif shown == "helped":
    attention.helped(view, events)
else:
    limits.try_one(view, words.TRIED, "try", attention.column_filters(view))
