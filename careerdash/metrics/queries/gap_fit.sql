-- Grain: one row a way in which gaps between meeting days of started pairs fit the pair's interval.
SELECT
    CASE
        WHEN facts.gap <= pairs.cadence_days THEN 'within'
        WHEN facts.gap <= pairs.cadence_days + pairs.grace THEN 'grace'
        WHEN facts.gap <= 2 * pairs.cadence_days + pairs.grace THEN 'late'
        ELSE 'silent'
    END AS fit,
    count(*)::BIGINT AS gaps
FROM check_in_facts AS facts
JOIN pair_facts AS pairs USING (pair_id)
WHERE facts.date <= $as_of AND facts.gap IS NOT NULL AND pairs.is_started
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
GROUP BY fit
ORDER BY fit
