"""Who is there, looked at anew on every run: the sign-in and its token, the role, or this computer's own user.

Streamlit reads the cookie when a window connects and keeps what it says for as long as the window is open, 30 days
at most. So each run checks the token's age and role itself, and asks the ledger whether its person has signed out.
"""

import logging
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, ParamSpec
from urllib.parse import urlsplit

import streamlit as st

from .. import access
from ..access.settings import FILE
from ..ledger import sign_ins
from ..ledger.folder import DataFolder
from ..ledger.ledger import Ledger
from ..words import access as words
from . import wanted
from .empty import turned_away
from .view import VIEWER

LOG = logging.getLogger("careerdash")
Some = ParamSpec("Some")


@dataclass(frozen=True)
class SignInService:
    """What `secrets.toml` says of the sign-in: our client id, the address it leads back to, the secret's length."""

    client_id: str
    redirect_uri: str
    secret_bytes: int

    @property
    def host(self) -> str | None:
        """The name under which the dashboard answers."""
        return access.host_name(urlsplit(self.redirect_uri).netloc)


@dataclass(frozen=True)
class Visit:
    """What is known of who asks, taken from the window that runs; it can be judged later and elsewhere."""

    headers: Mapping[str, str] = field(default_factory=dict)
    away: bool = False
    claims: Mapping[str, Any] = field(default_factory=dict)
    service: SignInService | None = None
    other_headers: bool = False
    agent: bool = False


def visit() -> Visit:
    """The visit of the window that runs. `away`: it connects from another computer."""
    return Visit(
        headers=dict(st.context.headers.to_dict()), away=isinstance(st.context.ip_address, str), service=service(),
        claims=dict(st.user.to_dict()), other_headers=bool(st.get_option("server.trustedUserHeaders")),
        agent=bool(st.get_option("server.enableAgentApi")))


def service() -> SignInService | None:
    """The sign-in that is set up; None where there is none."""
    if not st.secrets.load_if_toml_exists() or "auth" not in st.secrets:
        return None
    section: Mapping[str, Any] = st.secrets["auth"]
    address = str(section.get("redirect_uri", "")).replace("{port}", str(st.get_option("server.port")))
    return SignInService(str(section.get("client_id", "")), address,
                         len(str(section.get("cookie_secret", "")).encode()))


def access_file() -> Path:
    """Where the access file is: what `CAREERDASH_ACCESS` names, else `access.toml` in the data folder."""
    configured = os.environ.get("CAREERDASH_ACCESS", "").strip()
    return Path(configured).expanduser().absolute() if configured else DataFolder.default().root / FILE


def settings() -> access.AccessSettings | None:
    """The access file as it is now; None where there is none. Raises AccessError."""
    path = access_file()
    try:
        state = path.stat()
    except FileNotFoundError:
        if os.environ.get("CAREERDASH_ACCESS", "").strip():  # a slip in its name must not open the house
            raise access.AccessError("The access file that CAREERDASH_ACCESS names does not exist.") from None
        return None
    return _settings(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _settings(path: Path, _changed: int, _size: int) -> access.AccessSettings | None:
    return access.read_settings(path)


@lru_cache(maxsize=4)
def _ledger(root: Path, _configured: str) -> Ledger:
    return Ledger(DataFolder(root))


def ledger() -> Ledger:
    """The ledger of the data folder, opened once a process. Raises LedgerError."""
    return _ledger(DataFolder.default().root, os.environ.get("CAREERDASH_LEDGER", ""))


def judged(asked: Visit) -> access.Viewer | words.Turned:
    """Who is looking, or what they read instead. Needs no window, so that a download can ask again when it is made."""
    try:
        found = settings()
    except access.AccessError as error:
        _log_once(str(error))  # for who runs the server; visitors need not read what the file holds
        return words.misconfigured(words.BROKEN)
    if asked.other_headers:
        return words.misconfigured(words.OTHER_HEADERS)
    if asked.agent:
        return words.misconfigured(words.AGENT)
    if found is None and asked.service is None:
        return _local(asked)
    if found is not None and found.without_sign_in and asked.service is None:
        return _open(asked, found)
    if found is None or found.without_sign_in or asked.service is None:
        return words.misconfigured(words.HALF)
    return _signed_in(asked, found, asked.service)


def _local(asked: Visit) -> access.Viewer | words.Turned:
    reason = access.refusal(asked.headers, asked.away)
    return access.local_viewer() if reason is None else words.blocked(reason)


def _open(asked: Visit, found: access.AccessSettings) -> access.Viewer | words.Turned:
    if asked.headers and access.host_of(asked.headers) not in found.without_sign_in | access.LOCAL_HOSTS:
        return words.blocked(words.ANOTHER_HOST)
    return access.Viewer("coordinator", "without sign-in")


def _signed_in(asked: Visit, found: access.AccessSettings, service: SignInService) -> access.Viewer | words.Turned:
    if asked.headers and access.host_of(asked.headers) != service.host:
        return words.blocked(words.ANOTHER_HOST)
    if not asked.claims.get("is_logged_in"):
        return words.SIGN_IN
    signed = access.sign_in(asked.claims, found, found.audience or service.client_id, _now())
    if isinstance(signed, access.Refused):
        return words.ENDED if signed.why == "ended" else words.NOT_FOR_US
    viewer = access.with_role(asked.claims, found, signed)
    role = "" if isinstance(viewer, access.Refused) else viewer.role
    try:
        holds = sign_ins.holds(ledger(), signed.token, role)
        if holds is None:
            holds = sign_ins.begin(ledger(), signed.token, signed.person, signed.ends, signed.name, role)
    except Exception:  # whatever is wrong with the ledger: who cannot be looked up is not let in
        LOG.exception("the ledger cannot say whether a sign-in holds")
        return words.blocked(words.NO_LEDGER)
    if not holds:
        return words.SIGNED_OUT
    return words.no_role(signed.name, found.contact) if isinstance(viewer, access.Refused) else viewer


@lru_cache(maxsize=16)
def _log_once(message: str) -> None:
    LOG.error("%s", message)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def admitted() -> access.Viewer:
    """Who is looking. Who is not let in reads why, and the run ends here."""
    found = judged(visit())
    if st.session_state.get(VIEWER, found) != found:
        st.session_state.clear()  # nothing of what was shown before is left for whoever sits there now
    if isinstance(found, access.Viewer):
        st.session_state[VIEWER] = found
        return found
    if "sign in" in found.offers:
        wanted.remember()
    turned_away(found, st.login, sign_out)
    st.stop()


def guarded(action: Callable[Some, object]) -> Callable[Some, None]:
    """A callback that does nothing for who is no longer let in: callbacks run before the router looks who is there."""
    def if_still_there(*args: Some.args, **kwargs: Some.kwargs) -> None:
        if judged(visit()) == st.session_state.get(VIEWER):
            action(*args, **kwargs)

    return if_still_there


def sign_out() -> None:
    """Ends every sign-in of this person, and leads to the sign-in service to sign out there too."""
    found, asked = settings(), visit()
    if found is not None and asked.service is not None:
        signed = access.sign_in(asked.claims, found, found.audience or asked.service.client_id, _now())
        if isinstance(signed, access.SignIn):
            sign_ins.end_all(ledger(), signed.person, signed.name)
    st.logout()
