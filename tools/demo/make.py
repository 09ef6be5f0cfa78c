"""The whole company, and the files that its systems would have exported."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from . import earlier, sheets
from .books import Page, write_book
from .company import DATA_DAY, Person, make_people
from .meetings import CheckIn, make_check_ins
from .pairs import Pair, make_pairs
from .plans import Plans, make_plans
from .story import find_story, story_answers, story_check_ins, tell
from .survey import Answer, make_answers

SEED = 30
"""Over many seeds mentees and their colleagues stay alike on average; in this one they nearly do by themselves."""
EARLIER_EXPORT = date(2026, 7, 31)


@dataclass(frozen=True)
class Company:
    """Everything that is true in the demo, before it is written down with flaws."""

    people: list[Person]
    pairs: list[Pair]
    log: list[CheckIn]
    plans: Plans
    answers: list[Answer]
    story: Pair


def make_company(seed: int = SEED) -> Company:
    """The company of that seed; the same seed gives the same company."""
    people = make_people(seed)
    pairs = make_pairs(people, seed)
    story = find_story(pairs, people)
    log = make_check_ins(pairs, seed) + story_check_ins(story)
    log.sort(key=lambda row: (row.day, row.pair.number))
    records: dict[int, list[bool]] = {}
    for row in log:
        if row.status in ("Held", None) and row.record is not None:
            records.setdefault(row.pair.number, []).append(row.record)
    plans = make_plans(pairs, people, records, seed)
    tell(story, people, plans)
    answers = make_answers(pairs, seed) + story_answers(story)
    answers.sort(key=lambda answer: (answer.at, answer.pair.number, answer.role))
    return Company(people, pairs, log, plans, answers, story)


def write_demo(folder: Path, company: Company) -> list[dict[str, str]]:
    """Writes all workbooks and `manifest.json` (file name and data day, oldest first) into the folder."""
    c, seed = company, SEED
    run = f"{DATA_DAY:%d %b %Y}"
    then = f"{earlier.MONTH_BEFORE:%d %b %Y}"
    roster, log = sheets.roster(c.people, seed), sheets.check_in_log(c.log, seed)
    matches = sheets.matches(c.pairs, c.people, seed)
    books: list[tuple[str, date, list[Page]]] = [
        ("Roadmaps_and_goals_2026-07-31.xlsx", EARLIER_EXPORT, [
            Page("Roadmap", sheets.roadmap(c.plans, EARLIER_EXPORT, seed)),
            Page("Goals", sheets.goals(c.plans, EARLIER_EXPORT))]),
        ("Workforce_report_2026-09-30.xlsx", earlier.MONTH_BEFORE, [
            Page("Roster", earlier.roster_then(roster),
                 (f"Workforce report, run {then}", "Active and terminated workers since 1 Nov 2023"), "dd/mm/yyyy")]),
        ("Mentoring_matches_2026-09-30.xlsx", earlier.MONTH_BEFORE, [
            Page("Matches", earlier.matches_then(matches, c.pairs)),
            Page("Programs", sheets.programs())]),
        ("Check-in_log_2026-09-30.xlsx", earlier.MONTH_BEFORE, [
            Page("Check-in log", earlier.log_then(log, c.log), (), "d mmm yyyy")]),
        ("Roadmaps_2026-09-30.xlsx", earlier.MONTH_BEFORE, [
            Page("Roadmap", sheets.roadmap(c.plans, earlier.MONTH_BEFORE, seed))]),
        ("Workforce_changes_2026-10-31.xlsx", DATA_DAY, [
            Page("Roster", earlier.roster_since(roster),
                 (f"Workforce changes, run {run}", f"Hires and terminations since {then}"), "dd/mm/yyyy"),
            Page("Job changes", sheets.job_changes(c.people, seed), (), "dd/mm/yyyy")]),
        ("Mentoring_matches_2026-10-31.xlsx", DATA_DAY, [
            Page("Matches", matches),
            Page("Programs", sheets.programs())]),
        ("Check-in_log_2026-10-31.xlsx", DATA_DAY, [
            Page("Check-in log", earlier.log_since(log, c.log), (), "d mmm yyyy")]),
        ("Roadmaps_and_goals_2026-10-31.xlsx", DATA_DAY, [
            Page("Roadmap", sheets.roadmap(c.plans, DATA_DAY, seed)),
            Page("Goals", sheets.goals(c.plans, DATA_DAY))]),
        ("Mentor_checklist_2026-10-31.xlsx", DATA_DAY, [
            Page("Mentor checklist", sheets.checklist(c.pairs, c.plans, seed),
                 (f"Mentor action checklist, all programs, {run}",))]),
        ("Plans_network_recognition_2026-10-31.xlsx", DATA_DAY, [
            Page("Plans on file", sheets.plans_on_file(c.plans, seed)),
            Page("Support network", sheets.network(c.plans)),
            Page("Recognitions", sheets.recognitions(c.plans))]),
        ("Pulse_survey_2026-10-31.xlsx", DATA_DAY, [
            Page("Survey responses", sheets.survey(c.answers, seed), (), "d mmm yyyy")]),
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for name, _, pages in books:
        write_book(folder / name, pages)
    manifest = [{"file": name, "as_of": day.isoformat()} for name, day, _ in books]
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest
