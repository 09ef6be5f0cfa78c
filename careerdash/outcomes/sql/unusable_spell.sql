-- one row a spell of employment that ends on its first day or before it
SELECT spell_no, any_value(person_id) AS person_id, min(hire_date) AS hire_date,
    last(exit_date ORDER BY place) AS exit_date
FROM person_row
GROUP BY spell_no
HAVING last(exit_date ORDER BY place) <= min(hire_date)
ORDER BY person_id, hire_date
