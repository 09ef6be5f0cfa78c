"""Two ways to compare staying, computed straight from the generated company, without careerdash."""

from datetime import date, timedelta
from hashlib import md5

from tools.demo.company import DATA_DAY, Person
from tools.demo.make import Company

_BANDS = (0, 90, 365, 730, 1825)


def first_starts(company: Company) -> dict[str, date]:
    """The day on which each mentee was first matched, up to the data day."""
    starts: dict[str, date] = {}
    for pair in company.pairs:
        if pair.start <= DATA_DAY:
            who = pair.mentee.person_id
            starts[who] = min(pair.start, starts.get(who, pair.start))
    return starts


def naive_gap(company: Company) -> float:
    """Share still here among everybody ever mentored, less the share among everybody else."""
    starts = first_starts(company)

    def share(people: list[Person]) -> float:
        return sum(person.employed(DATA_DAY) for person in people) / len(people)

    return (share([person for person in company.people if person.person_id in starts])
            - share([person for person in company.people if person.person_id not in starts]))


def _band(person: Person, day: date) -> int:
    return sum((day - person.hired).days >= start for start in _BANDS)


def matched_gap(company: Company, days: int = 365) -> tuple[float, int]:
    """Difference of two Kaplan-Meier curves after `days`: mentees and colleagues alike on the match day.

    Colleagues: employed that day, same department, level and tenure band, no mentor until then; both clocks
    start that day, both stop when the colleague gets a mentor. Returns (difference, mentees with a colleague).
    """
    starts = first_starts(company)
    rows: tuple[list[tuple[int, bool, float]], list[tuple[int, bool, float]]] = ([], [])
    mentees = 0

    def time(person: Person, day: date) -> tuple[int, bool]:
        gone = person.left is not None and day < person.left <= DATA_DAY
        stop = person.left if gone and person.left else DATA_DAY
        return (stop - day).days, gone

    for mentee in company.people:
        day = starts.get(mentee.person_id)
        if day is None or not mentee.employed(day) or day >= DATA_DAY or mentee.rehired:
            continue
        alike = [other for other in company.people
                 if other is not mentee and other.employed(day) and not other.rehired
                 and starts.get(other.person_id, date.max) > day
                 and (other.department, other.level_on(day), _band(other, day))
                 == (mentee.department, mentee.level_on(day), _band(mentee, day))]
        alike.sort(key=lambda other: md5(f"1|{mentee.person_id}|{other.person_id}".encode()).hexdigest())
        mentees += bool(alike)
        for other in alike[:5]:
            stop = (starts.get(other.person_id, DATA_DAY + timedelta(days=1)) - day).days
            for side, person in enumerate((mentee, other)):
                t, gone = time(person, day)
                rows[side].append((min(t, stop), gone and t <= stop, 1 / len(alike[:5])))
    return _kaplan_meier(rows[0], days) - _kaplan_meier(rows[1], days), mentees


def _kaplan_meier(rows: list[tuple[int, bool, float]], days: int) -> float:
    alive = 1.0
    for day in sorted({t for t, gone, _ in rows if gone and t <= days}):
        at_risk = sum(weight for t, _, weight in rows if t >= day)
        alive *= 1 - sum(weight for t, gone, weight in rows if gone and t == day) / at_risk
    return alive
