-- Grain: one row a pair of $pairs of which, on a day since it was resolved, a reason of today was not there.
SELECT pair_id, max(as_of) AS last_without
FROM pair_facts
JOIN (
    SELECT unnest($pairs::VARCHAR[]) AS pair_id, unnest($since::DATE[]) AS since, unnest($now::VARCHAR[]) AS reasons_now
) AS asked USING (pair_id)
WHERE as_of >= since AND NOT list_has_all(reasons, string_split(reasons_now, ' '))
GROUP BY pair_id
ORDER BY pair_id
