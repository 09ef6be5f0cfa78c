-- Grain: one row a place where anybody works.
SELECT DISTINCT location AS site FROM person WHERE location IS NOT NULL ORDER BY site
