-- Grain: one row a pair: all that does not depend on the as-of day, with the rules of its program.
WITH
last_held AS (
    SELECT pair.pair_id, max(held_check_in.date) AS last_day
    FROM pair
    JOIN held_check_in ON held_check_in.pair_id = pair.pair_id AND held_check_in.date >= pair.start_date
    GROUP BY pair.pair_id
),
ends AS (
    SELECT
        pair.*,
        CASE
            WHEN end_date IS NOT NULL THEN end_date
            WHEN status IN ('completed', 'ended_early', 'ended') THEN coalesce(
                last_held.last_day,
                CASE WHEN planned_end_date <= (SELECT max(data_day) FROM build_info) THEN planned_end_date END,
                start_date)
        END AS end_day
    FROM pair
    LEFT JOIN last_held USING (pair_id)
),
intervals AS (
    SELECT
        ends.*,
        coalesce(
            CASE WHEN ends.cadence_days >= 1 THEN ends.cadence_days END,
            CASE WHEN program.cadence_days >= 1 THEN program.cadence_days END) AS agreed
    FROM ends
    LEFT JOIN program ON program.program = ends.program
)
SELECT
    intervals.pair_id,
    intervals.program,
    intervals.cohort,
    intervals.mentor_id,
    intervals.mentee_id,
    intervals.start_date,
    intervals.planned_end_date,
    intervals.end_day,
    intervals.status,
    CASE
        WHEN intervals.end_day IS NULL THEN NULL
        WHEN intervals.status = 'completed' THEN 'completed'
        WHEN intervals.status IS DISTINCT FROM 'ended_early'
            AND intervals.end_day - intervals.planned_end_date >= -rules.end_tolerance_days THEN 'completed'
        WHEN intervals.status = 'ended_early'
            OR intervals.end_day - intervals.planned_end_date < -rules.end_tolerance_days THEN 'ended_early'
        ELSE 'ended'
    END AS ended_as,
    intervals.agreed IS NOT NULL AS interval_known,
    coalesce(intervals.agreed, rules.default_cadence_days)::INTEGER AS cadence_days,
    greatest(
        rules.grace_min_days,
        floor(coalesce(intervals.agreed, rules.default_cadence_days) / nullif(rules.grace_divisor, 0)))::INTEGER
        AS grace,
    pair_rows.known_from,
    pair_rows.has_checklist,
    rules.* EXCLUDE (program, default_cadence_days, grace_min_days, grace_divisor, end_tolerance_days)
FROM intervals
JOIN pair_rows USING (pair_id)
JOIN program_rules AS rules ON rules.program IS NOT DISTINCT FROM intervals.program
