"""The list of pairs: our own controls over all rows, one page of them in sight."""

import zlib
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from .. import formats
from ..metrics.pair_list import Order, Search, all_lines, mentee_sites, pair_page, pair_states
from ..reports.pair_list import COLUMNS_WRITTEN, pair_list_xlsx
from ..words import labels, states
from ..words import pairs as words
from . import cards, frame, query
from .downloads import XLSX, download_button
from .empty import empty
from .sections import chosen
from .view import View

Row = Mapping[str, Any]

PAGE = 25
"""Pairs of one page."""

_KEYS = {"words": "pairs_words", "mentor": "pairs_mentor", "site": "pairs_site", "state": "pairs_state"}


def clear() -> None:
    """Forgets the search and the column filters."""
    for name, key in _KEYS.items():
        st.session_state[key] = [] if name in ("site", "state") else ""


def controls(view: View) -> tuple[Search, str, Sequence[str]]:
    """The search, the order in words and the columns. They stay in the session: they may name people."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        looked = st.text_input("Find a pair", key=_KEYS["words"], type="search", live="400ms", persist_state="session",
                               placeholder="name, e-mail address or id", width="stretch")
        order = st.selectbox("Order", list(words.ORDERS), key="pairs_order", persist_state="session", width=230)
        with st.popover("More", icon=":material/tune:", key="pairs_more"):
            mentor = st.text_input("Mentor", key=_KEYS["mentor"], persist_state="session",
                                   placeholder="part of the mentor's name")
            at = st.multiselect("Site of the mentee", query.detail(view, mentee_sites), key=_KEYS["site"],
                                persist_state="session", placeholder="All",
                                format_func=lambda site: "unknown" if site == "-" else site)
            columns = st.pills("Columns", list(words.COLUMNS), key="pairs_columns", selection_mode="multi",
                               default=list(words.SHOWN), format_func=words.COLUMNS.__getitem__,
                               persist_state="session")
    counts = query.detail(view, pair_states, Search(looked or "", mentor or "", tuple(at)))
    state = st.pills("State", [name for name in labels.STATES if counts.get(name)], selection_mode="multi",
                     key=_KEYS["state"], persist_state="session", label_visibility="collapsed",
                     format_func=lambda name: words.state_label(name, counts))
    shown = [key for key in words.COLUMNS if key in (columns or words.SHOWN)]
    return Search(looked or "", mentor or "", tuple(at), tuple(state)), order, shown


def found(view: View, search: Search, order: str, columns: Sequence[str]) -> None:
    """What the search finds: one page of the list, a link to each pair's own page, and all of it to take away."""
    counts = query.detail(view, pair_states, Search(search.words, search.mentor, search.site))
    total = sum(number for state, number in counts.items() if not search.state or state in search.state)
    if not total:
        empty(words.nothing(search), icon="search_off")
        st.button("Clear the search", icon=":material/filter_alt_off:", on_click=clear, key="pairs_clear")
        return
    by = words.ORDERS[order]
    pages = -(-total // PAGE)
    st.markdown(f"**{formats.plain(words.found(counts, search))}**")
    head = st.empty()
    table = st.container()
    # another search starts on its first page; the key is a digest, because a search may name people
    asked = zlib.crc32(repr((view.filters, view.as_of, search, order)).encode())
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        page = st.pagination(pages, key=f"pairs_page_{asked}") if pages > 1 else 1
        with st.container(horizontal=True, width="content"):
            _downloads(view, search, order)
    first = (page - 1) * PAGE
    rows = query.detail(view, pair_page, search, by, PAGE, first)
    place = words.place(first + 1, first + len(rows), total, order.lower())
    head.caption(formats.plain(place))
    with table:
        _table(rows, columns, f"{words.found(counts, search)}. {place}.")
    _links(rows)


def _table(rows: Sequence[Row], columns: Sequence[str], alt: str) -> None:
    lines = [words.line(row) for row in rows]
    st.dataframe([{words.COLUMNS[key]: _cell(key, line[key]) for key in columns} for line in lines], hide_index=True,
                 height="content", alt=alt, key="pairs_table", placeholder="",
                 column_config={words.COLUMNS[key]: _LOOKS[key] for key in columns if key in _LOOKS})


_SHARES = {"cadence_coverage": "Covered", "milestones_share": "Steps", "actions_share": "Actions"}
"""Shares of the list with a head that fits their narrow column; its help is the whole name."""

_DAYS = ("start_date", "planned_end_date", "end_day", "last_meeting", "next_planned")
_LOOKS: dict[str, Any] = {
    **{key: st.column_config.ProgressColumn(label, format="%.0f%%", min_value=0, max_value=100, width=70,
                                            help=words.COLUMNS[key]) for key, label in _SHARES.items()},
    **{key: st.column_config.DateColumn(words.COLUMNS[key], format="D MMM YYYY") for key in _DAYS},
    "gaps": st.column_config.LineChartColumn("Gaps", y_min=0, width=58,
                                             help="Days between meeting days, oldest first"),
    "state": st.column_config.TextColumn("State", width=62),
    "why": st.column_config.TextColumn("Why look", width=170),
    "days_since": st.column_config.NumberColumn("Days", width=50, help="Days since the last meeting, else the start"),
    "mentor": st.column_config.TextColumn("Mentor", width=112),
    "mentee": st.column_config.TextColumn("Mentee", width=112),
    "cadence": st.column_config.TextColumn("How they meet", width=122)}


def _cell(key: str, value: Any) -> Any:
    if key in _SHARES:
        return None if value is None else value * 100
    return value or None if key == "gaps" else value


def _links(rows: Sequence[Row]) -> None:
    with st.container(border=True, gap="small"):
        st.markdown("**Open a pair**")
        grid = st.grid("auto", min_column_width=230, gap="xsmall")
        for row in rows:
            with grid.cell():
                frame.pair_link(row["pair_id"], f"{formats.person(row['mentor_name'])} → "
                                                f"{formats.person(row['mentee_name'])}")


def _downloads(view: View, search: Search, order: str) -> None:
    said = words.in_force(search, states.filters(chosen(view), view.as_of), order)
    download_button("Excel", lambda: pair_list_xlsx(_all(view, search, words.ORDERS[order]), said), "pairs.xlsx", XLSX,
                    key="pairs_xlsx")
    download_button("CSV", lambda: cards.csv_bytes(
        [words.line(row) for row in _all(view, search, words.ORDERS[order])],
        {column.key: column.heading for column in COLUMNS_WRITTEN}),
        "pairs.csv", "text/csv", key="pairs_csv")


def _all(view: View, search: Search, order: Order) -> list[dict[str, Any]]:
    return list(query.fresh(view, all_lines, search, order))


def stop_without_pairs(view: View) -> None:
    """Ends the page with a designed state where the filters leave no pair, planned ones counting too."""
    if query.detail(view, pair_states, Search()):
        return
    if view.filtered:
        empty(states.nothing_left(states.filters(chosen(view), view.as_of)), icon="filter_alt", clear=True)
    else:
        own = view.viewer.programs
        empty(states.no_such_data("pair") if own is None else states.not_in_the_data(own), icon="group")
    st.stop()


def waiting(view: View) -> None:
    """People without a partner, and which file first listed them so."""
    people = query.waiting(view)
    if not people:
        empty(words.NOBODY_WAITS, icon="task_alt", clear=view.filtered)
        return
    lines = [words.waiting_line(one) for one in people]
    title = words.waiting_title(people)
    st.markdown(f"**{formats.plain(title)}**")
    st.caption("Who has waited longest first · the day is that of the data of the first file that lists them so")
    days = {words.WAITING_COLUMNS[key]: st.column_config.DateColumn(words.WAITING_COLUMNS[key], format="D MMM YYYY")
            for key in ("since", "last")}
    st.dataframe([{heading: line[key] for key, heading in words.WAITING_COLUMNS.items()} for line in lines],
                 hide_index=True, alt=f"{title}.", key="waiting_table", placeholder="", column_config=days)
    cards.download("waiting", lines, words.WAITING_COLUMNS)
