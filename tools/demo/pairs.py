"""Who is matched with whom, in which program, and how the pair ends."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .company import DATA_DAY, FIRST_DAY, Person


@dataclass(frozen=True)
class Program:
    """One program: `days` is how long a pair is meant to last."""

    name: str
    participation: str
    assignment: str
    cadence: int
    days: int
    start: date


START_WELL = Program("Start Well", "Mandatory", "Matched", 7, 182, date(2023, 11, 1))
CAREER_DRAW = Program("Career Draw", "Voluntary", "Lottery", 21, 304, date(2024, 3, 1))
PATHWAYS = Program("Leadership Pathways", "Voluntary", "Chosen", 14, 320, date(2023, 11, 1))
PROGRAMS = (START_WELL, CAREER_DRAW, PATHWAYS)

_DRAWS = ((date(2024, 3, 4), 26), (date(2024, 9, 2), 32), (date(2025, 3, 3), 38), (date(2025, 9, 1), 42),
          (date(2026, 3, 2), 52), (date(2026, 9, 1), 60))
_PATHWAY_STARTS = ((date(2023, 11, 6), 32), (date(2024, 5, 6), 42), (date(2024, 11, 4), 46), (date(2025, 5, 5), 48),
                   (date(2025, 11, 3), 54), (date(2026, 5, 4), 74))
_SEASON = {3: "Spring", 5: "Spring", 9: "Autumn", 11: "Autumn"}


@dataclass
class Pair:
    """One pair, `kind` being how it meets: steady, loose, fading, late, never."""

    number: int
    program: Program
    cohort: str | None
    mentor: Person
    mentee: Person
    start: date
    planned_end: date | None
    kind: str
    care: float  # 0..1: how much of the paperwork gets done
    end: date | None = None
    reason: str | None = None
    status: str = "Active"
    cadence: int | None = None  # agreed by the pair itself, else the program's
    meetings: list[date] = field(default_factory=list)
    story: bool = False

    @property
    def pair_id(self) -> str:
        return f"M-{1000 + self.number}"

    @property
    def interval(self) -> int:
        return self.cadence or self.program.cadence

    @property
    def last_day(self) -> date:
        """The last day on which anything can have been recorded."""
        return min(self.end or DATA_DAY, DATA_DAY)


def _kind(rng: Random, start: date) -> str:
    """Pairs of later years meet better: reminders came with the second year."""
    steady = 0.48 + 0.28 * min(1.0, (start - FIRST_DAY).days / 800)
    rest = 1 - steady
    mark = rng.random()
    for kind, share in (("steady", steady), ("loose", rest * 0.40), ("fading", rest * 0.28), ("late", rest * 0.18)):
        if mark < share:
            return kind
        mark -= share
    return "never"


def _finish(rng: Random, pair: Pair) -> None:
    """Ends the pair: planned end, somebody leaving, or a bad start; and what the platform knows of it."""
    planned = pair.start + timedelta(days=pair.program.days)
    end = planned + timedelta(days=rng.choice((-5, -2, 0, 0, 0, 3, 7, 14)))
    status, reason = "Completed", "Program completed"
    if rng.random() < (0.35 if pair.kind in ("never", "fading") else 0.03):
        early = pair.start + timedelta(days=rng.randrange(45, pair.program.days - 20))
        if early < end:
            end, status = early, rng.choice(("Ended early", "Closed"))
            reason = rng.choice(("No time", "Not the right fit", "Changed role", "Mentor not available"))
    for side, person in (("Mentor", pair.mentor), ("Mentee", pair.mentee)):
        if person.left and person.left <= DATA_DAY and pair.start < person.left < end:
            end = person.left
            status, reason = "Closed", f"{side} left the company"
    if pair.kind == "never" and status == "Completed":
        status = rng.choice(("Closed", "Completed"))
    forgotten = (DATA_DAY - end).days
    if end > DATA_DAY or ("left" in reason and forgotten < 45 and rng.random() < 0.5) or (
            status == "Completed" and forgotten < 40 and rng.random() < 0.15):
        pair.status = "Active"  # nobody closed it yet
        return
    pair.status, pair.end, pair.reason = status, end, reason
    if rng.random() < 0.03:
        pair.end = None  # closed, but the day is not on file
    if rng.random() < 0.25:
        pair.reason = None


class _Pool:
    """Who is free on a day."""

    def __init__(self, people: list[Person]) -> None:
        self.people = people
        self.mentee_until: dict[str, date] = {}
        self.mentor_of: dict[str, list[date]] = {}

    def mentees(self, day: date, program: Program) -> list[Person]:
        """Employed, not mentored now, and eligible; leaving later is not looked at."""
        found = []
        for person in self.people:
            if not person.employed(day) or self.mentee_until.get(person.person_id, FIRST_DAY) >= day:
                continue
            tenure = (day - person.hired).days
            level = person.level_on(day)
            if program is START_WELL:
                fits = 14 <= tenure <= 240 and level in ("L1", "L2", "L3") and person.person_id not in self.mentee_until
            elif program is CAREER_DRAW:
                fits = tenure >= 180 and level in ("L1", "L2", "L3", "L4")
            else:
                fits = tenure >= 365 and level in ("L2", "L3", "L4", "L5")
            if fits:
                found.append(person)
        return found

    def mentor(self, rng: Random, day: date, mentee: Person) -> Person:
        """Senior to the mentee, in half of the pairs from another department, three mentees at most."""
        level = mentee.level_on(day)
        away = rng.random() < 0.5
        found = []
        for person in self.people:
            if person is mentee or not person.employed(day) or (day - person.hired).days < 400:
                continue
            grade = person.level_on(day)
            if grade < "L3" or (grade <= level and grade != "L6"):
                continue
            if sum(until >= day for until in self.mentor_of.get(person.person_id, [])) >= 3:
                continue
            found.append(person)
        found = [person for person in found if (person.department != mentee.department) == away] or found
        known = [person for person in found if person.person_id in self.mentor_of]
        if known and rng.random() < 0.45:  # who has mentored is asked again
            found = known
        return rng.choice(found)

    def book(self, pair: Pair) -> None:
        until = pair.end or pair.start + timedelta(days=pair.program.days)
        self.mentee_until[pair.mentee.person_id] = until
        self.mentor_of.setdefault(pair.mentor.person_id, []).append(until)


def _starts(rng: Random) -> list[tuple[date, Program, str]]:
    """(day, program, cohort) of every place, oldest first."""
    places: list[tuple[date, Program, str]] = []
    for month in range(37):
        first = date(2023 + (10 + month) // 12, (10 + month) % 12 + 1, 1)
        for _ in range(0 if first > DATA_DAY else 5 + round(month * 0.25)):
            day = first + timedelta(days=rng.randrange(28))
            places.append((day, START_WELL, f"{day.year} Q{(day.month + 2) // 3}"))
    for first, count in _DRAWS:
        places += [(first + timedelta(days=rng.randrange(12)), CAREER_DRAW, f"{_SEASON[first.month]} {first.year} draw")
                   for _ in range(count)]
    for first, count in _PATHWAY_STARTS:
        places += [(first + timedelta(days=rng.randrange(30)), PATHWAYS, f"{_SEASON[first.month]} {first.year}")
                   for _ in range(count)]
    return sorted(places, key=lambda place: (place[0], place[1].name))


def make_pairs(people: list[Person], seed: int) -> list[Pair]:
    """All pairs, numbered by their start; also some that start after the data day."""
    rng, mood = Random(f"{seed}:pairs"), Random(f"{seed}:mood")
    pool = _Pool(people)
    pairs: list[Pair] = []

    def add(day: date, program: Program, cohort: str | None, mentee: Person) -> Pair:
        kind = _kind(mood, day)
        care = min(1.0, max(0.0, mood.betavariate(2.9, 2.1) - (0.28 if kind in ("fading", "never") else 0.0)))
        pair = Pair(0, program, cohort, pool.mentor(rng, day, mentee), mentee, day,
                    day + timedelta(days=program.days), kind, care)
        if mood.random() < 0.08:
            pair.cadence = mood.choice({7: (5, 14), 14: (7, 21, 30), 21: (14, 30, 42)}[program.cadence])
        _finish(mood, pair)
        if mood.random() < 0.05:
            pair.planned_end = None
        pool.book(pair)
        pairs.append(pair)
        return pair

    waiting = _starts(rng)
    again: list[tuple[date, Program, str, Person]] = []
    while waiting or again:
        if again and (not waiting or again[0][0] <= waiting[0][0]):
            day, program, cohort, mentee = again.pop(0)
            if not mentee.employed(day):
                continue
        else:
            day, program, cohort = waiting.pop(0)
            free = pool.mentees(day, program)
            if not free:
                continue
            mentee = rng.choice(free)
        pair = add(day, program, cohort if rng.random() > 0.02 else None, mentee)
        if pair.reason == "Mentor left the company" and pair.end and rng.random() < 0.5:
            later = pair.end + timedelta(days=rng.randrange(10, 40))
            if later < DATA_DAY:
                again.append((later, program, cohort, mentee))
                again.sort(key=lambda item: (item[0], item[3].person_id))
    for _ in range(9):  # matched, starting next month
        day = DATA_DAY + timedelta(days=rng.randrange(2, 17))
        pair = add(day, START_WELL, "2026 Q4", rng.choice(pool.mentees(DATA_DAY, START_WELL)))
        pair.status, pair.end, pair.reason = "Draft", None, None
    open_now = [pair for pair in pairs if pair.status == "Active" and (DATA_DAY - pair.start).days > 60]
    for pair in rng.sample(open_now, 8):
        pair.status = "On hold"
    pairs.sort(key=lambda pair: (pair.start, pair.program.name, pair.mentee.person_id))
    for number, pair in enumerate(pairs):
        pair.number = number
    return pairs
