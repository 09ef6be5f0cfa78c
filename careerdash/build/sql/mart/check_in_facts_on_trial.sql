-- Grain: one row a pair and meeting day that counts: `check_in_facts` by the rules on trial.
SELECT facts.*
FROM build.main.check_in_facts AS facts
ANTI JOIN retold_check_in ON retold_check_in.pair_id = facts.pair_id
UNION ALL
SELECT * FROM retold_check_in
