"""What the template workbook says: its first sheet, and one example row a table."""

from datetime import date

Cell = str | int | bool | date

READ_ME: tuple[str, ...] = (
    "careerdash: template workbook",
    "",
    "Fill in what you have; every sheet and every column may stay empty. The sheets `person`, `pair` and `check_in` "
    "are enough to start.",
    "Keep the names of the sheets and the headers in the first row. Columns of your own are kept with the row.",
    "Dark headers are required in a row. Point at a header to read what belongs there.",
    "The second row of each sheet is an example. It is ignored on import: leave it or delete it.",
    "A pair may be named by pair_id, or by the e-mail addresses of mentor and mentee.",
    "A person may be named by id, by e-mail address or by full name, as long as the name is unique.",
    "Dates: real dates, or text such as 2026-03-31.",
    "Save the file with the day it was filled in, e.g. mentoring_2026-03-31.xlsx: the dashboard then knows how old "
    "the data is.",
    "Import it again whenever something has changed: rows are recognised, nothing is doubled, and an empty cell "
    "erases nothing.",
    "",
    "The sheets, and what one row of each is:",
)

EXAMPLES: dict[str, dict[str, Cell]] = {
    "person": {
        "person_id": "010023", "name": "Amara Lindqvist", "email": "amara.lindqvist@example.org",
        "alternate_emails": "a.lindqvist@example.com", "department": "Marketing", "level": "L3",
        "location": "Sheffield", "job_title": "Specialist", "manager_id": "010001", "hire_date": date(2024, 2, 1),
        "employment_status": "Active"},
    "job_change": {
        "person_id": "010023", "change_date": date(2026, 1, 1), "kind": "promotion", "old_level": "L2",
        "new_level": "L3"},
    "program": {
        "program": "Leadership Pathways", "participation": "voluntary", "assignment": "matched", "cadence_days": 30,
        "start_date": date(2025, 9, 1)},
    "pair": {
        "pair_id": "P-001", "program": "Leadership Pathways", "cohort": "Autumn 2025", "mentor_id": "010007",
        "mentee_id": "010023", "start_date": date(2025, 9, 8), "planned_end_date": date(2026, 6, 30),
        "status": "active", "cadence_days": 14},
    "check_in": {
        "check_in_id": "C-0001", "pair_id": "P-001", "date": date(2025, 9, 22), "status": "held", "minutes": 45,
        "mode": "video", "evidence": "both", "covered_progress": "yes", "covered_challenges": "yes",
        "covered_adjustments": "no", "has_record": "yes", "notes": "Talked about the first goal."},
    "vision": {
        "pair_id": "P-001", "explored_values": "yes", "explored_experience": "yes", "explored_aspirations": "yes",
        "on_file": "yes", "statement_date": date(2025, 9, 29), "reviewed_date": date(2026, 1, 12)},
    "goal": {
        "goal_id": "G-001", "pair_id": "P-001", "title": "Work across departments", "framework": "REAL",
        "relevant": "yes", "engaging": "yes", "actionable": "yes", "learning_focused": "yes",
        "set_date": date(2025, 10, 6), "original_target_date": date(2026, 5, 29), "target_date": date(2026, 5, 29),
        "status": "open"},
    "milestone": {
        "milestone_id": "S-001", "pair_id": "P-001", "goal_id": "G-001",
        "title": "Observe three interdepartmental meetings", "kind": "opportunity",
        "original_due_date": date(2025, 12, 15), "due_date": date(2026, 1, 15), "completed_date": date(2026, 1, 9),
        "status": "done"},
    "checklist": {"pair_id": "P-001", "item": 1, "done": "yes", "done_date": date(2025, 9, 29)},
    "resource": {
        "pair_id": "P-001", "name": "Dario Galli", "person_id": "010050", "kind": "access",
        "connected_date": date(2025, 11, 3)},
    "feedback": {
        "feedback_id": "F-001", "pair_id": "P-001", "respondent": "mentee", "date": date(2026, 1, 20),
        "satisfaction": 5, "recommend": 9, "met": "yes", "comment": "Good questions.",
        "lesson_learned": "Watch first, then speak."},
    "recognition": {
        "pair_id": "P-001", "date": date(2026, 1, 22), "kind": "achievement", "note": "Thanked in the team meeting."},
}
"""Values of the example rows by table and field; columns not named here stay empty."""
