"""Workbooks of every make: each is read with all its cells accounted for, or refused with one sentence."""

from __future__ import annotations

import random
import warnings
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from careerdash.intake import Limits, Reading, ReadRequest, read_file
from careerdash.intake.reading import read_here
from tests.support import mixed, odd_workbooks, ooxml
from tests.support.sheets import workbook

LONG = odd_workbooks.LONG


def _read(path: Path, content: bytes) -> Reading:
    path.write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl remarks on what it does not know
        return read_here(path, path.name, ReadRequest())


def _is_accounted_for(reading: Reading) -> bool:
    cells = reading.cells
    return bool(cells["valued"] == cells["landed"] + sum(cells["exceptions"].values()))


def _says_one_sentence(reading: Reading) -> bool:
    said = reading.message
    return said is not None and said.endswith(".") and len(said) <= 400 and "\n" not in said


@pytest.mark.parametrize("case", odd_workbooks.CASES)
def test_all_cells_are_accounted_for_or_the_file_is_refused(tmp_path: Path, case: str) -> None:
    make, expected = odd_workbooks.CASES[case]
    reading = _read(tmp_path / "odd.xlsx", make())
    assert _is_accounted_for(reading)
    if isinstance(expected, str):
        assert (reading.outcome, reading.code) == ("refused", expected)
        assert _says_one_sentence(reading)
    else:
        assert reading.code in (None, "nothing_known")
        assert reading.cells["valued"] == expected


@pytest.mark.parametrize(("inner", "attributes", "text"), [
    ("<v>abc</v>", "", "abc"), ("<v>-5</v>", 's="1"', "-5"), ("<v>1E+300</v>", 's="1"', "1e+300"),
    ("<v>46000</v>", 's="1"', "2025-12-09"), ("<v>42</v>", 's="3"', "00042"),
    ("<is><r><t>a</t></r><r><t>b</t></r></is>", 't="inlineStr"', "ab"),
    ("<v>text</v>", 't="inlineStr"', "text"), ("<v>#SPILL!</v>", 't="e"', "#SPILL!"),
    ("<v>true</v>", 't="b"', "true")])
@pytest.mark.parametrize("book", ["plain", "of UTF-16"])
def test_both_readers_agree_on_a_cell(tmp_path: Path, inner: str, attributes: str, text: str, book: str) -> None:
    made = ooxml.with_cell(inner, attributes)
    if book != "plain":
        ooxml.in_utf16(made)
    kept = tmp_path / "cells.parquet"
    path = tmp_path / "odd.xlsx"
    path.write_bytes(ooxml.packed(made))
    assert read_here(path, path.name, ReadRequest(keep_cells=kept)).code is None
    found = {(row["row"], row["column"]): row["text"] for row in pq.read_table(kept).to_pylist()}
    assert found[2, 4] == text


def test_texts_beyond_the_limit_are_left_out_and_named(tmp_path: Path) -> None:
    rows = [["pair_id", "mentor_id", "mentee_id", "notes"], ["p1", "m1", "n1", LONG], ["p2", "m2", "n2", "short"]]
    path = tmp_path / "long.csv"
    path.write_text("\n".join(",".join(row) for row in rows))
    reading = read_here(path, path.name, ReadRequest())
    assert reading.cells == {"valued": 12, "landed": 11, "exceptions": {"unreadable": 1}}
    assert [(one["row"], one["code"], one["value"]) for one in reading.issues] == [(2, "out_of_range", None)]


FIXTURES = Path(__file__).parents[2] / "fixtures" / "odd"


def _cells(tmp_path: Path, content: bytes, name: str) -> tuple[Reading, dict[tuple[int, int], tuple[str, str]]]:
    kept, path = tmp_path / "cells.parquet", tmp_path / name
    path.write_bytes(content)
    reading = read_here(path, name, ReadRequest(keep_cells=kept))
    rows = pq.read_table(kept).to_pylist()
    return reading, {(row["row"], row["column"]): (row["kind"], row["text"]) for row in rows if row["sheet"] == "pair"}


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_formats_keep_their_errors(tmp_path: Path, ending: str) -> None:
    reading, found = _cells(tmp_path, (FIXTURES / f"mixed.{ending}").read_bytes(), f"mixed.{ending}")
    assert reading.cells["valued"] == mixed.VALUED
    assert reading.cells["exceptions"] == mixed.EXCEPTIONS
    assert found[2, 7] == ("e", "#DIV/0!")
    assert [sheet["hidden"] for sheet in reading.sheets] == [False, True, False]


@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_other_formats_keep_the_zeros_that_a_format_shows(tmp_path: Path, ending: str) -> None:
    _, found = _cells(tmp_path, (FIXTURES / f"mixed.{ending}").read_bytes(), f"mixed.{ending}")
    assert found[5, 2] == ("s", "00042")


def test_a_binary_workbook_keeps_its_errors_and_zeros(tmp_path: Path) -> None:
    reading, found = _cells(tmp_path, mixed.xlsb(), "mixed.xlsb")
    assert reading.cells["valued"] == 11
    assert reading.cells["exceptions"]["error_cell"] == 2
    assert (found[2, 2], found[3, 2]) == (("n", "7"), ("s", "00042"))
    assert (found[2, 4], found[3, 4]) == (("e", "#DIV/0!"), ("e", "#N/A"))


FUZZED = 200


def test_damaged_bytes_are_read_or_refused(tmp_path: Path) -> None:
    """Seeded: bytes turned, pieces cut out or doubled, ends cut off."""
    rng = random.Random(20261123)
    sources = [workbook({"pair": [["pair_id", "mentor_id", "mentee_id"], ["p1", "m1", "n1"]]}),
               ooxml.packed(ooxml.parts(strings="<si><t>x</t></si>"), 0),
               b"pair_id,mentor_id,mentee_id\np1,m1,n1\n", (FIXTURES / "mixed.xls").read_bytes(), mixed.xlsb()]
    for number in range(FUZZED):
        content = bytearray(sources[number % len(sources)])
        for _ in range(rng.choice((1, 1, 2, 8, 40))):
            place = rng.randrange(len(content))
            match rng.randrange(4):
                case 0:
                    content[place] = rng.randrange(256)
                case 1:
                    content[place] ^= 1 << rng.randrange(8)
                case 2:
                    del content[place:place + rng.randrange(1, 30)]
                case _:
                    content[place:place] = content[place:place + rng.randrange(1, 30)]
            content = content or bytearray(b"x")
        if rng.random() < 0.1:
            del content[rng.randrange(len(content)):]
        reading = _read(tmp_path / "fuzzed.xlsx", bytes(content))
        assert _is_accounted_for(reading), number
        assert reading.outcome != "refused" or _says_one_sentence(reading), number


def test_members_dropped_and_exchanged(tmp_path: Path) -> None:
    rng = random.Random(7)
    for _ in range(60):
        made = ooxml.parts(strings="<si><t>x</t></si>")
        names = list(made)
        for _ in range(rng.randrange(1, 3)):
            one, other = rng.choice(names), rng.choice(names)
            if rng.random() < 0.5:
                made.pop(one, None)
            elif other in made:
                made[one] = made[other]
        reading = _read(tmp_path / "dropped.xlsx", ooxml.packed(made))
        assert _is_accounted_for(reading)
        assert reading.outcome != "refused" or _says_one_sentence(reading)


def test_a_panic_in_the_child_harms_nobody(tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    path.write_bytes(odd_workbooks.CASES["points nowhere"][0]())
    reading = read_file(path, path.name, request=ReadRequest(limits=replace(Limits(), cpu_seconds=20)))
    assert reading.cells["valued"] == 8
