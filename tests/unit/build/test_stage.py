"""People, pairs and merging, each rule of the data model on tables that a person can read."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from careerdash.build.stage import build_stage, email_groups
from tests.support.typed import plan

from .conftest import Build

DAY = date(2026, 1, 31)
LATER = date(2026, 2, 28)
ANA = {"person_id": "P1", "name": "Ana Ruiz", "email": "ana@example.org", "hire_date": date(2020, 1, 1)}
BO = {"person_id": "P2", "name": "Bo Li", "email": "bo@example.org", "hire_date": date(2021, 1, 1)}
PAIR = {"pair_id": "77", "program": "Alpha", "mentor_id": "P1", "mentee_id": "P2", "start_date": date(2025, 5, 1)}



def test_person_known_by_id_then_email_then_name(stage: Build) -> None:
    built = stage({"person": [ANA, BO], "pair": [
        {"mentor_id": "P1", "mentee_email": " BO@example.org ", "start_date": date(2025, 1, 1)},
        {"mentor_name": "Ruiz, Ana", "mentee_name": "bo  li", "start_date": date(2025, 2, 1)}]})
    assert built.column("pair", "mentor_id || mentee_id") == ["P1P2", "P1P2"]
    assert built.column("people", "person_id") == ["P1", "P2"]


def test_two_people_of_one_name_are_never_guessed(stage: Build) -> None:
    twin = {**ANA, "person_id": "P9", "email": "ana2@example.org"}
    built = stage({"person": [ANA, twin, BO], "pair": [{"mentor_name": "Ana Ruiz", "mentee_id": "P2"}]})
    assert built.notes() == [("pair", 2, "ambiguous_person")]
    assert built.column("pair", "pair_id") == []


def test_email_shared_by_two_ids_is_ambiguous(stage: Build) -> None:
    twin = {**ANA, "person_id": "P9", "name": "Someone Else"}
    built = stage({"person": [ANA, twin, BO], "pair": [{"mentor_email": "ana@example.org", "mentee_id": "P2"}]})
    assert built.notes() == [("pair", 2, "ambiguous_person")]


def test_two_emails_of_one_name_without_ids_are_two_people(stage: Build) -> None:
    built = stage({"pair": [
        {"mentor_name": "Ben Adler", "mentor_email": "ben1@example.org", "mentee_id": "P2"},
        {"mentor_name": "Ben Adler", "mentor_email": "ben2@example.org", "mentee_id": "P2"}]})
    assert len(built.column("people", "person_id")) == 3
    assert len(built.column("pair", "pair_id")) == 2


def test_alternate_emails_tie_addresses_together(stage: Build) -> None:
    built = stage({"pair": [
        {"mentor_email": "new@example.org", "mentor_alternate_emails": "old@example.org", "mentee_id": "P2",
         "program": "Alpha"},
        {"mentor_email": "old@example.org", "mentee_id": "P3", "program": "Alpha"}]})
    assert len(set(built.column("pair", "mentor_id"))) == 1


def test_email_groups_follow_chains() -> None:
    assert set(email_groups([("d", "c"), ("c", "b"), ("a", "b"), ("z", "y")]).values()) == {"a", "y"}
    assert email_groups([]) == {}


def test_person_without_id_keeps_the_story_when_an_id_comes(stage: Build) -> None:
    first = {"pair": [{"mentor_email": "ana@example.org", "mentor_name": "Ana Ruiz", "mentee_email": "bo@example.org",
                       "program": "Alpha", "start_date": date(2025, 5, 1)}]}
    before = stage(first)
    (old_pair,) = before.column("pair", "pair_id")
    (old_mentor,) = before.column("pair", "mentor_id")
    after = stage(first, {"person": [ANA, BO]})
    assert after.column("pair", "mentor_id || mentee_id") == ["P1P2"]
    identity = dict(after.con.execute("select old_id, id from identity").fetchall())
    assert identity[old_mentor] == "P1"
    assert identity[old_pair] == after.column("pair", "pair_id")[0]


def test_people_in_no_roster_have_no_employment(stage: Build) -> None:
    built = stage({"pair": [{"mentor_id": "X9", "mentee_name": "Cy Fox", "mentee_email": "cy@example.org"}]})
    assert built.column("person", "name") == ["Cy Fox"]
    assert built.column("person", "hire_date") == [None]
    assert len(built.column("people", "person_id")) == 2


def test_row_without_id_is_the_pair_with_an_id(stage: Build) -> None:
    loose = {"program": "Alpha", "mentor_email": "ana@example.org", "mentee_email": "bo@example.org",
             "start_date": date(2025, 5, 1), "status": "completed"}
    built = stage({"person": [ANA, BO], "pair": [PAIR]}, {"pair": [loose]})
    assert (built.column("pair", "pair_id"), built.column("pair", "status")) == (["77"], ["completed"])


def test_row_without_start_is_the_latest_pair(stage: Build) -> None:
    again = {**PAIR, "pair_id": "78", "start_date": date(2025, 9, 1)}
    loose = {"program": "Alpha", "mentor_id": "P1", "mentee_id": "P2", "status": "paused"}
    built = stage({"pair": [PAIR, again]}, {"pair": [loose]})
    assert built.column("pair", "pair_id || ':' || coalesce(status, '')") == ["77:", "78:paused"]


def test_start_that_comes_later_is_the_same_pair(stage: Build) -> None:
    loose = {"program": "Alpha", "mentor_id": "P1", "mentee_id": "P2"}
    (old,) = stage({"pair": [loose]}).column("pair", "pair_id")
    built = stage({"pair": [loose]}, {"pair": [{**loose, "start_date": date(2025, 5, 1)}]})
    assert built.column("pair", "start_date") == [date(2025, 5, 1)]
    identity = dict(built.con.execute("select old_id, id from identity where kind = 'pair'").fetchall())
    assert identity[old] == built.column("pair", "pair_id")[0]


def test_assumed_start(stage: Build) -> None:
    loose = {"program": "Alpha", "mentor_id": "P1", "mentee_id": "P2"}
    assert stage({"pair": [loose]}).column("pair", "start_date") == [DAY]
    assert stage({"pair": [loose]}, {"pair": [loose]}).column("pair", "start_date") == [DAY]
    met = {"mentor_id": "P1", "mentee_id": "P2", "date": date(2025, 6, 1)}
    assert stage({"pair": [loose], "check_in": [met]}).column("pair", "start_date") == [date(2025, 6, 1)]
    planned = {**met, "date": date(2026, 6, 1), "status": "scheduled"}
    assert stage({"pair": [loose], "check_in": [planned]}).column("pair", "start_date") == [DAY]
    program = {"program": "Alpha", "start_date": date(2025, 3, 1)}
    built = stage({"pair": [loose], "check_in": [met], "program": [program]})
    assert built.column("pair", "start_date") == [date(2025, 3, 1)]
    assert built.column("row_note", "code || kind") == ["start_assumedwarning"]


def test_pair_the_other_way_round_is_an_issue(stage: Build) -> None:
    turned = {"program": "Alpha", "mentor_id": "P2", "mentee_id": "P1", "start_date": date(2025, 5, 1)}
    built = stage({"pair": [PAIR]}, {"pair": [turned]})
    assert built.notes() == [("pair", 2, "swapped_people")]
    built = stage({"pair": [PAIR]}, {"pair": [{**turned, "pair_id": "77"}]})
    assert built.notes() == [("pair", 2, "swapped_people")]
    assert built.column("pair", "mentor_id") == ["P1"]


def test_reverse_mentoring_in_another_program_is_a_pair(stage: Build) -> None:
    turned = {"program": "Reverse", "mentor_id": "P2", "mentee_id": "P1", "start_date": date(2025, 5, 1)}
    built = stage({"pair": [PAIR, turned]})
    assert built.notes() == []
    assert len(built.column("pair", "pair_id")) == 2


def test_newer_value_wins_and_an_empty_cell_erases_nothing(stage: Build) -> None:
    built = stage({"pair": [{**PAIR, "cohort": "Spring", "status": "active"}]},
                  {"pair": [{**PAIR, "status": "completed"}]})
    row = built.row("pair")
    assert (row["cohort"], row["status"], row["row_data_day"], row["import_id"]) == ("Spring", "completed", LATER, 2)


def test_rows_by_people_find_their_pair_by_the_day(stage: Build) -> None:
    first = {**PAIR, "end_date": date(2025, 8, 31)}
    second = {**PAIR, "pair_id": "78", "program": "Beta", "start_date": date(2025, 9, 1)}
    people = {"mentor_id": "P1", "mentee_id": "P2"}
    built = stage({"pair": [first, second], "check_in": [
        {**people, "date": date(2025, 6, 1)}, {**people, "date": date(2025, 10, 1)},
        {**people, "date": date(2024, 1, 1)}, {**people, "program": "Beta", "date": date(2024, 1, 1)}]})
    assert built.column("check_in", "pair_id || ' ' || date") == ["77 2025-06-01", "78 2024-01-01", "78 2025-10-01"]
    assert built.notes() == [("check_in", 4, "unknown_pair")]


def test_a_pair_without_a_program_may_be_of_the_program_that_a_row_names(stage: Build) -> None:
    row = {"mentor_id": "1", "mentee_id": "2", "program": "Leaders", "date": date(2025, 6, 1)}
    pair = {"mentor_id": "1", "mentee_id": "2", "start_date": date(2025, 1, 1)}
    alone = stage({"pair": [{"pair_id": "A", **pair}], "check_in": [row]})
    assert (alone.column("check_in", "pair_id"), alone.notes()) == (["A"], [])
    pairs = [{"pair_id": "A", **pair}, {"pair_id": "B", **pair, "program": "Leaders"}]
    both = stage({"pair": pairs, "check_in": [row]})
    assert both.column("check_in", "pair_id") == ["B"], "the pair of that program goes first"
    other = stage({"pair": [{"pair_id": "A", **pair, "program": "Starters"}], "check_in": [row]})
    assert [code for _, _, code in other.notes()] == ["unknown_pair"], "a pair of another program is another pair"
    twice = stage({"pair": [{"pair_id": "A", **pair}, {"pair_id": "C", **pair}], "check_in": [row]})
    assert [code for _, _, code in twice.notes()] == ["unknown_pair"], "one of two is never guessed"


def test_rows_of_an_unknown_pair_wait_for_it(stage: Build) -> None:
    met = {"check_in": [{"pair_id": "77", "date": date(2025, 6, 1)}]}
    waiting = stage({"person": [ANA]} | met)
    assert waiting.notes() == [("check_in", 2, "unknown_pair")]
    assert stage({"person": [ANA]} | met, {"pair": [PAIR]}).notes() == []


def test_check_in_log_with_the_people_swapped(stage: Build) -> None:
    built = stage({"pair": [PAIR], "check_in": [{"mentor_id": "P2", "mentee_id": "P1", "date": date(2025, 6, 1)}]})
    assert built.notes() == [("check_in", 2, "swapped_people")]


def test_two_meetings_a_day_stay_two_and_a_re_export_adds_none(stage: Build) -> None:
    twice = {"pair": [PAIR], "check_in": [{"pair_id": "77", "date": date(2025, 6, 1)}] * 2}
    assert len(stage(twice).column("check_in", "check_in_id")) == 2
    assert stage(twice, twice).content() == stage(twice).content()
    with_ids = {"check_in": [{"check_in_id": f"c{n}", "pair_id": "77", "date": date(2025, 6, 1)} for n in (1, 2)]}
    assert stage(twice, with_ids).column("check_in", "check_in_id") == ["c1", "c2"]


def test_last_met_column_is_weaker_than_the_log(stage: Build) -> None:
    log = {"pair_id": "77", "date": date(2025, 6, 1), "status": "held", "evidence": "both"}
    panel = {"pair_id": "77", "date": date(2025, 6, 1), "status": "held", "evidence": "coordinator", "weak": True}
    for order in ((log, panel), (panel, log)):
        built = stage({"pair": [PAIR], "check_in": [order[0]]}, {"check_in": [order[1]]})
        assert built.column("check_in", "evidence") == ["both"]


def test_original_dates_are_the_first_imported_where_the_sheet_has_none(stage: Build) -> None:
    def step(due: date, **more: Any) -> dict[str, Any]:
        return {"milestone": [{"pair_id": "77", "title": "Step", "due_date": due, "derive_original": True, **more}]}

    first, second = date(2025, 9, 1), date(2025, 10, 1)
    built = stage({"pair": [PAIR]} | step(first), step(second))
    assert (built.row("milestone")["original_due_date"], built.row("milestone")["due_date"]) == (first, second)
    given = stage({"pair": [PAIR]} | step(first), step(second, original_due_date=date(2025, 8, 1)))
    assert given.row("milestone")["original_due_date"] == date(2025, 8, 1)
    unknown = stage({"pair": [PAIR]} | step(first, derive_original=False))
    assert unknown.row("milestone")["original_due_date"] is None


def test_milestone_with_a_completion_is_done(stage: Build) -> None:
    def status(**more: Any) -> Any:
        return stage({"pair": [PAIR], "milestone": [
            {"pair_id": "77", "title": "Step", "completed_date": date(2025, 9, 1), **more}]}).row("milestone")["status"]

    assert (status(), status(status="open"), status(status="dropped")) == ("done", "done", "dropped")


def test_one_answer_names_its_side_by_the_person(stage: Build) -> None:
    built = stage({"person": [ANA, BO], "pair": [PAIR], "feedback": [
        {"respondent_email": "bo@example.org", "date": date(2025, 6, 1), "satisfaction": 4}]})
    assert (built.row("feedback")["pair_id"], built.row("feedback")["respondent"]) == ("77", "mentee")


def test_one_person_in_two_open_pairs_is_asked(stage: Build) -> None:
    other = {**PAIR, "pair_id": "78", "mentee_id": "P3"}
    built = stage({"pair": [PAIR, other], "feedback": [{"respondent_id": "P1", "date": date(2025, 6, 1)}]})
    assert built.notes() == [("feedback", 2, "unknown_pair")]


def test_program_that_only_pairs_name_exists(stage: Build) -> None:
    built = stage({"pair": [PAIR]})
    assert built.row("program")["program"] == "Alpha"
    assert built.row("program")["participation"] is None


def test_two_spells_of_one_person_are_two_rows(stage: Build) -> None:
    again = {**ANA, "hire_date": date(2023, 1, 1)}
    assert len(stage({"person": [ANA, again]}).column("person", "hire_date")) == 2


def test_job_change_of_an_unknown_person_waits(stage: Build) -> None:
    change = {"job_change": [{"person_id": "P1", "change_date": date(2025, 1, 1)}]}
    assert stage({"person": [BO]} | change).notes() == [("job_change", 2, "unknown_person")]
    assert stage({"person": [BO]} | change, {"person": [ANA]}).notes() == []


def test_changed_setting_takes_the_place_of_the_default(tmp_path: Path) -> None:
    con = duckdb.connect()
    settings = [("default_cadence_days", None, 14.0), ("default_cadence_days", "Alpha", 7.0)]
    build_stage(con, plan(tmp_path, [(1, DAY, {"pair": [PAIR]})], settings), lambda step, share: None)
    found = con.execute("select program, value from setting where key = 'default_cadence_days' order by all").fetchall()
    assert found == [("Alpha", 7.0), (None, 14.0)]


def test_content_forgets_sources_and_knows_values(stage: Build) -> None:
    rows = {"person": [ANA, BO], "pair": [PAIR]}
    whole = stage(rows)
    assert stage({"pair": [PAIR]}, {"person": [BO]}, {"person": [ANA]}).content() == whole.content()
    assert stage({"person": [ANA, BO], "pair": [{**PAIR, "cohort": "Spring"}]}).content() != whole.content()




def test_titles_are_compared_as_written(stage: Build) -> None:
    built = stage({"pair": [PAIR], "milestone": [
        {"pair_id": "77", "title": title} for title in ("Step", "Step  ", "step", None, None)]})
    assert len(built.column("milestone", "milestone_id")) == 4
