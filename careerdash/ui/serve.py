"""Starts the server: `python -m careerdash.ui.serve`, with any option of `streamlit run` behind it.

`streamlit run app.py` starts the same dashboard, but for two things. Because there is a folder `pages/`, Streamlit
1.67 takes the first visitor of a fresh server for one of an app with automatic pages, and tells whoever opens the
address of a page that it does not exist. And only here is looked at, before the server listens, whether the sign-in
is set up for the address that it would listen on.
"""

import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap, cli

from .. import access
from ..words import access as words
from . import admission

APP = Path(__file__).resolve().parents[2] / "app.py"
SECRET_BYTES = 32


def main() -> None:
    """Runs the server until it is stopped. Exits with 2, and a sentence, where it must not listen."""
    PagesManager.uses_pages_directory = False
    run: Callable[..., None] = bootstrap.run

    def run_if_allowed(*args: Any, **kwargs: Any) -> None:
        reason = refusal(config.get_option("server.address"))
        if reason is not None:
            print(reason, file=sys.stderr)
            sys.exit(2)
        _answer_to_its_names()
        run(*args, **kwargs)

    # Only here are all options known: flags, environment and files.
    bootstrap.run = run_if_allowed
    cli.main(["run", str(APP), *sys.argv[1:]], prog_name="streamlit")


def refusal(address: str | None) -> str | None:
    """Why the server must not listen on this address (None: on all), as one sentence; None where it may."""
    try:
        found = admission.settings()
    except access.AccessError as error:
        return str(error)
    service = admission.service()
    if config.get_option("server.trustedUserHeaders"):
        return words.OTHER_HEADERS
    if config.get_option("server.enableAgentApi"):
        return words.AGENT
    if found is not None and found.without_sign_in and service is None:
        return None
    if found is None and service is None:
        return None if _is_this_computer(address) else words.NOT_WITHOUT_SIGN_IN
    if found is None or found.without_sign_in or service is None:
        return words.HALF
    return _weakness(service)


def _weakness(service: admission.SignInService) -> str | None:
    address = urlsplit(service.redirect_uri)
    if not service.client_id or service.host is None or not address.path.endswith("/oauth2callback"):
        return words.NO_SERVICE
    if address.scheme != "https" and service.host not in access.LOCAL_HOSTS:
        return words.NOT_ENCRYPTED
    return words.WEAK_SECRET if service.secret_bytes < SECRET_BYTES else None


def _is_this_computer(address: str | None) -> bool:
    if address is None:
        return False
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return address.lower() == "localhost"


def _answer_to_its_names() -> None:
    """The names under which the server answers: this computer's, and those that the set-up gives it."""
    found, service = admission.settings(), admission.service()
    names = set(found.without_sign_in) if found is not None else set()
    if service is not None and service.host is not None:
        names.add(service.host)
    if names:
        config.set_option("server.allowedHosts", sorted(names | set(config.get_option("server.allowedHosts"))))


if __name__ == "__main__":
    main()
