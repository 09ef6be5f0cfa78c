"""Parts that more than one page is made of: what stands behind a number, empty cards, groups side by side."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

import streamlit as st

from .. import formats, metrics
from ..build.mart import year_earlier
from ..charts import Share
from ..metrics import AttentionRow, Dimension, MetricValue
from ..words import labels, numbers, reasons, states, story
from ..words.findings import Finding, weakest
from . import cards, frame, query
from .empty import empty
from .frame import pair_link
from .view import View

Row = Mapping[str, Any]
LAST_YEAR = "last year"
STARTED = ("active_pairs", "paused_pairs", "completed_pairs", "ended_early_pairs", "ended_pairs")
FILES_NAMED = 3
GROUPS_SHOWN = 8


def behind(view: View, key: str, value: MetricValue) -> str:
    """All that stands behind a number: fraction, left out, day, source files with their days."""
    return numbers.full(key, value, view.as_of, sources(view, key))


def sources(view: View, key: str) -> str:
    """The files that bring the rows a metric is made of, the latest first: `Log.xlsx, 4 Mar`."""
    tables = metrics.CATALOGUE[key].needs
    files = [entry for entry in query.files(view.source) if any(entry["rows"].get(table) for table in tables)]
    named = [f"{entry['file']}, {formats.short_day(date.fromisoformat(entry['data_day']), view.as_of)}"
             for entry in reversed(files)]
    if len(named) > FILES_NAMED:
        named[FILES_NAMED:] = [f"{formats.count(len(named) - FILES_NAMED, 'file')} more"]
    return " · ".join(named)


def stop_if_nothing(view: View) -> None:
    """Ends the page with a designed state where no pair has started under the filters by the day."""
    values = query.values(view, STARTED)
    if any(values[key].value for key in STARTED):
        return
    if not view.filtered and view.as_of == view.data_day:
        own = view.viewer.programs
        empty(states.no_such_data("pair") if own is None else states.not_in_the_data(own), icon="group")
    else:
        empty(states.nothing_left(states.filters(chosen(view), view.as_of)), icon="filter_alt", clear=True)
    st.stop()


def chosen(view: View) -> dict[str, tuple[str, ...]]:
    """The filters in force by name."""
    return {name: view.asked.chosen(name) for name in get_args(Dimension)}


def without(view: View, table: str) -> None:
    """A card in place of a chart: the filters leave nothing, or no file has brought such rows."""
    state = (states.nothing_left(states.filters(chosen(view), view.as_of)) if view.filtered
             else states.no_such_data(table))
    note(state.title, state.advice)


def active_programs(view: View) -> int:
    """In how many programs the active pairs are."""
    return sum(1 for row in query.compare(view, ("active_pairs",), "program") if row["values"]["active_pairs"].value)


def item_shares(rows: Sequence[Row]) -> list[Share]:
    """The seven mentor actions as bars: done of those due; the weakest stands out."""
    worst, _ = weakest(rows)
    return [
        Share(labels.ITEMS[row["item"]], row["done"] / due if due else None, row["done"], due, "pairs where it is due",
              f"{formats.number(row['not_due'])} not due yet" if row["not_due"] else "", row["item"] in worst)
        for row in rows for due in (row["done"] + row["not_done"],)]


def item_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """The rows of `checklist_items` with the action's name and its share."""
    return [{**row, "action": labels.ITEMS[row["item"]],
             "share": row["done"] / due if due else None} for row in rows for due in (row["done"] + row["not_done"],)]


def call_list(rows: Sequence[AttentionRow], all_of_them: MetricValue) -> None:
    """The first pairs of the work list: who they are, and the first reason as a sentence."""
    with st.container(border=True, height="stretch", gap="small"):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{formats.plain(_call_title(rows))}**")
            st.caption(_call_subtitle(rows, all_of_them))
        if not rows:
            st.markdown(":material/check_circle: Nothing is late, silent or overdue.")
        for row in rows:
            more = f" · {formats.count(len(row.reasons) - 1, 'more reason')}" if len(row.reasons) > 1 else ""
            sentence = formats.plain(reasons.sentence(row.reasons[0], row.facts) + more)
            with st.container(gap=None):
                pair_link(row.pair_id, story.people(row.facts))
                st.caption(f":material/{labels.REASON_ICONS[row.reasons[0]]}: {sentence}")
        frame.link("attention", "All who need attention")


def _call_subtitle(rows: Sequence[AttentionRow], all_of_them: MetricValue) -> str:
    flagged = int(all_of_them.numerator or 0)
    of = f"{formats.number(flagged)} of {formats.count(all_of_them.denominator, 'active or paused pair')}"
    if rows:
        return f"{of} {'needs' if flagged == 1 else 'need'} someone, the most urgent first"
    return f"{of} {'has' if flagged == 1 else 'have'} records to put right" if flagged else of


def _call_title(rows: Sequence[AttentionRow]) -> str:
    if not rows:
        return "Nobody to call"
    return f"{formats.capital(formats.in_words(len(rows)))} {'pair' if len(rows) == 1 else 'pairs'} to call first"


def compare_table(view: View, keys: Sequence[str]) -> None:
    """The five numbers side by side: by program, cohort, department, or against the same day last year."""
    with st.container(border=True, height="stretch", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.markdown("**Side by side**", width="content")
            by = st.segmented_control(
                "Compare by", ["program", "cohort", "department", LAST_YEAR], default="program", required=True,
                format_func=formats.capital, label_visibility="collapsed", key="compare_by")
        rows, caption = _compared(view, keys, by or "program")
        st.caption(formats.plain(caption))
        st.table([{formats.capital(by or "program"): formats.plain(row["group"]),
                   **{labels.TILES[key]: numbers.shown(key, row["values"][key]) for key in keys}}
                  for row in rows[:GROUPS_SHOWN]], border="horizontal", hide_index=True, alt=caption)
        if len(rows) > GROUPS_SHOWN:
            st.caption(f"{formats.number(len(rows) - GROUPS_SHOWN)} more in the CSV")
        cards.download("compare", [_flat(row, keys) for row in rows], {
            "group": formats.capital(by or "program"),
            **{name: heading for key in keys for name, heading in (
                (key, labels.TILES[key]), (f"{key}_of", f"{labels.TILES[key]}: of"))}})


def _compared(view: View, keys: Sequence[str], by: str) -> tuple[list[Row], str]:
    if by == LAST_YEAR:
        then = year_earlier(view.as_of)
        days = ((formats.day(then), then), (formats.day(view.as_of), view.as_of))
        return ([{"group": name, "values": query.values(view, keys, day)} for name, day in days],
                f"Five numbers on {formats.day(view.as_of)} and a year before")
    dimension = next(name for name in get_args(Dimension) if name == by)
    rows = sorted((row for row in query.compare(view, keys, dimension) if row["values"]["active_pairs"].value),
                  key=lambda row: (row["group"] == "-", -row["values"]["active_pairs"].value, row["group"]))
    shown: list[Row] = [{**row, "group": "unknown" if row["group"] == "-" else row["group"]} for row in rows]
    return shown, f"By {by}, most active pairs first · {formats.day(view.as_of)}"


def _flat(row: Row, keys: Sequence[str]) -> dict[str, Any]:
    flat: dict[str, Any] = {"group": row["group"]}
    for key in keys:
        flat |= {key: row["values"][key].value, f"{key}_of": row["values"][key].denominator}
    return flat


def tiles(view: View, keys: Sequence[str], now: query.Values, before: query.Values, beneath: Mapping[str, str]) -> None:
    """The tiles of these metrics with their trend; arrows compare with four weeks before, and say so."""
    trend = query.trend(view, keys)
    since = f"since {formats.short_day(view.as_of - query.BEFORE, view.as_of)}"
    grid = st.grid(len(keys), min_column_width=150, border=True)
    for key in keys:
        with grid.cell():
            cards.tile(
                labels.TILES[key], numbers.shown(key, now[key]), moved=numbers.moved(key, now[key], before[key]),
                since=since, trend=[value.value for _, value in trend[key]], beneath=beneath[key],
                behind=behind(view, key, now[key]), neutral=metrics.CATALOGUE[key].direction == "none")


def plain_tiles(view: View, names: Mapping[str, str], now: query.Values) -> None:
    """Tiles without trend: the value, and beneath it what it is made of, or why there is none."""
    grid = st.grid(len(names), min_column_width=150, border=True)
    for key, name in names.items():
        with grid.cell():
            st.metric(name, numbers.shown(key, now[key]), help=formats.plain(behind(view, key, now[key])))
            st.caption(formats.plain(numbers.undefined(key, now[key]) or numbers.fraction(key, now[key])))


def stop_without(view: View, table: str, rows: object) -> None:
    """Ends the page with a designed state where there are no rows of what it is about."""
    if rows:
        return
    if view.filtered:
        empty(states.nothing_left(states.filters(chosen(view), view.as_of)), icon="filter_alt", clear=True)
    else:
        empty(states.no_such_data(table), icon="upload_file")
    st.stop()


def pairs_card(finding: Finding, lines: Sequence[tuple[str, str, str]], total: int) -> None:
    """A card that names pairs: (pair_id, who they are, what about them), each a link to the pair's own page."""
    with st.container(border=True, height="stretch", gap="small"):
        with st.container(gap="xxsmall"):
            st.markdown(f"**{formats.plain(finding.title)}**")
            st.caption(formats.plain(finding.subtitle))
        for pair_id, people, about in lines:
            with st.container(gap=None):
                pair_link(pair_id, people)
                st.caption(formats.plain(about))
        if total > len(lines):
            st.caption(f"{formats.number(total - len(lines))} more, by the reason “the sides disagree”")


def note(title: str, advice: str) -> None:
    """A card that says why a chart is not there."""
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{formats.plain(title)}**")
        st.caption(formats.plain(advice))
