"""What a page looks at: the build in force, the day, the filters, the colours."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import streamlit as st

from .. import access, store
from ..charts import Palette, palette
from ..ledger.folder import DataFolder
from ..metrics import Filters

_KEY = "view"

VIEWER = "viewer"
"""Where the session keeps who was let in on this run."""

AT_ONCE = 300_000
"""Rows in force up to which a build of an earlier moment is made without asking: that takes some seconds."""

BUILD_SHOWN = "build_shown"
"""Where the session keeps which build it showed last."""


@dataclass(frozen=True)
class Source:
    """The build that pages read, and whether it is the demo."""

    path: Path
    demo: bool

    @property
    def folder(self) -> DataFolder:
        """The data folder that it stands in: the user's own, or the demo's with a ledger of its own."""
        return DataFolder.demo() if self.demo else DataFolder.default()


@dataclass(frozen=True)
class View:
    """All that decides what a page shows. `asked`: the filters as chosen, for words; `filters`: for every query."""

    viewer: access.Viewer
    source: Source
    data_day: date
    as_of: date
    asked: Filters
    palette: Palette

    @property
    def filters(self) -> Filters:
        """What is asked for, as far as the viewer may see it."""
        return self.asked.within(self.viewer.programs)

    @property
    def in_sight(self) -> Filters:
        """All that the viewer may see, whatever is asked for: for a page that names its pair itself."""
        return Filters().within(self.viewer.programs)

    @property
    def filtered(self) -> bool:
        """Whether any filter is in force; the day is none."""
        return bool(self.asked.program or self.asked.cohort or self.asked.department)


def source() -> Source | None:
    """The user's own build, else the demo build, else None."""
    for folder, demo in ((DataFolder.default(), False), (DataFolder.demo(), True)):
        path = store.current_build(folder)
        if path is not None:
            return Source(path, demo)
    return None


@st.cache_resource(max_entries=3, show_spinner=False)
def opened(path: str) -> store.Store:
    """The store of a build file, one a process; a build never changes, so the path is its whole identity."""
    return store.Store.open(Path(path))


def colors() -> Palette:
    """The palette of the theme in which the browser shows the page."""
    return palette(st.context.theme.type)


def strong() -> Literal["primary", "secondary"]:
    """How the button that goes on looks.

    Streamlit writes white on the theme's colour; where the page is dark that has a contrast of 2.4, and 4.5 is asked.
    """
    return "secondary" if st.context.theme.type == "dark" else "primary"


def keep(view: View) -> None:
    """Hands the view to the page that runs next."""
    st.session_state[_KEY] = view


def viewer() -> access.Viewer:
    """Who was let in on this run. `admission` has put it there."""
    kept: access.Viewer = st.session_state[VIEWER]
    return kept


def whole_view() -> View | None:
    """The view of a page without filters: all that the viewer may see, on the day of the data; None without data."""
    shown = source()
    if shown is None:
        return None
    data_day = opened(str(shown.path)).data_day
    return View(viewer(), shown, data_day, data_day, Filters(), colors())


def view() -> View:
    """The view of the page that runs. The router has put it there."""
    kept: View = st.session_state[_KEY]
    return kept
