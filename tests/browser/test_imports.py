"""The Imports page as a coordinator uses it: drop a file, look at what was found, publish, see it, undo, redo."""

from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from careerdash.schema import TABLES

from .conftest import Open, shot
from .server import Site
from .test_views import tiles
from .tiny import workbook
from .watch import settle, visit


def drop(page: Page, file: Path) -> None:
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Discard").wait_for(timeout=60_000)
    settle(page)


def to_overview(page: Page) -> None:
    page.get_by_test_id("stSidebar").get_by_role("link", name="Overview", exact=True).click()
    page.get_by_role("heading", level=1, name="Overview").wait_for()
    settle(page)


def to_imports(page: Page) -> None:
    page.get_by_test_id("stSidebar").get_by_role("link", name="Imports", exact=True).click()
    page.get_by_role("heading", level=1, name="Imports").wait_for()
    settle(page)


def test_the_first_visitor_of_a_fresh_server_gets_the_page_of_the_address(opened: Open, own_site: Site) -> None:
    """Stands first in this module, whose server nobody has visited yet."""
    page = opened()
    visit(page, f"{own_site.url}/imports")
    assert page.get_by_role("heading", level=1).inner_text() == "Imports"
    assert page.get_by_role("dialog").count() == 0


def test_drop_publish_look_undo_and_redo(opened: Open, own_site: Site, tmp_path: Path) -> None:
    page = opened()
    visit(page, f"{own_site.url}/imports")
    main = page.get_by_test_id("stMain")
    drop(page, workbook(tmp_path / "tiny_2026-03-01.xlsx", pairs=4, bad_rows=2))
    expect(main).to_contain_text("tiny_2026-03-01.xlsx")
    expect(main).to_contain_text("data from 1 Mar 2026")
    expect(main).to_contain_text("2 set aside")
    shot(page, "imports-found-light-1280")
    assert page.get_by_role("button", name="Undo").count() == 0, "nothing is published before somebody says so"
    to_overview(page)
    to_imports(page)
    expect(main).to_contain_text("2 set aside")

    page.get_by_role("button", name="Publish without 2 rows set aside").click()
    page.get_by_role("button", name="Undo").wait_for(timeout=60_000)
    settle(page)
    expect(main).to_contain_text("1 taken in")
    shot(page, "imports-receipt-light-1280")

    to_overview(page)
    assert tiles(page)["Active pairs"] == "4"
    assert page.get_by_text("invented demo data").count() == 0

    to_imports(page)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Redo").wait_for(timeout=60_000)
    to_overview(page)
    page.get_by_text("invented demo data").wait_for()
    assert tiles(page)["Active pairs"] != "4"

    to_imports(page)
    page.get_by_role("button", name="Redo").click()
    page.get_by_role("button", name="Undo").wait_for(timeout=60_000)
    to_overview(page)
    assert tiles(page)["Active pairs"] == "4"


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(opened: Open, own_site: Site, tmp_path: Path) -> None:
    file = tmp_path / "notes.xlsx"
    file.write_bytes(b"%PDF-1.7 invented")
    page = opened()
    visit(page, f"{own_site.url}/imports")
    drop(page, file)
    expect(page.get_by_test_id("stMain")).to_contain_text("notes.xlsx")
    assert page.get_by_role("button", name="Publish").count() == 0
    page.get_by_role("button", name="Discard").click()
    page.get_by_text("notes.xlsx").first.wait_for(state="hidden")


def test_the_template_is_a_workbook_with_a_sheet_a_table(opened: Open, own_site: Site, tmp_path: Path) -> None:
    page = opened()
    visit(page, f"{own_site.url}/imports")
    with page.expect_download() as download:
        page.locator(".st-key-template button").click()
    assert download.value.suggested_filename == "careerdash-template.xlsx"
    download.value.save_as(tmp_path / "template.xlsx")
    book = load_workbook(tmp_path / "template.xlsx", read_only=True)
    assert set(TABLES) <= set(book.sheetnames)
