"""Surveys whose questions say little: who answered, whether they met and how content they are, by the answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdash.intake import Reading
from tests.support.sheets import counts, read_sheets, read_text

SATISFIED = ("Extremely satisfied", "Somewhat satisfied", "Neither satisfied nor dissatisfied",
             "Somewhat dissatisfied", "Extremely dissatisfied")  # fmt: skip
NOT_AT_ALL = ("Very satisfied", "Somewhat satisfied", "Not so satisfied", "Not at all satisfied")
AGREED = ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree")
ADDRESSED = "What is your work email? (so that we can\nlink your answer to your pair)"


def survey(folder: Path, question: str, answers: tuple[str, ...]) -> Reading:
    """A survey of six answers with this question in its last column."""
    rows = [f"2026-02-1{row},a{row}@x.org,Mentee,{answers[row % len(answers)]}" for row in range(6)]
    return read_text(folder, "\n".join([f'Timestamp,Email,Role,"{question}"', *rows]) + "\n", name="survey.csv")


def found(reading: Reading, at: int = 3) -> tuple[str | None, bool]:
    """Field of a column, and whether it is asked."""
    column = reading.sheets[0]["tables"][0]["columns"][at]
    return column["field"], column["asks"]


@pytest.mark.parametrize("answers", [SATISFIED, NOT_AT_ALL])
@pytest.mark.parametrize(
    "question",
    [
        "All things considered, how do you feel about the relationship with your mentee so far?",
        "Overall, my mentorship",
        "The matching with your mentor",
        "Wie erleben Sie die Beziehung zu Ihrem Mentor?",
        "Comment vivez-vous la relation avec votre mentor ?",
    ],
)
def test_words_from_satisfied_to_dissatisfied_rate_the_relationship(
    tmp_path: Path, question: str, answers: tuple[str, ...]
) -> None:
    reading = survey(tmp_path, question, answers)
    assert found(reading) == ("feedback.satisfaction", False)
    assert counts(reading) == {"total": 7, "header": 1, "accepted": 6}


def test_words_of_agreement_are_no_satisfaction(tmp_path: Path) -> None:
    assert found(survey(tmp_path, "The relationship with my mentor is close", AGREED)) == (None, False)


def test_a_rating_of_nothing_named_is_asked(tmp_path: Path) -> None:
    assert found(survey(tmp_path, "How are things?", SATISFIED)) == ("feedback.satisfaction", True)


@pytest.mark.parametrize("question", ["How do you feel about the kick-off event?", "Training for mentors"])
def test_a_rating_of_something_else_stays_out(tmp_path: Path, question: str) -> None:
    assert found(survey(tmp_path, question, SATISFIED)) == (None, False)


@pytest.mark.parametrize("first", [True, False])
def test_the_relationship_goes_before_the_platform(tmp_path: Path, first: bool) -> None:
    pair, platform = "How satisfied are you with your mentor?", "How satisfied are you with the platform?"
    headers = (pair, platform) if first else (platform, pair)
    rows = [f"2026-02-1{row},a{row}@x.org,Mentee,{1 + row % 5},{1 + row % 5}" for row in range(6)]
    reading = read_text(tmp_path, "\n".join(["Timestamp,Email,Role," + ",".join(headers), *rows]) + "\n")
    assert found(reading, 3 + headers.index(pair)) == ("feedback.satisfaction", False)
    assert found(reading, 3 + headers.index(platform)) == (None, False)


@pytest.mark.parametrize(
    "question",
    [
        "Since the start of term, have you and your mentee\nhad at least one conversation?",
        "Did you have a conversation with your mentor this month?",
        "Haben Sie sich mit Ihrer Mentee unterhalten?",
        "Avez-vous échangé avec votre mentor ?",
        "¿Ha hablado con su mentor este mes?",
        "Avete parlato questo mese?",
        "Vocês conversaram este mês?",
        "Heeft u een gesprek gehad met uw mentor?",
    ],
)
def test_a_conversation_is_a_meeting(tmp_path: Path, question: str) -> None:
    assert found(survey(tmp_path, question, ("Yes", "No"))) == ("feedback.met", False)


@pytest.mark.parametrize(
    "question",
    [
        "Did your conversations cover your career plan?",
        "Did you have a conversation with your manager?",
        "Were the conversation guides helpful?",
    ],
)
def test_a_question_about_conversations_is_not(tmp_path: Path, question: str) -> None:
    assert found(survey(tmp_path, question, ("Yes", "No"))) == (None, False)


@pytest.mark.parametrize("question", [ADDRESSED, "Work e-mail so that we know whom to thank", "How can we reach you?"])
@pytest.mark.parametrize("platform", ["anonymous", ""])
def test_of_an_anonymous_form_the_question_names_who_answered(tmp_path: Path, question: str, platform: str) -> None:
    rows = [[row, f"2026-09-0{row}", platform, "", f"a{row}@x.org", 1 + row % 5] for row in range(1, 7)]
    headers = ["Id", "Completion time", "Email", "Name", question, "How satisfied are you with your mentor?"]
    reading = read_sheets(tmp_path, {"Sheet1": [headers, *rows]}, "Mentee survey.xlsx")
    assert found(reading, 4) == ("feedback.respondent_email", False)
    assert counts(reading) == {"total": 7, "header": 1, "accepted": 6}


def test_where_the_platform_names_people_another_address_is_nobody(tmp_path: Path) -> None:
    rows = [[row, f"2026-09-0{row}", f"a{row}@x.org", "", f"boss{row}@x.org", 1 + row % 5] for row in range(1, 7)]
    headers = ["Id", "Completion time", "Email", "Name", "Whom may we ask?", "How satisfied are you with your mentor?"]
    assert found(read_sheets(tmp_path, {"Sheet1": [headers, *rows]}, "Mentee survey.xlsx"), 4) == (None, False)
