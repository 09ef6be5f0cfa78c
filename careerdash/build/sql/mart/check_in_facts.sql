-- Grain: one row a pair and meeting day that counts; "so far" includes the day itself.
WITH
days AS (
    SELECT
        pair_id,
        date,
        count(*) AS check_ins,
        count(has_record) AS records_known,
        count(*) FILTER (WHERE has_record) AS records_kept
    FROM placed_check_in
    WHERE place = 'counts'
    GROUP BY pair_id, date
),
gaps AS (
    SELECT
        days.*,
        row_number() OVER same_pair AS meeting_no,
        lag(date) OVER same_pair AS previous_date,
        lead(date) OVER same_pair AS next_date,
        sum(check_ins) OVER same_pair AS check_ins_so_far,
        sum(records_known) OVER same_pair AS records_known_so_far,
        sum(records_kept) OVER same_pair AS records_kept_so_far
    FROM days
    WINDOW same_pair AS (PARTITION BY pair_id ORDER BY date)
)
SELECT
    gaps.pair_id,
    gaps.date,
    pair_base.program,
    pair_base.cohort,
    pair_base.mentee_id,
    gaps.check_ins::INTEGER AS check_ins,
    gaps.meeting_no::INTEGER AS meeting_no,
    gaps.previous_date,
    gaps.next_date,
    (gaps.date - gaps.previous_date)::INTEGER AS gap,
    gaps.date + pair_base.cadence_days + pair_base.grace AS covered_to,
    sum(least(gaps.date - coalesce(gaps.previous_date, pair_base.start_date), pair_base.cadence_days)) OVER (
        PARTITION BY gaps.pair_id ORDER BY gaps.date)::INTEGER AS covered_days_so_far,
    gaps.check_ins_so_far::INTEGER AS check_ins_so_far,
    gaps.records_known_so_far::INTEGER AS records_known_so_far,
    gaps.records_kept_so_far::INTEGER AS records_kept_so_far
FROM gaps
JOIN pair_base USING (pair_id)
ORDER BY gaps.pair_id, gaps.date
