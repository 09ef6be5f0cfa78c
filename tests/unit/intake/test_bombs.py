"""Files made to hurt: each is turned away with its code and one sentence, most before anything is unpacked."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from careerdash.intake import Limits, ReadRequest, read_file
from careerdash.intake.files.census_ods import spread
from careerdash.intake.files.preflight import preflight
from careerdash.intake.model import MB, RefusedError
from tests.support import bombs
from tests.support.sheets import read_bytes

AT_ONCE: dict[str, tuple[Callable[[], bytes], str]] = {
    "unpacks to a hundred megabytes": (lambda: bombs.inflating(100 * MB), "too_large"),
    "says it unpacks to one byte": (bombs.lying_sizes, "damaged"),
    "a billion laughs": (bombs.entities, "damaged"),
    "archives in archives": (lambda: bombs.nested_zips(4), "not_a_spreadsheet"),
    "a million elements deep": (lambda: bombs.nested(1_000_000), "too_large"),
    "whole sheet merged again and again": (lambda: bombs.merged(200_000), "too_large"),
    "two million styles": (lambda: bombs.styles(2_000_000), "too_large"),
    "one cell repeated to a billion": (lambda: bombs.ods_repeats(1_000_000, 1000), "too_large"),
    "two cells far apart": (lambda: bombs.ods_far_cell(1_048_570, 16_380), "too_large"),
}


@pytest.mark.parametrize("case", AT_ONCE)
def test_bombs_are_turned_away_before_a_reader_sees_them(tmp_path: Path, case: str) -> None:
    make, code = AT_ONCE[case]
    path = tmp_path / "bomb"
    path.write_bytes(make())
    start = time.process_time()
    with pytest.raises(RefusedError) as refused:
        preflight(path, Limits())
    assert time.process_time() - start < 1
    assert refused.value.code == code


def test_an_archive_that_says_how_large_it_is_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb"
    path.write_bytes(bombs.inflating(64 * MB))
    monkeypatch.setattr("careerdash.intake.files.preflight._inflate", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(RefusedError, match="unpacks to far more"):
        preflight(path, Limits(inflated_bytes=50 * MB))


IN_THE_END: dict[str, tuple[Callable[[], bytes], str, dict[str, int]]] = {
    "two cells far apart": (bombs.far_cell, "too_large", {}),
    "very many sheets": (lambda: bombs.many_sheets(20_000), "too_large", {}),
    "elements in elements": (lambda: bombs.nested(100_000), "empty", {}),
    "many merged ranges": (lambda: bombs.merged(20_000), "nothing_known", {}),
    "many styles": (lambda: bombs.styles(50_000), "", {}),
    "empty shared texts": (lambda: bombs.shared_texts(20_000), "empty", {}),
    "columns without end": (lambda: bombs.many_columns(2_000_000), "too_large", {}),
    "a line without end": (lambda: b"".join(bombs.long_line(8 * MB)), "too_large", {}),
    "more than the child's memory": (bombs.far_cell, "too_large", {"child_bytes": 700 * MB}),
}


@pytest.mark.parametrize("case", IN_THE_END)
def test_bombs_are_contained(tmp_path: Path, case: str) -> None:
    make, code, limits = IN_THE_END[case]
    path = tmp_path / "bomb"
    path.write_bytes(make())
    reading = read_file(path, "bomb.xlsx", request=ReadRequest(limits=replace(Limits(cpu_seconds=20), **limits)))
    assert (reading.code or "") == code
    assert reading.message is None or (reading.message.endswith(".") and len(reading.message) < 400)


def test_usual_repeats_stand_for_nothing(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, "usual.ods", bombs.ods_usual())
    assert reading.code == "nothing_known"
    assert reading.cells["valued"] == 1


@pytest.mark.parametrize(("content", "least", "most"), [
    (bombs.ods_usual(), 1, 1), (bombs.ods_repeats(2000, 3000), 6_000_000, 7_000_000),
    (bombs.ods_far_cell(5000, 2000), 10_000_000, 10_100_000), (bombs.ods_repeats(10**12, 10**12), 10**17, 10**19)])
def test_the_spread_of_repeats(content: bytes, least: int, most: int) -> None:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert least <= spread(archive.read("content.xml")) <= most
