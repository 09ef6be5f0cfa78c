-- Grain: one row a pair with one of these places in the work list, which lie between the first and the last.
SELECT *
FROM pair_facts
WHERE as_of = $as_of AND attention_place BETWEEN $first AND $last
    AND list_contains($places::INTEGER[], attention_place)
ORDER BY attention_place
