-- Grain: one row a check-in of the pair by the day; `gap` in days stands on the first one of a meeting day.
WITH
placed AS (
    SELECT
        check_in.*,
        check_in.status = 'held' OR (check_in.status IS NULL AND date <= row_data_day) AS held,
        coalesce(check_in.status = 'held' OR (check_in.status IS NULL AND date <= row_data_day), false)
            AND date >= base.start_date AND (base.end_day IS NULL OR date <= base.end_day) AS counts
    FROM check_in
    JOIN pair_base AS base USING (pair_id)
    WHERE check_in.pair_id = $pair_id AND check_in.date <= $as_of
),
numbered AS (
    SELECT *, row_number() OVER (PARTITION BY date, counts ORDER BY check_in_id) AS place_of_day FROM placed
)
SELECT
    numbered.date, CASE WHEN held THEN 'held' ELSE numbered.status END AS status,
    numbered.minutes, numbered.mode, numbered.evidence,
    numbered.covered_progress, numbered.covered_challenges, numbered.covered_adjustments,
    numbered.has_record, numbered.notes, numbered.counts,
    CASE WHEN numbered.counts AND numbered.place_of_day = 1 THEN facts.gap END AS gap
FROM numbered
LEFT JOIN check_in_facts AS facts ON facts.pair_id = numbered.pair_id AND facts.date = numbered.date
ORDER BY numbered.date, numbered.check_in_id
