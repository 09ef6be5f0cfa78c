-- Grain: one row a metric, part and bucket: the counts of one day under the filters.
SELECT metric, part, bucket, sum(n)::BIGINT AS n
FROM day_counts
WHERE as_of = $as_of AND level = $level AND list_contains($metrics::VARCHAR[], metric)
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], program))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], cohort))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], department))
GROUP BY metric, part, bucket
