"""The words on pages for the codes in files: states, levels, kinds, and what a count counts."""

from ..schema import CHECKLIST_ITEMS

UNKNOWN = "unknown"

CADENCE: dict[str, str] = {
    "on": "meeting as agreed", "new": "new, not due yet", "late": "late", "silent": "silent",
    "never": "never met", "ending": "about to end", "no_data": "no meeting data"}
"""Cadence states in the order in which pages show them."""

STATES: dict[str, str] = {
    "active": "active", "planned": "planned", "paused": "paused", "completed": "completed",
    "ended_early": "ended early", "ended": "ended, how is not known"}

EVIDENCE: dict[str, str] = {
    "both": "both sides", "mentor": "the mentor", "mentee": "the mentee", "coordinator": "the coordinator",
    "calendar": "a calendar", "survey": "a survey", "assumed": "assumed", UNKNOWN: "not said"}

MILESTONE_KINDS: dict[str, str] = {
    "milestone": "Milestone", "skill": "Skill", "opportunity": "Opportunity", "networking": "Networking",
    UNKNOWN: "Kind unknown"}

REASONS: dict[str, str] = {
    "person_left": "someone left", "past_planned_end": "past the planned end", "no_data": "no data at all",
    "never_met": "never met", "silent": "silent", "late": "late", "milestones_overdue": "milestones overdue",
    "no_goals": "no goals", "low_satisfaction": "low satisfaction", "sides_disagree": "the sides disagree",
    "ticked_no_evidence": "said, not shown"}
"""Reasons for attention in the order of the work list."""

REASON_ICONS: dict[str, str] = {
    "person_left": "person_off", "past_planned_end": "event_busy", "no_data": "folder_off",
    "never_met": "person_search", "silent": "volume_off", "late": "schedule", "milestones_overdue": "flag",
    "no_goals": "target", "low_satisfaction": "sentiment_dissatisfied", "sides_disagree": "compare_arrows",
    "ticked_no_evidence": "rule"}

LEFT_OUT: dict[str, str] = {
    "paused": "paused", "no_check_in_data": "no meeting data", "no_goal_data": "no goal data",
    "no_resource_data": "no resource data", "no_vision_data": "no vision data",
    "no_milestone_data": "no milestone data", "no_feedback_data": "no survey data", "ending": "about to end",
    "started_today": "started today", "before_start": "before the start", "after_end": "after the end",
    "agenda_unknown": "agenda not known", "record_unknown": "record not known", "dropped": "dropped",
    "no_due_date": "no due date", "no_completed_date": "done without a date", "no_data": "no checklist data",
    "no_framework": "no framework", "criteria_unknown": "criteria not known",
    "department_unknown": "department not known", "no_statement_date": "statement without a date",
    "stale": "answer older than a year", "too_new": "too new to be asked"}

NOUNS: dict[str, str] = {
    "active_pairs": "pairs", "planned_pairs": "pairs", "paused_pairs": "pairs", "completed_pairs": "pairs",
    "ended_early_pairs": "pairs", "ended_pairs": "pairs", "on_cadence_share": "active pairs",
    "cadence_coverage": "days", "median_gap": "gaps between meetings", "p90_gap": "gaps between meetings",
    "agenda_progress": "check-ins", "agenda_challenges": "check-ins", "agenda_adjustments": "check-ins",
    "agenda_all_three": "check-ins", "record_share": "check-ins", "milestone_completion": "milestones",
    "milestone_due_completion": "milestones due", "milestone_on_time": "milestones due",
    "milestone_on_first_plan": "milestones due by the first plan", "milestone_overdue": "open milestones",
    "milestone_overdue_pairs": "active pairs", "milestone_overdue_days": "overdue milestones",
    "milestone_moved": "milestones with both dates", "milestone_moved_days": "moved milestones",
    "checklist_coverage": "items", "checklist_due_coverage": "items due by now", "checklist_ticked": "items",
    "checklist_evidenced": "items", "checklist_full": "pairs with data", "goals_in_range": "active pairs",
    "goals_none": "active pairs", "goals_more": "active pairs", "goal_quality": "criteria known",
    "network_share": "active pairs", "network_reach": "resources", "vision_share": "active pairs",
    "days_to_vision": "pairs", "satisfaction_mentee": "answers", "satisfaction_mentor": "answers",
    "response_mentee": "active pairs", "response_mentor": "active pairs", "recommend_mentee": "answers",
    "recommend_mentor": "answers", "mentor_load": "mentors", "needs_attention": "active and paused pairs"}
"""What the denominator of each metric counts."""

TILES: dict[str, str] = {
    "active_pairs": "Active pairs", "on_cadence_share": "Meeting as agreed", "milestone_on_time": "Milestones on time",
    "checklist_due_coverage": "Mentor actions done", "satisfaction_mentee": "Satisfied mentees"}
"""The five numbers of the Overview, in order, with their short names."""

ITEM_SPOTS: dict[int, str] = {
    1: "vision statements", 2: "structured goals", 3: "roadmaps", 4: "other resources", 5: "regular meetings",
    6: "records", 7: "recognition and adjusted plans"}
"""The seven mentor actions in the middle of a sentence."""

ITEMS = CHECKLIST_ITEMS
