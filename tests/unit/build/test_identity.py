"""Who is who: the traps of real lists, each with the rule of the data model that decides it."""

from datetime import date
from typing import Any

import pytest

from .conftest import Build

HIRED = date(2020, 1, 1)
MET = date(2025, 6, 1)


def person(person_id: str | None, name: str | None, email: str | None = None, **more: Any) -> dict[str, Any]:
    return {"person_id": person_id, "name": name, "email": email, "hire_date": HIRED, **more}


BO = person("2", "Bo Li", "bo@example.org")
MEYER = person("1042", "Anna Meyer", "anna@example.org", department="Finance")
OTHER = person("2210", "Anna Meyer", "meyer@example.org", department="IT")


def pair_with(**mentor: str) -> dict[str, Any]:
    return {"pair": [{**{f"mentor_{key}": value for key, value in mentor.items()}, "mentee_id": "2",
                      "start_date": date(2025, 5, 1)}]}


def test_the_same_id_under_a_changed_email_is_one_person(stage: Build) -> None:
    built = stage({"person": [MEYER, BO]}, {"person": [{**MEYER, "email": "a.meyer@example.org"}]},
                  pair_with(email="anna@example.org"))
    assert built.column("people", "person_id") == ["1042", "2"]
    assert built.column("pair", "mentor_id") == ["1042"], "the old address leads to her still"
    assert built.column("person", "email") == ["a.meyer@example.org", "bo@example.org"]


@pytest.mark.parametrize("written", [
    "Meyer, Anna", "ANNA  MEYER", "Änna Meyér", "Dr. Anna Meyer", "Prof. Dr. med. Anna Meyer", "Meyer, Dr. Anna",
    "Meyer Dr., Anna", "Anna Meyer, PhD", "Meyer, Anna, Ph.D.", "Anna\u00a0Meyer", "Mrs. Anna Meyer",
    "A\u0308nna Meyer"])
def test_one_name_in_many_spellings(stage: Build, written: str) -> None:
    built = stage({"person": [MEYER, BO]} | pair_with(name=written))
    assert built.column("pair", "mentor_id") == ["1042"]


@pytest.mark.parametrize("written", ["Anna M. Meyer", "Anna Meyers", "Anne Meyer", "Meyer", "Anna-Maria Meyer"])
def test_a_name_that_only_resembles_is_somebody_else(stage: Build, written: str) -> None:
    built = stage({"person": [MEYER, BO]} | pair_with(name=written))
    assert built.column("pair", "mentor_id") != ["1042"]
    assert len(built.column("people", "person_id")) == 3


@pytest.mark.parametrize("written", ["Dr.", "Md Rahman", "Prof", "Li", "Dr. Li"])
def test_a_title_alone_is_a_name(stage: Build, written: str) -> None:
    built = stage({"person": [BO]} | pair_with(name=written))
    assert built.notes() == []
    assert written in built.column("people", "name")


def test_a_title_does_not_tell_two_people_apart(stage: Build) -> None:
    built = stage({"person": [MEYER, {**OTHER, "name": "Dr. Anna Meyer"}, BO]} | pair_with(name="Dr. Anna Meyer"))
    assert built.notes() == [("pair", 2, "ambiguous_person")]


def test_two_people_of_one_name_are_told_apart_by_their_emails(stage: Build) -> None:
    built = stage({"person": [MEYER, OTHER, BO]} | pair_with(name="Anna Meyer", email="meyer@example.org"))
    assert built.column("pair", "mentor_id") == ["2210"]
    built = stage({"person": [MEYER, OTHER, BO]} | pair_with(name="Anna Meyer"))
    notes, asked = built.asked()
    assert [(note.code, note.column) for note in notes] == [("ambiguous_person", "mentor")]
    assert notes[0].message.startswith(
        "Several people fit: 1042 (Finance, anna@example.org) or 2210 (IT, meyer@example.org). Say which")
    question, = asked
    assert (question.table, question.who, question.written, question.rows) == ("pair", "mentor", "Anna Meyer", 1)
    assert question.people == (("1042", "1042 (Finance, anna@example.org)"), ("2210", "2210 (IT, meyer@example.org)"))
    kept = built.column("row_note", "message")
    assert "1042" not in kept[0], "the build's remarks are read by people who may not see everyone"


def test_many_who_fit_are_listed_in_part(stage: Build) -> None:
    everyone = [person(f"1{number:03}", "Kim Lee", f"k{number}@example.org") for number in range(9)]
    notes, asked = stage({"person": [*everyone, BO]} | pair_with(name="Kim Lee")).asked()
    assert "1004 (k4@example.org) and 4 more." in notes[0].message
    assert len(asked[0].people) == 9


def test_people_without_ids_are_offered_by_their_emails(stage: Build) -> None:
    rows = {"pair": [{"mentor_name": "Kim Lee", "mentor_email": f"k{number}@example.org", "mentee_id": "2"}
                     for number in (1, 2)] + [{"mentor_name": "Kim Lee", "mentee_id": "3"}]}
    _, asked = stage(rows).asked()
    assert [choice for choice, _ in asked[0].people] == ["k1@example.org", "k2@example.org"]


def test_a_mailbox_that_two_people_share(stage: Build) -> None:
    """Alone it is asked; with a name that only one of the two bears it is that one."""
    desk = {"email": "desk@example.org"}
    roster = {"person": [{**MEYER, **desk}, person("3", "Cy Fox", "desk@example.org"), BO]}
    assert stage(roster | pair_with(name="Cy Fox", **desk)).column("pair", "mentor_id") == ["3"]
    assert stage(roster | pair_with(name="Fox, Cy", email="DESK@example.org ")).column("pair", "mentor_id") == ["3"]
    for row, written in ((desk, "desk@example.org"), ({**desk, "name": "Di Eh"}, "Di Eh <desk@example.org>")):
        built = stage(roster | pair_with(**row))
        assert built.notes() == [("pair", 2, "ambiguous_person")]
        question, = built.asked()[1]
        assert (question.written, [choice for choice, _ in question.people]) == (written, ["1042", "3"])


def test_one_person_mentors_and_is_mentored(stage: Build) -> None:
    built = stage({"person": [MEYER, BO, person("3", "Cy Fox")], "pair": [
        {"mentor_name": "Anna Meyer", "mentee_id": "2", "start_date": date(2025, 5, 1)},
        {"mentor_id": "3", "mentee_email": "anna@example.org", "start_date": date(2025, 5, 1)}]})
    assert built.notes() == []
    assert built.column("pair", "mentor_id || '>' || mentee_id") == ["1042>2", "3>1042"]


def test_a_married_name_and_the_old_one_are_one_person(stage: Build) -> None:
    roster, later = {"person": [MEYER, BO]}, {"person": [{**MEYER, "name": "Anna Schmidt"}]}
    for written in ("Anna Meyer", "Schmidt, Anna"):
        assert stage(roster, later, pair_with(name=written)).column("pair", "mentor_id") == ["1042"]
    assert stage(roster, later).column("person", "name") == ["Anna Schmidt", "Bo Li"]
    newcomer = {"person": [person("3000", "Anna Meyer", "new@example.org")]}
    built = stage(roster, later, {**newcomer, **pair_with(name="Anna Meyer")})
    assert [choice for choice, _ in built.asked()[1][0].people] == ["1042", "3000"], "a newcomer of the old name: asked"


def test_a_roster_and_a_pair_sheet_share_only_the_email(stage: Build) -> None:
    built = stage({"pair": [{"mentor_email": "Anna@Example.org", "mentee_email": "bo@example.org"}]},
                  {"person": [{**MEYER, "name": None}, BO]})
    assert built.column("pair", "mentor_id || '>' || mentee_id") == ["1042>2"]


def test_alternate_emails_of_a_roster_lead_to_the_person(stage: Build) -> None:
    built = stage({"person": [{**MEYER, "alternate_emails": "am@old.example, anna.m@example.org"}, BO]}
                  | pair_with(email="AM@old.example"))
    assert built.column("pair", "mentor_id") == ["1042"]


ROSTER = {"person": [person("012345", "Anna Meyer", "anna@example.org"), person("000777", "Bo Li", "bo@example.org"),
                     person("212121", "Cy Fox", "cy@example.org")]}


def pairs_of(*people: tuple[str, str | None, str, str | None]) -> dict[str, Any]:
    return {"pair": [{"mentor_id": mentor, "mentor_name": name, "mentee_id": mentee, "mentee_name": other,
                      "start_date": date(2025, 5, 1)} for mentor, name, mentee, other in people]}


def test_ids_that_lost_their_zeros_where_names_agree(stage: Build) -> None:
    """Excel ate them in the pair sheet: the rest of that sheet goes along, also without names."""
    pairs = pairs_of(("12345", "Meyer, Anna", "777", None), ("212121", None, "777", None))
    log = {"check_in": [{"mentor_id": "12345", "mentee_id": "777", "date": MET}]}
    for built in (stage(ROSTER, pairs, log), stage(log | pairs, ROSTER)):
        assert built.column("pair", "mentor_id || '>' || mentee_id") == ["012345>000777", "212121>000777"]
        assert built.column("people", "person_id") == ["000777", "012345", "212121"]
        assert (built.notes(), built.zeros()) == ([], ())
        assert ("12345", "012345") in built.con.execute("select old_id, id from identity").fetchall()
    assert stage(pairs).column("people", "person_id") == ["12345", "212121", "777"], "alone they are what they are"


def test_ids_of_which_nothing_says_more_are_asked(stage: Build) -> None:
    built = stage(ROSTER, pairs_of(("12345", None, "777", None)))
    assert len(built.column("people", "person_id")) == 5
    assert [(one.import_id, one.ids, one.width, one.bare, one.padded, one.differ) for one in built.zeros()] == [
        (2, 2, 6, "12345", "012345", False)]


def test_a_number_of_another_kind_is_not_merged(stage: Build) -> None:
    """The running numbers of a platform: the names differ, so that none of the sheet is merged."""
    built = stage(ROSTER, pairs_of(("12345", "Eve Fay", "777", "Bo Li")), pairs_of(("777", None, "212121", None)))
    assert "12345" in built.column("people", "person_id")
    assert [(one.import_id, one.bare, one.differ) for one in built.zeros()] == [(2, "12345", True)]
    assert built.column("pair", "mentee_id") == ["000777", "212121"], "777 is Bo Li by his name"


def test_both_spellings_in_one_sheet_are_two_people(stage: Build) -> None:
    both = {"person": [person("012345", "Anna Meyer"), person("12345", "Anna Meyer"), person("2", "Bo Li")]}
    built = stage(both, pairs_of(("12345", None, "2", None)))
    assert built.column("people", "person_id") == ["012345", "12345", "2"]
    assert (built.notes(), built.zeros()) == ([], ())


def test_ids_of_no_one_length_are_only_told(stage: Build) -> None:
    roster = {"person": [person("012345", "Anna Meyer"), person("9", "Bo Li")]}
    built = stage(roster, pairs_of(("12345", "Anna Meyer", "9", "Bo Li")))
    assert len(built.column("people", "person_id")) == 3
    assert [(one.bare, one.padded, one.plain) for one in built.zeros()] == [("12345", "012345", False)]
