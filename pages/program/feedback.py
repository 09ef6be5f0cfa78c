"""How do both sides see it?"""

import streamlit as st

from careerdash import charts, formats, ui
from careerdash.metrics import voices as counts
from careerdash.words import plans, story, voices

SIDES = voices.SIDES
KEYS = tuple(f"{what}_{side}" for what in ("satisfaction", "response", "recommend") for side in SIDES)
TILES = {"satisfaction_mentee": "Satisfied mentees", "satisfaction_mentor": "Satisfied mentors",
         "response_mentee": "Mentees answered", "response_mentor": "Mentors answered",
         "recommend_mentee": "Mentees recommend"}
LOW = 150
SHOWN = 25

view = ui.view()
ui.stop_if_nothing(view)
now = ui.values(view, KEYS)
by_state = ui.series(view, ("satisfaction_by_state",))["satisfaction_by_state"]
scores = counts.scores(by_state)
ui.stop_without(view, "feedback", any(score.answered for score in scores) or
                any(now[f"recommend_{side}"].denominator for side in SIDES))

ui.plain_tiles(view, TILES, now)

left, right = st.columns(2)
with left:
    lines = [charts.Estimate(name, value.value, value.low, value.high,
                             voices.joined(voices.side_remark(value), voices.interval(value.low, value.high)),
                             f"{name}: {formats.percent(value.value)}, {voices.interval(value.low, value.high)}")
             for side, name in SIDES.items() for value in (now[f"satisfaction_{side}"],)]
    ui.chart("satisfaction", voices.satisfaction(now), charts.estimates(lines, view.palette, height=LOW),
             [{"side": line.label, "share": line.value, "low": line.low, "high": line.high} for line in lines],
             {"side": "Side", "share": "Satisfied", "low": "Low (fraction)", "high": "High (fraction)"})
with right:
    shares = [charts.Share(name, value.value, value.numerator, value.denominator, "active pairs",
                           voices.side_remark(value))
              for side, name in SIDES.items() for value in (now[f"response_{side}"],)]
    ui.chart("responses", voices.responses(now), charts.share_bars(shares, view.palette, height=LOW),
             [{"side": share.label, "share": share.value, "answered": share.numerator, "asked": share.denominator}
              for share in shares],
             {"side": "Side", "share": "Answered", "answered": "Pairs", "asked": "Of"})

lines = [charts.Estimate(voices.group_label(score), score.value, score.low, score.high, voices.group_remark(score),
                         f"{voices.group_label(score)}: {formats.percent(score.value)}, "
                         f"{voices.interval(score.low, score.high)}", score.group == "ended_early")
         for score in scores]
ui.chart("groups", voices.groups(scores), charts.estimates(lines, view.palette),
         [{"group": line.label, "share": line.value, "satisfied": score.satisfied, "answered": score.answered,
           "pairs": score.pairs, "low": score.low, "high": score.high}
          for line, score in zip(lines, scores, strict=True)],
         {"group": "Pairs", "share": "Satisfied", "satisfied": "Satisfied answers", "answered": "Answers",
          "pairs": "Pairs", "low": "Low (fraction)", "high": "High (fraction)"})

left, right = st.columns(2)
with left:
    rows = ui.detail(view, counts.answer_scores)
    found = {(row["side"], str(row["score"])): row["answers"] for row in rows}
    parts = [charts.Part(name, [found.get((side, name), 0) for side in SIDES], color, ink, outlined)
             for name, color, ink, outlined in charts.score_colors(view.palette)]
    if rows:
        ui.chart("scores", voices.scores(rows),
                 charts.stacked_bars(list(SIDES.values()), parts, view.palette, height=LOW),
                 [{**row, "side": SIDES[row["side"]]} for row in rows],
                 {"side": "Side", "score": "Score", "answers": "Latest answers"})
    else:
        ui.note("No score within a year", "A survey with a question about satisfaction fills this card.")
with right:
    lines = [charts.Estimate(name, value.value, value.low, value.high,
                             voices.joined(formats.count(value.denominator, "answer"),
                                           voices.net_interval(value.low, value.high)),
                             f"{name}: {voices.net_interval(value.low, value.high)}")
             for side, name in SIDES.items() for value in (now[f"recommend_{side}"],)]
    ui.chart("recommend", voices.recommendation(now), charts.estimates(lines, view.palette, low=-1.0, height=LOW),
             [{"side": line.label, "score": line.value, "low": line.low, "high": line.high} for line in lines],
             {"side": "Side", "score": "Net score (fraction)", "low": "Low (fraction)", "high": "High (fraction)"})

left, right = st.columns(2)
with left:
    apart = ui.detail(view, counts.answer_differences)
    classes = plans.in_classes(apart, voices.DIFFERENCES)
    if apart:
        ui.chart("differences", voices.differences(apart),
                 charts.count_bars([charts.Amount(name, pairs) for name, pairs in classes], view.palette),
                 [{"difference": name, "pairs": pairs} for name, pairs in classes],
                 {"difference": "Mentor against mentee", "pairs": "Active pairs"})
    else:
        ui.note(voices.differences(apart).title, "Both sides are compared where both gave a score within a year.")
with right:
    rows = ui.detail(view, counts.disagreements)
    ui.pairs_card(voices.disagreements(rows),
                  [(row["pair_id"], story.people(row), voices.disagreement(row, view.as_of)) for row in rows[:SHOWN]],
                  len(rows))
