"""Who has which role: the access file that the IT person writes, read and checked whole."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .viewer import ROLES, Role

MOST_HOURS = 8.0
"""A sign-in never holds longer, whatever its token and the cookie say."""

FILE = "access.toml"

_KNOWN = {"issuer", "audience", "contact", "session_hours", "role", "without_sign_in"}
_KNOWN_OF_ROLE = {"role", "programs", "emails", "claim", "values"}


class AccessError(Exception):
    """The access file cannot be used; the message is one sentence."""


@dataclass(frozen=True)
class Grant:
    """One role and who has it: by e-mail (lower case), or by a value of a claim of the token."""

    role: Role
    programs: tuple[str, ...] | None
    emails: frozenset[str]
    claim: str
    values: frozenset[str]


@dataclass(frozen=True)
class AccessSettings:
    """The access file.

    `audience` is empty where it is the client id of the sign-in. `without_sign_in`: host names at which everybody
    is a coordinator, without signing in; then there are neither issuer nor grants.
    """

    issuer: str
    audience: str
    contact: str
    session_hours: float
    grants: tuple[Grant, ...]
    without_sign_in: frozenset[str]


def read_settings(path: Path) -> AccessSettings | None:
    """The access file; None where there is none. Raises AccessError for one that cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise AccessError("The access file cannot be read: it must be a text file in UTF-8.") from error
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AccessError(f"The access file is not valid TOML: {str(error).rstrip('.')}.") from error
    return checked(found)


def checked(found: Mapping[str, Any]) -> AccessSettings:
    """The access file's content as settings. Raises AccessError, which says what is wrong and where."""
    _only(found, _KNOWN, "The access file")
    hosts = frozenset(name.lower() for name in _texts(found, "without_sign_in", "The access file"))
    issuer = _text(found, "issuer", "The access file")
    roles = found.get("role", [])
    if not isinstance(roles, list) or not all(isinstance(entry, dict) for entry in roles):
        raise AccessError("In the access file each role is a table of its own, headed [[role]].")
    if hosts and (issuer or roles):
        raise AccessError("The access file has both without_sign_in and roles: keep the one that is meant.")
    if not hosts and not issuer:
        raise AccessError("The access file has no issuer: write the address of your sign-in service as it stands in "
                          "its tokens.")
    if not hosts and not roles:
        raise AccessError("The access file gives nobody a role: add a table [[role]].")
    hours = found.get("session_hours", MOST_HOURS)
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 < hours <= MOST_HOURS:
        raise AccessError("In the access file session_hours must be a number above 0 and at most 8.")
    return AccessSettings(
        issuer, _text(found, "audience", "The access file"), _text(found, "contact", "The access file"), float(hours),
        tuple(_grant(entry, f"Role {place} of the access file") for place, entry in enumerate(roles, 1)), hosts)


def _grant(entry: Mapping[str, Any], where: str) -> Grant:
    _only(entry, _KNOWN_OF_ROLE, where)
    role = entry.get("role")
    if role not in ROLES:
        raise AccessError(f"{where} must be one of: {', '.join(ROLES)}.")
    programs = _texts(entry, "programs", where)
    if role == "program coordinator" and (not programs or "-" in programs):
        raise AccessError(f"{where} must name the programs of the program coordinator.")
    if role != "program coordinator" and "programs" in entry:
        raise AccessError(f"{where} names programs, which only a program coordinator has.")
    emails = frozenset(email.lower() for email in _texts(entry, "emails", where))
    claim, values = _text(entry, "claim", where), frozenset(_texts(entry, "values", where))
    if bool(claim) != bool(values):
        raise AccessError(f"{where} needs both claim and values, or neither.")
    if not emails and not claim:
        raise AccessError(f"{where} is given to nobody: add emails, or claim and values.")
    return Grant(role, programs if role == "program coordinator" else None, emails, claim, values)


def _only(found: Mapping[str, Any], known: set[str], where: str) -> None:
    strange = sorted(set(found) - known)
    if strange:
        raise AccessError(f"{where} has an unknown entry “{strange[0]}”: known are {', '.join(sorted(known))}.")


def _text(found: Mapping[str, Any], key: str, where: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise AccessError(f"{where}: {key} must be a text in quotes.")
    return value.strip()


def _texts(found: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    values: Sequence[object] = found.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
        raise AccessError(f"{where}: {key} must be a list of texts, like [\"one\", \"two\"].")
    return tuple(dict.fromkeys(str(value).strip() for value in values))
