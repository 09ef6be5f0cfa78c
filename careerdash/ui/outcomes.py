"""The page "Do people stay?": which figures it shows, live ones for coordinators, published ones for leadership."""


from datetime import date

import streamlit as st

from .. import formats
from ..ledger.data_from import data_from, save_data_from
from ..ledger.folder import DataFolder
from ..ledger.ledger import Ledger
from ..ledger.published import PublicationError, PublishedReport, PublishedReports
from ..reports import publication
from ..reports.publication import Draft
from ..reports.shown import Shown, of_published, of_report
from ..words import outcomes as words
from ..words.states import Empty
from .admission import guarded
from .empty import empty
from .reporting import Report
from .view import source, strong, viewer


def folder() -> DataFolder:
    """The data folder whose reports are shown: the user's own, else the demo's."""
    shown = source()
    return shown.folder if shown else DataFolder.default()


@st.cache_resource(max_entries=2, show_spinner=False)
def _ledger(root: str) -> Ledger:
    return Ledger(folder())


def ledger() -> Ledger:
    """The ledger of the data that is shown."""
    return _ledger(str(folder().root))


def published() -> list[PublishedReport]:
    """The reports that can be read, newest first."""
    if not Ledger.exists(folder()):
        return []
    return PublishedReports(ledger()).all()[::-1]


def choose() -> Shown:
    """What to show, by role and by what is chosen. The page ends here where there is nothing."""
    shown = _live() if viewer().role == "coordinator" else _report()
    if shown is None:
        st.stop()
    return shown


def _report() -> Shown | None:
    reports = published()
    if not reports:
        empty(Empty(words.NOTHING_PUBLISHED, words.NOTHING_PUBLISHED_MORE), icon="lock_clock")
        return None
    by_id = {report.report_id: report for report in reports}
    chosen = st.selectbox("Report", list(by_id), format_func=lambda one: title(by_id[one]), key="report",
                          bind="query-params", width=360)
    return of_published(by_id[chosen or reports[0].report_id])


def title(report: PublishedReport) -> str:
    """A report in a list."""
    year, quarter = report.period.split("-")
    return f"{words.SCOPES[report.scope]} · {quarter} {year}"


def _live() -> Shown | None:
    build = source()
    if build is None:
        empty(Empty(words.NO_ROSTER, words.NO_ROSTER_FILE), icon="badge")
        return None
    report = Report(viewer(), build)
    known = known_data_from()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        scope = st.selectbox("Programs", report.scopes(), format_func=words.SCOPES.__getitem__, key="scope",
                             bind="query-params", width=260) or "all"
        begin = st.date_input(words.ASK_WHEN_FROM, known, max_value=report.data_day, key="data_from", width=320,
                              format="YYYY-MM-DD", help="Empty: the first day of the month in which somebody is the "
                              "first to leave. Who was matched earlier cannot be followed and is left out.")
        if begin != known:
            st.button(words.KEEP_DAY, icon=":material/save:", key="keep_data_from", help=words.KEEP_DAY_HELP,
                      on_click=guarded(_keep), args=(begin,))
    with st.spinner("Comparing mentees with their colleagues"):
        shown = report.live(scope, begin)
    document = shown.document or {}
    if not document["matched"]["mentees"] and not document["matched"]["left_out"]:
        empty(Empty(words.NO_MENTEES, words.NO_ROSTER_FILE), icon="badge")
        return None
    if set(document["matched"]["left_out"]) == {"no_spell"} and not document["matched"]["mentees"]:
        empty(Empty(words.NO_ROSTER, words.NO_ROSTER_FILE), icon="badge")
        return None
    early = document["matched"]["left_out"].get("before_data", 0)
    if early and begin is None and shown.data_from is not None:
        st.info(formats.plain(words.before_data(early, shown.data_from)), icon=":material/event:")
    return shown


def known_data_from() -> date | None:
    """The first day from which the staff list shows who left, where a coordinator has said one."""
    return data_from(ledger()) if Ledger.exists(folder()) else None


def _keep(day: date | None) -> None:
    save_data_from(ledger(), day, by=viewer().name)


def publishing(shown: Shown) -> None:
    """A coordinator's preview, publication and withdrawal of reports."""
    build = source()
    if build is None:
        return
    report = Report(viewer(), build)
    periods = report.periods()
    with st.expander("Publish a report for leadership", icon=":material/publish:"):
        st.caption("Leadership reads published reports only: coarser numbers, frozen, without anybody's name. "
                   "A report of a quarter can be published a month after the quarter has ended.")
        if not periods:
            st.markdown("No quarter is over for a month and covered by the data to its end.")
        else:
            _offer(report, [period.name for period in periods], shown)
        _reports()


def _offer(report: Report, periods: list[str], shown: Shown) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        period = st.selectbox("Quarter", periods, key="period", width=160) or periods[0]
        looked = st.toggle("Preview", key="preview")
    if not looked:
        return
    try:
        with st.spinner("Making the report"):
            draft = report.draft(ledger(), period, shown.scope, st.session_state.get("data_from"))
    except PublicationError as problem:
        st.warning(formats.plain(str(problem)), icon=":material/info:")
        return
    preview = of_report(draft.document)
    with st.container(border=True):
        st.markdown(f"**{formats.plain(words.SCOPES[shown.scope])} · {formats.plain(period)}: "
                    f"{formats.plain(preview.comparison['sentence'])}**")
        for line in words.preview(preview.figures, preview.tables, preview.left_out, draft.repeated):
            st.caption(formats.plain(line))
        if st.button("Publish", type=strong(), icon=":material/publish:"):
            _publish(draft)


def _publish(draft: Draft) -> None:
    try:
        publication.publish(ledger(), draft, viewer().name)
    except PublicationError as problem:
        st.warning(formats.plain(str(problem)), icon=":material/info:")
        return
    st.toast("Published: leadership can read it now.", icon=":material/check:")
    st.rerun()


def _reports() -> None:
    for report in published():
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{formats.plain(title(report))} · published {formats.day(report.published_at.date())} by "
                        f"{formats.plain(report.published_by)}", width="stretch")
            if st.button("Withdraw", key=f"withdraw_{report.report_id}", type="tertiary",
                         help="Leadership can no longer read it. It stays on record, and what was read counts."):
                PublishedReports(ledger()).withdraw(report.report_id, viewer().name)
                st.rerun()
