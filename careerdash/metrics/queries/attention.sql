-- Grain: one row a pair that needs attention, in the order of the work list, with its people's names.
WITH listed AS (
    SELECT *
    FROM pair_facts
    WHERE as_of = $as_of AND attention_place IS NOT NULL
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
    ORDER BY attention_place
    LIMIT $limit OFFSET $offset
)
SELECT listed.*, mentor.name AS mentor_name, mentee.name AS mentee_name
FROM listed
LEFT JOIN people AS mentor ON mentor.person_id = listed.mentor_id
LEFT JOIN people AS mentee ON mentee.person_id = listed.mentee_id
ORDER BY listed.attention_place
