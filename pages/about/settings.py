"""Change a rule: what it would do before it is saved, and every change with its undo."""

import streamlit as st

from careerdash.schema import RULES
from careerdash.ui import audit, house_words, limits, settings
from careerdash.ui.view import viewer, whole_view

view = whole_view()
with st.container():  # always there: where something appears above the tabs, they go back to the first one
    limits.tell_done()

limits_tab, messages_tab, words_tab, roles_tab, changes_tab, log_tab = st.tabs(
    ["Limits", "Messages", "Words", "Roles", "Changes", "Audit log"])
with limits_tab:
    if view is None:
        st.caption("There is no data yet. Limits can be changed once a file is imported.")
    else:
        st.markdown("Each limit may differ by program. What a change would do is shown before it is saved.")
        limits.try_one(view, [rule.key for rule in RULES], "set")
        settings.limits_table(view)
with messages_tab:
    settings.templates(view, viewer().name)
with words_tab:
    house_words.words(viewer().name)
with roles_tab:
    settings.roles()
with changes_tab:
    settings.changes(view.source if view else None, viewer().name)
with log_tab:
    audit.log()
