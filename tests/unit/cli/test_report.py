"""The pack against the other commands: every number, pair and reason found again; nothing private; any filter."""

import datetime as dt
import math
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.support.programs import base, meetings

from .conftest import Run

KIT = Path(__file__).parents[2] / "fixtures" / "metrics"
SHEETS = ["Summary", "Pairs", "Needs attention", "Milestones", "Check-ins", "Definitions", "Left out"]
HEADER = ("key", "label", "value", "numerator", "denominator", "left out")


def table(book: Any, sheet: str, first: str) -> list[dict[str, Any]]:
    """The table whose header begins with `first`, up to the first row without a first cell."""
    rows = iter(book[sheet].iter_rows(values_only=True))
    header = next(row for row in rows if row[0] == first)
    names = [name for name in header if name is not None]
    found = []
    for row in rows:
        if row[0] is None:
            break
        found.append(dict(zip(names, row, strict=False)))
    return found


def plain(value: Any) -> Any:
    return value.date().isoformat() if isinstance(value, dt.datetime) else value


@pytest.fixture(scope="module")
def dense(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the kit's fullest workbook."""
    return tmp_path_factory.mktemp("dense") / "data"


@pytest.fixture
def asked(dense: Path, monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path) -> Any:
    monkeypatch.setenv("CAREERDASH_DATA", str(dense))
    if not dense.exists():
        assert run("import", KIT / "dense.xlsx", "--as-of", "2026-03-01").code == 0
    return lambda *filters: _asked(run, tmp_path, filters)


def _asked(run: Run, folder: Path, filters: tuple[str, ...]) -> tuple[Any, dict[str, Any], dict[str, Any], Any]:
    out = folder / "pack.xlsx"
    answer = run("report", "--xlsx", out, *filters, "--json")
    assert (answer.code, answer.err) == (0, "")
    return (openpyxl.load_workbook(out), answer.document, run("metrics", *filters, "--json").document,
            run("pairs", *filters, "--json").document)


@pytest.mark.parametrize("filtered", [(), ("--as-of", "2025-11-09")])
def test_every_number_and_pair_is_found_again(asked: Any, filtered: tuple[str, ...]) -> None:
    book, said, metrics, pairs = asked(*filtered)
    assert book.sheetnames == SHEETS
    assert (said["as_of"], said["build"]) == (metrics["as_of"], metrics["build"])

    rows = table(book, "Summary", "key")
    assert tuple(rows[0]) == HEADER
    assert [row["key"] for row in rows] == list(metrics["metrics"])
    for row in rows:
        number = metrics["metrics"][row["key"]]
        assert (row["numerator"], row["denominator"]) == (number["numerator"], number["denominator"])
        assert row["value"] == number["value"] or math.isclose(row["value"], number["value"], abs_tol=1e-12)
        left_out = "; ".join(f"{reason} {count}" for reason, count in number["left_out"].items())
        assert (row["left out"] or "") == left_out
    left_out_rows = [(row["key"], row["reason"], row["count"]) for row in table(book, "Left out", "key")]
    assert left_out_rows == [(key, reason, count) for key, number in metrics["metrics"].items()
                             for reason, count in number["left_out"].items()]

    listed = table(book, "Pairs", "pair_id")
    assert len(listed) == len(pairs) == said["sheets"]["Pairs"] >= 20
    for row, pair in zip(listed, pairs, strict=True):
        flat = {key: value for key, value in pair.items() if not isinstance(value, dict)} | {
            f"{key}_{part}": value for key in ("milestones", "satisfaction") for part, value in pair[key].items()} | {
            f"checklist_{item}_{part}": value for item, parts in (pair["checklist"] or {}).items()
            for part, value in parts.items()}
        flat.pop("checklist", None)  # None: not active
        flat["reasons"] = ", ".join(pair["reasons"]) or None
        assert {key: plain(row[key]) for key in flat} == pytest.approx(flat)
        assert pair["checklist"] is not None or {row[f"checklist_{item}_state"] for item in range(1, 8)} == {None}

    reasons = table(book, "Needs attention", "pair_id")
    assert list(reasons[0])[:3] == ["pair_id", "reason", "sentence"]
    assert sorted((row["pair_id"], row["reason"]) for row in reasons) == sorted(
        (pair["pair_id"], reason) for pair in pairs for reason in pair["reasons"])
    assert [row["place"] for row in reasons] == sorted(row["place"] for row in reasons)
    assert all(row["sentence"].endswith(".") for row in reasons)
    records_only = {pair["pair_id"]: {"past_planned_end", "no_data", "ticked_no_evidence"}.issuperset(pair["reasons"])
                    for pair in pairs}
    assert all((row["list"] == "Call") != records_only[row["pair_id"]] for row in reasons)


def test_rows_of_milestones_and_check_ins_add_up_to_the_pairs(asked: Any) -> None:
    book, _, _, pairs = asked("--as-of", "2025-11-09")
    steps = table(book, "Milestones", "pair_id")
    meetings = table(book, "Check-ins", "pair_id")
    for pair in pairs:
        mine = [row for row in steps if row["pair_id"] == pair["pair_id"]]
        counts = {state: sum(row["status"] == state for row in mine) for state in ("open", "done", "dropped")}
        counts["overdue"] = sum(row["overdue_days"] is not None for row in mine)
        assert counts == {key: pair["milestones"][key] for key in counts}
        if pair["state"] != "planned":
            assert sum(row["counts"] for row in meetings if row["pair_id"] == pair["pair_id"]) == pair["check_ins"]
    assert max(row["date"] for row in meetings).date() <= dt.date(2025, 11, 9)


def test_filters_day_build_and_files_are_written_on_it(asked: Any) -> None:
    program = asked()[3][0]["program"]
    book, said, metrics, pairs = asked("--program", program, "--as-of", "2025-11-09")
    about = {row[0].value: plain(row[1].value) for row in book["Summary"].iter_rows() if row[0].value}
    assert {key: about[key] for key in ("as of", "data day", "build", "filter: program", "filter: cohort")} == {
        "as of": "2025-11-09", "data day": "2026-03-01", "build": metrics["build"], "filter: program": program,
        "filter: cohort": "all"}
    assert "dense.xlsx" in [row[1].value for row in book["Summary"].iter_rows()]
    assert program in book["Summary"]["A2"].value
    assert len(table(book, "Pairs", "pair_id")) == len(pairs)
    assert {row["program"] for row in table(book, "Check-ins", "pair_id")} == {program}
    assert said["filters"]["program"] == [program]


def test_charts_point_at_the_numbers_beneath(asked: Any, tmp_path: Path) -> None:
    asked()
    with zipfile.ZipFile(tmp_path / "pack.xlsx") as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 3
    book = openpyxl.load_workbook(tmp_path / "pack.xlsx")
    for chart in charts:
        for reference in (part.split("</c:f>")[0] for part in chart.split("<c:val><c:numRef><c:f>")[1:]):
            sheet, cells = reference.split("!")
            values = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
            assert any(isinstance(value, int | float) for value in values)
            assert all(value is None or isinstance(value, int | float) for value in values)
    for name in SHEETS[1:]:
        assert book[name].freeze_panes == "B2"
    assert book["Summary"].freeze_panes == "B5"


def test_nothing_private_is_in_it(run: Run, data: Path, tmp_path: Path) -> None:
    """Notes are: neither as text nor in any part of the file."""
    base(tmp_path)
    meetings(tmp_path)
    assert run("import", tmp_path / "base.xlsx", tmp_path / "meetings.xlsx", "--as-of", "2026-03-01").code == 0
    assert run("report", "--xlsx", tmp_path / "pack.xlsx").code == 0
    with zipfile.ZipFile(tmp_path / "pack.xlsx") as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert b"good talk" not in everything
    assert b"SUM(A1)" not in everything
    assert b"Ada Test" in everything


def test_the_pack_without_data_or_a_place_to_write(run: Run, data: Path, tmp_path: Path) -> None:
    answer = run("report", "--xlsx", tmp_path / "pack.xlsx")
    assert (answer.code, answer.out) == (2, "")
    base(tmp_path)
    assert run("import", tmp_path / "base.xlsx", "--as-of", "2026-03-01").code == 0
    answer = run("report", "--xlsx", tmp_path / "nowhere" / "pack.xlsx")
    assert (answer.code, answer.out) == (2, "")
    assert "cannot be written" in answer.err
    assert run("report", "--xlsx", tmp_path / "pack.xlsx", "--program", "Nobody").code == 0
    book = openpyxl.load_workbook(tmp_path / "pack.xlsx")
    assert table(book, "Pairs", "pair_id") == []
    assert {row["value"] for row in table(book, "Summary", "key")} == {None}
