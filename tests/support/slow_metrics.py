"""All metrics the slow way, written from the text of the definitions. No SQL."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import sqrt
from typing import Any

from tests.support.slow_pairs import Pair
from tests.support.slow_world import World

Z = 1.959964
STATES = ("planned", "active", "paused", "completed", "ended_early", "ended")
CRITERIA = {"REAL": ("relevant", "engaging", "actionable", "learning_focused"),
            "SMARTY": ("specific", "measurable", "achievable", "relevant", "time_bound", "yours")}
Chosen = Mapping[str, Sequence[str]]


def chosen_pairs(world: World, day: date, filters: Chosen) -> list[Pair]:
    """The pairs under the filters on the day, by pair_id."""
    pairs = [Pair(world, row, day) for row in sorted(world.rows("pair"), key=lambda row: row["pair_id"])]

    def fits(name: str, value: str | None) -> bool:
        return not filters.get(name) or ("-" if value is None else value) in filters[name]

    return [p for p in pairs if fits("program", p.row.get("program")) and fits("cohort", p.row.get("cohort"))
            and fits("department", p.department)]


def number(value: Any, numerator: Any, denominator: int, left_out: Mapping[str, int], **more: Any) -> dict[str, Any]:
    return {"value": value, "numerator": numerator, "denominator": denominator,
            "left_out": {reason: n for reason, n in left_out.items() if n}, **more}


def share(numerator: int, denominator: int, left_out: Mapping[str, int] | None = None, **more: Any) -> dict[str, Any]:
    return number(numerator / denominator if denominator else None, numerator, denominator, left_out or {}, **more)


def quantile(values: Iterable[int], percent: int) -> int | None:
    ordered = sorted(values)
    for place, value in enumerate(ordered, 1):
        if 100 * place >= percent * len(ordered):
            return value
    return None


class Numbers:
    """The metrics over the chosen pairs."""

    def __init__(self, world: World, day: date, filters: Chosen) -> None:
        self.world, self.day = world, day
        self.pairs = chosen_pairs(world, day, filters)
        self.active = [p for p in self.pairs if p.active]
        self.started = [p for p in self.pairs if p.started]
        self.paused = {"paused": sum(p.state == "paused" for p in self.pairs)}

    def of_pairs(self, test: Callable[[Pair], bool], *leave: tuple[str, Callable[[Pair], bool]]) -> dict[str, Any]:
        """A share of active pairs; a pair is left out under the first reason that fits."""
        left: Counter[str] = Counter(self.paused)
        kept = []
        for p in self.active:
            reason = next((name for name, fits in leave if fits(p)), None)
            if reason is None:
                kept.append(p)
            else:
                left[reason] += 1
        return share(sum(test(p) for p in kept), len(kept), left)

    def without(self, table: str) -> Callable[[Pair], bool]:
        return lambda p: not self.world.program_has(table, p.row)

    def metrics(self) -> dict[str, dict[str, Any]]:
        found = {f"{state}_pairs": self.in_state(state) for state in STATES}
        found |= self.meetings() | self.agenda() | self.milestones() | self.overdue() | self.checklist()
        return found | self.goals() | self.network() | self.visions() | self.voices() | self.attention()

    def in_state(self, state: str) -> dict[str, Any]:
        n = sum(p.state == state for p in self.pairs)
        return number(n if self.pairs else None, n, len(self.pairs), {})

    def meetings(self) -> dict[str, dict[str, Any]]:
        covered = days = 0
        left = Counter(self.paused)
        gaps: list[int] = []
        for p in self.active:
            own_covered, own_days = p.covered()
            if not p.has_check_in_data:
                left["no_check_in_data"] += 1
            elif own_days <= 0:
                left["started_today"] += 1
            else:
                covered, days = covered + own_covered, days + own_days
        for p in self.started:
            gaps += [(b - a).days for a, b in pairwise(p.meeting_days)]
        return {
            "on_cadence_share": self.of_pairs(
                lambda p: p.cadence_state in ("on", "new"), ("no_check_in_data", lambda p: not p.has_check_in_data),
                ("ending", lambda p: p.cadence_state == "ending")),
            "cadence_coverage": share(covered, days, left),
            "median_gap": number(quantile(gaps, 50), None, len(gaps), {}),
            "p90_gap": number(quantile(gaps, 90), None, len(gaps), {})}

    def agenda(self) -> dict[str, dict[str, Any]]:
        parts = ("covered_progress", "covered_challenges", "covered_adjustments")
        outside: Counter[str] = Counter()
        for p in self.started:
            for c in self.world.of("check_in", p.row):
                held = c.get("status") == "held" or (c.get("status") is None and c["date"] <= c["row_data_day"])
                if held and c["date"] <= self.day:
                    if c["date"] < p.start:
                        outside["before_start"] += 1
                    elif p.end_day is not None and c["date"] > p.end_day:
                        outside["after_end"] += 1
        counting = [c for p in self.started for c in p.check_ins]
        known = [c for c in counting if any(c.get(part) is not None for part in parts)]
        left = outside | {"agenda_unknown": len(counting) - len(known)}
        found = {f"agenda_{part[8:]}": share(sum(c.get(part) is True for c in known), len(known), left)
                 for part in parts}
        found["agenda_all_three"] = share(
            sum(all(c.get(part) is True for part in parts) for c in known), len(known), left)
        records = [c["has_record"] for c in counting if c.get("has_record") is not None]
        found["record_share"] = share(
            sum(records), len(records), outside | {"record_unknown": len(counting) - len(records)})
        return found

    def milestones(self) -> dict[str, dict[str, Any]]:
        all_of = [(p, m) for p in self.started for m in p.milestones()]
        kept = [(p, m, p.milestone_state(m) == "done") for p, m in all_of if p.milestone_state(m) != "dropped"]
        dropped = {"dropped": len(all_of) - len(kept)}
        moved = [(m["due_date"] - m["original_due_date"]).days for _, m, _ in kept
                 if m.get("due_date") is not None and m.get("original_due_date") is not None]
        changed = [days for days in moved if days != 0]
        found = {"milestone_completion": share(sum(done for *_, done in kept), len(kept), dropped)}
        for key in ("milestone_due_completion", "milestone_on_time", "milestone_on_first_plan"):
            first = key == "milestone_on_first_plan"
            left = Counter(dropped)
            numerator = denominator = 0
            for p, m, done in kept:
                plan = m.get("due_date")
                if first and m.get("original_due_date") is not None:
                    plan = m["original_due_date"]
                if plan is None:
                    left["no_due_date"] += 1
                    continue
                if plan > p.until or (plan == self.day and not done):
                    continue
                if key == "milestone_due_completion":
                    numerator, denominator = numerator + done, denominator + 1
                elif done and m.get("completed_date") is None:
                    left["no_completed_date"] += 1
                else:
                    denominator += 1
                    numerator += done and m["completed_date"] <= plan
            found[key] = share(numerator, denominator, left)
        found["milestone_moved"] = share(len(changed), len(moved))
        found["milestone_moved_days"] = number(quantile(changed, 50), None, len(changed), {})
        return found

    def overdue(self) -> dict[str, dict[str, Any]]:
        late = [(self.day - m["due_date"]).days for p in self.active for m in p.overdue()]
        dated = sum(p.milestone_state(m) == "open" and m.get("due_date") is not None
                    for p in self.active for m in p.milestones())
        return {
            "milestone_overdue": share(len(late), dated, self.paused),
            "milestone_overdue_pairs": self.of_pairs(
                lambda p: bool(p.overdue()), ("no_milestone_data", self.without("milestone"))),
            "milestone_overdue_days": number(quantile(late, 50), None, len(late), self.paused)}

    def checklist(self) -> dict[str, dict[str, Any]]:
        known = [p for p in self.active if not p.checklist_no_data()]
        left = self.paused | {"no_data": len(self.active) - len(known)}
        items = [(p, item) for p in known for item in range(1, 8)]
        done = [(p, item) for p, item in items if p.ticked(item) or p.evidenced(item)]
        return {
            "checklist_coverage": share(len(done), len(items), left),
            "checklist_due_coverage": share(
                sum(p.due(item) for p, item in done), sum(p.due(item) for p, item in items), left),
            "checklist_ticked": share(sum(p.ticked(item) for p, item in items), len(items), left),
            "checklist_evidenced": share(sum(p.evidenced(item) for p, item in items), len(items), left),
            "checklist_full": share(
                sum(all((p, item) in done for item in range(1, 8)) for p in known), len(known), left)}

    def goals(self) -> dict[str, dict[str, Any]]:
        none = ("no_goal_data", self.without("goal"))
        left = Counter(self.paused)
        met = known = 0
        for g in (g for p in self.active for g in p.goals()):
            answers = [g[name] for name in CRITERIA.get(g.get("framework"), ()) if g.get(name) is not None]
            if g.get("framework") is None:
                left["no_framework"] += 1
            elif not answers:
                left["criteria_unknown"] += 1
            met, known = met + sum(answers), known + len(answers)
        return {
            "goals_in_range": self.of_pairs(lambda p: 1 <= len(p.goals()) <= p.limit("goals_max"), none),
            "goals_none": self.of_pairs(lambda p: not p.goals(), none),
            "goals_more": self.of_pairs(lambda p: len(p.goals()) > p.limit("goals_max"), none),
            "goal_quality": share(met, known, left)}

    def network(self) -> dict[str, dict[str, Any]]:
        left = Counter(self.paused)
        different = both = 0
        for p in self.active:
            for r in p.resources():
                other = self.world.department(r.get("person_id"), self.day)
                if p.department is None or other is None:
                    left["department_unknown"] += 1
                else:
                    both += 1
                    different += p.department != other
        return {"network_share": self.of_pairs(
                    lambda p: bool(p.resources()), ("no_resource_data", self.without("resource"))),
                "network_reach": share(different, both, left)}

    def visions(self) -> dict[str, dict[str, Any]]:
        left: Counter[str] = Counter()
        watched: list[tuple[int, bool]] = []
        for p in self.started:
            stated_on = p.statement_date()
            if not self.world.program_has("vision", p.row):
                left["no_vision_data"] += 1
            elif stated_on is None and p.vision_stated():
                left["no_statement_date"] += 1
            elif stated_on is not None and stated_on <= p.until:
                watched.append((max(0, (stated_on - p.start).days), True))
            else:
                watched.append((max(0, (p.until - p.start).days), False))
        events = sum(event for _, event in watched)
        return {"vision_share": self.of_pairs(lambda p: p.vision_stated(), ("no_vision_data", self.without("vision"))),
                "days_to_vision": number(kaplan_meier_median(watched), events, len(watched), left)}

    def voices(self) -> dict[str, dict[str, Any]]:
        found = {}
        for side in ("mentee", "mentor"):
            answers = [a for p in self.active if (a := p.latest(side, "satisfaction")) is not None]
            fresh = [value for value, _, stale in answers if not stale]
            n, k = len(fresh), sum(value >= 4 for value in fresh)
            low, high = wilson(k, n)
            found[f"satisfaction_{side}"] = share(
                k, n, self.paused | {"stale": len(answers) - n}, low=low, high=high)
            found[f"response_{side}"] = self.of_pairs(
                lambda p, side=side: p.satisfaction(side) is not None,  # type: ignore[misc]
                ("no_feedback_data", self.without("feedback")),
                ("too_new", lambda p: p.age < p.limit("response_min_age")))
            answers = [a for p in self.active if (a := p.latest(side, "recommend")) is not None]
            fresh = [value for value, _, stale in answers if not stale]
            n = len(fresh)
            plus, minus = sum(value >= 9 for value in fresh), sum(value <= 6 for value in fresh)
            low = high = None
            if n >= 5:
                p_, d_ = plus / n, minus / n
                half = Z * sqrt(max(0.0, p_ + d_ - (p_ - d_) ** 2) / n)
                low, high = max(-1.0, p_ - d_ - half), min(1.0, p_ - d_ + half)
            found[f"recommend_{side}"] = share(
                plus - minus, n, self.paused | {"stale": len(answers) - n}, low=low, high=high)
        return found

    def attention(self) -> dict[str, dict[str, Any]]:
        mentors = {p.row["mentor_id"] for p in self.active}
        everybody = [p for p in self.pairs if p.open]
        return {"mentor_load": share(len(self.active), len(mentors), self.paused),
                "needs_attention": share(sum(bool(p.reasons()) for p in everybody), len(everybody))}


def wilson(k: int, n: int) -> tuple[float | None, float | None]:
    if n == 0:
        return None, None
    p = k / n
    half = Z / (1 + Z**2 / n) * sqrt(p * (1 - p) / n + Z**2 / (4 * n**2))
    centre = (p + Z**2 / (2 * n)) / (1 + Z**2 / n)
    return centre - half, centre + half


def kaplan_meier_median(watched: Sequence[tuple[int, bool]]) -> int | None:
    """S(t) <= 1/2 in whole numbers."""
    above, below = 1, 1
    for day in sorted({time for time, event in watched if event}):
        at_risk = sum(time >= day for time, _ in watched)
        events = sum(event for time, event in watched if time == day)
        above, below = above * (at_risk - events), below * at_risk
        if 2 * above <= below:
            return day
    return None


def slow_metrics(world: World, day: date, filters: Chosen) -> dict[str, dict[str, Any]]:
    """All metrics by key, spelled as they are printed."""
    return Numbers(world, day, filters).metrics()
