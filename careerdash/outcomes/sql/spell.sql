-- one row a spell of employment that can be used: it ends after it begins; exit and reason are the last row's
WITH spells AS (
    SELECT spell_no, any_value(person_id) AS person_id, min(hire_date) AS hire_date,
        last(exit_date ORDER BY place) AS exit_date, last(exit_reason ORDER BY place) AS exit_reason
    FROM person_row
    GROUP BY spell_no
)
SELECT spell_no, person_id, hire_date, exit_date, exit_reason
FROM spells
WHERE exit_date IS NULL OR exit_date > hire_date
ORDER BY spell_no
