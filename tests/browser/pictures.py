"""Takes the pictures of README.md: `python -m tests.browser.pictures`. The demo company, 1280 wide, both themes."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from . import chromium
from .server import ROOT, command, serve
from .watch import visit

PICTURES = ROOT / "docs" / "pictures"
WANTED = {"overview-light": ("/", "light"), "overview-dark": ("/", "dark"), "check-ins": ("/check_ins", "light")}


def main() -> int:
    """Writes every picture again; 1 where there is no Chromium."""
    browser_path = chromium.find()
    if browser_path is None:
        print(chromium.MISSING.replace("Browser tests were left out", "No pictures were taken"))
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        data = Path(folder) / "data"
        command(data, "demo")
        with serve(data, Path(folder) / "log") as site:
            browser = play.chromium.launch(executable_path=browser_path, args=chromium.OPTIONS)
            for name, (path, theme) in WANTED.items():
                page = browser.new_page(
                    viewport={"width": 1280, "height": 900}, color_scheme="dark" if theme == "dark" else "light",
                    reduced_motion="reduce",
                )  # fmt: skip
                visit(page, site.url + path)
                page.screenshot(path=PICTURES / f"{name}.png")
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
