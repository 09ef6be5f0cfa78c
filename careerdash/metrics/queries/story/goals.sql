-- Grain: one row a goal of the pair that was set by the day, dropped ones too; later days are unknown.
WITH by_then AS (
    SELECT
        *,
        CASE
            WHEN status = 'dropped' THEN 'dropped'
            WHEN achieved_date IS NULL AND status = 'achieved' THEN 'achieved'
            WHEN achieved_date <= $as_of THEN 'achieved'
            ELSE 'open'
        END AS state
    FROM goal
    WHERE pair_id = $pair_id AND (set_date IS NULL OR set_date <= $as_of)
)
SELECT
    goal_id, title, framework, state, set_date, original_target_date, target_date,
    CASE WHEN achieved_date <= $as_of THEN achieved_date END AS achieved_date,
    CASE WHEN revised_date <= $as_of THEN revised_date END AS revised_date,
    state = 'open' AND coalesce(target_date < $as_of, false) AS overdue,
    coalesce(target_date <> original_target_date, false) AS moved,
    relevant, engaging, actionable, learning_focused, specific, measurable, achievable, time_bound, yours
FROM by_then
ORDER BY set_date NULLS FIRST, target_date NULLS LAST, goal_id
