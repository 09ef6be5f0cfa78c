-- Grain: one row a pair and day for which a check-in is scheduled.
SELECT DISTINCT pair_id, date FROM check_in WHERE status = 'scheduled'
