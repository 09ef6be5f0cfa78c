-- Grain: one row a Sunday and cell (program, cohort, department; null: not split by it): change of the two counts.
WITH
sundays AS (
    SELECT
        coalesce(program, '-') AS program, coalesce(cohort, '-') AS cohort, coalesce(department, '-') AS department,
        from_day + (7 - isodow(from_day))::INTEGER AS from_week,
        to_day + (7 - isodow(to_day))::INTEGER AS to_week,
        numerator, denominator
    FROM cadence_window
),
changes AS (
    SELECT program, cohort, department, from_week AS week, numerator, denominator
    FROM sundays WHERE from_week < to_week
    UNION ALL
    SELECT program, cohort, department, to_week, -numerator, -denominator
    FROM sundays WHERE from_week < to_week AND to_week < DATE '9999-01-01'
),
cells AS (
    SELECT program, cohort, department, week, sum(numerator) AS numerator, sum(denominator) AS denominator
    FROM changes
    GROUP BY program, cohort, department, week
)
SELECT
    (7 - grouping(program, cohort, department))::TINYINT AS level,
    program, cohort, department, week,
    sum(numerator)::BIGINT AS numerator, sum(denominator)::BIGINT AS denominator
FROM cells
GROUP BY week, CUBE (program, cohort, department)
HAVING sum(numerator) <> 0 OR sum(denominator) <> 0
ORDER BY level, program, cohort, department, week
