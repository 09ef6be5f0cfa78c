-- Grain: one row a day and cell, state and part. How many pairs are in each state, of all pairs?
WITH states AS (
    SELECT unnest(['active', 'planned', 'paused', 'completed', 'ended_early', 'ended']) AS state
),
counted AS (
    SELECT as_of, program, cohort, department, state, count(*) AS pairs FROM pair_facts GROUP BY ALL
)
SELECT
    as_of, program, cohort, department, states.state || '_pairs' AS metric, 'denominator' AS part, 0 AS bucket,
    sum(pairs) AS n
FROM counted, states
GROUP BY ALL
UNION ALL
SELECT as_of, program, cohort, department, state || '_pairs', 'numerator', 0, pairs FROM counted
