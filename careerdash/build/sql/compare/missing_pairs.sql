-- grain: one running pair of the programs that import $id holds, in the build before, which the import does not bring
with gone as (
    select b.* from before.pair b
    where not $empty and coalesce(b.status, '') not in ('completed', 'ended_early', 'ended')
      and coalesce(b.program, '') in (select coalesce(p.program, '') from after.pair p where p.import_id = $id)
      and not exists (from after.pair a where a.import_id = $id and a.pair_id = b.pair_id)
), known_by as (  -- an id that is made from the natural key is no id to give back: such a pair is named by that key
    select *, pair_id = pair_digest(program, mentor_id, mentee_id, start_date) as dated,
           pair_id = pair_digest(program, mentor_id, mentee_id, null) as undated
    from gone
)
select case when not dated and not undated then pair_id end as pair_id, program, mentor_id, mentee_id,
       case when dated then start_date::varchar end as start_date
from known_by order by known_by.pair_id;
