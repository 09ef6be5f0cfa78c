"""Tiles and chart cards: a number or a picture with its words, its table and its CSV."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from .. import formats
from ..charts import CONFIG
from ..words.findings import Finding
from .downloads import download_button

Row = Mapping[str, Any]
Columns = Mapping[str, str]
"""Key in a row -> heading, in the order of the table."""

SHARES = ("value", "share")
"""Keys whose values are fractions: percent in the table, fractions in the CSV."""


def tile(label: str, value: str, *, moved: str | None, since: str, trend: Sequence[float | None], beneath: str,
         behind: str, neutral: bool = False) -> None:
    """One number: its name, value, how it moved since a day, its trend, and beneath it what it is made of.

    `behind` stands in the help: fraction, left out, day, files. `neutral`: more is not better.
    """
    known = [point for point in trend if point is not None]
    still = moved is not None and moved.lstrip("+-").startswith("0")
    st.metric(
        label, value, moved, help=formats.plain(behind), delta_color="off" if neutral or still else "normal",
        delta_arrow="off" if still else "auto", delta_description=None if moved is None else since,
        chart_data=known if len(known) > 1 else None, chart_type="line")
    st.caption(formats.plain(beneath))


def chart(key: str, finding: Finding, figure: go.Figure, rows: Sequence[Row], columns: Columns) -> None:
    """A chart under its finding, with a table and a CSV of the same rows one click away."""
    with st.container(border=True, height="stretch", gap="small"):
        heading(key, finding, rows, columns)
        st.plotly_chart(figure, theme=None, config=CONFIG, alt=finding.alt, key=f"chart_{key}")


def heading(key: str, finding: Finding, rows: Sequence[Row], columns: Columns) -> None:
    """The finding in bold with the table's button beside it, and the measure in small grey beneath.

    The table is made when it is opened: by a run of the whole page, so that who is there is looked at again.
    """
    with st.container(horizontal=True, vertical_alignment="top", wrap=False, gap="xsmall"):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{formats.plain(finding.title)}**")
            st.caption(formats.plain(finding.subtitle))
        behind = st.popover("Table", type="tertiary", key=f"table_{key}", on_change="rerun")
        if behind.open:  # few are ever looked at, and each costs 2 to 4 ms and its rows on the way
            with behind:
                table(key, rows, columns, finding.alt)


def table(key: str, rows: Sequence[Row], columns: Columns, alt: str) -> None:
    """The rows as a table, and our own CSV of them."""
    shown = [{heading: _cell(name, row.get(name)) for name, heading in columns.items()} for row in rows]
    st.dataframe(shown, hide_index=True, height=min(38 + 35 * len(shown), 360), alt=alt, key=f"rows_{key}",
                 column_config={head: st.column_config.NumberColumn(head, format="%.1f%%")
                                for name, head in columns.items() if name in SHARES})
    download(key, rows, columns)


def _cell(name: str, value: Any) -> Any:
    return value * 100 if name in SHARES and value is not None else value


def download(key: str, rows: Sequence[Row], columns: Columns) -> None:
    """A button that makes the CSV when it is clicked, never before."""
    download_button("CSV", _csv_maker(rows, columns), f"{key}.csv", "text/csv", key=f"csv_{key}", rows=len(rows))


def _csv_maker(rows: Sequence[Row], columns: Columns) -> Callable[[], bytes]:
    return lambda: csv_bytes(rows, columns)


def csv_bytes(rows: Sequence[Row], columns: Columns) -> bytes:
    """The rows as CSV in UTF-8 with a byte order mark; no cell is read as a formula, unknown is empty."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([formats.guarded(heading) for heading in columns.values()])
    for row in rows:
        writer.writerow(["" if row.get(name) is None else formats.guarded(row[name]) for name in columns])
    return text.getvalue().encode("utf-8-sig")
