"""The page that was asked for before signing in: a sign-in service leads back to the first page only.

It is kept in this process for some minutes under a digest of the browser's own token against forged requests, the one
thing that is the same before and after. Nothing of it is trusted: it is a key of our pages and what stood in the
address, which the visitor could type as well.
"""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from .. import access

_SECONDS = 15 * 60.0
_MOST = 1000
_LONGEST = 2000
_COOKIE = "_streamlit_xsrf"

_kept: "OrderedDict[str, tuple[float, str, dict[str, list[str]]]]" = OrderedDict()
_lock = Lock()


def remember() -> None:
    """Keeps which page this run's address asks for, and with what."""
    browser = _browser()
    if browser is None:
        return
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    key = page_of(st.context.url or "")
    with _lock:
        _kept.pop(browser, None)
        if (key or asked) and len(str(asked)) <= _LONGEST:
            _kept[browser] = (time.monotonic() + _SECONDS, key, asked)
        while len(_kept) > _MOST:
            _kept.popitem(last=False)


def open_it(made: Mapping[str, StreamlitPage], first: str) -> None:
    """Goes to the page that was asked for, once. `first`: the key of the page at `/`, where the sign-in leads."""
    browser = _browser()
    with _lock:
        found = None if browser is None else _kept.pop(browser, None)
    if found is None or st.query_params or page_of(st.context.url or "") not in ("", first):
        return
    until, key, asked = found
    page = made.get(key or first)
    if page is not None and time.monotonic() < until:
        st.switch_page(page, query_params=asked)


def page_of(url: str) -> str:
    """The key of the page that an address names; empty for the first page and for none of ours.

    >>> page_of("http://127.0.0.1:8501/milestones"), page_of("http://127.0.0.1:8501/"), page_of("http://dash.example/x")
    ('milestones', '', '')
    """
    name = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return name if name in {entry.key for entry in access.PAGES} else ""


def browser_of(cookie: str) -> str | None:
    """A digest of the token in the cookie, which is masked anew now and then: `2|mask|masked token|time`.

    >>> browser_of("2|0f|f0|1") == browser_of("2|00|ff|2"), browser_of("x")
    (True, None)
    """
    parts = cookie.split("|")
    try:
        mask, masked = bytes.fromhex(parts[1]), bytes.fromhex(parts[2])
    except (IndexError, ValueError):
        return None
    if not mask or not masked:
        return None
    token = bytes(byte ^ mask[place % len(mask)] for place, byte in enumerate(masked))
    return hashlib.sha256(token).hexdigest()


def _browser() -> str | None:
    return browser_of(dict(st.context.cookies.to_dict()).get(_COOKIE, ""))
