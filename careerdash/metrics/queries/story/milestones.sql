-- Grain: one row a milestone of the pair; a day after the day asked for is unknown, but for the plan;
-- a dropped one has no day of completion, as it counts nowhere as done.
SELECT
    milestone.milestone_id, milestone.goal_id, milestone.title, milestone.kind,
    base.original_due_date, base.due_date, base.moved_days,
    CASE WHEN NOT base.dropped AND base.completed_date <= $as_of THEN base.completed_date END AS completed_date,
    CASE
        WHEN base.dropped THEN 'dropped'
        WHEN base.done_from <= $as_of THEN 'done'
        ELSE 'open'
    END AS state,
    NOT base.dropped AND NOT coalesce(base.done_from <= $as_of, false) AND coalesce(base.due_date < $as_of, false)
        AS overdue
FROM milestone_base AS base
JOIN milestone USING (milestone_id)
WHERE base.pair_id = $pair_id
ORDER BY coalesce(base.due_date, base.original_due_date, base.completed_date) NULLS LAST, milestone.title, milestone_id
