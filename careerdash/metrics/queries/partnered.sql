-- Grain: one row a person of those asked about who is in an open or planned pair on that side: their place.
WITH
asked AS (
    SELECT
        generate_subscripts($sides::VARCHAR[], 1) AS place,
        unnest($sides::VARCHAR[]) AS side,
        unnest($ids::VARCHAR[]) AS person_id,
        unnest($emails::VARCHAR[]) AS email,
        unnest($names::VARCHAR[]) AS name,
        unnest($programs::VARCHAR[]) AS program
),
known AS (
    SELECT asked.place, asked.side, asked.program, identity.id AS person_id
    FROM asked JOIN identity ON identity.kind = 'person' AND identity.old_id = asked.person_id
    UNION
    SELECT asked.place, asked.side, asked.program, people.person_id
    FROM asked JOIN people ON people.person_id = asked.person_id
        OR (asked.person_id = '' AND lower(people.email) = lower(asked.email) AND asked.email <> '')
        OR (asked.person_id = '' AND asked.email = '' AND lower(people.name) = lower(asked.name))
)
SELECT DISTINCT known.place
FROM known
JOIN pair_facts AS facts
    ON known.person_id = CASE known.side WHEN 'mentor' THEN facts.mentor_id ELSE facts.mentee_id END
WHERE facts.as_of = $as_of AND NOT facts.is_ended
    AND (known.program = '' OR facts.program IS NULL OR facts.program = known.program)
ORDER BY known.place
