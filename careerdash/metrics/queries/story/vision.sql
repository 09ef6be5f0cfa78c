-- Grain: one row, where any file has one: the pair's vision work; a day after the day asked for is unknown.
SELECT
    explored_values, explored_experience, explored_aspirations, on_file,
    CASE WHEN statement_date IS NULL THEN coalesce(on_file, false) ELSE statement_date <= $as_of END AS stated,
    CASE WHEN statement_date <= $as_of THEN statement_date END AS statement_date,
    CASE WHEN reviewed_date <= $as_of THEN reviewed_date END AS reviewed_date
FROM vision
WHERE pair_id = $pair_id
LIMIT 1
