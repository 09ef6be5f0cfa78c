"""A page under watch: console errors, failed scripts and requests that would leave the machine are kept."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, Route

SETTLE_MS = 30_000
PROBES = re.compile(r"/[^/]+/_stcore/(health|host-config)$")
"""On a page's own address Streamlit's script first asks beneath that address where its server is, and is told 404."""


@dataclass
class Trouble:
    """What went wrong in a browser context, in the order in which it happened."""

    host: str
    found: list[str] = field(default_factory=list)

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBES.search(message.location.get("url", "")):
            self.found.append(f"console error: {message.text}")

    def crash(self, error: object) -> None:
        self.found.append(f"script error: {error}")

    def answer(self, response: Response) -> None:
        if response.status >= 400 and not PROBES.search(response.url):
            self.found.append(f"{response.status} for {response.url}")

    def asked(self, request: Request) -> None:
        """Web sockets and whatever else the route below does not see."""
        if not self.is_home(request.url):
            self.found.append(f"request to another host: {request.url}")

    def route(self, route: Route) -> None:
        if self.is_home(route.request.url):
            route.continue_()
        else:
            route.abort()

    def is_home(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in ("data", "blob", "about") or parts.netloc == self.host


def watched(context: BrowserContext, url: str) -> Trouble:
    """Puts a context under watch, before its first page. Requests to any host but the server's are ended."""
    trouble = Trouble(urlsplit(url).netloc)
    context.route("**/*", trouble.route)
    context.on("console", trouble.console)
    context.on("weberror", lambda error: trouble.crash(error.error))
    context.on("response", trouble.answer)
    context.on("request", trouble.asked)
    context.on("page", lambda page: page.on("websocket", lambda socket: _same_host(trouble, socket.url)))
    return trouble


def _same_host(trouble: Trouble, url: str) -> None:
    if urlsplit(url).netloc != trouble.host:
        trouble.found.append(f"web socket to another host: {url}")


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
