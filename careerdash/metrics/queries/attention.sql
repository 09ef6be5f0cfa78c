-- Grain: one row a pair with one of these places in the work list.
SELECT *
FROM pair_facts
WHERE as_of = $as_of AND attention_place BETWEEN list_min($places::INTEGER[]) AND list_max($places::INTEGER[])
    AND list_contains($places::INTEGER[], attention_place)
ORDER BY attention_place
