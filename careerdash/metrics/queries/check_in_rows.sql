-- Grain: one row a check-in by the day of a pair under the filters, by pair and date; the latest ones up to a limit.
WITH
pairs AS (
    SELECT pair_id, program, start_date, end_day
    FROM pair_facts
    WHERE as_of = $as_of
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
),
days AS (
    SELECT check_in.date, count(*) AS check_ins
    FROM check_in
    JOIN pairs USING (pair_id)
    WHERE check_in.date <= $as_of
    GROUP BY check_in.date
),
needed AS (  -- the days that the limit reaches back to: only their rows are sorted, which are the most of the cost
    SELECT min(date) AS first_day
    FROM (SELECT date, sum(check_ins) OVER (ORDER BY date DESC) - check_ins AS later FROM days)
    WHERE later < $most
)
SELECT
    check_in.pair_id,
    check_in.check_in_id,
    pairs.program,
    check_in.date,
    check_in.status,
    coalesce((check_in.status = 'held' OR (check_in.status IS NULL AND check_in.date <= check_in.row_data_day))
        AND check_in.date BETWEEN pairs.start_date AND coalesce(pairs.end_day, $as_of), false) AS counts,
    check_in.minutes,
    check_in.mode,
    check_in.evidence,
    check_in.covered_progress,
    check_in.covered_challenges,
    check_in.covered_adjustments,
    check_in.has_record
FROM check_in
JOIN pairs USING (pair_id)
WHERE check_in.date BETWEEN (SELECT first_day FROM needed) AND $as_of
QUALIFY row_number() OVER (ORDER BY check_in.date DESC, check_in.pair_id, check_in.check_in_id) <= $most
ORDER BY check_in.pair_id, check_in.date, check_in.check_in_id
