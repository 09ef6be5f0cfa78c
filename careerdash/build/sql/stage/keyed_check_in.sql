-- grain: one row that names a meeting, with the meeting it speaks of (its id, else pair, day and its number that day)
create temp table numbered_check_in as
select ord, pair_id, date,
       case when weak then 1
            else row_number() over (partition by import_id, pair_id, date, weak order by ord) end as number
from (select ord, import_id, pair_id, date, coalesce(weak, false) as weak from located_check_in
      where pair_id is not null and nullif(trim(check_in_id), '') is null);

create temp table known_check_in as
select pair_id, date, id, row_number() over (partition by pair_id, date order by first_ord, id) as number
from (
    select l.pair_id, l.date, trim(l.check_in_id) as id, min(l.ord) as first_ord
    from located_check_in l
    where nullif(trim(l.check_in_id), '') is not null
      and (l.pair_id, l.date) in (select pair_id, date from numbered_check_in)
    group by all
);

create temp table keyed_check_in as
with loose as (
    select n.ord, coalesce(k.id, digest('check_in', n.pair_id, n.date::varchar, n.number::varchar, null)) as row_key
    from numbered_check_in n
    left join known_check_in k on k.pair_id = n.pair_id and k.date = n.date and k.number = n.number
), keyed as (
    select l.*, trim(l.check_in_id) as row_key
    from located_check_in l where l.pair_id is not null and nullif(trim(l.check_in_id), '') is not null
    union all by name
    select l.*, n.row_key from located_check_in l join loose n using (ord)
)
select row_key, case when weak then ord - 4611686018427387904 else ord end as rank, ord, data_day,
       null::boolean as derive_original, row_key as check_in_id, pair_id, date, status, minutes, mode, evidence,
       covered_progress, covered_challenges, covered_adjustments, has_record, notes,
       import_id, source_file, source_sheet, source_row, extras
from keyed;
