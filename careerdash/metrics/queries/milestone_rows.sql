-- Grain: one row a milestone of a pair under the filters, as it stands on the day, by pair and milestone.
SELECT
    milestone.pair_id,
    milestone.milestone_id,
    pairs.program,
    pairs.cohort,
    pairs.department,
    milestone.title,
    milestone.kind,
    CASE
        WHEN base.dropped THEN 'dropped'
        WHEN base.done_from <= $as_of THEN 'done'
        ELSE 'open'
    END AS status,
    base.original_due_date,
    base.due_date,
    CASE WHEN base.completed_date <= $as_of THEN base.completed_date END AS completed_date,
    CASE WHEN NOT base.dropped AND NOT coalesce(base.done_from <= $as_of, false) AND base.due_date < $as_of
        THEN ($as_of::DATE - base.due_date)::INTEGER END AS overdue_days,
    base.moved_days
FROM milestone
JOIN milestone_base AS base USING (milestone_id)
JOIN pair_facts AS pairs ON pairs.pair_id = milestone.pair_id
WHERE pairs.as_of = $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
ORDER BY milestone.pair_id, milestone.milestone_id
