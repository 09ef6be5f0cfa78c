-- Grain: one row a site of the mentees of any pair of these programs; '-' is unknown.
SELECT DISTINCT coalesce(spans.location, '-') AS site
FROM person_span AS spans
WHERE spans.person_id IN (
    SELECT mentee_id
    FROM pair
    WHERE len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
ORDER BY site
