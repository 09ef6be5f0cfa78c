-- Grain: one row a day and cell and part. Of active pairs, how many meet as they agreed?
WITH places AS (
    SELECT
        as_of, program, cohort, department,
        CASE cadence_state
            WHEN 'no_data' THEN ['no_check_in_data']
            WHEN 'ending' THEN ['ending']
            WHEN 'on' THEN ['numerator', 'denominator']
            WHEN 'new' THEN ['numerator', 'denominator']
            ELSE ['denominator']
        END AS parts
    FROM pair_facts
    WHERE is_active
)
SELECT as_of, program, cohort, department, 'on_cadence_share' AS metric, unnest(parts) AS part, 0 AS bucket, 1 AS n
FROM places
