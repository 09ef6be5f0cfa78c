"""What is this pair's story?"""

import streamlit as st

from careerdash import ui
from careerdash.ui import pair

view = ui.view()
told = pair.told(view)

pair.head(view, told)
pair.meetings(view, told)
left, right = st.columns([3, 2])
with left:
    pair.roadmap(view, told)
with right:
    pair.goals(told)
left, right = st.columns([3, 2])
with left:
    pair.actions(told)
with right:
    pair.network(told)
pair.voices(told)
pair.log(view, told)
