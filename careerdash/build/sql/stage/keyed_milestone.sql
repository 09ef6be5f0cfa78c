-- grain: one row that names a milestone, with the milestone it speaks of (its id, else pair and title)
create temp table titled_milestone as
select ord, pair_id, nullif(trim(milestone_id), '') as id,
       coalesce(nullif(text_key(title), ''), 'untitled ' || row_number() over (
           partition by import_id, pair_id, nullif(text_key(title), '') order by ord)) as title_key
from located_milestone where pair_id is not null;

create temp table keyed_milestone as
with known as (select pair_id, title_key, arg_min(id, ord) as id from titled_milestone where id is not null group by all),
keyed as (
    select t.ord, coalesce(t.id, k.id, digest('milestone', t.pair_id, t.title_key, null, null)) as row_key
    from titled_milestone t left join known k on k.pair_id = t.pair_id and k.title_key = t.title_key
)
select k.row_key, l.ord as rank, l.ord, l.data_day, coalesce(l.derive_original, false) as derive_original,
       k.row_key as milestone_id, l.pair_id, l.goal_id, l.title, l.kind, l.original_due_date, l.due_date,
       l.completed_date, l.status, l.import_id, l.source_file, l.source_sheet, l.source_row, l.extras
from located_milestone l join keyed k using (ord);
