-- one row a person who is mentee of any pair: first start, whether that pair is in scope, and which
WITH started AS (
    SELECT mentee_id AS person_id, min(start_date) AS first_start, bool_or(in_scope) AS ever_in_scope
    FROM scope_pair
    GROUP BY mentee_id
),
matches AS (
    SELECT mentee_id AS person_id, start_date AS first_start, min(pair_id) AS pair_id
    FROM scope_pair
    WHERE in_scope
    GROUP BY mentee_id, start_date
)
SELECT started.person_id, started.first_start, started.ever_in_scope,
    matches.person_id IS NOT NULL AS in_scope, matches.pair_id
FROM started
LEFT JOIN matches ON matches.person_id = started.person_id AND matches.first_start = started.first_start
ORDER BY started.person_id
