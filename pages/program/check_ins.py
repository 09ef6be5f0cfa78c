"""Do pairs meet as they agreed?"""

import streamlit as st

from careerdash import charts, formats, ui
from careerdash.metrics import details
from careerdash.words import labels, meetings, numbers

AGENDA = ("agenda_progress", "agenda_challenges", "agenda_adjustments", "agenda_all_three", "record_share")
GAPS = ("median_gap", "p90_gap")
TILES = {"on_cadence_share": "Meeting as agreed", "cadence_coverage": "Time covered", "median_gap": "Usual gap",
         "agenda_all_three": "Full agenda", "record_share": "Records kept"}
DEPARTMENTS = 12
TALL, LOW = 290, 210

view = ui.view()
ui.stop_if_nothing(view)
now = ui.values(view, tuple(dict.fromkeys((*TILES, *AGENDA, *GAPS))))
series = ui.series(view, ("cadence_states", "evidence_mix"))
ui.stop_without(view, "check_in", series["evidence_mix"])

ui.plain_tiles(view, TILES, now)

left, right = st.columns(2)
with left:
    states = [{"state": labels.CADENCE[row["state"]], "pairs": row["pairs"]} for row in series["cadence_states"]]
    bars = charts.count_bars(
        [charts.Amount(labels.CADENCE[row["state"]], row["pairs"], stands_out=row["state"] in ("silent", "never"))
         for row in series["cadence_states"]], view.palette, height=TALL)
    ui.chart("cadence", meetings.cadence(series["cadence_states"], view.as_of), bars, states,
             {"state": "How they meet", "pairs": "Active pairs"})
with right:
    months = ui.detail(view, details.cadence_over_time)
    names = [formats.month(day) for day, _ in months]
    parts = [charts.Part(labels.CADENCE[state], [counts.get(state, 0) for _, counts in months], color, ink, outlined)
             for state, color, ink, outlined in charts.cadence_colors(view.palette)
             if any(counts.get(state) for _, counts in months)]
    columns = charts.stacked_columns(names, parts, view.palette, height=TALL)
    ui.chart("cadence_over_time", meetings.over_time(months), columns,
             [{"day": day.isoformat(), **counts} for day, counts in months],
             {"day": "Day", **labels.CADENCE})

left, right = st.columns(2)
with left:
    fit = ui.detail(view, details.gap_fit)
    bars = charts.count_bars([charts.Amount(meetings.FITS[name], count, stands_out=name == "silent")
                              for name, count in fit.items()], view.palette, height=LOW)
    ui.chart("gaps", meetings.gaps(fit, now["median_gap"], now["p90_gap"]), bars,
             [{"fit": meetings.FITS[name], "gaps": count} for name, count in fit.items()],
             {"fit": "Against the agreed interval", "gaps": "Gaps"})
with right:
    mix = sorted(series["evidence_mix"], key=lambda row: -row["check_ins"])
    bars = charts.count_bars([charts.Amount(formats.capital(labels.EVIDENCE[row["evidence"]]), row["check_ins"])
                              for row in mix], view.palette, height=LOW)
    ui.chart("evidence", meetings.evidence(mix), bars,
             [{**row, "evidence": labels.EVIDENCE[row["evidence"]]} for row in mix],
             {"evidence": "Who says that they met", "check_ins": "Check-ins"})

shares = [charts.Share(meetings.AGENDA[key], now[key].value, now[key].numerator, now[key].denominator, "check-ins",
                       numbers.fraction_short(now[key])) for key in AGENDA]
ui.chart("agenda", meetings.agenda(now), charts.share_bars(shares, view.palette),
         [{"topic": share.label, "share": share.value, "yes": share.numerator, "known": share.denominator}
          for share in shares], {"topic": "Topic", "share": "Share", "yes": "Check-ins", "known": "Known"})

rows = ui.detail(view, details.department_months)
departments, days = meetings.table(rows, DEPARTMENTS)
if len(departments) > 1:
    at = {(row["department"], row["as_of"]): row for row in rows}
    cells = [[at.get((name, day)) for day in days] for name in departments]
    picture = charts.heat_map(
        ["unknown" if name == "-" else name for name in departments], [formats.month(day) for day in days],
        [[None if cell is None or not cell["denominator"] else cell["numerator"] / cell["denominator"]
          for cell in line] for line in cells],
        [["" if cell is None else meetings.cell(cell) for cell in line] for line in cells], view.palette)
    ui.chart("departments", meetings.departments(rows), picture,
             [{**row, "as_of": row["as_of"].isoformat()} for row in rows],
             {"department": "Department", "as_of": "Day", "numerator": "Meeting as agreed",
              "denominator": "Active pairs"})
