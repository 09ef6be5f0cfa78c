-- Grain: one row a pair and meeting day, of pairs whose interval or grace is another one by the rules on trial.
SELECT
    facts.* REPLACE (
        facts.date + now.cadence_days + now.grace AS covered_to,
        sum(least(facts.date - coalesce(facts.previous_date, now.start_date), now.cadence_days)) OVER (
            PARTITION BY facts.pair_id ORDER BY facts.date)::INTEGER AS covered_days_so_far)
FROM build.main.check_in_facts AS facts
JOIN pair_base AS now ON now.pair_id = facts.pair_id
JOIN build.main.pair_base AS before ON before.pair_id = facts.pair_id
WHERE now.cadence_days <> before.cadence_days OR now.grace <> before.grace
ORDER BY facts.pair_id, facts.date
