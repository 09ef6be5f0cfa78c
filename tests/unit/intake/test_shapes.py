"""Every export that we promise to know, with other rows, another order, other spellings and decorations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from careerdash.intake import Reading
from tests.support.shapes import FORMATS, SHAPES, Shape, as_text, as_workbook, cells, fewer
from tests.support.sheets import assert_balanced, read_bytes

TITLE = ["Mentoring export, all records"]
FOOTER = ["Applied filter: none"]
TODAY = date(2026, 11, 24)
SOME = 3
"""Spellings, and ways of writing days, that each export is tried with; another choice for each."""
SPELLINGS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "underscores": lambda header: header.replace(" ", "_") if len(header) < 40 else header,
    "hyphens": lambda header: header.replace(" ", "-") if len(header) < 40 else header,
    "colons": lambda header: header if header.endswith("?") else f"{header}:",
    "stars and spaces": lambda header: f"  {header} *",
    "line breaks": lambda header: header.replace(" ", "\n", 1),
}

Variant = tuple[str, Shape, bytes, str, int]
"""What it is, the shape, its file, the file's name, its rows."""


def variants(shape: Shape) -> Iterator[Variant]:
    """The shape as other people would export it."""
    random = Random(shape.name)
    places = range(len(shape.headers))
    rows = cells(shape, 6)
    yield "as it is", shape, as_text([shape.headers, *rows]), "export.csv", 6
    for number in range(2):
        other = shape.only(random.sample(places, len(places)))
        yield f"order {number}", other, as_text([other.headers, *cells(other, 7)], "\t"), "export.tsv", 7
    for name, spell in random.sample(list(SPELLINGS.items()), SOME):
        other = shape.spelt(spell)
        yield name, other, as_text([other.headers, *rows], ";"), "export.csv", 6
    for name, day in random.sample(list(FORMATS.items()), SOME):
        yield name, shape, as_text([shape.headers, *cells(shape, 9, day)]), "export.csv", 9
    real = cells(shape, 8, lambda day: day)
    yield "workbook", shape, as_workbook([shape.headers, *real]), "export.xlsx", 8
    yield "titles", shape, as_workbook([TITLE, [], shape.headers, *real, [], FOOTER]), "Book1.xlsx", 8
    yield "few rows", shape, as_text([shape.headers, *rows[:3]]), "export.csv", 3
    yield "many rows", shape, as_text([shape.headers, *cells(shape, 200)]), "export.csv", 200
    more = [*shape.headers, "Zone", "Ref. colour"]
    yield "unknown columns", shape, as_text([more, *([*row, "North", "blue"] for row in rows)]), "export.csv", 6
    for number in range(2):
        other = fewer(shape, random)
        yield f"fewer columns {number}", other, as_text([other.headers, *cells(other, 6)]), "export.csv", 6
    by_name = [at for at in places if not (shape.targets[at] or "").endswith(("email", "emails"))]
    by_mail = [at for at in places if not re.search(r"(mentor|mentee)_name", shape.targets[at] or "")]
    for name, kept in (("no addresses", by_name), ("no names", by_mail)):
        other = shape.only(kept)
        if len(kept) < len(shape.headers) and names_both(other):
            yield name, other, as_text([other.headers, *cells(other, 6)]), "export.csv", 6


def names_both(shape: Shape) -> bool:
    """Whether columns are left that say whom a row is about."""
    targets = " ".join(filter(None, shape.targets))
    if shape.table == "person":
        return len(set(filter(None, shape.targets))) > 1 and bool(re.search(r"\.(person_id|email|name)", targets))
    if shape.table == "feedback":
        return "respondent_email" in targets
    return "pair_id" in targets or ("mentor_" in targets and "mentee_" in targets)


def wrong(shape: Shape, reading: Reading, rows: int) -> list[Any]:
    """What was not recognised as it should be."""
    if not reading.sheets or not reading.sheets[0]["tables"]:
        return [reading.code, reading.message]
    table = reading.sheets[0]["tables"][0]
    found: list[Any] = [one["text"] for one in reading.questions]
    if table["feeds"][0] != shape.table:
        found.append(f"table {table['feeds'][0]}")
    for header, target, column in zip(shape.headers, shape.targets, table["columns"], strict=False):
        got = "refused" if column["role"] == "refused" else column["field"]
        if got != target or column["asks"]:
            found.append((header, target, got, column["reason"]))
    if sum(table["rows"][kind] for kind in ("accepted", "skipped", "duplicate")) < rows:
        found.append(table["rows"])
    return found


@pytest.mark.parametrize("shape", SHAPES, ids=lambda one: one.name)
def test_an_export_is_known_however_it_is_written(tmp_path: Path, shape: Shape) -> None:
    failures = []
    for what, other, content, name, rows in variants(shape):
        reading = read_bytes(tmp_path, name, content, today=TODAY)
        assert_balanced(reading)
        if found := wrong(other, reading, rows):
            failures.append((what, found))
    assert not failures
