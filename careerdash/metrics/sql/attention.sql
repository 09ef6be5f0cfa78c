-- Grain: one row a day and cell, metric and part. How many active and paused pairs need attention, and why?
SELECT
    as_of, program, cohort, department, 'needs_attention' AS metric,
    unnest(CASE WHEN len(reasons) > 0 THEN ['numerator', 'denominator'] ELSE ['denominator'] END) AS part,
    0 AS bucket, 1 AS n
FROM pair_facts
WHERE is_open
UNION ALL
SELECT as_of, program, cohort, department, 'attention_reasons', unnest(reasons), 0, 1 FROM pair_facts WHERE is_open
UNION ALL
SELECT as_of, program, cohort, department, 'cadence_states', cadence_state, 0, 1 FROM pair_facts WHERE is_active
