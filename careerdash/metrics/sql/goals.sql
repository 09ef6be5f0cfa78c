-- Grain: one row a day and cell, metric and part. How many active pairs have one or two goals, none, more?
WITH questions AS (SELECT unnest(['goals_in_range', 'goals_none', 'goals_more']) AS key)
SELECT
    as_of, program, cohort, department, key AS metric,
    unnest(CASE
        WHEN NOT has_goal_data THEN ['no_goal_data']
        WHEN key = (CASE WHEN goals = 0 THEN 'goals_none' WHEN goals > goals_max THEN 'goals_more'
                         ELSE 'goals_in_range' END)
            THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END) AS part,
    0 AS bucket, 1 AS n
FROM pair_facts, questions
WHERE is_active
