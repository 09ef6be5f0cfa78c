-- Grain: one row: what the pair is on the day, with its people's names and addresses.
SELECT
    facts.*,
    coalesce(mentor.name, facts.mentor_id) AS mentor_name, mentor.email AS mentor_email,
    coalesce(mentee.name, facts.mentee_id) AS mentee_name, mentee.email AS mentee_email,
    mentor_span.department AS mentor_department, mentee_span.location AS site,
    CASE WHEN facts.is_ended THEN pair.end_reason END AS end_reason,
    coalesce(
        (SELECT list(DISTINCT old_id ORDER BY old_id) FROM identity WHERE kind = 'pair' AND id = $pair_id),
        [facts.pair_id]) AS ids
FROM pair_facts AS facts
JOIN pair USING (pair_id)
LEFT JOIN people AS mentor ON mentor.person_id = facts.mentor_id
LEFT JOIN people AS mentee ON mentee.person_id = facts.mentee_id
LEFT JOIN person_span AS mentor_span ON mentor_span.person_id = facts.mentor_id
    AND mentor_span.from_day <= $as_of AND (mentor_span.to_day IS NULL OR mentor_span.to_day > $as_of)
LEFT JOIN person_span AS mentee_span ON mentee_span.person_id = facts.mentee_id
    AND mentee_span.from_day <= $as_of AND (mentee_span.to_day IS NULL OR mentee_span.to_day > $as_of)
WHERE facts.as_of = $as_of AND facts.pair_id = $pair_id
LIMIT 1
