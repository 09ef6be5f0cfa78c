-- Grain: one row a row about the pair, by the day, that came with columns which map to nothing.
SELECT * FROM (
    SELECT 'pair' AS table_name, source_file, source_sheet, source_row, extras
    FROM pair WHERE pair_id = $pair_id
    UNION ALL SELECT 'check_in', source_file, source_sheet, source_row, extras
    FROM check_in WHERE pair_id = $pair_id AND date <= $as_of
    UNION ALL SELECT 'vision', source_file, source_sheet, source_row, extras
    FROM vision WHERE pair_id = $pair_id
    UNION ALL SELECT 'goal', source_file, source_sheet, source_row, extras
    FROM goal WHERE pair_id = $pair_id AND (set_date IS NULL OR set_date <= $as_of)
    UNION ALL SELECT 'milestone', source_file, source_sheet, source_row, extras
    FROM milestone WHERE pair_id = $pair_id
    UNION ALL SELECT 'checklist', source_file, source_sheet, source_row, extras
    FROM checklist WHERE pair_id = $pair_id
    UNION ALL SELECT 'resource', source_file, source_sheet, source_row, extras
    FROM resource WHERE pair_id = $pair_id AND (connected_date IS NULL OR connected_date <= $as_of)
    UNION ALL SELECT 'feedback', source_file, source_sheet, source_row, extras
    FROM feedback WHERE pair_id = $pair_id AND (date IS NULL OR date <= $as_of)
    UNION ALL SELECT 'recognition', source_file, source_sheet, source_row, extras
    FROM recognition WHERE pair_id = $pair_id AND date <= $as_of
)
WHERE extras IS NOT NULL
ORDER BY table_name, source_file, source_sheet, source_row, extras
