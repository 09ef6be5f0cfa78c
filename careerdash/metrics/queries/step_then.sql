-- Grain: one row a milestone as it stands on the day: what a comparison with another day or build asks of it.
SELECT
    milestone.pair_id,
    milestone.milestone_id,
    milestone.title,
    coalesce(NOT base.dropped AND base.done_from <= $as_of, false) AS is_done,
    CASE WHEN NOT base.dropped AND NOT coalesce(base.done_from <= $as_of, false) AND base.due_date < $as_of
        THEN ($as_of::DATE - base.due_date)::INTEGER END AS overdue_days
FROM milestone
JOIN milestone_base AS base USING (milestone_id)
ORDER BY milestone.pair_id, milestone.milestone_id
