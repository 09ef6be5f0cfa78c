-- Grain: one row an answer of either side by the day.
SELECT date, respondent, satisfaction, recommend, met, comment, lesson_learned
FROM feedback
WHERE pair_id = $pair_id AND (date IS NULL OR date <= $as_of)
ORDER BY date NULLS FIRST, respondent, feedback_id
