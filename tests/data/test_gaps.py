"""Coverage of tables by hand, and what the page says about it."""

from datetime import date

import pytest

from careerdash.metrics import CATALOGUE, Filters
from careerdash.metrics.gaps import Coverage, coverage, field_fills
from careerdash.schema import TABLES
from careerdash.words import doubts, quality
from careerdash.words.states import NEEDS
from tests.support.tables import store_of

D = date(2026, 3, 15)
PAIRS = [{"pair_id": name, "program": program, "mentor_id": f"m{name}", "mentee_id": f"e{name}", **more}
         for name, program, more in (
             ("P1", "Alpha", {"start_date": date(2026, 1, 10)}),
             ("P2", "Alpha", {"start_date": date(2026, 1, 10), "end_date": date(2026, 2, 10)}),
             ("P3", "Beta", {"start_date": date(2026, 3, 1)}),
             ("P4", "Beta", {"start_date": date(2026, 3, 20)}))]
TABLES_BY_HAND = {
    "pair": PAIRS,
    "person": [{"person_id": "mP1"}, {"person_id": "eP1", "department": "IT"}, {"person_id": "mP3"}],
    "check_in": [
        {"pair_id": "P1", "date": date(2026, 1, 12)}, {"pair_id": "P1", "date": date(2026, 1, 20)},
        {"pair_id": "P1", "date": date(2026, 3, 14)}, {"pair_id": "P1", "date": date(2026, 3, 16)},
        {"pair_id": "P2", "date": date(2026, 2, 9)}, {"pair_id": "P2", "date": date(2026, 3, 1)}],
    "goal": [{"pair_id": "P1", "title": "a"}, {"pair_id": "P3", "title": "b", "set_date": date(2026, 4, 1)}],
    "milestone": [{"pair_id": "P3", "title": "later", "completed_date": date(2026, 4, 1)}],
}


def by_table(found: tuple[Coverage, ...]) -> dict[str, Coverage]:
    return {row.table: row for row in found}


def test_rows_by_the_day_and_the_active_pairs_they_cover() -> None:
    """P1 and P3 are active; a meeting and a goal after the day are not there, a milestone done later is."""
    with store_of(TABLES_BY_HAND, D) as store:
        found = by_table(coverage(store, D, Filters()))
        assert {name: (row.rows, row.pairs, row.active, row.last_day) for name, row in found.items() if row.rows} == {
            "check_in": (5, 1, 2, D.replace(day=14)), "goal": (1, 1, 2, None), "milestone": (1, 1, 2, None),
            "person": (3, 1, 2, None)}
        assert list(found) == ["person", "check_in", "vision", "goal", "milestone", "checklist", "resource", "feedback",
                               "recognition"]
        beta = by_table(coverage(store, D, Filters(program=("Beta",))))
        assert (beta["check_in"].rows, beta["check_in"].share, beta["milestone"].share) == (0, 0, 1)
        nobody = by_table(coverage(store, D, Filters(program=("Gamma",))))
        assert nobody["check_in"].share is None


def test_months_count_pairs_open_then() -> None:
    """January: P1 and P2; February: both, P2 ended in it; March: P1 and P3, the meeting of P2 after its end not."""
    with store_of(TABLES_BY_HAND, D) as store:
        log = by_table(coverage(store, D, Filters()))["check_in"]
        assert [(month.month, month.open, month.pairs, month.rows) for month in log.months] == [
            ("2026-01", 2, 1, 2), ("2026-02", 2, 1, 1), ("2026-03", 2, 1, 1)]


def test_fields_that_no_row_fills() -> None:
    with store_of(TABLES_BY_HAND, D) as store:
        fills = {(fill.table, fill.field): (fill.filled, fill.rows) for fill in field_fills(store)}
        rows = doubts.empty_fields(field_fills(store))
    assert fills["person", "department"] == (1, 3)
    assert fills["check_in", "has_record"] == (0, 6)
    assert fills["feedback", "satisfaction"] == (0, 0)
    told = {(row["table"], row["field"]): row["cost"] for row in rows}
    assert told["Check-ins", "has record"] == "Unknown: Records kept"
    assert told["Milestones", "due date"].startswith("Unknown: Milestones done of those due, ")
    assert not any(table == "Answers" for table, _ in told), "a table without rows is a gap of its own"
    assert ("People", "department") not in told


def covered(table: str, pairs: int, last_day: date | None, rows: int = 10) -> Coverage:
    return Coverage(table, rows, pairs, 100, last_day, ())


@pytest.mark.parametrize(("pairs", "last_day", "rows", "state"), [
    (0, None, 0, "missing"), (100, date(2026, 1, 13), 10, "fine"), (100, date(2026, 1, 12), 10, "stale"),
    (79, D, 10, "thin"), (80, D, 10, "fine"), (100, None, 10, "fine")])
def test_states_at_their_limits(pairs: int, last_day: date | None, rows: int, state: str) -> None:
    assert quality.state(covered("check_in", pairs, last_day, rows), date(2026, 3, 14)) == state


def test_gaps_are_said_with_counts_and_the_file_that_fills_them() -> None:
    told = quality.gaps((covered("check_in", 97, D), covered("feedback", 31, date(2025, 9, 2)),
                         covered("goal", 60, D), covered("vision", 0, None, 0)), D, 0.31)
    assert [(gap.table, gap.state, gap.said) for gap in told] == [
        ("vision", "missing", "No file has brought vision statements"),
        ("feedback", "stale", "No answers since Sep 2025: satisfaction covers 31% of pairs"),
        ("goal", "thin", "Goals: they cover 60% of 100 active pairs; 40 pairs have none"),
        ("check_in", "fine", "Check-ins: they cover 97% of 100 active pairs, the last on 15 Mar")]
    assert told[0].cost == "Unknown or old: Pairs with a vision statement and Days to the vision statement"
    assert told[0].remedy == "A list of plans on file (pair, statement date, review date) would fill it"
    assert quality.title(told, 3) == ("Of four kinds of data one has no file, one is old and one covers some pairs "
                                      "only; 3 rows could not be taken in.")
    assert quality.title(told[3:], 0) == "Every kind of data is there and covers the pairs."


def test_costs_name_fields_and_numbers_that_exist() -> None:
    for name in (*doubts.METRICS, *doubts.ALSO):
        table, field = name.split(".")
        assert field in {known.name for known in TABLES[table].fields}
    for keys in doubts.METRICS.values():
        assert set(keys) <= set(CATALOGUE)
    assert set(quality.WITHOUT) <= set(NEEDS)


RECEIPT = {"waited": 3, "waiting": 1, "balance": {
    "rows": {"total": 40, "quarantined": 5, "duplicate": 2},
    "sheets": [{"name": "Log", "tables": [{"columns": [{"column": "C", "header": "Meeting date"}]}]}],
    "issues": [{"sheet": "Log", "column": "C", "code": "bad_date", "kind": "error", "row": 7},
               {"sheet": "Log", "column": None, "code": "unknown_pair", "kind": "error", "row": 5},
               {"sheet": "Log", "column": "C", "code": "bad_date", "kind": "error", "row": 9}]}}


def test_issues_by_file_column_and_kind() -> None:
    rows = doubts.issue_rows([("log.xlsx", RECEIPT), ("other.xlsx", {"balance": {"issues": [], "sheets": []}})])
    assert [doubts.issue_line(row) for row in rows] == [
        "2 × not a date · log.xlsx, Log, column Meeting date (C), first in row 7",
        "1 × a pair that is in no file yet; the row waits for it · log.xlsx, Log, first in row 5"]


def test_rows_of_files_then_and_now() -> None:
    rows = doubts.file_rows([("log.xlsx", RECEIPT)], ["2026-03-01"])
    assert doubts.file_line(rows[0]) == "log.xlsx: 5 of 40 rows not taken in, 1 still waits, 2 repeated"
    assert doubts.files_title(rows) == "5 rows could not be taken in; 3 waited for a person or pair, 1 still does"
    assert doubts.files_title([]) == "Every row of every file was taken in"
