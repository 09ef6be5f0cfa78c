"""What a header means in a table by the concepts that its words stand for (`header_words`)."""

PEOPLE_PARTS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = tuple(
    (ending, frozenset(needs.split()), frozenset(may.split())) for ending, needs, may in (
        ("email", "email", "work holder relation name meeting address"), ("email", "meeting", "name"),
        ("email", "address", "work name holder"),
        ("alternate_emails", "email other", "work relation"),
        ("name[first]", "first", "name"), ("name[last]", "surname", "name"), ("name[last]", "lastname", "name"),
        ("name[middle]", "middle", "name"), ("id", "id", "holder work relation staffid"),
        ("id", "staffid", "holder work relation"),
        ("name", "name", "holder relation"), ("*", "", "relation holder")))
"""How a person's column is made: ending, concepts that it needs beside the role, and those that it may have.

`*`: nothing but the role; the values say how the person is named."""

MEANINGS: dict[str, tuple[tuple[str, frozenset[str], frozenset[str]], ...]] = {
    table: tuple((target, frozenset(needs.split()), frozenset(may.split())) for target, needs, may in rules)
    for table, rules in {
        "pair": (
            ("pair.planned_end_date", "planned end", "date match relation until"),
            ("pair.planned_end_date", "agreed end", "date match relation until"),
            ("pair.planned_end_date", "until", "date end match relation planned due program agreed"),
            ("pair.planned_end_date", "planned due", "date match relation"),
            ("pair.planned_end_date", "program end", "date relation until"),
            ("pair.start_date", "start", "date match relation program cohort"),
            ("pair.start_date", "match", "date relation kept"),
            ("pair.start_date", "joined", "date match relation"),
            ("pair.start_date", "start meeting", "date match relation"),
            ("pair.end_date", "end", "date match relation again"),
            ("pair.end_reason", "reason end", "match relation text until"),
            ("pair.end_reason", "reason left", "match relation text"),
            ("pair.end_reason", "end notes", "match relation"),
            ("check_in.date[last]", "recent meeting", "date relation match spoken held"),
            ("check_in.date[next]", "next meeting", "date relation planned match again agreed"),
            ("check_in.date[next]", "next date", "relation match planned"),
            ("pair.status", "status", "match relation id text"),
            ("pair.cadence_days", "often", "meeting relation planned match agreed"),
            ("pair.cohort", "cohort", "name program text id"),
            ("pair.program", "program", "name relation text id")),
        "check_in": (
            ("check_in.status", "held", "meeting date often spoken recent"),
            ("check_in.date", "meeting date", "relation spoken held start"),
            ("check_in.date", "meeting start", "date length"),
            ("check_in.date", "meeting held", "relation"), ("check_in.date", "meeting", "relation"),
            ("check_in.minutes", "length", "meeting spoken held id"),
            ("check_in.notes", "meeting notes", "spoken text"), ("check_in.notes", "notes", "spoken text"),
            ("check_in.notes", "spoken", "meeting text"),
            ("check_in.has_record", "notes kept", "meeting record"), ("check_in.has_record", "record kept", "meeting"),
            ("check_in.has_record", "kept", "meeting"),
            ("check_in.covered_progress", "progress spoken", "meeting goal"),
            ("check_in.covered_challenges", "challenges spoken", "meeting"),
            ("check_in.covered_adjustments", "adjustments spoken", "meeting plan goal"),
            ("check_in.covered_adjustments", "adjustments plan", "meeting spoken goal"),
            ("check_in.covered_adjustments", "adjustments goal", "meeting spoken plan"),
            ("check_in.status", "status", "meeting"),
            ("check_in.mode", "mode", "meeting kind text"), ("check_in.mode", "kind meeting", "text mode"),
            ("check_in.program", "program", "name relation")),
        "milestone": (
            ("milestone.title", "step", "text"), ("milestone.due_date", "due", "date step planned"),
            ("milestone.due_date", "planned", "date step"), ("milestone.completed_date", "done", "date step"),
            ("milestone.due_date", "planned done", "date step due"), ("milestone.due_date", "until", "date step done"),
            ("milestone.status", "status", "step"), ("milestone.kind", "kind", "step")),
        "goal": (
            ("goal.title", "goal", "text"), ("goal.target_date", "due", "date goal planned"),
            ("goal.target_date", "planned date", "goal"), ("goal.target_date", "until", "date goal done"),
            ("goal.target_date", "planned done", "date goal due"), ("goal.achieved_date", "done", "goal date"),
            ("goal.status", "status", "goal"), ("goal.set_date", "start", "goal date"),
            ("goal.set_date", "agreed", "goal date start"), ("goal.set_date", "goal kept date", ""),
            ("goal.original_target_date", "first due", "date goal"),
            ("goal.original_target_date", "before due", "date goal"),
            ("goal.target_date", "due after", "date goal")),
        "resource": (
            ("resource.name", "helper", "name text"), ("resource.kind", "kind", "helper"),
            ("resource.connected_date", "joined", "date helper")),
        "vision": (
            ("vision.reviewed_date", "recent spoken", "date vision plan"),
            ("vision.statement_date", "vision date", "text kept"), ("vision.statement_date", "plan date", "kept"),
            ("vision.on_file", "vision kept", "plan text"), ("vision.on_file", "plan kept", "relation text vision")),
        "job_change": (
            ("job_change.change_date", "adjustments date", "job"), ("job_change.kind", "kind adjustments", "job"),
            ("job_change.kind", "adjustments", "job text"),
            ("job_change.old_level", "grade before", "job"), ("job_change.new_level", "grade after", "job")),
        "recognition": (
            ("recognition.date", "praise date", ""), ("recognition.kind", "kind", "praise")),
        "person": (
            ("person.hire_date", "hired", "date again holder work"),
            ("person.hire_date", "start", "date holder work job again"),
            ("person.exit_date", "left", "date again"),
            ("person.exit_date", "left", "date again end"),
            ("person.exit_date", "end date", "holder work job"),
            ("person.exit_reason", "reason left", "end id text"), ("person.exit_reason", "kind left", "end id text"),
            ("person.employment_status", "status", "holder work job id"),
            ("person.email", "email", "work holder address"), ("person.email", "address", "work holder"),
            ("person.alternate_emails", "email other", "holder"),
            ("person.person_id", "id holder", "staffid"), ("person.person_id", "staffid", "holder id work"),
            ("person.name[first]", "first", "name holder"),
            ("person.name[last]", "surname", "name holder"), ("person.name[last]", "lastname", "name holder"),
            ("person.name", "name", "holder"),
            ("person.department", "unit", "name text holder job work"),
            ("person.location", "place", "name text holder job work"),
            ("person.job_title", "job", "name text holder work"),
            ("person.level", "grade", "job name text id")),
    }.items()}
"""What sets of concepts mean in a table: target, concepts it needs, concepts it may have; the first that fits."""
