"""The router: who is here, which pages they have, and the page that is asked for in its frame."""

from pathlib import Path

import streamlit as st

from careerdash.ui import admission, frame, wanted

frame.configure()
viewer = admission.admitted()
frame.start()
pages = frame.pages(viewer, Path(__file__).parent)
others = frame.others(viewer)
page = st.navigation([*pages.values(), *others.values()], position="hidden")
wanted.open_it({**pages, **others}, next(iter(pages)))
frame.sidebar(viewer, pages)
frame.run(viewer, page, pages)
