"""The coordinator's week: a draft in few clicks, several coordinators at once, no mouse, a server that is killed."""

import json
import os
import shutil
import signal
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Locator, Page, expect

from careerdash import formats
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.follow_ups import FollowUp, follow_ups
from careerdash.ledger.ledger import Ledger

from .axe import faults
from .conftest import Open
from .server import Site, serve
from .watch import settle, visit


def recorded(data: Path) -> list[FollowUp]:
    """What stands in the ledger of the demo."""
    ledger = Ledger(DataFolder(DataFolder(data).demo_build))
    try:
        return list(follow_ups(ledger))
    finally:
        ledger.close()


def pair_of(page: Page, place: int) -> str:
    """The id of a pair of the list, from the key of its button."""
    classes = page.locator("[class*=st-key-open_note_]").nth(place).get_attribute("class") or ""
    return next(name.removeprefix("st-key-open_note_") for name in classes.split() if name.startswith("st-key-open_no"))


def fill(page: Page, place: int, kind: str, text: str) -> None:
    """Opens the panel that records a follow-up for a pair of the list, and fills it."""
    page.locator("[class*=st-key-open_note_]").nth(place).locator("button").first.click()
    settle(page)
    page.locator(".st-key-note_kind button").filter(has_text=kind).click()
    settle(page)
    page.get_by_label("Note (only coordinators see it)").fill(text)


def record(page: Page, place: int, kind: str, text: str) -> None:
    fill(page, place, kind, text)
    page.get_by_role("button", name="Save").click()
    page.get_by_test_id("stToast").first.wait_for()
    settle(page)


def focused(page: Page) -> str:
    name: str = page.evaluate("""() => { const at = document.activeElement;
        const name = at.getAttribute('aria-label') || at.innerText || at.value || '';
        return at.tagName === 'MAIN' ? '' : name.replace(/\\s+/g, ' '); }""")
    return name


def tab_to(page: Page, name: str, key: str = "Tab") -> None:
    for _ in range(80):
        page.keyboard.press(key)
        if name in focused(page):
            return
    raise AssertionError(f"the keyboard does not reach {name}")


def test_from_opening_the_app_to_a_draft_in_under_five_clicks(opened: Open, demo_site: Site) -> None:
    page = opened(theme="dark")
    visit(page, demo_site.url)
    clicks = 0

    def click(what: Locator) -> None:
        nonlocal clicks
        what.click()
        settle(page)
        clicks += 1

    click(page.get_by_test_id("stSidebar").get_by_role("link", name="Needs attention"))
    page.get_by_role("heading", level=1, name="Needs attention").wait_for()
    settle(page)
    pair_id = pair_of(page, 0)
    click(page.locator("[class*=st-key-open_write_] button").first)
    click(page.locator(".st-key-write_to button").filter(has_text="Mentor").first)
    link = page.get_by_role("link", name="Open in the mail program")
    address = link.get_attribute("href") or ""
    assert clicks + 1 < 5, "the next click opens the message"

    pair = next(pair for pair in json.loads(demo_site.command("pairs", "--json", "--demo"))
                if pair["pair_id"] == pair_id)  # fmt: skip
    to, _, rest = unquote(address).removeprefix("mailto:").partition("?")
    assert "," not in to
    assert to.count("@") == 1
    body = rest.split("body=", 1)[1]
    assert f"agreed to meet every {pair['cadence_days']} days" in body
    assert f"last meeting on record: {formats.day(date.fromisoformat(pair['last_meeting']))}" in body
    assert len(address) <= 1800
    assert faults(page) == []


def test_two_at_once_lose_nothing_and_a_killed_server_keeps_it_all(
    opened: Open, demo_data: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    shutil.copytree(demo_data, data)
    with serve(data, tmp_path / "first.log") as site:
        one, other = opened(), opened(theme="dark")
        for page in (one, other):
            visit(page, f"{site.url}/attention")
        pairs = [pair_of(one, place) for place in (0, 1)]
        fill(one, 0, "Called", "called Ana")
        fill(other, 0, "Note", "seen in the canteen")
        for page in (one, other):
            page.get_by_role("button", name="Save").click()
        for page in (one, other):
            page.get_by_test_id("stToast").first.wait_for()
            settle(page)
        record(other, 1, "Spoke in person", "at the lift")
        said = {(event.pair_id, event.kind, event.text) for event in recorded(data)}
        assert said == {(pairs[0], "called", "called Ana"), (pairs[0], "note", "seen in the canteen"),
                        (pairs[1], "spoke", "at the lift")}  # fmt: skip
        for page in (one, other):
            page.goto("about:blank")  # what a dying server does to an open page is no fault of the page
        os.killpg(site.pid, signal.SIGKILL)
    with serve(data, tmp_path / "second.log") as site:
        page = opened()
        visit(page, f"{site.url}/attention")
        expect(page.get_by_test_id("stMain")).to_contain_text("spoke to both in person")
        assert {(event.pair_id, event.kind, event.text) for event in recorded(data)} == said


def test_a_follow_up_for_several_pairs_without_a_mouse(opened: Open, own_site: Site) -> None:
    page = opened()
    visit(page, f"{own_site.url}/attention")
    pairs = {pair_of(page, place) for place in (0, 1)}
    before = len(recorded(own_site.data))
    tab_to(page, "Choose these")
    for _ in pairs:
        tab_to(page, "Choose ")
        page.keyboard.press("Space")
        settle(page)
    tab_to(page, "Record for them", "Shift+Tab")
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, "E-mailed")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settle(page)
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.get_by_test_id("stToast").first.wait_for()
    settle(page)
    new = recorded(own_site.data)[before:]
    assert {(event.pair_id, event.kind) for event in new} == {(pair, "called") for pair in pairs}
