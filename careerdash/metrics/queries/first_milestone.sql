-- Grain: one row a number of days and whether a first milestone was done: how many started pairs with a roadmap.
WITH firsts AS (
    SELECT
        pairs.start_date,
        least($as_of::DATE, pairs.end_day) AS until,
        min(base.completed_date) FILTER (WHERE NOT base.dropped AND base.completed_date <= $as_of) AS first_done
    FROM milestone_base AS base
    JOIN pair_facts AS pairs ON pairs.pair_id = base.pair_id
    WHERE pairs.is_started
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
    GROUP BY base.pair_id, pairs.start_date, pairs.end_day
)
SELECT
    coalesce(first_done <= until, false) AS done,
    greatest(least(coalesce(first_done, until), until) - start_date, 0)::INTEGER AS days,
    count(*)::BIGINT AS pairs
FROM firsts
GROUP BY ALL
ORDER BY days, done
