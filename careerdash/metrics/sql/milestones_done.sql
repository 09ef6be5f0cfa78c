-- Grain: one row a day and cell, metric and part. Of the steps of started pairs, how many are done, and by their dates?
WITH
steps AS (
    SELECT
        pairs.as_of, pairs.program, pairs.cohort, pairs.department, base.dropped, base.completed_date,
        coalesce(base.done_from <= pairs.as_of, false) AS done,
        least(pairs.as_of, pairs.end_day) AS until,
        base.due_date, base.first_plan_date
    FROM milestone_base AS base
    JOIN pair_facts AS pairs USING (pair_id)
    WHERE pairs.is_started
),
planned AS (  -- the three questions ask about the current or the first plan
    SELECT *, 'milestone_due_completion' AS metric, due_date AS plan FROM steps
    UNION ALL
    SELECT *, 'milestone_on_time', due_date FROM steps
    UNION ALL
    SELECT *, 'milestone_on_first_plan', first_plan_date FROM steps
),
parts AS (
    SELECT
        as_of, program, cohort, department, 'milestone_completion' AS metric,
        CASE
            WHEN dropped THEN ['dropped']
            WHEN done THEN ['numerator', 'denominator']
            ELSE ['denominator']
        END AS parts
    FROM steps
    UNION ALL
    SELECT
        as_of, program, cohort, department, metric,
        CASE
            WHEN dropped THEN ['dropped']
            WHEN plan IS NULL THEN ['no_due_date']
            WHEN plan > until OR (plan = as_of AND NOT done) THEN []
            WHEN metric <> 'milestone_due_completion' AND done AND completed_date IS NULL THEN ['no_completed_date']
            WHEN done AND (metric = 'milestone_due_completion' OR completed_date <= plan)
                THEN ['numerator', 'denominator']
            ELSE ['denominator']
        END
    FROM planned
)
SELECT as_of, program, cohort, department, metric, unnest(parts) AS part, 0 AS bucket, 1 AS n FROM parts
