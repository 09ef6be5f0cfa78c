-- Grain: one row a day and cell, metric, part and days. Which steps of started pairs were moved, and how far?
WITH steps AS (
    SELECT pairs.as_of, pairs.program, pairs.cohort, pairs.department, base.moved_days
    FROM milestone_base AS base
    JOIN pair_facts AS pairs USING (pair_id)
    WHERE pairs.is_started AND NOT base.dropped AND base.moved_days IS NOT NULL
)
SELECT
    as_of, program, cohort, department, 'milestone_moved' AS metric,
    unnest(CASE WHEN moved_days = 0 THEN ['denominator'] ELSE ['numerator', 'denominator'] END) AS part,
    0 AS bucket, 1 AS n
FROM steps
UNION ALL
SELECT as_of, program, cohort, department, 'milestone_moved_days', 'days', moved_days, 1 FROM steps WHERE moved_days <> 0
