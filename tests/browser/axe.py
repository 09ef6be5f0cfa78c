"""axe, the accessibility rules of WCAG 2.2 AA, run in a page; Streamlit's own faults are named here."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

STREAMLIT: Mapping[str, tuple[str, ...]] = {
    # The sparkline of st.metric is a Vega drawing whose parts have roles and no names; the metric says its number.
    "svg-img-alt": ("[data-testid=stMetricChart]",),
    # Day, month and year of st.date_input are 18 pixels wide; the calendar beside them is large enough.
    "target-size": ("[data-testid=stDateInput]",),
    # The box of st.table scrolls in a narrow window and takes no focus.
    "scrollable-region-focusable": ("[data-testid=stTable]",),
}
"""{rule: where} that stock Streamlit breaks by itself, so that no page of ours can mend it: an element that stands
inside one of these selectors is let through. Each was seen in an app of a few lines with Streamlit 1.67.0."""

RUN = """async ({rules, known}) => {
    const result = await axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']});
    return result.violations.flatMap(broken => broken.nodes
        .filter(node => !(known[broken.id] || []).some(where => document.querySelector(node.target[0])?.closest(where)))
        .map(node => `${broken.id}: ${broken.help}: ${node.html.slice(0, 200)} ${node.failureSummary.slice(0, 300)}`));
}"""


@cache
def script() -> str:
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """One sentence a broken rule and element, but for what Streamlit breaks by itself."""
    page.evaluate(f"window.axe || (() => {{ {script()} }})()")
    return list(page.evaluate(RUN, {"rules": RULES, "known": {rule: list(where) for rule, where in STREAMLIT.items()}}))
