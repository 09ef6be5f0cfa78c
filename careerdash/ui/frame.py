"""The frame of every page: navigation, title with filters, notices, and what happens when something fails."""

import gc
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from .. import access, formats
from ..imports.model import ImportsError
from ..imports.moments import ready_last_import
from ..imports.start import recover
from ..imports.watch import watch_in_background, watched_folder
from ..ledger.database import LedgerError
from ..ledger.folder import DataFolder
from ..ledger.lock import LockBusy
from ..metrics import Filters
from ..words import access as words
from ..words import states
from . import address, admission, filters, query
from .empty import empty
from .view import AT_ONCE, BUILD_SHOWN, Source, View, colors, keep, source

LOG = logging.getLogger("careerdash")
SIDEBAR = 232
"""Width of the sidebar in px."""

_ICON = Path(__file__).with_name("icon.svg").read_text(encoding="utf-8")
"""Our own picture: Streamlit would fetch a symbol for the browser's tab from another host."""

_PAGES = "pages"


@st.cache_resource(show_spinner="Bringing the data up to date")
def start() -> bool:
    """Once a process: sets right what a killed import left, makes builds of older code again, watches the folder
    that the setting names, settles memory.

    Garbage collection runs after every script run; what is loaded by now need not be looked at again.
    """
    for folder in (DataFolder.default(), DataFolder.demo()):
        try:
            recover(folder)
            ready_last_import(folder, AT_ONCE)
        except (ImportsError, LedgerError, LockBusy):  # what is in force still serves, and the log says why
            LOG.exception("the data could not be brought up to date")
    watched = watched_folder()
    if watched is not None:
        watch_in_background(DataFolder.default(), watched)
    gc.collect()
    gc.freeze()
    return True


def configure() -> None:
    """Title, width and sidebar of the browser page. Comes first on every run."""
    st.set_page_config(page_title="careerdash", page_icon=_ICON, layout="wide", initial_sidebar_state=SIDEBAR)


def pages(viewer: access.Viewer, root: Path) -> dict[str, StreamlitPage]:
    """The viewer's pages by key, the first of them at `/`."""
    entries = access.pages_for(viewer)
    made = {
        entry.key: st.Page(root / entry.path, title=entry.title, icon=f":material/{entry.icon}:",
                           url_path=entry.key, default=entry is entries[0])
        for entry in entries}
    st.session_state[_PAGES] = made
    return made


def others(viewer: access.Viewer) -> dict[str, StreamlitPage]:
    """By key the pages of other roles: under their address stands whom they are for, and nothing of them."""
    mine = access.pages_for(viewer)
    return {entry.key: st.Page(partial(_not_for, viewer, entry), title=entry.title, url_path=entry.key)
            for entry in access.PAGES if entry not in mine}


def _not_for(viewer: access.Viewer, entry: access.PageEntry) -> None:
    found = admission.settings()
    _title(entry.title)
    empty(words.not_for(entry.title, entry.roles, viewer.role, found.contact if found else ""), icon="lock")
    first = access.pages_for(viewer)[0]
    link(first.key, f"Go to {first.title}")


def sidebar(viewer: access.Viewer, made: Mapping[str, StreamlitPage]) -> None:
    """The navigation: links that carry the filters along."""
    carried = address.current()
    entries = access.pages_for(viewer)
    with st.sidebar:
        for group in dict.fromkeys(entry.group for entry in entries):
            with st.container(gap="xsmall"):
                st.caption(group)
                for entry in entries:
                    if entry.group == group and entry.listed:
                        st.page_link(made[entry.key], width="stretch", query_params=carried)
        if viewer.sign_in is not None:
            with st.container(gap="xsmall"):
                st.caption("Signed in")
                st.text(viewer.name)
                st.button("Sign out", type="tertiary", icon=":material/logout:", on_click=admission.sign_out,
                          key="sign_out")


def link(key: str, label: str, icon: str = "arrow_forward") -> None:
    """A link to another page that keeps filters and day; nothing where the viewer has no such page."""
    made: Mapping[str, StreamlitPage] = st.session_state[_PAGES]
    if key in made:
        st.page_link(made[key], label=label, icon=f":material/{icon}:", query_params=address.current())


def pair_link(pair_id: str, label: str) -> None:
    """A link to the page of a pair that keeps filters and day; plain words where there is no such page."""
    made: Mapping[str, StreamlitPage] = st.session_state[_PAGES]
    if "pair" in made:
        asked = {**address.current(), address.PAIR: pair_id}
        st.page_link(made["pair"], label=formats.plain(label), query_params=asked)
    else:
        st.markdown(f"**{formats.plain(label)}**")


def run(viewer: access.Viewer, page: StreamlitPage, made: Mapping[str, StreamlitPage]) -> None:
    """Draws the page in its frame; a page of another role says so itself."""
    entry = next((entry for entry in access.pages_for(viewer) if made[entry.key] == page), None)
    if entry is None:
        page.run()
        return
    try:
        shown = source()
        _tell_new_data(shown)
        if not entry.filtered and entry.listed:
            _title(entry.title)
            _tell_demo(shown, entry.key)
            page.run()
        elif shown is None:
            _title(entry.title)
            empty(states.NO_DATA, icon="folder_open")
            link("imports", "Go to Imports", "upload_file")
        elif entry.filtered:
            _filtered(viewer, entry, shown, page)
        else:
            _about_one(viewer, entry, shown, page)
    except Exception:  # whatever happens, a sentence and a log line, never a half-drawn page without a word
        LOG.exception("page %s failed", entry.key)
        st.error(states.FAILED, icon=":material/error:")


def _filtered(viewer: access.Viewer, entry: access.PageEntry, shown: Source, page: StreamlitPage) -> None:
    data_day = query.data_day(shown)
    options = query.options(shown, viewer)
    asked = address.read(options)
    as_of = asked.as_of or data_day
    with _title(entry.title), st.container(horizontal=True, width="content"):
        filters.pairs_menu(options, asked)
        filters.day_menu(as_of, data_day)
    _tell_demo(shown, entry.key)
    filters.in_force(asked, as_of, data_day)
    keep(View(viewer, shown, data_day, as_of, _filters(asked.chosen), colors()))
    page.run()


def _about_one(viewer: access.Viewer, entry: access.PageEntry, shown: Source, page: StreamlitPage) -> None:
    """A page about one pair: of the filters only the day counts; the others go along to the next page."""
    data_day = query.data_day(shown)
    asked = address.of_day()
    as_of = asked.as_of or data_day
    with _title(entry.title):
        filters.day_menu(as_of, data_day)
    _tell_demo(shown, entry.key)
    filters.in_force(asked, as_of, data_day)
    keep(View(viewer, shown, data_day, as_of, Filters(), colors()))
    page.run()


def _title(title: str) -> DeltaGenerator:
    """The title's row; what the caller adds stands at its right."""
    row = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center")
    row.title(title, anchor=False, width="content")
    return row


def _filters(chosen: Mapping[str, Sequence[str]]) -> Filters:
    return Filters(program=tuple(chosen["program"]), cohort=tuple(chosen["cohort"]),
                   department=tuple(chosen["department"]))


def _tell_demo(shown: Source | None, key: str) -> None:
    if shown is None or not shown.demo:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f":material/science: {formats.plain(states.DEMO)}", width="content")
        if key != "imports":
            link("imports", "Import your files", "upload_file")


def _tell_new_data(shown: Source | None) -> None:
    now = None if shown is None else str(shown.path)
    before = st.session_state.get(BUILD_SHOWN, now)
    st.session_state[BUILD_SHOWN] = now
    if now is not None and before is not None and before != now:
        st.toast(states.NEW_DATA, icon=":material/update:", duration="long")
