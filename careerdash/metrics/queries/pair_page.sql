-- Grain: one row a pair of one page of the list: where its row of pair_facts lies, in the order asked for.
SELECT facts.rowid AS place
FROM pair_facts AS facts
{names}
WHERE facts.as_of = $as_of
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(facts.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(facts.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(facts.department, '-')))
    {conditions}
ORDER BY {key} {direction} NULLS LAST, facts.pair_id
LIMIT $limit OFFSET $offset
