-- Grain: one row a pair that started or closed between January and $as_of's day of this year or of the year before.
WITH spans AS (
    SELECT 'this_year' AS year, date_trunc('year', $as_of::DATE)::DATE AS first, $as_of::DATE AS last
    UNION ALL
    SELECT 'last_year', (date_trunc('year', $as_of::DATE) - INTERVAL 1 YEAR)::DATE,
        ($as_of::DATE - INTERVAL 1 YEAR)::DATE
)
SELECT 'started_' || year AS name, pair_id, mentee_id
FROM pair_facts
JOIN spans ON start_date BETWEEN first AND last
WHERE as_of = $as_of
UNION ALL
SELECT 'closed_' || year, pair_id, mentee_id
FROM pair_facts
JOIN spans ON end_day BETWEEN first AND last
WHERE as_of = $as_of AND is_ended
ORDER BY name, pair_id
