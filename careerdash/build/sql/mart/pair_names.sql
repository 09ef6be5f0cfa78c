-- Grain: one row a pair: its people's names to show and to sort by, and one text to search in, without case or accents.
-- The same folding of letters stands in metrics/queries/folded.sql, for what is searched.
WITH
emails AS (
    SELECT person_id, string_agg(alternate_emails, ' ' ORDER BY alternate_emails) AS alternate_emails
    FROM person
    WHERE alternate_emails IS NOT NULL
    GROUP BY person_id
),
old_ids AS (  -- a pair is found by any id that it ever had
    SELECT id AS pair_id, string_agg(old_id, ' ' ORDER BY old_id) AS ids
    FROM identity
    WHERE kind = 'pair' AND old_id <> id
    GROUP BY id
),
named AS (
    SELECT
        pair.pair_id,
        coalesce(mentor.name, pair.mentor_id) AS mentor_name,
        coalesce(mentee.name, pair.mentee_id) AS mentee_name,
        old_ids.ids AS old_ids,
        concat_ws(' ', mentor.name, pair.mentor_id, mentor.email, mentor_emails.alternate_emails) AS mentor_words,
        concat_ws(' ', mentee.name, pair.mentee_id, mentee.email, mentee_emails.alternate_emails) AS mentee_words
    FROM pair
    LEFT JOIN old_ids ON old_ids.pair_id = pair.pair_id
    LEFT JOIN people AS mentor ON mentor.person_id = pair.mentor_id
    LEFT JOIN people AS mentee ON mentee.person_id = pair.mentee_id
    LEFT JOIN emails AS mentor_emails ON mentor_emails.person_id = pair.mentor_id
    LEFT JOIN emails AS mentee_emails ON mentee_emails.person_id = pair.mentee_id
)
SELECT
    pair_id, mentor_name, mentee_name,
    replace(translate(lower(strip_accents(mentor_name)), 'øłđı', 'oldi'), 'ß', 'ss') AS mentor_folded,
    replace(translate(lower(strip_accents(mentee_name)), 'øłđı', 'oldi'), 'ß', 'ss') AS mentee_folded,
    replace(translate(lower(strip_accents(
        concat_ws(' ', pair_id, old_ids, mentor_words, mentee_words))), 'øłđı', 'oldi'), 'ß', 'ss') AS search_text
FROM named
ORDER BY pair_id
