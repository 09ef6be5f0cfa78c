"""On which address the server listens: without sign-in only on this computer's own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from careerdash.ui import admission, serve
from careerdash.words import access as words

from .conftest import ROOT

ROLES = 'issuer = "https://login.example"\n[[role]]\nrole = "coordinator"\nemails = ["a@b.example"]\n'
ELSEWHERE = ["0.0.0.0", "192.168.1.4", "::", "dash.example", "", None]


@pytest.fixture
def sign_in(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch)


def put(monkeypatch: pytest.MonkeyPatch, client: str = "dash", address: str = "https://dash.example/oauth2callback",
        secret: int = 32) -> None:  # fmt: skip
    monkeypatch.setattr(admission, "service", lambda: admission.SignInService(client, address, secret))


def access_file(data: Path, text: str) -> None:
    data.mkdir(exist_ok=True)
    (data / "access.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.5"])
def test_this_computer_needs_no_sign_in(data: Path, address: str) -> None:
    assert serve.refusal(address) is None


@pytest.mark.parametrize("address", ELSEWHERE)
def test_any_other_address_needs_sign_in(data: Path, address: str | None) -> None:
    assert serve.refusal(address) == words.NOT_WITHOUT_SIGN_IN


@pytest.mark.parametrize("address", ELSEWHERE)
def test_with_sign_in_or_an_explicit_setting_any_address_will_do(
    data: Path, monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    access_file(data, 'without_sign_in = ["dash.example"]')
    assert serve.refusal(address) is None
    access_file(data, ROLES)
    put(monkeypatch)
    assert serve.refusal(address) is None


def test_a_sign_in_set_up_by_half_is_none(data: Path, sign_in: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve.refusal("127.0.0.1") == words.HALF, "no access file"
    access_file(data, 'without_sign_in = ["dash.example"]')
    assert serve.refusal("127.0.0.1") == words.HALF, "who is meant to get in?"
    monkeypatch.setattr(admission, "service", lambda: None)
    access_file(data, ROLES)
    assert serve.refusal("127.0.0.1") == words.HALF, "no sign-in"
    access_file(data, "role = 3")
    assert (serve.refusal("127.0.0.1") or "").startswith("In the access file")
    monkeypatch.setenv("CAREERDASH_ACCESS", str(data / "acces.toml"))
    assert "does not exist" in (serve.refusal("127.0.0.1") or "")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"client": ""}, words.NO_SERVICE), ({"address": ""}, words.NO_SERVICE),
        ({"address": "https://dash.example/"}, words.NO_SERVICE), ({"secret": 31}, words.WEAK_SECRET),
        ({"address": "http://dash.example/oauth2callback"}, words.NOT_ENCRYPTED),
        ({"address": "http://localhost:8501/oauth2callback"}, None),
    ],
)  # fmt: skip
def test_a_weak_sign_in_is_none(
    data: Path, monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], said: str | None
) -> None:
    access_file(data, ROLES)
    put(monkeypatch, **changed)  # type: ignore[arg-type]
    assert serve.refusal("127.0.0.1") == said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--server.address", "0.0.0.0"], words.NOT_WITHOUT_SIGN_IN),
        (["--server.trustedUserHeaders", '{"X-User": "email"}'], words.OTHER_HEADERS),
    ],
    ids=["address", "headers"],
)  # fmt: skip
def test_the_server_does_not_start(data: Path, options: list[str], said: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "careerdash.ui.serve", "--server.port", "0", "--server.headless", "true", *options],
        cwd=ROOT, env={**os.environ, "CAREERDASH_DATA": str(data)}, capture_output=True, text=True, timeout=120,
        check=False)  # fmt: skip
    assert run.returncode == 2, run.stdout + run.stderr
    assert said in run.stderr
    assert "URL" not in run.stdout
