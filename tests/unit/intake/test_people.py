"""People in cells: several addresses, an address or an id in place of a name, a word for one who is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.sheets import assert_balanced, read_text, values


def test_the_first_of_several_addresses_is_the_main_one(tmp_path: Path) -> None:
    text = (
        "Mentor Email;Mentee Email;Start date\n"
        "a@x.org, a2@x.org;Ben Ode <b@x.org>;2025-01-01\n"
        '"c@x.org;c2@x.org c3@x.org";mailto:d@x.org;2025-01-02\n'
    )
    reading = read_text(tmp_path, text)
    assert values(reading, "pair", "mentor_email", "mentor_alternate_emails", "mentee_email") == [
        ("a@x.org", "a2@x.org", "b@x.org"), ("c@x.org", "c2@x.org;c3@x.org", "d@x.org")]  # fmt: skip
    assert_balanced(reading)


def test_an_address_or_an_id_among_names_is_one(tmp_path: Path) -> None:
    text = (
        "Mentor,Mentee,Start date\nAna Ruiz,Ben Ode,2025-01-01\nc@x.org,004711,2025-01-02\nEve Fay,Kim Lee,2025-01-03\n"
    )
    reading = read_text(tmp_path, text)
    assert values(reading, "pair", "mentor_name", "mentor_email", "mentee_name", "mentee_id")[1] == (
        None, "c@x.org", None, "004711")  # fmt: skip
    assert values(reading, "pair", "mentor_name", "mentor_email")[0] == ("Ana Ruiz", None)


def test_an_ambiguous_name_is_answered_by_an_address(tmp_path: Path) -> None:
    text = "Mentor,Mentee,Start date\nKim Lee,Ben Ode,2025-01-01\nKim Lee,Eve Fay,2025-01-01\n"
    reading = read_text(tmp_path, text, answers={"word|file|A|Kim Lee": "kim2@x.org"})
    assert values(reading, "pair", "mentor_name", "mentor_email") == [(None, "kim2@x.org")] * 2


@pytest.mark.parametrize("word", ["no mentor yet", "-", "TBD", "Unassigned", "not yet matched", "Awaiting match"])
def test_a_word_for_nobody_waits(tmp_path: Path, word: str) -> None:
    text = f"Mentor,Mentee,Start date\nAna Ruiz,Ben Ode,2025-01-01\n{word},Eve Fay,2025-01-02\nAl Bo,Di Eh,2025-01-03\n"
    reading = read_text(tmp_path, text)
    assert [issue["code"] for issue in reading.issues] == ["no_pair"]
