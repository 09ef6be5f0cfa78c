"""Trying a limit before it is saved: what it does to the work list and to the numbers; saving publishes a build."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from .. import formats
from ..imports.model import ImportsError
from ..imports.rules import RuleSetting, change_rules, complaint
from ..ledger.database import LedgerError
from ..ledger.lock import LockBusy
from ..metrics import Wanted, work_list
from ..schema import RULE
from ..words import attention as words
from ..words import labels, numbers
from . import follow_ups, query
from .admission import guarded
from .view import BUILD_SHOWN, Source, View, strong

DONE = "limit_done"
EVERYTHING = Wanted()


def value_in_force(view: View, key: str, program: str | None) -> float:
    """A rule's value in the build: the program's own, else the general one."""
    found = query.in_sight(view, work_list.values_of_rule, key)
    return found.get(program, found[None])


def try_one(view: View, keys: Sequence[str], name: str, wanted: Wanted = EVERYTHING) -> None:
    """A rule, a program, a value: what it would do to the list as it is looked at, and the button that saves it."""
    left, middle, right = st.columns([3, 2, 1], vertical_alignment="bottom")
    key = left.selectbox("Limit", keys, key=f"{name}_key", format_func=lambda one: RULE[one].label) or keys[0]
    rule = RULE[key]
    program = choose_program(view, middle, f"{name}_program", disabled=not rule.per_program)
    in_force = value_in_force(view, key, program)
    is_share = rule.unit == "share"
    value = right.number_input(
        formats.capital(rule.unit), min_value=0.0, max_value=1.0 if is_share else 10000.0, value=float(in_force),
        step=0.05 if is_share else 1.0, format="%.2f" if is_share else "%.0f", key=f"{name}_{key}_{program}_value")
    # with the limit's whole name: a list of choices cuts it where the window is narrow
    st.caption(formats.plain(f"{rule.label}. In force: {words.value_of_rule(key, in_force)}; it comes as "
                             f"{words.value_of_rule(key, rule.default)}."))
    if value == in_force:
        st.caption("Change the value to see what it would do; nothing is saved before you say so.")
        return
    if said := complaint(key, value):
        st.warning(formats.plain(said), icon=":material/error:")
        return
    with st.spinner("Working out the list with this limit", show_time=True):
        found = query.detail(view, work_list.rule_effect, key, program, value, tuple(labels.TILES),
                             follow_ups.hiding(follow_ups.events(view)), date.today(), replace(wanted, list=""))
    st.markdown(f"**{formats.plain(words.tried(key, value, found))}**")
    st.caption(formats.plain(words.tried_of(found, filtered=view.filtered or wanted != EVERYTHING)))
    moved = [f"{labels.TILES[one]} {numbers.shown(one, before)} → {numbers.shown(one, found.after[one])}"
             for one, before in found.before.items() if before.value != found.after[one].value]
    st.caption(formats.plain("; ".join(moved) + "." if moved else "The five numbers of the Overview stay as they are."))
    if view.viewer.role == "coordinator":
        st.button("Save for everybody", type=strong(), icon=":material/save:", key=f"{name}_save",
                  on_click=guarded(save),
                  args=(view.source, [RuleSetting(key, program, value)], view.viewer.name))


def choose_program(view: View, place: DeltaGenerator, key: str, *, disabled: bool = False) -> str | None:
    """The program that a setting is for; None: all programs."""
    programs = [one for one in query.options(view.source, view.viewer)["program"] if one != "-"]
    return place.selectbox("For", [None, *programs], key=key, disabled=disabled,
                           format_func=lambda one: one or words.ALL)


def save(source: Source, settings: Sequence[RuleSetting], by: str) -> None:
    """Publishes a build with these rules, showing how far it is; the outcome is told on the next run."""
    bar = st.progress(0.0, "Making the numbers again")

    def show(step: str, share: float) -> None:
        bar.progress(min(max(share, 0.0), 1.0), step)

    try:
        change_rules(source.folder, settings, by=by, progress=show)
    except (ImportsError, LedgerError, LockBusy) as error:
        st.session_state[DONE] = ("error", str(error))
    else:
        st.session_state[DONE] = ("check_circle", "Saved: all numbers are made with the new limit.")
        st.session_state.pop(BUILD_SHOWN, None)
    finally:
        bar.empty()


def tell_done() -> None:
    """What became of the last change, once."""
    icon, said = st.session_state.pop(DONE, ("", ""))
    if said:
        (st.error if icon == "error" else st.success)(formats.plain(said), icon=f":material/{icon}:")
