"""What pairs plan and do beside meeting: vision, goals, roadmap, network, recognition, ticked items."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from .company import DATA_DAY, Person
from .pairs import START_WELL, Pair

REAL = ("relevant", "engaging", "actionable", "learning_focused")
SMARTY = ("specific", "measurable", "achievable", "relevant", "time_bound", "yours")
CRITERIA = ("relevant", "engaging", "actionable", "learning_focused", "specific", "measurable", "achievable",
            "time_bound", "yours")

_GOALS = ("Present results to senior management", "Lead a project of my own", "Become a subject expert",
          "Move into people management", "Improve stakeholder communication", "Finish the data certificate",
          "Build a network outside my department", "Run workshops without notes", "Prepare for a lead role",
          "Learn to delegate", "Understand the business model", "Write clearer proposals", "Negotiate with suppliers",
          "Settle into the team and its tools", "Give feedback early", "Plan my own workload")
_STEPS: dict[str, tuple[str, ...]] = {
    "milestone": ("First presentation to the team", "Project plan approved", "Pilot finished", "Half-year review talk",
                  "Own topic in the steering meeting", "Handover written", "Portfolio reviewed", "Draft proposal sent"),
    "skill": ("Course on facilitation", "Certificate, part one", "Certificate, part two", "Practise budgeting",
              "Feedback training", "SQL basics", "Coaching on presence", "Negotiation workshop", "Time planning"),
    "opportunity": ("Stand in for the team lead", "Join the product council", "Shadow a site visit",
                    "Lead a retrospective", "Take part in a tender", "Present at the all-hands",
                    "Work two weeks in another team"),
    "networking": ("Coffee with three other teams", "Meet the head of department", "Join the professional circle",
                   "Visit the Porto office", "Speak with two former mentees", "Introduce myself to Finance")}
_RESOURCES = ("Library of recorded talks", "Toastmasters group", "Alumni circle", "Data community of practice",
              "Women in Operations network", "Finance for non-financials course", "Chamber of Commerce evening",
              "External coach", "Professional association")
_KINDS = ("knowledge", "perspective", "access")


@dataclass
class Goal:
    """One goal; `target` is the day now, `first_target` the day when it was set."""

    pair: Pair
    number: int
    title: str
    framework: str | None
    criteria: dict[str, bool]
    set_on: date | None
    first_target: date | None
    target: date | None
    status: str
    achieved: date | None = None
    revised: date | None = None

    @property
    def goal_id(self) -> str:
        return f"G-{self.pair.number:04d}-{self.number}"


@dataclass
class Milestone:
    """One step of the roadmap. `moved_on` is the day on which `due` took the place of `first_due`."""

    pair: Pair
    number: int
    goal: Goal | None
    title: str
    kind: str
    known_from: date
    first_due: date | None
    due: date | None
    done: date | None = None
    status: str = "Open"
    moved_on: date | None = None

    @property
    def step_id(self) -> str:
        return f"S-{self.pair.number:04d}-{self.number}"


@dataclass(frozen=True)
class Vision:
    pair: Pair
    values: bool | None
    experience: bool | None
    aspirations: bool | None
    on_file: bool | None
    stated: date | None
    reviewed: date | None


@dataclass(frozen=True)
class Resource:
    pair: Pair
    name: str
    person: Person | None
    kind: str | None
    day: date | None


@dataclass(frozen=True)
class Recognition:
    pair: Pair
    day: date
    kind: str
    note: str | None


@dataclass
class Plans:
    """Everything of this module, over all pairs."""

    visions: list[Vision] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    recognitions: list[Recognition] = field(default_factory=list)
    ticks: dict[int, list[str | None]] = field(default_factory=dict)  # pair number -> seven cells


def _later(rng: Random, pair: Pair, low: int, high: int) -> date | None:
    """A day of the pair's life between two ages in days, or None if it has not come by its last day."""
    day = pair.start + timedelta(days=rng.randrange(low, high))
    return day if day <= pair.last_day else None


def _vision(rng: Random, pair: Pair, plans: Plans) -> None:
    if pair.kind == "never" or rng.random() > 0.54 + 0.42 * pair.care:
        return
    quick = 55 if pair.start.year >= 2026 else 85  # the form moved into the first meeting in 2026
    day = _later(rng, pair, 4, quick)
    on_file = day is not None or rng.random() < 0.1
    if not on_file and rng.random() < 0.5:
        return
    shown = day if rng.random() < 0.93 else None
    reviewed = _later(rng, pair, 120, 300) if on_file and rng.random() < 0.4 else None
    told = [rng.random() < share if rng.random() < 0.94 else None for share in (0.66, 0.80, 0.90)]
    plans.visions.append(Vision(pair, told[0], told[1], told[2], on_file, shown, reviewed))


def _goals(rng: Random, pair: Pair, plans: Plans) -> list[Goal]:
    if pair.kind == "never" and rng.random() < 0.8:
        return []
    count = rng.choices((0, 1, 2, 3, 4), (0.07 - 0.05 * pair.care, 0.40, 0.38, 0.07, 0.02))[0]
    goals: list[Goal] = []
    for number, title in enumerate(rng.sample(_GOALS, count), 1):
        day = _later(rng, pair, 5, 48)
        if day is None:
            continue
        framework = rng.choices(("REAL", "SMARTY", None), (0.40, 0.45, 0.15))[0]
        names = REAL if framework == "REAL" else SMARTY if framework else ()
        weak = ("engaging", "measurable", "time_bound")
        criteria = {name: rng.random() < (0.62 if name in weak else 0.84) + 0.1 * pair.care
                    for name in names if rng.random() < 0.93}
        first = pair.start + timedelta(days=round(pair.program.days * rng.uniform(0.55, 1.0)))
        set_on = day if rng.random() < 0.96 else None
        goal = Goal(pair, number, title, framework, criteria, set_on, first, first, "Open")
        if rng.random() < 0.2 and (revised := _later(rng, pair, 60, pair.program.days)):
            goal.revised = revised
            if rng.random() < 0.7:
                goal.target = first + timedelta(days=rng.choice((21, 30, 45, 60)))
        if rng.random() < 0.35 + 0.45 * pair.care:
            reached = goal.target + timedelta(days=rng.randrange(-40, 25)) if goal.target else first
            if day < reached <= pair.last_day:
                goal.status, goal.achieved = "Achieved", reached if rng.random() < 0.92 else None
        elif rng.random() < 0.12:
            goal.status = "Dropped"
        if rng.random() < 0.05:
            goal.first_target = goal.target = None
        goals.append(goal)
    plans.goals += goals
    return goals


def _milestones(rng: Random, pair: Pair, goals: list[Goal], plans: Plans) -> None:
    if (pair.kind == "never" and rng.random() < 0.85) or rng.random() > 0.60 + 0.32 * pair.care:
        return
    count = rng.choices((2, 3, 4, 5, 6), (0.10, 0.24, 0.32, 0.22, 0.12))[0]
    kinds = ["milestone", *rng.choices(("milestone", "skill", "opportunity", "networking"),
                                       (0.24, 0.36, 0.20, 0.20), k=count - 1)]
    titles: set[str] = set()
    since = pair.start + timedelta(days=rng.randrange(8, 55))
    if since > pair.last_day:
        return
    pace = 0.9 if pair.kind in ("steady", "late") else 1.25 if pair.kind == "loose" else 1.9
    for number, kind in enumerate(kinds, 1):
        free = [title for title in _STEPS[kind] if title not in titles]
        title = rng.choice(free)
        titles.add(title)
        share = (number + 0.2) / (count + 0.7) + rng.uniform(-0.06, 0.06)
        first = max(since + timedelta(days=7), pair.start + timedelta(days=round(pair.program.days * share)))
        step = Milestone(pair, number, rng.choice(goals) if goals and rng.random() < 0.8 else None, title, kind,
                         since, first, first)
        improving = 0.02 * (first - date(2024, 7, 1)).days / 365
        early = rng.random() < 0.385 + 0.14 * pair.care + improving - 0.1 * (pace > 1)
        delay = -rng.randrange(0, 20) if early else round(rng.gammavariate(1.4, 19.0) * pace) + 1
        if not early and rng.random() < 0.45:  # seen coming and moved
            moved = first - timedelta(days=rng.randrange(0, 24))
            if moved <= pair.last_day:
                step.due = first + timedelta(days=max(7, round(delay * rng.uniform(0.9, 1.5))))
                step.moved_on = moved
        elif early and rng.random() < 0.05:
            step.due = first - timedelta(days=14)
            step.moved_on = first - timedelta(days=40)
            delay = -rng.randrange(14, 25)
        done = first + timedelta(days=delay)
        if rng.random() < (0.045 if pace < 1.5 else 0.30):
            done = DATA_DAY + timedelta(days=999)  # never
        if rng.random() < 0.035:
            step.status = "Dropped"
        elif done <= pair.last_day:
            step.status, step.done = "Done", done if rng.random() < 0.95 else None
        if rng.random() < 0.03:
            step.due, step.first_due, step.moved_on = None, None, None
        plans.milestones.append(step)


def _network(rng: Random, pair: Pair, people: list[Person], plans: Plans) -> None:
    if pair.kind == "never" or rng.random() > 0.30 + 0.4 * pair.care:
        return
    for _ in range(rng.choices((1, 2, 3), (0.66, 0.27, 0.07))[0]):
        day = _later(rng, pair, 15, 130)
        if day is None:
            continue
        person = None
        if rng.random() < 0.7:
            same = rng.random() < 0.4
            around = [p for p in people if p.employed(day) and p is not pair.mentee and p is not pair.mentor
                      and (p.department == pair.mentee.department) == same]
            person = rng.choice(around)
        plans.resources.append(Resource(
            pair, person.name if person else rng.choice(_RESOURCES), person,
            rng.choices(_KINDS, (0.48, 0.33, 0.19))[0] if rng.random() < 0.95 else None,
            day if rng.random() < 0.9 else None))


def _recognition(rng: Random, pair: Pair, plans: Plans) -> None:
    if pair.kind == "never":
        return
    for _ in range(rng.choices((0, 1, 2), (0.72 - 0.35 * pair.care, 0.38, 0.18))[0]):
        day = _later(rng, pair, 50, pair.program.days)
        if day is not None:
            kind = rng.choice(("Achievement", "Achievement", "Adjustment"))
            note = rng.choice(("Praised in the team meeting", "Certificate passed", "Smaller steps agreed",
                               "Good talk at the site day", "Plan moved to the next quarter", None))
            plans.recognitions.append(Recognition(pair, day, kind, note))


def _ticks(rng: Random, pair: Pair, shown: list[bool]) -> list[str | None]:
    """What the mentor wrote into the seven cells: mostly what is true, sometimes more, often nothing."""
    generous = rng.random() < 0.025
    lazy = rng.random() < 0.28
    cells: list[str | None] = []
    for item, there in enumerate(shown, 1):
        more = 0.5 if generous else 0.04 if pair.start.year >= 2026 else 0.07
        share = (0.25 if lazy else 0.85) if there else (0.3 if item == 6 else 1.0) * more
        cells.append("Yes" if rng.random() < share else ("No" if rng.random() < 0.55 else None))
    return cells


def make_plans(pairs: list[Pair], people: list[Person], records: dict[int, list[bool]], seed: int) -> Plans:
    """All plans of all pairs but the story; `records` is has_record of each pair's held check-ins."""
    rng = Random(f"{seed}:plans")
    plans = Plans()
    for pair in pairs:
        if pair.story or pair.start > DATA_DAY:
            continue
        _vision(rng, pair, plans)
        goals = _goals(rng, pair, plans)
        _milestones(rng, pair, goals, plans)
        _network(rng, pair, people, plans)
        _recognition(rng, pair, plans)
    seen = {number: [False] * 7 for number in range(len(pairs))}
    for vision in plans.visions:
        seen[vision.pair.number][0] |= bool(vision.on_file)
    for goal in plans.goals:
        seen[goal.pair.number][1] |= goal.framework is not None
    for step in plans.milestones:
        seen[step.pair.number][2] |= step.number >= 3
    for resource in plans.resources:
        seen[resource.pair.number][3] = True
    for pair in pairs:
        kept = records.get(pair.number, [])
        seen[pair.number][4] = len(pair.meetings) >= 2 and pair.kind == "steady"
        seen[pair.number][5] = len(kept) >= 2 and sum(kept) >= 0.8 * len(kept)
    for recognition in plans.recognitions:
        seen[recognition.pair.number][6] = True
    for pair in pairs:
        missing = 0.10 if pair.program is START_WELL else 0.05
        if not pair.story and pair.start <= DATA_DAY and rng.random() > missing:
            plans.ticks[pair.number] = _ticks(rng, pair, seen[pair.number])
    return plans
