-- Grain: one row: how many check-ins by the day the pairs under the filters have.
SELECT count(*)::BIGINT AS check_ins
FROM check_in
JOIN pair_facts AS pairs USING (pair_id)
WHERE pairs.as_of = $as_of AND check_in.date <= $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
