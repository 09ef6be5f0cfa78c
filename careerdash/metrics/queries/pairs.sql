-- Grain: one row a pair under the filters, by pair_id.
SELECT
    pair_id, program, cohort, mentor_id, mentee_id, department, state, start_date, end_day, age, cadence_days,
    check_ins, meeting_days, last_meeting, days_since, cadence_state, cadence_coverage,
    milestones_open, milestones_done, milestones_dropped, milestones_overdue, milestones_moved, goals, resources,
    is_active, checklist_no_data, ticked_mask, evidenced_mask, due_mask,
    satisfaction_mentee, satisfaction_mentor, reasons
FROM pair_facts
WHERE as_of = $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
ORDER BY pair_id
