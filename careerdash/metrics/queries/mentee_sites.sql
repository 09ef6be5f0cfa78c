-- Grain: one row a site of the mentees of any pair of these programs; '-' is unknown, also of people in no roster.
SELECT DISTINCT coalesce(spans.location, '-') AS site
FROM pair
LEFT JOIN person_span AS spans ON spans.person_id = pair.mentee_id
WHERE len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pair.program, '-'))
ORDER BY site
