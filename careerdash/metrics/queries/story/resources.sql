-- Grain: one row a supporter or resource that the pair was connected to by the day.
SELECT
    coalesce(people.name, resource.name) AS name, resource.kind, resource.connected_date, spans.department
FROM resource
LEFT JOIN people ON people.person_id = resource.person_id
LEFT JOIN person_span AS spans ON spans.person_id = resource.person_id
    AND spans.from_day <= $as_of AND (spans.to_day IS NULL OR spans.to_day > $as_of)
WHERE resource.pair_id = $pair_id AND (resource.connected_date IS NULL OR resource.connected_date <= $as_of)
ORDER BY resource.connected_date NULLS FIRST, resource.name
