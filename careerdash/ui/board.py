"""The page Summary: one page for the board, made of a report, and the same as a slide and a workbook."""

from collections.abc import Sequence

import streamlit as st

from .. import charts, formats
from ..ledger.published import PublicationError
from ..reports import summary as board
from ..reports.shown import Shown, of_published, of_report
from ..reports.summary import Summary
from ..words import outcomes as people
from ..words import summary as words
from ..words.findings import Finding
from ..words.states import Empty
from . import cards, outcomes
from .downloads import XLSX, download_button
from .empty import empty
from .reporting import Report
from .view import colors, source, viewer

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def choose() -> tuple[Shown, Summary]:
    """The report to show: a published one; for coordinators who have none, how the latest would look."""
    reports = [report for report in outcomes.published() if report.scope == "all"]
    if reports:
        by_id = {report.report_id: report for report in reports}
        chosen = st.selectbox("Quarter", list(by_id), format_func=lambda one: by_id[one].period, key="summary",
                              bind="query-params", width=200) if len(reports) > 1 else None
        report = by_id.get(chosen or "", reports[0])
        shown = of_published(report)
        return shown, board.summary(shown, report.period)
    if viewer().role != "coordinator":
        empty(Empty(words.NO_REPORT, words.NO_REPORT_MORE), icon="lock_clock")
        st.stop()
    return _preview()


def _preview() -> tuple[Shown, Summary]:
    build = source()
    report = None if build is None else Report(viewer(), build)
    periods = report.periods() if report is not None else []
    if report is None or not periods:
        empty(Empty(words.NO_PERIOD, words.NO_PERIOD_MORE), icon="event_busy")
        st.stop()
    try:
        with st.spinner("Making the page"):
            shown = of_report(report.draft(outcomes.ledger(), periods[0].name, "all",
                                           outcomes.known_data_from()).document)
    except PublicationError as problem:
        empty(Empty(words.NO_PERIOD, str(problem)), icon="event_busy")
        st.stop()
    st.info(formats.plain(words.PREVIEW), icon=":material/visibility:")
    return shown, board.summary(shown, periods[0].name)


def page(shown: Shown, found: Summary) -> None:
    """The one page."""
    st.caption(formats.plain(found.period))
    with st.container(border=True):
        st.caption(f":material/{people.verdict_icon(found.verdict)}: {people.verdict_name(found.verdict)}")
        st.subheader(formats.plain(found.sentence), anchor=False)
        st.caption(formats.plain(found.caveat))
    if found.health:
        _tiles(found.pairs)
        _tiles(found.health)
    if len(found.curve) > 1:
        cards.chart("summary_curve", Finding(found.curve_title, people.curve(shown.comparison).subtitle),
                    charts.still_here(found.curve, (people.MENTEES, people.COLLEAGUES), colors()), found.curve,
                    {"month": "Month", "mentored": "Mentees, %", "colleagues": "Similar colleagues, %"})
    if found.satisfaction:
        st.markdown(formats.plain(found.satisfaction))
    if found.left_out:
        st.caption(formats.plain(found.left_out))
    name = f"mentoring-summary-{shown.as_of.isoformat()}"
    with st.container(horizontal=True):
        download_button("Slide (pptx)", lambda: board.as_bytes(board.write_pptx, found), f"{name}.pptx", PPTX,
                        key="summary_pptx", icon=":material/slideshow:")
        download_button("Workbook (xlsx)", lambda: board.as_bytes(board.write_xlsx, found), f"{name}.xlsx", XLSX,
                        key="summary_xlsx", icon=":material/table_view:")


def _tiles(numbers: Sequence[words.Number]) -> None:
    for column, number in zip(st.columns(len(numbers)), numbers, strict=True):
        with column, st.container(border=True, height="stretch"):
            st.metric(number.label, number.words)
            st.caption(formats.plain(number.beneath))
