-- one row a mentee with a colleague: the spells of the first five colleagues in the order of the digests
WITH mentees AS (
    SELECT match.person_id, match.spell_no, match.day, stretch.cell, concat($seed::BIGINT, '|', match.person_id, '|') AS opening
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
),
digested AS (
    SELECT mentees.spell_no, free.spell_no AS colleague,
        md5_number_upper(concat(mentees.opening, free.person_id)) AS digest
    FROM mentees
    JOIN free ON free.cell = mentees.cell AND free.from_day <= mentees.day AND free.to_day > mentees.day
        AND free.person_id <> mentees.person_id
),
halves AS (
    -- the number holds the first 16 hex digits with its bytes turned round: three swaps turn them back
    SELECT spell_no, colleague,
        ((digest & 71777214294589695::UBIGINT) << 8) | ((digest >> 8) & 71777214294589695::UBIGINT) AS digest
    FROM digested
),
quarters AS (
    SELECT spell_no, colleague,
        ((digest & 281470681808895::UBIGINT) << 16) | ((digest >> 16) & 281470681808895::UBIGINT) AS digest
    FROM halves
),
ordered AS (
    SELECT spell_no, colleague, ((digest & 4294967295::UBIGINT) << 32) | (digest >> 32) AS place
    FROM quarters
)
SELECT spell_no, arg_min(colleague, place, 5) AS colleagues
FROM ordered
GROUP BY spell_no
ORDER BY spell_no
