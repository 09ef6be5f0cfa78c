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
with keyed as (
    select l.ord, coalesce(nullif(trim(l.check_in_id), ''), k.id,
                           digest('check_in', l.pair_id, l.date::varchar, n.number::varchar, null)) as row_key
    from located_check_in l
    left join numbered_check_in n on n.ord = l.ord
    left join known_check_in k on k.pair_id = n.pair_id and k.date = n.date and k.number = n.number
    where l.pair_id is not null
)
select k.row_key, case when l.weak then l.ord - 4611686018427387904 else l.ord end as rank, l.ord, l.data_day,
       null::boolean as derive_original, k.row_key as check_in_id, l.pair_id, l.date, l.status, l.minutes, l.mode,
       l.evidence, l.covered_progress, l.covered_challenges, l.covered_adjustments, l.has_record, l.notes,
       l.import_id, l.source_file, l.source_sheet, l.source_row, l.extras
from located_check_in l join keyed k using (ord);
