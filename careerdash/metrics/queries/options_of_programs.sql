-- Grain: one row a filter and a value that occurs on the build's day in pairs of these programs.
SELECT DISTINCT
    CASE level WHEN 4 THEN 'program' WHEN 6 THEN 'cohort' ELSE 'department' END AS dimension,
    CASE level WHEN 4 THEN program WHEN 6 THEN cohort ELSE department END AS value
FROM day_counts
WHERE level IN (4, 5, 6) AND metric = 'active_pairs' AND list_contains($programs::VARCHAR[], program)
ORDER BY dimension, value
