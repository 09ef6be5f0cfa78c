-- Grain: one row a pair of `pair_then` (pair_at.sql of one day), with its place in the work list, in that order.
-- attention_list: 'call', or 'records' where no reason asks for more than putting the records right.
WITH
listed AS (  -- the work list: by first reason, days over its limit, number of reasons
    SELECT
        as_of,
        pair_id,
        CASE WHEN list_has_all(['past_planned_end', 'no_data', 'ticked_no_evidence'], reasons) THEN 'records'
            ELSE 'call' END AS attention_list,
        (row_number() OVER (
            PARTITION BY as_of ORDER BY reason_place, waits, days_over DESC, reason_count DESC, pair_id
        ))::INTEGER AS attention_place
    FROM (
        SELECT
            as_of, pair_id, reasons, len(reasons) AS reason_count,
            list_position(['person_left', 'past_planned_end', 'no_data', 'never_met', 'silent', 'late',
                'milestones_overdue', 'no_goals', 'low_satisfaction', 'sides_disagree', 'ticked_no_evidence'],
                reasons[1]) AS reason_place,
            reasons[1] IN ('never_met', 'silent', 'late') AND next_planned IS NOT NULL AS waits,
            CASE reasons[1]
                WHEN 'person_left' THEN as_of - least(mentor_exit_date, mentee_exit_date)
                WHEN 'past_planned_end' THEN as_of - planned_end_date
                WHEN 'no_data' THEN age - no_data_age
                WHEN 'never_met' THEN age - least(cadence_days + grace, new_max_days)
                WHEN 'silent' THEN days_since - 2 * cadence_days - grace
                WHEN 'late' THEN days_since - cadence_days - grace
                WHEN 'milestones_overdue' THEN oldest_overdue_days - overdue_days
                WHEN 'no_goals' THEN age - due_age_2
                ELSE 0
            END AS days_over
        FROM pair_then
        WHERE len(reasons) > 0
    )
)
SELECT pair_then.*, listed.attention_list, listed.attention_place
FROM pair_then
LEFT JOIN listed USING (as_of, pair_id)
ORDER BY as_of, attention_place NULLS LAST, pair_id
