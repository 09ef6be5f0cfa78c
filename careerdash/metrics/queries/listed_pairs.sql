-- Grain: one row a pair that needs attention and is not hidden, with its list ('call', 'records').
SELECT pair_id, attention_list AS list
FROM pair_facts
WHERE as_of = $as_of AND attention_place IS NOT NULL
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
    AND NOT list_contains($hidden::VARCHAR[], pair_id)
    AND (len($reasons::VARCHAR[]) = 0 OR list_has_any(reasons, $reasons::VARCHAR[]))
ORDER BY attention_place
