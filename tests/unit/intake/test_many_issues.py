"""Thousands of issues of one kind: the first are listed, the others counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdash.imports.balance import issue_counts, shortened
from careerdash.intake.rows import regions
from careerdash.words.imports import grouped
from tests.support.sheets import assert_balanced, read_bytes

ROWS = 60


@pytest.fixture
def log() -> bytes:
    """Sixty rows: a day that is none in each, a number that is none in every second."""
    return ("check_in_id,pair_id,date,minutes\n" + "".join(
        f"c{row},p1,no day {row},{'x' if row % 2 else 30}\n" for row in range(ROWS))).encode()


def test_issues_beyond_a_number_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, log: bytes) -> None:
    whole = read_bytes(tmp_path, "log.csv", log)
    monkeypatch.setattr(regions, "ISSUES_EACH", 10)
    reading = read_bytes(tmp_path, "log.csv", log)
    assert_balanced(reading)
    assert reading.cells == whole.cells
    assert reading.sheets[0]["tables"][0]["rows"] == whole.sheets[0]["tables"][0]["rows"]
    assert issue_counts(reading.issues) == issue_counts(whole.issues) == {"bad_date": ROWS, "bad_number": ROWS // 2}
    assert [(one["column"], one["code"], one["more"]) for one in reading.issues if "more" in one] == [
        ("C", "bad_date", ROWS - 10), ("D", "bad_number", ROWS // 2 - 10)]
    assert [one["row"] for one in reading.issues if one["code"] == "bad_date"] == [*range(2, 12), None]
    assert "50 more times in column C (date) of log" in reading.issues[-2]["message"]


def test_a_table_of_too_many_issues_lists_fewer_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                        log: bytes) -> None:
    monkeypatch.setattr(regions, "ISSUES_ALL", 20)
    monkeypatch.setattr(regions, "ISSUES_THEN", 5)
    reading = read_bytes(tmp_path, "log.csv", log)
    assert len([one for one in reading.issues if "more" not in one]) == 25
    assert issue_counts(reading.issues) == {"bad_date": ROWS, "bad_number": ROWS // 2}


def test_a_receipt_lists_some_of_every_kind(tmp_path: Path, log: bytes) -> None:
    issues = read_bytes(tmp_path, "log.csv", log).issues
    short = shortened(issues, 20)
    assert len([one for one in short if "more" not in one]) == 20
    assert [one["more"] for one in short if "more" in one] == [20, 50]
    assert issue_counts(short) == issue_counts(shortened(short, 6)) == issue_counts(issues)
    assert [(one.code, one.count) for one in grouped(short)] == [("bad_date", ROWS), ("bad_number", ROWS // 2)]
    assert shortened(issues, 1000) == issues


def test_a_number_without_end_is_a_bad_number(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, "log.csv", b"check_in_id,pair_id,date,minutes\nc1,p1,2026-01-05,1e999\n"
                         b"c2,p1,2026-01-06," + b"9" * 400 + b"\nc3,p1,2026-01-07,30\n")
    assert_balanced(reading)
    assert [(one["row"], one["code"]) for one in reading.issues] == [(2, "bad_number"), (3, "bad_number")]
    assert reading.tables["check_in"].num_rows == 3
