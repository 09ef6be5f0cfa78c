-- one row a stretch of days [from_day, to_day) on which somebody can be drawn, days counted from 1970-01-01
SELECT stretch.spell_no, stretch.cell, stretch.from_day - DATE '1970-01-01' AS from_day,
    least(stretch.to_day, coalesce(mentee.first_start, stretch.to_day)) - DATE '1970-01-01' AS to_day
FROM stretch
JOIN spell ON spell.spell_no = stretch.spell_no
LEFT JOIN mentee ON mentee.person_id = spell.person_id
WHERE coalesce(mentee.first_start > stretch.from_day, true)
ORDER BY stretch.cell, stretch.spell_no, stretch.from_day
