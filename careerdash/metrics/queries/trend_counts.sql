-- Grain: one row a day, metric, part and bucket: the counts of trend metrics under the filters.
SELECT as_of, metric, part, bucket, sum(n)::BIGINT AS n
FROM trend_counts
WHERE list_contains($days::DATE[], as_of) AND level = $level AND list_contains($metrics::VARCHAR[], metric)
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], program))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], cohort))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], department))
GROUP BY as_of, metric, part, bucket
