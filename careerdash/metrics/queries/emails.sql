-- Grain: one row a person of these ids who has an e-mail address.
SELECT person_id, email
FROM people
WHERE email IS NOT NULL AND person_id IN (SELECT unnest($people::VARCHAR[]))
ORDER BY person_id
