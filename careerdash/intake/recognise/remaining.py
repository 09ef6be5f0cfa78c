"""The column that is left for the field that is left: taken where its values can be nothing else of the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from careerdash.schema import Table
from careerdash.schema.value_words import is_department, is_job, is_level, is_place

from ..model import TEXT
from ..values.names import normal
from .grammar import concepts_of, is_foreign
from .plans import ColumnPlan
from .profiles import Profile

_SURE = 0.8
_TITLES: dict[str, tuple[str, int, str, str]] = {
    "goal": ("title", 5, "framework", "notes step"), "milestone": ("title", 5, "kind", "notes goal"),
    "resource": ("name", 5, "kind", "step goal"), "recognition": ("note", 5, "kind", "step goal helper"),
    "check_in": ("notes", 15, "date", "next step goal planned due helper")}
"""The text of a row, letters that such texts have at least, fields of which one shows what the table is about, and
concepts of headers that mean another text."""
_NAMED = {"goal": frozenset(("goal",)), "milestone": frozenset(("step",))}
"""What headers beside it speak of: days that are due and done have both."""
_NO_TITLE = frozenset(("mentor", "mentee", "manager", "email", "id", "unit", "place", "job", "grade", "reason",
                       "status", "kind", "often", "mode", "program", "cohort", "match"))
_NO_ANSWER = frozenset(("hired", "left", "mentor", "mentee", "match", "joined", "start", "next", "planned", "due"))
_OF_ANOTHER = frozenset(("id", "staffid", "mentor", "mentee", "manager", "before", "after", "recent", "next", "left",
                         "reason", "helper", "planned", "other"))
"""What a header says whose values are not what the row itself is now."""
_YEAR = 366
_PERSON = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][^\W\d_]*[.,'’-]*\s*){1,4}")
_SPAN = re.compile(r"^\s*\d+(?:[.,]\d+)?\s*[a-zA-Z]")
_PERSONAL: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("person.department", is_department), ("person.job_title", is_job), ("person.level", is_level),
    ("person.location", is_place))


_TELLING = frozenset(("resource.kind", "recognition.kind", "goal.framework", "milestone.kind", "check_in.status",
                      "program.participation", "program.assignment"))
"""Fields of words that hardly stand under a header of something else."""


def remaining(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Gives columns whose header says nothing to the one field that their values can be."""
    taken = {target for plan in plans for target in plan.targets}
    if len(taken) > 1:
        for target in [f"{table.name}.{field.name}" for field in table.fields]:
            if target in _TELLING:
                _only(target, taken, plans, profiles, partial(_in_its_words, target))
    if table.name in _TITLES:
        _title(table.name, taken, plans, profiles)
    if table.name == "feedback":
        _answered(taken, plans, profiles)
    if table.name == "person":
        _told_apart(plans, profiles)
        taken = {target for plan in plans for target in plan.targets}
    if table.name == "person" and len(taken) > 1:
        for target, says in _PERSONAL:
            _only(target, taken, plans, profiles, _all_say(says))
    if table.name in ("pair", "program") and len(taken) > 1:
        _only(f"{table.name}.cadence_days", taken, plans, profiles, _rhythms)
    if table.name == "check_in" and len(taken) > 1:
        _only("check_in.minutes", taken, plans, profiles, _spans)


def _open(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> Iterator[ColumnPlan]:
    return (plan for plan in plans if plan.header and not plan.targets and len(profiles[plan.at].cells) > 1
            and not is_foreign(plan.header))


def _title(table: str, taken: set[str], plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    column, letters, signs, others = _TITLES[table]
    contrary = _NO_TITLE.union(others.split())
    sure = {target for plan in plans if plan.confidence >= _SURE for target in plan.targets}
    named = any(concepts_of(plan.header or "") & _NAMED.get(table, frozenset()) for plan in plans)
    if f"{table}.{column}" in taken or not (named or sure & {f"{table}.{sign}" for sign in signs.split()}):
        return
    found = [plan for plan in _open(plans, profiles) if _wording(profiles[plan.at], letters)
             and ((table == "resource" and "helper" in concepts_of(plan.header or ""))
                  or not concepts_of(plan.header or "") & contrary)
             and (column == "name" or profiles[plan.at].share(_like_person) < 0.6)]
    if len(found) == 1:
        found[0].take(f"{table}.{column}", _SURE, "It is the only column of texts, and every row has its own.")


def _like_person(kind: str, text: str) -> bool:
    """Whether a text is two or three words with capitals, as names of people are."""
    return bool(_PERSON.fullmatch(text.strip()))


def _wording(profile: Profile, letters: int) -> bool:
    """Whether a column holds texts of its own in nearly every row: no codes, days, people or answers."""
    return not profile.repeats and profile.length >= letters and max(
        profile.numbers, profile.dates, profile.emails, profile.fits("feedback.met")) < 0.3 and profile.share(
            lambda kind, text: kind == TEXT and " " in text.strip()) >= 0.5


def _answered(taken: set[str], plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """When a survey was answered: its only column of days, all within a year."""
    if any(target.startswith("feedback.date") for target in taken):
        return
    days = [plan for plan in plans if plan.header and profiles[plan.at].dates >= 0.9 and profiles[plan.at].cells]
    if len(days) == 1 and not days[0].targets and not concepts_of(days[0].header or "") & _NO_ANSWER:
        known = profiles[days[0].at].days
        if known and max(known) - min(known) <= _YEAR:
            days[0].take("feedback.date", _SURE, "It is the only column of days.")


def _only(target: str, taken: set[str], plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile],
          fits: Callable[[Profile], bool]) -> None:
    """Takes the one open column that fits, where no column has the target."""
    if target in taken:
        return
    found = [plan for plan in _open(plans, profiles) if fits(profiles[plan.at])
             and not concepts_of(plan.header or "") & _OF_ANOTHER]
    if len(found) == 1:
        taken.add(target)
        found[0].take(target, _SURE, "Its values say what it is.")


def _told_apart(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """`Function` and `Category` may mean a department, a level or a job: the values say which."""
    if any("person.job_title" in plan.targets for plan in plans):
        return
    for plan in plans:
        for target, says in _PERSONAL:
            if plan.targets == [target] and target in ("person.department", "person.level") and not plan.told and (
                    _all_say(is_job)(profiles[plan.at])) and not _all_say(says)(profiles[plan.at]):
                plan.take("person.job_title", _SURE, "Its values are what jobs are called.")
                return


def _all_say(says: Callable[[str], bool]) -> Callable[[Profile], bool]:
    """Whether most texts of a column are of a kind, and so none of another."""
    return lambda profile: profile.share(lambda kind, text: kind == TEXT and says(normal(text))) >= 0.6


def _in_its_words(target: str, profile: Profile) -> bool:
    """Whether most texts are words of a field, two of them at least, and no mere yes and no."""
    return len(profile.cells) * profile.fits(target) >= 2 and profile.fits(target) >= 0.6 and (
        profile.fits("feedback.met") < 0.3)


def _rhythms(profile: Profile) -> bool:
    """Whether all texts are rhythms in words: `every two weeks`."""
    return profile.fits("pair.cadence_days") == 1 and profile.share(
        lambda kind, text: kind == TEXT and not text.strip().isdigit()) == 1


def _spans(profile: Profile) -> bool:
    """Whether all texts are lengths with their unit: `45 min`."""
    return profile.fits("check_in.minutes") == 1 and profile.share(
        lambda kind, text: kind == TEXT and bool(_SPAN.match(text))) == 1
