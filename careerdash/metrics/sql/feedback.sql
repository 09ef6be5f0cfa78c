-- Grain: one row a day and cell, metric, part and state. How do both sides see it, by their latest answers?
WITH
sides AS (
    SELECT
        as_of, program, cohort, department, is_active, state, has_feedback_data, age < response_min_age AS too_new,
        'mentee' AS side, satisfaction_mentee AS satisfaction, satisfaction_mentee_stale AS satisfaction_stale,
        recommend_mentee AS recommend, recommend_mentee_stale AS recommend_stale
    FROM pair_facts
    UNION ALL
    SELECT
        as_of, program, cohort, department, is_active, state, has_feedback_data, age < response_min_age,
        'mentor', satisfaction_mentor, satisfaction_mentor_stale, recommend_mentor, recommend_mentor_stale
    FROM pair_facts
),
parts AS (
    SELECT
        as_of, program, cohort, department, 'satisfaction_' || side AS metric,
        CASE
            WHEN satisfaction_stale THEN ['stale']
            WHEN satisfaction >= 4 THEN ['numerator', 'denominator']
            WHEN satisfaction IS NOT NULL THEN ['denominator']
        END AS parts
    FROM sides WHERE is_active
    UNION ALL
    SELECT
        as_of, program, cohort, department, 'response_' || side,
        CASE
            WHEN NOT has_feedback_data THEN ['no_feedback_data']
            WHEN too_new THEN ['too_new']
            WHEN satisfaction IS NOT NULL THEN ['numerator', 'denominator']
            ELSE ['denominator']
        END
    FROM sides WHERE is_active
    UNION ALL
    SELECT
        as_of, program, cohort, department, 'recommend_' || side,
        CASE
            WHEN recommend_stale THEN ['stale']
            WHEN recommend >= 9 THEN ['promoters', 'denominator']
            WHEN recommend <= 6 THEN ['detractors', 'denominator']
            WHEN recommend IS NOT NULL THEN ['denominator']
        END
    FROM sides WHERE is_active
    UNION ALL
    SELECT
        as_of, program, cohort, department, 'satisfaction_by_state',
        [side || '/' || state || '/pairs']
        || CASE WHEN satisfaction IS NOT NULL THEN [side || '/' || state || '/answered'] ELSE [] END
        || CASE WHEN satisfaction >= 4 THEN [side || '/' || state || '/satisfied'] ELSE [] END
    FROM sides
)
SELECT as_of, program, cohort, department, metric, unnest(parts) AS part, 0 AS bucket, 1 AS n FROM parts
