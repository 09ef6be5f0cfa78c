-- Grain: one row a side and score from 1 to 5: how many latest answers of active pairs give it.
SELECT side, score, count(*)::BIGINT AS answers
FROM (
    SELECT unnest([
        {'side': 'mentee', 'score': satisfaction_mentee},
        {'side': 'mentor', 'score': satisfaction_mentor}], recursive := true)
    FROM pair_facts
    WHERE as_of = $as_of AND is_active
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
)
WHERE score IS NOT NULL
GROUP BY side, score
ORDER BY side, score
