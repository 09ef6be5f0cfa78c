"""What pages say, from small facts: titles, reasons, balances, empty states."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from careerdash.metrics import CATALOGUE, REASONS, MetricValue
from careerdash.metrics.details import FITS, OUTCOMES
from careerdash.schema import TABLES, VOCABULARIES
from careerdash.words import actions, findings, imports, labels, meetings, numbers, overview, plans, reasons, states

DAY = date(2026, 11, 14)
NONE = MetricValue(None, 0, 0, {"no_check_in_data": 4})
FACTS: dict[str, Any] = {
    "as_of": DAY, "age": 40, "cadence_days": 14, "interval_known": True, "grace": 3, "new_max_days": 30,
    "days_since": 59, "next_planned": None, "milestones_overdue": 3, "oldest_overdue_days": 64,
    "overdue_milestones": 2, "overdue_days": 30, "due_age_2": 45, "no_data_age": 30,
    "mentor_exit_date": date(2026, 9, 30),
    "mentee_exit_date": date(2027, 1, 1), "planned_end_date": date(2026, 11, 1), "mentee_unhappy": True,
    "mentor_unhappy": False, "satisfaction_mentee": 2, "satisfaction_mentor": 5,
    "satisfaction_mentee_day": date(2026, 10, 1), "satisfaction_mentor_day": date(2026, 10, 2), "low_satisfaction": 2,
    "low_satisfaction_days": 90, "scores_disagree": True, "met_disagree": True, "met_mentee": False,
    "disagree_points": 3, "disagree_days": 60, "disagree_apart_days": 30, "items_ticked_only": 4,
    "ticked_no_evidence": 2,
}  # fmt: skip


def item(number: int, done: int, not_done: int, **more: int) -> dict[str, int]:
    return {"item": number, "done": done, "not_done": not_done, "not_due": 0, "no_data": 0, "ticked_only": 0} | more


class TestReasons:
    @pytest.mark.parametrize(
        ("reason", "said"),
        [
            ("person_left", "Mentor left on 30 Sep, 45 days ago; the pair is still open"),
            ("past_planned_end", "Planned to end on 1 Nov, 13 days ago; still open"),
            ("no_data", "Not one row about this pair; started 40 days ago, looked at from 30 days"),
            ("never_met", "Never met; started 40 days ago, a first meeting was due within 17; agreed every 14 days"),
            ("silent", "59 days since the last meeting, silent after 31; agreed every 14 days"),
            ("late", "59 days since the last meeting, late after 17; agreed every 14 days"),
            ("milestones_overdue",
             "3 milestones overdue, the oldest by 64 days; flagged from 2, or one by more than 30 days"),
            ("no_goals", "No goal on file; started 40 days ago, goals are due after 45"),
            ("low_satisfaction", "Satisfaction: mentee 2 of 5 on 1 Oct; flagged at 2 or less, for 90 days"),
            ("sides_disagree",
             "Satisfaction: mentee 2 of 5, mentor 5 of 5; flagged from 3 points apart; the mentor says that they met, "
             "the mentee that they did not; both answered within 60 days, at most 30 apart"),
            ("ticked_no_evidence",
             "4 mentor actions are said to be done and nothing in the data shows it; flagged from 2"),
        ],
    )  # fmt: skip
    def test_sentence(self, reason: str, said: str) -> None:
        assert reasons.sentence(reason, FACTS) == said

    def test_every_reason_has_a_sentence_a_name_and_an_icon(self) -> None:
        assert all(reasons.sentence(reason, FACTS) for reason in REASONS)
        assert set(labels.REASONS) == set(labels.REASON_ICONS) == set(REASONS)

    def test_an_assumed_interval_is_never_called_agreed(self) -> None:
        for reason in ("never_met", "silent", "late"):
            said = reasons.sentence(reason, {**FACTS, "interval_known": False, "cadence_days": 30})
            assert "no interval on file, 30 assumed" in said
            assert "agreed" not in said

    def test_a_planned_meeting_is_said(self) -> None:
        said = reasons.sentence("silent", {**FACTS, "next_planned": date(2026, 11, 20)})
        assert said.endswith("; next planned 20 Nov")

    def test_one_milestone_reads_as_one(self) -> None:
        assert reasons.sentence("milestones_overdue", {**FACTS, "milestones_overdue": 1}).startswith(
            "1 milestone overdue by 64 days")


class TestFindings:
    @pytest.mark.parametrize(
        ("values", "title"),
        [
            ([0.79] * 10 + [0.71], "Meeting as agreed fell from 79% to 71% since Mar"),
            ([0.60] * 10 + [0.71], "Meeting as agreed rose from 60% to 71% since Mar"),
            ([0.71, 0.72], "Meeting as agreed is steady at 72% since Mar"),
            ([0.71], "71% meet as agreed"),
            ([None], "No week with active pairs and meeting data"),
        ],
    )
    def test_weekly(self, values: list[float | None], title: str) -> None:
        rows = [{"week": f"2026-03-{place + 1:02d}", "value": value, "numerator": 1, "denominator": 100}
                for place, value in enumerate(values)]  # fmt: skip
        assert findings.weekly(rows).title == title

    def test_weekly_looks_back_a_quarter_and_no_further(self) -> None:
        rows = [{"week": f"2025-{1 + place // 4:02d}-{1 + place % 4 * 7:02d}", "value": place / 100, "numerator": place,
                 "denominator": 100} for place in range(40)]  # fmt: skip
        assert "from 26% to 39%" in findings.weekly(rows).title

    @pytest.mark.parametrize(
        ("done", "title"),
        [(7, "3 milestones behind the current plan"), (12, "2 milestones ahead of the current plan"),
         (10, "Milestones on plan at the end of Oct 2026")],
    )  # fmt: skip
    def test_burn_up_compares_full_months_only(self, done: int, title: str) -> None:
        rows = [{"month": "2026-10", "plan_current": 10, "done": done},
                {"month": "2026-11", "plan_current": 90, "done": 12},
                {"month": "2026-12", "plan_current": 90, "done": None}]  # fmt: skip
        assert findings.burn_up(rows, DAY).title == title

    def test_ties_are_all_named_and_few_pairs_do_not_count(self) -> None:
        rows = [item(1, 5, 5), item(6, 10, 10), item(2, 0, 9), item(3, 9, 1)]
        assert findings.weakest(rows) == ([1, 6], 0.5)
        assert findings.checklist(rows).title == "Vision statements and records are the weakest: 50% done"

    def test_nothing_due_and_all_done_are_said(self) -> None:
        assert "Fewer than 10" in findings.checklist([item(1, 2, 1)]).title
        assert findings.checklist([item(1, 12, 0)]).title == "All mentor actions that are due are done"

    def test_alt_is_the_same_text(self) -> None:
        assert findings.Finding("A", "b · c").alt == "A. b · c."

    def test_cadence_and_evidence(self) -> None:
        rows = [{"state": "on", "pairs": 9}, {"state": "silent", "pairs": 2}, {"state": "never", "pairs": 1}]
        assert meetings.cadence(rows, DAY).title == "2 silent and 1 never met of 12 active pairs"
        assert meetings.cadence([], DAY).title == "No active pairs"
        assert meetings.evidence([]).title == "No check-ins"

    def test_departments_need_ten_pairs_and_company(self) -> None:
        rows = [{"department": name, "as_of": DAY, "numerator": yes, "denominator": of}
                for name, yes, of in (("A", 9, 10), ("B", 5, 10), ("C", 0, 2), ("-", 0, 50))]  # fmt: skip
        assert meetings.departments(rows).title == "B meets least as agreed: 50%"
        assert meetings.departments(rows[:1]).title == "Meeting as agreed by department"

    def test_months_come_apart_again(self) -> None:
        rows = [{"month": "2026-01", "plan_current": 3, "done": 2}, {"month": "2026-02", "plan_current": 7, "done": 2},
                {"month": "2026-03", "plan_current": 9, "done": None}]  # fmt: skip
        assert plans.by_month(rows) == [
            {"month": "2026-01", "done": 2, "planned": 3}, {"month": "2026-02", "done": 0, "planned": 4}]  # fmt: skip

    def test_classes_of_days_have_no_holes(self) -> None:
        for classes, days in ((plans.AGES, range(1, 400)), (plans.MOVES, [*range(-400, 0), *range(1, 400)])):
            counted = plans.in_classes(dict.fromkeys(days, 1), classes)
            assert sum(count for _, count in counted) == len(days)

    def test_actions_done_late_are_named_by_days(self) -> None:
        due = dict.fromkeys(range(1, 8), 30)
        rows = [{"item": 1, "median_days": 31, "ticked": 4}, {"item": 4, "median_days": 90, "ticked": 2}]
        assert actions.days(rows, due).title == "Another resource comes 60 days after it is due"
        assert actions.days(rows[:0], due).title == "Actions are ticked by the time they are due"


class TestNumbers:
    @pytest.mark.parametrize(
        ("key", "value", "shown"),
        [
            ("active_pairs", MetricValue(1117, 1117, 2000), "1,117"), ("on_cadence_share", NONE, "–"),
            ("on_cadence_share", MetricValue(0.709, 83, 117), "71%"), ("median_gap", MetricValue(1, None, 4), "1 day"),
            ("recommend_mentee", MetricValue(-0.4, -2, 5), "-40"), ("mentor_load", MetricValue(1.25, 5, 4), "1.3"),
        ],
    )  # fmt: skip
    def test_shown(self, key: str, value: MetricValue, shown: str) -> None:
        assert numbers.shown(key, value) == shown

    def test_full_says_fraction_left_out_and_day(self) -> None:
        value = MetricValue(83 / 117, 83, 117, {"paused": 4, "no_check_in_data": 5})
        assert numbers.full("on_cadence_share", value, DAY, "Log.xlsx, 4 Mar") == (
            "71% · 83 of 117 active pairs · 9 left out: 5 no meeting data in the program, 4 paused pairs · "
            "as of 14 Nov 2026 · Log.xlsx, 4 Mar")  # fmt: skip

    def test_a_dash_comes_with_its_reason(self) -> None:
        assert numbers.undefined("on_cadence_share", NONE) == "4 left out: no meeting data in the program"
        assert numbers.undefined("on_cadence_share", MetricValue(None, 0, 0)) == "no active pairs to count"
        assert numbers.moved("on_cadence_share", NONE, NONE) is None

    def test_every_metric_can_be_said(self) -> None:
        for key in CATALOGUE:
            value = MetricValue(0.5, 1, 2)
            assert numbers.full(key, value, DAY)
            assert numbers.moved(key, value, value) in ("0", "+0", "0 pts", "+0.0")


class TestOverview:
    def values(self, share: float | None, active: int = 117) -> Mapping[str, Any]:
        return {"active_pairs": MetricValue(active, active, active), "on_cadence_share": MetricValue(share, 0, 10)}

    def test_what_is_well_what_is_not_what_changed(self) -> None:
        said = overview.sentence(
            self.values(0.8), [{"state": "silent", "pairs": 12}, {"state": "never", "pairs": 9}],
            [{"state": "silent", "pairs": 2}], [item(6, 3, 9)], 3, date(2026, 10, 17), DAY)  # fmt: skip
        assert said.now == "117 active pairs in three programs. Most meet as agreed; records are the weak spot."
        assert said.change == "10 more are silent than on 17 Oct; 9 have never met."

    def test_nothing_known_is_still_a_sentence(self) -> None:
        states_now = [{"state": "no_data", "pairs": 1}]
        said = overview.sentence(self.values(None, 1), states_now, [], [], 1, date(2026, 10, 17), DAY)
        assert said == overview.Sentence("1 active pair.", "There is no meeting data yet.")
        assert overview.sentence(self.values(None, 0), [], [], [], 0, DAY, DAY).change == ""

    def test_all_well_is_said_too(self) -> None:
        said = overview.sentence(self.values(1.0), [{"state": "on", "pairs": 9}], [], [], 1, DAY, DAY)
        assert said.change == "None is silent; all have met or are new."

    @pytest.mark.parametrize(
        ("share", "word"), [(0.95, "Nearly all"), (0.6, "More than half"), (0.5, "Half"), (0.2, "Fewer"),
                            (1.0, "All meet"), (0.0, "None meets")]
    )
    def test_shares_in_words(self, share: float, word: str) -> None:
        assert word in overview.sentence(self.values(share), [], [], [], 1, DAY, DAY).now


class TestImports:
    def issue(self, row: int, code: str = "bad_date", kind: str = "error", value: str | None = "x") -> dict[str, Any]:
        return {"sheet": "Log", "row": row, "column": "D", "value": value, "code": code, "message": "m", "kind": kind}

    def test_issues_are_grouped_with_counts_errors_first(self) -> None:
        groups = imports.grouped([self.issue(2, "no_pair", "warning"), *(self.issue(row) for row in range(3, 12))])
        assert [(group.code, group.count) for group in groups] == [("bad_date", 9), ("no_pair", 1)]
        assert groups[0].examples == tuple(f"row {row}: “x”" for row in range(3, 8))
        assert imports.group_title(groups[0]) == "9 × not a date · Log, column D"

    def test_rows_that_an_open_question_decides_miss_nothing(self) -> None:
        group, = imports.grouped([self.issue(row, "missing_person", "question") for row in (2, 3)])
        assert imports.group_title(group).startswith("2 × a row that waits for an answer")
        assert "question" in group.message

    def test_balances_add_up_in_words(self) -> None:
        rows = {"total": 9, "header": 1, "title": 2, "blank": 0, "accepted": 5, "duplicate": 0, "quarantined": 1,
                "skipped": 0}  # fmt: skip
        assert imports.rows_balance(rows) == "9 rows = 5 accepted + 1 set aside + 1 header + 2 title"
        assert imports.cells_balance({"valued": 9, "landed": 8, "exceptions": {"blank_text": 1}}) == (
            "9 cells with a value = 8 landed + 1 only spaces")  # fmt: skip

    def test_every_table_and_outcome_has_a_word(self) -> None:
        assert set(imports.TABLES) == set(TABLES)
        assert imports.summary(["published", "refused", "published"]) == "2 taken in, 1 not taken in"
        assert imports.summary(["published"], dry_run=True) == "1 ready"
        assert imports.checked(["published"]) == "1 file checked: ready"
        assert imports.checked(["refused"]) == "1 file checked: not taken in"
        several = ["published", "needs answers", "needs answers"]
        assert imports.checked(several) == "3 files checked: 1 ready, 2 need you"
        assert imports.too_many(25, 20).startswith("25 files are too many at once: take out 5,")

    def test_what_became_of_one_file_tells_rows_that_wait(self) -> None:
        issues = [{"sheet": "Log", "row": row, "code": code} for row, code in (
            (2, "unknown_pair"), (3, "unknown_pair"), (4, "bad_date"))]
        balance = {"rows": {"quarantined": 3}, "issues": issues}
        none = {"check_in": {"new": 0, "changed": 0, "same": 0, "missing": 0}}
        some = {"check_in": {"new": 1, "changed": 2, "same": 4, "missing": 0}}
        assert imports.done("published", balance, none, "") == (
            "Nothing new; 3 rows set aside, 2 of them until a file brings their pair or person.")
        assert imports.done("published", {"rows": {"quarantined": 0}, "issues": []}, some, "") == (
            "1 new check-in and 2 changed check-ins.")
        assert imports.done("refused", None, None, "As told.") == "As told."
        assert imports.changes(none) == "check-ins: no rows yet"

    def test_the_first_import_moves_nothing(self) -> None:
        first = {"files": ["a.xlsx"], "received_at": "2026-11-01T10:00:00Z", "changes": [{"pair": {"new": 3}}],
                 "effect": {"numbers": [{"key": "active_pairs", "was": None, "is": "3"}], "newly_silent": 0}}
        assert imports.last_title(first) == "These are the first numbers"
        assert imports.last_lines(first) == ["New: 3 pairs"]
        assert imports.last_title({}) == "Nothing imported yet"

    def test_a_later_import_says_what_moved(self) -> None:
        found = {"numbers": [{"key": "on_cadence_share", "was": "71%", "is": "68%"},
                             {"key": "active_pairs", "was": "3", "is": "3"}], "newly_silent": 12}
        assert imports.effect(found) == ["Meeting as agreed 71% → 68%", "12 pairs newly silent"]


class TestStates:
    def test_filters_in_force(self) -> None:
        chosen = {"program": (), "cohort": ("Cohort 2026",), "department": ("Sheffield",)}
        assert states.filters(chosen, DAY) == "Cohort 2026 · Sheffield · as of 14 Nov 2026"
        assert states.filters({}, DAY) == "All pairs · as of 14 Nov 2026"
        assert states.button({"program": ("a", "b", "c")}) == "3 programs"
        assert states.button({"department": ("-",)}) == "no department"
        assert states.button({"program": ("x" * 40,)}) == "1 filter"

    def test_unknown_values_are_quoted(self) -> None:
        assert states.unknown_filters({"program": ("Nope",), "cohort": ()}) == (
            "Not in the data and left out: program “Nope”.")  # fmt: skip
        assert states.unknown_filters({"program": ()}) == ""


def test_every_code_that_pages_meet_has_a_word() -> None:
    assert set(VOCABULARIES["evidence"].words) <= set(labels.EVIDENCE)
    assert set(VOCABULARIES["milestone_kind"].words) <= set(labels.MILESTONE_KINDS)
    assert set(OUTCOMES) == set(plans.OUTCOMES)
    assert set(FITS) == set(meetings.FITS)
    assert set(labels.TILES) <= set(CATALOGUE)


def test_rows_of_the_last_drop_are_said_in_the_right_number() -> None:
    last = {"changes": [{"pair": {"new": 1, "changed": 2, "missing": 0}, "person": {"new": 2, "changed": 1}}]}
    assert imports.last_lines(last) == ["New: 2 people and 1 pair", "Changed: 2 pairs and 1 person"]


def _aside(*codes: str) -> dict[str, Any]:
    """The balance of a file whose rows 2, 3, ... are set aside, each for one code."""
    issues = [{"sheet": "Log", "row": row, "code": code} for row, code in enumerate(codes, 2)]
    return {"rows": {"quarantined": len(codes)}, "questions": [], "issues": issues + issues[:1]}


def test_rows_that_only_wait_for_another_file_are_told_apart():
    all_wait = imports.advice("needs answers", _aside("unknown_pair", "unknown_person"), "")
    assert all_wait.startswith("2 rows are about pairs or people that no file has brought yet.")
    some = imports.advice("needs answers", _aside("unknown_pair", "missing_value", "bad_date"), "")
    assert some.startswith("3 rows cannot be taken in, 1 of them because no file has brought their pair or person yet.")
    none = imports.advice("needs answers", _aside("missing_value"), "")
    assert none.startswith("1 row cannot be taken in. Look closer")
    assert imports.advice("needs answers", {**_aside("unknown_pair"), "questions": [{}]}, "As told.") == "As told."
    assert imports.advice("needs answers", None, "Fill it in, or take it in as it is with --accept.") == (
        "Fill it in, or take it in as it is.")
    assert imports.publish_all(1, 0) == "Publish as it is"
