-- one row a mentee who can be compared, in the order of match: what the person was on the day of the match
SELECT match.person_id, stretch.department, stretch.level, stretch.band::INTEGER AS band, match.day
FROM match
LEFT JOIN stretch ON stretch.spell_no = match.spell_no AND stretch.from_day <= match.day AND stretch.to_day > match.day
WHERE match.left_out IS NULL
ORDER BY match.person_id
