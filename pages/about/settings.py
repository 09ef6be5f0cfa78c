"""Change a rule: what it would do before it is saved, and every change with its undo."""

import streamlit as st

from careerdash.schema import RULES
from careerdash.ui import audit, limits, settings
from careerdash.ui.view import whole_view

view = whole_view()
limits.tell_done()
if view is None:
    st.caption("There is no data yet. Limits can be changed once a file is imported.")
    st.stop()

limits_tab, words_tab, roles_tab, changes_tab, log_tab = st.tabs(
    ["Limits", "Messages", "Roles", "Changes", "Audit log"])
with limits_tab:
    st.markdown("Each limit may differ by program. What a change would do is shown before it is saved.")
    limits.try_one(view, [rule.key for rule in RULES], "set")
    st.subheader("Changed limits", anchor=False)
    settings.changed_table(view)
with words_tab:
    settings.templates(view.source, view.viewer.name)
with roles_tab:
    settings.roles()
with changes_tab:
    settings.changes(view.source, view.viewer.name)
with log_tab:
    audit.log()
