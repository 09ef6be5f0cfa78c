"""The history of imports with receipts, undo and redo; what is remembered; the template."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import streamlit as st

from ... import formats
from ...imports.manage import history as all_imports
from ...imports.manage import receipt, redo, undo
from ...imports.mappings import forget, listed
from ...ledger.folder import DataFolder, template_workbook
from ...words import imports as words
from ...words import review as review_words
from .. import admission
from ..downloads import XLSX
from ..view import source, viewer
from . import session

ROWS_SHOWN, REMARKS_SHOWN = 12, 8


def history() -> None:
    """All imports, newest first, each with undo or redo."""
    st.subheader("History", anchor=False)
    entries = all_imports(DataFolder.default())[::-1]
    if not entries:
        st.caption("No file of yours has been imported yet"
                   f"{'; the pages show the demo' if source() is not None else ''}.")
        return
    shown = entries if st.session_state.get("history_all") else entries[:ROWS_SHOWN]
    for entry in shown:
        _entry(entry)
    if len(entries) > ROWS_SHOWN:
        st.toggle(f"Show all {formats.number(len(entries))}", key="history_all")


def _entry(entry: Mapping[str, Any]) -> None:
    import_id, state = int(entry["import_id"]), entry["state"]
    with st.container(border=True):
        _line(entry, import_id, state)
        if st.toggle("Receipt", key=f"receipt_{import_id}"):
            _receipt(import_id)


def _line(entry: Mapping[str, Any], import_id: int, state: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        with st.container(gap="xxsmall"):
            name = formats.plain(entry["file"])
            st.markdown(f"**{name}**" if state == "in force" else f":gray[{name} · {formats.plain(state)}]")
            received = date.fromisoformat(entry["received_at"][:10])
            st.caption(f"\\#{import_id} · data from {formats.day(date.fromisoformat(entry['data_day']))} · "
                       f"received {formats.day(received)} · {formats.plain(words.entry(entry))}")
        if state == "in force":
            st.button("Undo", key=f"undo_{import_id}", icon=":material/undo:", on_click=admission.guarded(_change),
                      args=(undo, import_id, f"{entry['file']} is undone: the file and its receipt stay"))
        elif state == "undone":
            st.button("Redo", key=f"redo_{import_id}", icon=":material/redo:", on_click=admission.guarded(_change),
                      args=(redo, import_id, f"{entry['file']} is in force again"))


def _change(action: Callable[..., object], import_id: int, done: str) -> None:
    session.change(lambda: action(DataFolder.default(), [import_id], by=viewer().name), done)


def _receipt(import_id: int) -> None:
    """The balance of its day by sheet, what it moved, and what came in since."""
    found = receipt(DataFolder.default(), import_id)
    balance = found["balance"]
    kinds = {kind: shown for kind, shown in words.ROW_KINDS.items() if kind in ("total", "accepted") or any(
        table["rows"][kind] for sheet in balance["sheets"] for table in sheet["tables"])}
    st.dataframe([{
        "Sheet": sheet["name"], "Holds": words.tables_found([sheet]).partition(": ")[2] or review_words.NOTHING,
        **{shown: sum(table["rows"][kind] for table in sheet["tables"]) for kind, shown in kinds.items()}}
        for sheet in balance["sheets"]], hide_index=True)
    st.caption(formats.plain(words.cells_balance(balance["cells"])))
    if found["changes"]:
        st.caption(formats.plain(formats.capital(words.changes(found["changes"]))))
    for said in (*words.waited(found.get("effect", {})), *words.effect(found.get("effect", {}))):
        st.caption(formats.plain(said))
    for group in words.grouped(balance["issues"])[:REMARKS_SHOWN]:
        st.caption(formats.plain(f"{words.group_title(group)}: {'; '.join(group.examples)}"))
    if since := review_words.receipt_waiting(found["waiting"], found["waited"]):
        st.caption(formats.plain(since))


def mappings() -> None:
    """How tables are read, remembered by their headers; each can be forgotten."""
    known = listed(DataFolder.default())
    if not known:
        return
    with st.expander(f"{formats.capital(formats.count(len(known), 'table'))} remembered", icon=":material/bookmark:",
                     key="mappings"):
        st.caption("The next file with the same headers is read in the same way. Forgetting one changes no import.")
        for one in known:
            with st.container(horizontal=True, vertical_alignment="center"):
                with st.container(gap="xxsmall"):
                    st.markdown(f"**{formats.plain(one['name'])}**")
                    when = formats.day(date.fromisoformat(one["remembered_at"][:10]))
                    st.caption(f"{formats.plain(review_words.mapping(one))} · {when}")
                st.button("Forget", key=f"forget_{one['fingerprint']}", icon=":material/delete:",
                          on_click=admission.guarded(_forget), args=(one["fingerprint"], one["name"]))


def _forget(fingerprint: str, name: str) -> None:
    session.change(lambda: forget(DataFolder.default(), fingerprints=[fingerprint]), f"{name} is forgotten")


def template() -> None:
    """The workbook for people who start from nothing."""
    st.subheader("Start from nothing", anchor=False)
    st.caption("A workbook with one sheet a table, drop-downs and explanations. Fill in what you have.")
    st.download_button("Template workbook", template_workbook().read_bytes, file_name=template_workbook().name,
                       icon=":material/download:", on_click="ignore", key="template",
                       mime=XLSX)
