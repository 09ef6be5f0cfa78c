"""Findings of Feedback: how do both sides see it, how many said so, and do they agree?"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from .. import formats
from ..metrics import MetricValue
from ..metrics.voices import Score
from .findings import ENOUGH_PAIRS, Finding
from .numbers import fraction_short

Row = Mapping[str, Any]

SIDES: dict[str, str] = {"mentee": "Mentees", "mentor": "Mentors"}
GROUPS: dict[str, str] = {"started": "all started", "open": "still open", "ended_early": "closed early"}
DIFFERENCES: tuple[tuple[str, int, int], ...] = (
    ("mentee happier by 2 or more", -4, -2), ("mentee happier by 1", -1, -1), ("the same score", 0, 0),
    ("mentor happier by 1", 1, 1), ("mentor happier by 2 or more", 2, 4))
"""Classes of mentor's score less mentee's: name, least, most."""


def interval(low: float | None, high: float | None) -> str:
    """The 95% interval of a share: `82% to 93%`; empty where there is none."""
    return "" if low is None or high is None else f"{formats.percent(low)} to {formats.percent(high)}"


def net_interval(low: float | None, high: float | None) -> str:
    """The 95% interval of a net score: `+16 to +41`; empty where there is none."""
    return "" if low is None or high is None else f"{formats.signed(low * 100)} to {formats.signed(high * 100)}"


def satisfaction(values: Mapping[str, MetricValue]) -> Finding:
    """Which side is more satisfied, if the intervals let it be said."""
    mentee, mentor = values["satisfaction_mentee"], values["satisfaction_mentor"]
    subtitle = "Satisfied: 4 or 5 of 5 in the latest answer · active pairs · lines: 95% intervals"
    if mentee.value is None or mentor.value is None:
        known = mentee if mentee.value is not None else mentor
        side = "mentees" if mentee.value is not None else "mentors"
        if known.value is None:
            return Finding("Nobody has answered within a year", subtitle)
        return Finding(f"{formats.percent(known.value, known.denominator)} of {side} are satisfied; the other side is "
                       "not known", subtitle)
    return Finding(f"{formats.percent(mentee.value, mentee.denominator)} of mentees and "
                   f"{formats.percent(mentor.value, mentor.denominator)} of mentors are satisfied", subtitle)


def responses(values: Mapping[str, MetricValue]) -> Finding:
    """How many of those asked have answered, the quieter side named."""
    mentee, mentor = values["response_mentee"], values["response_mentor"]
    subtitle = "Answered within a year, of active pairs old enough to be asked"
    if mentee.value is None or mentor.value is None:
        return Finding("Nobody could have answered yet", subtitle)
    if mentee.value == mentor.value:
        return Finding(f"{formats.percent(mentee.value, mentee.denominator)} of both sides answered", subtitle)
    side, less, other = (("mentors", mentor, mentee) if mentor.value < mentee.value else ("mentees", mentee, mentor))
    return Finding(f"Fewer {side} answered: {formats.percent(less.value, less.denominator)}, against "
                   f"{formats.percent(other.value, other.denominator)}", subtitle)


def recommendation(values: Mapping[str, MetricValue]) -> Finding:
    """The net score of both sides."""
    subtitle = "9 or 10 less 0 to 6, of the latest answers · active pairs · lines: 95% intervals"
    parts = [f"{formats.signed(value * 100)} among {name.lower()}"
             for side, name in SIDES.items() if (value := values[f"recommend_{side}"].value) is not None]
    return Finding(f"Would recommend it: {formats.listed(parts)}" if parts else "Nobody said whether to recommend it",
                   subtitle)


def scores(rows: Sequence[Row]) -> Finding:
    """How the latest answers spread over the scores."""
    answers = sum(row["answers"] for row in rows)
    low = sum(row["answers"] for row in rows if row["score"] <= 2)
    subtitle = f"Latest answers from 5 to 1 · {formats.count(answers, 'answer')} of active pairs"
    return Finding(f"{formats.count(low, 'answer')} of 1 or 2" if low else "No answer of 1 or 2", subtitle)


def differences(found: Mapping[int, int]) -> Finding:
    """How far apart both sides of the same pair are."""
    pairs = sum(found.values())
    subtitle = f"Mentor's score against the mentee's · {formats.count(pairs, 'active pair')} with both answers"
    if not pairs:
        return Finding("In no pair did both sides answer", subtitle)
    near = sum(count for difference, count in found.items() if abs(difference) <= 1)
    far = pairs - near
    return Finding(f"{formats.percent(near / pairs, pairs)} are at most one point apart"
                   + (f", {formats.number(far)} further" if far else ""), subtitle)


def groups(found: Sequence[Score]) -> Finding:
    """What closing early does to the score, so that tidying up cannot raise it."""
    subtitle = "Satisfied, by what became of the pairs · latest answers · lines: 95% intervals"
    mentees = {score.group: score for score in found if score.respondent == "mentee"}
    early, still = mentees.get("ended_early"), mentees.get("open")
    if early is None:
        return Finding("No pair was closed early", subtitle)
    if still is None or still.value is None or early.answered < ENOUGH_PAIRS or early.value is None:
        return Finding(f"{formats.count(early.pairs, 'pair')} closed early, {formats.number(early.answered)} mentees "
                       "of them answered", subtitle)
    return Finding(f"Of mentees closed early {formats.percent(early.value, early.answered)} were satisfied, of those "
                   f"still open {formats.percent(still.value, still.answered)}", subtitle)


def group_label(score: Score) -> str:
    """One side in one group of pairs: `Mentees, closed early`."""
    return f"{SIDES[score.respondent]}, {GROUPS[score.group]}"


def group_remark(score: Score) -> str:
    """What a score is made of, and its interval: `71 of 171 answered · 71% to 89%`."""
    return " · ".join(part for part in (
        f"{formats.number(score.answered)} of {formats.number(score.pairs)} answered", interval(score.low, score.high))
        if part)


def side_remark(value: MetricValue) -> str:
    """What one side's share is made of."""
    return fraction_short(value) or "no answer"


def joined(*parts: str) -> str:
    """Remarks in a row, without those that are empty."""
    return " · ".join(part for part in parts if part)


def disagreements(rows: Sequence[Row]) -> Finding:
    """How many pairs see it differently."""
    title = f"In {formats.count(len(rows), 'pair')} the sides disagree" if rows else "In no pair do the sides disagree"
    return Finding(title, "Scores far apart, or only one says that they met · answers of the last weeks")


def disagreement(row: Row, as_of: date) -> str:
    """What the sides of a pair disagree about, without a score."""
    about = [what for key, what in (("scores_disagree", "how satisfied they are"),
                                    ("met_disagree", "whether they met")) if row[key]]
    return f"{row['program'] or 'no program'} · {formats.listed(about)} · {formats.short_day(row['day'], as_of)}"
