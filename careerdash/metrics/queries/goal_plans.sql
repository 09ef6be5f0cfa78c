-- Grain: one row a framework ('-': none) and what became of a goal's target day: how many goals of active pairs count.
-- Overdue: open, and the target day is past. Moved: the target day is not the first one.
WITH goals AS (
    SELECT
        goal.framework,
        goal.target_date,
        goal.target_date IS NOT NULL AND coalesce(base.moved, false) AS moved,
        coalesce(goal.target_date < $as_of, false)
            AND NOT coalesce(goal.achieved_date <= $as_of, goal.status = 'achieved', false) AS overdue
    FROM goal
    JOIN goal_base AS base USING (goal_id)
    JOIN pair_facts AS pairs ON pairs.pair_id = goal.pair_id
    WHERE pairs.as_of = $as_of AND pairs.is_active AND base.counts_from <= $as_of
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
)
SELECT
    coalesce(framework, '-') AS framework,
    CASE
        WHEN target_date IS NULL THEN 'no_date'
        WHEN moved AND NOT overdue THEN 'replanned'
        WHEN moved THEN 'moved_overdue'
        WHEN overdue THEN 'overrun'
        ELSE 'as_planned'
    END AS outcome,
    count(*)::BIGINT AS goals
FROM goals
GROUP BY ALL
ORDER BY framework, outcome
