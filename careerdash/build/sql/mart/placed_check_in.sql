-- Grain: one row a check-in that was held, with its place in the life of its pair.
SELECT
    held_check_in.*,
    CASE
        WHEN held_check_in.date < pair_base.start_date THEN 'before_start'
        WHEN held_check_in.date > pair_base.end_day THEN 'after_end'
        ELSE 'counts'
    END AS place
FROM held_check_in
JOIN pair_base USING (pair_id)
