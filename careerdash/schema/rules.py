"""The limits behind the metrics, with their defaults. Saved changes are settings in the ledger."""

from .model import Rule

RULES: tuple[Rule, ...] = (
    Rule("default_cadence_days", 30, "days", "Interval assumed where a pair and its program name none", True),
    Rule("grace_min_days", 3, "days", "Least days a meeting may come late before the pair counts as late", True),
    Rule("grace_divisor", 4, "parts of the interval", "The grace is this part of the interval (4: a quarter)", True),
    Rule("new_max_days", 30, "days", "Longest a pair without a meeting counts as new", True),
    Rule("ending_days", 7, "days", "Days before the planned end in which a pair is not flagged for meetings", True),
    Rule("end_tolerance_days", 7, "days", "Days before the planned end that still count as completed", True),
    Rule("due_age_1", 30, "days", "Vision statement is due this many days after the start", True),
    Rule("due_age_2", 45, "days", "One or two goals are due this many days after the start", True),
    Rule("due_age_3", 60, "days", "Career roadmap is due this many days after the start", True),
    Rule("due_age_4", 90, "days", "Another resource is due this many days after the start", True),
    Rule("due_age_meetings_min", 30, "days", "Regular meetings and records are due no earlier than this", True),
    Rule("due_age_meetings_max", 120, "days", "Regular meetings and records are due no later than this", True),
    Rule("due_age_7", 120, "days", "Recognition or an adjusted plan is due this many days after the start", True),
    Rule("goals_max", 2, "goals", "More goals than this are not one or two structured goals", True),
    Rule("roadmap_milestones", 3, "milestones", "A roadmap has at least this many dated milestones", True),
    Rule("meetings_min_days", 2, "meeting days", "Regular meetings need at least this many", True),
    Rule("meetings_coverage", 0.6, "share", "Regular meetings cover at least this share of the time", True),
    Rule("records_min", 2, "check-ins", "Records are judged from this many check-ins on", True),
    Rule("records_share", 0.8, "share", "Records are kept of at least this share of check-ins", True),
    Rule("answer_stale_days", 365, "days", "A dated answer older than this is no answer", True),
    Rule("response_min_age", 30, "days", "Younger pairs are not asked for an answer yet", True),
    Rule("no_data_age", 30, "days", "A pair of this age without a single row is flagged", True),
    Rule("overdue_milestones", 2, "milestones", "This many overdue milestones are flagged", True),
    Rule("overdue_days", 30, "days", "One milestone overdue longer than this is flagged", True),
    Rule("low_satisfaction", 2, "points of 5", "An answer this low is flagged", True),
    Rule("low_satisfaction_days", 90, "days", "... when given at most this many days ago", True),
    Rule("disagree_points", 3, "points of 5", "Sides this far apart are flagged", True),
    Rule("disagree_days", 60, "days", "... when both answered at most this many days ago", True),
    Rule("disagree_apart_days", 30, "days", "... and at most this many days apart", True),
    Rule("ticked_no_evidence", 2, "items", "This many items ticked without evidence are flagged", True),
)
"""Every rule that `pair_at.sql` reads, in the order in which Settings shows them."""

RULE: dict[str, Rule] = {rule.key: rule for rule in RULES}
