"""Large text files are read by another reader: it must say the same as the careful one."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import fields
from pathlib import Path

import pytest

from careerdash.intake import Reading
from careerdash.intake.files import read_large
from careerdash.intake.files import read_text as careful
from careerdash.intake.files.blocks import NotInBlocksError, whole_records
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


def log(rows: int, rng: random.Random, columns: int = 12) -> list[list[str]]:
    """Check-ins as a system exports them: ids, e-mails, days with a time, words, private notes."""
    found = []
    for number in range(rows):
        pair = rng.randrange(30)
        found.append([
            f"S-{number - (number % 17 == 3):05d}", f"mentor{pair % 7}@example.org ", f"mentee{pair}@example.org",
            f"{rng.randrange(1, 29):02d}/{rng.randrange(1, 13):02d}/2025 {rng.randrange(24):02d}:05:{number % 60:02d}",
            rng.choice(["Held", "held ", "No show", "rubbish", ""]), rng.choice(["30", "45 min", "1:30", "?", ""]),
            rng.choice(["Video", "Phone"]), rng.choice(["yes", "no", "TRUE", ""]),
            f"{number % 9 + 1}23-45-{number:04d}",
            rng.choice(["", " ", "fine", "'=1+1", 'said "so"', "two\nlines", "ünï", "#N/A"]),
            rng.choice(["blue", "", "red \\ tape"]), f"text {number}"][:columns])
    return found


HEADER = ["Session ID", "Mentor Email", "Mentee Email", "Session Date", "Status", "Duration", "Format",
          "Progress reviewed", "SSN", "Notes", "Colour", "Free text"]


def written(rows: list[list[str]], end: str, delimiter: str) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end).writerows(rows)
    return stream.getvalue()


def log_file(end: str, delimiter: str, kind: str) -> str:
    """`kind`: plain, or with all that people and systems put around and between the records."""
    rng = random.Random(3)
    rows = [HEADER, *log(600, rng)]
    if kind == "plain":
        return written(rows, end, delimiter)
    for place in (50, 99, 300, 480):
        rows.insert(place, rng.choice([[], [""] * 12, ["only", "three", "fields"], [*rows[place], "one more"]]))
    rows = [["Check-ins of 2026-03-01"], [], *rows, list(HEADER), [], ["Total", "600"], ["Exported 2026-03-02"]]
    text = written(rows, end, delimiter)
    return (f"sep={delimiter}{end}" if kind == "sep" else "") + text


@pytest.mark.parametrize("kind", ["plain", "titles", "sep"])
@pytest.mark.parametrize(("end", "delimiter"), [("\n", ","), ("\r\n", ";"), ("\r", "\t")])
@pytest.mark.parametrize("block", [700, 5000, 1 << 20])
def test_a_long_way_says_what_a_short_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, end: str,
                                               delimiter: str, block: int) -> None:
    content = log_file(end, delimiter, kind).encode()
    short = read_bytes(tmp_path, "log.csv", content, accept=True)
    assert short.outcome == "read"
    assert short.tables["check_in"].num_rows > 500
    codes = {issue["code"] for issue in short.issues}
    assert codes >= {"unknown_word", "bad_number", "duplicate_id"} | ({"ragged_row"} if kind != "plain" else set())
    monkeypatch.setattr(careful, "_LARGE", 100)
    monkeypatch.setattr(read_large, "_BLOCK", block)
    monkeypatch.setattr(read_large, "_KNOWN_AT_MOST", 40)
    alike(read_bytes(tmp_path, "log.csv", content, accept=True), short)
    monkeypatch.setattr(careful, "read_large", lambda *_: None)
    monkeypatch.setattr(careful, "_BLOCK", 100)
    alike(read_bytes(tmp_path, "log.csv", content, accept=True), short)


def alike(one: Reading, two: Reading) -> None:
    for field in fields(Reading):
        if field.name != "tables":
            assert getattr(one, field.name) == getattr(two, field.name), field.name
    assert list(one.tables) == list(two.tables)
    for name, table in one.tables.items():
        assert table.equals(two.tables[name]), name


@pytest.mark.parametrize("stray", ['5" pipe', 'a "b" c', '"a"b', 'x""y'])
def test_a_stray_quotation_mark_ends_reading_in_blocks(stray: str) -> None:
    rows = "".join(f'{number},"two\nlines",z\n' for number in range(50))
    assert len(list(whole_records(io.BytesIO(rows.encode()), ",", 100))) > 5
    with pytest.raises(NotInBlocksError):
        list(whole_records(io.BytesIO(f"{rows}{stray},b,c\n{rows}".encode()), ",", 100))


def test_blocks_are_whole_records() -> None:
    rng = random.Random(5)
    text = written(log(300, rng), "\r\n", ",")
    for block in (60, 333, 4096):
        parts = [part.decode() for part in whole_records(io.BytesIO(text.encode()), ",", block)]
        assert "".join(parts) == text
        read = [record for part in parts for record in csv.reader(io.StringIO(part, newline=""))]
        assert read == list(csv.reader(io.StringIO(text, newline="")))


def test_a_record_without_an_end_is_refused_at_once(tmp_path: Path) -> None:
    for content in (b"x" * 5_000_000, b"a," * 3_000_000, b"a,b\n" + b'"' + b"x" * 5_000_000):
        reading = read_bytes(tmp_path, "log.csv", content)
        assert (reading.outcome, reading.code) == ("refused", "too_large")


def test_a_large_file_balances(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(careful, "_LARGE", 100)
    reading = read_bytes(tmp_path, "log.csv", lines("\n").encode())
    assert reading.outcome == "read"
    assert {issue["code"] for issue in reading.issues} >= {"ragged_row"}
    assert_balanced(reading)
