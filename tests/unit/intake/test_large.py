"""Large text files are read by another reader: it must say the same as the careful one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from careerdash.intake import read_text as careful
from careerdash.intake.model import Limits, Sheet
from tests.support.sheets import assert_balanced, read_bytes


def lines(end: str) -> str:
    rng = random.Random(7)
    rows = ["Sessions of the program", "", "pair_id,date,notes,minutes"]
    for number in range(3000):
        notes = rng.choice(["plain", '"with, comma"', '"two\nlines"', '"a ""quoted"" word"', "", "ünï"])
        rows.append(
            rng.choice([f"p{number},2026-01-05,{notes},30"] * 40 + ["", f"p{number},2026-01-05", f"p,,,,{notes},x"])
        )
    return end.join([*rows, "", "Exported 2026-03-01"]) + end


def same(one: Sheet, two: Sheet) -> bool:
    texts = all(a.text.to_pylist() == b.text.to_pylist() for a, b in zip(one.columns, two.columns, strict=True))
    return texts and one.rows == two.rows and one.lengths.tolist() == two.lengths.tolist()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_both_readers_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str, encoding: str) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(lines(end).encode(encoding))
    (slow,) = careful.read_text(path, "log.csv", Limits()).sheets
    monkeypatch.setattr(careful, "_LARGE", 100)
    (fast,) = careful.read_text(path, "log.csv", Limits()).sheets
    assert same(slow, fast)


def test_a_large_file_balances(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "_LARGE", 100)
    reading = read_bytes(tmp_path, "log.csv", lines("\n").encode())
    assert reading.outcome == "read"
    assert {issue["code"] for issue in reading.issues} >= {"ragged_row"}
    assert_balanced(reading)
