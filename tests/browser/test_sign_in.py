"""Sign-in against a real OpenID Connect provider on this machine: who sees what, and when it ends."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.support.provider import Provider, provider

from .conftest import shot
from .server import Site, command, serve
from .tiny import MENTEES, workbook
from .watch import settle

PAIRS = {"Alpha": 3, "Beta": 2}
ACCESS = """
issuer = "{issuer}"
contact = "the mentoring office"

[[role]]
role = "coordinator"
emails = ["Ana@firm.example"]

[[role]]
role = "program coordinator"
programs = ["Alpha"]
emails = ["bo@firm.example"]

[[role]]
role = "leadership"
claim = "groups"
values = ["board"]
"""
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "dash"
client_secret = "secret"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
"""


@dataclass(frozen=True)
class Office:
    """The dashboard with sign-in, and the provider it trusts."""

    site: Site
    provider: Provider
    browser: Browser

    def desk(self) -> BrowserContext:
        """A browser of somebody's own, with no cookies."""
        context = self.browser.new_context(locale="en-GB", timezone_id="UTC", reduced_motion="reduce")
        context.set_default_timeout(30_000)
        return context

    def log(self) -> list[dict[str, object]]:
        import sqlite3

        with sqlite3.connect(self.site.data / "ledger.db") as con:
            rows = con.execute("SELECT by, action, detail FROM audit ORDER BY number").fetchall()
        return [{"by": by, "action": action, **json.loads(detail)} for by, action, detail in rows]


@pytest.fixture(scope="module")
def office(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    data = folder / "data"
    books = [str(workbook(folder / f"{name}_2026-03-01.xlsx", pairs=count, program=name))
             for name, count in PAIRS.items()]  # fmt: skip
    command(data, "import", *books)
    with provider() as at_work:
        (data / "access.toml").write_text(ACCESS.format(issuer=at_work.url), encoding="utf-8")
        secrets = folder / "secrets.toml"
        secrets.write_text(SECRETS.format(issuer=at_work.url), encoding="utf-8")
        at_work.knows("ana", email="ANA@firm.example", email_verified=True)
        at_work.knows("bo", email="bo@firm.example")
        at_work.knows("eve", email="eve@firm.example")
        at_work.knows("lee", email="lee@firm.example", groups=["staff", "board"])
        with serve(data, folder / "office.log", ["--secrets.files", str(secrets)]) as site:
            yield Office(site, at_work, browser)


@pytest.fixture
def desk(office: Office) -> Iterator[BrowserContext]:
    context = office.desk()
    yield context
    context.close()


def sign_in(page: Page, office: Office, person: str, asked: str = "") -> Page:
    """Signs in from the page that the address asks for, and waits until it is open."""
    page.goto(f"{office.site.url}/{asked}", wait_until="domcontentloaded")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_placeholder("sub").fill(person)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{office.site.url}/{asked}")
    return page


def says(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stMain")).to_contain_text(words, timeout=30_000)


def shows_nothing(page: Page) -> None:
    assert page.get_by_test_id("stMetric").count() == 0
    assert page.get_by_test_id("stPageLink").count() == 0
    for name in ("Ferreira", "Lindqvist", "Alpha", "Beta"):
        assert name not in page.content()


def refused(page: Page, title: str) -> None:
    """A page of another role says whose it is and whom to ask, and shows nothing of itself."""
    says(page, f"The page “{title}” is not for your role")
    says(page, "Ask the mentoring office if you need it")
    assert page.get_by_test_id("stMetric").count() == 0
    assert page.get_by_test_id("stFileUploader").count() == 0


def pairs(page: Page) -> str:
    settle(page)
    return page.get_by_test_id("stMetric").first.get_by_test_id("stMetricValue").inner_text()


def links(page: Page) -> list[str]:
    return page.get_by_test_id("stSidebar").get_by_role("link").all_inner_texts()


def test_signing_in_and_out_also_ends_the_other_window_and_a_kept_cookie(office: Office, desk: BrowserContext) -> None:
    page = desk.new_page()
    page.goto(office.site.url, wait_until="domcontentloaded")
    says(page, "Sign in")
    shows_nothing(page)

    sign_in(page, office, "ana", "milestones?program=Alpha")
    settle(page)
    expect(page.get_by_role("heading", name="Milestones", exact=True)).to_be_visible()
    says(page, "Alpha")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Overview").click()
    page.wait_for_url("**/?program=Alpha")
    page.goto(office.site.url, wait_until="domcontentloaded")
    assert pairs(page) == str(sum(PAIRS.values()))
    assert "ana@firm.example" in page.get_by_test_id("stSidebar").inner_text()
    shot(page, "signed_in")
    other = desk.new_page()
    other.goto(office.site.url, wait_until="domcontentloaded")
    assert pairs(other) == str(sum(PAIRS.values()))
    kept = desk.storage_state()

    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="End session").click()
    says(page, "Sign in")
    shows_nothing(page)

    other.get_by_test_id("stSidebar").get_by_role("link", name="Milestones").click()
    says(other, "You have signed out")
    shows_nothing(other)
    thief = office.browser.new_context(storage_state=kept)
    window = thief.new_page()
    window.goto(office.site.url, wait_until="domcontentloaded")
    says(window, "You have signed out")
    shows_nothing(window)
    thief.close()

    lines = [line for line in office.log() if line["by"] == "ana@firm.example"]
    assert [line["action"] for line in lines] == ["sign-in", "sign-out"]


def test_who_has_no_role_reads_whom_to_ask(office: Office, desk: BrowserContext) -> None:
    page = sign_in(desk.new_page(), office, "eve")
    says(page, "Ask the mentoring office")
    says(page, "eve@firm.example")
    shows_nothing(page)
    shot(page, "no_role")
    page.goto(f"{office.site.url}/overview", wait_until="domcontentloaded")
    says(page, "You have no access yet")
    shows_nothing(page)


def test_a_program_coordinator_sees_own_pairs_and_no_other_page(office: Office, desk: BrowserContext) -> None:
    page = sign_in(desk.new_page(), office, "bo")
    assert pairs(page) == str(PAIRS["Alpha"])
    assert "Imports" not in links(page)
    assert "Beta" not in page.content()
    page.goto(f"{office.site.url}/?program=Beta", wait_until="domcontentloaded")
    assert pairs(page) == str(PAIRS["Alpha"])
    says(page, "Not in the data and left out")
    page.goto(f"{office.site.url}/imports", wait_until="domcontentloaded")
    settle(page)
    refused(page, "Imports")


def test_another_programs_pair_answers_like_an_unknown_one(office: Office, desk: BrowserContext) -> None:
    page = sign_in(desk.new_page(), office, "bo")
    settle(page)
    said = {}
    for pair in ("A1", "B1", "Z9"):
        page.goto(f"{office.site.url}/pair?pair={pair}", wait_until="domcontentloaded")
        settle(page)
        said[pair] = page.get_by_test_id("stMain").inner_text().replace(pair, "…")
    assert MENTEES[0].split()[1] in said["A1"]
    assert said["B1"] == said["Z9"] != said["A1"]


def test_leadership_sees_no_page_of_the_program(office: Office, desk: BrowserContext) -> None:
    page = sign_in(desk.new_page(), office, "lee")
    settle(page)
    assert page.get_by_role("heading", name="Summary").count() == 1, "where leadership starts"
    says(page, "Nothing is published yet")
    shot(page, "leadership")
    assert not {"Overview", "Milestones", "Check-ins", "Checklist", "Imports"} & set(links(page))
    for key, title in (("overview", "Overview"), ("imports", "Imports"), ("pair?pair=A1", "Pair")):
        page.goto(f"{office.site.url}/{key}", wait_until="domcontentloaded")
        settle(page)
        refused(page, title)
        assert MENTEES[0].split()[1] not in page.content()


def test_a_sign_in_ends_with_its_token(office: Office, desk: BrowserContext) -> None:
    """Authlib lets a token in that ended less than two minutes ago; the first run does not."""
    office.provider.knows("late", email="ana@firm.example", exp=int(time.time()) - 30)
    page = sign_in(desk.new_page(), office, "late")
    says(page, "Your sign-in has ended")
    shows_nothing(page)


def test_a_sign_in_ends_while_the_window_is_open(office: Office, desk: BrowserContext) -> None:
    office.provider.knows("long", email="ana@firm.example", iat=int(time.time()) - 3 * 3600)
    page = sign_in(desk.new_page(), office, "long")
    assert pairs(page) == str(sum(PAIRS.values()))
    settings = office.site.data / "access.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(f"session_hours = 2\n{before}", encoding="utf-8")
    try:
        page.get_by_test_id("stSidebar").get_by_role("link", name="Checklist").click()
        says(page, "Your sign-in has ended")
        shows_nothing(page)
    finally:
        settings.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"aud": "other"}, "Use the account of your company"),  # refused when the token comes in
        ({"aud": "other", "azp": "dash"}, "not for this dashboard"),
        ({"iss": "https://evil.example"}, "Use the account of your company"),
        ({"exp": 1_700_000_000}, "Use the account of your company"),
    ],
)  # fmt: skip
def test_a_token_for_somebody_else_opens_nothing(
    office: Office, desk: BrowserContext, claims: dict[str, object], said: str
) -> None:
    office.provider.knows("mallory", email="ana@firm.example", **claims)
    page = sign_in(desk.new_page(), office, "mallory")
    says(page, said)
    shows_nothing(page)
