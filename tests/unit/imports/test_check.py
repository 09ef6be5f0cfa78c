"""A check says what an import would find: the same balance as a trial and as the import itself."""

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from careerdash.imports.manage import history, info
from careerdash.imports.run import check_files, import_files
from careerdash.ledger.folder import DataFolder
from tests.support.programs import MEETING_HEADER, PAIRS, PEOPLE, csv_file, workbook

KIT = Path(__file__).parents[2] / "fixtures" / "metrics"
DAY = date(2026, 2, 20)
PARTS = ("cells", "sheets", "questions", "issues")


def kit(folder: Path) -> list[Path]:
    return [KIT / "two_ids.xlsx"]


def unknown_pairs(folder: Path) -> list[Path]:
    return [workbook(folder / "log_2026-03-01.xlsx", {"check_in": [
        MEETING_HEADER, ("M8", "P9", DAY, "held", None, "who?"), ("M9", "P8", DAY, "held")]})]


def swapped(folder: Path) -> list[Path]:
    return [workbook(folder / "swapped_2026-03-01.xlsx", {
        "pair": [*PAIRS, (None, "Leaders", "008", "007", date(2026, 1, 5))],
        "check_in": [("mentor_id", "mentee_id", "date", "status"), ("009", "007", DAY, "held"),
                     ("007", "009", DAY, "held")]})]


def checklist_alone(folder: Path) -> list[Path]:
    return [csv_file(folder / "checklist_2026-03-01.csv", [
        ("mentor_email", "mentee_email", "item", "done"), ("ada@example.org", "nobody@example.org", 1, "yes"),
        ("eve@example.org", "ben@example.org", 2, "yes")])]


def twice_over_files(folder: Path) -> list[Path]:
    """Both files bring the same pairs; the log comes first and finds pairs that the second one names."""
    return [workbook(folder / "log_2026-03-01.xlsx", {"check_in": [MEETING_HEADER, ("M1", "P1", DAY, "held"),
                                                                   ("M2", "P7", DAY, "held")]}),
            workbook(folder / "pairs_2026-03-01.xlsx", {"person": PEOPLE, "pair": PAIRS}),
            workbook(folder / "again_2026-03-01.xlsx", {"pair": [*PAIRS, ("P1", "Leaders", "007", "008")]})]


def of(documents: Sequence[Mapping[str, Any]]) -> str:
    return json.dumps([{key: one[key] for key in PARTS} for one in documents], sort_keys=True, default=str)


@pytest.mark.parametrize("made", [kit, unknown_pairs, swapped, checklist_alone])
def test_a_check_says_what_an_import_finds(used: DataFolder, tmp_path: Path, made: Any) -> None:
    paths = made(tmp_path)
    checked = check_files(used, paths)
    published = import_files(used, paths, accept=True)
    assert {one.outcome for one in published} == {"published"}
    assert of(checked) == of([one.balance or {} for one in published])


def test_a_batch_sees_itself_in_check_trial_and_import(used: DataFolder, tmp_path: Path) -> None:
    paths = twice_over_files(tmp_path)
    state = info(used), history(used)
    checked = check_files(used, paths)
    assert (info(used), history(used)) == state
    assert [issue["code"] for one in checked for issue in one["issues"]] == ["unknown_pair"]
    trial = import_files(used, paths, accept=True, dry_run=True)
    assert of(checked) == of([one.balance or {} for one in trial])
    published = import_files(used, paths, accept=True)
    assert of(checked) == of([one.balance or {} for one in published])
    assert of(check_files(used, paths)) == of(checked), "in force it is looked at as if it came now"


def test_what_a_check_sets_aside(used: DataFolder, tmp_path: Path) -> None:
    found, = check_files(used, unknown_pairs(tmp_path))
    assert (found["outcome"], found["message"]) == ("read", None)
    rows, = (table["rows"] for sheet in found["sheets"] for table in sheet["tables"])
    assert (rows["accepted"], rows["quarantined"]) == (0, 2)
    assert [(issue["row"], issue["code"]) for issue in found["issues"]] == [(2, "unknown_pair"), (3, "unknown_pair")]
    assert found["cells"] == {"valued": 15, "landed": 6, "exceptions": {"quarantined": 9}}
    log, = check_files(used, [workbook(tmp_path / "known.xlsx", {"check_in": [MEETING_HEADER,
                                                                              ("M8", "P3", DAY, "held")]})])
    assert log["issues"] == [], "the pairs in force count"


def test_the_same_file_twice_is_told_twice(tmp_path: Path) -> None:
    """Without a data folder a check asks an empty one, and leaves none."""
    nowhere = DataFolder(tmp_path / "nowhere")
    first, = twice_over_files(tmp_path)[1:2]
    copy = tmp_path / "copy.xlsx"
    shutil.copy(first, copy)
    one, other = check_files(nowhere, [first, copy])
    assert of([one]) == of([other])
    assert one["issues"] == []
    assert not nowhere.root.exists()
    alone, = import_files(nowhere, [first], dry_run=True)
    assert of([alone.balance or {}]) == of([one])
