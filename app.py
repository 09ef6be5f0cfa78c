"""The router: who is here, which pages they have, and the page that is asked for in its frame."""

from pathlib import Path

import streamlit as st

from careerdash.ui import admission, frame

frame.configure()
viewer = admission.admitted()
frame.start()
pages = frame.pages(viewer, Path(__file__).parent)
page = st.navigation(list(pages.values()), position="hidden")
frame.sidebar(viewer, pages)
frame.run(viewer, page, pages)
