-- grain: one answer of one side, known by its id, else by pair, side and day
insert into row_issue by name
select import_id, source_sheet as sheet, source_row as row, source_part as part, 'feedback' as table_name,
       'missing_value' as code, 'error' as kind
from located_feedback where pair_id is not null and coalesce(respondent, side) is null;

create temp table sided_feedback as
select ord, pair_id, coalesce(respondent, side) as respondent, coalesce(date::varchar, '') as day,
       nullif(trim(feedback_id), '') as id
from located_feedback where pair_id is not null and coalesce(respondent, side) is not null;

create temp table keyed_feedback as
with known as (
    select pair_id, respondent, day, arg_min(id, ord) as id from sided_feedback where id is not null group by all
), keyed as (
    select s.ord, s.respondent as side_meant,
           coalesce(s.id, k.id, digest('feedback', s.pair_id, s.respondent, s.day, null)) as row_key
    from sided_feedback s left join known k on k.pair_id = s.pair_id and k.respondent = s.respondent and k.day = s.day
)
select k.row_key, l.ord as rank, l.ord, l.data_day, null::boolean as derive_original, k.row_key as feedback_id,
       l.pair_id, k.side_meant as respondent, l.date, l.satisfaction, l.recommend, l.met, l.comment, l.lesson_learned,
       l.import_id, l.source_file, l.source_sheet, l.source_row, l.extras
from located_feedback l join keyed k using (ord);
