-- Grain: one row a pair of $pairs that needs attention: its reasons on the day.
SELECT pair_id, reasons
FROM pair_facts
WHERE as_of = $as_of AND attention_place IS NOT NULL AND pair_id IN (SELECT unnest($pairs::VARCHAR[]))
ORDER BY pair_id
