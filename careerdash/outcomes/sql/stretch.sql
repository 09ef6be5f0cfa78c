-- one row a stretch of days [from_day, to_day) of a spell with one department, level and tenure band
WITH change AS (
    SELECT spell.spell_no, job_change.change_date,
        max(nullif(job_change.old_level, '')) AS old_level, max(nullif(job_change.new_level, '')) AS new_level
    FROM job_change
    JOIN spell ON spell.person_id = job_change.person_id AND job_change.change_date >= spell.hire_date
        AND job_change.change_date <= coalesce(spell.exit_date, $as_of)
    WHERE job_change.change_date <= $as_of
    GROUP BY spell.spell_no, job_change.change_date
),
part AS (
    SELECT spell_no, hire_date, last(department ORDER BY place) AS department, last(level ORDER BY place) AS level
    FROM person_row
    GROUP BY spell_no, hire_date
),
edge AS (
    SELECT spell_no, hire_date AS day FROM part
    UNION
    SELECT spell_no, change_date FROM change
    UNION
    SELECT spell_no, hire_date + band.start
    FROM spell
    CROSS JOIN (SELECT unnest([0, 90, 365, 730, 1825]) AS start) AS band
),
inside AS (
    SELECT edge.spell_no, edge.day, edge.day - spell.hire_date AS tenure,
        coalesce(spell.exit_date, $as_of + 1) AS until
    FROM edge
    JOIN spell ON spell.spell_no = edge.spell_no
    WHERE edge.day < coalesce(spell.exit_date, $as_of + 1)
),
described AS (
    SELECT inside.spell_no, inside.day,
        CASE WHEN tenure < 90 THEN 0 WHEN tenure < 365 THEN 1 WHEN tenure < 730 THEN 2 WHEN tenure < 1825 THEN 3
            ELSE 4 END AS band,
        coalesce(lead(inside.day) OVER (PARTITION BY inside.spell_no ORDER BY inside.day), inside.until) AS to_day,
        part.department, coalesce(made.new_level, coming.old_level, part.level) AS level
    FROM inside
    ASOF LEFT JOIN part ON part.spell_no = inside.spell_no AND part.hire_date <= inside.day
    ASOF LEFT JOIN (SELECT * FROM change WHERE new_level IS NOT NULL) AS made
        ON made.spell_no = inside.spell_no AND made.change_date <= inside.day
    ASOF LEFT JOIN (SELECT * FROM change WHERE old_level IS NOT NULL) AS coming
        ON coming.spell_no = inside.spell_no AND coming.change_date > inside.day
)
SELECT spell_no, day AS from_day, to_day, department, level, band,
    dense_rank() OVER (ORDER BY department, level, band) - 1 AS cell,
    dense_rank() OVER (ORDER BY department, level) - 1 AS stratum
FROM described
ORDER BY spell_no, from_day
