"""The watched folder on the page: what waits there for an answer."""

import hashlib

import streamlit as st

from ... import formats
from ...imports.watch import waiting as waiting_files
from ...imports.watch import watched_folder
from ...ledger.folder import DataFolder
from ...ledger.watched import WatchedFile
from ...words import imports as words
from .. import admission
from . import session
from .session import Dropped


def waiting() -> None:
    """The files that wait, each with its reason and questions, and a button that puts it under review."""
    folder = watched_folder()
    if folder is None:
        return
    files = waiting_files(DataFolder.default(), folder)
    if not files:
        st.caption(":material/visibility: New exports in the watched folder are taken in by themselves; none waits.")
        return
    st.subheader(f"{formats.capital(formats.count(len(files), 'file'))} of the watched folder "
                 f"{'waits' if len(files) == 1 else 'wait'} for you", anchor=False)
    for file in files:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            with st.container(gap="xxsmall"):
                st.markdown(f"**{formats.plain(file.name)}**")
                st.caption(formats.plain(file.questions[0] if file.questions else words.on_page(file.message)))
            st.button("Look at it", key=f"take_{file.sha256}", icon=":material/rate_review:",
                      on_click=admission.guarded(_take), args=(file,))


def _take(file: WatchedFile) -> None:
    folder = watched_folder()
    if folder is None:
        return
    try:
        data = (folder / file.name).read_bytes()
        session.take([Dropped(file.name, data, hashlib.sha256(data).hexdigest())])
    except OSError:
        st.toast("The file is not there any more.", icon=":material/error:")
