"""What a pair is on a day, the slow way: one plain function a definition, written from the text of the definitions."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from tests.support.slow_world import Row, World, exists_by, is_held


class Pair:
    """One pair on the day D."""

    def __init__(self, world: World, row: Row, day: date) -> None:
        self.world, self.row, self.day = world, row, day
        self.start: date = row["start_date"]
        self.planned_end: date | None = row.get("planned_end_date")
        self.status: str | None = row.get("status")
        self.end_day = self._end_day()
        self.state = self._state()
        self.started = self.state != "planned"
        self.ended = self.state in ("completed", "ended_early", "ended")
        self.active = self.state == "active"
        self.open = self.state in ("active", "paused")
        self.age = (day - self.start).days
        self.until = day if self.end_day is None else min(day, self.end_day)
        self.department = world.department(row["mentee_id"], day)
        self.interval = self._interval()
        self.grace = max(int(self.limit("grace_min_days")), int(self.interval // self.limit("grace_divisor")))
        self.check_ins = [c for c in world.of("check_in", row) if is_held(c) and self.start <= c["date"] <= self.until]
        self.meeting_days = sorted({c["date"] for c in self.check_ins})
        self.has_check_in_data = world.program_has("check_in", row, by=day)

    def limit(self, key: str) -> float:
        return self.world.limit(key, self.row)

    def _end_day(self) -> date | None:
        if self.row.get("end_date") is not None:
            return self.row["end_date"]
        if self.status not in ("completed", "ended_early", "ended"):
            return None
        held = [c["date"] for c in self.world.of("check_in", self.row) if is_held(c) and c["date"] >= self.start]
        if held:
            return max(held)
        if self.planned_end is not None and self.planned_end <= self.world.data_day:
            return self.planned_end
        return self.start

    def _state(self) -> str:
        if self.start > self.day:
            return "planned"
        if self.end_day is not None and self.end_day <= self.day:
            tolerance = timedelta(self.limit("end_tolerance_days"))
            latest = None if self.planned_end is None else self.planned_end - tolerance
            if self.status == "completed":
                return "completed"
            if self.status != "ended_early" and latest is not None and self.end_day >= latest:
                return "completed"
            if self.status == "ended_early" or (latest is not None and self.end_day < latest):
                return "ended_early"
            return "ended"
        return "paused" if self.status == "paused" else "active"

    def _interval(self) -> int:
        own = self.row.get("cadence_days")
        if own is not None and own >= 1:
            return int(own)
        for program in self.world.rows("program"):
            if program["program"] == self.row.get("program") and (program.get("cadence_days") or 0) >= 1:
                return int(program["cadence_days"])
        return int(self.limit("default_cadence_days"))

    # meetings

    @property
    def days_since(self) -> int:
        return (self.day - (self.meeting_days[-1] if self.meeting_days else self.start)).days

    @property
    def cadence_state(self) -> str:
        a, grace = self.interval, self.grace
        if not self.has_check_in_data:
            return "no_data"
        if not self.meeting_days:
            return "new" if self.age <= min(a + grace, self.limit("new_max_days")) else "never"
        if self.days_since <= a + grace:
            return "on"
        ending = self.planned_end is not None and (
            self.day <= self.planned_end <= self.day + timedelta(self.limit("ending_days")))
        if ending:
            return "ending"
        return "late" if self.days_since <= 2 * a + grace else "silent"

    def covered(self) -> tuple[int, int]:
        """Covered days and all days between start, meeting days and the end or D."""
        points = [self.start, *self.meeting_days, self.until]
        gaps = [(later - earlier).days for earlier, later in pairwise(points)]
        return sum(min(gap, self.interval) for gap in gaps), sum(gaps)

    @property
    def cadence_coverage(self) -> float | None:
        covered, days = self.covered()
        if not self.started or days <= 0 or not self.has_check_in_data:
            return None
        return covered / days

    # plans

    def milestones(self) -> list[Row]:
        return self.world.of("milestone", self.row)

    def milestone_state(self, m: Row) -> str:
        if m.get("status") == "dropped":
            return "dropped"
        completed = m.get("completed_date")
        if completed is not None:
            return "done" if completed <= self.day else "open"
        return "done" if m.get("status") == "done" else "open"

    def overdue(self) -> list[Row]:
        return [m for m in self.milestones()
                if self.milestone_state(m) == "open" and m.get("due_date") is not None and m["due_date"] < self.day]

    def moved(self) -> list[Row]:
        return [m for m in self.milestones() if self.milestone_state(m) != "dropped" and m.get("due_date") is not None
                and m.get("original_due_date") is not None and m["due_date"] != m["original_due_date"]]

    def goals(self) -> list[Row]:
        return [g for g in self.world.of("goal", self.row)
                if g.get("status") != "dropped" and exists_by(g.get("set_date"), self.day)]

    def resources(self) -> list[Row]:
        return [r for r in self.world.of("resource", self.row) if exists_by(r.get("connected_date"), self.day)]

    def vision_stated(self) -> bool:
        return any(v["statement_date"] <= self.day if v.get("statement_date") is not None else v.get("on_file") is True
                   for v in self.world.of("vision", self.row))

    def statement_date(self) -> date | None:
        return next((v["statement_date"] for v in self.world.of("vision", self.row)
                     if v.get("statement_date") is not None), None)

    # the checklist

    def ticked(self, item: int) -> bool:
        return any(c["item"] == item and c.get("done") is True and exists_by(c.get("done_date"), self.day)
                   for c in self.world.of("checklist", self.row))

    def evidenced(self, item: int) -> bool:
        if item == 1:
            return self.vision_stated()
        if item == 2:
            return 1 <= len([g for g in self.goals() if g.get("framework")]) <= self.limit("goals_max")
        if item == 3:
            dated = [m for m in self.milestones()
                     if self.milestone_state(m) != "dropped" and m.get("due_date") is not None]
            return len(dated) >= self.limit("roadmap_milestones")
        if item == 4:
            return bool(self.resources())
        if item == 5:
            coverage = self.cadence_coverage
            return (len(self.meeting_days) >= self.limit("meetings_min_days") and coverage is not None
                    and coverage >= self.limit("meetings_coverage"))
        if item == 6:
            known = [c["has_record"] for c in self.check_ins if c.get("has_record") is not None]
            return len(known) >= self.limit("records_min") and sum(known) / len(known) >= self.limit("records_share")
        recognised = any(r["date"] <= self.day for r in self.world.of("recognition", self.row))
        adjusted = any(
            (g.get("revised_date") is not None and g["revised_date"] <= self.day)
            or (g.get("target_date") is not None and g.get("original_target_date") is not None
                and g["target_date"] != g["original_target_date"]) for g in self.goals())
        return recognised or adjusted or bool(self.moved())

    def due_age(self, item: int) -> float:
        if item in (5, 6):
            return min(self.limit("due_age_meetings_max"),
                       max(self.limit("due_age_meetings_min"), 2 * self.interval + self.grace))
        return self.limit(f"due_age_{item}")

    def due(self, item: int) -> bool:
        return self.age >= self.due_age(item)

    def checklist_no_data(self) -> bool:
        return not self.world.of("checklist", self.row) and not any(self.evidenced(item) for item in range(1, 8))

    def item_state(self, item: int) -> str:
        if self.ticked(item) or self.evidenced(item):
            return "done"
        if self.checklist_no_data():
            return "no_data"
        return "not_done" if self.due(item) else "not_due"

    # voices

    def latest(self, side: str, question: str) -> tuple[Any, date | None, bool] | None:
        """The latest answer: its value, its day, and whether it is stale."""
        answers = [(f.get("date") or date.min, f[question]) for f in self.world.of("feedback", self.row)
                   if f["respondent"] == side and f.get(question) is not None and exists_by(f.get("date"), self.day)]
        if not answers:
            return None
        last = max(day for day, _ in answers)
        value = min(answer for day, answer in answers if day == last)
        day = None if last == date.min else last
        return value, day, day is not None and (self.until - day).days > self.limit("answer_stale_days")

    def answer(self, side: str, question: str) -> tuple[Any, date | None] | None:
        found = self.latest(side, question)
        return None if found is None or found[2] else (found[0], found[1])

    def satisfaction(self, side: str) -> int | None:
        found = self.answer(side, "satisfaction")
        return None if found is None else found[0]

    # attention

    def recent(self, day: date | None, days: float) -> bool:
        return day is not None and (self.day - day).days <= days

    def without_rows(self) -> bool:
        exists = {
            "check_in": lambda r: r["date"] <= self.day, "vision": lambda r: True,
            "goal": lambda r: exists_by(r.get("set_date"), self.day), "milestone": lambda r: True,
            "checklist": lambda r: True, "resource": lambda r: exists_by(r.get("connected_date"), self.day),
            "feedback": lambda r: exists_by(r.get("date"), self.day), "recognition": lambda r: r["date"] <= self.day}
        return not any(test(r) for table, test in exists.items() for r in self.world.of(table, self.row))

    def disagree(self) -> bool:
        for question in ("satisfaction", "met"):
            mentor, mentee = self.answer("mentor", question), self.answer("mentee", question)
            if mentor is None or mentee is None:
                continue
            within = self.limit("disagree_days")
            if not (self.recent(mentor[1], within) and self.recent(mentee[1], within)):
                continue
            assert mentor[1] is not None
            assert mentee[1] is not None
            if abs((mentor[1] - mentee[1]).days) > self.limit("disagree_apart_days"):
                continue
            apart = (abs(mentor[0] - mentee[0]) >= self.limit("disagree_points") if question == "satisfaction"
                     else mentor[0] != mentee[0])
            if apart:
                return True
        return False

    def exits(self) -> list[date]:
        spells = [self.world.spell(self.row[side], self.day) for side in ("mentor_id", "mentee_id")]
        return [spell["exit_date"] for spell in spells
                if spell is not None and spell.get("exit_date") is not None and spell["exit_date"] < self.day]

    def reasons(self) -> dict[str, int]:
        """Each reason with the days over its limit, in the order of the definitions."""
        found: dict[str, float] = {}
        if self.open and self.exits():
            found["person_left"] = (self.day - min(self.exits())).days
        if self.open and self.planned_end is not None and self.planned_end < self.day:
            found["past_planned_end"] = (self.day - self.planned_end).days
        if not self.active:
            return {reason: int(days) for reason, days in found.items()}
        a, grace = self.interval, self.grace
        if self.age >= self.limit("no_data_age") and self.without_rows():
            found["no_data"] = self.age - self.limit("no_data_age")
        state = self.cadence_state
        if state == "never" and "no_data" not in found:
            found["never_met"] = self.age - min(a + grace, self.limit("new_max_days"))
        if state == "silent":
            found["silent"] = self.days_since - (2 * a + grace)
        if state == "late":
            found["late"] = self.days_since - (a + grace)
        late = [(self.day - m["due_date"]).days for m in self.overdue()]
        if len(late) >= self.limit("overdue_milestones") or any(days > self.limit("overdue_days") for days in late):
            found["milestones_overdue"] = max(late) - self.limit("overdue_days")
        if not self.goals() and self.age >= self.due_age(2) and self.world.program_has("goal", self.row):
            found["no_goals"] = self.age - self.due_age(2)
        answers = [self.answer(side, "satisfaction") for side in ("mentor", "mentee")]
        if any(answer is not None and answer[0] <= self.limit("low_satisfaction")
               and self.recent(answer[1], self.limit("low_satisfaction_days")) for answer in answers):
            found["low_satisfaction"] = 0
        if self.disagree():
            found["sides_disagree"] = 0
        if sum(self.ticked(i) and not self.evidenced(i) for i in range(1, 8)) >= self.limit("ticked_no_evidence"):
            found["ticked_no_evidence"] = 0
        return {reason: int(days) for reason, days in found.items()}

    def next_planned(self) -> date | None:
        return min((c["date"] for c in self.world.of("check_in", self.row)
                    if c.get("status") == "scheduled" and c["date"] > self.day), default=None)
