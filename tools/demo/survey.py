"""The pulse survey: four rounds a year, both sides asked, not all answer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from .company import DATA_DAY, Person
from .pairs import PATHWAYS, Pair

_ROUNDS = tuple(date(year, month, 6) for year in (2024, 2025, 2026) for month in (1, 4, 7, 10))
_COMMENTS = ("Good match, thank you.", "Hard to find a slot.", "Would like more structure.",
             "I learn a lot about Finance.", "We should have met earlier.", "My mentor listens.",
             "More examples from practice, please.",
             "The roadmap helps.", "Too many forms.")
_LESSONS = ("Ask before solving.", "Prepare one question for each meeting.", "Say what I want to learn.",
            "Small steps get done.", "Other departments are not the enemy.", "Write things down the same day.",
            "Feedback is easier when it is early.")


@dataclass(frozen=True)
class Answer:
    """One answer; `person` gave it as `role`."""

    pair: Pair
    role: str
    person: Person
    at: datetime
    satisfaction: int | None
    recommend: int | None
    met: str | None
    comment: str | None = None
    lesson: str | None = None


def _mood(pair: Pair, day: date) -> float:
    mood = {"steady": 0.0, "loose": -0.35, "fading": -0.8, "late": -0.3, "never": -2.2}[pair.kind]
    if pair.program is PATHWAYS and day >= date(2026, 4, 1):
        mood -= 0.15
    return mood + 0.12 * (day - date(2025, 1, 1)).days / 365


def _answer(rng: Random, pair: Pair, role: str, day: date) -> Answer:
    centre = (4.42 if role == "Mentee" else 4.4) + _mood(pair, day)
    score = min(5, max(1, round(rng.gauss(centre, 0.78))))
    recommend = min(10, max(0, round(score * 2 + rng.gauss(-0.6, 1.1)))) if rng.random() < 0.93 else None
    met_by_then = any(meeting <= day for meeting in pair.meetings)
    met = ("Yes" if met_by_then else "No") if rng.random() < 0.94 else None
    at = datetime(day.year, day.month, day.day, rng.randrange(7, 19), rng.randrange(60), rng.randrange(60))
    return Answer(pair, role, pair.mentee if role == "Mentee" else pair.mentor, at,
                  score if rng.random() < 0.985 else None, recommend, met,
                  rng.choice(_COMMENTS) if rng.random() < 0.14 else None,
                  rng.choice(_LESSONS) if rng.random() < 0.12 else None)


def make_answers(pairs: list[Pair], seed: int) -> list[Answer]:
    """All answers by time; a few pairs of the last round see their work together very differently."""
    rng = Random(f"{seed}:survey")
    answers: list[Answer] = []
    for first in _ROUNDS:
        for pair in pairs:
            if pair.story or (first - pair.start).days < 18 or first > pair.last_day or first > DATA_DAY:
                continue
            for role, share in (("Mentee", 0.48), ("Mentor", 0.38)):
                share -= 0.2 if pair.kind in ("never", "fading") else 0.0
                if rng.random() < share:
                    wait = min(18, round(rng.expovariate(0.2)))
                    answers.append(_answer(rng, pair, role, first + timedelta(days=wait)))
    last = _ROUNDS[-1]
    quarrels = [pair for pair in pairs if pair.status == "Active" and not pair.story
                and (last - pair.start).days > 45 and pair.meetings]
    for pair in rng.sample(quarrels, 4):
        answers = [answer for answer in answers if answer.pair is not pair or answer.at.date() < last]
        for role, score, met in (("Mentor", 5, "Yes"), ("Mentee", 2, rng.choice(("Yes", "No")))):
            at = datetime(2026, 10, rng.randrange(6, 24), 9, rng.randrange(60), 0)
            person = pair.mentor if role == "Mentor" else pair.mentee
            answers.append(Answer(pair, role, person, at, score, score * 2 - 1, met))
    answers.sort(key=lambda answer: (answer.at, answer.pair.number, answer.role))
    return answers
