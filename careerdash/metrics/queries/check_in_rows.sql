-- Grain: one row a check-in by the day of a pair under the filters, by pair and date; the latest ones up to a limit.
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
JOIN pair_facts AS pairs USING (pair_id)
WHERE pairs.as_of = $as_of AND check_in.date <= $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
QUALIFY row_number() OVER (ORDER BY check_in.date DESC, check_in.pair_id, check_in.check_in_id) <= $most
ORDER BY check_in.pair_id, check_in.date, check_in.check_in_id
