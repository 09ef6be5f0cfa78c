"""Columns that no header settles, by what stands in them: taken where words and values agree, else asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from careerdash.schema import Table

from ..values.names import bare
from ..values.targets import Target, field_of
from .grammar import concepts_of, expanded, hints, is_foreign
from .plans import ColumnPlan
from .profiles import Profile
from .survey import rates

_AGREE = 0.8
"""Share of values that must fit where a header is known in part."""
_SURE, _ASK = 0.84, 0.6
_FAR = timedelta(days=60)
_PEOPLE = ("mentor", "mentee", "manager")
_DAYS = frozenset((
    "date", "match", "relation", "program", "meeting", "start", "end", "planned", "until", "recent", "next", "spoken",
    "kept", "joined", "done", "due", "held", "cohort", "text", "name", "status", "step", "goal", "first", "again",
    "agreed"))
"""What a header may speak of that names a day."""


def by_hints(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """Takes columns whose header is known but for a word or two, where the values can speak and agree."""
    taken = {target for plan in plans for target in plan.targets}
    found: list[tuple[float, int, str, ColumnPlan]] = []
    for plan in plans:
        if plan.targets or not plan.header or not profiles[plan.at].cells:
            continue
        for target, unknown in _hints(table.name, plan.header):
            told = _told_by(target, profiles[plan.at])
            if told and unknown <= 2:
                found.append((_SURE - 0.03 * unknown, -plan.at, told, plan))
    for sure, _, target, plan in sorted(found, key=lambda one: (-one[0], -one[1])):
        if not plan.targets and target not in taken:
            taken.add(target)
            plan.take(target, sure, "A part of the header and the values say so.")


def _hints(table: str, header: str) -> Iterator[tuple[str, int]]:
    for text in dict.fromkeys((header, expanded(bare(header)))):
        yield from hints(table, text)


def _told_by(target: str, profile: Profile) -> str | None:
    """The target where the values speak for it; which field of a person, they say themselves."""
    stem, _, ending = target.rpartition("_")
    if stem.rpartition(".")[2] in _PEOPLE and ending in ("*", "name", "email", "id"):
        if profile.emails >= _AGREE:
            return f"{stem}_email"
        return f"{stem}_name" if profile.names >= _AGREE and ending in ("*", "name") else None
    kind, field = field_of(Target.parse(target))
    if kind in ("text", "id", "emails") and not (target.endswith("email") and profile.emails >= _AGREE):
        return None
    if kind == "date" or (field is not None and field.vocabulary) or kind in ("boolean", "integer"):
        return target if profile.fits(target) >= _AGREE else None
    return target if target.endswith("email") else None


def settle_ends(plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile], today: date) -> None:
    """An end that the header's words do not call planned or past: days that lie ahead are planned."""
    taken = {target for plan in plans for target in plan.targets}
    for plan in plans:
        if plan.targets not in (["pair.end_date"], ["pair.planned_end_date"]) or plan.told or plan.confidence > 0.88:
            continue
        said = concepts_of(plan.header or "")
        ahead = profiles[plan.at].ahead(today)
        other = "pair.planned_end_date" if plan.targets == ["pair.end_date"] else "pair.end_date"
        if other in taken or "planned" in said or ahead is None:
            continue
        if (other == "pair.planned_end_date" and ahead >= 0.3) or (
                other == "pair.end_date" and not ahead and profiles[plan.at].filled < 0.7):
            plan.targets = [other]
            plan.reason += " Its days lie ahead." if ahead else " Its days are past."


def ask_rest(table: Table, plans: Sequence[ColumnPlan], profiles: Mapping[int, Profile], today: date) -> None:
    """Asks what a column is whose values fit a field that nobody fills and that is costly to lose."""
    open_ = [plan for plan in plans if plan.header and not plan.targets and plan.role == "extra" and not plan.told
             and profiles[plan.at].cells and not is_foreign(plan.header)]
    if table.name in ("pair", "person", "check_in", "goal", "milestone"):
        _ask_days(table.name, plans, open_, profiles, today)
    if table.name == "check_in":
        _ask_minutes(plans, open_, profiles)
    if table.name == "feedback":
        _ask_answers(plans, open_, profiles)


def _free(plans: Sequence[ColumnPlan], target: str) -> bool:
    return not any(one.startswith(target) for plan in plans for one in plan.targets)


def _ask(plan: ColumnPlan, targets: Sequence[str]) -> None:
    plan.take(targets[0], _ASK, "Its values fit a field that no other column fills.", asks=True)
    plan.others = tuple(targets[1:])


def _ask_days(table: str, plans: Sequence[ColumnPlan], open_: Sequence[ColumnPlan], profiles: Mapping[int, Profile],
              today: date) -> None:
    days = [plan for plan in open_ if profiles[plan.at].dates >= 0.9 and len(profiles[plan.at].days) > 1
            and concepts_of(plan.header or "") <= _DAYS]
    days.sort(key=lambda plan: median(profiles[plan.at].days))
    for plan in days:
        fitting = [target for target in _fitting(table, profiles[plan.at], concepts_of(plan.header or ""), today)
                   if _free(plans, target)]
        if fitting:
            _ask(plan, fitting)


def _fitting(table: str, profile: Profile, said: frozenset[str], today: date) -> Iterator[str]:
    """Fields of days that a column may be, likeliest first."""
    ahead = profile.ahead(today) or 0.0
    full = profile.filled >= 0.7
    far = median(profile.days) > (today + _FAR).toordinal()
    if table == "pair":
        if ahead > 0.6:
            yield "pair.planned_end_date" if far and not said & {"next", "meeting"} else "check_in.date[next]"
        elif ahead > 0.1:
            yield from ("pair.planned_end_date", "pair.end_date")
        elif full and "end" not in said:
            met = ("check_in.date[last]",) if said & {"recent", "meeting", "spoken"} else ()
            yield from (*met, "pair.start_date") if "recent" in said else ("pair.start_date", *met)
        else:
            yield "pair.end_date"
    elif table == "person" and ahead < 0.1:
        yield "person.hire_date" if full else "person.exit_date"
    elif table == "check_in":
        yield "check_in.date"
    elif table == "goal":
        yield "goal.target_date" if full else "goal.achieved_date"
    elif table == "milestone":
        yield "milestone.due_date" if full else "milestone.completed_date"


def _ask_minutes(plans: Sequence[ColumnPlan], open_: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    if not _free(plans, "check_in.minutes"):
        return
    found = [plan for plan in open_ if not plan.targets and profiles[plan.at].like_minutes]
    if len(found) == 1:
        _ask(found[0], ["check_in.minutes"])


def _ask_answers(plans: Sequence[ColumnPlan], open_: Sequence[ColumnPlan], profiles: Mapping[int, Profile]) -> None:
    """The one column of points on a field's own scale, or of words from satisfied to dissatisfied."""
    for target, low, high in (("feedback.recommend", 6, 10), ("feedback.satisfaction", 3, 5)):
        found = [plan for plan in open_ if not plan.targets and len(profiles[plan.at].cells) > 2
                 and low <= (profiles[plan.at].highest or 0) <= high and profiles[plan.at].fits(target) == 1]
        if target == "feedback.satisfaction":
            found += [plan for plan in open_ if not plan.targets and rates(plan.header or "", profiles[plan.at])]
        if len(found) == 1 and _free(plans, target):
            _ask(found[0], [target])
