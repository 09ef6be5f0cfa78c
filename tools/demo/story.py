"""The worked example: a mentee who wants to work across departments, told in full by one pair."""

from datetime import date, datetime, timedelta

from .company import Person
from .meetings import CheckIn
from .pairs import PATHWAYS, Pair
from .plans import REAL, SMARTY, Goal, Milestone, Plans, Recognition, Resource, Vision
from .survey import Answer

START = date(2026, 5, 6)
_TALKS: tuple[tuple[int, bool, bool, bool, str], ...] = (
    (8, True, False, False, "Values and past projects; why work across departments matters to Amara."),
    (27, True, False, True, "Vision statement written. Two goals drafted, one REAL, one SMARTY."),
    (49, True, True, False, "Roadmap agreed. First interdepartmental meeting observed: who speaks, who decides."),
    (69, True, True, False, "Second meeting observed. Coaching on communication: say the interest before the request."),
    (91, True, True, True, "Third meeting observed. Practised the opening; working session moved, two teams on leave."),
    (112, True, False, False, "Applied it in the planning round of Finance and Operations. It held."),
    (133, True, True, False, "Feedback of both heads of department read together. Shorter slides next time."),
    (153, True, False, True, "Led the working session. Goal two gets a second round with Logistics."),
    (174, True, True, True, "Lessons learned written down; next session planned, Tomás only observes."),
)


def find_story(pairs: list[Pair], people: list[Person]) -> Pair:
    """Turns one active pair of the spring cohort into Amara Lindqvist and her mentor Tomás Okonkwo.

    Renames the two persons, so call it before anything is written; the rest of the company stays as it was.
    """
    once = [pair for pair in pairs if pair.program is PATHWAYS and pair.status == "Active" and pair.end is None
            and pair.cohort == "Spring 2026" and pair.mentor.department != pair.mentee.department
            and not pair.mentor.left and not pair.mentee.left and not pair.mentor.rehired and not pair.mentee.rehired
            and sum(other.mentee is pair.mentee for other in pairs) == 1
            and not any(other.mentor is pair.mentee for other in pairs)]
    pair = once[0]
    for person, first, last in ((pair.mentee, "Amara", "Lindqvist"), (pair.mentor, "Tomás", "Okonkwo")):
        if any((other.first, other.last) == (first, last) for other in people if other is not person):
            raise ValueError(f"{first} {last} is already somebody else")
        person.first, person.last, person.other_email = first, last, None
    pair.mentee.email, pair.mentor.email = "amara.lindqvist@example.org", "tomas.okonkwo@example.org"
    pair.start, pair.planned_end = START, START + timedelta(days=PATHWAYS.days)
    pair.kind, pair.care, pair.cadence, pair.story = "steady", 1.0, 21, True
    pair.meetings = [START + timedelta(days=age) for age, *_ in _TALKS]
    return pair


def story_check_ins(pair: Pair) -> list[CheckIn]:
    held = [CheckIn(pair, START + timedelta(days=age), "Held", 60, "In person" if age % 2 else "Video", "both",
                    progress, challenges, adjustments, True, note)
            for age, progress, challenges, adjustments, note in _TALKS]
    planned = CheckIn(pair, date(2026, 11, 17), "Scheduled", None, "In person", "calendar", None, None, None, None,
                      None)
    return [*held, planned]


def tell(pair: Pair, people: list[Person], plans: Plans) -> None:
    """Adds everything of the pair but its meetings and answers to `plans`."""

    def day(age: int) -> date:
        return START + timedelta(days=age)

    plans.visions.append(Vision(pair, True, True, True, True, day(20), day(153)))
    work = Goal(pair, 1, "Work across departments: understand how Finance, Operations and Logistics decide together",
                "REAL", dict.fromkeys(REAL, True), day(27), day(180), day(180), "Achieved", day(153))
    lead = Goal(pair, 2, "Lead two cross-department working sessions by the end of February 2027", "SMARTY",
                dict.fromkeys(SMARTY, True), day(27), date(2026, 12, 18), date(2027, 2, 26), "Open", None, day(153))
    plans.goals += [work, lead]
    steps: tuple[tuple[Goal, str, str, date, date, date | None, date | None], ...] = (
        (work, "Observe three interdepartmental meetings", "opportunity", day(95), day(95), day(90), None),
        (work, "Coaching on communication: interest before request", "skill", day(105), day(105), day(91), None),
        (work, "Apply it in the planning round of Finance and Operations", "milestone", day(120), day(120), day(112),
         None),
        (work, "Meet the heads of Finance and Operations", "networking", day(110), day(110), day(118), None),
        (lead, "Lead a working session of two departments", "milestone", day(110), day(150), day(149), day(91)),
        (lead, "Facilitation workshop", "skill", date(2026, 11, 20), date(2026, 11, 20), None, None),
        (lead, "Lead a second session, with Logistics", "milestone", date(2026, 12, 11), date(2027, 2, 12), None,
         day(153)))
    for number, (goal, title, kind, first, due, done, moved) in enumerate(steps, 1):
        plans.milestones.append(Milestone(pair, number, goal, title, kind, day(49), first, due, done,
                                          "Done" if done else "Open", moved))
    helpers = [person for name in ("Finance", "Operations") for person in people
               if person.department == name and person.level_now in ("L5", "L6") and not person.left
               and person not in (pair.mentor, pair.mentee)]
    finance, operations = helpers[0], helpers[-1]
    plans.resources += [
        Resource(pair, finance.name, finance, "knowledge", day(60)),
        Resource(pair, operations.name, operations, "access", day(75)),
        Resource(pair, "Circle of facilitators", None, "perspective", day(98))]
    plans.recognitions += [
        Recognition(pair, day(118), "Achievement", "Finance and Operations agreed on one plan in her session"),
        Recognition(pair, day(153), "Adjustment", "Second session moved to February, with Logistics"),
        Recognition(pair, day(160), "Achievement", "Named in the all-hands for the joint planning round")]
    plans.ticks[pair.number] = ["Yes"] * 7


def story_answers(pair: Pair) -> list[Answer]:
    return [
        Answer(pair, "Mentee", pair.mentee, datetime(2026, 7, 9, 10, 12, 5), 4, 8, "Yes", "Clear plan, good questions.",
               "Watch first, then speak."),
        Answer(pair, "Mentor", pair.mentor, datetime(2026, 7, 10, 8, 40, 51), 5, 9, "Yes"),
        Answer(pair, "Mentee", pair.mentee, datetime(2026, 10, 8, 9, 3, 44), 5, 10, "Yes",
               "I led a session I would not have dared to ask for.", "Say the interest before the request."),
        Answer(pair, "Mentor", pair.mentor, datetime(2026, 10, 9, 16, 22, 10), 5, 10, "Yes",
               "Amara owns her goals.", "Observing beside a mentee teaches the mentor too.")]
