"""The parts of a pair's own page. Here, and only here, private text is shown, and always as text."""

import json
from collections.abc import Mapping
from typing import Any

import streamlit as st

from .. import charts, formats
from ..metrics.story import Story, plan_on_file, story, stretches
from ..reports.pair_page import pair_page_html
from ..words import labels, reasons, states
from ..words import story as words
from . import address, cards, frame, query
from .downloads import download_button
from .empty import empty
from .sections import note
from .view import View

Row = Mapping[str, Any]


def told(view: View) -> Story:
    """The story of the pair that the address names. The page ends in a designed state where there is none."""
    asked = address.pair()
    found = query.in_sight(view, story, asked) if asked else None
    if found is None:
        empty(states.NO_SUCH_PAIR if asked else states.NO_PAIR_ASKED, icon="person_search")
        frame.link("pairs", "Go to Pairs", "group")
        st.stop()
    return found


def head(view: View, pair: Story) -> None:
    """Who they are, how it goes, why someone should call, and the page to print."""
    facts = pair.facts
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(formats.plain(words.people(facts)), anchor=False, width="content")
        with st.container(horizontal=True, width="content", vertical_alignment="center"):
            frame.link("pairs", "All pairs", "group")
            download_button("Page to print", lambda: pair_page_html(pair), "pair.html", "text/html", key="print_pair",
                            icon=":material/print:")
    st.caption(formats.plain(f"{words.about(facts)} · {facts['pair_id']}"))
    st.markdown(f"**{formats.plain(words.sentence(pair))}**")
    for reason in facts["reasons"]:
        st.markdown(f":material/{labels.REASON_ICONS[reason]}: {formats.plain(reasons.sentence(reason, facts))}")


def meetings(view: View, pair: Story) -> None:
    """The strip of meetings against the agreed interval."""
    facts = pair.facts
    parts = stretches(pair)
    if not parts:
        note("No meetings to show yet" if facts["has_check_in_data"] else "No meeting data in the program",
             "A check-in log (pair, date) fills this strip.")
        return
    days = sorted({row["date"] for row in pair.check_ins if row["counts"]})
    planned = facts["next_planned"] if facts["is_open"] else None
    figure = charts.strip([charts.Stretch(*part) for part in parts], days, planned, facts["as_of"], view.palette)
    rows = [{"from": start, "to": end, "days": (end - start).days, "fit": charts.STRIP_FITS[fit]}
            for start, end, fit, _ in parts]
    cards.chart("meetings", words.meetings(pair), figure, rows,
                {"from": "From", "to": "To", "days": "Days", "fit": "Against the agreement"})


def roadmap(view: View, pair: Story) -> None:
    """The roadmap as a timeline."""
    if not pair.milestones:
        note(states.no_such_data("milestone").title.replace("the data", "this pair's roadmap"),
             "A roadmap (pair, milestone, due date, day done) fills this card.")
        return
    steps = [charts.Step(
        step["title"] + ("" if step["state"] != "dropped" else " (dropped)"), step["original_due_date"],
        step["due_date"], step["completed_date"], pair.facts["as_of"] if step["overdue"] else None,
        words.step_note(step)) for step in pair.milestones]
    rows = [{**step, "kind": labels.MILESTONE_KINDS.get(step["kind"] or "unknown", step["kind"])}
            for step in pair.milestones]
    cards.chart("roadmap", words.roadmap(pair), charts.roadmap(steps, pair.facts["as_of"], view.palette), rows, {
        "title": "Step", "kind": "Kind", "state": "State", "original_due_date": "First plan", "due_date": "Plan now",
        "moved_days": "Days moved", "completed_date": "Done"})


def actions(pair: Story) -> None:
    """The seven mentor actions, said and shown."""
    rows = words.items(pair)
    found = words.actions(pair)
    with st.container(border=True, height="stretch", gap="small"):
        _title(found.title, found.subtitle)
        shown = [{"Mentor action": formats.plain(row["action"]), "Said": _yes(row["said"]), "Shown": _yes(row["shown"]),
                  "What the data shows": formats.plain(row["evidence"])}
                 | ({"State": row["state"]} if row["state"] else {}) for row in rows]
        st.table(shown, border="horizontal", hide_index=True, alt=found.alt)


def goals(pair: Story) -> None:
    """Vision, plan and goals with their criteria."""
    with st.container(border=True, height="stretch", gap="small"):
        _title("Vision and plan", words.vision(pair))
        st.markdown(formats.plain(words.plan(plan_on_file(pair))))
        counted = [goal for goal in pair.goals if goal["state"] != "dropped"]
        _title(formats.capital(formats.count(len(counted), "goal")) if counted else "No goal on file",
               "Each with its framework's criteria" if counted else "A goals sheet (pair, goal, framework) fills this")
        for goal in pair.goals:
            with st.container(gap="xxsmall"):
                st.markdown(formats.plain(goal["title"] or "A goal without words"))
                st.caption(formats.plain(words.goal_line(goal)))
                for word, names in words.goal_criteria(goal):
                    said = formats.plain(formats.capital(f"{word}: {names}"))
                    st.caption(f":material/{_CRITERIA_ICONS[word]}: {said}")


_CRITERIA_ICONS = {"met": "check", "not met": "close", "not known": "help"}


def network(pair: Story) -> None:
    """Supporters, and what was recognised or adjusted."""
    with st.container(border=True, height="stretch", gap="small"):
        _title(f"{formats.count(len(pair.resources), 'supporter or resource', 'supporters or resources')} besides the "
               "mentor" if pair.resources else "No supporter besides the mentor", "Support network")
        for one in pair.resources:
            parts = [words.RESOURCE_KINDS.get(one["kind"] or "", "kind not known"), one["department"],
                     words.day(one["connected_date"])]
            _line(formats.person(one["name"]), " · ".join(part for part in parts if part))
        _title(f"{formats.count(len(pair.recognitions), 'recognition')} and changes of plan" if pair.recognitions
               else "Nothing recognised or adjusted yet", "Recognised and adjusted")
        for one in pair.recognitions:
            _line(one["note"] or words.RECOGNITIONS[one["kind"]],
                  f"{words.RECOGNITIONS[one['kind']]} · {formats.day(one['date'])}")


def voices(pair: Story) -> None:
    """What both sides said, side by side."""
    left, right = st.columns(2)
    for place, (side, name) in zip((left, right), words.SIDES.items(), strict=True):
        answers = [row for row in pair.feedback if row["respondent"] == side][::-1]
        with place, st.container(border=True, height="stretch", gap="small"):
            _title(f"{name}: {words.answer(answers[0])}" if answers else f"{name}: no answer yet",
                   f"{formats.count(len(answers), 'answer')}, the latest first" if answers else "A survey fills this")
            for row in answers:
                _line(words.answer(row), words.day(row["date"]))
                for key, label in (("comment", "Comment"), ("lesson_learned", "Lesson learned")):
                    if row[key]:
                        st.markdown(formats.plain(f"{label}: {row[key]}"))


def log(view: View, pair: Story) -> None:
    """Every check-in with its notes, what coordinators did, and what came in columns that map to nothing."""
    with st.expander(f"{formats.count(len(pair.check_ins), 'check-in')}, with notes", icon=":material/event_note:"):
        for row in reversed(pair.check_ins):
            _line(formats.day(row["date"]), words.check_in(row))
            if row["notes"]:
                st.markdown(formats.plain(row["notes"]))
    events = [event for event in query.follow_ups(view, pair.facts["ids"]) if event.day <= view.as_of]
    with st.expander(f"{formats.count(len(events), 'follow-up')}", icon=":material/call:"):
        if not events:
            st.caption("Nothing recorded about this pair. What you record in Needs attention stands here.")
        for event in reversed(events):
            _line(formats.day(event.day), words.follow_up(event))
            if event.text:
                st.markdown(formats.plain(event.text))
    if pair.extras:
        with st.expander("Other columns of the files", icon=":material/view_column:"):
            for row in pair.extras:
                _line(words.extras_source(row), "")
                _extras(row)


def _extras(row: Row) -> None:
    for heading, value in json.loads(row["extras"]).items():
        st.markdown(formats.plain(f"{heading}: {value}"))


def _title(title: str, subtitle: str) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(f"**{formats.plain(title)}**")
        st.caption(formats.plain(subtitle))


def _line(strong: str, beside: str) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(formats.plain(strong))
        if beside:
            st.caption(formats.plain(beside))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


