-- Grain: one row a stretch of days [from_day, to_day) that adds to the share of pairs on cadence, at one department.
WITH
departments AS (  -- with the time before the first spell, when the department is unknown
    SELECT person_id, department, from_day, to_day FROM person_span
    UNION ALL
    SELECT person_id, NULL, DATE '0001-01-01', min(from_day)
    FROM person_span
    GROUP BY person_id
    HAVING min(from_day) > DATE '0001-01-01'
),
lives AS (  -- active, in a program that has check-ins
    SELECT
        base.pair_id, base.program, base.cohort, departments.department,
        base.start_date, base.planned_end_date, base.cadence_days, base.grace, base.new_max_days, base.ending_days,
        greatest(base.start_date, base.program_first_check_in, departments.from_day) AS from_day,
        coalesce(least(base.end_day, departments.to_day), DATE '9999-12-31') AS to_day
    FROM pair_base AS base
    LEFT JOIN departments ON departments.person_id = base.mentee_id
    WHERE base.status IS DISTINCT FROM 'paused' AND base.program_first_check_in IS NOT NULL
),
meetings AS (
    SELECT
        lives.*,
        facts.date AS met,
        facts.date + lives.cadence_days + lives.grace + 1 AS late_from,
        coalesce(facts.next_date, DATE '9999-12-31') AS next_met
    FROM check_in_facts AS facts
    JOIN lives ON lives.pair_id = facts.pair_id
),
firsts AS (SELECT pair_id, date AS first_met FROM check_in_facts WHERE meeting_no = 1),
windows AS (
    SELECT program, cohort, department, from_day, to_day, 0 AS numerator, 1 AS denominator
    FROM lives
    UNION ALL  -- new
    SELECT
        program, cohort, department,
        from_day,
        least(to_day, start_date + least(cadence_days + grace, new_max_days)::INTEGER + 1, firsts.first_met),
        1, 0
    FROM lives
    LEFT JOIN firsts USING (pair_id)
    UNION ALL  -- on
    SELECT program, cohort, department, greatest(from_day, met), least(to_day, late_from, next_met), 1, 0
    FROM meetings
    UNION ALL  -- ending: neither on nor late
    SELECT
        program, cohort, department,
        greatest(from_day, late_from, planned_end_date - ending_days::INTEGER),
        least(to_day, next_met, planned_end_date + 1),
        0, -1
    FROM meetings
    WHERE late_from <= planned_end_date AND next_met > planned_end_date - ending_days::INTEGER
)
SELECT * FROM windows WHERE from_day < to_day
