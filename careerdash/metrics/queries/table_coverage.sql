-- Grain: one row a table about pairs, and the roster: its rows by the day, how many active pairs they cover, and the last day they name.
WITH
asked AS (
    SELECT pair_id, is_active, mentor_id, mentee_id
    FROM pair_facts
    WHERE as_of = $as_of
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
),
dated AS (  -- visions, milestones and ticks exist at every day, only their days come later
    SELECT 'check_in' AS table_name, pair_id, date AS day, date <= $as_of AS there FROM check_in
    UNION ALL SELECT 'vision', pair_id, statement_date, true FROM vision
    UNION ALL SELECT 'goal', pair_id, set_date, coalesce(set_date <= $as_of, true) FROM goal
    UNION ALL SELECT 'milestone', pair_id, completed_date, true FROM milestone
    UNION ALL SELECT 'checklist', pair_id, done_date, true FROM checklist
    UNION ALL SELECT 'resource', pair_id, connected_date, coalesce(connected_date <= $as_of, true) FROM resource
    UNION ALL SELECT 'feedback', pair_id, date, coalesce(date <= $as_of, true) FROM feedback
    UNION ALL SELECT 'recognition', pair_id, date, date <= $as_of FROM recognition
),
counted AS (
    SELECT
        table_name,
        count(*) AS rows,
        count(DISTINCT pair_id) FILTER (WHERE is_active) AS pairs,
        max(day) FILTER (WHERE day <= $as_of) AS last_day
    FROM dated
    JOIN asked USING (pair_id)
    WHERE there
    GROUP BY table_name
)
SELECT
    names.table_name,
    coalesce(counted.rows, 0)::BIGINT AS rows,
    coalesce(counted.pairs, 0)::BIGINT AS pairs,
    (SELECT count(*) FROM asked WHERE is_active)::BIGINT AS active,
    counted.last_day
FROM (SELECT unnest(['check_in', 'milestone', 'checklist', 'goal', 'feedback', 'vision', 'resource', 'recognition'])
    AS table_name) AS names
LEFT JOIN counted USING (table_name)
UNION ALL
SELECT  -- the roster covers a pair whose two people are both in it
    'person',
    (SELECT count(*) FROM person)::BIGINT,
    count(*) FILTER (WHERE is_active AND mentor_id IN (SELECT person_id FROM person)
        AND mentee_id IN (SELECT person_id FROM person))::BIGINT,
    count(*) FILTER (WHERE is_active)::BIGINT,
    NULL
FROM asked
ORDER BY table_name
