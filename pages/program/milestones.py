"""Are plans being carried out?"""

import streamlit as st

from careerdash import charts, formats, ui
from careerdash.metrics import details
from careerdash.words import findings, labels, plans

KEYS = ("milestone_completion", "milestone_due_completion", "milestone_on_time", "milestone_on_first_plan",
        "milestone_overdue", "milestone_overdue_days", "milestone_moved", "milestone_moved_days")
TILES = {"milestone_due_completion": "Done of those due", "milestone_on_time": "Done on time",
         "milestone_on_first_plan": "By the first plan", "milestone_moved": "Moved",
         "milestone_overdue": "Overdue"}
MONTHS = 24
COHORTS = 10

view = ui.view()
ui.stop_if_nothing(view)
now = ui.values(view, KEYS)
series = ui.series(view, ("burn_up",))["burn_up"]
outcomes = ui.detail(view, details.milestone_outcomes)
ui.stop_without(view, "milestone", outcomes)

ui.plain_tiles(view, TILES, now)
st.markdown(formats.plain(plans.first(*ui.detail(view, details.first_milestone))))

left, right = st.columns(2)
with left:
    if series:
        ui.chart("burn_up", findings.burn_up(series, view.as_of), charts.burn_up(series, view.as_of, view.palette),
                 series, {"month": "Month", "plan_original": "First plan", "plan_current": "Plan now", "done": "Done"})
    else:
        ui.without(view, "milestone")
with right:
    months = plans.by_month(series)[-MONTHS:]
    if months:
        columns = charts.month_columns(
            [row["month"] for row in months], [row["done"] for row in months], "done", view.palette,
            lighter=[row["planned"] for row in months], lighter_noun="planned")
        ui.chart("by_month", plans.monthly(months), columns, months,
                 {"month": "Month", "done": "Done", "planned": "Planned"})
    else:
        ui.without(view, "milestone")

kinds = plans.kinds(outcomes)
counts = {(row["kind"], row["outcome"]): row["milestones"] for row in outcomes}
parts = [charts.Part(plans.OUTCOMES[name], [counts.get((kind, name), 0) for kind in kinds], color, ink, outlined)
         for name, color, ink, outlined in charts.outcome_colors(view.palette)]
ui.chart("outcomes", plans.outcomes(outcomes, now["milestone_on_time"], now["milestone_on_first_plan"]),
         charts.stacked_bars([labels.MILESTONE_KINDS.get(kind, kind) for kind in kinds], parts, view.palette),
         [{**row, "kind": labels.MILESTONE_KINDS.get(row["kind"], row["kind"]),
           "outcome": plans.OUTCOMES[row["outcome"]]} for row in outcomes],
         {"kind": "Kind", "outcome": "What became of it", "milestones": "Milestones"})

left, right = st.columns(2)
with left:
    ages = plans.in_classes(ui.detail(view, details.day_counts, "milestone_overdue_days"), plans.AGES)
    bars = charts.count_bars([charts.Amount(name, count) for name, count in ages], view.palette)
    ui.chart("overdue", plans.overdue(now["milestone_overdue"], now["milestone_overdue_days"]), bars,
             [{"days": name, "milestones": count} for name, count in ages],
             {"days": "Overdue", "milestones": "Milestones"})
with right:
    moves = plans.in_classes(ui.detail(view, details.day_counts, "milestone_moved_days"), plans.MOVES)
    bars = charts.count_bars([charts.Amount(name, count) for name, count in moves], view.palette)
    ui.chart("moved", plans.moved(now["milestone_moved"], now["milestone_moved_days"]), bars,
             [{"days": name, "milestones": count} for name, count in moves],
             {"days": "Days moved", "milestones": "Milestones"})

key = "milestone_due_completion"
cohorts = plans.by_share(ui.compare(view, (key,), "cohort"), key)
if cohorts:
    shares = [charts.Share(row["cohort"], row["share"], row["done"], row["due"], "milestones due",
                           f"{formats.number(row['done'])} of {formats.number(row['due'])}", stands_out=place == 0)
              for place, row in enumerate(cohorts[:COHORTS])]
    ui.chart("cohorts", plans.cohorts(cohorts, COHORTS), charts.share_bars(shares, view.palette), cohorts,
             {"cohort": "Cohort", "share": "Done of those due", "done": "Done", "due": "Due"})
