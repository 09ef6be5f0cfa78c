-- Grain: one row a table about pairs and a month of $months (first days) in which any pair was open.
-- `open`: pairs that had started by the month's end (or the day) and not ended before the month; `pairs`: those of them
-- with a row that names a day in it; `rows`: such rows.
WITH
month AS (
    SELECT first_day, least(first_day + INTERVAL 1 MONTH - INTERVAL 1 DAY, $as_of::DATE)::DATE AS last_day
    FROM (SELECT unnest($months::DATE[]) AS first_day)
),
asked AS (
    SELECT pair_id, start_date, end_day
    FROM pair_facts
    WHERE as_of = $as_of AND is_started
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
),
open_then AS (
    SELECT month.first_day, month.last_day, asked.pair_id
    FROM month
    JOIN asked ON asked.start_date <= month.last_day AND coalesce(asked.end_day >= month.first_day, true)
),
dated AS (
    SELECT 'check_in' AS table_name, pair_id, date AS day FROM check_in
    UNION ALL SELECT 'vision', pair_id, statement_date FROM vision
    UNION ALL SELECT 'goal', pair_id, set_date FROM goal
    UNION ALL SELECT 'milestone', pair_id, completed_date FROM milestone
    UNION ALL SELECT 'checklist', pair_id, done_date FROM checklist
    UNION ALL SELECT 'resource', pair_id, connected_date FROM resource
    UNION ALL SELECT 'feedback', pair_id, date FROM feedback
    UNION ALL SELECT 'recognition', pair_id, date FROM recognition
),
named AS (
    SELECT
        dated.table_name, open_then.first_day, count(DISTINCT dated.pair_id) AS pairs, count(*) AS rows
    FROM dated
    JOIN open_then ON open_then.pair_id = dated.pair_id
        AND date_trunc('month', dated.day)::DATE = open_then.first_day AND dated.day <= open_then.last_day
    GROUP BY dated.table_name, open_then.first_day
),
opened AS (SELECT first_day, count(*) AS open FROM open_then GROUP BY first_day)
SELECT
    names.table_name, strftime(opened.first_day, '%Y-%m') AS month, opened.open::BIGINT AS open,
    coalesce(named.pairs, 0)::BIGINT AS pairs, coalesce(named.rows, 0)::BIGINT AS rows
FROM opened
CROSS JOIN (SELECT unnest(['check_in', 'milestone', 'checklist', 'goal', 'feedback', 'vision', 'resource',
    'recognition']) AS table_name) AS names
LEFT JOIN named ON named.table_name = names.table_name AND named.first_day = opened.first_day
ORDER BY names.table_name, month
