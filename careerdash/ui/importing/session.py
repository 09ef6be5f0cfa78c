"""What the Imports page keeps between runs: the files of this round, what was said about them, what was done."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ... import formats
from ...imports.model import Corrections, ImportFile, ImportResult, ImportsError
from ...imports.receive import Workspace
from ...imports.run import import_files
from ...ledger.database import LedgerError
from ...ledger.folder import DataFolder
from ...ledger.lock import LockBusy
from .. import admission
from ..view import BUILD_SHOWN, viewer

ROUND = "import_round"
_CHECKED, _DONE, _SAID, _TAKEN = "import_checked", "import_done", "import_said", "import_taken"
_DROPPED, _PLACES, _PROGRESS, _MARKED = (
    "import_dropped", "import_places", "import_progress", "import_marked")


@dataclass(frozen=True)
class Dropped:
    """One file as dropped: its name and its bytes, which stay in memory until they are read.

    `mark` tells it from all others of the round.
    """

    name: str
    data: bytes
    mark: str


@dataclass(frozen=True)
class Done:
    """What the last publication or undo came to, to be told on the next run."""

    title: str
    results: tuple[ImportResult, ...] = ()
    failed: bool = False


def taken() -> list[Dropped]:
    """Files under review that do not lie in the page's own box: from the watched folder, or dropped before the page
    was left, which empties the box. Comes before the box is drawn.
    """
    found: list[Dropped] = st.session_state.get(_TAKEN, [])
    if box() not in st.session_state and (before := st.session_state.pop(_DROPPED, [])):
        st.session_state[_TAKEN] = found = [*found, *before]
    return found


def of_round(name: str) -> str:
    """The key of a widget that every round has anew, so that nothing chosen for one drop holds for the next."""
    return f"{name}_{st.session_state.setdefault(ROUND, 0)}"


def box() -> str:
    """The key of the box that files are dropped in."""
    return of_round("drop")


def dropped(files: Sequence[Any]) -> list[Dropped]:
    """What lies in the box now, kept in case the page is left."""
    known = {file.mark: file for file in st.session_state.get(_DROPPED, [])}
    found = [known.get(file.file_id) or Dropped(file.name, file.getvalue(), file.file_id) for file in files]
    answered: dict[str, Mapping[str, str]] = st.session_state.get(_MARKED, {})
    for file in found:
        if file.mark not in known and (answers := answered.get(file.name)):
            say(place_of(file), Corrections(answers=answers))
    st.session_state[_DROPPED] = found
    return found


def keep_answers(name: str, answers: Mapping[str, str]) -> None:
    """Keeps what was answered about a file for its marked copy of this name, which holds cells and no answers."""
    st.session_state.setdefault(_MARKED, {})[name] = answers


def progress_here() -> None:
    """Where the progress of this run of the page stands. Always there: were it drawn only while files are read, all
    beneath it would move, and stale buttons would show in other places until the run ends.
    """
    st.session_state[_PROGRESS] = st.empty()


def place_of(file: Dropped) -> int:
    """A number of the file that stays its own when files before it are taken out of the box."""
    places: dict[str, int] = st.session_state.setdefault(_PLACES, {})
    return places.setdefault(file.mark, len(places))


def take(files: Sequence[Dropped]) -> None:
    """Puts files under review as if they had been dropped."""
    next_round()
    st.session_state[_TAKEN] = list(files)


def said(place: int) -> Corrections:
    """What the user has said about a file of this round."""
    found: Mapping[int, Corrections] = st.session_state.get(_SAID, {})
    return found.get(place, Corrections())


def say(place: int, corrections: Corrections) -> None:
    """Keeps what the user says about a file."""
    st.session_state[_SAID] = {**st.session_state.get(_SAID, {}), place: corrections}


def checked(files: Sequence[Dropped], as_of: date | None, missing: str | None, *,
            accept: bool = False) -> Sequence[ImportResult] | None:
    """What a trial found; tried once for the same files, day and words. None where it could not be tried."""
    mark = _mark(files, as_of, missing)
    kept: dict[bool, tuple[str, Sequence[ImportResult]]] = st.session_state.setdefault(_CHECKED, {})
    if accept in kept and kept[accept][0] == mark:
        return kept[accept][1]
    if kept:  # the bar stands at the top, the button that asked for it may stand far below
        st.toast("Reading the files again", icon=":material/refresh:")
    found = run(files, as_of, missing, accept=accept, dry_run=True)
    if found is not None:
        kept[accept] = (mark, found)
    return found


def _mark(files: Sequence[Dropped], as_of: date | None, missing: str | None) -> str:
    told = sorted(st.session_state.get(_SAID, {}).items())
    files_now = [(file.name, file.mark) for file in files]
    return hashlib.sha256(f"{as_of} {missing} {told!r} {files_now!r}".encode()).hexdigest()


def run(files: Sequence[Dropped], as_of: date | None, missing: str | None, *, accept: bool,
        dry_run: bool) -> Sequence[ImportResult] | None:
    """Imports, or tries to, with progress and a way to stop; None where it failed, which is told."""
    place: DeltaGenerator = st.session_state[_PROGRESS]
    with place.container():
        bar = st.progress(0.0, "Reading the files")
        st.button("Stop", icon=":material/stop_circle:", key="stop", on_click=admission.guarded(next_round),
                  help="Nothing of these files is taken in.")
    watched = _Watched(bar)
    try:
        with staged(files) as ready:
            return import_files(
                DataFolder.default(), ready, as_of=as_of, accept=accept, dry_run=dry_run, missing=missing,
                by=viewer().name, progress=watched.progress, cancelled=watched.asked)
    except (ImportsError, LedgerError, LockBusy) as error:
        st.error(formats.plain(str(error)), icon=":material/error:")
        return None
    finally:
        place.empty()


class _Watched:
    """Shows progress. A click on the page ends this run of the script at the next sign of life."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._shown = (0.0, "Reading the files")

    def progress(self, step: str, share: float) -> None:
        self._shown = (min(max(share, 0.0), 1.0), step)
        self._bar.progress(*self._shown)

    def asked(self) -> bool:
        self._bar.progress(*self._shown)
        return False


def finish(results: Sequence[ImportResult] | None, title: str) -> None:
    """After a publication: forgets the round and tells on the next run what was done."""
    if results is None:
        return
    next_round()
    st.session_state.pop(BUILD_SHOWN, None)  # who publishes needs no notice that the data has changed
    st.session_state[_DONE] = Done(title, tuple(results))
    st.rerun()


def next_round() -> None:
    """Forgets the files and what was said about them."""
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    for key in (_CHECKED, _SAID, _TAKEN, _DROPPED, _PLACES):
        st.session_state.pop(key, None)


def done() -> Done | None:
    """What was done last, once."""
    found: Done | None = st.session_state.pop(_DONE, None)
    return found


def change(action: Callable[[], object], told: str) -> None:
    """Does what a button asks for, and keeps what to tell."""
    try:
        with st.spinner("Making the numbers again"):
            action()
    except (ImportsError, LedgerError, LockBusy) as error:
        st.session_state[_DONE] = Done(str(error).rstrip("."), failed=True)
    else:
        st.session_state.pop(BUILD_SHOWN, None)
        st.session_state[_DONE] = Done(told)


@contextmanager
def staged(files: Sequence[Dropped]) -> Iterator[list[ImportFile]]:
    """The files in the data folder's private work space, emptied at the next start if this process is killed.

    Names are kept apart from paths; what was said about a file goes with it.
    """
    with Workspace(DataFolder.default()) as workspace:
        ready = []
        for number, file in enumerate(files):
            path = workspace.path / f"{number}{_suffix(file.name)}"
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as handle:
                handle.write(file.data)
            words = said(place_of(file))
            ready.append(ImportFile(path, file.name, answers=words.answers, fixes=words.fixes, skips=words.skips))
        yield ready


def _suffix(name: str) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if suffix[1:].isalnum() and len(suffix) <= 6 else ""
