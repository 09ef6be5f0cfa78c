-- Grain: one row a goal that is not dropped; it counts on D where counts_from <= D ('0001-01-01': always).
WITH criteria AS (
    SELECT
        *,
        CASE framework
            WHEN 'REAL' THEN [relevant, engaging, actionable, learning_focused]
            WHEN 'SMARTY' THEN [specific, measurable, achievable, relevant, time_bound, yours]
        END AS answers
    FROM goal
    WHERE status IS DISTINCT FROM 'dropped'
)
SELECT
    goal_id,
    pair_id,
    framework,
    coalesce(set_date, DATE '0001-01-01') AS counts_from,
    revised_date,
    coalesce(target_date <> original_target_date, false) AS moved,
    coalesce(len(list_filter(answers, lambda x: x IS NOT NULL)), 0)::INTEGER AS criteria_known,
    coalesce(len(list_filter(answers, lambda x: x)), 0)::INTEGER AS criteria_met
FROM criteria
