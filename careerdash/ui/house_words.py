"""Settings: what texts mean in every file, each to add and to take away."""

from datetime import datetime

import streamlit as st

from .. import formats
from ..imports.house_words import LONGEST, fields, known_texts, teach
from ..imports.model import ImportsError
from ..ledger.database import LedgerError
from ..ledger.folder import DataFolder
from ..ledger.house_words import HouseWord, WordChange, house_words, word_changes
from ..ledger.ledger import Ledger
from ..words import review, vocabulary
from . import limits
from .admission import guarded
from .view import strong

_TEXT, _MEANS = "word_text", "word_means"
SPELLINGS = 12
"""Spellings of a word that are shown; more are counted."""


def words(by: str) -> None:
    """The texts that mean something here, a form for another one, and what is known without being told.

    They stand in the ledger of the user's own data also while pages show the demo, which takes no files.
    """
    st.markdown(vocabulary.INTRODUCTION)
    names = list(fields())
    target = st.selectbox("Column", names, names.index("pair.status"), key="word_target",
                          format_func=lambda name: formats.capital(review.holds(name)))
    with st.form("word_form"):
        left, right = st.columns(2)
        left.text_input("Text in your files", key=_TEXT, max_chars=LONGEST, placeholder="Wrapped up")
        right.selectbox("Means", [*known_texts(target), ""], key=f"{_MEANS}_{target}", index=None,
                        placeholder="Choose", format_func=vocabulary.meaning)
        st.form_submit_button("Add", icon=":material/add:", type=strong(), on_click=guarded(_add), args=(target, by))
    with st.expander(f"Texts of {formats.plain(review.holds(target))} that are known already",
                     icon=":material/dictionary:"):
        for known, texts in known_texts(target).items():
            more = f" and {formats.number(len(texts) - SPELLINGS)} more" if len(texts) > SPELLINGS else ""
            st.markdown(f"**{formats.plain(vocabulary.meaning(known))}** "
                        f":gray[{formats.plain(', '.join(texts[:SPELLINGS]) + more)}]")
    _own(by)


def _own(by: str) -> None:
    st.subheader("Texts of your own", anchor=False)
    found = [] if not Ledger.exists(DataFolder.default()) else _read()
    if not found:
        st.caption(vocabulary.NONE)
    for number, one in enumerate(found):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(f"{formats.plain(vocabulary.sentence(one.target, one.text, one.word))} "
                        f":small[:gray[{formats.plain(one.by)} · {formats.day(one.at.date())}]]")
            st.button("Take away", icon=":material/delete:", key=f"word_away_{number}", on_click=guarded(_teach),
                      args=(one.target, one.text, None, by))


def _read() -> list[HouseWord]:
    ledger = Ledger(DataFolder.default())
    try:
        return house_words(ledger)
    finally:
        ledger.close()


def changes() -> list[tuple[datetime, str, WordChange]]:
    """Every change on record: when, what, and the change itself."""
    if not Ledger.exists(DataFolder.default()):
        return []
    ledger = Ledger(DataFolder.default())
    try:
        return [(change.at, _told(change), change) for change in word_changes(ledger)]
    finally:
        ledger.close()


def _told(change: WordChange) -> str:
    known = change.after or change.before
    if known is None:
        return ""
    before = vocabulary.meaning(change.before.word) if change.before else vocabulary.UNKNOWN
    after = vocabulary.meaning(change.after.word) if change.after else vocabulary.UNKNOWN
    return f"{formats.plain(change.by)} · {formats.plain(vocabulary.changed(known.target, known.text, before, after))}"


def undo(change: WordChange, by: str) -> None:
    """Brings the earlier meaning back."""
    known = change.before or change.after
    if known is not None:
        _teach(known.target, known.text, change.before.word if change.before else None, by)


def _add(target: str, by: str) -> None:
    text, word = st.session_state[_TEXT], st.session_state[f"{_MEANS}_{target}"]
    if word is None:
        st.session_state[limits.DONE] = ("error", vocabulary.CHOOSE)
        return
    _teach(target, text, word, by)


def _teach(target: str, text: str, word: str | None, by: str) -> None:
    try:
        teach(DataFolder.default(), target, text, word, by=by)
    except (ImportsError, LedgerError) as error:
        st.session_state[limits.DONE] = ("error", str(error))
        return
    st.session_state[_TEXT] = ""
    st.session_state[limits.DONE] = ("check_circle", vocabulary.taught(text, word))
