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

TILES: dict[str, str] = {
    "active_pairs": "Active pairs", "on_cadence_share": "Meeting as agreed", "milestone_on_time": "Milestones on time",
    "checklist_due_coverage": "Mentor actions done", "satisfaction_mentee": "Satisfied mentees"}
"""The five numbers of the Overview, in order, with their short names."""

ITEM_SPOTS: dict[int, str] = {
    1: "vision statements", 2: "structured goals", 3: "roadmaps", 4: "other resources", 5: "regular meetings",
    6: "records", 7: "recognition and adjusted plans"}
"""The seven mentor actions in the middle of a sentence."""

ITEMS = CHECKLIST_ITEMS
