"""Who works here, since when, and when they leave. Mentoring does not occur in this module.

Leaving is drawn before anybody is matched, from tenure, department and level alone: whatever a page
says about mentoring and staying, the truth in this company is "no difference".
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .names import ascii_letters, draw_names

DATA_DAY = date(2026, 10, 31)
FIRST_DAY = date(2023, 11, 1)
EMPLOYEES = 2_400
_HERE_AT_FIRST = 1_330
_NAMESAKES = 4
_REHIRED = 24

DEPARTMENTS: dict[str, tuple[float, float]] = {  # share of people, factor on leaving
    "Engineering": (0.19, 0.90), "Operations": (0.17, 1.00), "Customer Support": (0.14, 1.35), "Sales": (0.13, 1.25),
    "Logistics": (0.10, 1.10), "Finance": (0.07, 0.80), "Marketing": (0.06, 1.05), "Research": (0.06, 0.75),
    "People": (0.05, 0.85), "Legal": (0.03, 0.70)}
_LEVELS = ("L1", "L2", "L3", "L4", "L5", "L6")
_NEW_LEVEL_SHARES = (0.40, 0.30, 0.17, 0.08, 0.04, 0.01)
_OLD_LEVEL_SHARES = (0.10, 0.24, 0.28, 0.21, 0.12, 0.05)
_LEVEL_FACTOR = dict(zip(_LEVELS, (1.15, 1.10, 1.0, 0.85, 0.75, 0.6), strict=True))
_LEVEL_WORD = dict(zip(_LEVELS, ("Associate", "Specialist", "Senior Specialist", "Lead", "Manager", "Director"),
                       strict=True))
_SITES = ("Sheffield", "Leeds", "Porto", "Gdansk", "Nairobi", "Pune")
_YEARLY_LEAVING = ((365, 0.31), (730, 0.26), (1825, 0.19), (99_999, 0.13))  # tenure in days up to, yearly rate


@dataclass
class Person:
    """One person with the first spell, and a second one if they came back."""

    person_id: str
    first: str
    last: str
    email: str
    other_email: str | None
    department: str
    level: str  # at hiring; `changes` say what came later
    site: str
    hired: date
    left: date | None = None
    reason: str | None = None
    rehired: date | None = None
    changes: list[tuple[date, str, str, str]] = field(default_factory=list)  # day, kind, old level, new level

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def roster_name(self) -> str:
        return f"{self.last}, {self.first}"

    @property
    def level_now(self) -> str:
        return self.changes[-1][3] if self.changes else self.level

    def level_on(self, day: date) -> str:
        return next((new for at, _, _, new in reversed(self.changes) if at <= day), self.level)

    @property
    def title(self) -> str:
        return f"{_LEVEL_WORD[self.level_now]}, {self.department}"

    def employed(self, day: date) -> bool:
        """Employed on that day; who leaves that day is not."""
        if self.rehired and day >= self.rehired:
            return True
        return self.hired <= day and (self.left is None or self.left > day)


def pick(rng: Random, shares: dict[str, float]) -> str:
    """One key, by its share."""
    mark = rng.random() * sum(shares.values())
    for key, share in shares.items():
        mark -= share
        if mark < 0:
            return key
    return key


def _leaving_day(rng: Random, hired: date, factor: float) -> date | None:
    """The day of leaving after FIRST_DAY and up to a month after the data day, if any.

    Exponential pieces by tenure. The hazard takes no notice of mentoring: it is not an argument.
    """
    day = max(hired, FIRST_DAY)
    budget = rng.expovariate(1.0)
    for upto, yearly in _YEARLY_LEAVING:
        rate = yearly * factor / 365.25
        room = (hired + timedelta(days=upto) - day).days
        if room <= 0:
            continue
        if budget <= room * rate:
            left = day + timedelta(days=max(1, round(budget / rate)))
            return left if left <= DATA_DAY + timedelta(days=30) else None
        budget -= room * rate
        day = hired + timedelta(days=upto)
        if day > DATA_DAY:
            return None
    return None


def _careers(rng: Random, person: Person) -> None:
    """Promotions about every eleven years of work together, moves less often; first one after nine months."""
    day = max(person.hired + timedelta(days=270), FIRST_DAY + timedelta(days=rng.randrange(200)))
    last_day = min(person.left or DATA_DAY, DATA_DAY)
    while True:
        day += timedelta(days=round(rng.expovariate(1 / 2900)) + 120)
        if day >= last_day:
            return
        day = day.replace(day=1)
        old = person.level_now
        if old != "L6" and rng.random() < 0.72:
            person.changes.append((day, "Promotion", old, _LEVELS[_LEVELS.index(old) + 1]))
        else:
            person.changes.append((day, "Transfer", old, old))


def make_people(seed: int) -> list[Person]:
    """All 2,400 people, ordered by id."""
    rng = Random(f"{seed}:people")
    names = draw_names(EMPLOYEES, _NAMESAKES, rng)
    rng.shuffle(names)
    shares = {name: share for name, (share, _) in DEPARTMENTS.items()}
    hires: list[date] = []
    for number in range(EMPLOYEES):
        if number < _HERE_AT_FIRST:
            back = min(6000, 30 + round(rng.expovariate(1 / 1300)))
            hires.append(FIRST_DAY - timedelta(days=back))
        else:
            hires.append(FIRST_DAY + timedelta(days=1 + rng.randrange(1085)))
    hires.sort()
    people: list[Person] = []
    taken: set[str] = set()
    for number, (hired, (first, last)) in enumerate(zip(hires, names, strict=True)):
        levels = _OLD_LEVEL_SHARES if hired < FIRST_DAY else _NEW_LEVEL_SHARES
        site = pick(rng, dict(zip(_SITES, (0.30, 0.18, 0.16, 0.14, 0.12, 0.10), strict=True)))
        local = f"{ascii_letters(first)}.{ascii_letters(last)}"
        email = f"{local}@example.{'com' if site == 'Pune' else 'org'}"
        if email in taken:
            email = email.replace("@", "2@")
        taken.add(email)
        other = f"{ascii_letters(first)[0]}{ascii_letters(last)}.{number}@example.net" if rng.random() < 0.04 else None
        people.append(Person(f"{10_000 + number * 7:06d}", first, last, email, other, pick(rng, shares),
                             pick(rng, dict(zip(_LEVELS, levels, strict=True))), site, hired))
    for person in people:
        factor = DEPARTMENTS[person.department][1] * _LEVEL_FACTOR[person.level]
        person.left = _leaving_day(rng, person.hired, factor)
        if person.left:
            person.reason = pick(rng, {"Voluntary": 0.66, "Involuntary": 0.17, "Retirement": 0.09, "": 0.08}) or None
        _careers(rng, person)
    gone = [p for p in people if p.left and p.left < date(2026, 3, 1) and p.reason == "Voluntary"]
    for person in rng.sample(gone, _REHIRED):
        person.rehired = person.left + timedelta(days=150 + rng.randrange(90)) if person.left else None
    return people
