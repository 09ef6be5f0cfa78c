"""The pages of each role, and what someone reads who is not let in; the sign-in itself is tested in a browser."""

import time
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from careerdash import access
from careerdash.access import PAGES, Viewer
from careerdash.ledger import audit, sign_ins
from careerdash.ledger.folder import DataFolder
from careerdash.ledger.ledger import Ledger
from careerdash.ui import admission, frame, wanted
from careerdash.words import access as access_words

from .conftest import ROOT, words

ACCESS = """
issuer = "https://login.example"
contact = "the *mentoring* office"

[[role]]
role = "coordinator"
emails = ["ana@firm.example"]

[[role]]
role = "program coordinator"
programs = ["Alpha"]
emails = ["bo@firm.example"]

[[role]]
role = "program coordinator"
programs = ["Omega"]
emails = ["olga@firm.example"]

[[role]]
role = "leadership"
emails = ["lee@firm.example"]
"""
NOTHING: Mapping[str, str] = {}
AUTH = {"client_id": "dash", "redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "x" * 32}


def claims(person: str, **changed: Any) -> dict[str, Any]:
    now = int(time.time())
    return {"is_logged_in": True, "iss": "https://login.example", "aud": "dash", "sub": person, "iat": now - 60,
            "exp": now + 600, "email": f"{person}@firm.example"} | changed  # fmt: skip


@pytest.fixture
def access_file(plain: DataFolder) -> Path:
    frame.start()  # once a process, as on the first run: later there is a ledger here that knows no such build
    path = plain.root / "access.toml"
    path.write_text(ACCESS, encoding="utf-8")
    return path


def opened(person: str | None, key: str = "overview", *, auth: bool = True, query: Mapping[str, str] = NOTHING,
           **changed: Any) -> AppTest:  # fmt: skip
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    if auth:
        app.secrets["auth"] = AUTH
    app.user = claims(person, **changed) if person else {"is_logged_in": False}
    if key != "overview":
        app.switch_page(next(entry.path for entry in PAGES if entry.key == key))
    return app.run()


def titles(app: AppTest) -> list[str]:
    return [title.value for title in app.subheader]


def links(app: AppTest) -> list[str]:
    return [link.proto.label or link.proto.page for link in app.sidebar.get("page_link")]


def refused(app: AppTest) -> str:
    assert not app.metric
    assert not app.sidebar.get("page_link")
    assert not app.title
    return words(app)


def test_a_coordinator_has_all_pages(access_file: Path) -> None:
    app = opened("ana")
    assert len(links(app)) == len([page for page in PAGES if page.listed])
    assert app.sidebar.text[0].value == "ana@firm.example"
    assert app.metric


@pytest.mark.parametrize("key", [page.key for page in PAGES if page.filtered])
def test_a_program_coordinator_sees_own_pairs_on_every_page(access_file: Path, key: str) -> None:
    entry = next(page for page in PAGES if page.key == key)
    if "program coordinator" not in entry.roles:
        return
    app = opened("bo", key)
    assert not app.exception
    assert not app.error
    assert app.multiselect(key="filter_program").options == ["Alpha"]
    assert "Beta" not in str(app.main)


def test_numbers_of_a_program_coordinator_are_those_of_the_program(access_file: Path) -> None:
    everybody = opened("ana")
    everybody.multiselect(key="filter_program").set_value(["Alpha"]).run()
    assert [metric.value for metric in opened("bo").metric] == [metric.value for metric in everybody.metric]


def test_a_program_that_is_not_in_the_data_is_named(access_file: Path) -> None:
    app = opened("olga")
    assert "No pairs of your programs" in " ".join(titles(app))
    assert "Omega" in words(app)
    assert not app.metric


def test_leadership_has_no_page_of_the_program(access_file: Path) -> None:
    app = opened("lee")
    allowed = {page.key for page in PAGES if "leadership" in page.roles}
    assert len(links(app)) == len(allowed)
    assert not app.metric
    assert not app.exception


@pytest.mark.parametrize("role", ["program coordinator", "leadership"])
def test_pages_of_other_roles_have_an_address_that_says_so(role: access.Role) -> None:
    """What stands there is looked at in a browser."""
    viewer = Viewer(role, "somebody", ())
    mine = {entry.key for entry in access.pages_for(viewer)}
    assert set(frame.others(viewer)) == {entry.key for entry in PAGES} - mine
    said = access_words.not_for("Imports", ("coordinator",), role, "")
    assert said.title == "The page “Imports” is not for your role"
    assert said.advice == f"It is for coordinators; your role is {role}. Ask who runs the dashboard if you need it."


def test_the_page_asked_for_is_kept_for_one_browser_and_one_time() -> None:
    class Window:
        def __init__(self, cookie: str, url: str, **asked: list[str]) -> None:
            jar = SimpleNamespace(to_dict=lambda: {"_streamlit_xsrf": cookie})
            self.context = SimpleNamespace(cookies=jar, url=url)
            self.query_params = _Asked(asked)
            self.opened: list[object] = []

        def switch_page(self, page: object, query_params: object) -> None:
            self.opened.append((page, query_params))

    class _Asked(dict[str, list[str]]):
        def get_all(self, name: str) -> list[str]:
            return self[name]

    def at(window: Window) -> list[object]:
        patch.setattr(wanted, "st", window)
        wanted.open_it({"milestones": "M", "overview": "O"}, "overview")  # type: ignore[dict-item]
        return window.opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wanted, "st", Window("2|0f|a0|1", "http://dash.example/milestones", program=["Alpha"]))
        wanted.remember()
        assert at(Window("2|0f|a1|1", "http://dash.example/")) == [], "another browser"
        assert at(Window("2|00|af|9", "http://dash.example/")) == [("M", {"program": ["Alpha"]})], "masked anew"
        assert at(Window("2|0f|a0|1", "http://dash.example/")) == [], "only once"
        patch.setattr(wanted, "st", Window("2|0f|a0|1", "http://dash.example/nowhere"))
        wanted.remember()
        assert at(Window("2|0f|a0|1", "http://dash.example/")) == []


def test_without_a_role_one_reads_whom_to_ask(access_file: Path) -> None:
    said = refused(opened("eve"))
    assert "You have no access yet" in said
    assert "*mentoring* office" in said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"exp": 1_700_000_000}, "Your sign\\-in has ended"), ({"iat": 1_700_000_000}, "Your sign\\-in has ended"),
        ({"aud": "other"}, "not for this dashboard"), ({"iss": "https://evil.example"}, "not for this dashboard"),
        ({"is_logged_in": False}, "Sign in"), ({"email_verified": False}, "You have no access yet"),
    ],
)  # fmt: skip
def test_who_is_not_let_in_reads_why(access_file: Path, changed: dict[str, Any], said: str) -> None:
    assert said in refused(opened("ana", **changed))


def test_a_role_taken_away_is_gone_at_the_next_interaction(access_file: Path) -> None:
    app = opened("ana")
    assert app.metric
    access_file.write_text(ACCESS.replace("ana@", "anna@"), encoding="utf-8")
    assert "You have no access yet" in refused(app.run())


def test_the_set_up_fails_closed(access_file: Path, plain: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "not set up rightly" in refused(opened("ana", auth=False)), "an access file, and no sign-in"
    access_file.write_text("issuer = ", encoding="utf-8")
    broken = refused(opened("ana"))
    assert "not set up rightly" in broken
    assert "line" not in broken, "visitors need not read what the file holds"
    access_file.unlink()
    assert "not set up rightly" in refused(opened("ana")), "a sign-in, and no access file"
    access_file.write_text(ACCESS, encoding="utf-8")
    monkeypatch.setattr(sign_ins, "holds", lambda *_: 1 / 0)
    assert "cannot be looked up" in refused(opened("ana"))


@pytest.mark.parametrize(("host", "answered"), [("dash.example", True), ("localhost", True), ("evil.example", False)])
def test_an_address_may_be_opened_without_sign_in(
    access_file: Path, monkeypatch: pytest.MonkeyPatch, host: str, answered: bool
) -> None:
    access_file.write_text('without_sign_in = ["dash.example"]', encoding="utf-8")
    asked = admission.Visit({"Host": f"{host}:8501", "X-Forwarded-For": "10.0.0.1"}, away=True)
    monkeypatch.setattr(admission, "visit", lambda: asked)
    app = opened(None, auth=False)
    assert bool(app.metric) is answered


@pytest.mark.parametrize("trouble", [{"other_headers": True}, {"agent": True}])
def test_settings_that_would_let_anybody_in_stop_everything(
    plain: DataFolder, monkeypatch: pytest.MonkeyPatch, trouble: dict[str, bool]
) -> None:
    monkeypatch.setattr(admission, "visit", lambda: admission.Visit(**trouble))
    assert "not set up rightly" in refused(opened(None, auth=False))


def test_a_callback_of_someone_who_is_gone_does_nothing(access_file: Path, plain: DataFolder) -> None:
    done: list[str] = []
    asked = admission.Visit(claims=claims("ana"), service=admission.SignInService("dash", AUTH["redirect_uri"], 32))
    viewer = admission.judged(asked)
    assert isinstance(viewer, Viewer)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(admission, "visit", lambda: asked)
        patch.setattr(admission.st, "session_state", {"viewer": viewer})
        admission.guarded(done.append)("here")
        patch.setattr(admission, "visit", lambda: admission.Visit(service=asked.service))
        admission.guarded(done.append)("gone")
    assert done == ["here"]


def test_sign_ins_are_in_the_audit_log_once(access_file: Path, plain: DataFolder) -> None:
    for _ in range(2):
        opened("bo", iat=int(time.time()) // 1000 * 1000, exp=int(time.time()) // 1000 * 1000 + 5000)
    opened("eve")
    ledger = Ledger(plain)
    found = [(entry.by, entry.action, entry.detail) for entry in audit.page(ledger, 9)[0][::-1]]
    ledger.close()
    assert found == [("bo@firm.example", "sign-in", {"role": "program coordinator"}),
                     ("eve@firm.example", "sign-in refused", {"role": None})]  # fmt: skip
