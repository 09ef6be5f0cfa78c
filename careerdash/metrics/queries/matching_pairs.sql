-- Grain: one row of pair_facts whose people match: a mentor's name, a site of the mentee, a word found anywhere.
WITH
mentors AS (
    SELECT person_id FROM people WHERE contains(lower(name), $mentor)
),
found AS (
    SELECT person_id FROM people WHERE contains(lower(name), $search)
),
renamed AS (  -- a pair is found by any id that it ever had
    SELECT id FROM identity WHERE kind = 'pair' AND contains(lower(old_id), $search)
),
sites AS (  -- where people work by their latest spell on the day
    SELECT person_id
    FROM person
    WHERE hire_date IS NULL OR hire_date <= $as_of
    GROUP BY person_id
    HAVING list_contains($site::VARCHAR[],
        coalesce(arg_max(coalesce(location, '-'), coalesce(hire_date, DATE '0001-01-01')), '-'))
)
SELECT *
FROM pair_facts
WHERE as_of = $as_of
    AND ($mentor = '' OR mentor_id IN (FROM mentors) OR contains(lower(mentor_id), $mentor))
    AND (len($site::VARCHAR[]) = 0 OR mentee_id IN (FROM sites))
    AND (
        $search = '' OR contains(lower(pair_id), $search) OR pair_id IN (FROM renamed)
        OR mentor_id IN (FROM found) OR mentee_id IN (FROM found)
        OR contains(lower(mentor_id), $search) OR contains(lower(mentee_id), $search))
