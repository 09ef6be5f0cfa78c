-- Grain: one row a number of active pairs: how many mentors have it. Mentors cannot be added up over cells.
SELECT pairs, count(*) AS mentors
FROM (
    SELECT mentor_id, count(*) AS pairs
    FROM pair_facts
    WHERE as_of = $as_of AND is_active
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
    GROUP BY mentor_id
)
GROUP BY pairs
ORDER BY pairs
