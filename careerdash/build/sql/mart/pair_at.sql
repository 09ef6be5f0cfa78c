-- Grain: one row a day of $days and a pair: what it is on that day. Bit i-1 of a mask stands for checklist item i.
WITH
asked AS (SELECT unnest($days::DATE[]) AS as_of),
meetings AS (  -- the last meeting day by then, with the sums up to it
    SELECT asked.as_of, near.*
    FROM (
        SELECT * FROM check_in_facts
        WHERE date <= list_max($days::DATE[]) AND (next_date IS NULL OR next_date > list_min($days::DATE[]))
    ) AS near
    JOIN asked ON near.date <= asked.as_of AND (near.next_date IS NULL OR near.next_date > asked.as_of)
),
planned_meetings AS (
    SELECT as_of, pair_id, min(date) AS next_planned
    FROM scheduled_check_in, asked
    WHERE date > as_of
    GROUP BY as_of, pair_id
),
milestones AS (
    SELECT
        as_of,
        pair_id,
        count(*) FILTER (WHERE dropped) AS milestones_dropped,
        count(*) FILTER (WHERE is_done) AS milestones_done,
        count(*) FILTER (WHERE is_open) AS milestones_open,
        count(*) FILTER (WHERE is_open AND due_date < as_of) AS milestones_overdue,
        max(as_of - due_date) FILTER (WHERE is_open AND due_date < as_of) AS oldest_overdue_days,
        count(*) FILTER (WHERE NOT dropped AND moved_days <> 0) AS milestones_moved,
        count(*) FILTER (WHERE NOT dropped AND due_date IS NOT NULL) AS milestones_dated
    FROM (
        SELECT
            *,
            NOT dropped AND coalesce(done_from <= as_of, false) AS is_done,
            NOT dropped AND NOT coalesce(done_from <= as_of, false) AS is_open
        FROM milestone_base, asked
    )
    GROUP BY as_of, pair_id
),
goals AS (
    SELECT
        as_of,
        pair_id,
        count(*) AS goals,
        count(framework) AS goals_with_framework,
        bool_or(moved OR coalesce(revised_date <= as_of, false)) AS goals_adjusted
    FROM goal_base, asked
    WHERE counts_from <= as_of
    GROUP BY as_of, pair_id
),
resources AS (
    SELECT as_of, pair_id, count(*) AS resources
    FROM resource, asked
    WHERE connected_date IS NULL OR connected_date <= as_of
    GROUP BY as_of, pair_id
),
visions AS (
    SELECT
        as_of,
        pair_id,
        bool_or(CASE WHEN statement_date IS NULL THEN coalesce(on_file, false) ELSE statement_date <= as_of END)
            AS vision_stated,
        min(statement_date) AS statement_date
    FROM vision, asked
    GROUP BY as_of, pair_id
),
recognitions AS (
    SELECT as_of, pair_id, true AS recognised
    FROM recognition, asked
    WHERE date <= as_of
    GROUP BY as_of, pair_id
),
ticks AS (
    SELECT as_of, pair_id, bit_or(1 << (item - 1)) AS ticked_mask
    FROM checklist, asked
    WHERE done AND (done_date IS NULL OR done_date <= as_of)
    GROUP BY as_of, pair_id
),
dated_answers AS (  -- day and answer in one number, day first; 15 less the answer, so that on a tie the lower wins
    SELECT
        as_of, pair_id, respondent,
        ((coalesce(date, DATE '0001-01-01') - DATE '0001-01-01') << 4) + 15 AS day_first,
        satisfaction, recommend, met::INTEGER AS met
    FROM feedback, asked
    WHERE date IS NULL OR date <= as_of
),
answers AS (
    SELECT
        as_of,
        pair_id,
        max(day_first - satisfaction) FILTER (WHERE respondent = 'mentee') AS satisfaction_mentee_key,
        max(day_first - satisfaction) FILTER (WHERE respondent = 'mentor') AS satisfaction_mentor_key,
        max(day_first - recommend) FILTER (WHERE respondent = 'mentee') AS recommend_mentee_key,
        max(day_first - recommend) FILTER (WHERE respondent = 'mentor') AS recommend_mentor_key,
        max(day_first - met) FILTER (WHERE respondent = 'mentee') AS met_mentee_key,
        max(day_first - met) FILTER (WHERE respondent = 'mentor') AS met_mentor_key
    FROM dated_answers
    GROUP BY as_of, pair_id
),
latest_answers AS (  -- an answer without a day has no day here either
    SELECT
        as_of, pair_id,
        15 - (satisfaction_mentee_key & 15) AS satisfaction_mentee,
        15 - (satisfaction_mentor_key & 15) AS satisfaction_mentor,
        15 - (recommend_mentee_key & 15) AS recommend_mentee,
        15 - (recommend_mentor_key & 15) AS recommend_mentor,
        15 - (met_mentee_key & 15) = 1 AS met_mentee,
        15 - (met_mentor_key & 15) = 1 AS met_mentor,
        DATE '0001-01-01' + nullif(satisfaction_mentee_key >> 4, 0)::INTEGER AS satisfaction_mentee_day,
        DATE '0001-01-01' + nullif(satisfaction_mentor_key >> 4, 0)::INTEGER AS satisfaction_mentor_day,
        DATE '0001-01-01' + nullif(recommend_mentee_key >> 4, 0)::INTEGER AS recommend_mentee_day,
        DATE '0001-01-01' + nullif(recommend_mentor_key >> 4, 0)::INTEGER AS recommend_mentor_day,
        DATE '0001-01-01' + nullif(met_mentee_key >> 4, 0)::INTEGER AS met_mentee_day,
        DATE '0001-01-01' + nullif(met_mentor_key >> 4, 0)::INTEGER AS met_mentor_day
    FROM answers
),
people_then AS (
    SELECT as_of, person_id, department, exit_date
    FROM person_span, asked
    WHERE from_day <= as_of AND (to_day IS NULL OR to_day > as_of)
),
joined AS (
    SELECT
        base.*,
        mentee.department,
        mentor.exit_date AS mentor_exit_date,
        mentee.exit_date AS mentee_exit_date,
        CASE
            WHEN base.start_date > base.as_of THEN 'planned'
            WHEN base.end_day <= base.as_of THEN base.ended_as
            WHEN base.status = 'paused' THEN 'paused'
            ELSE 'active'
        END AS state,
        base.as_of - base.start_date AS age,
        least(base.as_of, base.end_day) AS until,
        coalesce(base.program_first_check_in <= base.as_of, false) AS has_check_in_data,
        meetings.date AS last_meeting,
        coalesce(meetings.meeting_no, 0) AS meeting_days,
        coalesce(meetings.check_ins_so_far, 0) AS check_ins,
        coalesce(meetings.records_known_so_far, 0) AS records_known,
        coalesce(meetings.records_kept_so_far, 0) AS records_kept,
        coalesce(meetings.covered_days_so_far, 0) AS covered_so_far,
        planned_meetings.next_planned,
        coalesce(milestones_dropped, 0) AS milestones_dropped,
        coalesce(milestones_done, 0) AS milestones_done,
        coalesce(milestones_open, 0) AS milestones_open,
        coalesce(milestones_overdue, 0) AS milestones_overdue,
        oldest_overdue_days,
        coalesce(milestones_moved, 0) AS milestones_moved,
        coalesce(milestones_dated, 0) AS milestones_dated,
        coalesce(goals, 0) AS goals,
        coalesce(goals_with_framework, 0) AS goals_with_framework,
        coalesce(goals_adjusted, false) AS goals_adjusted,
        coalesce(resources, 0) AS resources,
        coalesce(vision_stated, false) AS vision_stated,
        visions.statement_date,
        coalesce(recognised, false) AS recognised,
        coalesce(ticked_mask, 0) AS ticked_mask,
        latest_answers.* EXCLUDE (as_of, pair_id)
    FROM (SELECT * FROM pair_base, asked) AS base
    LEFT JOIN meetings USING (as_of, pair_id)
    LEFT JOIN planned_meetings USING (as_of, pair_id)
    LEFT JOIN milestones USING (as_of, pair_id)
    LEFT JOIN goals USING (as_of, pair_id)
    LEFT JOIN resources USING (as_of, pair_id)
    LEFT JOIN visions USING (as_of, pair_id)
    LEFT JOIN recognitions USING (as_of, pair_id)
    LEFT JOIN ticks USING (as_of, pair_id)
    LEFT JOIN latest_answers USING (as_of, pair_id)
    LEFT JOIN people_then AS mentee ON mentee.person_id = base.mentee_id AND mentee.as_of = base.as_of
    LEFT JOIN people_then AS mentor ON mentor.person_id = base.mentor_id AND mentor.as_of = base.as_of
),
measured AS (
    SELECT
        *,
        state = 'active' AS is_active,
        state <> 'planned' AS is_started,
        state IN ('completed', 'ended_early', 'ended') AS is_ended,
        CASE WHEN state = 'active' THEN as_of - coalesce(last_meeting, start_date) END AS days_since,
        least(age, cadence_days + grace, new_max_days) = age AS is_new,
        CASE WHEN state <> 'planned' AND has_check_in_data THEN until - start_date END AS span_days,
        covered_so_far + least(until - coalesce(last_meeting, start_date), cadence_days) AS covered_days,
        least(due_age_meetings_max, greatest(due_age_meetings_min, 2 * cadence_days + grace)) AS due_age_meetings,
        coalesce(satisfaction_mentee_day < until - answer_stale_days::INTEGER, false) AS satisfaction_mentee_stale,
        coalesce(satisfaction_mentor_day < until - answer_stale_days::INTEGER, false) AS satisfaction_mentor_stale,
        coalesce(recommend_mentee_day < until - answer_stale_days::INTEGER, false) AS recommend_mentee_stale,
        coalesce(recommend_mentor_day < until - answer_stale_days::INTEGER, false) AS recommend_mentor_stale,
        coalesce(met_mentee_day < until - answer_stale_days::INTEGER, false) AS met_mentee_stale,
        coalesce(met_mentor_day < until - answer_stale_days::INTEGER, false) AS met_mentor_stale
    FROM joined
),
answered AS (
    SELECT
        * REPLACE (
            CASE WHEN span_days > 0 THEN covered_days END AS covered_days,
            CASE WHEN NOT satisfaction_mentee_stale THEN satisfaction_mentee END AS satisfaction_mentee,
            CASE WHEN NOT satisfaction_mentor_stale THEN satisfaction_mentor END AS satisfaction_mentor,
            CASE WHEN NOT recommend_mentee_stale THEN recommend_mentee END AS recommend_mentee,
            CASE WHEN NOT recommend_mentor_stale THEN recommend_mentor END AS recommend_mentor,
            CASE WHEN NOT met_mentee_stale THEN met_mentee END AS met_mentee,
            CASE WHEN NOT met_mentor_stale THEN met_mentor END AS met_mentor)
    FROM measured
),
judged AS (
    SELECT
        *,
        CASE WHEN span_days > 0 THEN covered_days / nullif(span_days, 0) END AS cadence_coverage,
        CASE
            WHEN NOT is_active THEN NULL
            WHEN NOT has_check_in_data THEN 'no_data'
            WHEN meeting_days = 0 AND is_new THEN 'new'
            WHEN meeting_days = 0 THEN 'never'
            WHEN days_since <= cadence_days + grace THEN 'on'
            WHEN planned_end_date BETWEEN as_of AND as_of + ending_days::INTEGER THEN 'ending'
            WHEN days_since <= 2 * cadence_days + grace THEN 'late'
            ELSE 'silent'
        END AS cadence_state,
        (CASE WHEN vision_stated THEN 1 ELSE 0 END)
        | (CASE WHEN goals_with_framework BETWEEN 1 AND goals_max THEN 2 ELSE 0 END)
        | (CASE WHEN milestones_dated >= roadmap_milestones THEN 4 ELSE 0 END)
        | (CASE WHEN resources > 0 THEN 8 ELSE 0 END)
        -- shares are compared in integers, to a millionth, so that no rounding decides
        | (CASE WHEN meeting_days >= meetings_min_days
            AND covered_days * 1000000 >= span_days * round(meetings_coverage * 1000000)::BIGINT
            THEN 16 ELSE 0 END)
        | (CASE WHEN records_known >= records_min
            AND records_kept * 1000000 >= records_known * round(records_share * 1000000)::BIGINT
            THEN 32 ELSE 0 END)
        | (CASE WHEN recognised OR goals_adjusted OR milestones_moved > 0 THEN 64 ELSE 0 END) AS evidenced_mask,
        (CASE WHEN age >= due_age_1 THEN 1 ELSE 0 END)
        | (CASE WHEN age >= due_age_2 THEN 2 ELSE 0 END)
        | (CASE WHEN age >= due_age_3 THEN 4 ELSE 0 END)
        | (CASE WHEN age >= due_age_4 THEN 8 ELSE 0 END)
        | (CASE WHEN age >= due_age_meetings THEN 48 ELSE 0 END)
        | (CASE WHEN age >= due_age_7 THEN 64 ELSE 0 END) AS due_mask,
        coalesce(abs(satisfaction_mentee - satisfaction_mentor) >= disagree_points
            AND satisfaction_mentee_day >= as_of - disagree_days::INTEGER
            AND satisfaction_mentor_day >= as_of - disagree_days::INTEGER
            AND abs(satisfaction_mentee_day - satisfaction_mentor_day) <= disagree_apart_days, false)
            AS scores_disagree,
        coalesce(met_mentee <> met_mentor
            AND met_mentee_day >= as_of - disagree_days::INTEGER
            AND met_mentor_day >= as_of - disagree_days::INTEGER
            AND abs(met_mentee_day - met_mentor_day) <= disagree_apart_days, false) AS met_disagree,
        is_active AND age >= no_data_age AND coalesce(known_from > as_of, true) AS without_rows
    FROM answered
),
flagged AS (
    SELECT
        *,
        NOT has_checklist AND evidenced_mask = 0 AS checklist_no_data,
        bit_count(ticked_mask & ~evidenced_mask) AS items_ticked_only,
        coalesce(satisfaction_mentee <= low_satisfaction
            AND satisfaction_mentee_day >= as_of - low_satisfaction_days::INTEGER, false) AS mentee_unhappy,
        coalesce(satisfaction_mentor <= low_satisfaction
            AND satisfaction_mentor_day >= as_of - low_satisfaction_days::INTEGER, false) AS mentor_unhappy,
        state IN ('active', 'paused') AS is_open
    FROM judged
),
reasoned AS (
    SELECT
        *,
        list_filter([
            CASE WHEN is_open AND least(mentor_exit_date, mentee_exit_date) < as_of THEN 'person_left' END,
            CASE WHEN is_open AND planned_end_date < as_of THEN 'past_planned_end' END,
            CASE WHEN without_rows THEN 'no_data' END,
            CASE WHEN cadence_state = 'never' AND NOT without_rows THEN 'never_met' END,
            CASE WHEN cadence_state IN ('silent', 'late') THEN cadence_state END,
            CASE WHEN is_active AND milestones_overdue > 0
                AND (milestones_overdue >= overdue_milestones OR oldest_overdue_days > overdue_days)
                THEN 'milestones_overdue' END,
            CASE WHEN is_active AND goals = 0 AND age >= due_age_2 AND has_goal_data THEN 'no_goals' END,
            CASE WHEN is_active AND (mentee_unhappy OR mentor_unhappy) THEN 'low_satisfaction' END,
            CASE WHEN is_active AND (scores_disagree OR met_disagree) THEN 'sides_disagree' END,
            CASE WHEN is_active AND items_ticked_only >= ticked_no_evidence THEN 'ticked_no_evidence' END
        ], lambda x: x IS NOT NULL) AS reasons
    FROM flagged
)
SELECT
    as_of, pair_id, program, cohort, department, mentor_id, mentee_id,
    start_date, planned_end_date, end_day, state, is_active, is_open, is_started, is_ended, age::INTEGER AS age,
    cadence_days, interval_known, grace,
    has_check_in_data, has_goal_data, has_resource_data, has_vision_data, has_milestone_data, has_feedback_data,
    check_ins, meeting_days, last_meeting, next_planned, days_since::INTEGER AS days_since, cadence_state,
    covered_days::INTEGER AS covered_days, span_days::INTEGER AS span_days, cadence_coverage,
    records_known, records_kept,
    milestones_open::INTEGER AS milestones_open, milestones_done::INTEGER AS milestones_done,
    milestones_dropped::INTEGER AS milestones_dropped, milestones_overdue::INTEGER AS milestones_overdue,
    milestones_moved::INTEGER AS milestones_moved, oldest_overdue_days::INTEGER AS oldest_overdue_days,
    goals::INTEGER AS goals, goals_max::INTEGER AS goals_max, resources::INTEGER AS resources,
    vision_stated, statement_date,
    ticked_mask, evidenced_mask, due_mask, checklist_no_data, items_ticked_only::INTEGER AS items_ticked_only,
    satisfaction_mentee::INTEGER AS satisfaction_mentee, satisfaction_mentee_day, satisfaction_mentee_stale,
    satisfaction_mentor::INTEGER AS satisfaction_mentor, satisfaction_mentor_day, satisfaction_mentor_stale,
    recommend_mentee::INTEGER AS recommend_mentee, recommend_mentee_stale,
    recommend_mentor::INTEGER AS recommend_mentor, recommend_mentor_stale,
    met_mentee, met_mentee_day, met_mentor, met_mentor_day,
    response_min_age::INTEGER AS response_min_age, mentor_exit_date, mentee_exit_date,
    new_max_days::INTEGER AS new_max_days, no_data_age::INTEGER AS no_data_age,
    due_age_2::INTEGER AS due_age_2, overdue_milestones::INTEGER AS overdue_milestones,
    overdue_days::INTEGER AS overdue_days, low_satisfaction::INTEGER AS low_satisfaction,
    low_satisfaction_days::INTEGER AS low_satisfaction_days, disagree_points::INTEGER AS disagree_points,
    disagree_days::INTEGER AS disagree_days, disagree_apart_days::INTEGER AS disagree_apart_days,
    ticked_no_evidence::INTEGER AS ticked_no_evidence,
    scores_disagree, met_disagree, mentee_unhappy, mentor_unhappy, reasons
FROM reasoned
