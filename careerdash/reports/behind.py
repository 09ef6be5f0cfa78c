"""The numbers behind the charts of the program's pages that no series holds, for the pack and `metrics --json`.

Counts alone: no row is about one pair or one person. What pages say of other days (month ends, the same day last year)
is asked of those days.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

from careerdash.store import Store

from ..metrics import Dimension, Filters, compare, details, growth, list_counts, voices
from ..words import actions, labels, plans
from ..words import voices as voice_words

Rows = list[dict[str, Any]]

DUE = "milestone_due_completion"
UNKNOWN = "unknown"
"""A group without a name; goals without a framework."""

TITLES: dict[str, str] = {
    "work_list": "Pairs on the two lists of Needs attention, those out of sight counted",
    "tiles_by_program": "The five numbers by program", "tiles_by_cohort": "The five numbers by cohort",
    "tiles_by_department": "The five numbers by department",
    "milestones_by_month": "Milestones done and planned, by month",
    "milestone_outcomes": "Milestones by kind and what became of them",
    "first_milestone": "Days from the start to the first milestone done",
    "milestones_overdue": "Overdue milestones by days over", "milestones_moved": "Moved milestones by days moved",
    "milestones_due_by_cohort": "Milestones done of those due, by cohort",
    "gaps_against_interval": "Gaps between meetings against the agreed interval",
    "mentor_action_days": "Days until mentor actions are ticked",
    "mentor_actions_by_cohort": "Mentor actions by cohort",
    "goal_criteria": "Criteria that goals meet", "goal_plans": "What became of target days of goals",
    "vision_explored": "Parts of the vision work that took place",
    "satisfaction_by_group": "Satisfied answers of pairs started, still open and closed early",
    "answer_scores": "Latest answers by score", "answer_differences": "Mentor's score against the mentee's"}
"""What each of them is, in the order of the pages."""


def behind_pages(store: Store, as_of: date, filters: Filters,
                 series: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Rows]:
    """All of them by the names of `TITLES`, ready for JSON: some tenths of a second, 1.2 at 100,000 pairs.

    `series` as `metrics.series` gives them.
    """
    asked = (store, as_of, filters)
    counts = list_counts(*asked)
    median, done, all_of_them = details.first_milestone(*asked)
    due_days = actions.due_ages(details.rules(store))
    found: dict[str, Rows] = {
        "work_list": [{"list": "call", "pairs": counts.call}, {"list": "records", "pairs": counts.records}],
        **{f"tiles_by_{by}": _by_group(*asked, by) for by in get_args(Dimension)},
        "milestones_by_month": plans.by_month(series["burn_up"]),
        "milestone_outcomes": details.milestone_outcomes(*asked),
        "first_milestone": [{"median_days": median, "pairs": done, "of": all_of_them}],
        "milestones_overdue": _classes(details.day_counts(*asked, "milestone_overdue_days"), plans.AGES, "milestones"),
        "milestones_moved": _classes(details.day_counts(*asked, "milestone_moved_days"), plans.MOVES, "milestones"),
        "milestones_due_by_cohort": plans.by_share(compare(store, [DUE], as_of, filters, "cohort"), DUE),
        "gaps_against_interval": [{"fit": fit, "gaps": gaps} for fit, gaps in details.gap_fit(*asked).items()],
        "mentor_action_days": [{**row, "due": due_days[row["item"]]} for row in details.item_days(*asked)],
        "mentor_actions_by_cohort": [
            {**row, "share": row["done"] / due if (due := row["done"] + row["not_done"]) else None}
            for row in details.items_by_cohort(*asked)],
        "goal_criteria": growth.goal_criteria(*asked), "goal_plans": growth.goal_plans(*asked),
        "vision_explored": growth.explored(*asked),
        "satisfaction_by_group": [
            {"respondent": score.respondent, "group": score.group, "share": score.value, "satisfied": score.satisfied,
             "answered": score.answered, "pairs": score.pairs, "low": score.low, "high": score.high}
            for score in voices.scores(series["satisfaction_by_state"])],
        "answer_scores": voices.answer_scores(*asked),
        "answer_differences": _classes(voices.answer_differences(*asked), voice_words.DIFFERENCES, "pairs")}
    return {name: [{key: UNKNOWN if value == "-" else value for key, value in row.items()} for row in found[name]]
            for name in TITLES}


def _by_group(store: Store, as_of: date, filters: Filters, by: Dimension) -> Rows:
    return [{"group": row["group"], **{name: number for key, value in row["values"].items() for name, number in (
                (key, value.value), (f"{key}_of", value.denominator))}}
            for row in compare(store, list(labels.TILES), as_of, filters, by)]


def _classes(counts: Mapping[int, int], classes: Sequence[tuple[str, int, int]], what: str) -> Rows:
    return [{"class": name, what: count} for name, count in plans.in_classes(counts, classes)]
