"""Drafts: to whom, what they may hold, and when they can only be copied."""

from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdash.metrics import REASONS
from careerdash.words import drafts
from careerdash.words.drafts import Side, Wording

D = date(2026, 3, 1)
FACTS: dict[str, Any] = {
    "as_of": D, "cadence_days": 14, "interval_known": True, "has_check_in_data": True, "last_meeting": date(2026, 1, 5),
    "start_date": date(2025, 9, 1), "next_planned": None, "milestones_overdue": 3, "planned_end_date": date(2026, 2, 1),
    "satisfaction_mentee": 1, "satisfaction_mentor": 5, "mentor_exit_date": None, "mentee_exit_date": None,
    "program": "Alpha"}
EMAILS = {"M1": "ada@example.org", "E1": "ben@example.org", "E2": "cleo@example.org"}


@dataclass(frozen=True)
class Row:
    pair_id: str = "p1"
    mentor_id: str = "M1"
    mentee_id: str = "E1"
    mentor_name: str | None = "Lovelace, Ada"
    mentee_name: str | None = "Ben Okri"
    reasons: tuple[str, ...] = ("silent",)
    facts: dict[str, Any] = field(default_factory=lambda: dict(FACTS))


def made(rows: list[Row], *sides: Side, key: str | None = None, worded: drafts.Worded | None = None
         ) -> list[drafts.Draft]:
    return drafts.drafts(rows, sides, key, worded or {}, EMAILS)


def test_one_person_gets_one_draft_about_all_their_pairs() -> None:
    rows = [Row(), Row("p2", mentee_id="E2", mentee_name="Cleo"), Row("p3", "E1", "M1", "Ben Okri", "Ada Lovelace")]
    found = made(rows, "mentor", "mentee")
    assert [(draft.person_id, draft.pair_ids) for draft in found] == [
        ("M1", ("p1", "p2", "p3")), ("E1", ("p1", "p3")), ("E2", ("p2",))]
    for draft in found:
        assert draft.link is not None
        assert urlsplit(draft.link).path == draft.email
    assert found[0].body.count("\n- ") == 3


@pytest.mark.parametrize("reason", REASONS)
def test_a_draft_holds_no_answer_and_no_score(reason: str) -> None:
    row = Row(reasons=(reason,))
    for draft in made([row], "mentor", "mentee"):
        said = (draft.subject + draft.body).lower()
        assert [word for word in ("satisf", "score", " of 5", "unhappy", "disagree", "survey", "answer") if word in said
                ] == []
        assert "{" not in said


class Seen(dict[str, Any]):
    """Facts that remember which of them a draft looked at."""

    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__(facts)
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        self.read.add(name)
        return super().get(name, default)


MAY_BE_TOLD = {"cadence_days", "interval_known", "has_check_in_data", "last_meeting", "start_date", "next_planned",
               "milestones_overdue", "planned_end_date", "as_of", "mentor_exit_date", "mentee_exit_date",
               "program"}  # which wording it is


@given(st.lists(st.sets(st.sampled_from(REASONS), min_size=1), min_size=1, max_size=30),
       st.sampled_from([None, *drafts.TEMPLATES]), st.randoms())
def test_whatever_the_reasons_a_draft_looks_at_nothing_but_interval_meetings_counts_and_dates(
        reasons: list[set[str]], key: str | None, random: Random) -> None:
    people = [f"P{number}" for number in range(6)]
    rows = []
    for number, some in enumerate(reasons):
        mentor, mentee = random.sample(people, 2)
        facts = FACTS | {"last_meeting": random.choice([None, date(2026, 1, 5)]),
                         "mentee_exit_date": random.choice([None, date(2026, 2, 1)])}
        rows.append(Row(f"p{number}", mentor, mentee, f"Name {mentor}", f"Name {mentee}",
                        tuple(reason for reason in REASONS if reason in some), Seen(facts)))
    found = drafts.drafts(rows, ("mentor", "mentee"), key, {},
                          {person: f"{person}@example.org" for person in people})
    assert set().union(*(row.facts.read for row in rows)) <= MAY_BE_TOLD  # type: ignore[attr-defined]
    assert len({draft.person_id for draft in found}) == len(found)
    for draft in found:
        if draft.link is None:
            assert len(draft.body) > 900
        else:
            assert len(draft.link) <= 1800
            assert urlsplit(draft.link).path == f"{draft.person_id}@example.org"


def test_facts_of_a_pair() -> None:
    body = made([Row(reasons=("silent", "milestones_overdue"))], "mentor")[0].body
    assert "- Ben Okri: agreed to meet every 14 days; last meeting on record: 5 Jan 2026; 3 milestones past" in body
    assert body.startswith("Hello Ada,")
    never = made([Row(facts=FACTS | {"last_meeting": None, "interval_known": False, "next_planned": date(2026, 3, 9)})],
                 "mentee")[0].body
    assert "no interval is on file; no meeting on record since the start on 1 Sep 2025; next meeting planned" in never


def test_who_left_gets_no_message() -> None:
    gone = Row(reasons=("person_left",), facts=FACTS | {"mentee_exit_date": date(2026, 2, 1)})
    assert [draft.person_id for draft in made([gone], "mentor", "mentee")] == ["M1"]
    assert made([gone], "mentee") == []
    assert made([Row(facts=FACTS | {"mentee_exit_date": D})], "mentee"), "the last day is today"


def test_the_link_says_exactly_what_the_draft_says() -> None:
    odd = Wording("", "A & B = 100% ?#+", "Grüße, {name}\n<b>&amp;</b>\n{unknown}")
    draft, = made([Row()], "mentor", worded={("meeting", None): odd})
    assert draft.link is not None
    parts = urlsplit(draft.link)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, parts.path, sorted(fields)) == ("mailto", "ada@example.org", ["body", "subject"])
    assert fields["subject"] == [draft.subject] == ["A & B = 100% ?#+"]
    assert fields["body"][0].replace("\r\n", "\n") == draft.body == "Grüße, Ada\n<b>&amp;</b>\n{unknown}"


@pytest.mark.parametrize("address", [
    "a@example.org,b@example.org", "a@example.org; b@example.org", "a@example.org?cc=b@example.org,c@example.org",
    "Ada <a@example.org>", "nobody", "", None])
def test_never_several_people_and_no_address_that_is_none(address: str | None) -> None:
    link, why = drafts.mailto(address, "s", "b")
    assert link is None
    assert why


def test_a_question_mark_in_an_address_stays_one() -> None:
    link, _ = drafts.mailto("a?cc=x@example.org", "s", "b")
    assert link is not None
    assert link.count("?") == 1


def test_above_1800_characters_it_can_only_be_copied() -> None:
    frame = len(drafts.mailto("a@example.org", "s", "")[0] or "")
    assert drafts.mailto("a@example.org", "s", "x" * (1800 - frame))[0] is not None
    assert drafts.mailto("a@example.org", "s", "x" * (1801 - frame)) == (None, "it is too long for a link")


def test_a_programs_own_wording_goes_before_the_one_for_all() -> None:
    def of(program: str | None) -> Row:
        return Row(f"p-{program}", mentee_id=f"E-{program}", facts=FACTS | {"program": program})

    worded = {("meeting", None): Wording("", "All", "{about}"), ("meeting", "Alpha"): Wording("", "Alpha", "{about}"),
              ("plans", "Beta"): Wording("", "Plans of Beta", "{about}")}

    def subjects(rows: list[Row], side: Side, key: str | None = None) -> list[str]:
        return [draft.subject for draft in made(rows, side, key=key, worded=worded)]

    three = [of("Alpha"), of("Beta"), of(None)]
    assert subjects(three, "mentee") == ["Alpha", "All", "All"]
    assert subjects(three, "mentee", "plans") == [drafts.TEMPLATES["plans"].subject, "Plans of Beta",
                                                  drafts.TEMPLATES["plans"].subject]
    assert subjects(three[:1], "mentor") == ["Alpha"]
    assert subjects(three[:2], "mentor") == ["All"], "one draft about pairs of two programs speaks for none of them"
    assert subjects([replace(three[0], reasons=("no_goals",))], "mentor") == [drafts.TEMPLATES["plans"].subject]
