-- grain: one row that names a goal, with the goal it speaks of (its id, else pair and title)
create temp table titled_goal as
select ord, pair_id, nullif(trim(goal_id), '') as id,
       coalesce(nullif(text_key(title), ''), 'untitled ' || row_number() over (
           partition by import_id, pair_id, nullif(text_key(title), '') order by ord)) as title_key
from located_goal where pair_id is not null;

create temp table keyed_goal as
with known as (select pair_id, title_key, arg_min(id, ord) as id from titled_goal where id is not null group by all),
keyed as (
    select t.ord, coalesce(t.id, k.id, digest('goal', t.pair_id, t.title_key, null, null)) as row_key
    from titled_goal t left join known k on k.pair_id = t.pair_id and k.title_key = t.title_key
)
select k.row_key, l.ord as rank, l.ord, l.data_day, coalesce(l.derive_original, false) as derive_original,
       k.row_key as goal_id, l.pair_id, l.title, l.framework, l.relevant, l.engaging, l.actionable, l.learning_focused,
       l.specific, l.measurable, l.achievable, l.time_bound, l.yours, l.set_date, l.original_target_date,
       l.target_date, l.status, l.achieved_date, l.revised_date,
       l.import_id, l.source_file, l.source_sheet, l.source_row, l.extras
from located_goal l join keyed k using (ord);
