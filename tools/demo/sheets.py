"""Rows of every sheet: header as the source system writes it, then the rows, flaws included."""

from datetime import date, timedelta
from random import Random

from .company import DATA_DAY, Person
from .flaws import Cell, Row, blank, iso_text, rewrite, shouted, turned
from .meetings import CheckIn
from .pairs import PROGRAMS, Pair
from .plans import CRITERIA, Plans
from .survey import Answer

Sheet = tuple[list[str], list[Row]]


def _yes(value: bool | None) -> Cell:
    return None if value is None else "Yes" if value else "No"


def roster(people: list[Person], seed: int) -> Sheet:
    rng = Random(f"{seed}:roster")
    header = ["Employee ID", "Name", "Email", "Other emails", "Department", "Level", "Location", "Job title",
              "Manager ID", "Hire date", "Termination date", "Termination type", "Employee status"]
    chiefs = {name: [p for p in people if p.department == name and p.level_now in ("L5", "L6") and not p.left]
              for name in {p.department for p in people}}
    rows: list[Row] = []
    for person in people:
        chief = rng.choice(chiefs[person.department])
        fixed: Row = [person.person_id, person.roster_name, person.email, person.other_email, person.department,
                      person.level_now, person.site, person.title, None if chief is person else chief.person_id]
        gone = person.left is not None and person.left <= DATA_DAY
        rows.append([*fixed, person.hired, person.left, person.reason, "Terminated" if gone else "Active"])
        if person.rehired:
            rows.append([*fixed, person.rehired, None, None, "Active"])
    rng.shuffle(rows)
    rewrite(rng, rows, 1, 90, turned)
    rewrite(rng, rows, 9, 25, iso_text)
    blank(rng, rows, 4, 0.006)
    blank(rng, rows, 5, 0.010)
    blank(rng, rows, 8, 0.030)
    for row in rng.sample([row for row in rows if row[12] == "Active"], 3):
        row[9] = None
    for row in rng.sample([row for row in rows if row[12] == "Terminated"], 2):
        row[10] = "see file"
    rows.insert(611, [None, "Temp, Agency", None, None, "Logistics", None, "Leeds", "Temporary help", None,
                      date(2026, 6, 1), None, None, "Active"])
    rows.insert(1480, [None, "Intern, Summer", None, None, "Marketing", None, "Porto", "Intern", None,
                       date(2026, 7, 1), date(2026, 9, 30), None, "Terminated"])
    return header, rows


def job_changes(people: list[Person], seed: int) -> Sheet:
    rng = Random(f"{seed}:changes")
    rows: list[Row] = [[person.person_id, day, kind, old, new]
                       for person in people for day, kind, old, new in person.changes]
    rows.sort(key=lambda row: (str(row[1]), str(row[0])))
    blank(rng, rows, 3, 0.02)
    return ["Employee ID", "Effective date", "Kind", "From level", "To level"], rows


def programs() -> Sheet:
    rows: list[Row] = [[p.name, p.participation, p.assignment, p.cadence, p.start, None] for p in PROGRAMS]
    return ["Program", "Participation", "Assignment", "Cadence days", "Program start", "Program end"], rows


def matches(pairs: list[Pair], people: list[Person], seed: int) -> Sheet:
    rng = Random(f"{seed}:matches")
    header = ["Match ID", "Program", "Cohort", "Mentor Name", "Mentor Email", "Mentee Name", "Mentee Email", "Status",
              "Start date", "Expected end date", "End date", "Close reason", "Agreed interval"]
    names = [person.name for person in people]
    rows: list[Row] = []
    for pair in pairs:
        rows.append([pair.pair_id, pair.program.name, pair.cohort, pair.mentor.name, pair.mentor.email,
                     pair.mentee.name, pair.mentee.email, pair.status, pair.start, pair.planned_end, pair.end,
                     pair.reason, pair.cadence])
    plain = [row for pair, row in zip(pairs, rows, strict=True) if not pair.story]
    for side, column in (("mentor", 4), ("mentee", 6)):
        rewrite(rng, plain, column - 1, 30, turned)
        rewrite(rng, plain, column, 14, shouted)
        with_other = [(pair, row) for pair, row in zip(pairs, rows, strict=True) if getattr(pair, side).other_email]
        for pair, row in rng.sample(with_other, 5):
            row[column] = getattr(pair, side).other_email
        unique = [row for row in plain if row[column - 1] in names and names.count(str(row[column - 1])) == 1]
        for row in rng.sample(unique, 8):
            row[column] = None
    rewrite(rng, plain, 8, 12, iso_text)
    for row in rng.sample([row for row in plain if row[7] == "Completed"], 4):
        row[8] = None
    for row, (name, email) in zip(rng.sample([row for row in plain if row[7] == "Active"], 3), (
            ("Henrietta Quayle", "h.quayle@example.edu"), ("Desmond Ferro", "desmond.ferro@example.net"),
            ("Mirela Stancu", "mirela.stancu@example.edu")), strict=True):
        row[3], row[4] = name, email  # mentors from outside the company
    free = [p for p in people if p.employed(DATA_DAY) and p.level_now in ("L1", "L2")
            and p.person_id not in {pair.mentee.person_id for pair in pairs}]
    for number, person in enumerate(rng.sample(free, 5)):  # waiting for a mentor
        rows.append([f"M-29{number:02d}", "Start Well", "2026 Q4", "Unassigned", None, person.name, person.email,
                     "Draft", None, None, None, None, None])
    other = next(pair for pair in pairs if pair.status == "Completed")  # the same two, columns exchanged
    rows.append([None, other.program.name, other.cohort, other.mentee.name, other.mentee.email, other.mentor.name,
                 other.mentor.email, "Completed", other.start, other.planned_end, other.end, None, None])
    return header, rows


def check_in_log(log: list[CheckIn], seed: int) -> Sheet:
    rng = Random(f"{seed}:log")
    header = ["Session ID", "Match ID", "Meeting date", "Status", "Duration", "Format", "Confirmed by",
              "Progress reviewed", "Challenges addressed", "Goals adjusted", "Record kept", "Notes"]
    rows: list[Row] = [[
        f"C{number:05d}", c.pair.pair_id, c.day, c.status, c.minutes, c.mode, c.evidence, _yes(c.progress),
        _yes(c.challenges), _yes(c.adjustments), _yes(c.record), c.notes] for number, c in enumerate(log, 1)]
    plain = [row for c, row in zip(log, rows, strict=True) if not c.pair.story and c.status == "Held"]
    rewrite(rng, plain, 2, 60, iso_text)
    for row in rng.sample(plain, 10):  # met before the official start
        row[2] = next(c.pair.start for c in log if c.pair.pair_id == row[1]) - timedelta(days=rng.randrange(2, 12))
    gone = rng.sample(plain, 13)
    for row in gone[:6]:
        row[1] = f"M-{rng.randrange(300, 900):04d}"  # pairs of the program before this one
    for row in gone[6:10]:
        row[2] = None
    for row in gone[10:12]:
        row[2] = "tbc"
    gone[12][1] = None
    for row in rng.sample(plain, 3):
        rows.append(list(row))  # sent in twice
    return header, rows


def roadmap(plans: Plans, day: date, seed: int) -> Sheet:
    """The roadmap as it was exported on that day: later moves and completions had not happened."""
    rng = Random(f"{seed}:roadmap")
    header = ["Step ID", "Match ID", "Goal ID", "Milestone", "Category", "Original due date", "Due date",
              "Completed on", "Step status"]
    rows: list[Row] = []
    for step in plans.milestones:
        lost, unsure = rng.random() < 0.02, rng.random() < 0.03
        if step.known_from > day or step.pair.start > day:
            continue
        due = step.first_due if step.moved_on and step.moved_on > day else step.due
        done = step.done if step.done is None or step.done <= day else None
        status = "Open" if step.done and not done else step.status
        rows.append([step.step_id, step.pair.pair_id, step.goal.goal_id if step.goal else None, step.title,
                     step.kind.capitalize() if not unsure else None, None if lost and not step.pair.story else
                     step.first_due, due, done, status])
    return header, rows


def goals(plans: Plans, day: date) -> Sheet:
    """The goals as exported on that day. No column holds the first target: earlier exports do."""
    header = ["Goal ID", "Match ID", "Goal title", "Framework", *(name.replace("_", "-").capitalize() if name in (
        "learning_focused", "time_bound") else name.capitalize() for name in CRITERIA), "Date set", "Target date",
        "Goal status", "Achieved on", "Revised on"]
    words = {"Open": "In progress", "Achieved": "Achieved", "Dropped": "Dropped"}
    rows: list[Row] = []
    for goal in plans.goals:
        if (goal.set_on or goal.pair.start + timedelta(days=30)) > day:
            continue
        later = goal.revised is not None and goal.revised > day
        open_then = goal.achieved is not None and goal.achieved > day
        rows.append([goal.goal_id, goal.pair.pair_id, goal.title, goal.framework,
                     *(_yes(goal.criteria.get(name)) for name in CRITERIA), goal.set_on,
                     goal.first_target if later else goal.target, "In progress" if open_then else words[goal.status],
                     None if open_then else goal.achieved, None if later else goal.revised])
    return header, rows


def checklist(pairs: list[Pair], plans: Plans, seed: int) -> Sheet:
    rng = Random(f"{seed}:checklist")
    items = ("Vision statement", "Goals (REAL/SMARTY)", "Career roadmap", "Additional resource", "Regular meetings",
             "Records kept", "Recognise & adjust")
    header = ["Match ID", "Mentor name", "Mentee name", *items, "Remarks", *(f"{item} date" for item in items)]
    rows: list[Row] = [[pair.pair_id, pair.mentor.name, pair.mentee.name, *plans.ticks[pair.number],
                        rng.choice(("asked twice", "mentor new", "see mail of May", "paper file"))
                        if rng.random() < 0.03 and not pair.story else None, *_ticked_on(pair, plans, seed)]
                       for pair in pairs if pair.number in plans.ticks]
    for column in (3, 8):
        rewrite(rng, rows, column, 1, lambda cell: "n/a")
    rows.insert(57, ["M-0718", "Former Mentor", "Former Mentee", "Yes", *[None] * 14])
    return header, rows


_USUAL_AGES = (22, 33, 52, 95, 61, 84, 118)
"""Days after the start on which mentors usually tick an item: other resources and records late."""


def _ticked_on(pair: Pair, plans: Plans, seed: int) -> list[Cell]:
    """The day of each tick. Many mentors leave it empty, and nobody ticks before the start or after the data day."""
    rng = Random(f"{seed}:{pair.number}:ticked")
    until = min(pair.last_day, DATA_DAY)
    days: list[Cell] = []
    for said, age in zip(plans.ticks[pair.number], _USUAL_AGES, strict=True):
        day = pair.start + timedelta(days=round(age * rng.lognormvariate(0, 0.35)))
        days.append(min(day, until) if said == "Yes" and rng.random() < 0.8 else None)
    return days


def plans_on_file(plans: Plans, seed: int) -> Sheet:
    rng = Random(f"{seed}:vision")
    header = ["Match ID", "Values explored", "Experience explored", "Aspirations explored", "Plan on file", "Plan date",
              "Last reviewed"]
    rows: list[Row] = [[v.pair.pair_id, _yes(v.values), _yes(v.experience), _yes(v.aspirations), _yes(v.on_file),
                        v.stated, v.reviewed] for v in sorted(plans.visions, key=lambda v: v.pair.number)]
    rewrite(rng, rows, 5, 9, iso_text)
    return header, rows


def network(plans: Plans) -> Sheet:
    rows: list[Row] = [[r.pair.pair_id, r.name, r.person.person_id if r.person else None,
                        r.kind.capitalize() if r.kind else None, r.day]
                       for r in sorted(plans.resources, key=lambda r: r.pair.number)]
    return ["Match ID", "Contact", "Supporter ID", "Kind", "Connected on"], rows


def recognitions(plans: Plans) -> Sheet:
    rows: list[Row] = [[r.pair.pair_id, r.day, r.kind, r.note]
                       for r in sorted(plans.recognitions, key=lambda r: (r.day, r.pair.number))]
    return ["Match ID", "Recognised on", "Type", "What"], rows


def survey(answers: list[Answer], seed: int) -> Sheet:
    rng = Random(f"{seed}:answers")
    header = ["Response ID", "Submitted", "Respondent name", "Respondent email", "Your role", "Match ID",
              "Overall satisfaction", "Likelihood to recommend", "Have you met", "What did you learn", "Comments"]
    rows: list[Row] = [[f"R{number:04d}", a.at, a.person.name, a.person.email, a.role, a.pair.pair_id, a.satisfaction,
                        a.recommend, a.met, a.lesson, a.comment] for number, a in enumerate(answers, 1)]
    mentees = [row for a, row in zip(answers, rows, strict=True) if a.role == "Mentee" and not a.pair.story]
    for row in rng.sample(mentees, 40):
        row[5] = None  # the link without the match: known by the e-mail address alone
    for row in rng.sample(mentees, 3):
        row[2], row[3], row[5] = "Anonymous", None, None
    rewrite(rng, mentees, 6, 1, lambda cell: 7)
    return header, rows
