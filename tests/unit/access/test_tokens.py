"""A token opens the dashboard only if it is for it, in time, and its person has a role."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from careerdash.access import AccessSettings, Refused, SignIn, Viewer, sign_in, with_role
from careerdash.access.settings import checked

NOW = datetime(2026, 3, 2, 12, 0)
SETTINGS = checked({
    "issuer": "https://login.example", "role": [
        {"role": "coordinator", "emails": ["ana@firm.example"]},
        {"role": "program coordinator", "programs": ["Beta"], "emails": ["bo@firm.example"]},
        {"role": "program coordinator", "programs": ["Alpha"], "claim": "groups", "values": ["alpha", "beta"]},
        {"role": "leadership", "claim": "groups", "values": ["board"]},
    ]})  # fmt: skip


def seconds(ago: timedelta) -> int:
    return int((NOW - ago).replace(tzinfo=UTC).timestamp())


def claims(**changed: Any) -> dict[str, Any]:
    made = {"iss": "https://login.example", "aud": "dash", "sub": "s1", "iat": seconds(timedelta(minutes=5)),
            "exp": seconds(-timedelta(hours=1)), "email": "ana@firm.example", "nonce": "n", **changed}  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


def judged(settings: AccessSettings = SETTINGS, **changed: Any) -> SignIn | Refused:
    return sign_in(claims(**changed), settings, "dash", NOW)


def seen(**changed: Any) -> Viewer | Refused:
    signed = judged(**changed)
    assert isinstance(signed, SignIn)
    return with_role(claims(**changed), SETTINGS, signed)


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://evil.example"}, {"iss": "https://login.example/"}, {"iss": None}, {"aud": "other"},
        {"aud": None}, {"aud": []}, {"aud": ["dash", "other"]}, {"aud": ["dash", "other"], "azp": "other"},
        {"azp": "other"}, {"sub": None}, {"sub": ""}, {"sub": 7}, {"exp": None}, {"iat": None}, {"exp": "soon"},
        {"iat": True}, {"exp": float("nan")}, {"exp": float("inf")},
    ],
)  # fmt: skip
def test_a_token_for_somebody_else_or_without_what_counts_is_refused(changed: dict[str, Any]) -> None:
    assert judged(**changed) == Refused("not for us")


@pytest.mark.parametrize("changed", [{"aud": ["dash"]}, {"aud": ["dash", "other"], "azp": "dash"}, {"azp": "dash"}])
def test_a_token_may_name_several_if_we_are_who_it_was_made_for(changed: dict[str, Any]) -> None:
    assert isinstance(judged(**changed), SignIn)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"exp": seconds(timedelta(0))}, "ended"), ({"exp": seconds(timedelta(days=2))}, "ended"),
        ({"iat": seconds(timedelta(hours=8)), "exp": seconds(-timedelta(days=30))}, "ended"),
        ({"iat": seconds(-timedelta(minutes=10))}, "ended"),
        ({"iat": seconds(timedelta(hours=7, minutes=59)), "exp": seconds(-timedelta(days=30))}, None),
        ({"iat": seconds(-timedelta(minutes=1))}, None),
    ],
)  # fmt: skip
def test_a_sign_in_ends_with_its_token_and_after_eight_hours(changed: dict[str, Any], why: str | None) -> None:
    found = judged(**changed)
    assert (found.why if isinstance(found, Refused) else None) == why


def test_fewer_hours_may_be_configured_and_more_never_count() -> None:
    short = checked({"issuer": "https://login.example", "session_hours": 1,
                     "role": [{"role": "coordinator", "emails": ["a@b.example"]}]})  # fmt: skip
    old = {"iat": seconds(timedelta(hours=1)), "exp": seconds(-timedelta(days=1))}
    assert judged(short, **old) == Refused("ended", "ana@firm.example")
    found = judged(short, exp=seconds(-timedelta(days=1)))
    assert isinstance(found, SignIn)
    assert found.ends == NOW + timedelta(minutes=55)


def test_roles_by_mail_whatever_its_case_and_by_claim() -> None:
    ana = seen(email="ANA@firm.Example")
    assert isinstance(ana, Viewer)
    assert (ana.role, ana.name, ana.programs) == ("coordinator", "ana@firm.example", None)
    board = seen(email="ceo@firm.example", groups=["board", "other"])
    assert isinstance(board, Viewer)
    assert (board.role, board.programs) == ("leadership", ())


def test_programs_add_up_and_the_role_that_sees_most_counts() -> None:
    both = seen(email="bo@firm.example", groups="alpha")
    assert isinstance(both, Viewer)
    assert (both.role, both.programs) == ("program coordinator", ("Alpha", "Beta"))
    more = seen(email="ana@firm.example", groups=["alpha", "board"])
    assert isinstance(more, Viewer)
    assert more.role == "coordinator"


@pytest.mark.parametrize(
    "changed",
    [
        {"email": "eve@firm.example"}, {"email": None}, {"email_verified": False}, {"email_verified": "false"},
        {"email": ["ana@firm.example"]}, {"email": "x", "groups": ["boar"]}, {"email": "x", "groups": {"board": 1}},
        {"email": "x", "groups": None},
    ],
)  # fmt: skip
def test_nobody_else_has_a_role(changed: dict[str, Any]) -> None:
    found = seen(**changed)
    assert isinstance(found, Refused)
    assert found.why == "no role"


def test_each_sign_in_has_a_digest_of_its_own_and_tells_nothing() -> None:
    first, again, other = judged(), judged(nonce="m"), judged(sub="s2")
    assert isinstance(first, SignIn)
    assert isinstance(again, SignIn)
    assert isinstance(other, SignIn)
    assert len({first.token, again.token, other.token}) == 3
    assert first.person == again.person != other.person
    assert "ana" not in first.token + first.person


def test_names_hold_no_control_signs() -> None:
    found = judged(email=None, preferred_username="a\n\x1b[31mb")
    assert isinstance(found, SignIn)
    assert found.name == "a[31mb"
