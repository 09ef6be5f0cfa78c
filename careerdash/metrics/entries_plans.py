"""Catalogue: milestones, mentor actions, goals, network, vision."""

from .metric import Metric

_MILESTONES = ("pair", "milestone")
_CHECKLIST = ("pair", "checklist")


def _by_plan(key: str, label: str, plan: str) -> Metric:
    return Metric(
        key, label,
        f"Of the milestones of started pairs that were due by now {plan}, the share done no later than that day. One "
        "due today and still open is not counted yet.",
        "milestones due", "up", "percent", left_out=("dropped", "no_due_date", "no_completed_date"),
        needs=_MILESTONES)


def _checklist(key: str, label: str, sentence: str, unit: str = "mentor actions") -> Metric:
    return Metric(key, label, sentence, unit, "up", "percent", left_out=("paused", "no_data"), needs=_CHECKLIST)


def _goals(key: str, label: str, number: str, better: bool) -> Metric:
    return Metric(
        key, label, f"Of active pairs, the share with {number}. Dropped goals do not count.", "active pairs",
        "up" if better else "down", "percent", left_out=("paused", "no_goal_data"), needs=("pair", "goal"))


PLANS: tuple[Metric, ...] = (
    Metric(
        "milestone_completion", "Milestones done",
        "Of all milestones of started pairs that were not dropped, the share done.",
        "milestones", "up", "percent", left_out=("dropped",), needs=_MILESTONES),
    Metric(
        "milestone_due_completion", "Milestones done of those due",
        "Of the milestones of started pairs that were due by now, the share done, on time or not.",
        "milestones due", "up", "percent", left_out=("dropped", "no_due_date"), needs=_MILESTONES),
    _by_plan("milestone_on_time", "Milestones on time", "by the current plan"),
    _by_plan("milestone_on_first_plan", "Milestones on time by the first plan", "by the first plan"),
    Metric(
        "milestone_overdue", "Milestones overdue",
        "Of the open milestones of active pairs that have a due date, the share past it.",
        "open milestones", "down", "percent", left_out=("paused",), needs=_MILESTONES),
    Metric(
        "milestone_overdue_pairs", "Pairs with overdue milestones",
        "Of active pairs, the share with one or more overdue milestones.",
        "active pairs", "down", "percent", left_out=("paused", "no_milestone_data"), needs=_MILESTONES),
    Metric(
        "milestone_overdue_days", "Days overdue",
        "Of the overdue milestones of active pairs, half are overdue by this many days or fewer.",
        "overdue milestones", "down", "days", "quantile", left_out=("paused",), needs=_MILESTONES),
    Metric(
        "milestone_moved", "Milestones moved",
        "Of the milestones of started pairs with a first and a current due date, the share whose date was moved.",
        "milestones with both dates", "none", "percent", needs=_MILESTONES),
    Metric(
        "milestone_moved_days", "Days moved",
        "Of the moved milestones of started pairs, half were moved by this many days or fewer; below 0 is earlier.",
        "moved milestones", "none", "days", "quantile", needs=_MILESTONES),
    _checklist(
        "checklist_coverage", "Mentor actions done",
        "Of the seven mentor actions of each active pair, the share done: said to be done, or shown in the data."),
    _checklist(
        "checklist_due_coverage", "Mentor actions done of those due by now",
        "Of the mentor actions of active pairs that are due at the pair's age, the share done: said to be done, or "
        "shown in the data.", "mentor actions due by now"),
    _checklist(
        "checklist_ticked", "Mentor actions said to be done",
        "Of the seven mentor actions of each active pair, the share that somebody ticked."),
    _checklist(
        "checklist_evidenced", "Mentor actions shown in the data",
        "Of the seven mentor actions of each active pair, the share that the data shows."),
    _checklist(
        "checklist_full", "Pairs with all mentor actions done",
        "Of active pairs, the share with all seven mentor actions done.", "active pairs"),
    _goals("goals_in_range", "Pairs with one or two goals", "one or two goals", True),
    _goals("goals_none", "Pairs without a goal", "no goal", False),
    _goals("goals_more", "Pairs with more goals", "three goals or more", False),
    Metric(
        "goal_quality", "Criteria of goals met",
        "Of the known criteria of the REAL or SMARTY goals of active pairs, the share met.",
        "criteria known", "up", "percent", left_out=("paused", "no_framework", "criteria_unknown"),
        needs=("pair", "goal")),
    Metric(
        "network_share", "Pairs with another resource",
        "Of active pairs, the share connected to at least one additional supporter or resource.",
        "active pairs", "up", "percent", left_out=("paused", "no_resource_data"), needs=("pair", "resource")),
    Metric(
        "network_reach", "Resources from another department",
        "Of the supporters of active pairs whose department is known, the share from another department than the "
        "mentee's.",
        "resources", "up", "percent", left_out=("paused", "department_unknown"),
        needs=("pair", "resource", "person")),
    Metric(
        "vision_share", "Pairs with a vision statement",
        "Of active pairs, the share with a vision statement.",
        "active pairs", "up", "percent", left_out=("paused", "no_vision_data"), needs=("pair", "vision")),
    Metric(
        "days_to_vision", "Days to the vision statement",
        "Half of started pairs have a vision statement within this many days of their start; pairs without one count "
        "for as long as they were watched (Kaplan-Meier).",
        "pairs", "down", "days", "survival", left_out=("no_vision_data", "no_statement_date"),
        needs=("pair", "vision")),
)
