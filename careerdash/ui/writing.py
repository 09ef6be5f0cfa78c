"""Two panels of the work list: a drafted message, and a follow-up to record, for one pair or many.

They stand on the page itself: a dialog runs without the router, which looks who is there.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import get_args

import streamlit as st

from .. import formats
from ..imports.met import record_meeting
from ..imports.model import ImportsError
from ..ledger.database import LedgerError
from ..ledger.follow_ups import FollowUp, Kind, Side
from ..ledger.lock import LockBusy
from ..metrics import AttentionRow
from ..words import attention as words
from ..words import drafts, story
from . import follow_ups
from .admission import guarded
from .view import BUILD_SHOWN, View, strong

DONE = "attention_done"
SELECTED = "attention_selected"
OPEN = "attention_open"
_SIDES: dict[str, tuple[drafts.Side, ...]] = {
    "mentor": ("mentor",), "mentee": ("mentee",), "both": ("mentor", "mentee")}
_CHOSEN: tuple[Kind, ...] = ("e-mailed", "called", "spoke", "met", "re-matched", "note", "snoozed", "resolved")
_FITS = "Fits the reason"
_ABOUT_PEOPLE = frozenset({"e-mailed", "called", "spoke"})


def who(rows: Sequence[AttentionRow]) -> str:
    """Whom a panel is about."""
    if len(rows) > 1:
        return formats.count(len(rows), "pair")
    return story.people(rows[0].facts)


def open_panel(kind: str, pair_ids: Sequence[str]) -> None:
    """Opens the panel `write` or `note` for these pairs; only one is open."""
    _forget()
    st.session_state[OPEN] = (kind, tuple(pair_ids))


def panel(view: View, of: Sequence[str]) -> None:
    """The panel, if it is open for just these pairs."""
    kind, pair_ids = st.session_state.get(OPEN, ("", ()))
    if not kind or pair_ids != tuple(of):
        return
    rows = follow_ups.rows_of(view, pair_ids)
    if not rows:
        return
    with st.container(border=len(of) > 1):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            about = f"{formats.capital('write to' if kind == 'write' else 'record for')} {who(rows)}"
            st.markdown(f"**{formats.plain(about)}**", width="content")
            st.button("Close", type="tertiary", icon=":material/close:", key="panel_close", on_click=guarded(_forget))
        (_write if kind == "write" else _note_down)(view, rows)


def _forget() -> None:
    st.session_state.pop(OPEN, None)
    for key in [key for key in st.session_state if str(key).startswith(("note_", "write_"))]:
        del st.session_state[key]


def _write(view: View, rows: Sequence[AttentionRow]) -> None:
    """Drafts for the chosen side of these pairs, one a person: to open in the mail program, or to copy."""
    to = st.segmented_control("To whom", list(_SIDES), format_func=formats.capital, key="write_to")
    wording = st.selectbox("Wording", [_FITS, *drafts.TEMPLATES], key="write_wording",
                           format_func=lambda key: _FITS if key == _FITS else drafts.TEMPLATES[key].label)
    gone = [side for side in get_args(drafts.Side) if any(drafts.has_left(row, side) for row in rows)]
    if gone:
        st.caption(f"No message to who left: {formats.listed(['the ' + side for side in gone])}.")
    if to is None:
        st.caption("Choose who gets the message. Nothing is sent from here: the draft opens in your mail program.")
        return
    made = drafts.drafts(rows, _SIDES[to], None if wording == _FITS else wording, follow_ups.worded(view.source),
                         follow_ups.emails(view, rows))
    if not made:
        st.info("Nobody to write to: that side has left.", icon=":material/person_off:")
        return
    for draft in made:
        _draft(view, draft, open_=len(made) < 3)
    _sent(view, rows, made, to)


def _draft(view: View, draft: drafts.Draft, *, open_: bool) -> None:
    with st.expander(formats.plain(draft.name), expanded=open_):
        if draft.link is None:
            st.caption(formats.plain(f"Copy only: {draft.why_no_link}."))
        else:
            st.link_button("Open in the mail program", draft.link, icon=":material/outgoing_mail:", type=strong(),
                           key=f"mail_{draft.person_id}")
        st.text(f"To: {draft.email or 'no e-mail address'}\nSubject: {draft.subject}")
        st.code(draft.body, language=None, wrap_lines=True)


def _sent(view: View, rows: Sequence[AttentionRow], made: Sequence[drafts.Draft], to: str) -> None:
    reached = {pair_id for draft in made for pair_id in draft.pair_ids}
    if st.button("I sent it: record as e-mailed", icon=":material/done:", key="write_sent"):
        side: Side = "mentor" if to == "mentor" else "mentee" if to == "mentee" else "both"
        follow_ups.add(view, [
            FollowUp(row.pair_id, "e-mailed", date.today(), "", side=_side_of(row, side), as_of=view.as_of,
                     reasons=row.reasons) for row in rows if row.pair_id in reached])
        _finish(f"Recorded as e-mailed: {formats.count(len(reached), 'pair')}.")


def _side_of(row: AttentionRow, side: Side) -> Side:
    left = [one for one in get_args(drafts.Side) if drafts.has_left(row, one)]
    if side == "both" and left:
        return "mentee" if "mentor" in left else "mentor"
    return side


def _note_down(view: View, rows: Sequence[AttentionRow]) -> None:
    """What was done about these pairs."""
    today = date.today()
    kind: Kind | None = st.pills("What", _CHOSEN, format_func=lambda one: formats.capital(words.KINDS[one]),
                                 key="note_kind")
    if kind is None:
        st.caption("Choose what you did. Several coordinators may write at once; nothing is overwritten.")
        return
    until: date | None = None
    side: Side = ""
    day = today
    if kind == "snoozed":
        until = st.date_input("Out of sight until", today + timedelta(days=14), min_value=today + timedelta(days=1),
                              format="YYYY-MM-DD", key="note_until")
    elif kind == "resolved":
        st.caption("Out of sight until another reason appears, or one of today's goes and comes back.")
    else:
        day = st.date_input("They met on" if kind == "met" else "On which day", today, max_value=today,
                            format="YYYY-MM-DD", key="note_day")
    if kind in _ABOUT_PEOPLE:
        side = st.segmented_control("Whom", ["mentor", "mentee", "both"], default="both", format_func=formats.capital,
                                    key="note_side") or ""
    if kind == "met":
        _about_meeting(view, day)
    text = st.text_input("Note (only coordinators see it)", max_chars=1000, key="note_text")
    if st.button("Save", type=strong(), icon=":material/save:", key="note_save",
                 disabled=kind == "met" and view.source.demo):
        _save(view, rows, FollowUp("-", kind, day, "", text.strip(), side, until))


def _about_meeting(view: View, day: date) -> None:
    if view.source.demo:
        st.caption("Not in the demo: a meeting is an import, and the demo takes none.")
    elif day > view.data_day:
        st.caption(f"The data is from {formats.day(view.data_day)}: saving makes {formats.day(day)} the day of the "
                   "data, and days are counted up to it for every pair.")
    else:
        st.caption("Saved as a check-in that you vouch for. It can be undone on the Imports page.")


def _save(view: View, rows: Sequence[AttentionRow], like: FollowUp) -> None:
    import_id = None
    try:
        if like.kind == "met":
            with st.spinner("Making the numbers again"):
                import_id = record_meeting(view.source.folder, [row.pair_id for row in rows], like.day,
                                           by=view.viewer.name, today=date.today()).import_id
        follow_ups.add(view, [
            FollowUp(row.pair_id, like.kind, like.day, "", like.text, like.side, like.until, view.as_of, row.reasons,
                     import_id) for row in rows])
    except (ImportsError, LedgerError, LockBusy) as error:
        st.error(formats.plain(str(error)), icon=":material/error:")
        return
    if like.kind == "met":
        st.session_state.pop(BUILD_SHOWN, None)
    _finish(f"Recorded for {formats.count(len(rows), 'pair')}: {words.KINDS[like.kind]}.")


def _finish(said: str) -> None:
    st.session_state[DONE] = said
    st.session_state[SELECTED] = ()
    _forget()
    for key in [key for key in st.session_state if str(key).startswith("pick_")]:
        del st.session_state[key]
    st.rerun()
