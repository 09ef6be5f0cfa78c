"""A real OpenID Connect provider on this machine, that signs in whom the test says and with the token it asks for."""

import contextlib
import json
import threading
import urllib.request
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

import authlib.deprecate  # noqa: F401  it turns its own warnings on, so that they can only be turned off after it
import pytest
from werkzeug.serving import make_server

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import oidc_provider_mock


@dataclass(frozen=True)
class Provider:
    """A provider at work."""

    url: str

    def knows(self, person: str, **claims: object) -> None:
        """Puts claims into the tokens of a person from now on, in place of the provider's own: `aud` and `exp` too."""
        request = urllib.request.Request(
            f"{self.url}/users/{person}", json.dumps(claims).encode(), {"Content-Type": "application/json"},
            method="PUT")  # fmt: skip
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert answer.status == 204


@contextlib.contextmanager
def provider() -> Iterator[Provider]:
    """Starts a provider on 127.0.0.1 and ends it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")  # this machine talks to itself, without TLS
        server = make_server("127.0.0.1", 0, oidc_provider_mock.app(require_nonce=True), threaded=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield Provider(f"http://127.0.0.1:{server.server_port}")
        finally:
            server.shutdown()
            server.server_close()
            thread.join(5)
