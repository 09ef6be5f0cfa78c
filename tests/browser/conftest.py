"""Browser, servers and watched pages. Without a Chromium these tests are left out, and the run says so."""

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from . import chromium
from .server import Site, command, serve
from .watch import Trouble, watched

HERE = Path(__file__).parent
SHOTS = HERE / "shots"
WIDE, NARROW = (1280, 900), (390, 844)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    mine = [item for item in items if item.path.is_relative_to(HERE)]
    if mine and chromium.find() is None:
        if chromium.REQUIRED:
            pytest.exit(f"{chromium.MISSING} CAREERDASH_REQUIRE_BROWSER is set, so this is a failure.", returncode=1)
        for item in mine:
            item.add_marker(pytest.mark.skip(reason="no Chromium"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if chromium.find() is None:
        terminalreporter.write_line(chromium.MISSING, yellow=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        program = play.chromium.launch(executable_path=chromium.find(), args=chromium.OPTIONS, headless=True)
        yield program
        program.close()


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the demo company and no import."""
    data = tmp_path_factory.mktemp("demo")
    command(data, "demo")
    return data


@pytest.fixture(scope="session")
def demo_site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that shows the demo company. Tests only look at it."""
    with serve(demo_data, tmp_path_factory.mktemp("log") / "demo.log") as site:
        yield site


@pytest.fixture(scope="module")
def own_site(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of one test module, with a data folder of its own that starts with the demo company."""
    data = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(demo_data, data)
    with serve(data, tmp_path_factory.mktemp("log") / "own.log") as site:
        yield site


Open = Callable[..., Page]
Themed = Callable[[str], tuple[BrowserContext, Trouble]]


@pytest.fixture(scope="session")
def themed(browser: Browser) -> Themed:
    """One watched browser context a theme, so that Streamlit's own scripts are fetched once."""

    @cache
    def context(theme: str) -> tuple[BrowserContext, Trouble]:
        made = browser.new_context(
            color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce", locale="en-GB",
            timezone_id="UTC", accept_downloads=True,
        )  # fmt: skip
        made.set_default_timeout(30_000)
        return made, watched(made)

    return context


@pytest.fixture
def opened(themed: Themed) -> Iterator[Open]:
    """Opens a watched page: `opened(size=WIDE, theme="light")`; what goes wrong in it fails the test."""
    pages: list[Page] = []
    troubles: dict[str, Trouble] = {}

    def open_page(size: tuple[int, int] = WIDE, theme: str = "light") -> Page:
        context, trouble = themed(theme)
        if theme not in troubles:
            trouble.found.clear()
            troubles[theme] = trouble
        page = context.new_page()
        page.set_viewport_size({"width": size[0], "height": size[1]})
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert [found for trouble in troubles.values() for found in trouble.found] == []


def shot(page: Page, name: str) -> None:
    """Keeps a picture of the whole page for people to look at; in git none of them is kept."""
    SHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", full_page=os.environ.get("CAREERDASH_SHOTS") == "full")
