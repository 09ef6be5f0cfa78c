-- Grain: one row a day, cell (program, cohort, department; null: not split by it), metric, part and bucket.
SELECT
    as_of,
    (7 - grouping(program, cohort, department))::TINYINT AS level,
    program, cohort, department, metric, part, bucket, sum(n)::BIGINT AS n
FROM (
    SELECT
        as_of,
        coalesce(program, '-') AS program, coalesce(cohort, '-') AS cohort, coalesce(department, '-') AS department,
        metric, part, bucket, n
    FROM count_row
    WHERE n <> 0
)
GROUP BY as_of, metric, part, bucket, CUBE (program, cohort, department)
ORDER BY as_of, level, program, cohort, department, metric, part, bucket
