"""Without sign-in the dashboard answers nobody but this computer: not under another name, not through a proxy."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .chromium import ELSEWHERE
from .server import Site, command, serve
from .tiny import MENTEES, MENTORS, workbook


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("local")
    command(folder / "data", "import", str(workbook(folder / "tiny_2026-03-01.xlsx", pairs=3)))
    with serve(folder / "data", folder / "local.log") as site:
        yield site
    shutil.rmtree(folder / "data")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def shows_nothing(page: Page) -> None:
    assert page.get_by_test_id("stMetric").count() == 0
    assert [name for name in (*MENTORS, *MENTEES) if name.split()[1] in page.content()] == []


def test_here_it_answers(local: Site, page: Page) -> None:
    page.goto(local.url, wait_until="domcontentloaded")
    expect(page.get_by_test_id("stMetric").first).to_contain_text("3", timeout=60_000)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded"])
def test_through_a_proxy_it_says_no(local: Site, page: Page, header: str) -> None:
    page.set_extra_http_headers({header: "10.0.0.1"})
    page.goto(local.url, wait_until="domcontentloaded")
    expect(page.get_by_test_id("stMain")).to_contain_text("not through a proxy", timeout=60_000)
    shows_nothing(page)


def test_under_another_name_it_does_not_even_connect(local: Site, page: Page) -> None:
    refused: list[str] = []
    page.on("websocket", lambda socket: socket.on("socketerror", lambda error: refused.append(error)))
    page.goto(local.url.replace("127.0.0.1", ELSEWHERE), wait_until="domcontentloaded")
    page.wait_for_timeout(3_000)
    assert refused
    assert "403" in refused[0]
    shows_nothing(page)
