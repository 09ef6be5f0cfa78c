-- Grain: one row a day and cell, metric, part and item. Which of the seven mentor actions are done, of active pairs?
WITH
items AS (
    SELECT
        as_of, program, cohort, department, checklist_no_data, item,
        (ticked_mask >> (item - 1)) & 1 = 1 AS ticked,
        (evidenced_mask >> (item - 1)) & 1 = 1 AS evidenced,
        (due_mask >> (item - 1)) & 1 = 1 AS due
    FROM pair_facts, range(1, 8) AS numbers (item)
    WHERE is_active
),
kinds AS (
    SELECT
        as_of, program, cohort, department, item,
        CASE
            WHEN ticked OR evidenced THEN 'done'
            WHEN checklist_no_data THEN 'no_data'
            WHEN NOT due THEN 'not_due'
            ELSE 'not_done'
        END AS state,
        checklist_no_data, ticked, evidenced, due,
        count(*) AS n
    FROM items
    GROUP BY ALL
),
parts AS (
    SELECT
        *,
        unnest(
            [{'metric': 'checklist_items', 'part': state}]
            || CASE WHEN checklist_no_data THEN [] ELSE [
                {'metric': 'checklist_items', 'part': CASE
                    WHEN ticked AND evidenced THEN 'ticked_evidenced'
                    WHEN ticked THEN 'ticked_only'
                    WHEN evidenced THEN 'evidenced_only'
                    ELSE 'neither'
                END},
                {'metric': 'checklist_coverage', 'part': 'denominator'},
                {'metric': 'checklist_ticked', 'part': 'denominator'},
                {'metric': 'checklist_evidenced', 'part': 'denominator'}] END
            || CASE WHEN state = 'done' THEN [{'metric': 'checklist_coverage', 'part': 'numerator'}] ELSE [] END
            || CASE WHEN ticked THEN [{'metric': 'checklist_ticked', 'part': 'numerator'}] ELSE [] END
            || CASE WHEN evidenced THEN [{'metric': 'checklist_evidenced', 'part': 'numerator'}] ELSE [] END
            || CASE WHEN due AND NOT checklist_no_data
                THEN [{'metric': 'checklist_due_coverage', 'part': 'denominator'}] ELSE [] END
            || CASE WHEN due AND state = 'done'
                THEN [{'metric': 'checklist_due_coverage', 'part': 'numerator'}] ELSE [] END,
            recursive := true)
    FROM kinds
),
shares AS (
    SELECT unnest(['checklist_coverage', 'checklist_due_coverage', 'checklist_ticked', 'checklist_evidenced',
                   'checklist_full']) AS metric
)
SELECT
    as_of, program, cohort, department, metric, part, CASE WHEN metric = 'checklist_items' THEN item ELSE 0 END AS bucket,
    sum(n) AS n
FROM parts
GROUP BY ALL
UNION ALL
SELECT as_of, program, cohort, department, shares.metric, 'no_data', 0, count(*)
FROM pair_facts, shares
WHERE is_active AND checklist_no_data
GROUP BY ALL
UNION ALL
SELECT
    as_of, program, cohort, department, 'checklist_full',
    unnest(CASE WHEN ticked_mask | evidenced_mask = 127 THEN ['numerator', 'denominator'] ELSE ['denominator'] END),
    0, 1
FROM pair_facts
WHERE is_active AND NOT checklist_no_data
