-- Grain: one row a person and time in which one spell is the latest: from_day <= D < to_day (null: until now).
SELECT
    person_id,
    department,
    level,
    location,
    exit_date,
    coalesce(hire_date, DATE '0001-01-01') AS from_day,
    lead(hire_date) OVER (
        PARTITION BY person_id ORDER BY hire_date NULLS FIRST, exit_date NULLS LAST, department, source_row
    ) AS to_day
FROM person
