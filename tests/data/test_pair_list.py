"""The list of pairs: found whatever the accents, sorted over all rows, cut into pages that fit together."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from careerdash import formats
from careerdash.metrics import Filters, attention, pair_list, pairs
from careerdash.metrics.pair_list import SORTS, Order, Search, all_lines, mentee_sites, pair_page, pair_states
from careerdash.reports.pair_list import COLUMNS_WRITTEN, pair_list_xlsx
from careerdash.store import Store
from careerdash.words import pairs as words
from tests.support.tables import store_of

DAY = date(2026, 4, 30)
NAMES = {"a": "Ärger, Zoë", "b": "Łuczak, Bartłomiej", "c": "Strauß, Møna", "d": "O'Neill, Ann", "e": "Zed"}
MENTORS = {"x": "Çelik, Gül", "y": "celik, Ada"}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    tables = {
        "person": [{"person_id": who, "location": {"a": "Porto", "b": "Leeds"}.get(who),
                    "alternate_emails": "old.ann@example.org" if who == "d" else None} for who in NAMES],
        "people": [{"person_id": who, "name": name, "email": f"{who}{who}@example.org"}
                   for who, name in {**NAMES, **MENTORS}.items()],
        "pair": [{"pair_id": f"P{number}", "program": "Alpha" if number < 3 else "Beta", "mentor_id": "x" if number < 2
                  else "y", "mentee_id": who, "start_date": date(2026, 1, 5 + number), "cadence_days": 10,
                  "status": "paused" if who == "e" else "active"} for number, who in enumerate(NAMES)],
        "check_in": [{"pair_id": "P0", "date": date(2026, 1, day), "status": "held"} for day in (6, 6, 16, 29)],
        "identity": [{"kind": "pair", "old_id": old, "id": "P2"} for old in ("P2", "Round-7/2", "round 6")],
    }  # fmt: skip
    with store_of(tables, DAY) as opened:
        yield opened


def found(store: Store, words: str = "", **more: object) -> list[str]:
    search = Search(words, **more)  # type: ignore[arg-type]
    lines = pair_page(store, DAY, Filters(), search, Order("start", False), 50, 0)
    counts = pair_states(store, DAY, Filters(), Search(search.words, search.mentor, search.site))
    assert sum(number for state, number in counts.items() if not search.state or state in search.state) == len(lines)
    return [line["pair_id"] for line in lines]


@pytest.mark.parametrize(("words", "wanted"), [
    ("arger", ["P0"]), ("ÄRGER zoe", ["P0"]), ("zoe ärger", ["P0"]), ("luczak", ["P1"]), ("BARTLOMIEJ ł", ["P1"]),
    ("strauss", ["P2"]), ("STRAUß mona", ["P2"]), ("o'neill", ["P3"]), ("dd@EXAMPLE", ["P3"]), ("old.ann", ["P3"]),
    ("p4", ["P4"]), ("celik", ["P0", "P1", "P2", "P3", "P4"]), ("celik zed", ["P4"]), ("100%", []), ("_", []),
    ("round-7/2", ["P2"]),
    ("'; drop table pair; --", []), ("   ", ["P0", "P1", "P2", "P3", "P4"]), ("{names} $words", []),
])  # fmt: skip
def test_words_are_found_whatever_case_accents_and_order(store: Store, words: str, wanted: list[str]) -> None:
    assert found(store, words) == wanted


def test_column_filters(store: Store) -> None:
    assert found(store, mentor="CELIK, G") == ["P0", "P1"]
    assert found(store, site=("Porto",)) == ["P0"]
    assert found(store, site=("-", "Leeds")) == ["P1", "P2", "P3", "P4"]
    assert found(store, state=("paused",)) == ["P4"]
    assert found(store, "celik", mentor="ada", state=("active",)) == ["P2", "P3"]
    assert mentee_sites(store, DAY, Filters()) == ["Leeds", "Porto", "-"]
    assert pair_states(store, DAY, Filters(program=("Beta",)), Search()) == {"active": 1, "paused": 1}


def test_names_are_sorted_without_accents_and_from_both_ends(store: Store) -> None:
    def order(sort: Order) -> list[str]:
        return [line["pair_id"] for line in pair_page(store, DAY, Filters(), Search(), sort, 50, 0)]

    assert order(Order("mentee", False)) == ["P0", "P1", "P3", "P2", "P4"]
    assert order(Order("mentee", True)) == ["P4", "P2", "P3", "P1", "P0"]
    for down in (True, False):
        assert order(Order("last_meeting", down))[0] == "P0", "unknown stands last"
    assert order(Order("start", True)) == ["P4", "P3", "P2", "P1", "P0"]


@pytest.mark.parametrize("sort", SORTS)
def test_pages_fit_together_in_every_order(store: Store, sort: str) -> None:
    order = Order(sort, True)  # type: ignore[arg-type]
    whole = [line["pair_id"] for line in all_lines(store, DAY, Filters(), Search(), order)]
    parts = [line["pair_id"] for start in (0, 2, 4, 6)
             for line in pair_page(store, DAY, Filters(), Search(), order, 2, start)]
    assert parts == whole
    assert sorted(whole) == ["P0", "P1", "P2", "P3", "P4"]


def test_a_line_says_what_the_command_line_says(store: Store) -> None:
    """Two meetings on one day are one; a gap is between two days."""
    for day in (DAY, date(2026, 1, 20)):
        line = pair_page(store, day, Filters(), Search("P0"), Order(), 1, 0)[0]
        row = next(row for row in pairs(store, day, Filters()) if row["pair_id"] == "P0")
        for key in ("state", "check_ins", "meeting_days", "days_since", "cadence_state", "cadence_coverage", "goals"):
            assert line[key] == row[key]
        assert line["gaps"] == ([10, 13] if day == DAY else [10])
    assert pair_page(store, DAY, Filters(), Search("P1"), Order(), 1, 0)[0]["gaps"] == []


def test_a_mentee_in_no_roster_has_an_unknown_site() -> None:
    """Neither has one that is hired after the day, or whose spell names none."""
    tables = {
        "person": [{"person_id": "later", "hire_date": date(2026, 5, 1), "location": "Porto"},
                   {"person_id": "empty", "location": None},
                   {"person_id": "moved", "location": "Leeds"},
                   {"person_id": "moved", "hire_date": date(2026, 4, 1), "location": "Porto"}],
        "pair": [{"pair_id": who, "program": "Alpha" if who != "none" else None, "mentor_id": "m", "mentee_id": who,
                  "start_date": date(2026, 1, 5)} for who in ("later", "empty", "moved", "none")]}
    with store_of(tables, DAY) as opened:
        assert found(opened, site=("-",)) == ["empty", "later", "none"]
        assert found(opened, site=("Porto",)) == ["moved"]
        assert found(opened, site=("Leeds",)) == []
        assert found(opened, site=("-", "Porto")) == ["empty", "later", "moved", "none"]
        assert mentee_sites(opened, DAY, Filters(program=("-",))) == ["-"]
        assert mentee_sites(opened, DAY, Filters()) == ["Leeds", "Porto", "-"]
        lines = pair_page(opened, DAY, Filters(), Search(), Order("start", False), 50, 0)
        assert {line["pair_id"]: line["site"] for line in lines} == {
            "empty": None, "later": None, "moved": "Porto", "none": None}
    assert "site unknown and Leeds" in words.nothing(Search(site=("-", "Leeds"))).advice


def of(name: str, **more: object) -> dict[str, object]:
    return {"pair_id": name, "program": "Alpha", "mentor_id": "m", "mentee_id": "e",
            "start_date": date(2026, 1, 5), **more}


@pytest.fixture(scope="module")
def traps() -> Iterator[Store]:
    """Pairs that tie in most orders; one with two of everything, one ended, one of another program."""
    tables = {
        "identity": [{"kind": "pair", "old_id": old, "id": "T3"} for old in ("T3", "first id")],
        "pair": [*(of(f"T{number}") for number in range(6)), of("end", end_date=date(2026, 3, 1)),
                 of("other", program="Beta", start_date=date(2026, 6, 1))],
        "goal": [{"pair_id": "T1", "title": "a"}, {"pair_id": "T1", "title": "b"},
                 {"pair_id": "T1", "title": "later", "set_date": date(2026, 5, 1)},
                 {"pair_id": "T1", "title": "dropped", "status": "dropped"}],
        "resource": [{"pair_id": "T1", "name": name} for name in "ab"],
        "milestone": [
            {"pair_id": "T1", "title": "done", "completed_date": DAY, "due_date": DAY, "status": "done"},
            {"pair_id": "T1", "title": "done tomorrow", "completed_date": date(2026, 5, 1), "due_date": DAY},
            {"pair_id": "T1", "title": "late", "due_date": date(2026, 4, 29)},
            {"pair_id": "T1", "title": "dropped", "status": "dropped", "due_date": date(2026, 1, 9)},
            {"pair_id": "T2", "title": "dropped", "status": "dropped"},
            {"pair_id": "T3", "title": "open", "due_date": date(2026, 1, 9)}],
        "check_in": [{"pair_id": "T1", "date": day, "status": "held"} for day in (date(2026, 2, 1), date(2026, 5, 1))],
        "feedback": [
            {"pair_id": "T1", "respondent": "mentee", "date": date(2025, 4, 29), "satisfaction": 5},
            {"pair_id": "T1", "respondent": "mentor", "date": date(2026, 4, 1), "satisfaction": 2},
            {"pair_id": "end", "respondent": "mentee", "date": date(2025, 4, 1), "satisfaction": 4}],
        "checklist": [{"pair_id": "T1", "item": item, "done": True} for item in (1, 3)]}
    with store_of(tables, DAY) as opened:
        yield opened


def lines_of(store: Store, order: Order, day: date = DAY, filters: Filters | None = None) -> list[dict[str, Any]]:
    return list(all_lines(store, day, filters or Filters(), Search(), order))


def test_every_line_is_the_pair_of_the_command_line(traps: Store) -> None:
    same = ("program", "state", "end_day", "check_ins", "meeting_days", "last_meeting", "days_since", "cadence_state",
            "cadence_coverage", "goals", "resources", "reasons")
    for day in (DAY, date(2026, 2, 15)):
        listed = {row["pair_id"]: row for row in pairs(traps, day, Filters())}
        lines = lines_of(traps, Order(), day)
        assert sorted(line["pair_id"] for line in lines) == sorted(listed)
        for line in lines:
            row = listed[line["pair_id"]]
            assert {key: value.isoformat() if isinstance(value := line[key], date) else value for key in same} == {
                key: row[key] for key in same}
            assert {key: line[f"milestones_{key}"] for key in ("done", "open", "overdue", "moved")} == {
                key: row["milestones"][key] for key in ("done", "open", "overdue", "moved")}
            assert {side: line[f"satisfaction_{side}"] for side in ("mentee", "mentor")} == row["satisfaction"]
            done = [item["state"] for item in (row["checklist"] or {}).values()]
            assert (line["actions_share"] is None) == (not done or "no_data" in done)


def test_a_line_by_hand(traps: Store) -> None:
    lines = {line["pair_id"]: line for line in lines_of(traps, Order())}
    one = lines["T1"]
    assert (one["goals"], one["resources"], one["check_ins"], one["milestones_share"]) == (2, 2, 1, 1 / 3)
    assert (one["satisfaction_mentee"], one["satisfaction_mentor"]) == (None, 2), "an answer of 366 days ago is stale"
    assert lines["end"]["satisfaction_mentee"] == 4, "of an ended pair a year counts back from its end"
    # 115 days old, so that all but item 7 are due; 1 and 3 are ticked, 4 is shown
    assert one["actions_share"] == 3 / 6
    assert (lines["T2"]["milestones_share"], lines["T3"]["milestones_share"]) == (None, 0.0), "0 of 0 is not known"
    assert (lines["end"]["actions_share"], lines["other"]["actions_share"]) == (None, None)


def test_orders_with_ties_and_unknown_values(traps: Store) -> None:
    def order(by: str, down: bool) -> list[str]:
        return [line["pair_id"] for line in lines_of(traps, Order(by, down))]  # type: ignore[arg-type]

    rest = ["T0", "T2", "T4", "T5", "end", "other"]
    assert order("milestones", False) == ["T3", "T1", *rest], "lowest share first, unknown last, ties by id"
    assert order("milestones", True) == ["T1", "T3", *rest]
    assert order("overdue", True) == ["T1", "T3", *rest]
    assert order("program", True) == ["other", "T0", "T1", "T2", "T3", "T4", "T5", "end"]
    assert order("actions", True)[0] == "T1"
    assert order("meetings", True)[0] == "T1"
    urgent = [row.pair_id for row in attention(traps, DAY, Filters(), 50, 0)]
    assert order("attention", False)[:len(urgent)] == urgent, "as the work list has it"


@pytest.mark.parametrize("filters", [Filters(), Filters(program=("Alpha",)), Filters(department=("-",))])
def test_pages_hold_every_pair_once(traps: Store, filters: Filters, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where an export is fetched in parts and all values tie."""
    for by in ("cohort", "department", "start", "last_meeting"):
        order = Order(by, True)  # type: ignore[arg-type]
        whole = [line["pair_id"] for line in lines_of(traps, order, filters=filters)]
        paged = [line["pair_id"] for start in range(0, 9, 3)
                 for line in pair_page(traps, DAY, filters, Search(), order, 3, start)]
        monkeypatch.setattr(pair_list, "_AT_ONCE", 3)
        assert paged == whole == [line["pair_id"] for line in lines_of(traps, order, filters=filters)]
        assert len(set(whole)) == len(whole) == sum(pair_states(traps, DAY, filters, Search()).values())
        assert pair_page(traps, DAY, filters, Search(), order, 3, 99) == []


def test_nothing_to_list() -> None:
    with store_of({}, DAY) as opened:
        assert pair_page(opened, DAY, Filters(), Search(), Order(), 25, 0) == lines_of(opened, Order()) == []
        assert pair_states(opened, DAY, Filters(), Search("x", "y", ("-",))) == {}
        assert mentee_sites(opened, DAY, Filters()) == []


def test_the_workbook_reads_back_guarded() -> None:
    """Every line in its order, real days and numbers, no text that a spreadsheet takes for a formula."""
    evil = "=HYPERLINK(\"http://example.org\")"
    tables = {
        "people": [{"person_id": "m", "name": evil}, {"person_id": "e", "name": "@SUM(A1)"}],
        "pair": [of("=1+1", cohort="+44", cadence_days=14), of("-2", status="paused"), of("plain")],
        "check_in": [{"pair_id": "=1+1", "date": date(2026, 1, 19), "status": "held"}],
        "milestone": [{"pair_id": "=1+1", "title": title, "status": status}
                      for title, status in (("a", "done"), ("b", "open"), ("c", "open"), ("d", "open"))]}
    with store_of(tables, DAY) as opened:
        lines = lines_of(opened, Order("start", False))
    data = pair_list_xlsx(lines, ["All programs.", "=cmd()"])
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Pairs", "About"]
    heads, *rows = book["Pairs"].iter_rows(values_only=True)
    assert list(heads) == [column.heading for column in COLUMNS_WRITTEN]
    table = [dict(zip((column.key for column in COLUMNS_WRITTEN), row, strict=True)) for row in rows]
    assert [formats.unguarded(row["pair_id"]) for row in table] == [line["pair_id"] for line in lines] == [
        "-2", "=1+1", "plain"]
    row = table[1]
    assert (row["pair_id"], row["mentor"], row["mentee"], row["cohort"]) == ("'=1+1", f"'{evil}", "'@SUM(A1)", "'+44")
    assert (row["start_date"], row["last_meeting"]) == (datetime(2026, 1, 5), datetime(2026, 1, 19))
    assert (row["cadence_days"], row["milestones_share"], row["days_since"]) == (14, 0.25, 101)
    assert table[2]["last_meeting"] is None
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell.value for cell in cells if cell.hyperlink or str(cell.value)[0] in "=+-@"]
    assert [cell.value for cell in book["About"]["A"]] == ["All programs.", "'=cmd()"]
    assert not [key for key in COLUMNS_WRITTEN if "satisfaction" in key.key or "note" in key.key]
