-- Grain: one row a department and day: how many active pairs meet as agreed, of how many.
SELECT
    department, as_of,
    sum(CASE WHEN part = 'numerator' THEN n ELSE 0 END)::BIGINT AS numerator,
    sum(CASE WHEN part = 'denominator' THEN n ELSE 0 END)::BIGINT AS denominator
FROM trend_counts
WHERE list_contains($days::DATE[], as_of) AND level = $level AND metric = 'on_cadence_share'
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], program))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], cohort))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], department))
GROUP BY department, as_of
ORDER BY department, as_of
