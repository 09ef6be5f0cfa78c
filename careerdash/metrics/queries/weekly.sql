-- Grain: one row a Sunday on which the share on cadence changed: how much its two counts changed.
SELECT week, sum(numerator)::BIGINT AS numerator, sum(denominator)::BIGINT AS denominator
FROM cadence_change
WHERE week <= $until AND level = $level
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], program))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], cohort))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], department))
GROUP BY week
ORDER BY week
