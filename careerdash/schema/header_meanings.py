"""What a header means in a table by the concepts that its words stand for (`header_words`)."""

from collections.abc import Iterator

PEOPLE_PARTS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = tuple(
    (ending, frozenset(needs.split()), frozenset(may.split())) for ending, needs, may in (
        ("email", "email", "work holder relation name meeting address match someone"), ("email", "meeting", "name"),
        ("email", "address", "work name holder meeting match"),
        ("alternate_emails", "email other", "work relation"),
        ("name[first]", "first", "name"), ("name[last]", "surname", "name"), ("name[last]", "lastname", "name"),
        ("name[middle]", "middle", "name"), ("id", "id", "holder work relation staffid"),
        ("id", "staffid", "holder work relation"),
        ("name", "name", "holder relation match someone"),
        ("*", "", "relation holder match someone work")))
"""How a person's column is made: ending, concepts that it needs beside the role, and those that it may have.

`*`: nothing but the role; the values say how the person is named."""

_RULES: dict[str, str] = {
    "pair": """
planned_end_date: planned end / date match relation until
planned_end_date: agreed end / date match relation until
planned_end_date: until / date end match relation planned due program agreed
planned_end_date: planned due / date match relation
planned_end_date: due end / date match relation
planned_end_date: program end / date relation until
start_date: start / date match relation program cohort
start_date: match / date relation kept held done spoken
start_date: match start / date relation kept status
start_date: joined / date match relation spoken
start_date: hired match / date relation
pair_id: id match / relation staffid
pair_id: id relation / match
start_date: start meeting / date match relation
end_date: end / date match relation again
end_reason: reason end / match relation text until id
end_reason: reason left / match relation text
end_reason: end notes / match relation
check_in.date[last]: recent meeting / date relation match spoken held done end
check_in.date[next]: next meeting / date relation planned match again agreed
check_in.date[next]: next date / relation match planned
status: status / match relation id text
cadence_days: often / meeting relation planned match agreed text
cohort: cohort / name program text id match start unit
program: program / name relation text id
end_date: done match / date relation
""",
    "check_in": """
check_in_id: id meeting / record
pair_id: id match / relation
status: held / meeting date often spoken recent
date: meeting date / relation spoken held start
date: meeting start / date length
date: meeting held / relation
date: meeting / relation
minutes: length / meeting spoken held id date
notes: meeting notes / spoken text date start
notes: notes / spoken text date
notes: spoken / meeting text
has_record: notes kept / meeting record text
has_record: record kept / meeting
has_record: kept / meeting
covered_progress: progress spoken / meeting goal
covered_challenges: challenges spoken / meeting
covered_adjustments: adjustments spoken / meeting plan goal
covered_adjustments: adjustments plan / meeting spoken goal
covered_adjustments: adjustments goal / meeting spoken plan step
status: status / meeting
mode: mode / meeting kind text
mode: kind meeting / text mode
program: program / name relation
date: held date / meeting
evidence: reporter / meeting record notes
check_in_id: id record
check_in_id: id notes
""",
    "milestone": """
original_due_date: initial due / date step planned
original_due_date: initial planned / date step until
original_due_date: initial until / date step due
original_due_date: initial date / step due planned
original_due_date: first due / date step
due_date: present due / date step planned
due_date: present planned / date step
milestone_id: id step / text
title: step / text
due_date: due / date step planned
due_date: planned / date step
completed_date: done / date step spoken
due_date: planned done / date step due
due_date: until / date step done
status: status / step
kind: kind / step
status: done / step
""",
    "goal": """
original_target_date: initial due / date goal planned
original_target_date: initial planned / date goal until
original_target_date: initial until / date goal due
original_target_date: initial date / goal due planned start
original_target_date: initial due agreed / date goal
goal_id: id goal / text
target_date: present due / date goal planned
target_date: present planned / date goal
title: goal / text agreed mentee
target_date: due / date goal planned
target_date: planned date / goal
target_date: until / date goal done
target_date: planned done / date goal due
achieved_date: done / goal date spoken
status: status / goal
set_date: start / goal date
set_date: agreed / goal date start
set_date: goal kept date
original_target_date: first due / date goal
original_target_date: before due / date goal
target_date: due after / date goal
set_date: agreed / goal date start kept spoken
status: done / goal
""",
    "resource": """
kind: kind / helper
name: helper / name text holder someone
connected_date: joined / date helper match
connected_date: start / date helper joined meeting match
connected_date: meeting first / date start helper
""",
    "vision": """
reviewed_date: recent spoken / date vision plan mentor mentee
reviewed_date: reread / date vision plan recent mentor mentee spoken
explored_values: values / spoken vision
explored_experience: lived / spoken vision
explored_aspirations: hopes / spoken vision
statement_date: vision date / text kept
statement_date: plan date / kept
on_file: vision kept / plan text
on_file: plan kept / relation text vision
on_file: vision / text plan
on_file: plan / text relation
statement_date: kept date / plan vision text
""",
    "program": """
cadence_days: often / meeting planned agreed program match relation text
start_date: start / date program planned
end_date: until / date program planned end
end_date: end / date program planned until
start_date: hired / date program
end_date: left / date program
""",
    "job_change": """
person_id: id holder / staffid work
person_id: staffid / holder id work
person_email: email / work holder address
person_name: name holder
change_date: adjustments date / job
kind: kind adjustments / job
kind: adjustments / job text
old_level: grade before / job
new_level: grade after / job
change_date: start adjustments / date job
old_level: grade recent / job
""",
    "recognition": """
date: praise date
kind: kind / praise adjustments
kind: praise adjustments / kind text
note: praise adjustments / text notes spoken
note: praise text / notes spoken
""",
    "person": """
hire_date: hired / date again holder work
hire_date: start / date holder work job again
exit_date: left / date again work holder
exit_date: left / date again end
exit_date: end date / holder work job
exit_reason: reason left / end id text
exit_reason: kind left / end id text
employment_status: status / holder work job id text present
email: email / work holder address
email: address / work holder
alternate_emails: email other / holder
person_id: id holder / staffid
person_id: staffid / holder id work
name[first]: first / name holder
name[last]: surname / name holder
name[last]: lastname / name holder
name: name / holder
department: unit orglevel / name text holder work present
department: unit / name text holder job work present
location: place / name text holder job work present
job_title: job / name text holder work present
level: grade / job name text id present
""",
}
"""Table -> lines `target: concepts that it needs / concepts that it may have`; the target of another table in full."""


def _rules(table: str, lines: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    for line in lines.strip().splitlines():
        target, _, concepts = line.partition(": ")
        needs, _, may = concepts.partition(" / ")
        yield (target if "." in target else f"{table}.{target}", frozenset(needs.split()), frozenset(may.split()))


MEANINGS: dict[str, tuple[tuple[str, frozenset[str], frozenset[str]], ...]] = {
    table: tuple(_rules(table, lines)) for table, lines in _RULES.items()}
"""What sets of concepts mean in a table: target, concepts it needs, concepts it may have; the first that fits."""
