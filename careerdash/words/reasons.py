"""Why a pair is on the work list: one sentence a reason, with its numbers, its limit and its rule."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from .. import formats

Facts = Mapping[str, Any]


def interval(facts: Facts) -> str:
    """How often the pair should meet, and whether anyone agreed to it.

    >>> interval({"cadence_days": 14, "interval_known": True})
    'agreed every 14 days'
    >>> interval({"cadence_days": 30, "interval_known": False})
    'no interval on file, 30 assumed'
    """
    days = facts["cadence_days"]
    return f"agreed every {formats.count(days, 'day')}" if facts["interval_known"] else (
        f"no interval on file, {days} assumed")


def sentence(reason: str, facts: Facts) -> str:
    """The reason as a sentence without a full stop. `facts`: a row of `pair_facts`.

    Raises KeyError for an unknown reason.
    """
    return _SENTENCES[reason](facts)


def _since(facts: Facts, word: str, limit: int) -> str:
    return (f"{formats.count(facts['days_since'], 'day')} since the last meeting, {word} after {limit}; "
            f"{interval(facts)}{_planned(facts)}")


def _planned(facts: Facts) -> str:
    coming: date | None = facts.get("next_planned")
    return f"; next planned {_day(coming, facts)}" if coming else ""


def _day(value: date, facts: Facts) -> str:
    return formats.short_day(value, facts["as_of"])


def _ago(value: date, facts: Facts) -> str:
    return f"{_day(value, facts)}, {formats.count((facts['as_of'] - value).days, 'day')} ago"


def _person_left(facts: Facts) -> str:
    sides = [f"{side} left on {_ago(left, facts)}" for side in ("mentor", "mentee")
             if (left := facts.get(f"{side}_exit_date")) and left < facts["as_of"]]
    return f"{formats.capital(formats.listed(sides))}; the pair is still open"


def _past_planned_end(facts: Facts) -> str:
    return f"Planned to end on {_ago(facts['planned_end_date'], facts)}; still open"


def _no_data(facts: Facts) -> str:
    return (f"Not one row about this pair; started {formats.count(facts['age'], 'day')} ago, "
            f"looked at from {facts['no_data_age']} days")


def _never_met(facts: Facts) -> str:
    limit = min(facts["cadence_days"] + facts["grace"], facts["new_max_days"])
    return (f"Never met; started {formats.count(facts['age'], 'day')} ago, a first meeting was due within {limit}; "
            f"{interval(facts)}{_planned(facts)}")


def _silent(facts: Facts) -> str:
    return _since(facts, "silent", 2 * facts["cadence_days"] + facts["grace"])


def _late(facts: Facts) -> str:
    return _since(facts, "late", facts["cadence_days"] + facts["grace"])


def _milestones_overdue(facts: Facts) -> str:
    n, oldest = facts["milestones_overdue"], formats.count(facts["oldest_overdue_days"], "day")
    rule = f"flagged from {facts['overdue_milestones']}, or one by more than {facts['overdue_days']} days"
    if n == 1:
        return f"1 milestone overdue by {oldest}; {rule}"
    return f"{formats.number(n)} milestones overdue, the oldest by {oldest}; {rule}"


def _no_goals(facts: Facts) -> str:
    return (f"No goal on file; started {formats.count(facts['age'], 'day')} ago, goals are due after "
            f"{facts['due_age_2']}")


def _low_satisfaction(facts: Facts) -> str:
    said = [f"{side} {facts[f'satisfaction_{side}']} of 5 on {_day(facts[f'satisfaction_{side}_day'], facts)}"
            for side in ("mentee", "mentor") if facts[f"{side}_unhappy"]]
    return (f"Satisfaction: {formats.listed(said)}; flagged at {facts['low_satisfaction']} or less, "
            f"for {facts['low_satisfaction_days']} days")


def _sides_disagree(facts: Facts) -> str:
    parts = []
    if facts["scores_disagree"]:
        parts.append(f"satisfaction: mentee {facts['satisfaction_mentee']} of 5, mentor "
                     f"{facts['satisfaction_mentor']} of 5; flagged from {facts['disagree_points']} points apart")
    if facts["met_disagree"]:
        met, other = ("mentee", "mentor") if facts["met_mentee"] else ("mentor", "mentee")
        parts.append(f"the {met} says that they met, the {other} that they did not")
    parts.append(f"both answered within {facts['disagree_days']} days, at most {facts['disagree_apart_days']} apart")
    return formats.capital("; ".join(parts))


def _ticked_no_evidence(facts: Facts) -> str:
    return (f"{formats.number(facts['items_ticked_only'])} mentor actions are said to be done and nothing in the "
            f"data shows it; flagged from {facts['ticked_no_evidence']}")


_SENTENCES = {
    "person_left": _person_left, "past_planned_end": _past_planned_end, "no_data": _no_data,
    "never_met": _never_met, "silent": _silent, "late": _late, "milestones_overdue": _milestones_overdue,
    "no_goals": _no_goals, "low_satisfaction": _low_satisfaction, "sides_disagree": _sides_disagree,
    "ticked_no_evidence": _ticked_no_evidence}
