"""The address is the view: filters and day stand in it, survive a reload, and Back undoes them. Numbers agree."""

import csv
import io
import json
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page

from .conftest import Open
from .server import Site
from .watch import settle, visit


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def view(page: Page) -> str:
    """All words of the main part, as a person reads them."""
    return page.get_by_test_id("stMain").inner_text()


def choose(page: Page, label: str, option: str) -> None:
    """Picks one value in the filter menu, as a person does, and closes the menu."""
    page.locator(".st-key-filter_menu button").first.click()
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_url(lambda url: label.lower() in parse_qs(urlsplit(url).query))
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")  # the list of values
    page.get_by_role("option").first.wait_for(state="hidden")
    page.keyboard.press("Escape")  # the menu
    page.get_by_label(label, exact=True).wait_for(state="hidden")
    settle(page)


def tiles(page: Page) -> dict[str, str]:
    """{label: value} of the tiles."""
    return dict(zip(page.get_by_test_id("stMetricLabel").all_inner_texts(),
                    page.get_by_test_id("stMetricValue").all_inner_texts(), strict=True))  # fmt: skip


@pytest.fixture(scope="module")
def numbers(demo_site: Site) -> dict[str, Any]:
    """What the command line says about the demo."""
    found: dict[str, Any] = json.loads(demo_site.command("metrics", "--json", "--demo"))
    return found


@pytest.fixture(scope="module")
def program(demo_site: Site) -> str:
    """A program of the demo, the first by name."""
    pairs = json.loads(demo_site.command("pairs", "--json", "--demo"))
    return min(str(pair["program"]) for pair in pairs)


def test_a_filter_stands_in_the_address_and_survives_a_reload(opened: Open, demo_site: Site, program: str) -> None:
    page = opened()
    visit(page, demo_site.url)
    all_pairs = tiles(page)
    choose(page, "Program", program)
    assert query(page) == {"program": [program]}
    filtered, words = tiles(page), view(page)
    wanted = json.loads(demo_site.command("metrics", "--json", "--demo", "--program", program))
    assert filtered["Active pairs"] == str(wanted["metrics"]["active_pairs"]["value"])
    assert filtered["Active pairs"] != all_pairs["Active pairs"]

    again = opened()
    visit(again, page.url)
    assert view(again) == words
    page.reload()
    settle(page)
    assert view(page) == words


def test_back_takes_a_filter_away_and_forward_brings_it_again(opened: Open, demo_site: Site, program: str) -> None:
    page = opened()
    visit(page, demo_site.url)
    before = tiles(page)
    choose(page, "Program", program)
    after = tiles(page)
    page.go_back()
    page.get_by_test_id("stMetricValue").get_by_text(before["Active pairs"], exact=True).first.wait_for()
    settle(page)
    assert (query(page), tiles(page)) == ({}, before)
    page.go_forward()
    page.get_by_test_id("stMetricValue").get_by_text(after["Active pairs"], exact=True).first.wait_for()
    settle(page)
    assert (query(page), tiles(page)) == ({"program": [program]}, after)


def test_another_day_stands_in_the_address_and_back_works(
    opened: Open, demo_site: Site, numbers: dict[str, Any]
) -> None:
    data_day = date.fromisoformat(numbers["data_day"])
    day = (data_day - timedelta(days=90)).isoformat()
    wanted = json.loads(demo_site.command("metrics", "--json", "--demo", "--as-of", day))
    page = opened()
    visit(page, demo_site.url)
    before = tiles(page)
    visit(page, f"{demo_site.url}/?as_of={day}")
    assert tiles(page)["Active pairs"] == str(wanted["metrics"]["active_pairs"]["value"])
    page.locator(".st-key-filter_reset button").click()
    page.wait_for_url(lambda url: "as_of" not in url)
    settle(page)
    assert tiles(page) == before
    page.go_back()
    page.wait_for_url(lambda url: f"as_of={day}" in url)
    page.locator(".st-key-filter_reset button").wait_for()
    settle(page)
    assert tiles(page)["Active pairs"] == str(wanted["metrics"]["active_pairs"]["value"])


def test_filters_go_along_to_another_page(opened: Open, demo_site: Site, program: str) -> None:
    page = opened()
    visit(page, f"{demo_site.url}/?program={quote(program)}")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Milestones", exact=True).click()
    page.get_by_role("heading", level=1, name="Milestones").wait_for()
    settle(page)
    assert query(page) == {"program": [program]}


def test_a_filter_that_leaves_nothing_says_so_and_can_be_cleared(opened: Open, demo_site: Site, program: str) -> None:
    page = opened()
    visit(page, f"{demo_site.url}/?program={quote(program)}&as_of=2001-01-01")
    page.get_by_role("button", name="Clear the filters").click()
    page.wait_for_url(lambda url: "program" not in url)
    settle(page)
    assert tiles(page)


def test_values_that_the_data_does_not_know_are_named_and_shown_as_text(opened: Open, demo_site: Site) -> None:
    page = opened()
    visit(page, f"{demo_site.url}/?program={quote('<b>No</b> **such** program')}&as_of=tomorrow")
    words = view(page)
    assert "<b>No</b> **such** program" in words
    assert "tomorrow" in words
    assert tiles(page)


def test_the_tiles_say_what_the_command_line_says(
    opened: Open, demo_site: Site, numbers: dict[str, Any]
) -> None:
    page = opened()
    visit(page, demo_site.url)
    shown = tiles(page)
    assert shown["Active pairs"] == str(numbers["metrics"]["active_pairs"]["value"])
    share = numbers["metrics"]["on_cadence_share"]
    assert shown["Meeting as agreed"] == f"{share['value']:.0%}"
    assert f"{share['numerator']} of {share['denominator']}" in view(page)


def test_the_csv_behind_a_chart_holds_its_rows(opened: Open, demo_site: Site, numbers: dict[str, Any]) -> None:
    page = opened()
    visit(page, demo_site.url)
    page.locator(".st-key-table_burn_up button").first.click()
    page.get_by_test_id("stDataFrame").first.wait_for()
    with page.expect_download() as download:
        page.locator(".st-key-csv_burn_up button").click()
    assert download.value.suggested_filename == "burn_up.csv"
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    wanted = numbers["series"]["burn_up"]
    assert [row["Month"] for row in rows] == [row["month"] for row in wanted]
    assert [row["Plan now"] for row in rows] == [str(row["plan_current"]) for row in wanted]
    assert [row["Done"] for row in rows] == ["" if row["done"] is None else str(row["done"]) for row in wanted]
