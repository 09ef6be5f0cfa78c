"""Every page of the navigation in a browser, on the demo company: whole, accessible, in two widths and two themes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from careerdash.access import PAGES, PageEntry

from . import axe
from .conftest import NARROW, WIDE, Open, shot
from .server import Site
from .watch import visit

CHARTS = {"overview": 2, "pair": 2, "milestones": 2, "check_ins": 3, "checklist": 2, "goals": 5, "feedback": 5}
"""The least number of charts on a page that has any."""

LISTED = [entry for entry in PAGES if entry.listed]
EXAMPLE = "M-1685"
"""The pair of the demo whose page tells the worked example."""

every_page = pytest.mark.parametrize("entry", PAGES, ids=[entry.key for entry in PAGES])
listed_page = pytest.mark.parametrize("entry", LISTED, ids=[entry.key for entry in LISTED])


def address(entry: PageEntry) -> str:
    """The first page stands at the root, the others at their key; a page about one pair names it."""
    return "/" if entry is PAGES[0] else f"/{entry.key}" if entry.listed else f"/{entry.key}?{entry.key}={EXAMPLE}"


def sideways(page: Page) -> list[str]:
    """What makes a page scroll sideways: elements of the main part that end right of the window."""
    found: list[str] = page.evaluate(
        """() => {
            const main = document.querySelector('[data-testid=stMain]');
            const wide = document.documentElement.scrollWidth > innerWidth || main.scrollWidth > main.clientWidth;
            return !wide ? [] : [...main.querySelectorAll('*')]
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 5).map(each => each.outerHTML.slice(0, 160)).concat(['the page scrolls sideways']);
        }"""
    )
    return found


def drawn_charts(page: Page) -> int:
    """Charts with at least one mark that has a size."""
    count: int = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].filter(chart =>
            [...chart.querySelectorAll('.trace, .points path, .bars path, .scatterlayer path, .hm image')]
                .some(mark => mark.getBoundingClientRect().width > 0)).length"""
    )
    return count


def check(page: Page, entry: PageEntry) -> None:
    """What holds on every page at every size."""
    assert page.locator("h1").first.inner_text().strip() == entry.title
    assert page.get_by_test_id("stException").all_inner_texts() == []
    assert [text for text in page.get_by_test_id("stAlertContentError").all_inner_texts() if text] == []
    assert drawn_charts(page) >= CHARTS.get(entry.key, 0)
    assert sideways(page) == []


@every_page
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_page(opened: Open, demo_site: Site, entry: PageEntry, theme: str, size: tuple[int, int]) -> None:
    page = opened(size=size, theme=theme)
    visit(page, demo_site.url + address(entry))
    shot(page, f"{entry.key}-{theme}-{size[0]}")
    check(page, entry)
    assert axe.faults(page) == []


@listed_page
def test_page_is_reached_by_the_navigation(opened: Open, demo_site: Site, entry: PageEntry) -> None:
    start = LISTED[0] if entry is not LISTED[0] else LISTED[-1]
    page = opened()
    visit(page, demo_site.url + address(start))
    page.get_by_test_id("stSidebar").get_by_role("link", name=entry.title, exact=True).click()
    page.wait_for_url(lambda url: url.split("?")[0] == demo_site.url + address(entry))
    page.get_by_role("heading", level=1, name=entry.title, exact=True).wait_for()


def test_keyboard_alone_reaches_navigation_and_filters(opened: Open, demo_site: Site) -> None:
    page = opened()
    visit(page, demo_site.url)
    reached: set[str] = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.update(page.evaluate("(document.activeElement.innerText || '').split('\\n').map(each => each.trim())"))
    assert {entry.title for entry in LISTED} <= reached
    assert any(name.startswith("As of") for name in reached)


class TestTheTestsThemselves:
    """What the checks above look for is found in small pages that have it."""

    @pytest.fixture
    def blank(self, opened: Open, demo_site: Site) -> Callable[[str], Page]:
        def show(html: str) -> Page:
            page = opened(size=NARROW)
            page.set_content(f'<html lang="en"><title>x</title><div data-testid="stMain">{html}</div></html>')
            return page

        return show

    def test_sideways(self, blank: Callable[[str], Page]) -> None:
        assert sideways(blank("<p>short</p>")) == []
        assert sideways(blank('<p style="width: 600px">long</p>')) != []

    def test_axe(self, blank: Callable[[str], Page]) -> None:
        assert axe.faults(blank('<main><h1>x</h1><img alt="y"></main>')) == []
        assert [fault.split(":")[0] for fault in axe.faults(blank("<main><h1>x</h1><img></main>"))] == ["image-alt"]

    def test_charts(self, blank: Callable[[str], Page]) -> None:
        assert drawn_charts(blank('<div class="js-plotly-plot"><svg></svg></div>')) == 0
