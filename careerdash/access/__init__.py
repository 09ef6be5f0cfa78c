"""Who may see what: the viewer, the pages of a viewer, and which requests a local server answers.

Without sign-in the app serves one coordinator on this machine. Other roles come with sign-in: they
are another `Viewer`, and nothing but this room decides what a viewer sees.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .settings import AccessError, AccessSettings, Grant, read_settings
from .tokens import Refused, SignIn, sign_in, with_role
from .viewer import Role, Viewer

__all__ = ["FORWARDING_HEADERS", "LOCAL_HOSTS", "PAGES", "AccessError", "AccessSettings", "Grant", "PageEntry",
           "Refused", "Role", "SignIn", "Viewer", "host_name", "host_of", "local_viewer", "pages_for",
           "read_settings", "refusal", "sign_in", "with_role"]

LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "[::1]"})
FORWARDING_HEADERS = (
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-server",
    "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip")

_HOST = re.compile(r"(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::[0-9]+)?")


@dataclass(frozen=True)
class PageEntry:
    """One page: its file below the project, its place in the navigation, and who may open it.

    `filtered`: it is about the pairs that the filters leave, on one day. `listed`: it stands in the navigation;
    a page that does not is about one pair, named in the address, and reached by a link.
    """

    key: str
    group: str
    title: str
    icon: str
    path: str
    filtered: bool = True
    listed: bool = True
    roles: tuple[Role, ...] = ("coordinator",)


_PROGRAM: tuple[Role, ...] = ("coordinator", "program coordinator")

_LEADERSHIP: tuple[Role, ...] = ("coordinator", "leadership")

PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "Program", "Overview", "dashboard", "pages/program/overview.py", roles=_PROGRAM),
    PageEntry("attention", "Program", "Needs attention", "notifications_active", "pages/program/attention.py",
              roles=_PROGRAM),
    PageEntry("pairs", "Program", "Pairs", "group", "pages/program/pairs.py", roles=_PROGRAM),
    PageEntry("pair", "Program", "Pair", "handshake", "pages/program/pair.py", filtered=False, listed=False,
              roles=_PROGRAM),
    PageEntry("milestones", "Program", "Milestones", "flag", "pages/program/milestones.py", roles=_PROGRAM),
    PageEntry("check_ins", "Program", "Check-ins", "event_available", "pages/program/check_ins.py", roles=_PROGRAM),
    PageEntry("checklist", "Program", "Checklist", "checklist", "pages/program/checklist.py", roles=_PROGRAM),
    PageEntry("goals", "Program", "Goals and network", "hub", "pages/program/goals.py", roles=_PROGRAM),
    PageEntry("feedback", "Program", "Feedback", "forum", "pages/program/feedback.py", roles=_PROGRAM),
    PageEntry("summary", "Leadership", "Summary", "summarize", "pages/leadership/summary.py", filtered=False,
              roles=_LEADERSHIP),
    PageEntry("outcomes", "Leadership", "Do people stay?", "diversity_3", "pages/leadership/outcomes.py",
              filtered=False, roles=_LEADERSHIP),
    PageEntry("imports", "Data", "Imports", "upload_file", "pages/data/imports.py", filtered=False),
    PageEntry("changes", "Data", "What changed", "difference", "pages/data/changes.py", roles=_PROGRAM),
    PageEntry("quality", "Data", "Data quality", "fact_check", "pages/data/quality.py"),
    PageEntry("definitions", "About", "Definitions", "menu_book", "pages/about/definitions.py", filtered=False,
              roles=(*_PROGRAM, "leadership")),
    PageEntry("settings", "About", "Settings", "tune", "pages/about/settings.py", filtered=False),
)
"""All pages in the order of the navigation; the first of a viewer's pages is where they start."""


def local_viewer() -> Viewer:
    """The one who works at this machine: a coordinator who sees everything."""
    return Viewer("coordinator", "this computer")


def pages_for(viewer: Viewer) -> tuple[PageEntry, ...]:
    """The pages this viewer may open; a page that is not listed does not exist for them."""
    return tuple(page for page in PAGES if viewer.role in page.roles)


def host_name(host: str) -> str | None:
    """The name in a Host header without its port, in lower case; None where it is not in that form.

    >>> host_name("LocalHost:8501"), host_name("[::1]:8501"), host_name("a@b")
    ('localhost', '[::1]', None)
    """
    found = _HOST.fullmatch(host.strip().lower())
    return found.group(1) if found else None


def host_of(headers: Mapping[str, str]) -> str | None:
    """The name that a request asks for, from its Host header."""
    lowered = {name.lower(): value for name, value in headers.items()}
    return host_name(lowered.get("host", ""))


def refusal(headers: Mapping[str, str], away: bool = False) -> str | None:
    """Why a request without sign-in is not answered, as one sentence; None where it is.

    Refused are a connection from another computer (`away`), a Host that is not this machine (a page elsewhere may
    have its name point here) and any header of a proxy (whoever asks sits at another machine). No headers at all is
    no request.
    """
    if any(name.lower() in FORWARDING_HEADERS for name in headers):
        return "This dashboard has no sign-in and answers only on its own computer, not through a proxy."
    if away:
        return "This dashboard has no sign-in and answers only on its own computer."
    if headers and host_of(headers) not in LOCAL_HOSTS:
        return "This dashboard has no sign-in and answers only on its own computer, at 127.0.0.1 or localhost."
    return None
