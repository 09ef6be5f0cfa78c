"""The demo workbooks: current, small, and of the size and with the flaws that the demo promises."""

import json
import zipfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from tools.demo import earlier, sheets
from tools.demo.company import DATA_DAY, FIRST_DAY
from tools.demo.make import EARLIER_EXPORT, SEED, Company, write_demo
from tools.demo.plans import REAL, SMARTY

COMMITTED = Path(__file__).parents[3] / "data" / "demo"


@pytest.fixture(scope="module")
def fresh(company: Company, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder, company)
    return folder


def _parts(path: Path) -> dict[str, bytes]:
    """Inflated, because another zlib may pack the same text in other bytes."""
    with zipfile.ZipFile(path) as members:
        return {name: members.read(name) for name in members.namelist()}


def test_committed_workbooks_are_current(fresh: Path) -> None:
    names = sorted(path.name for path in COMMITTED.iterdir())
    assert names == sorted(path.name for path in fresh.iterdir())
    for name in names:
        if name.endswith(".xlsx"):
            assert _parts(COMMITTED / name) == _parts(fresh / name), f"{name}: run `make demo-data`"


def test_zip_members_carry_no_time(fresh: Path) -> None:
    for path in fresh.glob("*.xlsx"):
        with zipfile.ZipFile(path) as members:
            assert {info.date_time[0] for info in members.infolist()} == {1980}


def test_manifest_names_every_workbook_with_its_day() -> None:
    manifest = json.loads((COMMITTED / "manifest.json").read_text(encoding="utf-8"))
    assert sorted(entry["file"] for entry in manifest) == sorted(path.name for path in COMMITTED.glob("*.xlsx"))
    days = [date.fromisoformat(entry["as_of"]) for entry in manifest]
    assert days == sorted(days)
    assert days[-1] == DATA_DAY
    assert all(entry["as_of"] in entry["file"] for entry in manifest)


def test_workbooks_are_small() -> None:
    assert sum(path.stat().st_size for path in COMMITTED.glob("*.xlsx")) < 1_500_000


def test_size_of_the_company(company: Company) -> None:
    assert len(company.people) == 2_400
    assert len({person.department for person in company.people}) == 10
    assert sum(person.rehired is not None for person in company.people) > 10
    assert len({pair.program.name for pair in company.pairs}) == 3
    assert {(p.participation, p.assignment) for p in {pair.program for pair in company.pairs}} == {
        ("Mandatory", "Matched"), ("Voluntary", "Lottery"), ("Voluntary", "Chosen")}
    assert 850 <= len(company.pairs) <= 950
    states = Counter(pair.status for pair in company.pairs)
    assert 225 <= states["Active"] <= 255
    assert set(states) == {"Active", "Completed", "Closed", "Ended early", "On hold", "Draft"}
    assert 8_500 <= len(company.log) <= 9_500
    assert min(row.day for row in company.log) >= FIRST_DAY


def test_nobody_meets_after_the_end_or_the_data_day(company: Company) -> None:
    for pair in company.pairs:
        assert all(pair.start <= day <= pair.last_day for day in pair.meetings)
    assert all(row.status == "Scheduled" for row in company.log if row.day > DATA_DAY)


def test_kinds_of_pairs(company: Company) -> None:
    active = [pair for pair in company.pairs if pair.status == "Active" and not pair.story]
    assert {pair.kind for pair in active} == {"steady", "loose", "fading", "late", "never"}
    assert any(not pair.meetings and (DATA_DAY - pair.start).days > 60 for pair in active)
    assert any(pair.mentor.left and pair.mentor.left < DATA_DAY for pair in active)
    assert any(pair.planned_end and pair.planned_end < DATA_DAY for pair in active)


def test_roadmap_of_an_earlier_day_shows_what_moved(company: Company) -> None:
    """Later moves and completions do not stand in the earlier export."""
    header, earlier = sheets.roadmap(company.plans, EARLIER_EXPORT, SEED)
    _, later = sheets.roadmap(company.plans, DATA_DAY, SEED)
    due, done = header.index("Due date"), header.index("Completed on")
    now = {row[0]: row for row in later}
    assert {row[0] for row in earlier} < set(now)
    assert sum(row[due] != now[row[0]][due] for row in earlier) > 30
    assert all(row[done] is None or row[done] <= EARLIER_EXPORT for row in earlier)  # type: ignore[operator]


def test_the_month_before_knows_nothing_of_october(company: Company) -> None:
    """Together with what came since it is the whole: every row of log and roster stands in one of the two exports."""
    log = sheets.check_in_log(company.log, SEED)
    then, since = earlier.log_then(log, company.log)[1], earlier.log_since(log, company.log)[1]
    assert sorted([*then, *since], key=str) == sorted(log[1], key=str)
    assert max(row[2] for row in then if isinstance(row[2], date)) <= earlier.MONTH_BEFORE

    header, roster = sheets.roster(company.people, SEED)
    left, hired = header.index("Termination date"), header.index("Hire date")
    before, changes = (part[1] for part in (earlier.roster_then((header, roster)), earlier.roster_since(
        (header, roster))))
    assert all(not isinstance(row[column], date) or row[column] <= earlier.MONTH_BEFORE  # type: ignore[operator]
               for row in before for column in (hired, left))
    assert {str(row[:1] + row[hired:hired + 1]) for row in [*before, *changes]} == {
        str(row[:1] + row[hired:hired + 1]) for row in roster}
    assert 20 < len(changes) < 120

    header, matches = sheets.matches(company.pairs, company.people, SEED)
    _, pairs = earlier.matches_then((header, matches), company.pairs)
    ends = header.index("End date")
    assert all(not isinstance(row[ends], date) or row[ends] <= earlier.MONTH_BEFORE  # type: ignore[operator]
               for row in pairs)
    assert all(row[3] != "Unassigned" for row in pairs)


def test_ticks_have_a_day_within_the_life_of_the_pair(company: Company) -> None:
    header, rows = sheets.checklist(company.pairs, company.plans, SEED)
    by_id = {pair.pair_id: pair for pair in company.pairs}
    dated = 0
    for row in rows:
        for item in ("Vision statement", "Regular meetings", "Recognise & adjust"):
            day = row[header.index(f"{item} date")]
            if isinstance(day, date):
                dated += 1
                assert row[header.index(item)] == "Yes"
                assert by_id[str(row[0])].start <= day <= DATA_DAY
    assert dated > 300


def test_rows_that_cannot_be_placed(company: Company) -> None:
    known = {pair.pair_id for pair in company.pairs}
    _, rows = sheets.check_in_log(company.log, SEED)
    assert sum(row[1] not in known for row in rows) == 7
    assert sum(row[2] is None for row in rows) == 4
    assert sum(isinstance(row[2], str) and row[2][:4].isdigit() for row in rows) > 50  # dates as text
    _, matches = sheets.matches(company.pairs, company.people, SEED)
    assert sum(row[3] == "Unassigned" for row in matches) == 5
    assert sum(", " in str(row[3]) for row in matches) > 20  # mixed name forms


def test_ticks_without_evidence_and_sides_that_disagree(company: Company) -> None:
    with_vision = {vision.pair.number for vision in company.plans.visions if vision.on_file}
    bold = [number for number, ticks in company.plans.ticks.items() if ticks[0] == "Yes" and number not in with_vision]
    assert len(bold) > 10
    last: dict[tuple[int, str], int] = {}
    for answer in company.answers:
        if answer.satisfaction and answer.at.date() > DATA_DAY - timedelta(days=60):
            last[answer.pair.number, answer.role] = answer.satisfaction
    apart = [number for number, role in last if role == "Mentor"
             and abs(last[number, role] - last.get((number, "Mentee"), last[number, role])) >= 3]
    assert len(apart) >= 4


def test_the_worked_example_is_told_in_full(company: Company) -> None:
    pair = company.story
    assert (pair.mentee.name, pair.mentor.name) == ("Amara Lindqvist", "Tomás Okonkwo")
    assert pair.mentee.department != pair.mentor.department
    assert pair.status == "Active"
    goals = [goal for goal in company.plans.goals if goal.pair is pair]
    assert [(goal.framework, tuple(goal.criteria)) for goal in goals] == [("REAL", REAL), ("SMARTY", SMARTY)]
    steps = [step for step in company.plans.milestones if step.pair is pair]
    assert {step.kind for step in steps} == {"milestone", "skill", "opportunity", "networking"}
    assert any("interdepartmental meetings" in step.title and step.done for step in steps)
    assert any("communication" in step.title and step.done for step in steps)
    assert any(step.moved_on for step in steps)
    assert {resource.kind for resource in company.plans.resources if resource.pair is pair} == {
        "knowledge", "perspective", "access"}
    assert {thing.kind for thing in company.plans.recognitions if thing.pair is pair} == {"Achievement", "Adjustment"}
    assert company.plans.ticks[pair.number] == ["Yes"] * 7
    held = [row for row in company.log if row.pair is pair and row.status == "Held"]
    assert len(held) >= 8
    assert all(row.record and row.notes for row in held)
