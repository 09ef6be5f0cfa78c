-- Grain: one row a day and cell and part. Of the days of active pairs, how many lie within the agreed interval of a meeting?
SELECT
    as_of, program, cohort, department, 'cadence_coverage' AS metric,
    unnest(CASE
        WHEN NOT has_check_in_data THEN [{'part': 'no_check_in_data', 'n': 1}]
        WHEN span_days <= 0 THEN [{'part': 'started_today', 'n': 1}]
        ELSE [{'part': 'numerator', 'n': covered_days}, {'part': 'denominator', 'n': span_days}]
    END, recursive := true),
    0 AS bucket
FROM pair_facts
WHERE is_active
