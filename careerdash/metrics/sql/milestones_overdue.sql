-- Grain: one row a day and cell, metric, part and days. Which open steps of active pairs are overdue, and for how long?
WITH steps AS (
    SELECT
        pairs.as_of, pairs.program, pairs.cohort, pairs.department,
        CASE WHEN base.due_date < pairs.as_of THEN (pairs.as_of - base.due_date)::INTEGER END AS days
    FROM milestone_base AS base
    JOIN pair_facts AS pairs USING (pair_id)
    WHERE pairs.is_active AND NOT base.dropped AND NOT coalesce(base.done_from <= pairs.as_of, false)
        AND base.due_date IS NOT NULL
)
SELECT
    as_of, program, cohort, department, 'milestone_overdue' AS metric,
    unnest(CASE WHEN days IS NULL THEN ['denominator'] ELSE ['numerator', 'denominator'] END) AS part,
    0 AS bucket, 1 AS n
FROM steps
UNION ALL
SELECT as_of, program, cohort, department, 'milestone_overdue_days', 'days', days, 1 FROM steps WHERE days IS NOT NULL
UNION ALL
SELECT
    as_of, program, cohort, department, 'milestone_overdue_pairs',
    unnest(CASE
        WHEN NOT has_milestone_data THEN ['no_milestone_data']
        WHEN milestones_overdue > 0 THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END),
    0, 1
FROM pair_facts
WHERE is_active
