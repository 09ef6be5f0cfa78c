"""From the claims of a sign-in to a viewer: for us, in time, and with a role.

The signature was checked when the token was received, and the cookie that carries the claims is signed. What a
server of pages does not look at again, and this module does on every run, is whether the token still holds.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from .settings import AccessSettings, Grant
from .viewer import Viewer

SKEW_SECONDS = 120
"""How far the clock of the sign-in service may be ahead."""

Why = Literal["not for us", "ended", "no role"]


@dataclass(frozen=True)
class Refused:
    """A sign-in that does not open the dashboard; `name`: who it is, where that is known."""

    why: Why
    name: str = ""


@dataclass(frozen=True)
class SignIn:
    """One sign-in: digests of its token and of its person, who it is, and until when it holds (UTC, without zone)."""

    token: str
    person: str
    name: str
    ends: datetime


def sign_in(claims: Mapping[str, Any], settings: AccessSettings, audience: str, now: datetime) -> SignIn | Refused:
    """The sign-in behind a token's claims, if it is one for us and in time; `now` is UTC without zone.

    Checked are `iss`, `aud` (with `azp` where there are several), `sub`, `exp`, `iat`: a sign-in ends with its token,
    and at the latest the configured hours after it was made.
    """
    issued, expires = _moment(claims.get("iat")), _moment(claims.get("exp"))
    subject = claims.get("sub")
    if (claims.get("iss") != settings.issuer or not _is_for(claims, audience) or not isinstance(subject, str)
            or not subject or issued is None or expires is None):
        return Refused("not for us")
    seconds = now.replace(tzinfo=UTC).timestamp()
    ends = min(expires, issued + settings.session_hours * 3600)
    if issued > seconds + SKEW_SECONDS or seconds >= ends:
        return Refused("ended", _name(claims, subject))
    made = [claims.get(name) for name in ("iss", "sub", "iat", "exp", "nonce", "jti")]
    return SignIn(_digest(made), _digest(made[:2]), _name(claims, subject),
                  datetime.fromtimestamp(ends, UTC).replace(tzinfo=None))


def with_role(claims: Mapping[str, Any], settings: AccessSettings, signed: SignIn) -> Viewer | Refused:
    """Who is looking, in the role that the access file gives them.

    With several roles the one that sees most counts; the programs of a program coordinator add up.
    """
    grants = [grant for grant in settings.grants if _has(claims, grant)]
    roles = {grant.role for grant in grants}
    if "coordinator" in roles:
        return Viewer("coordinator", signed.name, None, signed.token)
    if "program coordinator" in roles:
        programs = tuple(sorted({program for grant in grants for program in grant.programs or ()}))
        return Viewer("program coordinator", signed.name, programs, signed.token)
    if "leadership" in roles:
        return Viewer("leadership", signed.name, (), signed.token)
    return Refused("no role", signed.name)


def _has(claims: Mapping[str, Any], grant: Grant) -> bool:
    if email(claims) in grant.emails:
        return True
    held = claims.get(grant.claim) if grant.claim else None
    values = held if isinstance(held, list) else [held]
    return any(isinstance(value, str) and value in grant.values for value in values)


def email(claims: Mapping[str, Any]) -> str:
    """The e-mail address in lower case; empty where the token has none, or says that nobody has verified it.

    >>> email({"email": "Ana@Firm.example"}), email({"email": "a@b.example", "email_verified": False})
    ('ana@firm.example', '')
    """
    value = claims.get("email")
    if not isinstance(value, str) or claims.get("email_verified", True) not in (True, "true"):
        return ""
    return value.strip().lower()


def _is_for(claims: Mapping[str, Any], audience: str) -> bool:
    named = claims.get("aud")
    audiences = named if isinstance(named, list) else [named]
    party = claims.get("azp")
    return bool(audience) and audience in audiences and (party == audience or (party is None and len(audiences) == 1))


def _moment(value: object) -> float | None:
    known = isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e11
    return float(value) if known else None  # type: ignore[arg-type]


def _name(claims: Mapping[str, Any], subject: str) -> str:
    named = email(claims) or claims.get("preferred_username") or subject
    return "".join(sign for sign in str(named) if sign.isprintable())[:200]


def _digest(values: list[object]) -> str:
    return hashlib.sha256(json.dumps(values, ensure_ascii=True).encode()).hexdigest()[:32]
