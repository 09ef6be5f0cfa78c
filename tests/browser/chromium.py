"""The browser of the machine: where it is, and how it is started without reaching for the network."""

import os
import shutil

REQUIRED = os.environ.get("CAREERDASH_REQUIRE_BROWSER", "") not in ("", "0")
"""Set where a missing browser is a failure, as in continuous integration."""

MISSING = (
    "Browser tests were left out: no Chromium found. Install it (Debian, Ubuntu: apt-get install chromium) "
    "or name one with CAREERDASH_CHROMIUM."
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")

ELSEWHERE = "elsewhere.example"
"""A name that leads to this machine without being its own, as a page elsewhere may have it."""

OPTIONS = [
    "--no-sandbox",  # the tests may run as root, and open only pages of their own server
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--force-color-profile=srgb",
    # Nothing reaches another host, even where a page asks for it; the tests see that it asked.
    f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def find() -> str | None:
    """The path of a Chromium, or None. `CAREERDASH_CHROMIUM` goes before everything on the path."""
    configured = os.environ.get("CAREERDASH_CHROMIUM", "").strip()
    if configured:
        return shutil.which(configured)
    return next((path for name in NAMES if (path := shutil.which(name))), None)
