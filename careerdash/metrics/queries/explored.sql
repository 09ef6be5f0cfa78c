-- Grain: one row a part of the vision work: of the active pairs of which it is known, how many explored it.
WITH visions AS (
    SELECT
        unnest([
            {'place': 1, 'part': 'explored_values', 'explored': explored_values},
            {'place': 2, 'part': 'explored_experience', 'explored': explored_experience},
            {'place': 3, 'part': 'explored_aspirations', 'explored': explored_aspirations}], recursive := true)
    FROM vision
    JOIN pair_facts AS pairs USING (pair_id)
    WHERE pairs.as_of = $as_of AND pairs.is_active
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
)
SELECT part, count(*) FILTER (WHERE explored)::BIGINT AS explored, count(explored)::BIGINT AS known
FROM visions
GROUP BY place, part
ORDER BY place
