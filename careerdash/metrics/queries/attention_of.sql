-- Grain: one row a pair of $pairs that needs attention and is within the filters, in the order of the work list.
SELECT *
FROM pair_facts
WHERE as_of = $as_of AND attention_place IS NOT NULL AND pair_id IN (SELECT unnest($pairs::VARCHAR[]))
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
ORDER BY attention_place
