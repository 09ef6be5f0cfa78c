-- Grain: one row a day and cell and gap in days. How long do started pairs wait between two meeting days?
SELECT
    pairs.as_of, pairs.program, pairs.cohort, pairs.department, 'gaps' AS metric, 'days' AS part, facts.gap AS bucket,
    count(*) AS n
FROM check_in_facts AS facts
JOIN pair_facts AS pairs USING (pair_id)
WHERE facts.date <= pairs.as_of AND facts.gap IS NOT NULL AND pairs.is_started
GROUP BY ALL
