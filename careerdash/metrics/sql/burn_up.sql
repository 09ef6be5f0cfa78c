-- Grain: one row a day and cell, line and month (year * 12 + month - 1). When were steps due and done, of started pairs?
WITH steps AS (
    SELECT
        pairs.as_of, pairs.program, pairs.cohort, pairs.department, base.first_plan_date, base.due_date,
        CASE WHEN base.completed_date <= pairs.as_of THEN base.completed_date END AS done_day,
        -- what an ended pair had planned for later no longer counts, unless it was done all the same
        CASE WHEN pairs.is_ended AND NOT coalesce(base.done_from <= pairs.as_of, false) THEN pairs.end_day END AS last_day
    FROM milestone_base AS base
    JOIN pair_facts AS pairs USING (pair_id)
    WHERE pairs.is_started AND NOT base.dropped
),
days AS (
    SELECT as_of, program, cohort, department, 'plan_original' AS part, first_plan_date AS day
    FROM steps WHERE last_day IS NULL OR first_plan_date <= last_day
    UNION ALL
    SELECT as_of, program, cohort, department, 'plan_current', due_date
    FROM steps WHERE last_day IS NULL OR due_date <= last_day
    UNION ALL
    SELECT as_of, program, cohort, department, 'done', done_day FROM steps
)
SELECT
    as_of, program, cohort, department, 'burn_up' AS metric, part, (year(day) * 12 + month(day) - 1)::INTEGER AS bucket,
    count(*) AS n
FROM days
WHERE day IS NOT NULL
GROUP BY ALL
