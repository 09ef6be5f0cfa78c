"""What do mentors actually do?"""

import streamlit as st

from careerdash import charts, formats, ui
from careerdash.metrics import details
from careerdash.words import actions, findings, labels

TILES = {"checklist_due_coverage": "Done of those due", "checklist_coverage": "Done of all seven",
         "checklist_ticked": "Said to be done", "checklist_evidenced": "Shown in the data",
         "checklist_full": "Pairs with all seven"}
STATES = {"done": "done", "not_done": "not done", "not_due": "not due yet", "no_data": "no data"}
SAID = {"ticked_evidenced": "said and shown", "ticked_only": "said only", "evidenced_only": "shown only",
        "neither": "neither"}
BARS = 290
COHORTS = 12

view = ui.view()
ui.stop_if_nothing(view)
now = ui.values(view, tuple(TILES))
rows = ui.series(view, ("checklist_items",))["checklist_items"]
ui.stop_without(view, "checklist", now["checklist_coverage"].denominator)

ui.plain_tiles(view, TILES, now)
names = [labels.ITEMS[row["item"]] for row in rows]
shown = ui.item_rows(rows)

left, right = st.columns(2)
with left:
    ui.chart("mentor_actions", findings.checklist(rows),
             charts.share_bars(ui.item_shares(rows), view.palette, height=BARS), shown,
             {"action": "Mentor action", "share": "Done where due", "done": "Done", "not_done": "Not done"})
with right:
    parts = [charts.Part(STATES[state], [row[state] for row in rows], color, ink, outlined)
             for state, color, ink, outlined in charts.item_colors(view.palette)]
    ui.chart("item_states", actions.states(rows), charts.stacked_bars(names, parts, view.palette, height=BARS), shown,
             {"action": "Mentor action", **{key: formats.capital(name) for key, name in STATES.items()}})

parts = [charts.Part(SAID[state], [row[state] for row in rows], color, ink, outlined)
         for state, color, ink, outlined in charts.said_colors(view.palette)]
ui.chart("said_and_shown", actions.ticked(rows), charts.stacked_bars(names, parts, view.palette), shown,
         {"action": "Mentor action", **{key: formats.capital(name) for key, name in SAID.items()}})

ticked = ui.detail(view, details.item_days)
if ticked:
    due = actions.due_ages(ui.rules(view))
    bars = charts.count_bars(
        [charts.Amount(labels.ITEMS[row["item"]], row["median_days"], actions.days_hover(row, due),
                       stands_out=row["median_days"] > due[row["item"]]) for row in ticked], view.palette)
    ui.chart("item_days", actions.days(ticked, due), bars,
             [{**row, "action": labels.ITEMS[row["item"]], "due": due[row["item"]]} for row in ticked],
             {"action": "Mentor action", "median_days": "Days until half were ticked", "due": "Due after days",
              "ticked": "Ticks with a day"})
else:
    ui.note("When actions get done is not known",
            "No file says on which day an action was ticked. A checklist sheet with a column “done date” would.")

by_cohort = ui.detail(view, details.items_by_cohort)
cohorts = list(dict.fromkeys(row["cohort"] for row in by_cohort))[-COHORTS:]
if len(cohorts) > 1:
    at = {(row["cohort"], row["item"]): row for row in by_cohort}
    lines = [[at[(cohort, row["item"])] for row in rows] for cohort in cohorts]
    picture = charts.heat_map(
        ["unknown" if cohort == "-" else cohort for cohort in cohorts], names,
        [[actions.share(cell) for cell in line] for line in lines],
        [[actions.cell(cell) for cell in line] for line in lines], view.palette)
    ui.chart("cohorts", actions.cohorts(by_cohort), picture,
             [{**row, "action": labels.ITEMS[row["item"]], "share": actions.share(row)} for row in by_cohort],
             {"cohort": "Cohort", "action": "Mentor action", "share": "Done where due", "done": "Done",
              "not_done": "Not done"})
