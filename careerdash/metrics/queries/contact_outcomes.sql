-- Grain: one row a kind ('contacted', 'not contacted'): spells without a meeting as agreed, and how many ended in one.
WITH
known AS (SELECT least($as_of, max(data_day)) AS until FROM build_info),
contacts AS (
    SELECT DISTINCT pair_id, day
    FROM (SELECT unnest($contact_pairs::VARCHAR[]) AS pair_id, unnest($contact_days::DATE[]) AS day)
),
lives AS (  -- active, in a program that has check-ins
    SELECT
        *,
        greatest(start_date, program_first_check_in) AS from_day,
        coalesce(end_day, DATE '9999-12-31') AS to_day
    FROM pair_base
    WHERE status IS DISTINCT FROM 'paused' AND program_first_check_in IS NOT NULL
),
firsts AS (SELECT pair_id, date AS first_met FROM check_in_facts WHERE meeting_no = 1),
stretches AS (  -- days [from_day, to_day) that would be flagged, but for [gap_from, gap_to)
    SELECT  -- late or silent, but while about to end
        lives.pair_id,
        facts.next_date AS next_met,
        greatest(lives.from_day, facts.date + lives.cadence_days + lives.grace + 1) AS from_day,
        least(lives.to_day, coalesce(facts.next_date, DATE '9999-12-31')) AS to_day,
        lives.planned_end_date - lives.ending_days::INTEGER AS gap_from,
        lives.planned_end_date + 1 AS gap_to
    FROM check_in_facts AS facts
    JOIN lives ON lives.pair_id = facts.pair_id
    UNION ALL
    SELECT  -- never met, but while there is not one row about the pair
        lives.pair_id,
        first_met,
        greatest(lives.from_day, start_date + least(cadence_days + grace, new_max_days)::INTEGER + 1),
        least(lives.to_day, coalesce(first_met, DATE '9999-12-31')),
        start_date + no_data_age::INTEGER,
        coalesce(known_from, DATE '9999-12-31')
    FROM lives
    LEFT JOIN firsts USING (pair_id)
),
spells AS (
    SELECT pair_id, next_met, from_day, least(to_day, CASE WHEN gap_from < gap_to THEN gap_from ELSE to_day END) AS to_day
    FROM stretches
    UNION ALL
    SELECT pair_id, next_met, greatest(from_day, gap_to), to_day
    FROM stretches
    WHERE gap_from < gap_to
),
flagged AS (
    SELECT spells.*, from_day + ((8 - isodow(from_day)) % nullif(7, 0))::INTEGER AS monday
    FROM spells
    CROSS JOIN known
    WHERE from_day < to_day AND from_day <= until
),
first_contacts AS (
    SELECT flagged.pair_id, flagged.next_met, min(contacts.day) AS day
    FROM flagged
    JOIN contacts ON contacts.pair_id = flagged.pair_id AND contacts.day >= from_day AND contacts.day < to_day
    GROUP BY flagged.pair_id, flagged.next_met, flagged.from_day
),
cases AS (
    SELECT 'contacted' AS kind, pair_id, day, next_met FROM first_contacts
    UNION ALL
    SELECT 'not contacted', pair_id, monday, next_met
    FROM flagged
    WHERE monday < to_day AND NOT EXISTS (
        SELECT 1 FROM contacts
        WHERE contacts.pair_id = flagged.pair_id AND contacts.day BETWEEN flagged.monday - 28 AND flagged.monday + 14)
)
SELECT
    cases.kind,
    count(*) FILTER (WHERE cases.day + 14 <= until) AS spells,
    count(*) FILTER (WHERE cases.day + 14 <= until AND next_met BETWEEN cases.day + 1 AND cases.day + 14) AS met,
    count(*) FILTER (WHERE cases.day + 14 > until) AS too_soon
FROM cases
CROSS JOIN known
JOIN pair_facts ON pair_facts.pair_id = cases.pair_id AND pair_facts.as_of = $as_of
WHERE cases.day <= until
    AND (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(pair_facts.program, '-')))
    AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(pair_facts.cohort, '-')))
    AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(pair_facts.department, '-')))
GROUP BY cases.kind
ORDER BY cases.kind
