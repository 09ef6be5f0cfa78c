"""Who is looking, in which role."""

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["coordinator", "program coordinator", "leadership"]

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True)
class Viewer:
    """Who is looking. `programs` are the only ones in sight; None = all.

    `sign_in` names the sign-in by a digest of its token; None on a computer of one's own, where nobody signs in.
    """

    role: Role
    name: str
    programs: tuple[str, ...] | None = None
    sign_in: str | None = None
