"""Columns of multiple choice feed several fields; what is not chosen is false, what nobody chose is unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdash.intake import retype
from careerdash.intake.recognise.options import choice_of
from careerdash.intake.values.readers import split_options
from tests.support.sheets import assert_balanced, read_text, values

LOG = "Mentor Email,Mentee Email,Meeting Date,What did you discuss?\n"


def log(*answers: str) -> str:
    """A log with one meeting an answer."""
    return LOG + "".join(f'a@x.org,b@x.org,2026-01-{day:02d},"{text}"\n' for day, text in enumerate(answers, 1))


COVERED = ("covered_progress", "covered_challenges", "covered_adjustments")


@pytest.mark.parametrize("separator", [";", "|||", "|", ",", "; "])
def test_an_option_that_is_not_chosen_is_false(tmp_path: Path, separator: str) -> None:
    both = separator.join(["Progress", "Challenges"])
    reading = read_text(tmp_path, log(both, f"Progress{separator}", "", f"Challenges{separator}Progress"))
    assert reading.issues == []
    assert values(reading, "check_in", *COVERED) == [
        (True, True, None), (True, False, None), (None, None, None), (True, True, None)]  # fmt: skip
    assert_balanced(reading)


def test_other_options_stay_with_the_row(tmp_path: Path) -> None:
    reading = read_text(tmp_path, log("Progress;Weather", "Adjustments;Challenges"))
    assert values(reading, "check_in", *COVERED, "extras") == [
        (True, False, False, '{"What did you discuss?": "Progress;Weather"}'),
        (False, True, True, '{"What did you discuss?": "Adjustments;Challenges"}'),
    ]


def test_kept_cells_give_the_same_rows_again(tmp_path: Path) -> None:
    cells = tmp_path / "cells.parquet"
    reading = read_text(tmp_path, log("Progress;Challenges;", "Adjustments;"), keep_cells=cells)
    assert reading.decisions is not None
    assert retype(cells, reading.decisions)["check_in"].equals(reading.tables["check_in"])


def test_a_remembered_choice_of_fields_splits_again(tmp_path: Path) -> None:
    text = log("Progress;Challenges", "Challenges")
    first = read_text(tmp_path, text)
    assert first.decisions is not None
    (table,) = first.decisions["tables"]
    columns = {column["header"]: column["targets"] for column in table["columns"]}
    again = read_text(tmp_path, text, mapping={table["fingerprint"]: {"table": "check_in", "columns": columns}})
    assert again.tables["check_in"].equals(first.tables["check_in"])


def test_checklist_items_and_criteria_of_a_goal(tmp_path: Path) -> None:
    ticked = read_text(
        tmp_path,
        "Mentor Email,Mentee Email,Which checklist items have you completed?\n"
        "a@x.org,b@x.org,Vision statement|||One or two goals|||Career roadmap\nc@x.org,d@x.org,Career roadmap\n",
    )
    rows = values(ticked, "checklist", "mentor_email", "item", "done")
    assert rows == [
        ("a@x.org", 1, True), ("a@x.org", 2, True), ("a@x.org", 3, True),
        ("c@x.org", 1, False), ("c@x.org", 2, False), ("c@x.org", 3, True)]  # fmt: skip
    goals = read_text(
        tmp_path,
        "Mentor,Mentee,Goal,Which criteria does it meet?\nAna Ruiz,Ben Ode,Lead,Specific|Time-bound\n"
        "Cy Dahl,Eve Fay,Speak,Yours|Specific\n",
    )
    assert values(goals, "goal", "specific", "time_bound", "yours", "measurable") == [
        (True, True, False, None), (True, False, True, None)]  # fmt: skip


def test_free_notes_are_no_options() -> None:
    cells = [("s", text) for text in ("We spoke of progress, and of lunch", "Challenges", "A long talk", "Nothing new")]
    assert choice_of("check_in", "Topics discussed", cells) is None
    assert split_options(" Progress ;; Challenges; ", ";") == ["progress", "challenges"]
