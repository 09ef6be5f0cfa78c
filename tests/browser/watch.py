"""A page under watch: console errors, failed scripts and requests that would leave the machine are kept.

Requests are watched and not routed: routing would turn the browser's cache off, and every page load would fetch
all of Streamlit again. That they end nowhere is seen to by the browser's own options.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, WebError

SETTLE_MS = 60_000
HOME = "127.0.0.1"
PROBES = re.compile(r"/[^/]+/_stcore/(health|host-config)$")
"""On a page's own address Streamlit's script first asks beneath that address where its server is, and is told 404."""


@dataclass
class Trouble:
    """What went wrong in a browser context, in the order in which it happened."""

    found: list[str] = field(default_factory=list)

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBES.search(message.location.get("url", "")):
            self.found.append(f"console error: {message.text}")

    def crash(self, error: WebError) -> None:
        self.found.append(f"script error: {error.error}")

    def answer(self, response: Response) -> None:
        if response.status >= 400 and not PROBES.search(response.url):
            self.found.append(f"{response.status} for {response.url}")

    def asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about") and parts.hostname != HOME:
            self.found.append(f"request to another host: {url}")


def watched(context: BrowserContext) -> Trouble:
    """Puts a context under watch, before its first page."""
    trouble = Trouble()
    context.on("console", trouble.console)
    context.on("weberror", trouble.crash)
    context.on("response", trouble.answer)
    context.on("request", lambda request: trouble.asked(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: trouble.asked(socket.url)))
    return trouble


def settle(page: Page) -> None:
    """Waits until the script has run to its end, everything is drawn and nothing moves."""
    page.wait_for_selector("[data-testid=stMain] h1, [data-testid=stException]", timeout=SETTLE_MS)
    page.wait_for_function(
        """() => {
            const app = document.querySelector('[data-testid=stApp]');
            return app && app.dataset.testScriptState === 'notRunning'
                && !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]');
        }""",
        timeout=SETTLE_MS,
    )
    page.wait_for_function("document.fonts.status === 'loaded'", timeout=SETTLE_MS)
    page.wait_for_timeout(150)


def visit(page: Page, url: str) -> None:
    page.goto(url, wait_until="domcontentloaded")
    settle(page)
