-- one row a mentee with a colleague: the spells of the first five colleagues in the order of the digests
WITH mentees AS (
    SELECT match.person_id, match.spell_no, match.day, stretch.cell,
        concat($seed::BIGINT, '|', match.person_id, '|') AS opening
    FROM match
    JOIN stretch ON stretch.spell_no = match.spell_no AND stretch.from_day <= match.day AND stretch.to_day > match.day
    WHERE match.left_out IS NULL
),
free AS (
    -- days on which somebody can be drawn: until the first start as a mentee
    SELECT spell.person_id, stretch.spell_no, stretch.cell, stretch.from_day,
        least(stretch.to_day, coalesce(mentee.first_start, stretch.to_day)) AS to_day
    FROM stretch
    JOIN spell ON spell.spell_no = stretch.spell_no
    LEFT JOIN mentee ON mentee.person_id = spell.person_id
    WHERE coalesce(mentee.first_start > stretch.from_day, true)
)
SELECT mentees.spell_no,
    arg_min(free.spell_no, md5(concat(mentees.opening, free.person_id)), 5) AS colleagues
FROM mentees
JOIN free ON free.cell = mentees.cell AND free.from_day <= mentees.day AND free.to_day > mentees.day
    AND free.person_id <> mentees.person_id
GROUP BY mentees.spell_no
ORDER BY mentees.spell_no
