-- Grain: one row a pair of these places of pair_facts, in their order: what the list of pairs shows of it.
WITH
asked AS (SELECT unnest($places::BIGINT[]) AS place, generate_subscripts($places::BIGINT[], 1) AS line),
lines AS (
    SELECT asked.line, facts.*
    FROM pair_facts AS facts
    JOIN asked ON asked.place = facts.rowid
    WHERE facts.as_of = $as_of
),
sites AS (
    SELECT person_id, location
    FROM person_span
    WHERE from_day <= $as_of AND (to_day IS NULL OR to_day > $as_of)
)
SELECT
    lines.pair_id, names.mentor_name, names.mentee_name, lines.mentor_id, lines.mentee_id,
    lines.program, lines.cohort, lines.department, sites.location AS site,
    lines.state, lines.start_date, lines.planned_end_date, lines.end_day, lines.cadence_days,
    lines.interval_known, lines.cadence_state, lines.check_ins, lines.meeting_days, lines.last_meeting,
    lines.next_planned, lines.days_since, lines.cadence_coverage,
    lines.milestones_done, lines.milestones_open, lines.milestones_overdue, lines.milestones_moved,
    lines.milestones_done / nullif(lines.milestones_done + lines.milestones_open, 0) AS milestones_share,
    CASE WHEN lines.is_active AND NOT lines.checklist_no_data THEN
        bit_count((lines.ticked_mask | lines.evidenced_mask) & lines.due_mask)
        / nullif(bit_count(lines.due_mask), 0) END AS actions_share,
    lines.goals, lines.resources, lines.satisfaction_mentee, lines.satisfaction_mentor, lines.reasons
FROM lines
JOIN pair_names AS names USING (pair_id)
LEFT JOIN sites ON sites.person_id = lines.mentee_id
ORDER BY lines.line
