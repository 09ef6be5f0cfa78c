-- Grain: one row a day and cell, metric and part. Do active pairs have another resource, of which kind, from elsewhere?
WITH
asked AS (SELECT DISTINCT as_of FROM pair_facts),
people_then AS (
    SELECT asked.as_of, spans.person_id, spans.department
    FROM person_span AS spans, asked
    WHERE spans.from_day <= asked.as_of AND (spans.to_day IS NULL OR spans.to_day > asked.as_of)
),
connected AS (
    SELECT
        pairs.as_of, pairs.program, pairs.cohort, pairs.department, pairs.pair_id,
        coalesce(resource.kind, 'unknown') AS kind,
        people_then.department AS resource_department
    FROM resource
    JOIN pair_facts AS pairs USING (pair_id)
    LEFT JOIN people_then ON people_then.person_id = resource.person_id AND people_then.as_of = pairs.as_of
    WHERE pairs.is_active AND (resource.connected_date IS NULL OR resource.connected_date <= pairs.as_of)
)
SELECT
    as_of, program, cohort, department, 'network_share' AS metric,
    unnest(CASE
        WHEN NOT has_resource_data THEN ['no_resource_data']
        WHEN resources > 0 THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END) AS part,
    0 AS bucket, 1 AS n
FROM pair_facts
WHERE is_active
UNION ALL
SELECT
    as_of, program, cohort, department, 'network_reach',
    unnest(CASE
        WHEN department IS NULL OR resource_department IS NULL THEN ['department_unknown']
        WHEN department <> resource_department THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END),
    0, 1
FROM connected
UNION ALL
SELECT as_of, program, cohort, department, 'network_kinds', kind, 0, count(DISTINCT pair_id) FROM connected GROUP BY ALL
