-- Grain: one row a list ('call', 'records') and whether its pairs are hidden: how many pairs need attention.
SELECT
    attention_list AS list,
    list_contains($hidden::VARCHAR[], pair_id) AS hidden,
    count(*) AS pairs
FROM pair_facts
WHERE as_of = $as_of AND attention_place IS NOT NULL
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
    AND (len($reasons::VARCHAR[]) = 0 OR list_has_any(reasons, $reasons::VARCHAR[]))
GROUP BY ALL
ORDER BY list, hidden
