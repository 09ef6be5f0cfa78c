"""The parts of Data quality: gaps with their cost, rows by month, what the files said, tables to take away."""

from collections.abc import Sequence

import streamlit as st

from .. import charts, formats
from ..metrics.gaps import Coverage
from ..schema import TABLES
from ..words import doubts
from ..words import quality as words
from ..words.findings import Finding
from . import cards, downloads, frame, query
from .view import View

SHOWN = 10


def not_taken_in(view: View) -> int:
    """Rows of the files in force that could not be taken in."""
    return sum(receipt["balance"]["rows"]["quarantined"] for _, receipt in query.receipts(view))


def missing(view: View, told: Sequence[words.Gap], found: Sequence[Coverage]) -> None:
    """Each kind of data with what is wrong, what that costs and what would fill it."""
    with st.container(border=True, gap="small"):
        cards.heading("coverage", Finding("What is there, and what a gap costs",
                                          f"Kinds of data · active pairs · {formats.day(view.as_of)}"),
                      words.coverage_rows(found, view.as_of), words.COVERAGE_COLUMNS)
        for gap in told:
            with st.container(gap="xxsmall"):
                st.markdown(f":material/{words.ICONS[gap.state]}: **{formats.plain(gap.said)}**")
                if beneath := " · ".join(filter(None, (gap.cost, gap.remedy))):
                    st.caption(formats.plain(beneath))


def months(view: View, found: Sequence[Coverage]) -> None:
    """A map of kinds of data by months: which share of the pairs has a row of the month."""
    with_rows = [covered for covered in found if covered.rows and covered.months]
    if not with_rows:
        return
    names = [formats.month(month.month) for month in with_rows[0].months]
    shares = [[month.pairs / month.open for month in covered.months] for covered in with_rows]
    hover = [[f"{words.named(covered)}, {formats.month(month.month)}: {formats.number(month.pairs)} of "
              f"{formats.count(month.open, 'pair')}" for month in covered.months] for covered in with_rows]
    cards.chart("data_by_month", words.by_month(with_rows, view.as_of), charts.heat_map(
        [words.named(covered) for covered in with_rows], names, shares, hover, view.palette),
        words.month_rows(with_rows), words.MONTH_COLUMNS)


def fields(view: View) -> None:
    """Fields that no row fills, with what that costs."""
    rows = doubts.empty_fields(query.fills(view))
    with st.container(border=True, gap="xsmall"):
        title = (f"{formats.count(len(rows), 'field')} that no file fills" if rows
                 else "Every field on which something hangs is filled")
        if not rows:
            st.markdown(f"**{title}**")
            st.caption("Of data that is there · over all files")
            return
        cards.heading("empty_fields", Finding(title, "Of data that is there · over all files"), rows,
                      doubts.FIELD_COLUMNS)
        for row in rows[:SHOWN]:
            st.markdown(f"**{formats.plain(row['table'])}: {formats.plain(row['field'])}**  \n"
                        f":small[:gray[{formats.plain(row['cost'])}]]")
        if len(rows) > SHOWN:
            st.caption(f"{formats.number(len(rows) - SHOWN)} more in the table")


def files(view: View) -> None:
    """By file: rows not taken in, then and now, and repeated ones."""
    entries = query.receipts(view)
    rows = doubts.file_rows([(entry["file"], receipt) for entry, receipt in entries],
                           [entry["data_day"] for entry, _ in entries])
    with st.container(border=True, height="stretch", gap="xsmall"):
        cards.heading("files_rows", Finding(doubts.files_title(rows), "By file · waiting rows come in by themselves"),
                      rows, doubts.FILE_COLUMNS)
        for row in [row for row in rows if row["aside"] or row["waiting"] or row["duplicate"]][:SHOWN]:
            st.markdown(formats.plain(doubts.file_line(row)))
        frame.link("imports", "Go to Imports", "upload_file")


def issues(view: View) -> None:
    """By file, column and kind: what the files said that we did not understand."""
    rows = doubts.issue_rows([(entry["file"], receipt) for entry, receipt in query.receipts(view)])
    with st.container(border=True, gap="xsmall"):
        title = (f"{formats.count(sum(row['count'] for row in rows), 'cell or row', 'cells or rows')} with a remark"
                 if rows else "No file has a remark")
        cards.heading("issues", Finding(title, "By file, column and kind · as of the day of each import"), rows,
                      doubts.ISSUE_COLUMNS)
        for row in rows[:SHOWN]:
            st.markdown(formats.plain(doubts.issue_line(row)))
        if len(rows) > SHOWN:
            st.caption(f"{formats.number(len(rows) - SHOWN)} more in the table")


def take_away(view: View) -> None:
    """Any table as CSV, as `export` writes it."""
    with st.container(border=True, height="stretch", gap="small"):
        st.markdown("**A table as CSV**")
        st.caption("One row a row in force, with its file, sheet and row. Notes, comments and goals as written stay "
                   "on the pages of the pairs.")
        counts = {fill.table: fill.rows for fill in query.fills(view)}
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            table = st.selectbox("Table", list(TABLES), key="quality_table", width=260,
                                 format_func=lambda name: f"{name} ({formats.number(counts[name])})")
            downloads.download_button("CSV", lambda: query.table_csv(view, table), f"{table}.csv", "text/csv",
                                      key="quality_csv", rows=counts[table])
