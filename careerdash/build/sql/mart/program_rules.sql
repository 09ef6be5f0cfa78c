-- Grain: one row a program (null: pairs without one): its rules, and which tables its pairs have rows in.
WITH
programs AS (
    SELECT
        program,
        min(first_check_in) AS program_first_check_in,
        bool_or(has_goals) AS has_goal_data,
        bool_or(has_resources) AS has_resource_data,
        bool_or(has_vision) AS has_vision_data,
        bool_or(has_milestones) AS has_milestone_data,
        bool_or(has_feedback) AS has_feedback_data
    FROM pair_rows
    GROUP BY program
),
rules AS (
    SELECT
        programs.program,
        setting.key,
        coalesce(
            max(setting.value) FILTER (WHERE setting.program IS NOT NULL),
            max(setting.value) FILTER (WHERE setting.program IS NULL)) AS value
    FROM programs
    JOIN setting ON setting.program IS NULL OR setting.program = programs.program
    GROUP BY programs.program, setting.key
),
wide AS (
    SELECT
        program,
        max(value) FILTER (WHERE key = 'default_cadence_days') AS default_cadence_days,
        max(value) FILTER (WHERE key = 'grace_min_days') AS grace_min_days,
        max(value) FILTER (WHERE key = 'grace_divisor') AS grace_divisor,
        max(value) FILTER (WHERE key = 'new_max_days') AS new_max_days,
        max(value) FILTER (WHERE key = 'ending_days') AS ending_days,
        max(value) FILTER (WHERE key = 'end_tolerance_days') AS end_tolerance_days,
        max(value) FILTER (WHERE key = 'due_age_1') AS due_age_1,
        max(value) FILTER (WHERE key = 'due_age_2') AS due_age_2,
        max(value) FILTER (WHERE key = 'due_age_3') AS due_age_3,
        max(value) FILTER (WHERE key = 'due_age_4') AS due_age_4,
        max(value) FILTER (WHERE key = 'due_age_meetings_min') AS due_age_meetings_min,
        max(value) FILTER (WHERE key = 'due_age_meetings_max') AS due_age_meetings_max,
        max(value) FILTER (WHERE key = 'due_age_7') AS due_age_7,
        max(value) FILTER (WHERE key = 'goals_max') AS goals_max,
        max(value) FILTER (WHERE key = 'roadmap_milestones') AS roadmap_milestones,
        max(value) FILTER (WHERE key = 'meetings_min_days') AS meetings_min_days,
        max(value) FILTER (WHERE key = 'meetings_coverage') AS meetings_coverage,
        max(value) FILTER (WHERE key = 'records_min') AS records_min,
        max(value) FILTER (WHERE key = 'records_share') AS records_share,
        max(value) FILTER (WHERE key = 'answer_stale_days') AS answer_stale_days,
        max(value) FILTER (WHERE key = 'response_min_age') AS response_min_age,
        max(value) FILTER (WHERE key = 'no_data_age') AS no_data_age,
        max(value) FILTER (WHERE key = 'overdue_milestones') AS overdue_milestones,
        max(value) FILTER (WHERE key = 'overdue_days') AS overdue_days,
        max(value) FILTER (WHERE key = 'low_satisfaction') AS low_satisfaction,
        max(value) FILTER (WHERE key = 'low_satisfaction_days') AS low_satisfaction_days,
        max(value) FILTER (WHERE key = 'disagree_points') AS disagree_points,
        max(value) FILTER (WHERE key = 'disagree_days') AS disagree_days,
        max(value) FILTER (WHERE key = 'disagree_apart_days') AS disagree_apart_days,
        max(value) FILTER (WHERE key = 'ticked_no_evidence') AS ticked_no_evidence
    FROM rules
    GROUP BY program
)
SELECT programs.*, wide.* EXCLUDE (program)
FROM programs
JOIN wide ON wide.program IS NOT DISTINCT FROM programs.program
