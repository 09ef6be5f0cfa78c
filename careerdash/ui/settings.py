"""Settings: limits, templates of messages, roles in words, and every change with its undo."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from .. import formats
from ..imports.rules import RuleChange, rule_changes
from ..ledger.ledger import Ledger
from ..ledger.templates import Template, save_template
from ..metrics import work_list
from ..schema import RULE, RULES
from ..words import attention as words
from ..words import drafts
from . import audit, follow_ups, house_words, limits, query
from .admission import guarded
from .view import Source, View, strong

CHANGES_SHOWN = 20

Entry = tuple[datetime, str, Callable[..., None], tuple[Any, ...]]
"""A change: when, what in words, and what undoes it."""

ROLES: tuple[dict[str, str], ...] = (
    {"Role": "Coordinator", "Sees": "every pair, all pages", "May": "import, change settings, record follow-ups"},
    {"Role": "Program coordinator", "Sees": "the pairs of their own programs", "May": "record follow-ups"},
    {"Role": "Leadership", "Sees": "published reports only", "May": "read"})


def limits_table(view: View) -> None:
    """The limits that are not as they come, and where; then all of them."""
    rows, changed = [], []
    for rule in RULES:
        found = query.in_sight(view, work_list.values_of_rule, rule.key)
        for program, value in sorted(found.items(), key=lambda one: one[0] or ""):
            row = {"Limit": formats.plain(rule.label), "For": formats.plain(program or words.ALL),
                   "In force": words.value_of_rule(rule.key, value),
                   "Comes as": words.value_of_rule(rule.key, rule.default)}
            rows.append(row)
            if program is not None or value != rule.default:
                changed.append(row)
    st.subheader("Changed limits", anchor=False)
    if changed:
        st.table(changed, border="horizontal", hide_index=True, alt="Changed limits")
    else:
        st.caption("All limits are as they come.")
    with st.expander(f"All {formats.number(len(RULES))} limits", icon=":material/list:"):
        st.table(rows, border="horizontal", hide_index=True, alt="All limits")


def templates(view: View | None, by: str) -> None:
    """The wordings of messages, for all programs or for one, each to edit and to bring back."""
    if view is None:
        st.caption("There is no data yet. Messages can be worded once a file is imported.")
        return
    all_worded = follow_ups.worded(view.source)
    left, right = st.columns([3, 2])
    key = left.selectbox("Message", list(drafts.TEMPLATES), format_func=lambda one: drafts.TEMPLATES[one].label,
                         key="template_key") or "meeting"
    program = limits.choose_program(view, right, "template_program")
    now = drafts.wording(all_worded, key, program)
    subject = st.text_input("Subject", now.subject, key=f"template_subject_{key}_{program}", max_chars=200)
    body = st.text_area("Text", now.body, height=260, key=f"template_body_{key}_{program}", max_chars=4000)
    st.caption("In braces: " + "; ".join(f"{{{name}}} {formats.plain(what)}" for name, what in drafts.FACTS.items())
               + ". A message never holds an answer, a score, or the text of a goal or milestone.")
    worded = Template(subject.strip(), body.strip())
    unknown = drafts.unknown_facts(worded)
    same = (worded.subject, worded.body) == (now.subject, now.body)
    if unknown:
        st.warning(formats.plain(f"No message knows {formats.listed(unknown)}: such braces stay as they are."),
                   icon=":material/data_object:")
    with st.container(horizontal=True):
        st.button("Save the wording", key="template_save", type=strong(), icon=":material/save:",
                  disabled=bool(unknown) or same, on_click=guarded(_word), args=(view.source, key, program, worded, by))
        st.button("As for all programs" if program else "As it comes", key="template_reset",
                  icon=":material/restart_alt:", on_click=guarded(_word), args=(view.source, key, program, None, by),
                  disabled=(key, program) not in all_worded)
    if all_worded:
        st.caption(formats.plain(f"Worded anew: {formats.listed([drafts.named(*one) for one in all_worded])}."))


def _word(source: Source, key: str, program: str | None, template: Template | None, by: str) -> None:
    with follow_ups.ledger_of(source) as ledger:
        save_template(ledger, key, program, template, by=by)
    for name in (f"template_subject_{key}_{program}", f"template_body_{key}_{program}"):
        st.session_state.pop(name, None)
    st.session_state[limits.DONE] = ("check_circle", "The wording is saved.")


def changes(source: Source | None, by: str) -> None:
    """Every change on record, newest first, each with its undo: the earlier value again."""
    entries: list[Entry] = [(at, told, house_words.undo, (change, by)) for at, told, change in house_words.changes()]
    if source is not None and Ledger.exists(source.folder):
        entries += _of_numbers(source, by)
    if not entries:
        st.caption("Nothing has been changed.")
    for number, (at, told, undo, arguments) in enumerate(sorted(entries, key=lambda one: one[0], reverse=True)):
        if number == CHANGES_SHOWN:
            st.caption(f"{formats.number(len(entries) - CHANGES_SHOWN)} more in the audit log")
            break
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"{told} :small[:gray[{formats.day(at.date())}]]")
            st.button("Undo", icon=":material/undo:", key=f"undo_change_{number}", on_click=guarded(undo),
                      args=arguments)


def _of_numbers(source: Source, by: str) -> list[Entry]:
    """The changes of limits and messages."""
    with follow_ups.ledger_of(source) as ledger:
        rules = rule_changes(ledger)
        worded = [entry for entry in ledger.audit() if entry.action == "template"]
    return [
        *((change.at, _told(change), limits.save, (source, change.undone(), by)) for change in rules),
        *((entry.at, formats.plain(f"{entry.by} worded {drafts.named(key, program)} anew"), _word,
           (source, key, program, _template(entry.detail["before"]), by))
          for entry in worded for key, program in [(entry.detail["key"], entry.detail.get("program"))]
          if key in drafts.TEMPLATES)]


def _told(change: RuleChange) -> str:
    parts = [words.rule_changed(after.key, after.program, before.value, after.value)
             for before, after in change.changes if after.key in RULE]
    return formats.plain(f"{change.by} · {'; '.join(parts)}")


def _template(detail: dict[str, str] | None) -> Template | None:
    return None if detail is None else Template(detail["subject"], detail["body"])


def roles() -> None:
    """Who sees what, in words; then who has which role."""
    st.table(list(ROLES), border="horizontal", hide_index=True, alt="What each role sees")
    audit.holders()
