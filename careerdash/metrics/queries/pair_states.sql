-- Grain: one row a state: how many pairs under the filters and the search's {conditions} are in it.
SELECT state, count(*)::BIGINT AS pairs
FROM pair_facts AS facts
WHERE as_of = $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
    {conditions}
GROUP BY state
ORDER BY state
