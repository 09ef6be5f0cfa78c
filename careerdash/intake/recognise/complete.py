"""What a table still lacks once its headers are known: found where only one column can be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from careerdash.schema import Table

from ..model import TEXT
from ..values.lexicon import is_nobody
from ..values.names import bare, normal
from .grammar import concepts_of, is_foreign, other_side
from .plans import ColumnPlan
from .profiles import Profile

_FIRST = frozenset(("nome", "nombre", "name", "nom", "naam", "prenom"))
_SPELL = re.compile(r"^(active|inactive|terminated|on leave|leave|loa|retired|suspended|a|t|l|i|aktiv|inaktiv|actif|"
                    r"inactif|activo|inactivo|attivo|cessato|ativo|inativo|ausgeschieden|left|former|current)$")
_OFFICE = re.compile(r"\b(coordinator|administrator|admin|manager|supervisor|created|owner|parent|emergency|by|hr|"
                     r"title|"
                     r"goal|note|notes|topic|subject|department|company|location|area|field)\b")
_ANSWERED = frozenset(("yes", "no", "true", "false", "y", "n", "ja", "nein", "oui", "non", "si"))
_SURE = 0.8


def complete(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Gives a column to the side that nobody names, to the first name beside a surname, to the day that is needed."""
    _by_words(table, plans, profiles)
    if table.name == "check_in":
        _mode(plans, profiles)
    _first_name(plans, profiles)
    _whole_name(plans, profiles)
    if table.names_pair or table.name == "pair":
        _beside_name(table, plans, profiles)
        _other_side(table, plans, profiles)
    _only_day(table, plans, profiles)
    if table.name == "feedback":
        _only_address(plans, profiles)


def _only_address(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Who answered a survey: the one column of e-mail addresses, whatever it is called.

    The platform's own columns count only where they name somebody: in an anonymous form people are asked.
    """
    if any(target.startswith("feedback.respondent_") and _names_somebody(profiles[plan.at])
           for plan in plans for target in plan.targets):
        return
    found = [plan for plan in plans if plan.header and not plan.targets and profiles[plan.at].emails >= 0.9
             and len(concepts_of(plan.header) & _ROLES) != 1]
    if len(found) == 1:
        found[0].take("feedback.respondent_email", _SURE, "It is the only column of e-mail addresses.")


def _names_somebody(profile: Profile) -> bool:
    return any(not is_nobody(text) for _, text in profile.cells)


def employed(profile: Profile) -> float:
    """Share of values that say who is still there, and not full time or part time."""
    return profile.share(lambda kind, text: bool(_SPELL.match(normal(text))))


def _first_name(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    taken = {target for plan in plans for target in plan.targets}
    for plan in plans:
        if plan.targets != ["person.name"] or bare(plan.header or "") not in _FIRST or profiles[plan.at].names >= 0.5:
            continue
        for mine, other in (("first", "last"), ("last", "first")):
            if f"person.name[{other}]" in taken and f"person.name[{mine}]" not in taken:
                plan.targets = [f"person.name[{mine}]"]
                plan.reason = f"Beside a {other} name it is the {mine} name."


_ROLES = frozenset(("mentor", "mentee", "manager"))
_OTHERS = frozenset(("mentor", "mentee", "manager", "hired", "left", "holder", "again"))
"""Concepts of a header whose status is not that of the row."""


def _by_words(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """A word of a vocabulary that no header names, in the one column whose different cells all are such words."""
    targets = {target for plan in plans for target in plan.targets}
    if len(targets) < 2:
        return
    for field in table.fields:
        target = f"{table.name}.{field.name}"
        if field.kind != "word" or target in targets or field.name == "evidence":
            continue
        fitting = [plan for plan in plans if plan.header and not plan.targets and _tells(profiles[plan.at], target)
                   and not is_foreign(plan.header) and not concepts_of(plan.header) & _OTHERS]
        if len(fitting) == 1:
            fitting[0].take(target, _SURE, "Its values are the words of this field.")


_MODES = re.compile(
    r"(in person|face to face|on site|onsite|online|remote|virtual|hybrid|phone|phone call|by phone|telephone|call|"
    r"video|video call|videocall|zoom|teams|ms teams|microsoft teams|google meet|webex|personlich|vor ort|prasenz|"
    r"telefon|telefonisch|per video|videoanruf|en personne|presentiel|en presentiel|a distance|distanciel|en ligne|"
    r"visio|visioconference|par telephone|telephone|en persona|presencial|en linea|virtuale|videollamada|por telefono|"
    r"telefono|di persona|in presenza|al telefono|videochiamata|op locatie|fysiek|in persoon|telefonisch|videobellen|"
    r"belletje|por telefone|telefone|pessoalmente)")


def _mode(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """How people met: the one column whose different cells all are ways of meeting."""
    if any("check_in.mode" in plan.targets for plan in plans):
        return
    found = [plan for plan in plans if plan.header and not plan.targets and len(profiles[plan.at].cells) > 1
             and profiles[plan.at].share(lambda kind, text: bool(_MODES.fullmatch(normal(text)))) == 1
             and not is_foreign(plan.header) and not concepts_of(plan.header) & (_OTHERS | {"next", "planned"})]
    if len(found) == 1:
        found[0].take("check_in.mode", _SURE, "Its values are ways of meeting.")


def _tells(profile: Profile, target: str) -> bool:
    words = {normal(text) for kind, text in profile.cells if kind == TEXT}
    return len(words) > 1 and max(map(len, words)) > 3 and not words & _ANSWERED and (
        len(words) == len({normal(text) for _, text in profile.cells}) and profile.fits(target) >= 0.95)


def _whole_name(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """A surname without a first name beside it, whose values are full names, is the name: French `Nom`."""
    taken = {target for plan in plans for target in plan.targets}
    for plan in plans:
        for target in plan.targets:
            whole = target.removesuffix("[last]")
            if whole != target and f"{whole}[first]" not in taken and whole not in taken and (
                    profiles[plan.at].names >= 0.8):
                plan.targets, plan.reason = [whole], "Its values are full names."


_ADDRESS = frozenset(("email", "address"))
_OF_SOMEBODY = frozenset(("email", "address", "work", "name", "id", "holder", "staffid", "meeting"))


def _beside_name(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """`Mentor, Email, Mentee, Email`: an address whose header names no side is of the person to the left."""
    sides: dict[int, str] = {}
    for plan in plans:
        found = re.match(rf"{table.name}\.(mentor|mentee)_(name|id)$", plan.targets[0]) if plan.targets else None
        if found:
            sides[plan.at] = found[1]
            continue
        said = concepts_of(plan.header or "")
        if said & _ADDRESS and said <= _OF_SOMEBODY and not plan.targets and plan.at - 1 in sides and (
                profiles[plan.at].emails >= 0.8 and not is_foreign(plan.header or "")):
            target = f"{table.name}.{sides[plan.at - 1]}_email"
            if not any(target in other.targets for other in plans):
                plan.take(target, _SURE, "It stands beside that person's name.")


def _other_side(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """`Faculty member` beside `Mentor` is the mentee: the one side that no header names, by what each column holds."""
    stems = {side: {target.rpartition("_")[2].split("[")[0] for plan in plans for target in plan.targets
                    if target.startswith(f"{table.name}.{side}_")} for side in ("mentor", "mentee")}
    missing = [side for side, found in stems.items() if not found]
    if len(missing) != 1 or any(target == f"{table.name}.pair_id" for plan in plans for target in plan.targets):
        return
    found: dict[str, list[ColumnPlan]] = {}
    for plan in plans:
        if plan.targets or not plan.header or not (ending := other_side(plan.header)):
            continue
        profile = profiles[plan.at]
        holds = "email" if profile.emails >= 0.5 else "name" if profile.names >= 0.5 else "id"
        if profile.cells and ending in ("*", holds) and (holds != "id" or ending == "id"):
            found.setdefault(holds, []).append(plan)
    for ending, columns in found.items():
        if len(columns) == 1:
            columns[0].take(f"{table.name}.{missing[0]}_{ending}", _SURE,
                            "It names the side that no other column names.")
    if not found and table.name != "feedback":
        _ask_side(table, missing[0], plans, profiles)


def _ask_side(table: Table, side: str, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Where no header speaks of a person, but a column holds e-mails or names: the user is asked."""
    for ending in ("email", "name"):
        for plan in plans:
            profile = profiles[plan.at]
            share = profile.emails if ending == "email" else profile.names
            if not plan.targets and plan.header and profile.cells and share >= 0.8 and not _OFFICE.search(
                    normal(plan.header)):
                plan.take(f"{table.name}.{side}_{ending}", 0.5, f"Nothing else names the {side}.", asks=True)
                return


_EMPLOYED = frozenset(("hired", "left"))
"""A day of somebody's employment is no day of a meeting."""


def _only_day(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """The day that a row needs, where one column alone holds days and the table is known by something else."""
    needed = next((field.name for field in table.fields if field.required and field.kind == "date"), None)
    targets = {target for plan in plans for target in plan.targets}
    own = {target for target in targets if target.startswith(f"{table.name}.") and not re.search(
        r"\.(mentor|mentee|person)_|\.pair_id|\.program$", target)}
    if needed is None or not own or any(target.startswith(f"{table.name}.{needed}") for target in targets):
        return
    days = [plan for plan in plans if plan.header and profiles[plan.at].cells and profiles[plan.at].dates >= 0.8]
    if len(days) == 1 and not days[0].targets and not concepts_of(days[0].header or "") & _EMPLOYED:
        days[0].take(f"{table.name}.{needed}", _SURE, "It is the only column of days, and the row needs one.")
