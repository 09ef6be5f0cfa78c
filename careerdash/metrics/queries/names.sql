-- Grain: one row a person of these ids who has a name.
SELECT person_id, name
FROM people
WHERE name IS NOT NULL AND person_id IN (SELECT unnest($people::VARCHAR[]))
ORDER BY person_id
