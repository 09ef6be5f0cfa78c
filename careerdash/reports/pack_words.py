"""What stands in the pack: columns of its sheets, what they mean, and what is not in it."""

from ..schema import CHECKLIST_ITEMS
from .workbook import Column

PAIRS: tuple[Column, ...] = (
    Column("pair_id", "pair_id", width=16), Column("program", "program", width=22), Column("cohort", "cohort"),
    Column("mentor_id", "mentor_id", width=12), Column("mentor_name", "mentor_name", width=22),
    Column("mentee_id", "mentee_id", width=12), Column("mentee_name", "mentee_name", width=22),
    Column("department", "department"), Column("state", "state", width=13),
    Column("start_date", "start_date", "day"), Column("end_day", "end_day", "day"), Column("age", "age", "whole"),
    Column("cadence_days", "cadence_days", "whole"), Column("check_ins", "check_ins", "whole"),
    Column("meeting_days", "meeting_days", "whole"), Column("last_meeting", "last_meeting", "day"),
    Column("days_since", "days_since", "whole"), Column("cadence_state", "cadence_state", width=14),
    Column("cadence_coverage", "cadence_coverage", "percent"),
    *(Column(f"milestones_{part}", f"milestones_{part}", "whole")
      for part in ("open", "done", "dropped", "overdue", "moved")),
    Column("goals", "goals", "whole"), Column("resources", "resources", "whole"),
    Column("satisfaction_mentee", "satisfaction_mentee", "whole"),
    Column("satisfaction_mentor", "satisfaction_mentor", "whole"), Column("reasons", "reasons", width=34),
    *(column for item in CHECKLIST_ITEMS for column in (
        Column(f"checklist_{item}_state", f"checklist_{item}_state", width=16),
        Column(f"checklist_{item}_ticked", f"checklist_{item}_ticked", "flag", 16),
        Column(f"checklist_{item}_evidenced", f"checklist_{item}_evidenced", "flag", 16))),
)

ATTENTION: tuple[Column, ...] = (
    Column("pair_id", "pair_id", width=16), Column("reason", "reason", width=20),
    Column("sentence", "sentence", width=80), Column("place", "place", "whole"), Column("list", "list", width=22),
    Column("program", "program", width=22), Column("cohort", "cohort"), Column("department", "department"),
    Column("mentor_id", "mentor_id", width=12), Column("mentor_name", "mentor_name", width=22),
    Column("mentee_id", "mentee_id", width=12), Column("mentee_name", "mentee_name", width=22),
    Column("state", "state", width=10), Column("last_meeting", "last_meeting", "day"),
    Column("next_planned", "next_planned", "day"))

MILESTONES: tuple[Column, ...] = (
    Column("pair_id", "pair_id", width=16), Column("milestone_id", "milestone_id", width=16),
    Column("program", "program", width=22), Column("cohort", "cohort"), Column("department", "department"),
    Column("title", "title", width=40), Column("kind", "kind", width=13), Column("status", "status", width=10),
    Column("original_due_date", "original_due_date", "day"), Column("due_date", "due_date", "day"),
    Column("completed_date", "completed_date", "day"), Column("overdue_days", "overdue_days", "whole"),
    Column("moved_days", "moved_days", "whole"))

CHECK_INS: tuple[Column, ...] = (
    Column("pair_id", "pair_id", width=16), Column("check_in_id", "check_in_id", width=16),
    Column("program", "program", width=22), Column("date", "date", "day"), Column("status", "status", width=11),
    Column("counts", "counts", "flag"), Column("minutes", "minutes", "whole"), Column("mode", "mode", width=12),
    Column("evidence", "evidence", width=13),
    Column("covered_progress", "covered_progress", "flag"), Column("covered_challenges", "covered_challenges", "flag"),
    Column("covered_adjustments", "covered_adjustments", "flag"), Column("has_record", "has_record", "flag"))

CALL, RECORDS = "Call", "Put the records right"

MEANINGS: tuple[tuple[str, str, str], ...] = (
    ("Pairs", "state", "planned, active, paused, completed, ended_early, or ended where how is not known"),
    ("Pairs", "end_day", "The day the pair ended or will end, also when that is after the day of this workbook"),
    ("Pairs", "age", "Days since the start; below 0 for planned pairs"),
    ("Pairs", "cadence_days", "Days between meetings that were agreed, or the assumed interval where none is on file"),
    ("Pairs", "days_since", "Active pairs: days since the last meeting, or since the start where they never met"),
    ("Pairs", "cadence_state", "Active pairs: on (meeting as agreed), new, late, silent, never, ending, no_data"),
    ("Pairs", "cadence_coverage", "Share of the time since the start that lies within an interval of a meeting"),
    ("Pairs", "milestones_moved", "Milestones whose due date is not the first one"),
    ("Pairs", "satisfaction_mentee, satisfaction_mentor", "Latest answer of each side, 1 to 5, not older than a year"),
    ("Pairs", "reasons", "Reasons for attention, in their order; the sentences are on the sheet Needs attention"),
    ("Pairs", "checklist_1_... to checklist_7_...", "Mentor actions of active pairs: " + "; ".join(
        f"{item} {name.lower()}" for item, name in CHECKLIST_ITEMS.items())),
    ("Pairs", "checklist_n_state", "done, not_done, not_due or no_data; ticked: said to be done; evidenced: the data "
     "shows it"),
    ("Needs attention", "place", "Place of the pair in the work list"),
    ("Needs attention", "list", f"{CALL}, or {RECORDS} where the records are all that is wrong"),
    ("Milestones", "completed_date", "Only where it is by the day of this workbook"),
    ("Milestones", "moved_days", "Due date now less first due date"),
    ("Check-ins", "counts", "Held, on or after the pair's start and on or before its end"),
)
"""Sheet, column, what it means: of columns that do not explain themselves."""

NOT_IN_IT: tuple[tuple[str, str], ...] = (
    ("private texts", "Notes, comments, goals as written, lessons learned and columns of your own stay on the page of "
     "each pair."),
    ("records after the day", "Check-ins, completions and exits after the day of this workbook count as not there."),
    ("pairs outside the filters", "Only pairs under the filters in force are here."),
    ("rows set aside", "Rows of your files that could not be taken in are on the page Imports."),
)
"""What the workbook leaves out whatever the data, and where it is."""

_PAIRS = ("paused", "ending", "started_today", "no_data", "stale", "too_new", "no_statement_date")
_OF_OTHERS: dict[str, str] = {
    "before_start": "check-ins", "after_end": "check-ins", "agenda_unknown": "check-ins", "record_unknown": "check-ins",
    "dropped": "milestones", "no_due_date": "milestones", "no_completed_date": "milestones", "no_framework": "goals",
    "criteria_unknown": "goals", "department_unknown": "resources"}


def counted_in(reason: str) -> str:
    """What a reason for leaving out counts: pairs, check-ins, milestones, goals or resources. Raises KeyError.

    >>> counted_in("paused"), counted_in("no_due_date"), counted_in("no_goal_data")
    ('pairs', 'milestones', 'pairs')
    """
    if reason in _PAIRS or (reason.startswith("no_") and reason.endswith("_data")):
        return "pairs"
    return _OF_OTHERS[reason]


SERIES_NAMES: dict[str, str] = {
    "weekly_on_cadence": "Meeting as agreed, each Sunday", "burn_up": "Milestones, planned and done, added up",
    "checklist_items": "Mentor actions of active pairs", "cadence_states": "Active pairs by how they meet",
    "evidence_mix": "Check-ins by who says they met", "network_kinds": "Active pairs by kind of resource",
    "mentor_loads": "Mentors by their active pairs", "satisfaction_by_state": "Satisfaction by state of the pair",
    "attention_reasons": "Pairs that need attention, by reason"}
"""Headings of the series, in the order in which the sheet Summary holds them."""
