-- Grain: one row a check-in that was held, whatever the as-of day.
SELECT pair_id, date, evidence, covered_progress, covered_challenges, covered_adjustments, has_record, minutes, mode
FROM check_in
WHERE status = 'held' OR (status IS NULL AND date <= row_data_day)
