-- Grain: one row a day and cell, metric, part and days. Do pairs have a vision, and how long after the start?
SELECT
    as_of, program, cohort, department, 'vision_share' AS metric,
    unnest(CASE
        WHEN NOT has_vision_data THEN ['no_vision_data']
        WHEN vision_stated THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END) AS part,
    0 AS bucket, 1 AS n
FROM pair_facts
WHERE is_active
UNION ALL
SELECT
    as_of, program, cohort, department, 'days_to_vision',
    CASE
        WHEN NOT has_vision_data THEN 'no_vision_data'
        WHEN vision_stated AND statement_date IS NULL THEN 'no_statement_date'
        WHEN statement_date <= least(as_of, end_day) THEN 'event'
        ELSE 'censored'
    END AS part,
    CASE
        WHEN part IN ('event', 'censored')
            THEN greatest(0, least(statement_date, as_of, end_day) - start_date)::INTEGER
        ELSE 0
    END,
    1
FROM pair_facts
WHERE is_started
