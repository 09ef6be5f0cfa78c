-- one row a mentee who can be compared: the cell in which colleagues are looked for, and the day
SELECT match.spell_no, stretch.cell, match.day - DATE '1970-01-01' AS day
FROM match
JOIN stretch ON stretch.spell_no = match.spell_no AND stretch.from_day <= match.day AND stretch.to_day > match.day
WHERE match.left_out IS NULL
ORDER BY stretch.cell, match.spell_no
