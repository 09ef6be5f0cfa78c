-- grain: one row of the table as written, with the pair it belongs to (null where none was found)
create or replace temp view located_{table} as
select r.* replace (coalesce(i.id, f.pair_id) as pair_id), f.side, f.problem, f.candidates,
       nullif(trim(r.pair_id), '') as wrote_pair
from raw_{table} r
left join (select old_id, id from identity where kind = 'pair') i on i.old_id = nullif(trim(r.pair_id), '')
left join (select * from reference where table_name = '{table}') f on f.ord = r.ord;
