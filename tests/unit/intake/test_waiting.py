"""While a question is open, no row counts as accepted that the answer "extra" would set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sheets import assert_balanced, counts, read_text

SIDE = "Mentor,Alpha,Start date\n" + "".join(f"Ana Ruiz,Ben Ode{letter},2026-01-05\n" for letter in "abcdef")
"""Nobody says that Alpha is the mentee: it is asked."""
ORDER = "Mentor,Mentee,Meeting date\n" + "".join(f"Ana Ruiz,Ben Ode,0{day}/0{day + 1}/2026\n" for day in range(1, 7))
"""Day and month may be either, and no meeting is without a day."""
COSTLY = {"side": (SIDE, "field|file|B", "pair.mentee_name"), "order": (ORDER, "date_order|file|C", "dmy")}


@pytest.mark.parametrize("text", [SIDE, ORDER])
def test_open_questions_count_rows_as_if_left_open(tmp_path: Path, text: str) -> None:
    asked, left = read_text(tmp_path, text), read_text(tmp_path, text, accept=True)
    assert asked.outcome == "needs answers"
    assert counts(asked) == counts(left)
    assert "accepted" not in counts(asked)
    assert {one["kind"] for one in asked.issues} == {"question"}
    assert asked.message == "This file has questions to answer before it can be taken in; 6 rows wait for the answers."
    assert sum(len(rows) for rows in asked.tables.values()) == 0
    assert_balanced(asked)


@pytest.mark.parametrize("which", COSTLY)
def test_the_answer_takes_the_rows_in(tmp_path: Path, which: str) -> None:
    text, question, answer = COSTLY[which]
    reading = read_text(tmp_path, text, answers={question: answer})
    assert (reading.outcome, reading.message, reading.issues) == ("read", None, [])
    assert counts(reading)["accepted"] == 6


def test_a_question_that_no_row_depends_on_sets_nothing_aside(tmp_path: Path) -> None:
    rows = "".join(f"2026-01-0{row},a{row}@x.org,Mentor,{row}\n" for row in range(1, 8))
    reading = read_text(tmp_path, "Timestamp,Email,Role,Satisfaction (1-7)\n" + rows)
    assert (reading.outcome, reading.message, counts(reading)["accepted"]) == ("needs answers", None, 7)
