"""The parts of Needs attention: column filters, the work list a page at a time, what is out of sight."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from .. import formats
from ..ledger.follow_ups import FollowUp, take_back
from ..metrics import REASONS, AttentionRow, Hidden, ListCounts, Wanted
from ..words import attention as words
from ..words import labels, reasons, states
from . import follow_ups, frame, sections, writing
from .admission import guarded
from .empty import empty
from .view import View, strong

A_PAGE = 25
LISTS: dict[str, str] = {"call": "Call", "records": "Put the records right", "hidden": "Out of sight",
                         "helped": "Did it help?", "try": "Try a limit"}
_FILTERS = ("need_reasons", "need_site", "need_mentor", "need_search")
_PAGE = "need_page"
_COLUMNS = (5, 8.5, 2.8)
_NAMES = 32
"""Letters of two names that a link has room for; a longer text is cut by the browser and stands beneath it, too."""


def tell_done() -> None:
    """What the last dialog recorded, once."""
    said = st.session_state.pop(writing.DONE, None)
    if said:
        st.toast(formats.plain(said), icon=":material/check_circle:")


def column_filters(view: View) -> Wanted:
    """The column filters, kept for the session: reasons, site, mentor, search."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input("Search", key="need_search", placeholder="Name or pair", persist_state="session",
                               width=220, on_change=guarded(_first_page))
        with st.popover("Narrow the list", icon=":material/filter_list:", key="need_narrow"):
            chosen = st.multiselect("Reason", REASONS, key="need_reasons", persist_state="session", placeholder="All",
                                    format_func=lambda reason: formats.capital(labels.REASONS[reason]),
                                    on_change=guarded(_first_page))
            mentor = st.text_input("Mentor", key="need_mentor", placeholder="Part of a name", persist_state="session",
                                   on_change=guarded(_first_page))
            sites = follow_ups.sites(view)
            site = st.multiselect("Site of the mentee", ["-", *sites], key="need_site", persist_state="session",
                                  format_func=lambda name: "unknown" if name == "-" else name, placeholder="All",
                                  on_change=guarded(_first_page)) if sites else []
        wanted = Wanted(reasons=tuple(chosen), site=tuple(site), mentor=mentor.strip(), search=search.strip())
        if filtered(wanted):
            st.caption(formats.plain(words.narrowed(chosen, mentor.strip(), site, search.strip())), width="content")
            st.button("Clear", type="tertiary", icon=":material/close:", on_click=guarded(_clear), key="need_clear")
    return wanted


def filtered(wanted: Wanted) -> bool:
    """Whether a column filter is in force."""
    return bool(wanted.reasons or wanted.site or wanted.mentor or wanted.search)


def _clear() -> None:
    for key in _FILTERS:
        st.session_state[key] = [] if key in ("need_reasons", "need_site") else ""
    _first_page()


def _first_page() -> None:
    st.session_state[_PAGE] = 0


def choose(counts: ListCounts) -> str:
    """The list or question to show."""
    many = {"call": counts.call, "records": counts.records, "hidden": counts.hidden_call + counts.hidden_records}
    return st.segmented_control(
        "Show", list(LISTS), default="call", required=True, key="need_list", label_visibility="collapsed",
        persist_state="session", on_change=guarded(_first_page),
        format_func=lambda key: f"{LISTS[key]} ({formats.number(many[key])})" if key in many else LISTS[key]) or "call"


def work_list(view: View, wanted: Wanted, total: int, events: Sequence[FollowUp]) -> None:
    """One page of a list, with the bar that acts on the chosen pairs."""
    if not total:
        _nothing(view, wanted)
        return
    pages = -(-total // A_PAGE)
    page = min(st.session_state.get(_PAGE, 0), pages - 1)
    rows = follow_ups.rows(view, wanted, A_PAGE, page * A_PAGE)
    _bar(view, rows)
    last = follow_ups.last_of_pairs(view, events)
    st.caption(words.ORDER, help=words.ORDER_HELP)
    with st.container(gap="xsmall"):
        for row in rows:
            _row(view, row, last.get(row.pair_id))
    _turn(page, pages, total, len(rows))


def _nothing(view: View, wanted: Wanted) -> None:
    if filtered(wanted):
        empty(states.Empty("No pair on this list matches", "Clear the filters above it to see the whole list."),
              icon="filter_alt")
    elif view.filtered:
        empty(states.nothing_left(states.filters(sections.chosen(view), view.as_of)), icon="filter_alt", clear=True)
    else:
        nothing = "Nobody to call" if wanted.list == "call" else "No records to put right"
        empty(states.Empty(nothing, "Nothing of this kind is flagged on this day."), icon="check_circle")


def _picked() -> tuple[str, ...]:
    picked: tuple[str, ...] = st.session_state.get(writing.SELECTED, ())
    return picked


def _pick(pair_id: str) -> None:
    others = tuple(one for one in _picked() if one != pair_id)
    st.session_state[writing.SELECTED] = (*others, pair_id) if st.session_state[f"pick_{pair_id}"] else others


def _pick_all(pair_ids: Sequence[str], on: bool) -> None:
    others = tuple(one for one in _picked() if one not in pair_ids)
    st.session_state[writing.SELECTED] = (*others, *pair_ids) if on else ()
    for key in [key for key in st.session_state if str(key).startswith("pick_")]:
        del st.session_state[key]


def _bar(view: View, rows: Sequence[AttentionRow]) -> None:
    here = [row.pair_id for row in rows]
    picked = _picked()
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(f"Choose these {formats.number(len(here))}", icon=":material/select_all:",
                  on_click=guarded(_pick_all),
                  args=(here, True), key="need_all", disabled=set(here) <= set(picked))
        if picked:
            st.button("Choose none", icon=":material/deselect:", on_click=guarded(_pick_all), args=(here, False),
                      key="need_none")
            st.markdown(f"**{formats.count(len(picked), 'pair')} chosen**", width="content")
            st.button("Write to them", icon=":material/mail:", key="need_write", type=strong(),
                      on_click=guarded(writing.open_panel), args=("write", picked))
            st.button("Record for them", icon=":material/edit_note:", key="need_note",
                      on_click=guarded(writing.open_panel), args=("note", picked))
    if len(picked) > 1 or (picked and picked[0] not in here):
        writing.panel(view, picked)


def _row(view: View, row: AttentionRow, last: FollowUp | None) -> None:
    name = writing.who([row])
    with st.container(border=True):
        pair, why, act = st.columns(_COLUMNS, vertical_alignment="center", gap="small")
        with pair, st.container(horizontal=True, vertical_alignment="top", wrap=False, gap="xsmall"):
            st.checkbox(f"Choose {formats.plain(name)}", row.pair_id in _picked(), key=f"pick_{row.pair_id}",
                        label_visibility="collapsed", on_change=guarded(_pick), args=(row.pair_id,))
            with st.container(gap="xxsmall"):
                frame.pair_link(row.pair_id, name)
                group = " · ".join(str(part) for part in (row.facts["program"], row.facts["cohort"]) if part)
                st.caption(formats.plain(" · ".join(filter(None, (name if len(name) > _NAMES else "",
                                                                  group or "no program")))))
        with why, st.container(gap="xxsmall"):
            for reason in row.reasons:
                st.markdown(f":material/{labels.REASON_ICONS[reason]}: "
                            f"{formats.plain(reasons.sentence(reason, row.facts))}")
            if last is not None:
                st.caption(f":material/history: {formats.plain(words.told(last, view.as_of))}")
        with act, st.container(horizontal=True, horizontal_alignment="right", gap="xsmall"):
            st.button("Write", icon=":material/mail:", key=f"open_write_{row.pair_id}", type="tertiary",
                      help=f"Write to {formats.plain(name)}", on_click=guarded(writing.open_panel),
                      args=("write", [row.pair_id]))
            st.button("Record", icon=":material/edit_note:", key=f"open_note_{row.pair_id}", type="tertiary",
                      help=f"Record a follow-up for {formats.plain(name)}", on_click=guarded(writing.open_panel),
                      args=("note", [row.pair_id]))
        writing.panel(view, [row.pair_id])


def _turn(page: int, pages: int, total: int, shown: int) -> None:
    first = page * A_PAGE
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Earlier", icon=":material/chevron_left:", on_click=guarded(_go), args=(page - 1,),
                  disabled=page == 0,
                  key="need_earlier")
        st.caption(f"{formats.number(first + 1)} to {formats.number(first + shown)} of {formats.number(total)}",
                   width="content")
        st.button("Later", icon=":material/chevron_right:", on_click=guarded(_go), args=(page + 1,),
                  disabled=page >= pages - 1,
                  key="need_later")


def _go(page: int) -> None:
    st.session_state[_PAGE] = page


def out_of_sight(view: View, hidden: Mapping[str, Hidden]) -> None:
    """Pairs that were snoozed or resolved: they still count as needing attention, and can be shown again."""
    rows = follow_ups.rows_of(view, sorted(hidden))
    if not rows:
        empty(states.Empty("No pair is out of sight", "Snoozed and resolved pairs are listed here."), icon="visibility")
        return
    st.caption("They still count among the pairs that need attention. A resolved pair comes back when another reason "
               "appears, or when one it had goes and comes back.")
    for row in rows[:4 * A_PAGE]:
        event = hidden[row.pair_id].event
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(gap="xxsmall"):
                frame.pair_link(row.pair_id, writing.who([row]))
                st.caption(formats.plain(f"{words.told(event, view.as_of)}. {event.text}".strip()))
            st.button("Show again", icon=":material/visibility:", key=f"show_{row.pair_id}",
                      on_click=guarded(_show_again),
                      args=(view, event))
    if len(rows) > 4 * A_PAGE:
        st.caption(f"{formats.number(len(rows) - 4 * A_PAGE)} more")


def _show_again(view: View, event: FollowUp) -> None:
    with follow_ups.ledger_of(view.source) as ledger:
        take_back(ledger, event, by=view.viewer.name, day=date.today())
    st.session_state[writing.DONE] = "The pair is on the list again."


def helped(view: View, events: tuple[FollowUp, ...]) -> None:
    """What came of contacts, and what flags foresaw."""
    with st.spinner("Looking at what came of contacts"):
        found = follow_ups.contacts(view, events)
    with st.container(border=True):
        st.markdown(f"**{formats.plain(words.helped(found.contacted))}**")
        st.table(words.helped_rows(found.contacted, found.not_contacted), border="horizontal", hide_index=True,
                 alt="What came of contacts")
        st.caption(words.HELPED_NOTE)
    with st.container(border=True):
        with st.spinner("Looking at the past", show_time=True):
            seen = follow_ups.foresight(view)
        st.markdown(f"**Do the flags foresee trouble? {formats.plain(words.foresaw(seen))}**")
        if seen.days:
            if seen.enough:
                st.table(words.foresaw_rows(seen), border="horizontal", hide_index=True, alt="What flags foresaw")
            st.caption(formats.plain(words.foresaw_note(seen)))
