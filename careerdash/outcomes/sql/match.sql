-- one row a mentee of the scope: day of the match, the spell it falls in, or why the mentee is left out
WITH mentees AS (
    SELECT person_id, first_start, pair_id FROM mentee WHERE in_scope
),
employed AS (
    SELECT mentees.person_id, spell.spell_no, mentees.first_start AS day
    FROM mentees
    JOIN spell ON spell.person_id = mentees.person_id AND spell.hire_date <= mentees.first_start
        AND (spell.exit_date IS NULL OR spell.exit_date > mentees.first_start)
),
soon_hired AS (
    SELECT mentees.person_id, min_by(spell.spell_no, spell.hire_date) AS spell_no, min(spell.hire_date) AS day
    FROM mentees
    JOIN spell ON spell.person_id = mentees.person_id
        AND spell.hire_date BETWEEN mentees.first_start + 1 AND mentees.first_start + 30
    GROUP BY mentees.person_id
)
SELECT mentees.person_id, mentees.pair_id,
    coalesce(employed.spell_no, soon_hired.spell_no) AS spell_no,
    coalesce(employed.day, soon_hired.day) AS day,
    CASE
        WHEN mentees.person_id NOT IN (SELECT person_id FROM spell) THEN 'no_spell'
        WHEN coalesce(employed.day, soon_hired.day) IS NULL THEN 'not_employed'
        WHEN coalesce(employed.day, soon_hired.day) < $data_from THEN 'before_data'
        WHEN coalesce(employed.day, soon_hired.day) >= $as_of THEN 'too_recent'
    END AS left_out
FROM mentees
LEFT JOIN employed ON employed.person_id = mentees.person_id
LEFT JOIN soon_hired ON soon_hired.person_id = mentees.person_id
ORDER BY mentees.person_id
