-- one row a promotion by $as_of; person_no counts persons with a spell by id, null for others
WITH numbered AS (
    SELECT person_id, dense_rank() OVER (ORDER BY person_id) - 1 AS person_no FROM (SELECT DISTINCT person_id FROM spell)
)
SELECT numbered.person_no, job_change.change_date - DATE '1970-01-01' AS day
FROM job_change
LEFT JOIN numbered ON numbered.person_id = job_change.person_id
WHERE job_change.kind = 'promotion' AND job_change.change_date <= $as_of
ORDER BY numbered.person_no, day
