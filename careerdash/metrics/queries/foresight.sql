-- Grain: one row a day E, whether flagged on E, and days from E to the early end (null: none): active pairs on E.
SELECT
    pair_facts.as_of,
    len(list_filter(reasons, lambda x: x NOT IN ('person_left', 'past_planned_end'))) > 0 AS flagged,
    CASE WHEN ended_as = 'ended_early' AND ends_soon THEN days END AS warning,
    coalesce(ended_as = 'ended' AND ends_soon, false) AS left_out,
    count(*) AS pairs
FROM pair_facts
JOIN (
    SELECT pair_id, ended_as, end_day AS last_day FROM pair_base
) AS ends USING (pair_id)
CROSS JOIN LATERAL (SELECT (last_day - pair_facts.as_of)::INTEGER AS days)
CROSS JOIN LATERAL (SELECT coalesce(days BETWEEN 1 AND 90, false) AS ends_soon)
WHERE is_active
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
GROUP BY ALL
ORDER BY ALL
