-- Grain: one row: a text as pair_names.sql (of the build) folds what is searched in: without case and accents.
SELECT replace(translate(lower(strip_accents($text)), 'øłđı', 'oldi'), 'ß', 'ss') AS folded
