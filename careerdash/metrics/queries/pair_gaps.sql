-- Grain: one row a pair of these ids that met twice by the day: its last gaps between meeting days, oldest first.
SELECT pair_id, list_slice(list(gap ORDER BY date), -$most, -1) AS gaps
FROM check_in_facts
WHERE pair_id IN (SELECT unnest($ids::VARCHAR[])) AND date <= $as_of AND gap IS NOT NULL
GROUP BY pair_id
ORDER BY pair_id
