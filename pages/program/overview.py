"""Is the program healthy, and is it getting better?"""

import streamlit as st

from careerdash import charts, formats, ui
from careerdash.words import findings, labels, overview

BESIDE = ("planned_pairs", "paused_pairs", "milestone_on_first_plan", "response_mentee", "needs_attention")
TO_CALL = 10
BARS = 620
"""Height of the seven bars in px: they stand beside ten pairs."""

view = ui.view()
ui.stop_if_nothing(view)
tiles = tuple(labels.TILES)
now = ui.values(view, (*tiles, *BESIDE))
before_day = view.as_of - ui.BEFORE
before = ui.values(view, tiles, before_day)

series = ui.series(view, ("cadence_states", "checklist_items", "burn_up", "weekly_on_cadence"))
earlier = ui.series(view, ("cadence_states",), before_day)

said = overview.sentence(now, series["cadence_states"], earlier["cadence_states"], series["checklist_items"],
                         ui.active_programs(view), before_day, view.as_of)
change = f" :gray[{formats.plain(said.change)}]" if said.change else ""
st.markdown(f"**{formats.plain(said.now)}**{change}")

ui.tiles(view, tiles, now, before, overview.beneath_tiles(now))

left, right = st.columns(2)
with left:
    rows = series["burn_up"]
    if rows:
        ui.chart("burn_up", findings.burn_up(rows, view.as_of), charts.burn_up(rows, view.as_of, view.palette), rows,
                 {"month": "Month", "plan_original": "First plan", "plan_current": "Plan now", "done": "Done"})
    else:
        ui.without(view, "milestone")
with right:
    rows = series["weekly_on_cadence"]
    if any(row["value"] is not None for row in rows):
        ui.chart("weekly_on_cadence", findings.weekly(rows), charts.share_over_time(rows, view.palette), rows,
                 {"week": "Sunday", "value": "Share", "numerator": "Meeting as agreed", "denominator": "Active pairs"})
    else:
        ui.without(view, "check_in")

left, right = st.columns(2)
with left:
    rows = series["checklist_items"]
    bars = charts.share_bars(ui.item_shares(rows), view.palette, height=BARS)
    ui.chart("mentor_actions", findings.checklist(rows), bars, ui.item_rows(rows),
             {"action": "Mentor action", "share": "Done where due", "done": "Done", "not_done": "Not done",
              "not_due": "Not due yet", "no_data": "No data"})
with right:
    ui.call_list(ui.to_call(view, TO_CALL), now["needs_attention"])

left, right = st.columns([3, 2])
with left:
    ui.compare_table(view, tiles)
with right:
    ui.since_last_import(view)

ui.pack(view)
