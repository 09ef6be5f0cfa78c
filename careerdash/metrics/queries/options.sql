-- Grain: one row a filter and a value that occurs on the build's day.
SELECT DISTINCT
    CASE level WHEN 4 THEN 'program' WHEN 2 THEN 'cohort' ELSE 'department' END AS dimension,
    coalesce(program, cohort, department) AS value
FROM day_counts
WHERE level IN (1, 2, 4) AND metric = 'active_pairs'
ORDER BY dimension, value
