-- Grain: one row an active pair whose sides disagree: who they are and when both had answered, never a score.
SELECT
    facts.pair_id, facts.mentor_id, facts.mentee_id, names.mentor_name, names.mentee_name, facts.program,
    facts.scores_disagree, facts.met_disagree,
    greatest(
        CASE WHEN facts.scores_disagree
            THEN greatest(facts.satisfaction_mentor_day, facts.satisfaction_mentee_day) END,
        CASE WHEN facts.met_disagree THEN greatest(facts.met_mentor_day, facts.met_mentee_day) END) AS day
FROM pair_facts AS facts
JOIN pair_names AS names USING (pair_id)
WHERE facts.as_of = $as_of AND list_contains(facts.reasons, 'sides_disagree')
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(facts.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(facts.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(facts.department, '-')))
ORDER BY day DESC NULLS LAST, facts.pair_id
