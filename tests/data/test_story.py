"""One pair's story by hand: nothing after the day counts, every id leads to it, and its numbers are the metrics'."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from careerdash.metrics import Filters, pairs
from careerdash.metrics.story import PlanOnFile, Story, plan_on_file, story, stretches
from careerdash.reports.pair_page import pair_page_html
from careerdash.store import Store
from careerdash.words import story as words
from tests.support.tables import store_of

START, DAY = date(2026, 1, 5), date(2026, 4, 30)
EVIL = "<script>alert(1)</script> & **bold** \"quoted\""

TABLES = {
    "person": [{"person_id": "m", "department": "IT"}, {"person_id": "e", "department": "Law", "location": "Porto"},
               {"person_id": "h", "department": "Sales"}],
    "people": [{"person_id": "m", "name": "Vogt, Lena", "email": "lena@example.org"},
               {"person_id": "e", "name": EVIL, "email": "max@example.org"}],
    "identity": [{"kind": "pair", "old_id": old, "id": "p"} for old in ("p", "old")],
    "pair": [{"pair_id": "p", "program": "Alpha", "mentor_id": "m", "mentee_id": "e", "start_date": START,
              "status": "active", "cadence_days": 14, "extras": '{"Room": "4 <b>"}'},
             {"pair_id": "q", "program": "Beta", "mentor_id": "e", "mentee_id": "m", "start_date": START}],
    "check_in": [
        {"pair_id": "p", "date": date(2026, 1, 1), "status": "held", "notes": "too early"},
        *({"pair_id": "p", "date": day, "status": "held", "has_record": True, "covered_progress": True}
          for day in (date(2026, 1, 19), date(2026, 2, 9), date(2026, 2, 9), date(2026, 4, 20))),
        {"pair_id": "p", "date": date(2026, 3, 2), "status": "cancelled"},
        {"pair_id": "p", "date": date(2026, 5, 6), "status": "scheduled"}],
    "vision": [{"pair_id": "p", "statement_date": date(2026, 2, 1), "on_file": True, "explored_values": True,
                "explored_experience": False, "reviewed_date": date(2026, 4, 1)}],
    "goal": [
        {"pair_id": "p", "title": EVIL, "framework": "REAL", "relevant": True, "engaging": False,
         "set_date": date(2026, 1, 20), "target_date": date(2026, 3, 1), "original_target_date": date(2026, 3, 1),
         "status": "achieved", "achieved_date": date(2026, 4, 10)},
        {"pair_id": "p", "title": "later", "framework": "SMARTY", "set_date": date(2026, 4, 25), "status": "open"},
        {"pair_id": "p", "title": "gone", "status": "dropped"}],
    "milestone": [
        {"pair_id": "p", "title": "moved", "kind": "skill", "original_due_date": date(2026, 2, 1),
         "due_date": date(2026, 3, 1), "completed_date": date(2026, 4, 15), "status": "done"},
        {"pair_id": "p", "title": "open", "due_date": date(2026, 4, 1)},
        {"pair_id": "p", "title": "done, no day", "status": "done"},
        {"pair_id": "p", "title": "dropped", "due_date": date(2026, 1, 9), "status": "dropped"}],
    "checklist": [{"pair_id": "p", "item": 1, "done": True, "done_date": date(2026, 2, 2)},
                  {"pair_id": "p", "item": 2, "done": True}, {"pair_id": "p", "item": 3, "done": False}],
    "resource": [{"pair_id": "p", "name": "Helper", "person_id": "h", "kind": "access",
                  "connected_date": date(2026, 3, 1)}],
    "feedback": [{"pair_id": "p", "respondent": "mentee", "date": date(2026, 4, 2), "satisfaction": 2,
                  "comment": "secret words"},
                 {"pair_id": "p", "respondent": "mentor", "satisfaction": 5}],
    "recognition": [{"pair_id": "p", "date": date(2026, 4, 3), "kind": "achievement", "note": "praised"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with store_of(TABLES, DAY) as opened:
        yield opened


ALL = Filters()


def told(store: Store, day: date = DAY, asked: str = "p", seen: Filters = ALL) -> Story:
    found = story(store, day, seen, asked)
    assert found is not None
    return found


def test_every_id_leads_to_the_pair_and_an_unknown_or_foreign_one_to_none(store: Store) -> None:
    assert told(store, asked="old").facts["pair_id"] == "p"
    assert told(store).facts["ids"] == ["old", "p"]
    assert story(store, DAY, Filters(), "nobody") is None
    assert story(store, DAY, Filters(program=("Beta",)), "p") is None
    assert told(store, seen=Filters(program=("Alpha",))).facts["pair_id"] == "p"


def test_its_numbers_are_those_of_the_command_line(store: Store) -> None:
    for day in (DAY, date(2026, 3, 15)):
        pair = told(store, day)
        row = next(row for row in pairs(store, day, Filters()) if row["pair_id"] == "p")
        states = [step["state"] for step in pair.milestones]
        assert {state: states.count(state) for state in ("open", "done", "dropped")} == {
            state: row["milestones"][state] for state in ("open", "done", "dropped")}
        assert sum(step["overdue"] for step in pair.milestones) == row["milestones"]["overdue"]
        assert sum(1 for goal in pair.goals if goal["state"] != "dropped") == row["goals"]
        assert sum(1 for one in pair.check_ins if one["counts"]) == row["check_ins"]
        assert len(pair.resources) == row["resources"]
        items = {str(item["item"]): (item["said"], item["shown"]) for item in words.items(pair)}
        assert items == {item: (known["ticked"], known["evidenced"]) for item, known in row["checklist"].items()}


def test_nothing_after_the_day_counts(store: Store) -> None:
    then = told(store, date(2026, 2, 1))
    assert [one["date"].isoformat() for one in then.check_ins] == ["2026-01-01", "2026-01-19"]
    assert [(goal["title"], goal["state"], goal["achieved_date"]) for goal in then.goals] == [
        ("gone", "dropped", None), (EVIL, "open", None)]
    assert {step["title"]: step["state"] for step in then.milestones} == {
        "moved": "open", "open": "open", "done, no day": "done", "dropped": "dropped"}
    assert all(step["completed_date"] is None for step in then.milestones)
    assert (then.ticks, then.resources, then.recognitions) == ({2: None}, [], [])
    assert [row["respondent"] for row in then.feedback] == ["mentor"]
    assert then.vision is not None
    assert (then.vision["stated"], then.vision["reviewed_date"]) == (True, None)
    assert told(store, date(2026, 1, 31)).vision == {**then.vision, "stated": False, "statement_date": None}


def test_stretches_against_the_interval(store: Store) -> None:
    """Agreed 14, grace 3: late after 17 days, silent after 31. Two on one day are one meeting day."""
    assert [((end - start).days, fit, still_open) for start, end, fit, still_open in stretches(told(store))] == [
        (14, "as_agreed", False), (21, "late", False), (70, "silent", False), (10, "as_agreed", True)]
    assert stretches(told(store, date(2026, 1, 1))) == [], "not started"
    assert stretches(told(store, asked="q")) == [], "no meeting data in the program"


@pytest.mark.parametrize(("vision", "wanted"), [
    ([], PlanOnFile(False, None, False, None)),
    ([{"on_file": True}], PlanOnFile(True, None, False, None)),
    ([{"on_file": True, "statement_date": date(2026, 5, 1)}], PlanOnFile(False, None, False, None)),
    ([{"statement_date": date(2024, 1, 1), "reviewed_date": date(2025, 4, 30)}],
     PlanOnFile(True, date(2024, 1, 1), True, date(2025, 4, 30))),
    ([{"statement_date": date(2024, 1, 1), "reviewed_date": date(2025, 4, 29)}],
     PlanOnFile(True, date(2024, 1, 1), False, date(2025, 4, 29))),
])  # fmt: skip
def test_plan_on_file_and_reviewed_within_twelve_months(vision: list[dict[str, object]], wanted: PlanOnFile) -> None:
    tables = {"pair": TABLES["pair"], "vision": [{"pair_id": "p", **row} for row in vision]}
    with store_of(tables, DAY) as opened:
        assert plan_on_file(told(opened)) == wanted


class Page(HTMLParser):
    """What a browser would make of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.asked: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.asked += [name for name, _ in attrs if name not in ("class", "lang", "charset")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_to_print_is_whole_and_harmless(store: Store) -> None:
    html = pair_page_html(told(store)).decode("utf-8")
    page = Page()
    page.feed(html)
    assert set(page.tags) <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "table", "thead",
                              "tbody", "tr", "th", "td"}  # fmt: skip
    assert page.asked == [], "no address, no event, no style of its own"
    assert "url(" not in html
    assert "@import" not in html
    assert "Plan on file: yes, since 1 Feb 2026. Reviewed within 12 months: yes, on 1 Apr 2026." in page.text
    assert EVIL in page.text, "text of files is text"
    for private in ("secret words", "too early", "praised", "4 <b>", "2 of 5"):
        assert private not in page.text


def test_a_fan_of_rows_is_shown_once_each() -> None:
    """Two of everything, people with several spells, an id that was another: no row stands twice."""
    spells = [{"person_id": who, "hire_date": day, "department": name}
              for who in "meh" for day, name in ((None, "Old"), (date(2026, 2, 1), "New"))]
    tables = {
        "person": spells,
        "people": [{"person_id": "h", "name": "Hall, Ada"}],
        "identity": [{"kind": "pair", "old_id": old, "id": "p"} for old in ("p", "one", "two")],
        "pair": TABLES["pair"],
        "vision": [{"pair_id": "p", "on_file": True}, {"pair_id": "q", "on_file": False}],
        "goal": [{"pair_id": "p", "title": title} for title in "ab"],
        "milestone": [{"pair_id": "p", "title": title, "goal_id": "goal-00001"} for title in "ab"],
        "resource": [{"pair_id": "p", "name": name, "person_id": "h"} for name in "ab"],
        "check_in": [{"pair_id": "p", "date": date(2026, 3, 2), "status": status} for status in
                     ("held", "held", "cancelled")],
        "feedback": [{"pair_id": "p", "respondent": "mentee", "date": date(2026, 3, 2)} for _ in "ab"],
        "recognition": [{"pair_id": "p", "date": date(2026, 3, 2), "kind": kind} for kind in
                        ("achievement", "adjustment")]}
    with store_of(tables, DAY) as opened:
        pair = told(opened, asked="two")
        row = next(row for row in pairs(opened, DAY, Filters()) if row["pair_id"] == "p")
        assert told(opened, date(2026, 1, 20)).facts["mentor_department"] == "Old"
    parts = (pair.goals, pair.milestones, pair.resources, pair.feedback, pair.recognitions)
    assert [len(part) for part in parts] == [2] * 5
    assert (len(pair.check_ins), sum(one["counts"] for one in pair.check_ins)) == (3, 2)
    assert [one["gap"] for one in pair.check_ins] == [None] * 3
    assert {one["department"] for one in pair.resources} == {"New"}
    assert (row["goals"], row["resources"], row["milestones"]["open"], row["check_ins"]) == (2, 2, 2, 2)
    assert (pair.facts["ids"], pair.facts["department"]) == (["one", "p", "two"], "New")


def test_no_data_but_the_pair() -> None:
    with store_of({"pair": TABLES["pair"]}, DAY) as opened:
        pair = told(opened, asked="q")
        assert story(opened, date(2026, 1, 4), ALL, "q") is not None, "a planned pair has a page"
        assert story(opened, DAY, ALL, "old") is None, "this build never called it so"
        html = pair_page_html(pair).decode()
    assert (pair.vision, pair.facts["ids"], pair.facts["site"]) == (None, ["q"], None)
    assert not any((pair.goals, pair.milestones, pair.check_ins, pair.ticks, pair.resources, pair.feedback,
                    pair.recognitions, pair.extras))
    assert html.count("None on file.") == 3
    assert "Plan on file: no. Reviewed within 12 months: no." in html
    with store_of({}, DAY) as opened:
        assert story(opened, DAY, ALL, "p") is None


@pytest.mark.parametrize("asked", ["p", "old"])
@pytest.mark.parametrize("seen", [Filters(program=("Beta",)), Filters().within(()), Filters().within(("Gamma",))])
def test_out_of_sight_is_unknown_by_any_id(store: Store, asked: str, seen: Filters) -> None:
    assert story(store, DAY, seen, asked) is None
    assert story(store, DAY, seen, "no such pair") is None
    assert story(store, DAY, seen, "") is None


def test_ended_pairs() -> None:
    """Meetings after the end are outside; an end before the start leaves no time in between."""
    def pair(name: str, end: date) -> dict[str, object]:
        return {"pair_id": name, "program": "Alpha", "mentor_id": "m", "mentee_id": "e", "start_date": START,
                "end_date": end, "end_reason": "moved", "cadence_days": 14}

    tables = {"pair": [pair("p", date(2026, 2, 9)), pair("wrong", date(2026, 1, 1)), pair("same", START)],
              "check_in": [{"pair_id": "p", "date": day, "status": "held"}
                           for day in (date(2026, 1, 26), date(2026, 2, 9), date(2026, 2, 20))],
              "feedback": [{"pair_id": "p", "respondent": "mentee", "date": date(2026, 3, 1), "satisfaction": 4}]}
    with store_of(tables, DAY) as opened:
        ended, running = told(opened), told(opened, date(2026, 2, 8))
        assert [(one["counts"], one["gap"]) for one in ended.check_ins] == [(True, None), (True, 14), (False, None)]
        assert [((end - start).days, fit, last) for start, end, fit, last in stretches(ended)] == [
            (21, "late", False), (14, "as_agreed", False)]
        assert [(end - start).days for start, end, _, _ in stretches(running)] == [21, 13]
        assert (ended.facts["end_reason"], running.facts["end_reason"]) == ("moved", None)
        assert ended.facts["satisfaction_mentee"] == 4
        for name in ("wrong", "same"):
            without = told(opened, asked=name)
            assert without.facts["state"] == "ended"
            assert stretches(without) == [], "no time between start and end"
            assert words.meetings(without).title.startswith("No meeting")


def test_the_page_says_of_steps_and_goals_what_the_counts_say() -> None:
    """A dropped step is not done, whatever day stands beside it; what is done on no known day is done."""
    tables = {
        "pair": TABLES["pair"],
        "milestone": [
            {"pair_id": "p", "title": "given up", "completed_date": date(2026, 2, 1), "status": "dropped"},
            {"pair_id": "p", "title": "no day", "status": "done", "due_date": date(2026, 2, 1)},
            {"pair_id": "p", "title": "tomorrow", "completed_date": date(2026, 5, 1), "due_date": DAY},
            {"pair_id": "p", "title": "yesterday", "due_date": date(2026, 4, 29)}]}
    with store_of(tables, DAY) as opened:
        pair = told(opened)
        row = next(row for row in pairs(opened, DAY, Filters()) if row["pair_id"] == "p")
    page = Page()
    page.feed(pair_page_html(pair).decode())
    assert {step["title"]: (step["state"], step["completed_date"], step["overdue"]) for step in pair.milestones} == {
        "given up": ("dropped", None, False), "no day": ("done", None, False), "tomorrow": ("open", None, False),
        "yesterday": ("open", None, True)}
    assert row["milestones"] == {"open": 2, "done": 1, "dropped": 1, "overdue": 1, "moved": 0}
    for cells in ("given up––dropped", "no day–1 Feb 2026done", "tomorrow–30 Apr 2026open",
                  "yesterday–29 Apr 2026overdue"):
        assert cells in page.text


@pytest.mark.parametrize(("day", "reviewed", "said"), [
    (DAY, date(2025, 4, 30), "yes, on 30 Apr 2025"), (DAY, date(2025, 4, 29), "no, last on 29 Apr 2025"),
    (DAY, DAY, "yes, on 30 Apr 2026"), (DAY, date(2026, 5, 1), "no, no review on file"),
    (DAY, None, "no, no review on file"),
    # twelve months before 29 February end on the 28th
    (date(2028, 2, 29), date(2027, 2, 28), "yes, on 28 Feb 2027"),
    (date(2028, 2, 29), date(2027, 2, 27), "no, last on 27 Feb 2027"),
    (date(2029, 2, 28), date(2028, 2, 28), "yes, on 28 Feb 2028"),
])  # fmt: skip
def test_the_answer_to_the_yearly_duty_at_its_edge(store: Store, day: date, reviewed: date | None, said: str) -> None:
    known = None if reviewed is not None and reviewed > day else reviewed  # as story/vision.sql has it, tested above
    pair = told(store)
    assert pair.vision is not None
    pair = replace(pair, facts={**pair.facts, "as_of": day}, vision={**pair.vision, "reviewed_date": known})
    assert f"Plan on file: yes, since 1 Feb 2026. Reviewed within 12 months: {said}." in pair_page_html(pair).decode()


PLACES = ("mentor_name", "mentee_name", "program", "cohort", "department", "site", "pair_id", "end_reason")


def test_every_text_of_a_file_is_escaped(store: Store) -> None:
    """Wherever it stands, a text opens no element and no attribute, and names no address that is asked for."""
    evil = "</td></style><script src='http://example.org/x.js'></script><img src=x onerror=alert(1)>&copy;\"'"
    pair = told(store)
    facts = {**pair.facts, **dict.fromkeys(PLACES, evil), "is_ended": True, "end_day": DAY, "state": "ended"}
    hostile = replace(
        pair, facts=facts, goals=[{**goal, "title": evil} for goal in pair.goals],
        milestones=[{**step, "title": evil} for step in pair.milestones],
        resources=[{**one, "name": evil} for one in pair.resources])
    html = pair_page_html(hostile).decode("utf-8")
    page, harmless = Page(), Page()
    page.feed(html)
    harmless.feed(pair_page_html(replace(hostile, facts={**facts, **dict.fromkeys(PLACES, "x")})).decode("utf-8"))
    assert page.tags == harmless.tags, "the text changes no element"
    assert page.asked == []
    # title, heading, line beneath it (five facts and the id), three goals, four steps, one resource
    assert page.text.count(evil) == 2 * 2 + 6 + len(pair.goals) + len(pair.milestones) + len(pair.resources)
    assert "<script" not in html
    assert "<img" not in html
    assert "&amp;copy;" in html
