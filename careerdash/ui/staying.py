"""The parts of the page "Do people stay?", drawn from figures alone: live and published look the same."""

from collections.abc import Sequence

import streamlit as st

from .. import charts, formats
from ..reports.shown import Shown
from ..words import outcomes as words
from ..words.findings import Finding
from . import cards, sections
from .view import colors

ARMS = (words.MENTEES, words.COLLEAGUES)


def answer(shown: Shown) -> None:
    """The sentence, its state, who is compared, and the caveats that always stand there."""
    figure = shown.comparison
    verdict = figure["verdict"]
    with st.container(border=True):
        st.caption(f":material/{words.verdict_icon(verdict)}: {formats.plain(words.verdict_name(verdict))} · "
                   f"{formats.plain(words.SCOPES[shown.scope])}")
        st.subheader(formats.plain(figure["sentence"]), anchor=False)
        if "people" in figure:
            st.caption(formats.plain(f"{words.compared(figure, shown.exact)} · "
                                     f"{words.period(shown.as_of, shown.data_from)}"))
        _older(shown, "comparison")
        st.markdown(formats.plain(words.caveat(shown.scope)))


def pictures(shown: Shown) -> None:
    """A hundred people of each arm, and the two curves."""
    figure, palette = shown.comparison, colors()
    left, right = st.columns([2, 3])
    with left, st.container(border=True, height="stretch"):
        found = words.icons(figure)
        st.markdown(f"**{formats.plain(found.title)}**")
        st.caption(formats.plain(found.subtitle))
        year = words.year(figure)
        for arm, name, color in zip(("mentored", "colleagues"), ARMS, (palette.measure, palette.muted), strict=True):
            share = None if year is None else year[arm]
            if share is not None:
                st.caption(formats.plain(f"{formats.capital(name)}: {share['words']}"))
                st.plotly_chart(charts.hundred(share["percent"], color, palette, at_least="over" in share["words"]),
                                theme=None, config=charts.CONFIG, key=f"hundred_{arm}",
                                alt=f"{formats.capital(name)}: {share['words']} of 100 still here after 12 months.")
    with right:
        cards.chart("still_here", words.curve(figure), charts.still_here(figure["curve"], ARMS, palette),
                    figure["curve"], {
                        "month": "Month", "mentored": "Mentees, %", "mentored_low": "from", "mentored_high": "to",
                        "colleagues": "Similar colleagues, %", "colleagues_low": "from ", "colleagues_high": "to "})
    if shown.exact:
        _three_lines(shown)


def _three_lines(shown: Shown) -> None:
    rows = [{"group": f"{formats.capital(name)}, {word}",
             **{str(row["month"]): row[arm][key] for row in shown.comparison["three_lines"]}}
            for arm, name in zip(("mentored", "colleagues"), ARMS, strict=True)
            for key, word in (("here", "still here"), ("left", "left"), ("not_followed", "not followed longer"))]
    st.dataframe(rows, hide_index=True, height="content", alt="People still here, left, and not followed longer.",
                 column_config={"group": "People, by month after the match"})


def panels(shown: Shown) -> None:
    """Promotion, reasons of leaving, satisfaction: three small ones."""
    figure, palette = shown.comparison, colors()
    first, second, third = st.columns(3)
    with first:
        found = figure["promotion"]
        rows = [] if found is None else [("Promoted", found["mentored"], found["colleagues"])]
        _bars("promotion", words.promotion(found), rows)
    with second:
        rows = [(formats.capital(words.REASONS[row["reason"]]), row["mentored"], row["colleagues"])
                for row in figure["reasons"]]
        _bars("reasons", words.reasons(figure["reasons"]), rows)
    with third:
        told = shown.figures.get("satisfaction")
        finding = words.satisfaction(told)
        if told is None or told["satisfied"]["percent"] is None:
            sections.note(finding.title, finding.subtitle)
        else:
            bar = charts.Share("Satisfied", told["satisfied"]["percent"] / 100, None, None, "answers")
            cards.chart("satisfaction", finding, charts.share_bars([bar], palette, height=90),
                        [{"what": "Satisfied", "words": told["satisfied"]["words"]},
                         {"what": "Answered", "words": told["response"]["words"]}],
                        {"what": "Mentees of active pairs", "words": "Share"})
        _older(shown, "satisfaction")


def _bars(key: str, finding: Finding, rows: Sequence[tuple[str, words.Figure | None, words.Figure | None]]) -> None:
    if not rows:
        sections.note(finding.title, finding.subtitle)
        return
    cards.chart(key, finding, charts.two_bars(rows, ARMS, colors()),
                [{"what": name, "mentees": _said(ours), "colleagues": _said(theirs)} for name, ours, theirs in rows],
                {"what": "Within 12 months", "mentees": "Mentees", "colleagues": "Similar colleagues"})


def _said(share: words.Figure | None) -> str | None:
    return None if share is None else str(share["words"])


def tables(shown: Shown) -> None:
    """People and the share still here, by department, level, time here and quarter: one at a time, never crossed."""
    if not shown.tables:
        return
    with st.container(border=True):
        st.markdown("**Still here after 12 months, by group of mentees**")
        st.caption("Mentees alone: groups differ in many ways, so no difference to colleagues is given.")
        tabs = st.tabs([words.TABLES[name] for name in shown.tables], on_change="rerun", key="groups")
        for tab, (table, rows) in zip(tabs, shown.tables.items(), strict=True):
            if not tab.open:
                continue
            with tab:
                told = [{"group": row["name"], "people": row["people"],
                         "still here": _said(row["share"]) or "not followed for 12 months yet",
                         **({} if row["as_of"] == shown.as_of.isoformat() else {"as of": row["as_of"]})}
                        for row in rows]
                st.dataframe(told, hide_index=True, height=min(38 + 35 * len(told), 420), key=f"rows_{table}",
                             alt=f"Mentees and share still here by {words.TABLES[table].lower()}.")


def parts(shown: Shown) -> None:
    """Parts of the program: what went with staying, within the program."""
    found = [figure for key, figure in shown.figures.items() if key.startswith("part/")]
    with st.container(border=True, height="stretch"):
        st.markdown("**Within the program: who did more in the first 90 days**")
        st.caption("Mentees still here 150 days after the match, followed for a year from then on. Who does more may "
                   "differ in other ways too.")
        for figure in found:
            st.markdown(formats.plain(words.part(figure)))
        if not found:
            st.markdown("Too few mentees, or not followed for long enough.")


def when(shown: Shown) -> None:
    """When a difference of 5 in 100 would be seen."""
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{words.WHEN}**")
        st.markdown(formats.plain(words.when(shown.comparison.get("when"))))


def naive(shown: Shown) -> None:
    """Why others report more: the naive number beside ours."""
    with st.expander(words.WHY_MORE, icon=":material/compare:"):
        st.markdown(formats.plain(words.naive(shown.figures.get("naive"), shown.comparison)))
        _older(shown, "naive")


def cost(shown: Shown) -> None:
    """The user's own cost of a leaver; only where there is a difference, and only for coordinators."""
    year = words.year(shown.comparison)
    if not shown.exact or shown.comparison["verdict"] != "difference" or year is None or year["points"] is None:
        return
    with st.expander("What would the whole difference cost or save?", icon=":material/payments:"):
        price = st.number_input("Your cost of one leaver", 0, 10_000_000, 0, 1_000, key="price", width=240)
        if price:
            st.markdown(formats.plain(words.cost(year["points"], shown.comparison["people"]["mentees"], price)))


def how(shown: Shown) -> None:
    """How it is computed; for coordinators with the second witnesses and who is left out."""
    with st.expander(words.HOW, icon=":material/functions:"):
        st.markdown(formats.plain(words.SIMILAR))
        st.markdown(formats.plain(words.METHODS))
        st.caption(formats.plain(f"{words.period(shown.as_of, shown.data_from)} · draw number {shown.seed}"))
        if shown.document is not None:
            for line in words.witnesses(shown.document):
                st.markdown(f"- {formats.plain(line)}")
        if shown.left_out:
            st.caption(formats.plain(words.left_out_cells(shown.left_out)))


def _older(shown: Shown, key: str) -> None:
    day = shown.older(key)
    if day is not None:
        st.caption(f":material/history: {formats.plain(words.not_renewed(day))}")


