"""What someone reads who is not let in, or not yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from .. import formats
from .states import Empty

HALF = ("Sign-in is set up by half: secrets.toml has a section [auth] and the data folder no access file, or the "
        "other way round.")
BROKEN = "The access file cannot be used, and the server's log says why."
OTHER_HEADERS = "The setting server.trustedUserHeaders would let anybody say who they are: take it out."
AGENT = "The setting server.enableAgentApi would open the pages to programs without sign-in: take it out."
NOT_WITHOUT_SIGN_IN = ("Without sign-in the dashboard listens on 127.0.0.1 only: set up sign-in, or name the "
                       "address under without_sign_in in the access file.")
NO_SERVICE = ("In the section [auth] of secrets.toml client_id is missing, or redirect_uri is not the dashboard's "
              "address with /oauth2callback at its end.")
NOT_ENCRYPTED = "The redirect_uri in secrets.toml must start with https://, because it carries people's sign-ins."
WEAK_SECRET = "The cookie_secret in secrets.toml must be random and at least 32 characters long."
ANOTHER_HOST = "This dashboard does not answer under this address: use the one that you were given."
NO_LEDGER = "Who is signed in cannot be looked up right now: try again in a minute, or tell who runs the dashboard."


@dataclass(frozen=True)
class Turned:
    """What a page says instead of its content; `offers`: which buttons stand beneath."""

    title: str
    advice: str
    offers: tuple[str, ...] = ()


def blocked(reason: str) -> Turned:
    """A request that is not answered at all."""
    return Turned("This dashboard is not open here", reason)


def misconfigured(reason: str) -> Turned:
    """Nobody gets in before the set-up is put right."""
    return Turned("The sign-in is not set up rightly", f"{reason} Tell who runs the dashboard.")


SIGN_IN = Turned("Sign in", "This dashboard shows the mentoring program to those who look after it. "
                 "Use the account of your company.", ("sign in",))
ENDED = Turned("Your sign-in has ended", "A sign-in holds for some hours only. Sign in again to go on.", ("sign in",))
SIGNED_OUT = Turned("You have signed out", "Here and in every other window. Sign in again to go on.", ("sign in",))
NOT_FOR_US = Turned("This sign-in is not for this dashboard", "It was made for something else, or by a service that "
                    "this dashboard does not trust. Sign in again; if that changes nothing, tell who runs the "
                    "dashboard.", ("sign in",))


def no_role(name: str, contact: str) -> Turned:
    """Somebody of the company, whom nobody has given a role."""
    return Turned("You have no access yet", f"You are signed in as {name}. Ask {contact or 'who runs the dashboard'} "
                  "to give you a role, and send them this name.", ("sign out",))


def not_for(page: str, roles: Sequence[str], role: str, contact: str) -> Empty:
    """A page of another role, opened by its address."""
    return Empty(f"The page “{page}” is not for your role",
                 f"It is for {formats.listed([f'{one}s' if one != 'leadership' else one for one in roles])}; your role "
                 f"is {role}. Ask {contact or 'who runs the dashboard'} if you need it.")


ONE_USER = "There is no sign-in: the one user is whoever sits at this computer, and may do everything."
ROLES_FROM = "Roles stand in the access file on the server; no page can change them."
LOG_HOLDS = ("Sign-ins, imports, exports, published reports and changed settings. No mentor and no mentee is named.")
NOTHING_DONE = "Nothing has been written down yet."
COMMAND_LINE = "command line"


def everybody(hosts: Sequence[str]) -> str:
    """Where there is no sign-in by choice."""
    return f"There is no sign-in: everybody who opens {formats.listed(hosts)} may do everything."


def holders(emails: Sequence[str], claim: str, values: Sequence[str]) -> str:
    """Who has a role: `ana@firm.example, and whose “groups” has board`."""
    parts = [formats.listed(emails)] if emails else []
    return "; ".join([*parts, f"whose “{claim}” has {' or '.join(values)}"] if claim else parts)


ACTIONS = {
    "sign-in": "signed in", "sign-in refused": "was refused: no role", "sign-out": "signed out", "export": "exported",
    "import": "imported", "undo": "undid imports", "redo": "redid imports", "rebuild": "made the numbers again",
    "publish": "published a report", "withdraw": "withdrew a report", "setting": "changed a setting",
    "template": "changed a template",
    "data_from": "said from when on the staff list shows who left", "word": "said what a word means",
}


def action(name: str) -> str:
    """What was done, in the audit log."""
    return ACTIONS.get(name, name)
