-- Grain: one row a mentor action: how many days after the start it was ticked, where the day is known.
SELECT
    checklist.item,
    count(*)::BIGINT AS ticked,
    quantile_disc(greatest(checklist.done_date - pairs.start_date, 0), 0.5)::INTEGER AS median_days
FROM checklist
JOIN pair_facts AS pairs USING (pair_id)
WHERE pairs.is_started AND checklist.done AND checklist.done_date <= $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
GROUP BY checklist.item
ORDER BY checklist.item
