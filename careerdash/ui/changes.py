"""What changed: between which two moments, the lists, and the page to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from .. import formats
from ..imports.model import ImportsError
from ..imports.moments import Moment, known_build, last_import, make_build, moments
from ..ledger.database import LedgerError
from ..ledger.folder import DataFolder
from ..ledger.lock import LockBusy
from ..metrics.changes import Change, counted
from ..reports.changes_page import changes_page
from ..words import changes as words
from ..words import imports, states
from ..words.findings import Finding
from . import cards, downloads, frame, query, sections
from .empty import empty
from .view import AT_ONCE, View

IMPORTS, DAYS = "Two imports", "Two days"
SHOWN = 8
"""Pairs of a list that stand on the page; all of them are in its table."""


@dataclass(frozen=True)
class Span:
    """From one build at a day to another, or the same one; `said`: what stands behind the two."""

    before: tuple[Path, date]
    after: tuple[Path, date]
    said: str


@lru_cache(maxsize=8)
def _moments(root: Path, path: str) -> Sequence[Moment]:
    return tuple(moments(DataFolder(root)))


_FOUND: dict[tuple[Path, str], Path] = {}
"""Builds of moments that this process knows."""


def _known(root: Path, moment: Moment) -> Path | None:
    path = _FOUND.get((root, moment.key))
    if path is None or not path.exists():
        path = known_build(DataFolder(root), moment)
        if path is not None:
            _FOUND[(root, moment.key)] = path
    return path


def since_last_import(view: View) -> None:
    """What the last drop of files changed: the pairs, rows of each table, the numbers."""
    last = query.last_import(view)
    earlier = last_import(_moments(view.source.folder.root, str(view.source.path)))
    at_once = _rows(view) <= AT_ONCE
    span = _since(view, earlier) if earlier is not None and at_once else None
    with st.container(border=True, height="stretch", gap="small"):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{formats.plain(imports.last_title(last))}**")
            st.caption(formats.plain(imports.last_subtitle(last)))
        if span is not None:
            counts = counted(query.changed(view, span.before, span.after))
            st.markdown(formats.plain(words.summary(counts, span.before[1], span.after[1])))
        elif earlier is not None and not at_once:
            st.markdown(formats.plain(words.ELSEWHERE))
        for line in imports.last_lines(last):
            st.markdown(f":material/arrow_right: {formats.plain(line)}")
        frame.link("changes", "What changed", "difference")


def _since(view: View, last: Moment) -> Span | None:
    """From a moment to the build in force; None where the moment has no build yet."""
    path = _known(view.source.folder.root, last)
    return None if path is None else Span((path, last.data_day), (view.source.path, view.data_day), "")


def _rows(view: View) -> int:
    """Rows of the files in force."""
    return sum(sum(entry["rows"].values()) for entry in query.files(view.source))


def choose(view: View) -> Span:
    """The two moments to compare, as chosen. Ends the page where there are none, or one has to be made first."""
    row = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
    mode = row.segmented_control(
        "Compare", [IMPORTS, DAYS], required=True, key="changes_mode", label_visibility="collapsed",
        default=IMPORTS if view.as_of == view.data_day else DAYS, persist_state="session")
    return _two_days(view, row) if mode == DAYS else _two_imports(view, row)


def _two_days(view: View, row: DeltaGenerator) -> Span:
    usual = view.as_of - timedelta(days=28)
    chosen = row.date_input("From", usual, max_value=view.as_of, format="YYYY-MM-DD", width=150,
                            key=f"changes_from_{view.as_of}")
    row.caption(f"to {formats.day(view.as_of)}, the day chosen above")
    return Span((view.source.path, chosen if isinstance(chosen, date) else usual), (view.source.path, view.as_of),
                f"Both days by what the files say now, {formats.day(view.data_day)}")


def _two_imports(view: View, row: DeltaGenerator) -> Span:
    found = _moments(view.source.folder.root, str(view.source.path))
    if len(found) < 2:
        empty(words.NOTHING_YET, icon="difference")
        frame.link("imports", "Go to Imports", "upload_file")
        st.stop()
    places = range(len(found))

    def label(place: int) -> str:
        return words.short_moment(found[place].data_day, found[place].files, found[place].present)

    def named(place: int) -> str:
        return words.moment(found[place].data_day, found[place].files, found[place].present)

    first, second = row.container(width=250), row.container(width=250)
    after = second.selectbox("To", places[1:], len(places) - 2, key="changes_to", format_func=label)
    before = first.selectbox("From", places[:after], after - 1, key=f"changes_from_{after}", format_func=label)
    one, other = (_build_of(view, found[place]) for place in (before, after))
    return Span((one, found[before].data_day), (other, found[after].data_day),
                f"From {named(before)} to {named(after)}, each on its own day, both by the rules of today")


def _build_of(view: View, moment: Moment) -> Path:
    """The build of a moment; where it has to be made, the page says so and ends until it is."""
    if moment.present:
        return view.source.path
    root = view.source.folder.root
    path = _known(root, moment)
    if path is not None:
        return path
    place = st.empty()
    if _rows(view) > AT_ONCE:
        with place.container():
            st.info(formats.plain(words.NOT_MADE), icon=":material/hourglass_empty:")
            if not st.button("Work it out", icon=":material/history:", key="changes_make"):
                st.stop()
    bar = place.progress(0.0, formats.plain(words.MAKING))
    try:
        path = make_build(DataFolder(root), moment, lambda step, share: _tell(bar, step, share))
    except (ImportsError, LedgerError, LockBusy) as error:
        place.error(formats.plain(str(error)), icon=":material/error:")
        st.stop()
    place.empty()
    return path


def _tell(bar: DeltaGenerator, step: str, share: float) -> None:
    bar.progress(min(max(share, 0.0), 1.0), formats.plain(f"{words.MAKING} {step}"))


def lists(span: Span, rows: Sequence[Change], counts: Mapping[str, int]) -> None:
    """A card a kind of change that occurs, two beside each other; then the kinds that do not."""
    kinds = list(counts)
    for place in range(0, len(kinds), 2):
        for column, kind in zip(st.columns(2), kinds[place:place + 2], strict=False):
            with column:
                _card(span, kind, counts[kind], [row for row in rows if row.kind == kind])
    if missing := words.none_of(counts):
        st.caption(formats.plain(missing))


def _card(span: Span, kind: str, n: int, rows: Sequence[Change]) -> None:
    as_of = span.after[1]
    with st.container(border=True, height="stretch", gap="xsmall"):
        cards.heading(f"changes_{kind}", Finding(words.title(kind, n), words.KINDS[kind].meaning),
                      words.rows(rows, as_of), words.COLUMNS)
        for row in rows[:SHOWN]:
            with st.container(gap="xxsmall"):
                frame.pair_link(row.pair_id, words.people(row))
                st.caption(formats.plain(words.line(row, as_of)))
        if len(rows) > SHOWN:
            st.caption(f"{formats.number(len(rows) - SHOWN)} more in the table")


def aside(view: View, span: Span) -> None:
    """Rows of the files that found no person or pair since, and those that came in; for who may see imports."""
    if view.viewer.programs is not None or span.before[0] == span.after[0]:
        return
    earlier, now = ({_row(row): row for row in query.aside(view, path)} for path, _ in (span.before, span.after))
    new = [row for key, row in now.items() if key not in earlier]
    came = len(earlier.keys() - now.keys())
    files = {entry["import_id"]: entry["file"] for entry in query.files(view.source)}
    rows = words.aside_rows(new, files)
    with st.container(border=True, gap="xsmall"):
        if rows:
            cards.heading("rows_set_aside", Finding(words.aside_title(len(new), came), words.ASIDE), rows,
                          words.ASIDE_COLUMNS)
        else:
            st.markdown(f"**{formats.plain(words.aside_title(0, came))}**")
        for row in rows[:SHOWN]:
            st.markdown(formats.plain(words.aside_line(row)))
        frame.link("imports", "Go to Imports", "upload_file")


def _row(row: Mapping[str, object]) -> tuple[object, ...]:
    return tuple(row[name] for name in ("import_id", "table_name", "sheet", "row", "part"))


def take_away(view: View, span: Span, rows: Sequence[Change], counts: Mapping[str, int]) -> None:
    """The page to print and the CSV, made on a click."""
    before, after = span.before[1], span.after[1]
    said = " · ".join((states.filters(sections.chosen(view), after), span.said))
    with st.container(horizontal=True, gap="small"):
        downloads.download_button(
            "Page to print", lambda: changes_page(rows, counts, before, after, said),
            f"what-changed-{after.isoformat()}.html", "text/html", key="changes_print", rows=len(rows),
            icon=":material/print:")
        cards.download("changes", words.rows(rows, after), words.COLUMNS)
