"""The command line works while the dashboard is open; the open page says that the data changed and shows it."""

import json
from pathlib import Path

from .conftest import Open
from .server import Site
from .test_views import tiles
from .tiny import workbook
from .watch import settle, visit


def test_an_import_on_the_command_line_shows_on_the_next_interaction(
    opened: Open, own_site: Site, tmp_path: Path
) -> None:
    page = opened()
    visit(page, own_site.url)
    demo = tiles(page)
    assert page.get_by_text("invented demo data").count() == 1

    file = workbook(tmp_path / "tiny_2026-03-01.xlsx", pairs=3)
    answer = json.loads(own_site.command("import", str(file), "--json"))
    assert [entry["outcome"] for entry in answer] == ["published"]
    assert tiles(page) == demo, "nothing changes under the eyes of a reader"

    page.get_by_test_id("stSidebar").get_by_role("link", name="Overview", exact=True).click()
    page.get_by_test_id("stToast").filter(has_text="The data has changed").wait_for()
    settle(page)
    wanted = json.loads(own_site.command("metrics", "--json"))["metrics"]["active_pairs"]["value"]
    assert wanted == 3
    assert tiles(page)["Active pairs"] == "3"
    assert page.get_by_text("invented demo data").count() == 0

    own_site.command("undo", str(answer[0]["import_id"]))
    page.get_by_test_id("stSidebar").get_by_role("link", name="Overview", exact=True).click()
    page.get_by_text("invented demo data").wait_for()
    settle(page)
    assert tiles(page) == demo
