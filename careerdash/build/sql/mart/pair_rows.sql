-- Grain: one row a pair: which tables know it, and since when. '0001-01-01' stands for always.
WITH
check_ins AS (SELECT pair_id, min(date) AS first_day FROM check_in GROUP BY pair_id),
visions AS (SELECT DISTINCT pair_id FROM vision),
goals AS (SELECT pair_id, min(coalesce(set_date, DATE '0001-01-01')) AS first_day FROM goal GROUP BY pair_id),
milestones AS (SELECT DISTINCT pair_id FROM milestone),
checklists AS (SELECT DISTINCT pair_id FROM checklist),
resources AS (
    SELECT pair_id, min(coalesce(connected_date, DATE '0001-01-01')) AS first_day FROM resource GROUP BY pair_id
),
answers AS (SELECT pair_id, min(coalesce(date, DATE '0001-01-01')) AS first_day FROM feedback GROUP BY pair_id),
recognitions AS (SELECT pair_id, min(date) AS first_day FROM recognition GROUP BY pair_id)
SELECT
    pair.pair_id,
    pair.program,
    check_ins.first_day AS first_check_in,
    goals.pair_id IS NOT NULL AS has_goals,
    resources.pair_id IS NOT NULL AS has_resources,
    visions.pair_id IS NOT NULL AS has_vision,
    milestones.pair_id IS NOT NULL AS has_milestones,
    answers.pair_id IS NOT NULL AS has_feedback,
    checklists.pair_id IS NOT NULL AS has_checklist,
    CASE
        WHEN coalesce(visions.pair_id, milestones.pair_id, checklists.pair_id) IS NOT NULL THEN DATE '0001-01-01'
        ELSE least(
            check_ins.first_day, goals.first_day, resources.first_day, answers.first_day, recognitions.first_day)
    END AS known_from
FROM pair
LEFT JOIN check_ins USING (pair_id)
LEFT JOIN visions USING (pair_id)
LEFT JOIN goals USING (pair_id)
LEFT JOIN milestones USING (pair_id)
LEFT JOIN checklists USING (pair_id)
LEFT JOIN resources USING (pair_id)
LEFT JOIN answers USING (pair_id)
LEFT JOIN recognitions USING (pair_id)
