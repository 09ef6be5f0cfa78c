-- Grain: one row a kind of milestone and outcome on the day: how many milestones of started pairs.
SELECT
    coalesce(milestone.kind, 'unknown') AS kind,
    CASE
        WHEN base.dropped THEN 'dropped'
        WHEN base.done_from <= $as_of AND base.completed_date <= base.due_date THEN 'on_time'
        WHEN base.done_from <= $as_of AND base.completed_date > base.due_date THEN 'late'
        WHEN base.done_from <= $as_of THEN 'done'
        WHEN pairs.is_ended THEN 'left_open'
        WHEN base.due_date < $as_of THEN 'overdue'
        ELSE 'open'
    END AS outcome,
    count(*)::BIGINT AS milestones
FROM milestone_base AS base
JOIN milestone USING (milestone_id)
JOIN pair_facts AS pairs ON pairs.pair_id = base.pair_id
WHERE pairs.is_started
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
GROUP BY ALL
ORDER BY kind, outcome
