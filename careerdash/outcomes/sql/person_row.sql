-- one row a person row with a hire date, as known on $as_of, with the number of its spell of employment
WITH known AS (
    SELECT person_id, hire_date, nullif(department, '') AS department, nullif(level, '') AS level,
        CASE WHEN exit_date <= $as_of THEN exit_date END AS exit_date,
        CASE WHEN exit_date <= $as_of THEN exit_reason END AS exit_reason
    FROM person
    WHERE hire_date <= $as_of
),
placed AS (
    SELECT *, row_number() OVER of_person AS place, lag(exit_date) OVER of_person AS exit_before
    FROM known
    WINDOW of_person AS (
        PARTITION BY person_id ORDER BY hire_date, exit_date NULLS LAST, department, level, exit_reason)
),
numbered AS (
    -- rows that touch or overlap are one spell: an open row, or a next one that starts by the day after the exit
    SELECT *, sum(CASE WHEN place = 1 OR hire_date > exit_before + 1 THEN 1 ELSE 0 END) OVER (
        PARTITION BY person_id ORDER BY place ROWS UNBOUNDED PRECEDING) AS spell
    FROM placed
)
SELECT dense_rank() OVER (ORDER BY person_id, spell) - 1 AS spell_no, person_id, place,
    hire_date, exit_date, exit_reason, department, level
FROM numbered
ORDER BY spell_no, place
