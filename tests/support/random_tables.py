"""Random tables full of empty cells, days on the limits of the definitions, and ends before starts."""

from datetime import date, timedelta
from random import Random
from typing import Any

Rows = list[dict[str, Any]]

_STEPS = (0, 1, 3, 4, 6, 7, 8, 10, 14, 17, 18, 29, 30, 31, 35, 36, 37, 38, 44, 45, 46, 59, 60, 61, 67, 68, 89, 90, 91,
          119, 120, 121, 364, 365, 366, 500)
_PROGRAMS = ("Alpha", "Beta", None)
_COHORTS = ("Spring", "Autumn", None)
_DEPARTMENTS = ("IT", "Finance", None)
_PEOPLE = ("P1", "P2", "P3", "P4", "P5", "P6")
_GOAL_FLAGS = ("relevant", "engaging", "actionable", "learning_focused", "specific", "measurable", "achievable",
               "time_bound", "yours")


class _Maker:
    def __init__(self, random: Random, data_day: date) -> None:
        self.random, self.data_day = random, data_day
        self.days = [data_day + timedelta(sign * step) for step in _STEPS for sign in (-1, -1, 1)]
        self.filled = random.choice((0.3, 0.6, 0.9))

    def one(self, *values: Any) -> Any:
        return self.random.choice(values)

    def maybe(self, *values: Any) -> Any:
        return self.random.choice(values) if self.random.random() < self.filled else None

    def day(self) -> date:
        return self.data_day if self.random.random() < 0.15 else self.random.choice(self.days)

    def any_day(self) -> date | None:
        return self.day() if self.random.random() < self.filled else None

    def near(self, day: date) -> date:
        if self.random.random() < 0.15:
            return day
        return day + timedelta(self.random.choice((-1, 1)) * self.random.choice(_STEPS[:30]))

    def flag(self) -> bool | None:
        return self.maybe(True, True, False)

    def many(self, most: int) -> range:
        return range(self.random.randint(0, most))

    def pair(self, number: int) -> dict[str, Any]:
        start = self.day()
        mentor, mentee = self.random.sample(_PEOPLE, 2)
        return {
            "pair_id": f"pair-{number:02d}", "program": self.one(*_PROGRAMS), "cohort": self.one(*_COHORTS),
            "mentor_id": mentor, "mentee_id": self.one(mentee, mentee, "nobody"), "start_date": start,
            "planned_end_date": self.one(None, None, self.near(start), self.near(self.data_day)),
            "end_date": self.one(None, None, None, self.near(start), self.near(self.data_day)),
            "status": self.one(None, None, "active", "active", "planned", "paused", "completed", "ended_early",
                               "ended"),
            "cadence_days": self.one(None, None, 0, 1, 7, 14, 30, 60)}

    def rows(self, table: str, pair: dict[str, Any]) -> Rows:
        start = pair["start_date"]
        return {"check_in": self.check_ins, "vision": self.vision, "goal": self.goals, "milestone": self.milestones,
                "checklist": self.checklist, "resource": self.resources, "feedback": self.feedback,
                "recognition": self.recognitions}[table](start)

    def check_ins(self, start: date) -> Rows:
        days = [self.one(self.near(start), self.near(self.data_day), self.day()) for _ in self.many(9)]
        days += [self.one(*days) for _ in self.many(2) if days]
        if self.random.random() < 0.2:  # the last meeting stands on a limit of its interval
            days = [self.data_day - timedelta(self.one(10, 11, 17, 18, 37, 38, 67, 68, 75, 135))]
        if self.random.random() < 0.3:
            step = self.one(3, 7, 14, 17, 30)
            days += [start + timedelta(step * n) for n in range(self.random.randint(1, 8))]
        return [{
            "date": day, "status": self.one("held", "held", None, None, "scheduled", "cancelled", "missed"),
            "evidence": self.maybe("both", "mentor", "survey"), "covered_progress": self.flag(),
            "covered_challenges": self.flag(), "covered_adjustments": self.flag(), "has_record": self.flag(),
            "row_data_day": self.data_day - timedelta(self.one(0, 0, 0, 7, 60))} for day in days]

    def vision(self, start: date) -> Rows:
        return [{"on_file": self.flag(), "statement_date": self.one(None, self.any_day(), self.near(start))}]

    def goals(self, start: date) -> Rows:
        found = []
        for number in self.many(4):
            target = self.any_day()
            found.append({
                "title": f"goal {number}", "framework": self.maybe("REAL", "SMARTY"), "set_date": self.any_day(),
                "original_target_date": self.one(target, self.any_day()), "target_date": target,
                "status": self.one(None, "open", "achieved", "dropped"), "revised_date": self.one(None, self.any_day()),
                **{name: self.flag() for name in _GOAL_FLAGS}})
        return found

    def milestones(self, start: date) -> Rows:
        found = []
        for number in self.many(6):
            due = self.one(self.any_day(), self.near(start), self.near(self.data_day))
            found.append({
                "title": f"step {number}", "due_date": due,
                "original_due_date": self.one(due, due, self.any_day(), None),
                "completed_date": self.one(None, None, due, self.any_day()),
                "status": self.one(None, "open", "done", "dropped")})
        return found

    def checklist(self, start: date) -> Rows:
        items = self.random.sample(range(1, 8), self.random.randint(0, 7))
        return [{"item": item, "done": self.flag(), "done_date": self.any_day()} for item in items]

    def resources(self, start: date) -> Rows:
        return [{"name": f"helper {number}", "person_id": self.maybe(*_PEOPLE, "nobody"),
                 "kind": self.maybe("knowledge", "perspective", "access"), "connected_date": self.any_day()}
                for number in self.many(3)]

    def feedback(self, start: date) -> Rows:
        return [{"respondent": self.one("mentor", "mentee"), "date": self.one(self.any_day(), self.near(self.data_day)),
                 "satisfaction": self.maybe(1, 2, 3, 4, 5), "recommend": self.maybe(0, 6, 7, 8, 9, 10),
                 "met": self.flag()} for _ in self.many(6)]

    def recognitions(self, start: date) -> Rows:
        return [{"date": self.day(), "kind": self.maybe("achievement", "adjustment")} for _ in self.many(2)]

    def spells(self, person: str) -> Rows:
        hired: set[date | None] = {self.one(None, self.near(self.data_day), self.day() - timedelta(700))
                                   for _ in self.many(3)}
        return [{"person_id": person, "department": self.one(*_DEPARTMENTS), "hire_date": hire,
                 "exit_date": self.one(None, None, self.day())}
                for hire in sorted(hired, key=lambda day: day or date.min)]


def random_tables(random: Random, data_day: date, most_pairs: int = 8) -> dict[str, Rows]:
    """Rows by table: up to `most_pairs` pairs of three programs, each program blind for some tables."""
    maker = _Maker(random, data_day)
    pairs = [maker.pair(number) for number in range(random.randint(0, most_pairs))]
    tables: dict[str, Rows] = {
        "pair": pairs, "program": [], "person": [row for person in _PEOPLE for row in maker.spells(person)]}
    for program in _PROGRAMS[:2]:
        if random.random() < 0.5:
            tables["program"].append({"program": program, "cadence_days": maker.one(None, 0, 14, 21)})
    for table in ("check_in", "vision", "goal", "milestone", "checklist", "resource", "feedback", "recognition"):
        blind = {program for program in _PROGRAMS if random.random() < 0.2}
        share = random.choice((0.4, 0.8, 1.0))
        tables[table] = [{"pair_id": pair["pair_id"], **row} for pair in pairs
                         if pair["program"] not in blind and random.random() < share
                         for row in maker.rows(table, pair)]
    return tables


def random_settings(random: Random) -> list[tuple[str, str | None, float]]:
    """Mostly none; else a few changed limits, for all programs or one."""
    if random.random() < 0.6:
        return []
    choices: dict[str, tuple[float, ...]] = {
        "default_cadence_days": (7, 45), "grace_min_days": (0, 10), "grace_divisor": (2, 1), "new_max_days": (7, 60),
        "ending_days": (0, 30), "end_tolerance_days": (0, 30), "due_age_2": (10,), "due_age_meetings_max": (40,),
        "goals_max": (1, 3), "roadmap_milestones": (1,), "meetings_coverage": (0.35, 0.7), "records_share": (0.5,),
        "answer_stale_days": (30,), "no_data_age": (0,), "overdue_milestones": (1,), "overdue_days": (0,),
        "low_satisfaction": (4,), "disagree_points": (1,), "disagree_days": (400,), "ticked_no_evidence": (1,)}
    keys = random.sample(sorted(choices), 4)
    return [(key, random.choice((None, "Alpha")), random.choice(choices[key])) for key in keys]


def random_day(random: Random, data_day: date) -> date:
    """A day on or near the data day, or long before or after it."""
    return data_day + timedelta(random.choice((-1, 1)) * random.choice((0, 0, 0, 1, 1, 7, 30, 90, 365, 1500)))


def random_filters(random: Random) -> dict[str, list[str]]:
    """Often none; else values of one filter or several, also unknown ones and ones that nobody has."""
    found: dict[str, list[str]] = {"program": [], "department": [], "cohort": []}
    if random.random() < 0.4:
        return found
    choices = {"program": ("Alpha", "Beta", "-", "Nowhere"), "department": ("IT", "Finance", "-"),
               "cohort": ("Spring", "Autumn", "-")}
    for name, values in choices.items():
        if random.random() < 0.5:
            found[name] = random.sample(values, random.randint(1, 2))
    return found
