-- one row a mentee still employed 150 days after the match: what the pair did in its first 90 days
WITH here AS (
    SELECT match.person_id, match.pair_id, match.day + 90 AS until, match.day + 150 AS clock, spell.spell_no
    FROM match
    JOIN spell ON spell.person_id = match.person_id AND spell.hire_date <= match.day + 150
        AND (spell.exit_date IS NULL OR spell.exit_date > match.day + 150)
    WHERE match.left_out IS NULL AND match.day + 150 < $as_of
),
met AS (
    SELECT here.person_id, count(*) AS value
    FROM here
    JOIN check_in ON check_in.pair_id = here.pair_id AND check_in.date <= here.until
    WHERE check_in.status = 'held'
        OR (check_in.status IS NULL AND check_in.date <= coalesce(check_in.row_data_day, $as_of))
    GROUP BY here.person_id
),
reached AS (
    SELECT here.person_id, count(*) FILTER (
            WHERE milestone.completed_date <= here.until
                OR (milestone.completed_date IS NULL AND milestone.status = 'done')) / nullif(count(*), 0) AS value
    FROM here
    JOIN milestone ON milestone.pair_id = here.pair_id
    WHERE milestone.status IS DISTINCT FROM 'dropped'
    GROUP BY here.person_id
),
ticked AS (
    SELECT here.person_id, count(DISTINCT checklist.item) AS value
    FROM here
    JOIN checklist ON checklist.pair_id = here.pair_id
    WHERE checklist.done AND coalesce(checklist.done_date <= here.until, true)
    GROUP BY here.person_id
)
SELECT here.spell_no, here.clock - DATE '1970-01-01' AS clock, coalesce(met.value, 0)::DOUBLE AS check_ins,
    reached.value AS milestones, coalesce(ticked.value, 0)::DOUBLE AS checklist
FROM here
LEFT JOIN met ON met.person_id = here.person_id
LEFT JOIN reached ON reached.person_id = here.person_id
LEFT JOIN ticked ON ticked.person_id = here.person_id
ORDER BY here.spell_no
