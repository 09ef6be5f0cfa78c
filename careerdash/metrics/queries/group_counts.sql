-- Grain: one row a group (a program, cohort or department), metric, part and bucket: the counts of one day.
SELECT
    CASE $by WHEN 'program' THEN program WHEN 'cohort' THEN cohort ELSE department END AS grouped,
    metric, part, bucket, sum(n)::BIGINT AS n
FROM day_counts
WHERE as_of = $as_of AND level = $level AND list_contains($metrics::VARCHAR[], metric)
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], program))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], cohort))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], department))
GROUP BY grouped, metric, part, bucket
