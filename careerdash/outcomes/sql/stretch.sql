-- one row a stretch of days [from_day, to_day) of a spell with one department, level and tenure band
WITH change AS (
    SELECT spell.spell_no, job_change.change_date AS day,
        max(nullif(job_change.old_level, '')) AS old_level, max(nullif(job_change.new_level, '')) AS new_level
    FROM job_change
    JOIN spell ON spell.person_id = job_change.person_id AND job_change.change_date >= spell.hire_date
        AND job_change.change_date <= coalesce(spell.exit_date, $as_of)
    WHERE job_change.change_date <= $as_of
    GROUP BY spell.spell_no, job_change.change_date
),
part AS (
    SELECT spell_no, hire_date AS day,
        {'department': last(department ORDER BY place), 'level': last(level ORDER BY place)} AS row
    FROM person_row
    GROUP BY spell_no, hire_date
),
edge AS (
    SELECT spell_no, day, any_value(row) AS row, any_value(old_level) AS old_level, any_value(new_level) AS new_level
    FROM (
        SELECT spell_no, day, row, NULL AS old_level, NULL AS new_level FROM part
        UNION ALL
        SELECT spell_no, day, NULL, old_level, new_level FROM change
        UNION ALL
        SELECT spell_no, hire_date + band.start, NULL, NULL, NULL
        FROM spell
        CROSS JOIN (SELECT unnest([0, 90, 365, 730, 1825]) AS start) AS band
    )
    GROUP BY spell_no, day
),
described AS (
    SELECT edge.spell_no, edge.day, edge.day - spell.hire_date AS tenure,
        coalesce(spell.exit_date, $as_of + 1) AS until, lead(edge.day) OVER by_day AS next_day,
        last_value(edge.row IGNORE NULLS) OVER so_far AS row,
        last_value(edge.new_level IGNORE NULLS) OVER so_far AS made,
        first_value(edge.old_level IGNORE NULLS) OVER to_come AS coming
    FROM edge
    JOIN spell ON spell.spell_no = edge.spell_no
    WINDOW by_day AS (PARTITION BY edge.spell_no ORDER BY edge.day),
        so_far AS (PARTITION BY edge.spell_no ORDER BY edge.day ROWS UNBOUNDED PRECEDING),
        to_come AS (
            PARTITION BY edge.spell_no ORDER BY edge.day ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
inside AS (
    SELECT spell_no, day AS from_day, least(coalesce(next_day, until), until) AS to_day,
        row.department AS department, coalesce(made, coming, row.level) AS level,
        CASE WHEN tenure < 90 THEN 0 WHEN tenure < 365 THEN 1 WHEN tenure < 730 THEN 2 WHEN tenure < 1825 THEN 3
            ELSE 4 END AS band
    FROM described
    WHERE day < until
)
SELECT spell_no, from_day, to_day, department, level, band,
    dense_rank() OVER (ORDER BY department, level, band) - 1 AS cell,
    dense_rank() OVER (ORDER BY department, level) - 1 AS stratum
FROM inside
ORDER BY spell_no, from_day
