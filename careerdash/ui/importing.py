"""The Imports page: files from the browser to the imports room, what was found, and the history."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from .. import formats
from ..build.plan import Progress
from ..imports.manage import history as all_imports
from ..imports.manage import redo, undo
from ..imports.model import ImportFile, ImportResult, ImportsError
from ..imports.receive import Workspace
from ..imports.run import FILES_A_BATCH, import_files
from ..ledger.database import LedgerError
from ..ledger.folder import DataFolder, template_workbook
from ..ledger.lock import LockBusy
from ..words import imports as words
from . import admission
from .view import BUILD_SHOWN, viewer

TYPES = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"]
GROUPS_SHOWN = 20
ROWS_SHOWN = 12
ICONS = {"published": "check_circle", "already imported": "done_all", "needs answers": "help", "refused": "block"}
COLORS = {"published": "green", "already imported": "gray", "needs answers": "orange", "refused": "red"}

_ROUND, _CHECKED, _DONE, _DAY = "import_round", "import_checked", "import_done", "import_day"


@dataclass(frozen=True)
class Dropped:
    """One file as dropped: its name and its bytes, which stay in memory until they are read."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Done:
    """What the last publication or undo came to, to be told on the next run."""

    title: str
    results: tuple[ImportResult, ...] = ()


def drop() -> list[Dropped]:
    """The place to drop files, and the day they are from."""
    round_ = st.session_state.setdefault(_ROUND, 0)
    left, right = st.columns([3, 1])
    with left:
        files = st.file_uploader("Workbooks and CSV files", TYPES, accept_multiple_files=True, key=f"drop_{round_}",
                                 help=f"At most {FILES_A_BATCH} files at once, 50 MB each.")
    with right:
        st.date_input("The data is from", value=None, format="YYYY-MM-DD", key=_DAY, max_value="today",
                      help="Leave it empty where the file's name or title says the day.")
    return [Dropped(file.name, file.getvalue()) for file in files]


def review(files: Sequence[Dropped]) -> None:
    """What the files hold, before anything is published; and the button that publishes."""
    as_of: date | None = st.session_state[_DAY]
    mark = _mark(files, as_of)
    kept = st.session_state.get(_CHECKED)
    if kept is None or kept[0] != mark:
        kept = (mark, _run(files, as_of, {}, accept=False, dry_run=True))
        st.session_state[_CHECKED] = kept
    results: Sequence[ImportResult] | None = kept[1]
    if results is None:
        return
    st.subheader(f"Found: {words.summary([result.outcome for result in results], dry_run=True)}", anchor=False)
    for place, result in enumerate(results):
        _result(result, f"found_{place}", dry_run=True)
    _publish(files, as_of, results, mark)


def _publish(files: Sequence[Dropped], as_of: date | None, results: Sequence[ImportResult], mark: str) -> None:
    answers = {question["id"]: st.session_state[f"answer_{question['id']}"] for result in results
               for question in (result.balance or {}).get("questions", ())}
    aside = sum(int(result.balance["rows"]["quarantined"]) for result in results
                if result.balance and result.outcome == "needs answers")
    ready = sum(result.outcome == "published" for result in results)
    waiting = sum(result.outcome == "needs answers" for result in results)
    with st.container(horizontal=True):
        if answers and st.button("Check again with these answers", icon=":material/refresh:"):
            st.session_state[_CHECKED] = (mark, _run(files, as_of, answers, accept=False, dry_run=True))
            st.rerun()
        if aside and st.button(words.publish_all(ready + waiting, aside), key="publish_accept", type="primary",
                               icon=":material/publish:"):
            _finish(_run(files, as_of, answers, accept=True, dry_run=False))
        if ready and st.button(words.publish_ready(ready, waiting), icon=":material/publish:", key="publish",
                               type="secondary" if aside else "primary"):
            _finish(_run(files, as_of, answers, accept=False, dry_run=False))
        st.button("Discard", icon=":material/close:", on_click=admission.guarded(_next_round), key="discard")


def _finish(results: Sequence[ImportResult] | None) -> None:
    if results is None:
        return
    _next_round()
    st.session_state.pop(BUILD_SHOWN, None)  # who publishes needs no notice that the data has changed
    st.session_state[_DONE] = Done(words.summary([result.outcome for result in results]), tuple(results))
    st.rerun()


def _next_round() -> None:
    st.session_state[_ROUND] += 1
    st.session_state.pop(_CHECKED, None)


def tell_done() -> None:
    """What the last publication, undo or redo came to."""
    done: Done | None = st.session_state.pop(_DONE, None)
    if done is None:
        return
    st.success(formats.plain(formats.capital(done.title)) + ".", icon=":material/check_circle:")
    for place, result in enumerate(done.results):
        _result(result, f"done_{place}", dry_run=False)


def _result(result: ImportResult, key: str, *, dry_run: bool) -> None:
    balance = result.balance
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/description: **{formats.plain(result.file)}**", width="content")
            st.badge(words.outcome(result.outcome, dry_run=dry_run), icon=f":material/{ICONS[result.outcome]}:",
                     color=COLORS[result.outcome])  # type: ignore[arg-type]
            if result.data_day is not None:
                st.caption(f"data from {formats.day(result.data_day)}", width="content")
        st.markdown(formats.plain(words.advice(result.outcome, balance, result.message)))
        if balance is None or not balance["cells"]["valued"]:
            return
        held = words.tables_found(balance["sheets"])
        if held:
            st.caption(formats.plain(held))
        st.caption(formats.plain(words.rows_balance(balance["rows"])))
        st.caption(formats.plain(words.cells_balance(balance["cells"])))
        if result.changes:
            st.caption(formats.plain(words.changes(result.changes)))
        for question in balance["questions"]:
            choices = question["choices"]
            suggested = question["suggested"]
            st.selectbox(formats.plain(question["text"]), choices, key=f"answer_{question['id']}",
                         index=choices.index(suggested) if suggested in choices else 0)
        _issues(balance["issues"], key)


def _issues(issues: Sequence[Mapping[str, Any]], key: str) -> None:
    groups = words.grouped(issues)
    if not groups:
        return
    with st.expander(f"{formats.count(len(issues), 'remark')} on cells and rows", key=f"issues_{key}",
                     icon=":material/rule:"):
        for group in groups[:GROUPS_SHOWN]:
            icon = "error" if group.kind == "error" else "help" if group.kind == "question" else "info"
            st.markdown(f":material/{icon}: **{formats.plain(words.group_title(group))}**  \n"
                        f"{formats.plain(group.message)} :gray[{formats.plain('; '.join(group.examples))}]")
        if len(groups) > GROUPS_SHOWN:
            st.caption(f"{formats.number(len(groups) - GROUPS_SHOWN)} more kinds")


def history() -> None:
    """All imports, newest first, each with undo or redo."""
    st.subheader("History", anchor=False)
    entries = all_imports(DataFolder.default())[::-1]
    if not entries:
        st.caption("No file of yours has been imported yet; the pages show the demo.")
        return
    shown = entries if st.session_state.get("history_all") else entries[:ROWS_SHOWN]
    for entry in shown:
        _entry(entry)
    if len(entries) > ROWS_SHOWN:
        st.toggle(f"Show all {formats.number(len(entries))}", key="history_all")


def _entry(entry: Mapping[str, Any]) -> None:
    import_id, state = int(entry["import_id"]), entry["state"]
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container(gap="xxsmall"):
            name = formats.plain(entry["file"])
            st.markdown(f"**{name}**" if state == "in force" else f":gray[{name} · {formats.plain(state)}]")
            received = date.fromisoformat(entry["received_at"][:10])
            st.caption(f"\\#{import_id} · data from {formats.day(date.fromisoformat(entry['data_day']))} · "
                       f"received {formats.day(received)} · {formats.plain(entry['message'])}")
        if state == "in force":
            st.button("Undo", key=f"undo_{import_id}", icon=":material/undo:", on_click=admission.guarded(_change),
                      args=(undo, import_id, f"Import {import_id} is undone: its file and receipt stay"))
        elif state == "undone":
            st.button("Redo", key=f"redo_{import_id}", icon=":material/redo:", on_click=admission.guarded(_change),
                      args=(redo, import_id, f"Import {import_id} is in force again"))


def _change(action: Callable[..., object], import_id: int, done: str) -> None:
    try:
        with st.spinner("Making the numbers again"):
            action(DataFolder.default(), [import_id], by=viewer().name)
    except (ImportsError, LedgerError, LockBusy) as error:
        st.session_state[_DONE] = Done(str(error).rstrip("."))
    else:
        st.session_state.pop(BUILD_SHOWN, None)
        st.session_state[_DONE] = Done(done)


def template() -> None:
    """The workbook for people who start from nothing."""
    st.subheader("Start from nothing", anchor=False)
    st.caption("A workbook with one sheet a table, drop-downs and explanations. Fill in what you have.")
    st.download_button("Template workbook", template_workbook().read_bytes, file_name=template_workbook().name,
                       icon=":material/download:", on_click="ignore", key="template",
                       mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def _run(files: Sequence[Dropped], as_of: date | None, answers: Mapping[str, str], *, accept: bool,
         dry_run: bool) -> Sequence[ImportResult] | None:
    bar = st.progress(0.0, "Reading the files")
    try:
        with _staged(files) as staged:
            return import_files(DataFolder.default(), staged, as_of=as_of, answers=answers, accept=accept,
                                dry_run=dry_run, by=viewer().name, progress=_shown(bar))
    except (ImportsError, LedgerError, LockBusy) as error:
        st.error(formats.plain(str(error)), icon=":material/error:")
        return None
    finally:
        bar.empty()


def _shown(bar: Any) -> Progress:
    return lambda step, share: bar.progress(min(max(share, 0.0), 1.0), step)


@contextmanager
def _staged(files: Sequence[Dropped]) -> Iterator[list[ImportFile]]:
    """The files in the data folder's private work space, emptied at the next start if this process is killed.

    Names are kept apart from paths.
    """
    with Workspace(DataFolder.default()) as workspace:
        staged = []
        for place, file in enumerate(files):
            path = workspace.path / f"{place}{_suffix(file.name)}"
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
                handle.write(file.data)
            staged.append(ImportFile(path, file.name))
        yield staged


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if suffix[1:].isalnum() and len(suffix) <= 6 else ""


def _mark(files: Sequence[Dropped], as_of: date | None) -> str:
    digest = hashlib.sha256(str(as_of).encode())
    for file in files:
        digest.update(f"{file.name}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return digest.hexdigest()
