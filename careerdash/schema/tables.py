"""The twelve tables. Every importer, SQL file, page and export takes its names from here."""

from .model import Field, PrivacyClass, Table
from .synonyms import spoken


def _id(name: str, description: str, *, required: bool = False, synonyms: tuple[str, ...] = ()) -> Field:
    return Field(name, "id", description, required=required, synonyms=synonyms)


def _date(name: str, description: str, *, required: bool = False, synonyms: tuple[str, ...] = ()) -> Field:
    return Field(name, "date", description, required=required, synonyms=synonyms)


def _flag(name: str, description: str, synonyms: tuple[str, ...] = ()) -> Field:
    return Field(name, "boolean", description, synonyms=synonyms)


def _word(name: str, vocabulary: str, description: str, *, required: bool = False,
          synonyms: tuple[str, ...] = ()) -> Field:
    return Field(name, "word", description, required=required, vocabulary=vocabulary, synonyms=synonyms)


def _text(name: str, description: str, *, required: bool = False, private: bool = False, personal: bool = False,
          synonyms: tuple[str, ...] = ()) -> Field:
    privacy: PrivacyClass = "private" if private else "personal" if personal else "open"
    return Field(name, "text", description, required=required, privacy=privacy, synonyms=synonyms)


_PAIR_ID = _id("pair_id", "The pair; a file may name it by mentor, mentee and program instead", required=True,
               synonyms=("pair", "match id", "relationship id", "connection id"))

PERSON = spoken(Table(
    "person", "one employment spell of one person",
    (
        _id("person_id", "The person's id in the HR system, with its leading zeros", required=True,
            synonyms=("employee id", "employee number", "employee #", "employee no", "worker id", "workday id",
                      "employeeid", "eid", "user id", "userid", "staff id", "personnel number")),
        _text("name", "Full name, `First Last` or `Last, First`", personal=True,
              synonyms=("full name", "legal name", "employee name", "preferred name", "worker")),
        _text("email", "Main e-mail address", personal=True,
              synonyms=("e-mail", "email address", "e-mail address", "work email", "mail")),
        Field("alternate_emails", "emails", "Other e-mail addresses, separated by `;`", privacy="personal",
              synonyms=("alternate emails", "other emails", "alternateemails")),
        _text("department", "Department or organisation", synonyms=(
            "dept", "department name", "departmentname", "organization", "organisation", "team", "business unit")),
        _text("level", "Grade or job level", synonyms=("grade", "job level", "career level", "band", "pay grade")),
        _text("location", "Place of work", synonyms=("site", "office", "city")),
        _text("job_title", "Job title", synonyms=("title", "position", "primary position", "job")),
        _id("manager_id", "The manager's person id", synonyms=("manager", "supervisor id", "supervisorid",
            "manager workday id", "supervisor", "reports to")),
        _date("hire_date", "First day of this employment", synonyms=(
            "hired date", "date of hire", "hiredate", "start date", "date joined", "original hire date")),
        _date("exit_date", "Last day employed", synonyms=(
            "termination date", "leave date", "end date", "date of termination", "dateoftermination", "last day")),
        _word("exit_reason", "exit_reason", "Why the person left", synonyms=(
            "termination type", "reason for leaving", "termination reason", "leaving reason")),
        _text("employment_status", "Status as the HR system writes it", synonyms=(
            "employee status", "status", "employment status")),
    ),
    natural_key=("person_id", "hire_date"), people=("manager_id",),
    synonyms=("people", "persons", "employees", "roster", "staff", "workers", "hr roster"),
))

JOB_CHANGE = spoken(Table(
    "job_change", "one promotion or move",
    (
        _id("person_id", "The person", required=True, synonyms=("employee id", "employee number", "worker id")),
        _date("change_date", "The day the change took effect", required=True,
              synonyms=("effective date", "date of change", "promotion date")),
        _word("kind", "job_change_kind", "Promotion, lateral move or other", synonyms=("change", "type", "reason")),
        _text("old_level", "Level before", synonyms=("from level", "previous level", "old grade")),
        _text("new_level", "Level after", synonyms=("to level", "new grade")),
    ),
    natural_key=("person_id", "change_date"), people=("person_id",),
    synonyms=("job changes", "promotions", "moves", "career moves"),
))

PROGRAM = spoken(Table(
    "program", "one program",
    (
        _text("program", "Name of the program", required=True, synonyms=("program name", "programme", "name")),
        _word("participation", "participation", "Whether taking part is voluntary or mandatory"),
        _word("assignment", "assignment", "Whether people chose, were matched or drew lots"),
        Field("cadence_days", "integer", "Days between meetings that the program asks for", low=1, high=400,
              synonyms=("cadence", "meeting interval", "frequency", "meeting frequency")),
        _date("start_date", "First day of the program", synonyms=("program start", "start")),
        _date("end_date", "Last day of the program", synonyms=("program end", "end")),
    ),
    natural_key=("program",), synonyms=("programs", "programmes"),
))

PAIR = spoken(Table(
    "pair", "one mentor with one mentee in one program",
    (
        _id("pair_id", "The pair's id in the source system", synonyms=(
            "match id", "relationship id", "connection id", "pair", "pairing id")),
        _text("program", "Name of the program", synonyms=("program name", "programme", "scheme")),
        _text("cohort", "Cohort or intake", synonyms=("intake", "class", "wave", "batch", "cohort name")),
        _id("mentor_id", "The mentor", required=True, synonyms=(
            "mentor employee number", "mentor employee id", "mentor number")),
        _id("mentee_id", "The mentee", required=True, synonyms=(
            "mentee employee number", "mentee employee id", "mentee number")),
        _date("start_date", "First day of the pair", synonyms=(
            "start", "date matched", "matched on", "match date", "accepted", "date accepted", "started")),
        _date("planned_end_date", "Last day that was agreed", synonyms=(
            "planned end", "expected end date", "target end date", "end date planned", "scheduled end")),
        _date("end_date", "Day the pair ended", synonyms=("ended", "date completed", "completed", "closed on",
                                                         "close date", "actual end date")),
        _text("end_reason", "Why the pair ended", synonyms=("close reason", "reason for unmatch", "closing reason",
                                                           "reason ended")),
        _word("status", "pair_status", "State of the pair in the source system", synonyms=(
            "pair status", "matching status", "mentorship status", "match status", "connection status", "active",
            "state")),
        Field("cadence_days", "integer", "Days between meetings that the pair agreed", low=1, high=400, synonyms=(
            "cadence", "frequency", "meeting frequency", "agreed interval", "meets every")),
    ),
    natural_key=("program", "mentor_id", "mentee_id", "start_date"), id_field="pair_id",
    people=("mentor_id", "mentee_id"),
    synonyms=("pairs", "matches", "relationships", "connections", "pairings", "mentorships"),
))

CHECK_IN = spoken(Table(
    "check_in", "one meeting of a pair",
    (
        _id("check_in_id", "The meeting's id in the source system", synonyms=("session id", "meeting id", "log id")),
        _PAIR_ID,
        _date("date", "Day of the meeting", required=True, synonyms=(
            "meeting date", "session date", "check-in date", "date of meeting", "met on")),
        _word("status", "check_in_status", "Held, scheduled, cancelled or missed", synonyms=(
            "meeting status", "session status")),
        Field("minutes", "integer", "Length in minutes", low=0, high=1440, synonyms=(
            "duration", "length", "duration (min)", "minutes met")),
        _text("mode", "How they met, as written", synonyms=("format", "channel", "type", "meeting type", "location")),
        _word("evidence", "evidence", "Who says that they met", synonyms=("source", "confirmed by", "logged by",
                                                                        "recorded by")),
        _flag("covered_progress", "Progress was reviewed", ("progress", "reviewed progress", "progress reviewed")),
        _flag("covered_challenges", "Challenges were addressed", ("challenges", "challenges addressed")),
        _flag("covered_adjustments", "Goals or plans were adjusted", ("adjustments", "goals adjusted",
                                                                     "plan adjusted")),
        _flag("has_record", "A record was kept", ("record", "record kept", "notes taken", "documented")),
        _text("notes", "Notes of the meeting", private=True, synonyms=("note", "summary", "comments")),
    ),
    natural_key=("pair_id", "date"), id_field="check_in_id", names_pair=True,
    synonyms=("check-ins", "check ins", "sessions", "meetings", "meeting log", "check-in log"),
))

VISION = spoken(Table(
    "vision", "a pair's vision work",
    (
        _PAIR_ID,
        _flag("explored_values", "Values and beliefs were explored", ("values", "values explored")),
        _flag("explored_experience", "Past experience was explored", ("experience", "experience explored")),
        _flag("explored_aspirations", "Aspirations were explored", ("aspirations", "aspirations explored")),
        _flag("on_file", "A vision statement or plan is on file", ("plan on file", "statement on file",
                                                                  "vision on file")),
        _date("statement_date", "Day of the vision statement", synonyms=("vision date", "plan date",
                                                                        "date of statement")),
        _date("reviewed_date", "Day it was last reviewed", synonyms=("review date", "last reviewed")),
    ),
    natural_key=("pair_id",), names_pair=True, synonyms=("visions", "vision statements", "plans on file"),
))

GOAL = spoken(Table(
    "goal", "one goal",
    (
        _id("goal_id", "The goal's id in the source system"),
        _PAIR_ID,
        _text("title", "The goal as written", private=True, synonyms=("goal", "goal title", "objective")),
        _word("framework", "framework", "REAL or SMARTY"),
        _flag("relevant", "Relevant"), _flag("engaging", "Engaging"), _flag("actionable", "Actionable"),
        _flag("learning_focused", "Learning-focused"), _flag("specific", "Specific"),
        _flag("measurable", "Measurable"), _flag("achievable", "Achievable"), _flag("time_bound", "Time-bound"),
        _flag("yours", "The mentee's own"),
        _date("set_date", "Day it was set", synonyms=("date set", "set on", "goal set")),
        _date("original_target_date", "Target day when first set", synonyms=("first target date", "original target")),
        _date("target_date", "Target day now", synonyms=("target", "goal due", "due date")),
        _word("status", "goal_status", "Open, achieved or dropped", synonyms=("goal status",)),
        _date("achieved_date", "Day it was achieved", synonyms=("achieved on", "date achieved")),
        _date("revised_date", "Day it was last revised", synonyms=("revised on", "date revised")),
    ),
    natural_key=("pair_id", "title"), id_field="goal_id", names_pair=True, synonyms=("goals", "objectives"),
))

MILESTONE = spoken(Table(
    "milestone", "one roadmap step",
    (
        _id("milestone_id", "The step's id in the source system", synonyms=("step id", "task id")),
        _PAIR_ID,
        _id("goal_id", "The goal it serves"),
        _text("title", "The step as written", synonyms=("milestone", "step", "task", "action")),
        _word("kind", "milestone_kind", "Milestone, skill, opportunity or networking", synonyms=("type", "category")),
        _date("original_due_date", "Due day when first planned", synonyms=("first due date", "original due",
                                                                          "baseline date")),
        _date("due_date", "Due day now", synonyms=("due", "due on", "deadline", "planned date")),
        _date("completed_date", "Day it was done", synonyms=("done on", "completed on", "completed",
                                                            "completion date", "date completed")),
        _word("status", "milestone_status", "Open, done or dropped", synonyms=("milestone status", "step status")),
    ),
    natural_key=("pair_id", "title"), id_field="milestone_id", names_pair=True,
    synonyms=("milestones", "roadmap", "steps", "action plan"),
))

CHECKLIST = spoken(Table(
    "checklist", "one of the seven items for one pair",
    (
        _PAIR_ID,
        Field("item", "integer", "Number of the item, 1 to 7", required=True, low=1, high=7,
              synonyms=("item number", "checklist item", "no.")),
        _flag("done", "Ticked", ("ticked", "complete", "completed", "checked")),
        _date("done_date", "Day it was ticked", synonyms=("ticked on", "date done", "done on")),
    ),
    natural_key=("pair_id", "item"), names_pair=True, synonyms=("mentor checklist", "mentor actions", "checklists"),
))

RESOURCE = spoken(Table(
    "resource", "one additional supporter or resource",
    (
        _PAIR_ID,
        _text("name", "The supporter or resource", personal=True, synonyms=("resource", "supporter",
                                                                           "additional mentor", "contact")),
        _id("person_id", "The supporter's person id, if an employee", synonyms=("employee id", "supporter id")),
        _word("kind", "resource_kind", "Knowledge, perspective or access", synonyms=("type", "support")),
        _date("connected_date", "Day they were connected", synonyms=("connected on", "date connected")),
    ),
    natural_key=("pair_id", "name"), names_pair=True, people=("person_id",),
    synonyms=("resources", "network", "support network", "supporters"),
))

FEEDBACK = spoken(Table(
    "feedback", "one answer of one side",
    (
        _id("feedback_id", "The answer's id in the survey tool", synonyms=("response id", "respondent id",
                                                                         "responseid")),
        _PAIR_ID,
        _word("respondent", "respondent", "Mentor or mentee", required=True, synonyms=("role", "respondent role",
                                                                                     "your role", "answered by")),
        _date("date", "Day of the answer", synonyms=("response date", "submitted", "completion time",
                                                    "recorded date", "timestamp", "recordeddate")),
        Field("satisfaction", "integer", "Satisfaction, 1 to 5", low=1, high=5, synonyms=(
            "overall satisfaction", "how satisfied are you")),
        Field("recommend", "integer", "Would recommend, 0 to 10", low=0, high=10, synonyms=(
            "likelihood to recommend", "nps", "would recommend")),
        _flag("met", "Says that they met", ("have you met", "did you meet")),
        _text("comment", "Comment", private=True, synonyms=("comments", "anything else")),
        _text("lesson_learned", "Lesson learned", private=True, synonyms=("lessons learned", "what did you learn")),
    ),
    natural_key=("pair_id", "respondent", "date"), id_field="feedback_id", names_pair=True,
    synonyms=("survey", "responses", "answers", "survey responses"),
))

RECOGNITION = spoken(Table(
    "recognition", "one achievement recognised or plan adjusted",
    (
        _PAIR_ID,
        _date("date", "The day", required=True, synonyms=("recognised on", "recognition date")),
        _word("kind", "recognition_kind", "Achievement or adjustment", synonyms=("type",)),
        _text("note", "What was recognised", private=True, synonyms=("notes", "what")),
    ),
    natural_key=("pair_id", "date", "kind"), names_pair=True, synonyms=("recognitions", "achievements"),
))

TABLES: dict[str, Table] = {table.name: table for table in (
    PERSON, JOB_CHANGE, PROGRAM, PAIR, CHECK_IN, VISION, GOAL, MILESTONE, CHECKLIST, RESOURCE, FEEDBACK, RECOGNITION)}
"""All tables by name, in the order in which imports resolve them: people and pairs first."""
