"""The router: who is here, which pages they have, and the page that is asked for in its frame."""

import gc
from pathlib import Path

import streamlit as st

from careerdash.ui import frame


@st.cache_resource(show_spinner=False)
def settle() -> bool:
    """Takes what is loaded at start out of garbage collection, which runs after every script run."""
    gc.collect()
    gc.freeze()
    return True


frame.configure()
settle()
viewer = frame.admitted()
pages = frame.pages(viewer, Path(__file__).parent)
page = st.navigation(list(pages.values()), position="hidden")
frame.sidebar(viewer, pages)
frame.run(viewer, page, pages)
