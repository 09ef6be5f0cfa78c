-- Grain: one row a difference between mentor's and mentee's latest score: how many active pairs have both and differ so.
SELECT (satisfaction_mentor - satisfaction_mentee)::INTEGER AS difference, count(*)::BIGINT AS pairs
FROM pair_facts
WHERE as_of = $as_of AND is_active AND satisfaction_mentor IS NOT NULL AND satisfaction_mentee IS NOT NULL
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
GROUP BY difference
ORDER BY difference
