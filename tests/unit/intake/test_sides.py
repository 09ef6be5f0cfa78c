"""Who guides and who is guided: the two are never taken for each other, in any language."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdash.intake.values.readers import read_word
from tests.support.sheets import read_text, values


@pytest.mark.parametrize("word", ["Mentoré", "mentorée", "MENTORÉ", "mentoré", "mentorado", "Mentoranda", "mentorato",
                                  "tutorizada", "Mentorandin", "filleul", "protégée", "Begleitete Person"])
def test_a_word_for_the_mentee(word: str) -> None:
    assert read_word("s", word, "respondent") == ("mentee", None)
    assert read_word("s", word, "evidence") == ("mentee", None)


@pytest.mark.parametrize("word", ["Mentore", "Mentorin", "mentora", "Tutor", "Parrain", "madrina", "Begleiterin"])
def test_a_word_for_the_mentor(word: str) -> None:
    assert read_word("s", word, "respondent") == ("mentor", None)
    assert read_word("s", word, "evidence") == ("mentor", None)


@pytest.mark.parametrize(("mentee", "others"), [("mentoré", "mentor"), ("mentore", "mentor")])
def test_answers_of_both_sides_in_french(tmp_path: Path, mentee: str, others: str) -> None:
    """Also where the accent was lost on the way: beside `mentor` a `mentore` is who is mentored."""
    reading = read_text(tmp_path, f"Mentor,Mentoré,Réponse de,Satisfaction\nAda Okoro,Ben Yu,{others},4\n"
                                  f"Ada Okoro,Ben Yu,{mentee},5\nCy Moss,Di Park,{mentee},3\n")
    assert values(reading, "feedback", "respondent") == ["mentor", "mentee", "mentee"]


def test_an_italian_mentor_alone_is_a_mentor(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "Mentore,Mentee,Risposta di,Soddisfazione\nAda Okoro,Ben Yu,mentore,4\n"
                                  "Ada Okoro,Ben Yu,mentee,5\n")
    assert values(reading, "feedback", "respondent") == ["mentor", "mentee"]


@pytest.mark.parametrize(("headers", "expected"), [
    ("Mentor,Mentoré", ("Ada Okoro", "Ben Yu")), ("Mentoré,Mentor", ("Ben Yu", "Ada Okoro")),
    ("Mentore,Mentorato", ("Ada Okoro", "Ben Yu")), ("Mentor,Mentorée", ("Ada Okoro", "Ben Yu")),
    ("Mentorando,Mentor", ("Ben Yu", "Ada Okoro"))])
def test_headers_of_both_sides(tmp_path: Path, headers: str, expected: tuple[str, str]) -> None:
    reading = read_text(tmp_path, f"{headers},Date\nAda Okoro,Ben Yu,2026-01-05\nCy Moss,Di Park,2026-01-06\n")
    (table,) = reading.tables
    assert values(reading, table, "mentor_name", "mentee_name")[0] == expected
