"""The drop, one sentence a file, and the buttons that publish."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from ... import formats
from ...imports.model import ImportResult
from ...imports.people import AS_WRITTEN
from ...imports.run import FILES_A_BATCH
from ...words import imports as words
from ...words import review as review_words
from .. import admission
from ..view import strong
from . import session
from .compare import would_change
from .look import look_closer
from .session import Dropped

TYPES = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"]
ICONS = {"published": "check_circle", "already imported": "done_all", "needs answers": "help", "refused": "block"}
COLORS = {"published": "green", "already imported": "gray", "needs answers": "orange", "refused": "red"}


def drop() -> list[Dropped]:
    """The place to drop files, and the day they are from."""
    taken = session.taken()
    left, right = st.columns([3, 1])
    with left:
        files = st.file_uploader("Workbooks and CSV files", TYPES, accept_multiple_files=True, key=session.box(),
                                 help=f"At most {FILES_A_BATCH} files at once, 50 MB each.")
    with right:
        st.date_input("The data is from", value=None, format="YYYY-MM-DD", key=session.of_round("import_day"),
                      max_value="today", persist_state="session",
                      help="Leave it empty where the file's name or title says the day.")
    return [*taken, *session.dropped(files)]


def review(files: Sequence[Dropped]) -> None:
    """What the files hold, before anything is published; and the button that publishes."""
    as_of: date | None = st.session_state[session.of_round("import_day")]
    missing = "end" if st.session_state.get(session.of_round("import_missing")) == "end" else None
    if len(files) > FILES_A_BATCH:
        st.error(formats.plain(words.too_many(len(files), FILES_A_BATCH)), icon=":material/error:")
        st.button("Discard", icon=":material/close:", on_click=admission.guarded(session.next_round), key="discard")
        return
    session.progress_here()
    results = session.checked(files, as_of, missing)
    if results is None:
        st.button("Discard", icon=":material/close:", on_click=admission.guarded(session.next_round), key="discard")
        return
    st.subheader(words.checked([result.outcome for result in results]), anchor=False)
    actions = st.container(horizontal=True)
    places = [session.place_of(file) for file in files]
    alike = _alike(places, results)
    for place, file, result in zip(places, files, results, strict=True):
        _file(place, file, result, alike)
    if any(result.outcome in ("published", "needs answers") for result in results):
        _comparison(files, as_of, missing, results)
    with actions:
        _buttons(files, as_of, missing, results)


def _comparison(files: Sequence[Dropped], as_of: date | None, missing: str | None,
                results: Sequence[ImportResult]) -> None:
    """What publishing all of it would change; with rows set aside that takes another trial, made when asked for."""
    waits = any(result.outcome == "needs answers" for result in results)
    if waits:
        if not st.toggle("What would change without the rows set aside", key="compare_all"):
            return
        results = session.checked(files, as_of, missing, accept=True) or ()
    would_change(results, session.of_round("import_missing"), asked=waits)


def _buttons(files: Sequence[Dropped], as_of: date | None, missing: str | None,
             results: Sequence[ImportResult]) -> None:
    asked = [(session.place_of(file), result) for file, result in zip(files, results, strict=True)
             if (result.balance or {}).get("questions")]
    aside = sum(int(result.balance["rows"]["quarantined"]) for result in results
                if result.balance and result.outcome == "needs answers")
    ready = sum(result.outcome == "published" for result in results)
    waiting = sum(result.outcome == "needs answers" for result in results)
    if asked and st.button("Use these answers", icon=":material/refresh:", key="answer", type=strong()):
        for place, result in asked:
            _answer(place, result)
        st.rerun()
    if waiting and st.button(
            words.publish_all(ready + waiting, None if asked else aside), key="publish_accept",
            help=words.PUBLISH_ASKED if asked else None, type="secondary" if asked else strong(),
            icon=":material/publish:"):
        for place, result in asked:
            _answer(place, result)
        done = session.run(files, as_of, missing, accept=True, dry_run=False)
        session.finish(done, words.summary([result.outcome for result in done or ()]))
    if ready and st.button(words.publish_ready(ready, waiting), icon=":material/publish:", key="publish",
                           type="secondary" if waiting else strong()):
        done = session.run(files, as_of, missing, accept=False, dry_run=False)
        session.finish(done, words.summary([result.outcome for result in done or ()]))
    st.button("Discard", icon=":material/close:", on_click=admission.guarded(session.next_round), key="discard")


def _answer(place: int, result: ImportResult) -> None:
    """The answers as they stand in the file's select boxes."""
    answers = {question["id"]: st.session_state[_key(place, question)]
               for question in (result.balance or {})["questions"]}
    before = session.said(place)
    chosen = {question: answer for question, answer in answers.items() if answer is not None}
    for sheet in [question.partition("|")[2] for question in chosen if question.startswith("table|")]:
        header = [shape.header for shape in result.shapes if shape.sheet == sheet]
        if len(header) == 1:  # the answer says what the rows are, and leaves the header where it was seen
            chosen.setdefault(f"header|{sheet}", review_words.header_rows(header[0]))
    session.say(place, replace(before, answers={**before.answers, **chosen}))


def _key(place: int, question: Mapping[str, Any]) -> str:
    """The key of the select box of a question of the file at this place."""
    return f"answer_{place}_{question['id']}"


def _alike(places: Sequence[int], results: Sequence[ImportResult]) -> dict[tuple[str, ...], list[str]]:
    """Select boxes that ask for one of the same people, in whichever files: {choices: keys}."""
    found: dict[tuple[str, ...], list[str]] = {}
    for place, result in zip(places, results, strict=True):
        for question in (result.balance or {}).get("questions", ()):
            if question["id"].startswith("person|"):
                found.setdefault(tuple(question["choices"]), []).append(_key(place, question))
    return found


def _propose(key: str, others: Sequence[str]) -> None:
    """The answer that was just given stands in the boxes that ask the same and have none yet; it can be changed."""
    for other in others:
        if st.session_state.get(other) is None:
            st.session_state[other] = st.session_state[key]


def tell_done() -> None:
    """What the last publication, undo or redo came to."""
    done = session.done()
    if done is None:
        return
    if done.failed:
        st.error(formats.plain(done.title) + ".", icon=":material/error:")
        return
    moved: Mapping[str, Any] = next((found for result in done.results if (found := result.receipt.get("effect"))), {})
    said = [formats.capital(done.title), *words.waited(moved), *words.effect(moved)]
    st.success(formats.plain("; ".join(said)) + ".", icon=":material/check_circle:")
    for result in done.results:
        with st.container(border=True, gap="xsmall"):
            _head(result, dry_run=False)
            st.markdown(formats.plain(words.done(result.outcome, result.balance, result.changes, result.message)))
            _balance(result)


def _file(place: int, file: Dropped, result: ImportResult, alike: Mapping[tuple[str, ...], Sequence[str]]) -> None:
    balance = result.balance
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            _head(result, dry_run=True)
            closer = bool(balance and balance["cells"]["valued"]) and st.toggle(
                "Look closer", key=f"look_{st.session_state[session.ROUND]}_{place}",
                help="What was recognised, and how to put it right.")
        st.markdown(formats.plain(_sentence(result)))
        for notice in result.notices:
            st.caption(formats.plain(notice))
        if balance is None or not balance["cells"]["valued"]:
            return
        if result.outcome == "needs answers" and not closer:
            st.caption(formats.plain(words.rows_balance(balance["rows"])))
        for question in balance["questions"]:
            choices, suggested, key = question["choices"], question["suggested"], _key(place, question)
            st.selectbox(formats.plain(question["text"]), choices, key=key, placeholder="Choose an answer",
                         format_func=partial(_choice, question),
                         index=choices.index(suggested) if suggested in choices else None,
                         on_change=admission.guarded(_propose), args=(key, alike.get(tuple(choices), ())))
        if closer:
            _balance(result)
            look_closer(place, file, result)


_ORDERS = {"dmy": "day, month, year", "mdy": "month, day, year", "ymd": "year, month, day"}


def _choice(question: Mapping[str, Any], choice: str) -> str:
    kind = question["id"].partition("|")[0]
    if kind == "person":
        return review_words.person_choice(question["text"], choice)
    if kind == "zeros":
        return "No: other people" if choice == AS_WRITTEN else f"Yes: ids of {choice} digits"
    if kind == "table":
        return review_words.sheet_choices()[choice]
    if choice == "extra":
        return review_words.EXTRA
    return _ORDERS.get(choice) or (review_words.holds(choice) if "." in choice else choice)


def _sentence(result: ImportResult) -> str:
    if result.outcome == "published":
        return review_words.found(result.changes, int((result.balance or {})["rows"]["quarantined"]))
    return words.advice(result.outcome, result.balance, result.message)


def _head(result: ImportResult, *, dry_run: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        st.markdown(f":material/description: **{formats.plain(result.file)}**", width="content")
        st.badge(words.outcome(result.outcome, dry_run=dry_run), icon=f":material/{ICONS[result.outcome]}:",
                 color=COLORS[result.outcome])  # type: ignore[arg-type]
        if result.data_day is not None:
            assumed = " (today: the file names no day)" if result.day_from == "today" else ""
            st.caption(f"data from {formats.day(result.data_day)}{assumed}", width="content")


def _balance(result: ImportResult) -> None:
    balance = result.balance
    if balance is None or not balance["cells"]["valued"]:
        return
    if held := words.tables_found(balance["sheets"]):
        st.caption(formats.plain(held))
    st.caption(formats.plain(words.rows_balance(balance["rows"])))
    st.caption(formats.plain(words.cells_balance(balance["cells"])))
