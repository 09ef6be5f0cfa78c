-- Grain: one row an id of $pairs that the build knows, with the id in force of its pair.
SELECT old_id, min(pair_id) AS pair_id
FROM (
    SELECT old_id, id AS pair_id FROM identity WHERE kind = 'pair'
    UNION ALL
    SELECT pair_id, pair_id FROM pair_base
)
WHERE old_id IN (SELECT unnest($pairs::VARCHAR[]))
GROUP BY old_id
ORDER BY old_id
