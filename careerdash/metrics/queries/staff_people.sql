-- Grain: one row a person who is employed on $as_of or mentee of a pair started by then: in which groups they stand.
WITH employed AS (
    SELECT DISTINCT person_id
    FROM person
    WHERE hire_date <= $as_of AND (exit_date IS NULL OR exit_date > $as_of)
),
mentee AS (
    SELECT
        mentee_id AS person_id,
        bool_or(in_scope) AS in_scope,
        bool_or(NOT in_scope) AS elsewhere,
        bool_or(in_scope AND is_active) AS active,
        bool_or(in_scope AND is_active AND satisfaction_mentee IS NOT NULL AND NOT satisfaction_mentee_stale) AS answered,
        bool_or(in_scope AND is_active AND satisfaction_mentee IS NULL AND has_feedback_data
            AND age >= response_min_age) AS silent
    FROM (
        SELECT
            *,
            len($programs::VARCHAR[]) = 0 OR coalesce(list_contains($programs::VARCHAR[], program), false) AS in_scope
        FROM pair_facts
    )
    WHERE as_of = $as_of AND start_date <= $as_of
    GROUP BY mentee_id
)
SELECT
    coalesce(mentee.person_id, employed.person_id) AS person_id,
    employed.person_id IS NOT NULL AS is_staff,
    mentee.person_id IS NOT NULL AS is_mentee,
    coalesce(in_scope, false) AS in_scope,
    coalesce(elsewhere, false) AND NOT in_scope AS other_scope,
    coalesce(active, false) AS active,
    coalesce(answered, false) AS answered,
    coalesce(silent, false) AND NOT answered AS silent
FROM mentee
FULL JOIN employed ON employed.person_id = mentee.person_id
ORDER BY 1
