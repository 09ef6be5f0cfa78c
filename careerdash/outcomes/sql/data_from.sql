-- one row a company: the first day of the month of the earliest exit, from which on the data shows who left
SELECT date_trunc('month', min(exit_date))::DATE AS day
FROM person
WHERE exit_date <= $as_of AND (hire_date IS NULL OR hire_date <= $as_of)
