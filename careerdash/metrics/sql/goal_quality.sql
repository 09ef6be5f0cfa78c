-- Grain: one row a day and cell and part. Of the known criteria of the goals of active pairs, how many are met?
SELECT
    pairs.as_of, pairs.program, pairs.cohort, pairs.department, 'goal_quality' AS metric,
    unnest(CASE
        WHEN base.framework IS NULL THEN [{'part': 'no_framework', 'n': 1}]
        WHEN base.criteria_known = 0 THEN [{'part': 'criteria_unknown', 'n': 1}]
        ELSE [{'part': 'numerator', 'n': base.criteria_met}, {'part': 'denominator', 'n': base.criteria_known}]
    END, recursive := true),
    0 AS bucket
FROM goal_base AS base
JOIN pair_facts AS pairs USING (pair_id)
WHERE pairs.is_active AND base.counts_from <= pairs.as_of
