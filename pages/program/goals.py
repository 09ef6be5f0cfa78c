"""Are goals good goals, does the mentee's world grow?"""

import streamlit as st

from careerdash import charts, formats, ui
from careerdash.metrics import growth as counts
from careerdash.words import growth

KEYS = ("goals_in_range", "goals_none", "goals_more", "goal_quality", "vision_share", "days_to_vision", "network_share",
        "network_reach", "mentor_load")
TILES = {"goals_in_range": "One or two goals", "goal_quality": "Criteria met", "vision_share": "Vision statement",
         "network_share": "Another resource", "network_reach": "From elsewhere"}
LOW = 170

view = ui.view()
ui.stop_if_nothing(view)
now = ui.values(view, KEYS)
series = ui.series(view, ("network_kinds", "mentor_loads"))
criteria = ui.detail(view, counts.goal_criteria)
plans = ui.detail(view, counts.goal_plans)
explored = ui.detail(view, counts.explored)
ui.stop_without(view, "goal", plans or explored or series["network_kinds"])

ui.plain_tiles(view, TILES, now)

left, right = st.columns(2)
with left:
    shares = [charts.Share(name, now[key].value, now[key].numerator, now[key].denominator, "active pairs",
                           formats.number(now[key].numerator)) for key, name in growth.GOALS.items()]
    ui.chart("goals", growth.number_of_goals(now), charts.share_bars(shares, view.palette, height=LOW),
             [{"goals": share.label, "share": share.value, "pairs": share.numerator} for share in shares],
             {"goals": "Goals", "share": "Share", "pairs": "Active pairs"})
with right:
    totals = counts.totals(plans)
    frameworks = [name for name in growth.FRAMEWORKS if any(row["framework"] == name for row in plans)]
    found = {(row["framework"], row["outcome"]): row["goals"] for row in plans}
    parts = [charts.Part(growth.PLANS[name], [found.get((one, name), 0) for one in frameworks], color, ink, outlined)
             for name, color, ink, outlined in charts.plan_colors(view.palette) if totals.get(name)]
    if parts:
        bars = charts.stacked_bars([growth.FRAMEWORKS[one] for one in frameworks], parts, view.palette)
        ui.chart("plans", growth.plans(totals), bars,
                 [{**row, "framework": growth.FRAMEWORKS[row["framework"]], "outcome": growth.PLANS[row["outcome"]]}
                  for row in plans], {"framework": "Framework", "outcome": "Target day", "goals": "Goals"})
    else:
        ui.without(view, "goal")

if criteria:
    for side, place in zip(("REAL", "SMARTY"), st.columns(2), strict=True):
        rows = [row for row in criteria if row["framework"] == side]
        with place:
            if not rows:
                ui.note(f"No {side} goal", "Goals name their framework in a column “framework”.")
                continue
            shares = [charts.Share(formats.capital(growth.criterion(row).split(": ")[1]),
                                   row["met"] / row["known"] if row["known"] else None, row["met"], row["known"],
                                   "goals", f"{formats.number(row['met'])} of {formats.number(row['known'])}",
                                   growth.criterion(row) == growth.weakest_criterion(rows)) for row in rows]
            ui.chart(f"criteria_{side}", growth.framework(side, rows), charts.share_bars(shares, view.palette),
                     [{**row, "criterion": share.label, "share": share.value}
                      for row, share in zip(rows, shares, strict=True)],
                     {"criterion": "Criterion", "share": "Met", "met": "Goals that meet it", "known": "Known",
                      "goals": "Goals"})

left, right = st.columns(2)
with left:
    if explored:
        shares = [charts.Share(growth.part(row), row["explored"] / row["known"] if row["known"] else None,
                               row["explored"], row["known"], "pairs",
                               f"{formats.number(row['explored'])} of {formats.number(row['known'])}")
                  for row in explored]
        ui.chart("vision", growth.vision(now["vision_share"], now["days_to_vision"]),
                 charts.share_bars(shares, view.palette, height=LOW),
                 [{"part": share.label, "share": share.value, "explored": share.numerator, "known": share.denominator}
                  for share in shares],
                 {"part": "Explored", "share": "Share", "explored": "Pairs", "known": "Known"})
    else:
        ui.without(view, "vision")
with right:
    kinds = sorted(series["network_kinds"], key=lambda row: (row["kind"] == "unknown", -row["pairs"]))
    if kinds:
        bars = charts.count_bars([charts.Amount(growth.KINDS[row["kind"]], row["pairs"]) for row in kinds],
                                 view.palette, height=LOW)
        ui.chart("network", growth.network(now["network_share"], now["network_reach"]), bars,
                 [{**row, "kind": growth.KINDS[row["kind"]]} for row in kinds],
                 {"kind": "Kind", "pairs": "Active pairs"})
    else:
        ui.without(view, "resource")

loads = series["mentor_loads"]
if loads:
    bars = charts.count_bars([charts.Amount(formats.count(row["pairs"], "active pair"), row["mentors"])
                              for row in loads], view.palette)
    ui.chart("loads", growth.loads(loads, now["mentor_load"]), bars, loads,
             {"pairs": "Active pairs", "mentors": "Mentors"})
