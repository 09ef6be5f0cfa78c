-- one row a pair that has started by $as_of, with whether the filters take it
SELECT pair.pair_id, pair.mentee_id, pair.start_date,
    (len($programs::VARCHAR[]) = 0 OR list_contains($programs::VARCHAR[], coalesce(nullif(pair.program, ''), '-')))
    AND ($participation::VARCHAR IS NULL OR coalesce(program.participation = $participation, false))
    AND ($assignment::VARCHAR IS NULL OR coalesce(program.assignment = $assignment, false)) AS in_scope
FROM pair
LEFT JOIN program ON program.program = pair.program
WHERE pair.start_date <= $as_of AND pair.mentee_id IS NOT NULL
