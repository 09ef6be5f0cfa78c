-- Grain: one row a milestone; it is done on D where done_from <= D ('0001-01-01': done, no day known), unless dropped.
SELECT
    milestone_id,
    pair_id,
    coalesce(status = 'dropped', false) AS dropped,
    CASE
        WHEN completed_date IS NOT NULL THEN completed_date
        WHEN status = 'done' THEN DATE '0001-01-01'
    END AS done_from,
    completed_date,
    original_due_date,
    due_date,
    coalesce(original_due_date, due_date) AS first_plan_date,
    (due_date - original_due_date)::INTEGER AS moved_days
FROM milestone
