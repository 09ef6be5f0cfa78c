-- Grain: one row a pair on the day: what a comparison with another day or build asks of it.
SELECT
    pair_id, program, cohort, department, mentor_id, mentee_id, start_date, end_day, state, is_active, is_open,
    is_ended, cadence_state, days_since, last_meeting,
    CASE WHEN mentor_exit_date < as_of THEN mentor_exit_date END AS mentor_left,
    CASE WHEN mentee_exit_date < as_of THEN mentee_exit_date END AS mentee_left
FROM pair_facts
WHERE as_of = $as_of
ORDER BY pair_id
