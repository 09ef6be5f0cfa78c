-- Grain: one row a kind of change and a pair (of people who left: a pair and a side), from $before to $after.
WITH
also_called AS (  -- a pair of the earlier state under the id that the later one knows: renamed since, or before an undo
    SELECT then_pair.pair_id AS old_id, now_pair.pair_id, 0 AS order_no
    FROM then_pair JOIN now_pair USING (pair_id)
    UNION ALL
    SELECT then_pair.pair_id, now_pair.pair_id, 1
    FROM then_pair
    JOIN now_identity ON now_identity.old_id = then_pair.pair_id
    JOIN now_pair ON now_pair.pair_id = now_identity.id
    UNION ALL
    SELECT then_pair.pair_id, now_pair.pair_id, 2
    FROM then_pair
    JOIN then_identity ON then_identity.id = then_pair.pair_id
    JOIN now_pair ON now_pair.pair_id = then_identity.old_id
),
named AS (
    SELECT old_id, arg_min(pair_id, (order_no, pair_id)) AS pair_id FROM also_called GROUP BY old_id
),
earlier AS (  -- of several that have become one pair, the one that keeps its id
    SELECT coalesce(named.pair_id, then_pair.pair_id) AS now_id, then_pair.*
    FROM then_pair
    LEFT JOIN named ON named.old_id = then_pair.pair_id
    QUALIFY row_number() OVER (
        PARTITION BY coalesce(named.pair_id, then_pair.pair_id)
        ORDER BY then_pair.pair_id <> coalesce(named.pair_id, then_pair.pair_id), then_pair.pair_id) = 1
),
then_steps AS (  -- under the pair's later id
    SELECT coalesce(named.pair_id, then_step.pair_id) AS pair_id, milestone_id, title, is_done, overdue_days
    FROM then_step
    LEFT JOIN named ON named.old_id = then_step.pair_id
),
then_titles AS (  -- a milestone without an id is known by its title where its pair has got another id
    SELECT pair_id, title, bool_or(is_done) AS is_done, max(overdue_days) AS overdue_days
    FROM then_steps
    WHERE title IS NOT NULL
    GROUP BY pair_id, title
),
steps AS (
    SELECT
        now_step.pair_id,
        now_step.is_done AND NOT coalesce(by_id.is_done, by_title.is_done, false) AS newly_done,
        CASE WHEN CASE WHEN by_id.milestone_id IS NULL THEN by_title.overdue_days ELSE by_id.overdue_days END IS NULL
            THEN now_step.overdue_days END AS newly_overdue_days
    FROM now_step
    LEFT JOIN then_steps AS by_id
        ON by_id.pair_id = now_step.pair_id AND by_id.milestone_id = now_step.milestone_id
    LEFT JOIN then_titles AS by_title ON by_title.pair_id = now_step.pair_id AND by_title.title = now_step.title
    WHERE now_step.is_done OR now_step.overdue_days IS NOT NULL
),
new_steps AS (
    SELECT
        pair_id,
        count(*) FILTER (WHERE newly_done) AS newly_done,
        count(newly_overdue_days) AS newly_overdue,
        max(newly_overdue_days) AS newly_overdue_days
    FROM steps
    GROUP BY pair_id
),
matched AS (
    SELECT
        coalesce(b.pair_id, a.now_id) AS pair_id,
        coalesce(b.program, a.program) AS program,
        CASE WHEN b.pair_id IS NULL THEN a.cohort ELSE b.cohort END AS cohort,
        CASE WHEN b.pair_id IS NULL THEN a.department ELSE b.department END AS department,
        coalesce(b.mentor_id, a.mentor_id) AS mentor_id,
        coalesce(b.mentee_id, a.mentee_id) AS mentee_id,
        a.now_id IS NOT NULL AS was_there,
        b.pair_id IS NOT NULL AS is_there,
        coalesce(a.is_ended, false) AS was_ended, coalesce(b.is_ended, false) AS is_ended,
        coalesce(a.is_open, false) AS was_open, coalesce(b.is_open, false) AS is_open,
        coalesce(b.is_active, false) AS is_active,
        a.state AS old_state, b.state, a.start_date AS old_start, b.start_date, b.end_day,
        a.cadence_state AS old_cadence, b.cadence_state, b.days_since, b.last_meeting,
        new_steps.newly_done, new_steps.newly_overdue, new_steps.newly_overdue_days,
        a.mentor_left AS old_mentor_left, b.mentor_left, a.mentee_left AS old_mentee_left, b.mentee_left,
        coalesce(a.state = 'planned', false) AS was_planned
    FROM earlier AS a
    FULL JOIN now_pair AS b ON b.pair_id = a.now_id
    LEFT JOIN new_steps ON new_steps.pair_id = b.pair_id
),
in_sight AS (
    SELECT *
    FROM matched
    WHERE (len($program::VARCHAR[]) = 0 OR list_contains($program::VARCHAR[], coalesce(program, '-')))
        AND (len($cohort::VARCHAR[]) = 0 OR list_contains($cohort::VARCHAR[], coalesce(cohort, '-')))
        AND (len($department::VARCHAR[]) = 0 OR list_contains($department::VARCHAR[], coalesce(department, '-')))
),
changed AS (
    SELECT 'newly_overdue' AS kind, *, newly_overdue AS n, newly_overdue_days AS days,
        NULL::DATE AS day, NULL::VARCHAR AS was, NULL::VARCHAR AS became
    FROM in_sight WHERE is_active AND newly_overdue > 0
    UNION ALL
    SELECT 'newly_silent', *, 1, days_since, last_meeting, old_cadence, cadence_state
    FROM in_sight WHERE cadence_state = 'silent' AND old_cadence IS DISTINCT FROM 'silent'
    UNION ALL
    SELECT 'recovered', *, 1, days_since, last_meeting, old_cadence, cadence_state
    FROM in_sight WHERE cadence_state = 'on' AND old_cadence IN ('late', 'silent', 'never')
    UNION ALL
    SELECT 'milestones_done', *, newly_done, NULL, NULL, NULL, NULL
    FROM in_sight WHERE newly_done > 0 AND (was_there OR start_date > $before)
    UNION ALL
    SELECT 'started', *, 1, NULL, start_date, old_state, state
    FROM in_sight WHERE is_open AND (NOT was_there OR was_planned)
    UNION ALL
    SELECT 'closed', *, 1, NULL, end_day, old_state, state
    FROM in_sight WHERE is_ended AND NOT was_ended AND (was_there OR end_day > $before)
    UNION ALL
    SELECT 'left', *, 1, NULL, mentor_left, NULL, 'mentor'
    FROM in_sight WHERE (was_open OR is_open) AND mentor_left IS NOT NULL AND old_mentor_left IS NULL
    UNION ALL
    SELECT 'left', *, 1, NULL, mentee_left, NULL, 'mentee'
    FROM in_sight WHERE (was_open OR is_open) AND mentee_left IS NOT NULL AND old_mentee_left IS NULL
    UNION ALL
    SELECT 'open_again', *, 1, NULL, NULL, old_state, state
    FROM in_sight WHERE was_ended AND is_there AND NOT is_ended
    UNION ALL
    SELECT 'gone', *, 1, NULL, NULL, old_state, NULL
    FROM in_sight WHERE was_there AND NOT is_there
)
SELECT
    kind, pair_id, program, mentor_id, mentee_id,
    coalesce(mentor.name, old_mentor.name) AS mentor_name, coalesce(mentee.name, old_mentee.name) AS mentee_name,
    n::INTEGER AS n, days::INTEGER AS days, day, was, became
FROM changed
LEFT JOIN now_people AS mentor ON mentor.person_id = mentor_id
LEFT JOIN now_people AS mentee ON mentee.person_id = mentee_id
LEFT JOIN then_people AS old_mentor ON old_mentor.person_id = mentor_id
LEFT JOIN then_people AS old_mentee ON old_mentee.person_id = mentee_id
ORDER BY list_position($kinds::VARCHAR[], kind), n DESC, days DESC NULLS LAST, day DESC NULLS LAST, pair_id, became
