-- Grain: one row a day and cell, metric and part. What did check-ins cover, who says that they happened, are records kept?
WITH
placed AS (
    SELECT
        pairs.as_of, pairs.program, pairs.cohort, pairs.department, facts.place,
        coalesce(facts.evidence, 'unknown') AS evidence,
        coalesce(facts.covered_progress, facts.covered_challenges, facts.covered_adjustments) IS NOT NULL AS known,
        coalesce(facts.covered_progress, false) AS progress,
        coalesce(facts.covered_challenges, false) AS challenges,
        coalesce(facts.covered_adjustments, false) AS adjustments,
        facts.has_record
    FROM placed_check_in AS facts
    JOIN pair_facts AS pairs USING (pair_id)
    WHERE facts.date <= pairs.as_of AND pairs.is_started
),
kinds AS (
    SELECT
        as_of, program, cohort, department, place, evidence, known, progress, challenges, adjustments, has_record,
        count(*) AS n
    FROM placed
    GROUP BY ALL
),
questions AS (SELECT unnest(['agenda_progress', 'agenda_challenges', 'agenda_adjustments', 'agenda_all_three']) AS key),
agenda AS (
    SELECT
        kinds.*, key,
        CASE key
            WHEN 'agenda_progress' THEN progress
            WHEN 'agenda_challenges' THEN challenges
            WHEN 'agenda_adjustments' THEN adjustments
            ELSE progress AND challenges AND adjustments
        END AS covered
    FROM kinds, questions
)
SELECT
    as_of, program, cohort, department, key AS metric,
    unnest(CASE
        WHEN place <> 'counts' THEN [place]
        WHEN NOT known THEN ['agenda_unknown']
        WHEN covered THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END) AS part,
    0 AS bucket, n
FROM agenda
UNION ALL
SELECT
    as_of, program, cohort, department, 'record_share',
    unnest(CASE
        WHEN place <> 'counts' THEN [place]
        WHEN has_record IS NULL THEN ['record_unknown']
        WHEN has_record THEN ['numerator', 'denominator']
        ELSE ['denominator']
    END),
    0, n
FROM kinds
UNION ALL
SELECT as_of, program, cohort, department, 'evidence_mix', evidence, 0, n FROM kinds WHERE place = 'counts'
