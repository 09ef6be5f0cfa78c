-- one row a spell, days counted from 1970-01-01; person_no counts persons by id; null: still employed
SELECT spell.spell_no, dense_rank() OVER (ORDER BY spell.person_id) - 1 AS person_no, spell.person_id,
    spell.hire_date - DATE '1970-01-01' AS hired, spell.exit_date - DATE '1970-01-01' AS exited,
    CASE spell.exit_reason WHEN 'voluntary' THEN 0 WHEN 'involuntary' THEN 1 WHEN 'other' THEN 2 ELSE 3 END AS reason,
    mentee.first_start - DATE '1970-01-01' AS first_start,
    coalesce(mentee.in_scope, false) AS in_scope, coalesce(mentee.ever_in_scope, false) AS ever_in_scope
FROM spell
LEFT JOIN mentee ON mentee.person_id = spell.person_id
ORDER BY spell.spell_no
