-- Grain: one row a framework and criterion: of the goals of active pairs that count, how many are known to meet it.
WITH
goals AS (
    SELECT goal.*
    FROM goal
    JOIN goal_base AS base USING (goal_id)
    JOIN pair_facts AS pairs ON pairs.pair_id = goal.pair_id
    WHERE pairs.as_of = $as_of AND pairs.is_active AND base.counts_from <= $as_of
        AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pairs.program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pairs.cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pairs.department, '-')))
),
answers AS (
    SELECT
        framework,
        unnest(CASE framework
            WHEN 'REAL' THEN [
                {'place': 1, 'criterion': 'relevant', 'met': relevant},
                {'place': 2, 'criterion': 'engaging', 'met': engaging},
                {'place': 3, 'criterion': 'actionable', 'met': actionable},
                {'place': 4, 'criterion': 'learning_focused', 'met': learning_focused}]
            WHEN 'SMARTY' THEN [
                {'place': 1, 'criterion': 'specific', 'met': specific},
                {'place': 2, 'criterion': 'measurable', 'met': measurable},
                {'place': 3, 'criterion': 'achievable', 'met': achievable},
                {'place': 4, 'criterion': 'relevant', 'met': relevant},
                {'place': 5, 'criterion': 'time_bound', 'met': time_bound},
                {'place': 6, 'criterion': 'yours', 'met': yours}]
        END, recursive := true)
    FROM goals
)
SELECT
    framework, criterion,
    count(*) FILTER (WHERE met)::BIGINT AS met,
    count(met)::BIGINT AS known,
    count(*)::BIGINT AS goals
FROM answers
GROUP BY framework, place, criterion
ORDER BY framework, place
